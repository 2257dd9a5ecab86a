"""Announcements as the public pages know them: what was posted, as its admins agreed to show it."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, Self

from relay.formatting import StyledText
from relay.meetings.tables import Meetings
from relay.store import Store
from relay.store.announcements import Announcement, AttachedFile, State
from relay.store.files import StoredFile
from relay.store.on_page import OnPage
from relay.time.clock import Clock
from relay.web.pages.stored import KEPT, KeptFiles

_SHOWN_STATES = (State.POSTED, State.RETRACTED)


@dataclass(frozen=True)
class Posted:
    """An announcement as everybody may read it.

    Attributes:
        number: by which admins know it.
        branch: a slug.
        text: nothing once it was taken back.
        posted_at: aware.
        changed_at: since when it says what it says (aware).
        pictures, papers: what goes with it.
        is_taken_back: whether only that much is left to say.
    """

    number: int
    branch: str
    text: StyledText = field(repr=False)
    posted_at: datetime
    changed_at: datetime
    pictures: tuple[AttachedFile, ...] = ()
    papers: tuple[AttachedFile, ...] = ()
    is_taken_back: bool = False


class PostedCatalogue(Protocol):
    """The announcements of the public pages."""

    def version(self) -> Hashable:
        """Another value after every change of what is to be read."""

    def of_branch(self, slug: str) -> Sequence[Posted]:
        """A branch's announcements of the last year, newest first, those taken back included."""

    def get(self, number: int) -> Posted | None:
        """An announcement that has a page, or None."""

    def file(self, attached: AttachedFile) -> StoredFile | None:
        """A picture or a paper that goes with an announcement, or None once it is gone."""


class NothingPosted:
    """See `PostedCatalogue`: pages without announcements."""

    def version(self) -> Hashable:
        return None

    def of_branch(self, slug: str) -> Sequence[Posted]:
        return ()

    def get(self, number: int) -> Posted | None:
        return None

    def file(self, attached: AttachedFile) -> StoredFile | None:
        return None


class KeptAnnouncements(Protocol):
    """The part of `relay.store.announcements.Announcements` that pages are made from."""

    @property
    def version(self) -> int: ...

    def on_pages(self, branches: Collection[str], since: datetime) -> list[Announcement]: ...

    def get(self, number: int) -> Announcement | None: ...


class KeptMeeting(Protocol):
    """The part of `relay.meetings.tables.meetings.Meetings` that tells a meeting's post."""

    def get(self, number: int) -> object | None: ...


@dataclass(frozen=True)
class KeptPosts:
    """What announcements on pages are made from: tables of a store, or what was taken from them."""

    announcements: KeptAnnouncements
    meetings: KeptMeeting
    files: KeptFiles

    @classmethod
    def of(cls, store: Store) -> Self:
        """Return what a store has as it is whenever it is asked."""
        return cls(store.announcements, store[Meetings], store.files)


class StoredPosts:
    """See `PostedCatalogue`.

    Args:
        kept: where the announcements are.
        shares: how much of each branch's announcements its page may have, by slug.
        clock: the time.
    """

    def __init__(self, kept: KeptPosts, shares: Mapping[str, OnPage], clock: Clock) -> None:
        self._kept = kept
        self._shares = shares
        self._clock = clock

    def version(self) -> Hashable:
        return self._kept.announcements.version

    def of_branch(self, slug: str) -> Sequence[Posted]:
        if self._shares.get(slug, OnPage.NOTHING) is OnPage.NOTHING:
            return ()
        known = self._kept.announcements.on_pages([slug], self._since())
        return [posted for one in known if (posted := self._as_read(one)) is not None]

    def get(self, number: int) -> Posted | None:
        announcement = self._kept.announcements.get(number)
        return None if announcement is None else self._as_read(announcement)

    def file(self, attached: AttachedFile) -> StoredFile | None:
        try:
            return replace(self._kept.files.get(attached.file), name=attached.name)
        except KeyError:
            return None

    def _since(self) -> datetime:
        return self._clock.now() - KEPT

    def _as_read(self, announcement: Announcement) -> Posted | None:
        share = announcement.on_page.within(self._shares.get(announcement.branch, OnPage.NOTHING))
        posted_at = announcement.posted_at
        if share is OnPage.NOTHING or announcement.state not in _SHOWN_STATES:
            return None
        if posted_at is None or posted_at <= self._since():
            return None
        if self._kept.meetings.get(announcement.id) is not None:
            # A meeting has a page of its own.
            return None
        posted = Posted(
            number=announcement.id,
            branch=announcement.branch,
            text=StyledText(""),
            posted_at=posted_at,
            changed_at=announcement.page_changed_at or posted_at,
            is_taken_back=True,
        )
        if announcement.state is State.RETRACTED:
            return posted
        own = announcement.public_text is None
        return replace(
            posted,
            text=announcement.styled if own else StyledText(announcement.read_in_public),
            pictures=announcement.pictures,
            papers=announcement.papers if share is OnPage.WHOLE else (),
            is_taken_back=False,
        )
