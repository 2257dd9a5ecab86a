"""Moments in words: understood as they were typed, or not at all."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.language.vocabulary import vocabulary
from relay.time.timing import read_timing

LONDON = ZoneInfo("Europe/London")
ENGLISH = vocabulary("en-GB")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SPRING = ("January", "February", "March", "April", "May", "June")
_AUTUMN = ("July", "August", "September", "October", "November", "December")
_MONTHS = (*_SPRING, *_AUTUMN)


def understood(text: str, now: datetime = MONDAY) -> tuple[str | None, str] | None:
    timing = read_timing(text, now=now, zone=LONDON, known=ENGLISH)
    if timing is None:
        return None
    if timing.moment is None:
        return None, str(timing.problem)
    return f"{timing.moment.astimezone(LONDON):%a %d %b %Y %H:%M}", timing.rest


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("tomorrow 9am", "Tue 24 Nov 2026 09:00"),
        ("tomorrow at 12.30pm", "Tue 24 Nov 2026 12:30"),
        ("tomorrow 12.30", "Tue 24 Nov 2026 12:30"),
        ("9am", "Tue 24 Nov 2026 09:00"),
        ("11am", "Mon 23 Nov 2026 11:00"),
        ("12am", "Tue 24 Nov 2026 00:00"),
        ("noon", "Mon 23 Nov 2026 12:00"),
        ("tonight 8 p.m.", "Mon 23 Nov 2026 20:00"),
        ("Friday at 18:30", "Fri 27 Nov 2026 18:30"),
        ("next Friday 6.30pm", "Fri 27 Nov 2026 18:30"),
        ("wed 7pm", "Wed 25 Nov 2026 19:00"),
        ("1/12 9am", "Tue 01 Dec 2026 09:00"),
        ("01.12.2026 9am", "Tue 01 Dec 2026 09:00"),
        ("2026-12-01 9:00", "Tue 01 Dec 2026 09:00"),
        ("the 1st of December at 9.30am", "Tue 01 Dec 2026 09:30"),
        ("Sunday 29 November 18:00", "Sun 29 Nov 2026 18:00"),
        ("29 February 9am", "Tue 29 Feb 2028 09:00"),
        ("31 December 23:59", "Thu 31 Dec 2026 23:59"),
        ("Thursday week 7pm", "Thu 03 Dec 2026 19:00"),
        ("a week on Thursday at 7pm", "Thu 03 Dec 2026 19:00"),
        ("Monday week 9am", "Mon 30 Nov 2026 09:00"),
        ("tues fortnight 18:30", "Tue 08 Dec 2026 18:30"),
        ("in two hours", "Mon 23 Nov 2026 12:00"),
        ("in 10 minutes", "Mon 23 Nov 2026 10:10"),
        ("in 2 days at 9am", "Wed 25 Nov 2026 09:00"),
    ],
)
def test_ways_to_say_a_moment(words: str, moment: str) -> None:
    assert understood(f"{words}: The hall: open") == (moment, "The hall: open")


@pytest.mark.parametrize(
    "words",
    [
        "Monday 24 November 9am",
        "Friday 30th 9am",
        "Friday 13 November 9am",
        "tomorrow 25:00",
        "tomorrow 13pm",
        "9am 10am",
        "December 9am",
        "Thursday",
        "the 5th",
    ],
)
def test_what_contradicts_itself_or_is_incomplete_is_not_guessed(words: str) -> None:
    assert understood(f"{words}: Hello") == (None, "no-time-of-day")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("Thurs 7pm: x", "Thu 26 Nov 2026 19:00"),
        ("Tues 7pm: x", "Tue 24 Nov 2026 19:00"),
        ("Weds at noon: x", "Wed 25 Nov 2026 12:00"),
        ("Thur 19h: x", "Thu 26 Nov 2026 19:00"),
        ("Friday 1930: x", "Fri 27 Nov 2026 19:30"),
        ("Friday 19.00: x", "Fri 27 Nov 2026 19:00"),
        ("Friday half past 7: x", "Fri 27 Nov 2026 19:30"),
        ("Friday half 7: x", "Fri 27 Nov 2026 19:30"),
        ("Friday 7 o’clock: x", "Fri 27 Nov 2026 19:00"),
        ("tomorrow morning at 9: x", "Tue 24 Nov 2026 09:00"),
        ("the 3rd at 7pm: x", "Thu 03 Dec 2026 19:00"),
        ("TOMORROW\u00a09AM: x", "Tue 24 Nov 2026 09:00"),
        ("tomorrow 9am:x", "Tue 24 Nov 2026 09:00"),
        ("tomorrow 9am：x", "Tue 24 Nov 2026 09:00"),
        ("tomorrow 9am - x", "Tue 24 Nov 2026 09:00"),
        ("tomorrow 9am – x", "Tue 24 Nov 2026 09:00"),
        ("12/12 7.30pm: x", "Sat 12 Dec 2026 19:30"),
    ],
)
def test_a_moment_is_read_as_those_of_meetings_are(typed: str, moment: str) -> None:
    assert understood(typed) == (moment, "x")


@pytest.mark.parametrize("words", ["every Thursday 7pm", "tomorrow", "Friday evening"])
def test_what_is_no_one_moment_is_asked_about(words: str) -> None:
    assert understood(f"{words}: Hello") == (None, "no-time-of-day")


@pytest.mark.parametrize(
    "text", ["https://example.org/9am", "Re: rent", "Note: bring a chair", "Room 7:x", "Film - 7pm"]
)
def test_a_colon_or_a_dash_in_a_text_is_no_moment(text: str) -> None:
    assert understood(text) is None


@pytest.mark.parametrize("words", ["today 9am", "2 May 2026 9am", "yesterday 9am"])
def test_what_is_over_is_said_to_be_over(words: str) -> None:
    assert understood(f"{words}: Hello") == (None, "past")


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "Reminder: 9am start",
        "Friday's meeting is off",
        "On Friday at 6 we meet",
        "On Monday we march: be there",
        "At last: a hall",
        "The 5 demands: one, two",
        "May: what we did",
        "5 people came at 9am",
    ],
)
def test_a_text_stays_a_text(text: str) -> None:
    timing = read_timing(text, now=MONDAY, zone=LONDON, known=ENGLISH)
    assert timing is None or timing.moment is None


@pytest.mark.parametrize("words", ["tomorow 9am", "Wendesday 7pm", "2 Novmber at 18:30"])
def test_a_slip_in_a_day_is_not_guessed(words: str) -> None:
    assert understood(f"{words}: Hello") == (None, "no-time-of-day")


def test_a_moment_alone_is_one() -> None:
    timing = read_timing("Tomorrow 9am", now=MONDAY, zone=LONDON, known=ENGLISH)
    assert timing is not None
    assert timing.moment is not None
    assert timing.rest == ""


def test_words_that_belong_to_the_text_stay_there() -> None:
    assert understood("on 6/12 at 10:00 in the library we meet") == (
        "Sun 06 Dec 2026 10:00",
        "in the library we meet",
    )


class TestClockChanges:
    def test_an_hour_that_the_spring_leaves_out_does_not_exist(self) -> None:
        before = datetime(2027, 3, 27, 12, tzinfo=UTC)
        assert understood("tomorrow 1:30am: Hello", before) == (None, "no-such-time")
        assert understood("tomorrow 2:30am: Hello", before) == ("Sun 28 Mar 2027 02:30", "Hello")

    def test_an_hour_that_the_autumn_repeats_is_the_first_of_the_two(self) -> None:
        before = datetime(2027, 10, 30, 12, tzinfo=UTC)
        timing = read_timing("tomorrow 1:30am: Hello", now=before, zone=LONDON, known=ENGLISH)
        assert timing is not None
        assert timing.moment == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)

    @pytest.mark.parametrize(
        "now",
        [
            datetime(2027, 3, 28, 0, 30, tzinfo=UTC),
            datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
            datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
        ],
    )
    def test_in_an_hour_is_an_hour(self, now: datetime) -> None:
        timing = read_timing("in an hour: Hello", now=now, zone=LONDON, known=ENGLISH)
        assert timing is not None
        assert timing.moment == now + timedelta(hours=1)

    def test_nine_in_the_morning_is_nine_on_both_sides(self) -> None:
        for now, offset in (
            (datetime(2027, 3, 27, 12, tzinfo=UTC), 1),
            (datetime(2027, 10, 30, 12, tzinfo=UTC), 0),
        ):
            timing = read_timing("tomorrow 9am: Hello", now=now, zone=LONDON, known=ENGLISH)
            assert timing is not None
            assert timing.moment == (now + timedelta(days=1)).replace(hour=9 - offset)


_NOW = st.integers(0, 6 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(max_examples=80, deadline=None)
@given(now=_NOW, day=st.sampled_from(_WEEKDAYS), hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_weekday_and_a_time_are_always_ahead_and_within_a_week(
    now: datetime, day: str, hour: int, minute: int
) -> None:
    timing = read_timing(f"{day} {hour:02}:{minute:02}: x", now=now, zone=LONDON, known=ENGLISH)
    assert timing is not None
    if timing.problem == "no-such-time":
        assert hour == 1
        return
    assert timing.moment is not None
    local = timing.moment.astimezone(LONDON)
    assert now < timing.moment <= now + timedelta(days=7, hours=24)
    assert (_WEEKDAYS[local.weekday()], local.hour, local.minute) == (day, hour, minute)


@settings(max_examples=80, deadline=None)
@given(
    now=_NOW,
    ahead=st.integers(2, 300),
    hour=st.integers(3, 23),
    form=st.sampled_from(
        ["{d} {m}", "{d}/{n}", "{d:02}.{n:02}.{y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}"]
    ),
)
def test_a_date_is_read_day_before_month(now: datetime, ahead: int, hour: int, form: str) -> None:
    day: date = (now.astimezone(LONDON) + timedelta(days=ahead)).date()
    words = form.format(d=day.day, m=_MONTHS[day.month - 1], n=day.month, y=day.year)
    timing = read_timing(f"{words} {hour}:00: x", now=now, zone=LONDON, known=ENGLISH)
    assert timing is not None
    assert timing.moment is not None, timing
    local = timing.moment.astimezone(LONDON)
    assert (local.date(), local.hour) == (day, hour)


_WORDS = st.sampled_from(
    [
        "on",
        "at",
        "friday",
        "9am",
        "12.30",
        "5",
        "may",
        "in",
        "hours",
        ":",
        "tomorrow",
        "99:99",
        "31/2",
        "february",
        "30",
        "next",
        "a",
        "9999",
        "minutes",
        "0",
        "noon",
        "2026-13-45",
    ]
)


@settings(max_examples=200, deadline=None)
@given(now=_NOW, text=st.text(max_size=80) | st.lists(_WORDS, max_size=8).map(" ".join))
def test_odd_text_never_crashes_and_never_lies_in_the_past(now: datetime, text: str) -> None:
    timing = read_timing(text, now=now, zone=LONDON, known=ENGLISH)
    if timing is not None and timing.moment is not None:
        assert timing.moment > now
        assert timing.problem is None
