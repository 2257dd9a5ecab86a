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
        local = moment.astimezone(self.zone)
        if (local.hour, local.minute) == (12, 0):
            return self.words.say("time-noon")
        pattern = self.words.say("time-pattern" if local.minute else "time-pattern-full-hour")
        return format_time(local, pattern, tzinfo=self.zone, locale=self._locale)

    @property
    def _locale(self) -> str:
        return self.words.locale.replace("-", "_")
