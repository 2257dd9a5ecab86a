"""A moment is said with its weekday, in the branch's zone, across both clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.language.words import Words
from relay.time.clock import BranchTime, StillClock, SystemClock

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LONDON = BranchTime(ZoneInfo("Europe/London"), Words(), StillClock(NOW))


@pytest.fixture(scope="module")
def london() -> BranchTime:
    return LONDON


@pytest.mark.parametrize(
    ("moment", "spoken"),
    [
        (datetime(2026, 11, 27, 18, 30, tzinfo=UTC), "Friday 27 November at 6:30 pm"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "Friday 27 November at 9 am"),
        (datetime(2026, 11, 27, 12, 0, tzinfo=UTC), "Friday 27 November at 12 noon"),
        (datetime(2026, 11, 27, 0, 5, tzinfo=UTC), "Friday 27 November at 12:05 am"),
        (
            datetime(2026, 11, 27, 0, 0, tzinfo=UTC),
            "Friday 27 November, at midnight when the day begins",
        ),
        (datetime(2027, 6, 4, 17, 0, tzinfo=UTC), "Friday 4 June at 6 pm"),
        (datetime(2027, 11, 26, 18, 0, tzinfo=UTC), "Friday 26 November 2027 at 6 pm"),
        # 29 March 2026: at 1 am the clocks go forward.
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "Sunday 29 March at 12:59 am"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Sunday 29 March at 2 am"),
        # 25 October 2026: the hour from 1 am to 2 am happens twice.
        (
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            "Sunday 25 October at 1:30 am, before the clocks go back",
        ),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            "Sunday 25 October at 1:30 am, after the clocks go back",
        ),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "Sunday 25 October at 2 am"),
    ],
)
def test_a_moment_is_spoken(london: BranchTime, moment: datetime, spoken: str) -> None:
    assert london.spoken(moment) == spoken


@given(
    st.datetimes(datetime(2026, 2, 1), datetime(2027, 8, 1)),  # noqa: DTZ001 - made aware below
    st.integers(-14, 12),
)
def test_the_zone_a_moment_comes_in_makes_no_difference(moment: datetime, offset: int) -> None:
    utc = moment.replace(tzinfo=UTC)
    elsewhere = utc.astimezone(ZoneInfo(f"Etc/GMT{offset:+d}" if offset else "UTC"))
    assert LONDON.spoken(elsewhere) == LONDON.spoken(utc)


def test_a_still_clock_moves_only_when_told() -> None:
    clock = StillClock(NOW)
    assert clock.now() == clock.now() == NOW
    clock.move(timedelta(minutes=30))
    assert clock.now() == NOW + timedelta(minutes=30)


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
