"""The time: what it is now, and how a moment is said to people of a branch.

Moments are aware datetimes in UTC everywhere; only here are they turned to a branch's time zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from relay.language.words import Words

# A day and month with its weekday can only be misread when it lies further away than this.
_YEAR_NEEDED = timedelta(days=300)

_ONE_EVENING = timedelta(hours=12)
"""What begins and ends within this names its day once, also past midnight."""


class Clock(Protocol):
    """Where the time comes from, so that tests can decide what time it is."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class StillClock:
    """A clock that stands still until it is moved.

    Args:
        at: the moment it shows at first, aware.
    """

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def move(self, by: timedelta) -> None:
        self._at += by


@dataclass(frozen=True)
class BranchTime:
    """How a branch says a moment: always with the weekday, in its own time zone.

    Attributes:
        zone: the branch's time zone.
        words: its wording, which also decides the language of days and months.
        clock: decides whether a year has to be said.
    """

    zone: ZoneInfo
    words: Words
    clock: Clock

    def spoken(self, moment: datetime) -> str:
        """`Friday 27 November at 6:30 pm`; in the hour that happens twice, which of the two.

        Args:
            moment: aware, in any zone.
        """
        local = moment.astimezone(self.zone)
        day = self.day(moment)
        if (local.hour, local.minute) == (0, 0):
            return self.words.say("date-midnight", day=day)
        time = self.time(moment)
        if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
            return self.words.say("date-and-time", day=day, time=time)
        if local.fold:
            return self.words.say("date-and-time-repeated", day=day, time=time)
        return self.words.say("date-and-time-to-be-repeated", day=day, time=time)

    def span(self, start: datetime, until: datetime | None) -> str:
        """`Friday 27 November at 6:30 pm until 8 pm`; without an end just when it begins.

        Args:
            start: aware, in any zone.
            until: when it ends, aware, or None.
        """
        when = self.spoken(start)
        if until is None:
            return when
        return self.words.say("date-until", when=when, end=self.ending(start, until))

    def ending(self, start: datetime, until: datetime) -> str:
        """Return when something ends that begins at `start`: with the day unless it is plain.

        Args:
            start: aware, in any zone.
            until: later, aware.
        """
        local, offsets = until.astimezone(self.zone), set[timedelta | None]()
        for fold in (0, 1):
            offsets.add(local.replace(fold=fold).utcoffset())
        same_day = local.date() == start.astimezone(self.zone).date()
        if len(offsets) > 1 or not (same_day or until - start <= _ONE_EVENING):
            return self.spoken(until)
        if (local.hour, local.minute) == (0, 0):
            return self.words.say("time-midnight")
        return self.time(until)

    def day(self, moment: datetime) -> str:
        """`Friday 27 November`, with the year when it is about a year or more away.

        Args:
            moment: aware, in any zone.
        """
        local = moment.astimezone(self.zone)
        distant = abs(moment - self.clock.now()) > _YEAR_NEEDED
        pattern = self.words.say("date-pattern-with-year" if distant else "date-pattern")
        return format_date(local, pattern, locale=self._locale)

    def time(self, moment: datetime) -> str:
        """`6:30 pm`, or `noon`.

        Args:
            moment: aware, in any zone.
        """
        return clock_time(moment, self.zone, self.words)

    @property
    def _locale(self) -> str:
        return self.words.locale.replace("-", "_")


def clock_time(moment: datetime, zone: ZoneInfo, words: Words) -> str:
    """Return the time of day of a moment, as `BranchTime.time` does.

    Args:
        moment: aware, in any zone.
        zone: on whose clocks.
        words: the wording.
    """
    local = moment.astimezone(zone)
    if (local.hour, local.minute) == (12, 0):
        return words.say("time-noon")
    pattern = words.say("time-pattern" if local.minute else "time-pattern-full-hour")
    return format_time(local, pattern, tzinfo=zone, locale=words.locale.replace("-", "_"))
