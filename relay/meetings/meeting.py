"""What a meeting is. Plain values: no store, no network, no text for people."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DEFAULT_LENGTH = timedelta(hours=2)
"""How long a meeting is taken to last where nobody said."""


class MeetingState(StrEnum):
    """Where a meeting is in its life. Only `scheduled` and `cancelled` ones are public."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"


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
    """

    original: datetime
    start: datetime
    cancelled: bool = False
    reason: str = ""
    place: Place | None = None
    length: timedelta | None = None
    doors: timedelta | None = None


@dataclass(frozen=True)
class Meeting:
    """A meeting, once or recurring.

    Attributes:
        id: the number admins know it by; drawn from the same numbers as announcements.
        branch: slug.
        title: one line.
        start: of its first date, aware, UTC.
        length: how long each date lasts, None where nobody said when it ends. What is published
            as an end comes from here alone; see `lasts`.
        doors: how long before each date people may come, None where nobody said.
        zone: IANA name; a recurring meeting keeps its hour on the clocks of this zone.
        rule: an RFC 5545 RRULE value without the name (`FREQ=MONTHLY;BYDAY=1TH`), or None.
        changes: the dates that differ, by `original`, ascending; of a single date, its move.
        place: the usual place.
        access: who can come: step-free, hearing loop, childcare, quiet room, captions, cost.
        agenda: plain text, possibly several lines.
        papers: in order.
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
    rule: str | None = None
    changes: tuple[Change, ...] = ()
    place: Place = field(default_factory=Place)
    access: str = ""
    agenda: str = ""
    papers: tuple[Paper, ...] = ()
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
        return DEFAULT_LENGTH if self.length is None else self.length

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
        until: when it ends, aware, UTC; None where nobody said.
        doors: when people may come, aware, UTC; None where nobody said.
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

    @property
    def planned(self) -> datetime:
        """When it was to begin before it was moved, aware, UTC; `start` where it never was."""
        if not self.meeting.recurs and self.meeting.changes:
            return self.meeting.changes[-1].original
        return self.original

    @property
    def is_moved(self) -> bool:
        """Whether it begins at another time than people were first told."""
        return self.start != self.planned
