"""The catalogue of the relay's own store."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol, Self

from relay.cards import Colours
from relay.meetings.meeting import Meeting, MeetingState, Occurrence, Paper
from relay.meetings.public import PublicRules, public_meeting
from relay.meetings.recurrence import last_occurrence, next_listed, occurrence_of, occurrences
from relay.meetings.tables import Meetings
from relay.settings import Settings
from relay.store import Store
from relay.store.files import StoredFile
from relay.time.clock import Clock
from relay.web.pages.catalogue import PDF, PublicBranch, StoredPaper

AHEAD = timedelta(days=62)
"""How far ahead a recurring meeting is listed date by date; beyond, only its next date is."""

LISTED_AHEAD = 4
"""How many dates of one meeting a branch's page names."""

MOST_AHEAD = 300
"""How many coming dates a branch's page names; its calendar has them all."""

BACK = timedelta(days=90)
"""How far back a branch's page and its feed go."""

LISTED_BACK = 20
"""How many past dates a branch's page names."""

READ_AGAIN = 32 * 1024 * 1024
"""Bytes of papers that are remembered: reading a large one keeps everything else waiting."""

KEPT = timedelta(days=365)
"""How long a meeting that is over stays in the calendars and among the exported pages, and how long
an announcement has a page of its own."""

_YEAR_AHEAD = timedelta(days=400)
_MOST_DATES = 12


def public_branches(settings: Settings) -> tuple[PublicBranch, ...]:
    """The branches of the settings, as far as the public may know them."""
    return tuple(
        PublicBranch(
            branch.slug,
            branch.name,
            Colours(branch.card.band, branch.card.paper),
            PublicRules.of(settings, branch),
            settings.timezone,
        )
        for branch in settings.branches
    )


class KeptMeetings(Protocol):
    """The part of `relay.meetings.tables.meetings.Meetings` that pages are made from."""

    @property
    def version(self) -> int: ...

    def public(self, branches: Collection[str], since: datetime) -> list[Meeting]: ...

    def get(self, number: int) -> Meeting | None: ...


class KeptFiles(Protocol):
    """The part of `relay.store.files.Files` that pictures and papers come from."""

    def get(self, file_id: int) -> StoredFile: ...


@dataclass(frozen=True)
class Kept:
    """What pages are made from: the tables of a store, or what was taken out of them."""

    meetings: KeptMeetings
    files: KeptFiles

    @classmethod
    def of(cls, store: Store) -> Self:
        """Return what a store has as it is whenever it is asked."""
        return cls(store[Meetings], store.files)


class StoredCatalogue:
    """See `relay.web.pages.catalogue.MeetingCatalogue`.

    Args:
        kept: where the meetings are.
        branches: the branches that there are pages for.
        clock: the time.
    """

    def __init__(self, kept: Kept, branches: Sequence[PublicBranch], clock: Clock) -> None:
        self._kept = kept
        self._branches = tuple(branches)
        self._rules = {branch.slug: branch.rules for branch in branches}
        self._clock = clock
        self._read: dict[int, bytes] = {}

    def version(self) -> int:
        return self._kept.meetings.version

    def branches(self) -> Sequence[PublicBranch]:
        return self._branches

    def upcoming(self, slug: str) -> Sequence[Occurrence]:
        now = self._clock.now()
        meetings = self._public([slug], now)
        dates = [one for meeting in meetings for one in self._ahead(meeting, AHEAD, LISTED_AHEAD)]
        return sorted(dates, key=_order)[:MOST_AHEAD]

    def recent(self, slug: str) -> Sequence[Occurrence]:
        now = self._clock.now()
        since = now - BACK
        dates = [
            one
            for meeting in self._public([slug], since)
            for one in occurrences(meeting, since, now)
            if one.end <= now
        ]
        return sorted(dates, key=_order, reverse=True)[:LISTED_BACK]

    def meeting(self, number: int) -> Meeting | None:
        meeting = self._kept.meetings.get(number)
        if meeting is None or meeting.state is MeetingState.DRAFT:
            return None
        return self._as_read(meeting) if meeting.branch in self._rules else None

    def dates(self, meeting: Meeting) -> Sequence[Occurrence]:
        ahead = list(self._ahead(meeting, _YEAR_AHEAD, _MOST_DATES))
        if ahead:
            return ahead
        last = last_occurrence(meeting, self._clock.now()) or occurrence_of(meeting, meeting.start)
        return () if last is None else (last,)

    def meetings(self, slug: str | None) -> Sequence[Meeting]:
        slugs = [branch.slug for branch in self._branches if slug in {None, branch.slug}]
        return self._public(slugs, self._clock.now() - KEPT)

    def paper(self, number: int, position: int) -> StoredPaper | None:
        meeting = self.meeting(number)
        for paper in () if meeting is None else meeting.papers:
            if paper.position == position and paper.file is not None:
                return self._paper(paper, paper.file)
        return None

    def _paper(self, paper: Paper, file: int) -> StoredPaper | None:
        data = self._read.pop(file, None)
        if data is None:
            try:
                stored = self._kept.files.get(file)
            except KeyError:
                return None
            if stored.media_type != PDF:
                return None
            data = stored.data
        # A file never changes and its id never comes back.
        self._read[file] = data
        while len(self._read) > 1 and sum(map(len, self._read.values())) > READ_AGAIN:
            del self._read[next(iter(self._read))]
        return StoredPaper(paper.name, data)

    def _public(self, slugs: Sequence[str], since: datetime) -> list[Meeting]:
        return [self._as_read(one) for one in self._kept.meetings.public(slugs, since)]

    def _as_read(self, meeting: Meeting) -> Meeting:
        return public_meeting(meeting, self._rules[meeting.branch])

    def _ahead(self, meeting: Meeting, span: timedelta, most: int) -> Iterator[Occurrence]:
        now = self._clock.now()
        found = list(islice(occurrences(meeting, now, now + span), most))
        following = None if found else next_listed(meeting, now)
        yield from found if following is None else [following]


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    return (occurrence.start, occurrence.meeting.id)
