"""Which day of the calendar fits what is written, or why it is open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relay.meetings.reading.reading import Reason

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week as RFC 5545 (3.3.10) names them, Monday first."""

WEEK = timedelta(days=7)
_RECENT = timedelta(days=75)
"""A day without a year that is over for no longer is a day that is over, not one of next year."""

_SAME_YEAR = timedelta(days=300)
_NEW_YEAR = timedelta(days=150)
_SPRING = 3


@dataclass(frozen=True)
class Day:
    """A day that is written somewhere.

    Attributes:
        at: where, half-open.
        day: which it is, or None where it is open.
        last: of a range of days, the last one.
        problem: why it is open.
        choices: days that fit, where it is open.
        exact: whether a number of a day was written, not only a weekday or "tomorrow".
        role: `negated`, `behind`, `deadline`, `told`, `next-but-one`, `vague`, `name` or empty.
        evening: whether the words for the day say which half ("tonight").
        weekday: 0 for Monday, where only a weekday was written.
        by_name: whether it was called by a name such as Christmas Eve.
    """

    at: tuple[int, int]
    day: date | None
    last: date | None = None
    problem: Reason | None = None
    choices: tuple[date, ...] = ()
    exact: bool = True
    role: str = ""
    evening: bool = False
    weekday: int | None = None
    by_name: bool = False


def dated(
    at: tuple[int, int], number: int, month: int, year: int | None, weekday: int | None, today: date
) -> Day:
    """Hold the day of a number and a month against its weekday and against today.

    Args:
        at: where it is written.
        number: of the day.
        month: 1 to 12.
        year: None where none is written: the next such day.
        weekday: 0 for Monday, None where none is written.
        today: when it is read.
    """
    if year is None:
        return _coming(at, number, month, weekday, today)
    day = day_of(year, month, number)
    if day is None:
        return Day(at, None, problem="date")
    if day < today:
        return _over(at, day, weekday, today)
    if weekday is not None and day.weekday() != weekday:
        return Day(at, None, problem="weekday-mismatch", choices=_around(day, weekday, today))
    return Day(at, day)


def _over(at: tuple[int, int], day: date, weekday: int | None, today: date) -> Day:
    """A day that is over: its year may be a slip, where the weekday or the season speaks for it."""
    passed = (day.month, day.day) < (today.month, today.day)
    later = day_of(today.year + passed, day.month, day.day)
    if later is None or day.year < today.year - 1:
        return Day(at, None, problem="past")
    fits = (
        later.weekday() == weekday
        if weekday is not None
        else later - today < _NEW_YEAR and day.month <= _SPRING < today.month
    )
    return Day(at, None, problem="year" if fits else "past", choices=(later,) if fits else ())


def _coming(at: tuple[int, int], number: int, month: int, weekday: int | None, today: date) -> Day:
    this = day_of(today.year, month, number)
    is_over = this is not None and this < today
    coming = day_of(today.year + 1, month, number) if is_over or this is None else this
    if coming is None:
        # 29 February.
        years = (day_of(today.year + plus, month, number) for plus in range(9))
        leap = next((one for one in years if one and one >= today), None)
        fits = leap is not None and weekday in (None, leap.weekday())
        return Day(at, None, problem="date", choices=(leap,) if leap and fits else ())
    if weekday is not None and coming.weekday() != weekday:
        if this and is_over and this.weekday() == weekday and today - this < _SAME_YEAR:
            return Day(at, None, problem="past", choices=(this,))
        return Day(at, None, problem="weekday-mismatch", choices=_around(coming, weekday, today))
    if this and is_over and weekday is None and today - this <= _RECENT:
        return Day(at, None, problem="past", choices=(this, coming))
    return Day(at, coming)


def _around(day: date, weekday: int, today: date) -> tuple[date, ...]:
    """The day as numbered, and the nearest one on the weekday that was named."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    near = day + timedelta(days=shift)
    return tuple(sorted({day, near} if near >= today else {day, near + WEEK}))


def numbered(at: tuple[int, int], number: int, weekday: int | None, today: date) -> Day:
    """Return the next day of a number without a month, on its weekday if one is named."""
    ahead = [today + timedelta(days=offset) for offset in range(62)]
    fitting = [day for day in ahead if day.day == number]
    if not fitting:
        return Day(at, None, problem="date")
    day = next((day for day in fitting if weekday in (None, day.weekday())), None)
    if day is not None:
        return Day(at, day)
    around = _around(fitting[0], weekday or 0, today)
    return Day(at, None, problem="weekday-mismatch", choices=around)


def nth_weekday(
    at: tuple[int, int], nth: int, weekday: int, month: int, year: int | None, today: date
) -> Day:
    """Return the first, second … or last (-1) such weekday of a month."""
    for one in (year,) if year is not None else (today.year, today.year + 1):
        days = [day for number in range(1, 32) if (day := day_of(one, month, number))]
        days = [day for day in days if day.weekday() == weekday]
        day = days[nth - 1] if nth > 0 else days[-1]
        if day >= today:
            return Day(at, day)
    return Day(at, None, problem="past")


def on_weekday(at: tuple[int, int], weekday: int, today: date) -> Day:
    """Return the next such weekday; where it is today's name, either may be meant."""
    coming = following(today, weekday)
    if weekday == today.weekday():
        return Day(at, None, problem="date", choices=(today, coming), exact=False)
    return Day(at, coming, exact=False)


def next_weekday(at: tuple[int, int], weekday: int, today: date) -> Day:
    """Return "next Friday": clear where the next one and that of next week are the same."""
    coming = following(today, weekday)
    in_next_week = today - timedelta(days=today.weekday()) + WEEK + timedelta(days=weekday)
    if in_next_week != coming:
        return Day(at, None, problem="date", choices=(coming, in_next_week), exact=False)
    return Day(at, coming, exact=False)


def until_weekday(day: Day, weekday: int | None) -> Day:
    """Hold the last day against the weekday that was named for it."""
    if weekday is None or day.day is None:
        return day
    if day.last is None and day.day.weekday() == weekday:
        # In two languages: "Dydd Mawrth / Tuesday 8".
        return day
    if day.last is None or day.last.weekday() != weekday:
        return Day(day.at, None, problem="date")
    return day


def week_after(day: Day) -> Day:
    """Return "Monday after next", from next Monday."""
    later = None if day.day is None else day.day + WEEK
    return replace(day, day=later, choices=tuple(one + WEEK for one in day.choices))


def following(today: date, weekday: int) -> date:
    """Return the next day of that name after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def day_of(year: int, month: int, number: int) -> date | None:
    """Return a day of the calendar, None where there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def written_year(said: Mapping[str, str], form: int) -> int | None:
    """Return the year that is written beside a day, by the number of its form; None for none."""
    if year := said.get(f"year{form}"):
        return int(year)
    short = said.get(f"short{form}")
    return None if short is None else 2000 + int(short)
