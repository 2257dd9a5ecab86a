"""What an admin asks for a meeting that is published, and what a change makes of it.

A request is kept until everybody has said yes who has to, and applied to the meeting as it is then:
it may have changed meanwhile. Nothing is stored or sent here.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from relay.meetings.meeting import (
    ONE_DAY,
    Change,
    Meeting,
    MeetingState,
    Occurrence,
    Paper,
    Place,
    Times,
)
from relay.meetings.recurrence import next_occurrence, occurrence_of, with_change


class Request(BaseModel):
    """What somebody asks for.

    Attributes:
        kind: what it is called where it is stored, and in the audit.
        date: the one date of a recurring meeting that was shown, by when the rule puts it: the next
            one may be another by the time of the yes.
        needs_two: whether another admin has to agree in a branch that wants that.
    """

    needs_two: ClassVar[bool] = True

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    kind: str
    date: datetime | None = None

    def date_in(self, meeting: Meeting, now: datetime) -> Occurrence | None:
        """Return the date it is about, None where it is over or off.

        Args:
            meeting: as it is.
            now: aware.
        """
        if self.date is None or not meeting.recurs or self.is_about_all:
            return next_occurrence(meeting, now)
        date = occurrence_of(meeting, self.date)
        return None if date is None or date.cancelled or date.end <= now else date

    @property
    def is_about_all(self) -> bool:
        """Whether it is about every date, whichever was shown."""
        return False


class MeetingChange(Request):
    """A change of the meeting itself.

    Attributes:
        is_on_card: whether the card shows it: then all has to be posted anew, since phones keep the
            card of a post that is edited.
    """

    is_on_card: ClassVar[bool] = False

    def completes(self, date: Occurrence) -> bool:
        """Whether people learn what was to be confirmed, and nothing that they knew changes.

        Args:
            date: the one it is about, as it is.
        """
        return False

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return the meeting with the change, its version as it was.

        Args:
            meeting: as it is.
            date: the one it is about; see `date_in`.
        """
        raise NotImplementedError


class Move(MeetingChange):
    """Another time: of one date, of a single meeting, or of all dates with a new rule.

    Attributes:
        start: aware, UTC.
        rule: as `relay.time.rules.check_rule` takes it; None for once.
        guessed: whether nobody said if it is morning or evening.
        length: minutes that it lasts, None for as long as before.
        doors: minutes before it in which people may come, None for as many as before.
        times: how much of its hours is known then.
    """

    is_on_card: ClassVar[bool] = True

    kind: Literal["move"] = "move"
    start: datetime
    rule: str | None = None
    guessed: bool = False
    length: int | None = None
    doors: int | None = None
    times: Times = Times.SET

    @property
    def is_about_all(self) -> bool:
        """Whether there is a new rule."""
        return self.rule is not None

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it at the other time.

        What differed for single dates of an old rule is forgotten. Of a single meeting, when people
        were first told that it would begin is kept, however often it moves, until it is back there.
        """
        if meeting.recurs and self.rule is None:
            standing = _standing(meeting, date)
            moved = replace(standing, start=self.start, cancelled=False, reason="")
            length, doors, times = self._or(date, standing.length, standing.doors)
            kept = None if times is meeting.times else times
            return _with(meeting, replace(moved, length=length, doors=doors, times=kept))
        length, doors, times = self._or(date, meeting.length, meeting.doors)
        return replace(
            meeting,
            start=self.start,
            rule=self.rule,
            changes=self._first_told(meeting, date, times),
            length=length,
            doors=doors or None,
            times=times,
        )

    def completes(self, date: Occurrence) -> bool:
        """Whether the time of the day that was told is set."""
        known = date.times is Times.OPEN and self.times is not Times.OPEN and self.rule is None
        zone = date.meeting.local_zone
        return known and self.start.astimezone(zone).date() == date.first_day

    def _first_told(self, meeting: Meeting, date: Occurrence, now: Times) -> tuple[Change, ...]:
        """When people were first told that a single meeting would begin, if it moves from there."""
        if self.rule is not None or meeting.recurs or meeting.state is MeetingState.DRAFT:
            return ()
        first, times = date.planned, date.planned_times
        back = (self.start, now.are_known) == (first, times.are_known)
        if back or (self.completes(date) and not meeting.changes):
            return ()
        return (Change(first, self.start, times=None if times is now else times),)

    def _or(
        self, date: Occurrence, length: timedelta | None, doors: timedelta | None
    ) -> tuple[timedelta | None, timedelta | None, Times]:
        """What is said of the end and the doors, or else what was; also to the end of a day."""
        times = self.times
        if self.length is not None:
            length = timedelta(minutes=self.length)
        elif times is not Times.SET:
            length = None if date.times is Times.SET else date.days * ONE_DAY
        elif date.times is not Times.SET:
            local = self.start.astimezone(date.meeting.local_zone)
            since = timedelta(hours=local.hour, minutes=local.minute)
            times = Times.TO_A_DAY if date.days > 1 else times
            length = date.days * ONE_DAY - since if date.days > 1 else None
        if not times.are_known:
            return length, None, times
        return length, doors if self.doors is None else timedelta(minutes=self.doors), times


class Relocate(MeetingChange):
    """Another place: of the next date, or the usual one.

    Attributes:
        address: as people read it, or empty.
        online: a link to take part, or empty.
        one: whether only one date of several is elsewhere.
        stays: whether the link that is there stays: who moves to another hall does not mean to lock
            out those who join online.
    """

    is_on_card: ClassVar[bool] = True

    kind: Literal["where"] = "where"
    address: str = ""
    online: str = ""
    one: bool = False
    stays: bool = False

    def kept_link(self, date: Occurrence) -> str:
        """Return the link that stays, or nothing."""
        return date.place.online if self.stays else ""

    def place(self, date: Occurrence) -> Place:
        """Return where it is then."""
        return Place(self.address, self.online or self.kept_link(date))

    def completes(self, date: Occurrence) -> bool:
        """Whether there was no place."""
        return not date.place and bool(self.place(date))

    def is_of_one(self, meeting: Meeting) -> bool:
        """Whether the usual place stays as it is."""
        return self.one and meeting.recurs

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it at the other place."""
        if self.is_of_one(meeting):
            return _with(meeting, replace(_standing(meeting, date), place=self.place(date)))
        return replace(meeting, place=self.place(date))


class SetAgenda(MeetingChange):
    """Another agenda: `text`."""

    kind: Literal["agenda"] = "agenda"
    text: str

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the agenda."""
        return replace(meeting, agenda=self.text)


class SetAccess(MeetingChange):
    """Other words on who can come: `text`."""

    is_on_card: ClassVar[bool] = True

    kind: Literal["access"] = "access"
    text: str

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the words."""
        return replace(meeting, access=self.text)


class SetCost(MeetingChange):
    """Another cost: `text`."""

    is_on_card: ClassVar[bool] = True

    kind: Literal["cost"] = "cost"
    text: str

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the cost."""
        return replace(meeting, cost=self.text)


class SetTickets(MeetingChange):
    """Another link to book: `text`; empty for none."""

    kind: Literal["tickets"] = "tickets"
    text: str

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the link."""
        return replace(meeting, tickets=self.text)


class AddPapers(MeetingChange):
    """More papers, after those there are.

    Attributes:
        files: id, name and media type of each that is a file.
        links: those that are links.
        refused: codes of what came and is not among them.
    """

    kind: Literal["papers"] = "papers"
    files: tuple[tuple[int, str, str], ...] = ()
    links: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def added(self, meeting: Meeting) -> tuple[Paper, ...]:
        """Return the new papers."""
        files = [
            Paper(place, name, media_type, file=file)
            for place, (file, name, media_type) in enumerate(self.files, len(meeting.papers) + 1)
        ]
        first_link = len(meeting.papers) + len(files) + 1
        return (*files, *(Paper(i, url, url=url) for i, url in enumerate(self.links, first_link)))

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the papers."""
        return replace(meeting, papers=(*meeting.papers, *self.added(meeting)))


class CallingOff(MeetingChange):
    """It is off, one date or all of it, and perhaps why.

    Attributes:
        reason: empty where nobody said.
        all: whether it is off with all its dates.
    """

    is_on_card: ClassVar[bool] = True

    reason: str = ""
    all: bool = False

    @property
    def is_about_all(self) -> bool:
        """Whether all dates are off."""
        return self.all

    def is_of_one(self, meeting: Meeting) -> bool:
        """Whether the other dates take place."""
        return meeting.recurs and not self.all

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it as off."""
        if self.is_of_one(meeting):
            standing = _standing(meeting, date)
            return _with(meeting, replace(standing, cancelled=True, reason=self.reason))
        return replace(meeting, state=MeetingState.CANCELLED, reason=self.reason)


class Cancel(CallingOff):
    """Call it off. One admin is enough: what is off cannot wait; only its reason can."""

    needs_two: ClassVar[bool] = False

    kind: Literal["cancel"] = "cancel"


class Explain(CallingOff):
    """Say why it is off, once it is: words that everybody reads."""

    kind: Literal["reason"] = "reason"

    def date_in(self, meeting: Meeting, now: datetime) -> Occurrence | None:
        """Return the date that is off, or the first of those that are; None where it is over."""
        date = None if self.date is None else occurrence_of(meeting, self.date)
        if date is None or date.end <= now:
            return None
        return date if meeting.is_cancelled or date.cancelled else None


class AskWhoComes(Request):
    """A question in the groups who comes on a date; it changes nothing of the meeting.

    Attributes:
        start: when the date begins as it was shown: a question about one that moved is void.
    """

    kind: Literal["rsvp"] = "rsvp"
    start: datetime


AnyRequest = Annotated[
    Move
    | Relocate
    | SetAgenda
    | SetAccess
    | SetCost
    | SetTickets
    | AddPapers
    | Cancel
    | Explain
    | AskWhoComes,
    Field(discriminator="kind"),
]


def next_version(meeting: Meeting, now: datetime) -> Meeting:
    """Return a meeting as the version after it (RFC 5545, SEQUENCE), changed `now`."""
    return replace(meeting, sequence=meeting.sequence + 1, changed_at=now)


def _standing(meeting: Meeting, date: Occurrence) -> Change:
    """How one date differs already."""
    differing = (one for one in meeting.changes if one.original == date.original)
    return next(differing, Change(date.original, date.start))


def _with(meeting: Meeting, change: Change) -> Meeting:
    return replace(meeting, changes=with_change(meeting, change))
