"""What a meeting is. Plain values: no store, no network, no text for people."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DEFAULT_LENGTH = timedelta(hours=2)
"""How long a meeting is taken to last where nobody said."""

ONE_DAY = timedelta(days=1)
"""How long one lasts of which only the day is known, counted on the clocks."""


class MeetingState(StrEnum):
    """Where a meeting is in its life. Only `scheduled` and `cancelled` ones are public."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"


class Times(StrEnum):
    """How much of the hours of a date is known. What is not known is told nowhere."""

    SET = "set"
    """It begins at a time."""

    TO_A_DAY = "to-a-day"
    """It begins at a time; of its end only the day is known: "Saturday 10 am until Sunday"."""

    DAYS = "days"
    """Whole days: it begins as its first day does and ends as its last day does."""

    OPEN = "open"
    """The days are known, the time is to be confirmed."""

    @property
    def are_known(self) -> bool:
        """Whether it begins at a time."""
        return self in (Times.SET, Times.TO_A_DAY)


@dataclass(frozen=True)
class Place:
    """Where a meeting is: in a room, online, or both.

    Attributes:
        address: as people read it, possibly several lines; empty for online only.
        online: an `https` link to take part, or empty.
        has_private_link: whether there is one that is not told here; only where the public reads
            (`relay.meetings.public`).
    """

    address: str = ""
    online: str = ""
    has_private_link: bool = False

    def __bool__(self) -> bool:
        return bool(self.address) or self.is_online

    @property
    def is_online(self) -> bool:
        """Whether people can take part from afar."""
        return bool(self.online) or self.has_private_link


@dataclass(frozen=True)
class Paper:
    """A document that belongs to a meeting: a stored file or a link.

    Attributes:
        position: from 1, in the order they were added.
        name: as people read it.
        media_type: of a file; empty for a link.
        file: id in the store's files, None for a link.
        url: the link, None for a file.
    """

    position: int
    name: str
    media_type: str = ""
    file: int | None = None
    url: str | None = None


@dataclass(frozen=True)
class Session:
    """A part of a meeting that begins at a time of its own.

    Attributes:
        after: how long after the meeting begins, on the clocks; less than nothing for what comes
            before, so that it moves with its meeting.
        what: in one line.
    """

    after: timedelta
    what: str


@dataclass(frozen=True)
class Change:
    """What differs for one date of a recurring meeting (RFC 5545, RECURRENCE-ID and EXDATE).

    A meeting with a single date that was moved has one too: `original` is when it was to begin
    before, `start` when it does now.

    Attributes:
        original: when the rule puts it, aware, UTC.
        start: when it is instead, aware, UTC; `original` where only the place differs.
        cancelled: whether it does not take place.
        reason: why, empty where nobody said.
        place: where it is instead, None for the usual place.
        length: how long it lasts instead, None for as long as the others.
        doors: how long before it people may come, None for as long as before the others;
            nothing for this one, if they open as it begins.
        times: what is known of its hours instead, None for as much as of the others. Of a single
            meeting that was moved, what was known of them before.
    """

    original: datetime
    start: datetime
    cancelled: bool = False
    reason: str = ""
    place: Place | None = None
    length: timedelta | None = None
    doors: timedelta | None = None
    times: Times | None = None


@dataclass(frozen=True)
class Meeting:
    """A meeting, once or recurring.

    Attributes:
        id: the number admins know it by; drawn from the same numbers as announcements.
        branch: slug.
        title: one line.
        start: of its first date, aware, UTC.
        length: how long each date lasts, None where nobody said when it ends. What is published
            as an end comes from here alone; see `lasts`. A day or more is counted on the clocks
            (`relay.meetings.recurrence.end_after`). Where only days are known, so many whole days.
        doors: how long before each date people may come, None where nobody said.
        times: how much of its hours is known. Where only days are, `start` is when the first one
            begins on the clocks of `zone`.
        zone: IANA name; a recurring meeting keeps its hour on the clocks of this zone.
        rule: an RFC 5545 RRULE value without the name (`FREQ=MONTHLY;BYDAY=1TH`), or None.
        changes: the dates that differ, by `original`, ascending; of a single date, its move.
        place: the usual place.
        access: who can come: step-free, hearing loop, childcare, quiet room, captions.
        cost: what it costs to come, in words; empty where nobody said.
        tickets: an `https` link to book, never the way in; or empty.
        contact: whom to ask, where everybody may know; whom only admins know is kept elsewhere
            (`relay.meetings.tables.contacts`).
        agenda: plain text, possibly several lines.
        papers: in order.
        programme: its parts that begin at times of their own, in order.
        state: draft until it is published.
        reason: why it was cancelled, empty otherwise.
        uid: calendar identity (RFC 5545, UID), never changes.
        sequence: raised by each published change (RFC 5545, SEQUENCE).
        created_at: aware, UTC.
        changed_at: of the last published change, aware, UTC.
    """

    id: int
    branch: str
    title: str
    start: datetime
    zone: str
    uid: str
    created_at: datetime
    changed_at: datetime
    length: timedelta | None = None
    doors: timedelta | None = None
    times: Times = Times.SET
    rule: str | None = None
    changes: tuple[Change, ...] = ()
    place: Place = field(default_factory=Place)
    access: str = ""
    cost: str = ""
    tickets: str = ""
    contact: str = ""
    agenda: str = ""
    papers: tuple[Paper, ...] = ()
    programme: tuple[Session, ...] = ()
    state: MeetingState = MeetingState.DRAFT
    reason: str = ""
    sequence: int = 0

    @property
    def local_zone(self) -> ZoneInfo:
        """The zone its clock times are in."""
        return ZoneInfo(self.zone)

    @property
    def lasts(self) -> timedelta:
        """How long each date is taken to last, so that it is over some time."""
        if self.length is not None:
            return self.length
        return DEFAULT_LENGTH if self.times.are_known else ONE_DAY

    @property
    def is_cancelled(self) -> bool:
        """Whether all of it is off."""
        return self.state is MeetingState.CANCELLED

    @property
    def recurs(self) -> bool:
        """Whether there is more than one date."""
        return self.rule is not None


@dataclass(frozen=True)
class Occurrence:
    """One date of a meeting, its exception already applied.

    Attributes:
        meeting: what it is a date of.
        original: when the rule puts it, aware, UTC: what names this date (RECURRENCE-ID).
        start: when it really begins, aware, UTC.
        end: when it is over, aware, UTC; not for people, who read `until`.
        place: where it really is.
        cancelled: whether this date, or the whole meeting, is off.
        reason: why it is off, empty otherwise or where nobody said.
        until: when it ends, aware, UTC; None where nobody said, and where of its end only the day
            is known (`last_day`).
        doors: when people may come, aware, UTC; None where nobody said.
        times: how much of its hours is known.
        length: how long it lasts, as `Meeting.length`.
    """

    meeting: Meeting
    original: datetime
    start: datetime
    end: datetime
    place: Place
    cancelled: bool = False
    reason: str = ""
    until: datetime | None = None
    doors: datetime | None = None
    times: Times = Times.SET
    length: timedelta | None = None

    @property
    def first_day(self) -> date:
        """The day on which it begins, on the clocks of its zone."""
        return self.start.astimezone(self.meeting.local_zone).date()

    @property
    def last_day(self) -> date:
        """The day on which it is over; one that ends with a day is over on that day."""
        last = self.end.astimezone(self.meeting.local_zone)
        return (last.replace(tzinfo=None) - timedelta(microseconds=1)).date()

    @property
    def days(self) -> int:
        """How many days it touches."""
        return (self.last_day - self.first_day).days + 1

    @property
    def planned(self) -> datetime:
        """When it was to begin before it was moved, aware, UTC; `start` where it never was."""
        if not self.meeting.recurs and self.meeting.changes:
            return self.meeting.changes[-1].original
        return self.original

    @property
    def planned_times(self) -> Times:
        """How much of its hours was known before it was moved."""
        if not self.meeting.recurs and self.meeting.changes:
            return self.meeting.changes[-1].times or self.meeting.times
        return self.meeting.times

    @property
    def is_moved(self) -> bool:
        """Whether it begins at another time than people were first told.

        A time that is set for the day that people were told is no other.
        """
        was, zone = self.planned_times, self.meeting.local_zone
        if was is Times.OPEN and self.times is not Times.OPEN:
            return self.planned.astimezone(zone).date() != self.first_day
        return (self.start, self.times.are_known) != (self.planned, was.are_known)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is to be confirmed: `time`, `place`."""
        lacks_time = self.times is Times.OPEN
        return (*(["time"] if lacks_time else []), *([] if self.place else ["place"]))
