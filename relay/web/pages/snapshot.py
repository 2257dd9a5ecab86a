"""What is public in one moment, taken out of the store, so that another thread may read it."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from relay.meetings.meeting import Meeting
from relay.meetings.recurrence import ends_at
from relay.meetings.tables import Meetings
from relay.signed_feed.document import PublishedFeed
from relay.signed_feed.feed import published
from relay.signed_feed.tables import SignedFeeds
from relay.store import Store
from relay.store.announcements import Announcement
from relay.web.pages.signed import SignedSnapshot


@dataclass(frozen=True)
class MeetingSnapshot:
    """See `relay.meetings.tables.meetings.Meetings`; holds the published ones only."""

    version: int
    known: tuple[Meeting, ...]

    def public(self, branches: Collection[str], since: datetime) -> list[Meeting]:
        """Return the meetings of some branches that were not over before `since`, by number."""
        return [one for one in self.known if one.branch in branches and _is_left(one, since)]

    def get(self, number: int) -> Meeting | None:
        """Return a meeting, or None."""
        return next((one for one in self.known if one.id == number), None)


@dataclass(frozen=True)
class AnnouncementSnapshot:
    """See `relay.store.announcements.Announcements`; holds what is on the pages only."""

    version: int
    known: tuple[Announcement, ...]

    def on_pages(self, branches: Collection[str], since: datetime) -> list[Announcement]:
        """Return what some branches posted after `since`, newest first."""
        return [
            one
            for one in self.known
            if one.branch in branches and one.posted_at is not None and one.posted_at > since
        ]

    def get(self, number: int) -> Announcement | None:
        """Return an announcement, or None."""
        return next((one for one in self.known if one.id == number), None)


@dataclass(frozen=True)
class Snapshot:
    """Everything that pages are made from, but the files.

    `version` is that of the store that it was taken from; see `version_of`.
    """

    meetings: MeetingSnapshot
    announcements: AnnouncementSnapshot
    signed: SignedSnapshot
    version: tuple[int, ...]


class NoFiles:
    """The files of a moment: none, they are large and never change."""

    def get(self, file_id: int) -> NoReturn:
        """Find nothing.

        Raises:
            KeyError: always.
        """
        raise KeyError(file_id)


def version_of(store: Store) -> tuple[int, ...]:
    """Return another value after every change of what is public; between transactions."""
    return (store[Meetings].version, store.announcements.version, store[SignedFeeds].version)


async def take_snapshot(store: Store, slugs: Sequence[str], since: datetime) -> Snapshot:
    """Take what is published, branch by branch, so that other work goes on in between.

    Args:
        store: where it is.
        slugs: of the branches.
        since: what was over before is left out, aware.
    """
    while True:
        version = version_of(store)
        known: list[Meeting] = []
        told: list[Announcement] = []
        feeds: dict[str, PublishedFeed] = {}
        for slug in slugs:
            known += store[Meetings].public([slug], since)
            told += store.announcements.on_pages([slug], since)
            if (feed := published(store, slug)) is not None:
                feeds[slug] = feed
            await asyncio.sleep(0)
        if version_of(store) == version:
            meetings = MeetingSnapshot(version[0], tuple(sorted(known, key=_number)))
            announcements = AnnouncementSnapshot(version[1], tuple(told))
            return Snapshot(meetings, announcements, SignedSnapshot(feeds), version)


def _is_left(meeting: Meeting, since: datetime) -> bool:
    end = ends_at(meeting)
    return end is None or end > since


def _number(meeting: Meeting) -> int:
    return meeting.id
