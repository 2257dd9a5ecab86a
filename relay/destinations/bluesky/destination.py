"""Bluesky as a destination.

Every step looks at what stands before it acts, so each may be repeated after a crash at any point:
posts are written under keys chosen when they were planned, and one that stands is left as it is.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from relay.delivery.errors import DeliveryRefused
from relay.destinations.base import (
    Picture,
    Plan,
    Publication,
    PublishedPost,
    Reactions,
    Remainder,
    Retraction,
    Revision,
    Subject,
)
from relay.destinations.bluesky.cards import CardReader
from relay.destinations.bluesky.counts import reactions_to
from relay.destinations.bluesky.pictures import fitted_picture
from relay.destinations.bluesky.planning import plan_thread
from relay.destinations.bluesky.records import (
    Answering,
    card_embed,
    facets_of,
    pictures_embed,
    post_record,
)
from relay.destinations.bluesky.repository import Reference, Repository, key_of
from relay.destinations.bluesky.session import Account, Credentials
from relay.destinations.bluesky.tid import TidClock
from relay.destinations.kind import SessionKeeper
from relay.media import MediaError
from relay.time.clock import Clock

_WEB = "https://bsky.app/profile"


class Bluesky:
    """Publishes for one account; a `relay.destinations.Destination`.

    Args:
        credentials: how to sign in.
        keeper: where the session is kept.
        clock: the time.
        cards: reads link cards.
        keys: gives record keys.
        appview: the address of what counts likes and reposts; empty for none.
    """

    def __init__(
        self,
        credentials: Credentials,
        keeper: SessionKeeper,
        clock: Clock,
        *,
        cards: CardReader | None = None,
        keys: TidClock | None = None,
        appview: str = "",
    ) -> None:
        self._account = Account(credentials, keeper, clock)
        self._repository = Repository(self._account)
        self._cards = cards or CardReader()
        self._keys = keys or TidClock(clock)
        self._appview = appview

    def plan(
        self,
        text: str,
        descriptions: Sequence[str] = (),
        *,
        files: int = 0,
        now: datetime,
        langs: Sequence[str],
    ) -> Plan:
        """See `Destination.plan`."""
        return plan_thread(
            text, descriptions, files=files, now=now, langs=langs, keys=self._keys.keys
        )

    async def publish(
        self, plan: Plan, pictures: Sequence[Picture], about: Subject | None = None
    ) -> Publication:
        """See `Destination.publish`.

        Raises:
            DeliveryError: `DeliveryRefused` with the code `nothing_to_post` for a plan without
                posts, `picture_unreadable` for a picture that cannot be shown.
        """
        posts = await self._publish(plan, pictures, None)
        return Publication(posts=posts, link=await self._link(posts[0]))

    async def follow(
        self,
        publication: Publication,
        plan: Plan,
        pictures: Sequence[Picture],
        about: Subject | None = None,
    ) -> Publication:
        """See `Destination.follow`.

        Raises:
            DeliveryError: `DeliveryRefused` with the code `other_account` where the publication
                belongs to an account that is no longer the branch's.
        """
        await self._refuse_foreign(publication)
        return await self._answer(publication, plan, pictures)

    async def revise(
        self,
        publication: Publication,
        plan: Plan,
        correction: Plan,
        pictures: Sequence[Picture],
        about: Subject | None = None,
    ) -> Revision:
        """See `Destination.revise`.

        The new posts replace the old ones only while it is certain that nobody has replied.

        Raises:
            DeliveryError: `DeliveryRefused` with the code `other_account` where the publication
                belongs to an account that is no longer the branch's.
        """
        await self._refuse_foreign(publication)
        if await self._may_replace(publication, plan, correction):
            revised = await self.publish(plan, pictures)
            for post in reversed(publication.posts):
                await self._repository.delete(post.uri)
            return Revision(how="replaced", publication=revised)
        answered = await self._answer(publication, correction, pictures)
        return Revision(how="replied", publication=answered)

    async def reactions(self, publication: Publication) -> Reactions | None:
        """See `Counting.reactions`: of all its posts together."""
        if not self._appview:
            return None
        return await reactions_to(self._appview, [post.uri for post in publication.posts])

    async def retract(
        self,
        publication: Publication | None,
        keys: Sequence[str] = (),
        about: Subject | None = None,
    ) -> Retraction:
        """See `Destination.retract`."""
        deleted: list[str] = []
        remaining: list[Remainder] = []
        published = [post.uri for post in publication.posts] if publication else []
        for uri in (*await self._left_behind(published, keys), *reversed(published)):
            if not await self._repository.holds(uri):
                remaining.append(Remainder(uri=uri, reason="other_account"))
            elif await self._repository.delete(uri):
                deleted.append(uri)
            else:
                remaining.append(Remainder(uri=uri, reason="refused"))
        return Retraction(deleted=tuple(deleted), remaining=tuple(remaining))

    async def close(self) -> None:
        """See `Destination.close`."""
        await self._account.close()

    async def _left_behind(self, published: Sequence[str], keys: Sequence[str]) -> list[str]:
        """Return what stands under keys and belongs to no publication, latest first."""
        known = {key_of(uri) for uri in published}
        found = [
            await self._repository.find(key)
            for key in sorted(keys, reverse=True)
            if key not in known
        ]
        return [post.uri for post in found if post is not None]

    async def _refuse_foreign(self, publication: Publication) -> None:
        if not all([await self._repository.holds(post.uri) for post in publication.posts]):
            raise DeliveryRefused("posted from another account", code="other_account")

    async def _answer(
        self, publication: Publication, plan: Plan, pictures: Sequence[Picture]
    ) -> Publication:
        root = publication.posts[0]
        posts = await self._publish(plan, pictures, Reference(root.uri, root.cid))
        return Publication(posts=(*publication.posts, *posts), link=publication.link)

    async def _publish(
        self, plan: Plan, pictures: Sequence[Picture], answered: Reference | None
    ) -> tuple[PublishedPost, ...]:
        """Write the posts of a plan that do not stand yet, as a reply to a post if one is given."""
        if not plan.posts:
            raise DeliveryRefused("nothing in it can be posted", code="nothing_to_post")
        root = parent = answered
        published: list[PublishedPost] = []
        begun = True
        for place, post in enumerate(plan.posts):
            # They are written in order: where one is missing, all after it are.
            standing = await self._repository.find(post.key) if begun else None
            if standing is None:
                begun = False
                standing = await self._put(plan, place, pictures, root, parent)
            published.append(
                PublishedPost(
                    uri=standing.uri, cid=standing.cid, answers=parent.uri if parent else None
                )
            )
            root, parent = root or standing, standing
        return tuple(published)

    async def _put(
        self,
        plan: Plan,
        place: int,
        pictures: Sequence[Picture],
        root: Reference | None,
        parent: Reference | None,
    ) -> Reference:
        post = plan.posts[place]
        dids = {
            mark.value: did
            for mark in post.marks
            if mark.kind == "mention" and (did := await self._repository.resolve(mark.value))
        }
        record = post_record(
            plan,
            place,
            facets_of(post.marks, dids),
            await self._embed(plan, place, pictures),
            Answering(root, parent) if root and parent else None,
        )
        return await self._repository.put(post.key, record)

    async def _embed(
        self, plan: Plan, place: int, pictures: Sequence[Picture]
    ) -> dict[str, Any] | None:
        if plan.pictures:
            return await self._pictures(pictures[: len(plan.pictures)]) if place == 0 else None
        link = plan.card_link
        if link is None or link[0] != place:
            return None
        card = await self._cards.read(link[1])
        if card is None:
            return None
        picture = card.picture
        thumbnail = (
            await self._repository.upload(picture.data, picture.media_type) if picture else None
        )
        return card_embed(card, thumbnail)

    async def _pictures(self, pictures: Sequence[Picture]) -> dict[str, Any]:
        shown = []
        for picture in pictures:
            try:
                fitted = await fitted_picture(picture.data)
            except MediaError as problem:
                raise DeliveryRefused(
                    f"a picture cannot be shown: {problem}", code="picture_unreadable"
                ) from None
            blob = await self._repository.upload(fitted.data, fitted.media_type)
            shown.append((fitted, picture.description, blob))
        return pictures_embed(shown)

    async def _may_replace(self, old: Publication, plan: Plan, correction: Plan) -> bool:
        # A revision that was begun goes on in the way it began.
        if correction.posts and await self._repository.find(correction.posts[0].key):
            return False
        if plan.posts and await self._repository.find(plan.posts[0].key):
            return True
        standing = [post for post in old.posts if await self._repository.find(key_of(post.uri))]
        if not standing:
            return True
        counts = await self._repository.reply_counts([post.uri for post in standing])
        if counts is None or any(post.uri not in counts for post in standing):
            return False
        ours = [post.answers for post in standing]
        return all(counts[post.uri] <= ours.count(post.uri) for post in standing)

    async def _link(self, post: PublishedPost) -> str:
        return f"{_WEB}/{await self._account.name()}/post/{key_of(post.uri)}"
