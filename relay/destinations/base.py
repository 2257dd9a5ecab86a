"""The small interface that every public destination has, and what passes through it.

A destination is used in two moments. When an announcement is previewed or queued, `plan` decides,
without any network, what will stand there and under which names. When it is delivered, `publish`,
`revise` and `retract` carry the plan out; each may be repeated after a crash at any point and then
changes nothing twice. Plans and publications are stored between the two as JSON
(`model_dump_json`, `model_validate_json`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol, runtime_checkable

from pydantic import AwareDatetime, BaseModel, ConfigDict


@dataclass(frozen=True)
class Picture:
    """A picture as it came from the admin.

    Args:
        data: the encoded picture.
        media_type: such as `image/jpeg`.
        description: what it shows, for people who cannot see it.
    """

    data: bytes = field(repr=False)
    media_type: str
    description: str = field(repr=False)


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Mark(_Stored):
    """A part of a post that leads somewhere.

    Args:
        start: offset of its first byte in the post's text encoded as UTF-8.
        end: offset after its last byte.
        kind: what it is.
        value: the whole address, the tag without `#`, or the handle without `@`.
    """

    start: int
    end: int
    kind: Literal["link", "tag", "mention"]
    value: str


class PlannedPost(_Stored):
    """One post of a plan.

    Args:
        key: the name it will be stored under, chosen when planned, so that sending it twice
            leaves one.
        text: exactly as it will stand, numbering included.
        marks: links, tags and mentions in it, in order.
    """

    key: str
    text: str
    marks: tuple[Mark, ...] = ()


class Plan(_Stored):
    """What will be published at one destination.

    Args:
        posts: in order, each a reply to the one before; empty where nothing can go there, and then
            `left_out` says why.
        pictures: descriptions of the pictures that go along (the first ones of those given).
        left_out: codes of what does not go along: `too_many_pictures`, `files`, `text_too_long`.
        created_at: the time the posts will carry (UTC).
        langs: language tags of the text, such as `en-GB`.
    """

    posts: tuple[PlannedPost, ...]
    pictures: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    created_at: AwareDatetime
    langs: tuple[str, ...] = ()

    @property
    def card_link(self) -> tuple[int, str] | None:
        """The link that a card is made of, and which post it is in, from 0; None for no card.

        The first that is written out; one without `https://` only where there is no other.
        """
        if self.pictures:
            return None
        links = [
            (place, mark, post.text.encode()[mark.start : mark.end])
            for place, post in enumerate(self.posts)
            for mark in post.marks
            if mark.kind == "link"
        ]
        written_out = [one for one in links if one[2].lower().startswith(b"http")]
        return next(((place, mark.value) for place, mark, _ in (*written_out, *links)), None)


class PublishedPost(_Stored):
    """A post that stands.

    Args:
        uri: its permanent address at the destination.
        cid: which version of it.
        answers: the address of the post it replies to, if any.
    """

    uri: str
    cid: str
    answers: str | None = None


class Publication(_Stored):
    """An announcement as it stands at one destination.

    Args:
        posts: every post that belongs to it, corrections included; the first is the one to show.
        link: where people can read it in a browser.
    """

    posts: tuple[PublishedPost, ...]
    link: str


class Revision(_Stored):
    """How a change was made.

    Args:
        how: `replaced` where new posts took the place of the old ones, `replied` where the old
            ones stand and the correction is a reply to them.
        publication: what stands now.
    """

    how: Literal["replaced", "replied"]
    publication: Publication


class Remainder(_Stored):
    """A post that could not be taken down.

    Args:
        uri: its address.
        reason: a code: `other_account` (it belongs to an account that is no longer ours) or
            `refused` (the destination would not delete it).
    """

    uri: str
    reason: Literal["other_account", "refused"]


class Retraction(_Stored):
    """The result of taking an announcement down.

    Args:
        deleted: addresses that are gone (those that were gone before included).
        remaining: posts that still stand.
    """

    deleted: tuple[str, ...] = ()
    remaining: tuple[Remainder, ...] = ()


class Reactions(_Stored):
    """What people did with an announcement, counted; never who.

    Args:
        likes: how often it was liked.
        reposts: how often it was passed on.
    """

    likes: int
    reposts: int


@dataclass(frozen=True)
class Subject:
    """What a delivery is about, as everybody may know it.

    Args:
        number: the announcement's.
        branch: the slug of its branch.
        branch_name: as people read it.
        asked_at: when the delivery was queued (aware).
        event: describes the meeting that it announces, as schema.org does, as it stands now; None
            where it announces none.
    """

    number: int
    branch: str
    branch_name: str
    asked_at: datetime
    event: Callable[[], Mapping[str, Any] | None] = lambda: None


class Destination(Protocol):
    """A place where a branch's announcements are published.

    The network methods raise `relay.delivery.errors.DeliveryError`s and nothing else for what goes
    wrong on the other side.
    """

    def plan(
        self,
        text: str,
        descriptions: Sequence[str] = (),
        *,
        files: int = 0,
        now: datetime,
        langs: Sequence[str],
    ) -> Plan:
        """Decide what will stand there. Pure but for choosing fresh keys.

        Args:
            text: the announcement.
            descriptions: of its pictures, in order.
            files: how many attachments it has that are not pictures.
            now: the time the posts will carry (aware); for a scheduled announcement, its time.
            langs: language tags of the text.
        """
        ...

    async def publish(self, plan: Plan, pictures: Sequence[Picture], about: Subject) -> Publication:
        """Carry a plan out, or complete it if that was begun before.

        Args:
            plan: a plan of this destination with at least one post.
            pictures: the announcement's pictures, in the order they were planned in.
            about: what it is about.
        """
        ...

    async def follow(
        self,
        publication: Publication,
        plan: Plan,
        pictures: Sequence[Picture],
        about: Subject,
    ) -> Publication:
        """Carry a plan out as a reply to the first post of a publication.

        Args:
            publication: what stands now, and stays.
            plan: a plan of this destination with at least one post.
            pictures: those of the plan, in its order.
            about: what it is about.

        Returns:
            What stands then, the reply included.
        """
        ...

    async def revise(
        self,
        publication: Publication,
        plan: Plan,
        correction: Plan,
        pictures: Sequence[Picture],
        about: Subject,
    ) -> Revision:
        """Put new text in the place of a publication, or as a reply to it.

        Args:
            publication: what stands now.
            plan: the new text, for the case that it can take the old one's place.
            correction: the new text with words that say it is a correction, for the case that
                it cannot.
            pictures: the announcement's pictures, in the order they were planned in.
            about: what it is about.
        """
        ...

    async def retract(
        self, publication: Publication | None, keys: Sequence[str], about: Subject
    ) -> Retraction:
        """Take posts down.

        Args:
            publication: every post of it; those that are gone already count as deleted. None
                where nothing was published as a whole.
            keys: names under which more of it may stand, left behind by what was given up halfway
                (`PlannedPost.key`). Those under which nothing stands do not count.
            about: what it is about.
        """
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


@runtime_checkable
class Counting(Protocol):
    """A destination that can tell what people did with an announcement."""

    async def reactions(self, publication: Publication) -> Reactions | None:
        """Return how often a publication was liked and passed on; None where that is not told.

        Nothing is raised: what cannot be counted must not hold up what is to be posted.
        """
        ...
