"""A webhook as a destination.

Every message has an id that is chosen when it is queued, or made from one that was: however often
it is sent, the other side can tell that it is the same one.
"""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from relay.delivery.errors import DeliveryRefused
from relay.destinations.base import (
    Picture,
    Plan,
    PlannedPost,
    Publication,
    PublishedPost,
    Retraction,
    Revision,
    Subject,
)
from relay.destinations.tidy import tidied
from relay.destinations.webhook.messages import (
    Changed,
    Corrected,
    Message,
    Published,
    Retracted,
    announced,
    body_of,
    named,
)
from relay.destinations.webhook.sender import Sender

MOST_TEXT_BYTES = 40_000
"""Of a text; the longest announcement has 8,000 characters."""

_URI = "webhook:"


class Webhook:
    """Tells one web address; a `relay.destinations.Destination`.

    Args:
        sender: calls it.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def plan(
        self,
        text: str,
        descriptions: Sequence[str] = (),
        *,
        files: int = 0,
        now: datetime,
        langs: Sequence[str],
    ) -> Plan:
        """See `Destination.plan`. Texts go whole; pictures and files do not go along."""
        text = tidied(text)
        fits = len(text.encode()) <= MOST_TEXT_BYTES
        left_out = [] if fits else ["text_too_long"]
        if descriptions or files:
            left_out.append("files")
        post = PlannedPost(key=new_id(), text=text)
        return Plan(
            posts=(post,) if fits and text else (),
            left_out=tuple(left_out),
            created_at=now.astimezone(UTC),
            langs=tuple(langs),
        )

    async def publish(self, plan: Plan, pictures: Sequence[Picture], about: Subject) -> Publication:
        """See `Destination.publish`."""
        message = Published(timestamp=about.asked_at, data=announced(_sayable(plan), about))
        return Publication(posts=(await self._tell(plan, message),), link="")

    async def follow(
        self,
        publication: Publication,
        plan: Plan,
        pictures: Sequence[Picture],
        about: Subject,
    ) -> Publication:
        """See `Destination.follow`."""
        message = Changed(timestamp=about.asked_at, data=announced(_sayable(plan), about))
        post = await self._tell(plan, message)
        return Publication(posts=(*publication.posts, post), link="")

    async def revise(
        self,
        publication: Publication,
        plan: Plan,
        correction: Plan,
        pictures: Sequence[Picture],
        about: Subject,
    ) -> Revision:
        """See `Destination.revise`."""
        message = Corrected(timestamp=about.asked_at, data=announced(_sayable(plan), about))
        post = await self._tell(plan, message)
        return Revision(how="replaced", publication=Publication(posts=(post,), link=""))

    async def retract(
        self, publication: Publication | None, keys: Sequence[str], about: Subject
    ) -> Retraction:
        """See `Destination.retract`. What was given up may have arrived: it is taken back too."""
        known = [] if publication is None else [post.uri for post in publication.posts]
        known += [f"{_URI}{key}" for key in keys]
        if not known:
            return Retraction()
        message = Retracted(timestamp=about.asked_at, data=named(about))
        key = known[0].removeprefix(_URI)
        await self._sender.send(f"{key}_retracted", body_of(message))
        return Retraction(deleted=tuple(dict.fromkeys(known)))

    async def close(self) -> None:
        """See `Destination.close`."""

    async def _tell(self, plan: Plan, message: Message) -> PublishedPost:
        key = plan.posts[0].key
        await self._sender.send(key, body_of(message))
        return PublishedPost(uri=f"{_URI}{key}", cid="")


def new_id() -> str:
    """Return an id for a message. It holds no full stop: Standard Webhooks, "Signature scheme"."""
    return f"msg_{secrets.token_hex(16)}"


def _sayable(plan: Plan) -> Plan:
    if not plan.posts:
        raise DeliveryRefused("nothing in it can be sent", code="nothing_to_post")
    return plan
