"""A public place that plans as Bluesky does and, instead of posting, keeps what it was told."""

from collections.abc import Sequence

from harness.public import Drawer, NoCards

from relay.destinations.base import (
    Picture,
    Plan,
    Publication,
    PublishedPost,
    Retraction,
    Revision,
    Subject,
)
from relay.destinations.bluesky.destination import Bluesky
from relay.destinations.bluesky.session import Credentials
from relay.time.clock import Clock

_LINK = "https://bsky.app/profile/hackney.example.org/post/1"


class PublicPlace(Bluesky):
    """Stands at the end of a lane.

    Attributes:
        done: what was done there and the text of it, in order.
    """

    def __init__(self, clock: Clock) -> None:
        credentials = Credentials("https://pds.example.org", "hackney.example.org", "none")
        super().__init__(credentials, Drawer(), clock, cards=NoCards())
        self.done: list[tuple[str, str]] = []

    async def publish(
        self, plan: Plan, pictures: Sequence[Picture], about: Subject | None = None
    ) -> Publication:
        return self._stands("posts", plan, len(pictures))

    async def follow(
        self,
        publication: Publication,
        plan: Plan,
        pictures: Sequence[Picture],
        about: Subject | None = None,
    ) -> Publication:
        more = self._stands("replies", plan, len(pictures))
        return Publication(posts=(*publication.posts, *more.posts), link=publication.link)

    async def revise(
        self,
        publication: Publication,
        plan: Plan,
        correction: Plan,
        pictures: Sequence[Picture],
        about: Subject | None = None,
    ) -> Revision:
        return Revision(how="replaced", publication=self._stands("replaces", plan, len(pictures)))

    async def retract(
        self,
        publication: Publication | None,
        keys: Sequence[str] = (),
        about: Subject | None = None,
    ) -> Retraction:
        gone = [post.uri for post in publication.posts] if publication else []
        self.done.append((f"deletes {len(gone)}", ""))
        return Retraction(deleted=tuple(gone))

    async def close(self) -> None:
        return None

    def _stands(self, how: str, plan: Plan, pictures: int) -> Publication:
        with_pictures = f" with {pictures} picture" if pictures else ""
        for post in plan.posts:
            self.done.append((how + with_pictures, post.text))
        posts = (PublishedPost(uri=f"at://one/{post.key}", cid="c") for post in plan.posts)
        return Publication(posts=tuple(posts), link=_LINK)
