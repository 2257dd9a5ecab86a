"""When a meeting is, in words: as people say it, or not at all."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.language.vocabulary import vocabulary
from relay.time.rules import check_rule
from relay.time.when import When, read_when

LONDON = ZoneInfo("Europe/London")
ENGLISH = vocabulary("en-GB")
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday."""


def said(words: str, now: datetime = NOW) -> str | None:
    found = read_when(words, now=now, zone=LONDON, known=ENGLISH)
    if not isinstance(found, When):
        return found
    length = "" if found.length is None else f" {found.length // timedelta(minutes=1)}m"
    guess = " ?" if found.guessed else ""
    rule = "" if found.rule is None else f" {found.rule.removeprefix('FREQ=')}"
    return f"{found.start.astimezone(LONDON):%a %d %b %Y %H:%M}{length}{guess}{rule}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Thursday week 7pm", "Thu 03 Dec 2026 19:00"),
        ("27/11 19:00", "Fri 27 Nov 2026 19:00"),
        ("Friday 27 November, 7pm.", "Fri 27 Nov 2026 19:00"),
        ("Friday at 7", "Fri 27 Nov 2026 19:00 ?"),
        ("Friday at 10", "Fri 27 Nov 2026 10:00 ?"),
        ("Friday at seven", "Fri 27 Nov 2026 19:00 ?"),
        ("Friday 7 o'clock", "Fri 27 Nov 2026 19:00 ?"),
        ("Friday half past seven", "Fri 27 Nov 2026 19:30 ?"),
        ("Friday half 7", "Fri 27 Nov 2026 19:30 ?"),
        ("Friday quarter to eight in the evening", "Fri 27 Nov 2026 19:45"),
        ("Friday at 9 in the morning", "Fri 27 Nov 2026 09:00"),
        ("Friday 7-9pm", "Fri 27 Nov 2026 19:00 120m"),
        ("Friday 7pm - 9.30pm", "Fri 27 Nov 2026 19:00 150m"),
        ("Friday 19:00–21:00", "Fri 27 Nov 2026 19:00 120m"),
        ("Saturday 11-1pm", "Sat 28 Nov 2026 11:00 120m"),
        ("Saturday 11am to 1pm", "Sat 28 Nov 2026 11:00 120m"),
        ("Saturday from 10 to 4", "Sat 28 Nov 2026 10:00 360m ?"),
        ("Friday 10pm - 1am", "Fri 27 Nov 2026 22:00 180m"),
        ("Friday 7pm for 90 minutes", "Fri 27 Nov 2026 19:00 90m"),
        ("Friday 7pm for two hours", "Fri 27 Nov 2026 19:00 120m"),
        ("Friday 7pm for an hour and a half", "Fri 27 Nov 2026 19:00 90m"),
        ("5/12 10am", "Sat 05 Dec 2026 10:00"),
        ("Friday 27 November at 12 noon", "Fri 27 Nov 2026 12:00"),
        ("5/12 12 midday", "Sat 05 Dec 2026 12:00"),
        ("5/12 noon", "Sat 05 Dec 2026 12:00"),
        ("Friday noon - 2pm", "Fri 27 Nov 2026 12:00 120m"),
        ("29 February 7pm", "Tue 29 Feb 2028 19:00"),
        ("3rd December at 6:30", "Thu 03 Dec 2026 18:30 ?"),
        ("Friday 6.30 in the evening", "Fri 27 Nov 2026 18:30"),
        ("Friday 8:30 in the morning", "Fri 27 Nov 2026 08:30"),
        ("Friday 06:30", "Fri 27 Nov 2026 06:30"),
        ("Friday 6:30am", "Fri 27 Nov 2026 06:30"),
        ("Friday 6:30-8:30", "Fri 27 Nov 2026 18:30 120m ?"),
        ("Tues 7pm", "Tue 24 Nov 2026 19:00"),
        ("Weds 7.30pm", "Wed 25 Nov 2026 19:30"),
        ("Thurs 7pm", "Thu 26 Nov 2026 19:00"),
        ("Thursday 1930", "Thu 26 Nov 2026 19:30"),
        ("Thursday 3 December 2026 7pm", "Thu 03 Dec 2026 19:00"),
        ("this coming Thursday at 19h", "Thu 26 Nov 2026 19:00"),
        ("on the 3rd at 7pm", "Thu 03 Dec 2026 19:00"),
        ("Sunday the 3rd at 7pm", "Sun 03 Jan 2027 19:00"),
        ("tomorrow evening", "no-time-of-day"),
        ("every Tuesday evening", "no-time-of-day"),
        ("11/27 19:00", None),
        ("12/25 7pm", None),
    ],
)
def test_once(words: str, meant: str | None) -> None:
    assert said(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("first Thursday of every month at 7", "Thu 03 Dec 2026 19:00 ? MONTHLY;BYDAY=1TH"),
        ("the first Thursday of the month, 7pm", "Thu 03 Dec 2026 19:00 MONTHLY;BYDAY=1TH"),
        ("7pm on the last Sunday of each month", "Sun 29 Nov 2026 19:00 MONTHLY;BYDAY=-1SU"),
        ("every first Monday of the month 18:30", "Mon 07 Dec 2026 18:30 MONTHLY;BYDAY=1MO"),
        ("monthly on the 2nd Tuesday 7pm", "Tue 08 Dec 2026 19:00 MONTHLY;BYDAY=2TU"),
        (
            "first and third Tuesday of every month 7pm-9pm",
            "Tue 01 Dec 2026 19:00 120m MONTHLY;BYDAY=1TU,3TU",
        ),
        ("5th of every month at 7pm", "Sat 05 Dec 2026 19:00 MONTHLY;BYMONTHDAY=5"),
        ("last day of the month 5pm", "Mon 30 Nov 2026 17:00 MONTHLY;BYMONTHDAY=-1"),
        ("every Thursday 7pm", "Thu 26 Nov 2026 19:00 WEEKLY;BYDAY=TH"),
        ("Thursdays at 7pm", "Thu 26 Nov 2026 19:00 WEEKLY;BYDAY=TH"),
        ("weekly on Thursdays at 7pm", "Thu 26 Nov 2026 19:00 WEEKLY;BYDAY=TH"),
        ("every Tuesday and Thursday 9am", "Tue 24 Nov 2026 09:00 WEEKLY;BYDAY=TU,TH"),
        ("every other Wednesday 7pm", "Wed 25 Nov 2026 19:00 WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("fortnightly on Wednesdays 7pm", "Wed 25 Nov 2026 19:00 WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("every Monday 9am", "Mon 30 Nov 2026 09:00 WEEKLY;BYDAY=MO"),
        ("every day at 8am", "Tue 24 Nov 2026 08:00 DAILY"),
        ("every weekday at 8am", "Tue 24 Nov 2026 08:00 WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every 1 May 11am", "Sat 01 May 2027 11:00 YEARLY;BYMONTH=5;BYMONTHDAY=1"),
        ("every 29 February noon", "Tue 29 Feb 2028 12:00 YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        (
            "every Thursday 7pm until 17 December",
            "Thu 26 Nov 2026 19:00 WEEKLY;BYDAY=TH;UNTIL=20261217",
        ),
        ("every Thursday 7pm, 6 times", "Thu 26 Nov 2026 19:00 WEEKLY;BYDAY=TH;COUNT=6"),
        ("every Thursday from 5 January at 7pm", "Thu 07 Jan 2027 19:00 WEEKLY;BYDAY=TH"),
    ],
)
def test_again_and_again(words: str, meant: str) -> None:
    assert said(words) == meant


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("yesterday 7pm", "past"),
        ("2 May 2026 7pm", "past"),
        ("Thursday", "no-time-of-day"),
        ("first Thursday of every month", "no-time-of-day"),
        ("Friday 30th 9am", None),
        ("every Thursday 7pm unless it rains", None),
        ("every 30 February 7pm", None),
        ("every Thursday 7pm until whenever", None),
        ("Friday 25:00", "no-time-of-day"),
        ("when the hall is free", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_what_is_not_a_moment_is_not_guessed(words: str, problem: str | None) -> None:
    assert said(words) == problem


@pytest.mark.parametrize("count", ["8785", "24000000000", "9" * 400])
@pytest.mark.parametrize("unit", ["hours", "minutes"])
def test_a_length_that_no_meeting_has_is_not_read(count: str, unit: str) -> None:
    when = read_when(f"tomorrow 7pm for {count}000 {unit}", now=NOW, zone=LONDON, known=ENGLISH)
    assert not isinstance(when, When)


def test_a_recurrence_that_begins_in_a_missing_hour_is_asked_about() -> None:
    before = datetime(2027, 3, 27, 12, tzinfo=UTC)
    assert said("every day 1:30am", before) == "no-such-time"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NOW = st.integers(0, 6 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(max_examples=120, deadline=None)
@given(
    now=_NOW,
    place=st.sampled_from((("first", 1), ("2nd", 2), ("third", 3), ("last", -1))),
    day=st.integers(0, 6),
    hour=st.integers(3, 23),
)
def test_the_nth_weekday_of_every_month(
    now: datetime, place: tuple[str, int], day: int, hour: int
) -> None:
    words = f"{place[0]} {_WEEKDAYS[day]} of every month at {hour:02}:00"
    found = read_when(words, now=now, zone=LONDON, known=ENGLISH)
    assert isinstance(found, When), words
    assert found.rule is not None
    check_rule(found.rule, found.start, LONDON)
    local = found.start.astimezone(LONDON)
    assert (local.weekday(), local.hour) == (day, hour)
    if place[1] > 0:
        assert (local.day - 1) // 7 + 1 == place[1]
    else:
        assert (local + timedelta(days=7)).month != local.month
    assert now < found.start <= now + timedelta(days=38)


@settings(max_examples=120, deadline=None)
@given(now=_NOW, day=st.integers(0, 6), hour=st.integers(3, 23))
def test_thursday_week_is_a_week_after_the_coming_one(now: datetime, day: int, hour: int) -> None:
    found = read_when(f"{_WEEKDAYS[day]} week {hour:02}:00", now=now, zone=LONDON, known=ENGLISH)
    assert isinstance(found, When)
    today: date = now.astimezone(LONDON).date()
    meant = found.start.astimezone(LONDON).date()
    assert meant.weekday() == day
    assert 7 <= (meant - today).days < 14


_PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        "every first last thursday tuesdays of the month at 7 7pm 19:00 until from - to 30 june "
        "half past week fortnight other 31st 6 times for hours in morning and 99 february 29",
    )
)


@settings(max_examples=400, deadline=None)
@given(now=_NOW, text=st.text(max_size=100) | st.lists(_PIECES, max_size=9).map(" ".join))
def test_odd_words_never_crash_and_never_lie_in_the_past(now: datetime, text: str) -> None:
    found = read_when(text, now=now, zone=LONDON, known=ENGLISH)
    if isinstance(found, When):
        assert found.start > now
        assert found.start.tzinfo is UTC
        if found.rule:
            check_rule(found.rule, found.start, LONDON)
        if found.length is not None:
            assert timedelta(0) <= found.length


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("Thursday 12.30-1.30", 60),
        ("Thursday 11.30-1", 90),
        ("Thursday 21:00-01:30", 270),
        ("Thursday 12:00-00:30", 750),
        ("Thursday 19:00-07:00", 720),
    ],
)
def test_a_range_over_noon_ends_in_the_afternoon(words: str, minutes: int) -> None:
    found = read_when(words, now=NOW, zone=LONDON, known=ENGLISH)
    assert isinstance(found, When)
    assert (found.length, found.guessed) == (timedelta(minutes=minutes), False)
