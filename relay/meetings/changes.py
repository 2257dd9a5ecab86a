"""What an admin asks for a meeting that is published, and what a change makes of it.

A request is kept until everybody has said yes who has to, and applied to the meeting as it is then:
it may have changed meanwhile. Nothing is stored or sent here.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from relay.meetings.meeting import (
    Meeting,
    MeetingState,
    Occurrence,
    Paper,
    Place,
    Session,
)
from relay.meetings.moving import Move
from relay.meetings.recurrence import occurrence_of
from relay.meetings.requested import MeetingChange, Request, differing, standing

__all__ = [
    "AddPapers",
    "AnyRequest",
    "AskWhoComes",
    "CallingOff",
    "Cancel",
    "Explain",
    "MeetingChange",
    "Move",
    "Relocate",
    "Request",
    "SetAccess",
    "SetAgenda",
    "SetCost",
    "SetProgramme",
    "SetTickets",
    "next_version",
]


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
            return differing(meeting, replace(standing(meeting, date), place=self.place(date)))
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


class SetProgramme(MeetingChange):
    """Another programme.

    Attributes:
        parts: minutes after the meeting begins, and what, of each; none for no programme.
    """

    kind: Literal["programme"] = "programme"
    parts: tuple[tuple[int, str], ...]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The parts as a meeting has them."""
        return tuple(Session(timedelta(minutes=after), what) for after, what in self.parts)

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it with the programme."""
        return replace(meeting, programme=self.sessions)


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
            differs = standing(meeting, date)
            return differing(meeting, replace(differs, cancelled=True, reason=self.reason))
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
    | SetProgramme
    | AddPapers
    | Cancel
    | Explain
    | AskWhoComes,
    Field(discriminator="kind"),
]


def next_version(meeting: Meeting, now: datetime) -> Meeting:
    """Return a meeting as the version after it (RFC 5545, SEQUENCE), changed `now`."""
    return replace(meeting, sequence=meeting.sequence + 1, changed_at=now)
