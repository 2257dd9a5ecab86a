"""The meetings of one moment, taken out of the store, so that another thread may read them."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from relay.meetings.meeting import Meeting
from relay.meetings.recurrence import ends_at
from relay.meetings.tables import Meetings
from relay.store import Store


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


class NoFiles:
    """The files of a moment: none, they are large and never change."""

    def get(self, file_id: int) -> NoReturn:
        """Find nothing.

        Raises:
            KeyError: always.
        """
        raise KeyError(file_id)


async def take_snapshot(store: Store, slugs: Sequence[str], since: datetime) -> MeetingSnapshot:
    """Take what is published, branch by branch, so that other work goes on in between.

    Args:
        store: where it is.
        slugs: of the branches.
        since: what was over before is left out, aware.
    """
    while True:
        version = store[Meetings].version
        known: list[Meeting] = []
        for slug in slugs:
            known += store[Meetings].public([slug], since)
            await asyncio.sleep(0)
        if store[Meetings].version == version:
            return MeetingSnapshot(version, tuple(sorted(known, key=_number)))


def _is_left(meeting: Meeting, since: datetime) -> bool:
    end = ends_at(meeting)
    return end is None or end > since


def _number(meeting: Meeting) -> int:
    return meeting.id
