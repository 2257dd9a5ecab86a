"""What was read in an invitation, and what has to be asked."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal

from relay.meetings.reading.programme import Part

Reason = Literal[
    "date",
    "time",
    "which-event",
    "weekday-mismatch",
    "past",
    "place-tbc",
    "time-tbc",
    "am-pm",
    "end-before-start",
    "year",
    "which-place",
    "which-title",
    "moment",
]
"""Why something has to be asked."""


@dataclass(frozen=True)
class Ask:
    """A question and why it is asked.

    Attributes:
        reason: what is open.
        choices: moments that fit, as local naive times, for a question with choices; may be empty.
        words: what in the text gave rise to it, empty where nothing did.
        at: where those words stand in the pasted text, half-open.
        names: places or titles to choose from, as written; the likeliest first.
    """

    reason: Reason
    choices: tuple[datetime, ...] = ()
    words: str = field(default="", repr=False)
    at: tuple[int, int] = (0, 0)
    names: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Found:
    """Words of the text, and where in the pasted text they stand (half-open)."""

    words: str = field(repr=False)
    at: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Reading:
    """What an invitation says of one meeting. All moments are local and naive.

    Attributes:
        title: None where none is stated.
        start: None where it is open; `asks` says why.
        end: only where the text gives one.
        doors: when people may come, before it starts.
        all_day: days without hours; `start` and `end` are the midnights of the first and last day.
        to_a_day: whether of its end only the day is known; `end` is its midnight.
        rule: RFC 5545 RRULE value without its name; `start` is its first date.
        place: as written, None where there is none to go to.
        online: the link to take part.
        agenda: points without their numbers and timings.
        programme: its parts that begin at times of their own.
        access: lines on who can come.
        cost: lines on what it costs.
        tickets: the link to book; never the one to take part.
        asks: what has to be asked, the first first.
        moments: the words that say when it is.
        unread: lines that went into nothing of this.
        length: how long it lasts where the text says so, also where the day is open.
    """

    title: Found | None = None
    start: datetime | None = None
    end: datetime | None = None
    doors: time | None = None
    all_day: bool = False
    rule: str | None = None
    place: Found | None = None
    online: Found | None = None
    agenda: tuple[str, ...] = ()
    programme: tuple[Part, ...] = ()
    access: tuple[str, ...] = ()
    cost: tuple[str, ...] = ()
    tickets: Found | None = None
    asks: tuple[Ask, ...] = ()
    moments: tuple[Found, ...] = ()
    unread: tuple[Found, ...] = ()
    length: timedelta | None = None
    to_a_day: bool = False


@dataclass(frozen=True)
class Moment:
    """When an invitation says it is. Local and naive.

    Attributes:
        start: None where it is open.
        end: only where it is written.
        doors: an earlier time for coming.
        all_day: whole days; `end` is the midnight with which the last one begins.
        to_a_day: whether of its end only the day is known; `end` is as for `all_day`.
        rule: RFC 5545, with its end.
        asks: what is open.
        length: how long it lasts where the text says so, also where the day is open.
        used: the parts of the text that speak of moments, half-open.
        core: the parts that say when it is; the rest are deadlines, minutes and the like.
    """

    start: datetime | None = None
    end: datetime | None = None
    doors: time | None = None
    all_day: bool = False
    to_a_day: bool = False
    rule: str | None = None
    asks: tuple[Ask, ...] = ()
    length: timedelta | None = None
    used: tuple[tuple[int, int], ...] = ()
    core: tuple[tuple[int, int], ...] = ()
