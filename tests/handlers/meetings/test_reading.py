"""Reading messages and dates: nothing crashes, and what the bot shows is what it understood."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.meetings.facts import QUESTIONS, Facts
from handlers.meetings.invitation import read_invitation
from handlers.meetings.labels import fields_in, label_of, other_question
from handlers.meetings.parsing import split_place
from handlers.meetings.times import other_half, recurring, spoken
from handlers.meetings.timing import understand_when
from relay.language.vocabulary import vocabulary
from relay.language.words import Words
from relay.meetings.meeting import Times
from relay.meetings.saying import span_said
from relay.time.clock import BranchTime, StillClock
from relay.time.rules import check_rule
from relay.time.when import When, read_when

WORDS, ENGLISH = Words("en-GB"), vocabulary("en-GB")
PATIENT = settings(deadline=None)
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


def services(now: datetime = NOW, zone: ZoneInfo = LONDON) -> Any:
    """What reading needs of the services."""
    clock = StillClock(now)
    return SimpleNamespace(
        words=WORDS,
        clock=clock,
        time=BranchTime(zone, WORDS, clock),
        vocabulary=ENGLISH,
        settings=SimpleNamespace(signal=SimpleNamespace(number="+447700900000")),
    )


HERE = services()
NOWS = st.timedeltas(timedelta(0), timedelta(days=6 * 366)).map(lambda later: NOW + later)


@PATIENT
@given(now=NOWS, ahead=st.timedeltas(timedelta(minutes=1), timedelta(days=800)))
@example(now=datetime(2027, 3, 1, tzinfo=UTC), ahead=timedelta(days=27, hours=1, minutes=30))
@example(now=datetime(2027, 10, 1, tzinfo=UTC), ahead=timedelta(days=30, minutes=30))
@example(now=datetime(2027, 10, 1, tzinfo=UTC), ahead=timedelta(days=30, hours=1, minutes=30))
@example(now=datetime(2027, 3, 1, tzinfo=UTC), ahead=timedelta(days=365, hours=19))
@example(now=datetime(2027, 12, 1, tzinfo=UTC), ahead=timedelta(days=30, hours=12))
@example(now=datetime(2027, 12, 31, 12, tzinfo=UTC), ahead=timedelta(hours=12))
def test_the_date_that_is_shown_is_read_as_the_same_moment(now: datetime, ahead: timedelta) -> None:
    moment = (now + ahead).replace(second=0, microsecond=0)
    if moment <= now:
        return
    there = services(now)
    shown = spoken(there, moment, LONDON)
    understood, problem = understand_when(there, shown)
    assert understood is not None, (shown, problem)
    assert understood.start == moment, shown
    assert not understood.guessed


@PATIENT
@given(
    day=st.dates(date(2026, 11, 24), date(2028, 11, 1)),
    mark=st.sampled_from(["/", "-", "."]),
    hour=st.integers(0, 23),
)
def test_the_day_always_stands_before_the_month(day: date, mark: str, hour: int) -> None:
    words = f"{day.day}{mark}{day.month}{mark}{day.year} {hour:02}:30"
    understood, problem = understand_when(HERE, words)
    if understood is None:
        assert problem.startswith("The clocks go forward")
        return
    local = understood.start.astimezone(LONDON)
    assert (local.date(), local.hour, local.minute) == (day, hour, 30)


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("31/10/2027 1:30am", "2027-10-31 00:30"),
        ("31/10/2027 2:30am", "2027-10-31 02:30"),
        ("Sunday 31 October 2027 at 1:30 am, before the clocks go back", "2027-10-31 00:30"),
        ("Sunday 31 October 2027 at 1:30 am, after the clocks go back.", "2027-10-31 01:30"),
        ("28/3/2027 0:30", "2027-03-28 00:30"),
        ("28/3/2027 2:30am", "2027-03-28 01:30"),
        ("29/2/2028 7pm", "2028-02-29 19:00"),
        ("29 February 7pm", "2028-02-29 19:00"),
    ],
)
def test_around_clock_changes_and_on_a_leap_day(words: str, utc: str) -> None:
    understood, _ = understand_when(HERE, words)
    assert understood is not None
    assert f"{understood.start:%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("28/3/2027 1:30am", "does not exist"),
        ("29/2/2027 7pm", "could not read"),
        ("31/4 7pm", "could not read"),
        ("1/1/2026 7pm", "already passed"),
        ("Friday", "At what time"),
    ],
)
def test_what_is_no_moment_is_said_to_be_none(words: str, said: str) -> None:
    understood, problem = understand_when(HERE, words)
    assert understood is None
    assert said in problem


_SAID = (
    "first last every Thursday thu of the month at 7 7pm 19:00 27/11 29/2 2028 week tomorrow noon"
    " half past - until for 2 hours fortnight \u202e ٧ ｢ 999999999999 0 24:00 \x00 🎉 :"
)
_PIECES = st.sampled_from(_SAID.split(" "))
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.lists(_PIECES, max_size=14).map(" ".join),
    st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=12).map("\n".join),
    st.sampled_from(["When:", "Titel:", "where", "Agenda :", "x:" * 50]).flatmap(
        lambda label: st.text(max_size=80).map(lambda text: f"{label} {text}")
    ),
)


@PATIENT
@given(HOSTILE)
def test_hostile_text_never_crashes(text: str) -> None:
    understand_when(HERE, text)
    fields_in(HERE, text)
    label_of(HERE, text)
    split_place(ENGLISH, text)
    for question in QUESTIONS:
        other_question(HERE, question, text)
    facts, problem = read_invitation(HERE, Facts(branch="hackney"), text)
    assert len(facts.title) <= 150
    assert facts.next_question is None or facts.next_question in QUESTIONS
    assert isinstance(problem, str)


@PATIENT
@given(HOSTILE)
def test_whatever_is_understood_is_ahead_and_a_rule_can_be_followed(text: str) -> None:
    understood, problem = understand_when(HERE, text)
    if understood is None:
        assert problem
        return
    assert understood.start > NOW
    assert understood.minutes is None or understood.minutes > 0
    if understood.rule is not None:
        check_rule(understood.rule, understood.start, LONDON)
        assert recurring(HERE, understood.start, understood.rule, LONDON)


@PATIENT
@given(st.lists(_PIECES, min_size=1, max_size=8).map(" ".join))
def test_the_same_words_mean_the_same_when_they_are_carried_out(text: str) -> None:
    first, second = (understand_when(HERE, text) for _ in range(2))
    assert first == second


def test_the_other_half_of_the_day_is_read_as_just_that() -> None:
    found = read_when("Thursday at 7", now=NOW, zone=LONDON, known=ENGLISH)
    assert isinstance(found, When)
    assert found.guessed
    understood, _ = understand_when(HERE, other_half(HERE, found.start, LONDON))
    assert understood is not None
    assert understood.start == found.start - timedelta(hours=12)


@pytest.mark.parametrize(
    ("shown", "minutes", "doors"),
    [
        ("Thursday 3 December at 7 pm until 9 pm", 120, None),
        ("Thursday 3 December at 7 pm until midnight", 300, None),
        ("Thursday 3 December at 7 pm until 9 pm. Doors open at 6:30 pm", 120, 30),
        ("Every Thursday at 7 pm until 9 pm", 120, None),
        ("First Thursday of every month at 7 pm until 9 pm", 120, None),
    ],
)
def test_an_end_and_doors_that_are_shown_are_read_as_the_same(
    shown: str, minutes: int, doors: int | None
) -> None:
    understood, problem = understand_when(HERE, shown)
    assert understood is not None, problem
    assert (understood.minutes, understood.doors) == (minutes, doors)
    assert not understood.guessed


@PATIENT
@given(
    now=NOWS,
    ahead=st.integers(1, 800),
    hour=st.integers(3, 23),  # not one that a change of the clocks leaves out or repeats
    days=st.integers(1, 9),
    times=st.sampled_from(list(Times)),
)
@example(now=NOW, ahead=39, hour=10, days=3, times=Times.DAYS)
@example(now=datetime(2027, 3, 20, tzinfo=UTC), ahead=7, hour=10, days=2, times=Times.TO_A_DAY)
def test_days_that_are_shown_are_read_as_the_same_days(
    now: datetime, ahead: int, hour: int, days: int, times: Times
) -> None:
    there, first = services(now), (now.astimezone(LONDON) + timedelta(days=ahead)).date()
    if times.are_known:
        # An end within a day is said without its own.
        days = max(days, 2)
    opens = time(hour if times.are_known else 0)
    start = datetime.combine(first, opens, LONDON).astimezone(UTC)
    length = timedelta(days=days) - timedelta(hours=hour if times is Times.TO_A_DAY else 0)
    shown = span_said(there.time, start, length, times)
    understood, problem = understand_when(there, shown)
    assert understood is not None, (shown, problem)
    read = (understood.start, understood.length or timedelta(days=1), understood.times)
    assert read == (start, length, times), shown
