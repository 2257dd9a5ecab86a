"""A catalogue of meetings in memory, and meetings to put into it."""

from collections.abc import Hashable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypedDict, Unpack

from relay.formatting import StyledText, styled_text
from relay.meetings.changes import MeetingChange, next_version
from relay.meetings.meeting import Change, Meeting, MeetingState, Occurrence, Paper, Place, Session
from relay.meetings.recurrence import occurrence_of, occurrences
from relay.store.announcements import AttachedFile
from relay.store.files import StoredFile
from relay.time.clock import Clock
from relay.web.pages import PublicBranch, StoredPaper
from relay.web.pages.posted import Posted

NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
CHANGED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HACKNEY = PublicBranch("hackney", "Hackney branch")
CAERDYDD = PublicBranch("caerdydd", "Cangen Caerdydd ŵ")


class MeetingParts(TypedDict, total=False):
    """What a test may say of a meeting, beside its number and its title."""

    branch: str
    start: datetime
    zone: str
    uid: str
    created_at: datetime
    changed_at: datetime
    length: timedelta | None
    doors: timedelta | None
    rule: str | None
    changes: tuple[Change, ...]
    place: Place
    access: str
    cost: str
    tickets: str
    contact: str
    programme: tuple[Session, ...]
    agenda: str
    papers: tuple[Paper, ...]
    state: MeetingState
    reason: str
    sequence: int


def meeting(number: int, title: str = "Branch meeting", **more: Unpack[MeetingParts]) -> Meeting:
    """Return a scheduled meeting, on Thursday 26 November at 7 pm unless told otherwise."""
    parts: MeetingParts = {
        "branch": "hackney",
        "start": datetime(2026, 11, 26, 19, 0, tzinfo=UTC),
        "zone": "Europe/London",
        "uid": f"{number}@example.org",
        "created_at": CHANGED,
        "changed_at": CHANGED,
        "state": MeetingState.SCHEDULED,
        "place": Place("Hackney Town Hall\nMare Street, London E8 1EA"),
        "access": "Step-free. Hearing loop. Free.",
        **more,
    }
    return Meeting(id=number, title=title, **parts)


def changed(before: Meeting, change: MeetingChange, now: datetime = NOW) -> Meeting:
    """Return what a change makes of a meeting: the next version, as it is published."""
    date = change.date_in(before, now)
    assert date is not None
    return next_version(change.applied(before, date), now)


class MemoryCatalogue:
    """Meetings that a test can change while the pages are being served."""

    def __init__(
        self,
        clock: Clock,
        *meetings: Meeting,
        branches: Sequence[PublicBranch] = (HACKNEY, CAERDYDD),
    ) -> None:
        self._clock = clock
        self._branches = branches
        self.known = {one.id: one for one in meetings}
        self.files: dict[int, bytes] = {3: b"%PDF-1.7 minutes"}

    def version(self) -> Hashable:
        return tuple(self.known.values())

    def branches(self) -> Sequence[PublicBranch]:
        return self._branches

    def upcoming(self, slug: str) -> Sequence[Occurrence]:
        now = self._clock.now()
        return sorted(self._within(slug, now, now + timedelta(days=60)), key=lambda one: one.start)

    def recent(self, slug: str) -> Sequence[Occurrence]:
        now = self._clock.now()
        found = self._within(slug, now - timedelta(days=60), now)
        return sorted((one for one in found if one.end <= now), key=lambda one: one.start)[::-1]

    def meeting(self, number: int) -> Meeting | None:
        return self.known.get(number)

    def dates(self, meeting: Meeting) -> Sequence[Occurrence]:
        now = self._clock.now()
        ahead = list(occurrences(meeting, now, now + timedelta(days=90)))
        only = occurrence_of(meeting, meeting.start)
        return ahead or ([] if only is None else [only])

    def meetings(self, slug: str | None) -> Sequence[Meeting]:
        return [one for one in self.known.values() if slug in {None, one.branch}]

    def paper(self, number: int, position: int) -> StoredPaper | None:
        for paper in self.known[number].papers if number in self.known else ():
            if paper.position == position and paper.file in self.files:
                return StoredPaper(paper.name, self.files[paper.file])
        return None

    def _within(self, slug: str, after: datetime, before: datetime) -> list[Occurrence]:
        return [date for one in self.meetings(slug) for date in occurrences(one, after, before)]


def full_meeting(number: int = 12) -> Meeting:
    """Return a meeting about which everything has been said."""
    return meeting(
        number,
        "Annual general meeting",
        length=timedelta(hours=2, minutes=30),
        place=Place("Hackney Town Hall\nMare Street, London E8 1EA", "https://meet.example.org/h"),
        access="Step-free from Reading Lane. Hearing loop. Childcare in the next room.\n\nFree.",
        agenda="1. Welcome\n2. Rents: see https://example.org/rents?a=1&b=2\n\nTea afterwards.",
        papers=(
            Paper(1, "Minutes of October.pdf", "application/pdf", file=3),
            Paper(2, "Rent survey", url="https://example.org/survey"),
        ),
    )


class MemoryPosts:
    """Announcements that a test can change while the pages are being served."""

    def __init__(self, *posted: Posted) -> None:
        self.known = {one.number: one for one in posted}
        self.files: dict[int, StoredFile] = {}

    def version(self) -> Hashable:
        return tuple(self.known.values())

    def of_branch(self, slug: str) -> Sequence[Posted]:
        found = [one for one in self.known.values() if one.branch == slug]
        return sorted(found, key=lambda one: (one.posted_at, one.number), reverse=True)

    def get(self, number: int) -> Posted | None:
        return self.known.get(number)

    def file(self, attached: AttachedFile) -> StoredFile | None:
        return self.files.get(attached.position)


def posted(
    number: int, text: str | StyledText, *, changed_at: datetime = CHANGED, taken_back: bool = False
) -> Posted:
    """Return an announcement of Hackney, posted two days before now."""
    return Posted(
        number=number,
        branch="hackney",
        text=StyledText("") if taken_back else styled_text(text),
        posted_at=CHANGED,
        changed_at=changed_at,
        is_taken_back=taken_back,
    )
