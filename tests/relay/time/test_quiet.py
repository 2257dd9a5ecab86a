"""Quiet hours by the clock on the wall, across both clock changes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.time.quiet import is_quiet, next_at

LONDON = ZoneInfo("Europe/London")
TEN, EIGHT = time(22, 0), time(8, 0)


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (datetime(2026, 1, 10, 21, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 1, 10, 22, 0, tzinfo=UTC), True),
        (datetime(2026, 1, 11, 7, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 1, 11, 8, 0, tzinfo=UTC), False),
        # In summer, ten in London is nine in UTC.
        (datetime(2026, 7, 10, 20, 59, tzinfo=UTC), False),
        (datetime(2026, 7, 10, 21, 0, tzinfo=UTC), True),
        (datetime(2026, 7, 11, 6, 59, tzinfo=UTC), True),
        (datetime(2026, 7, 11, 7, 0, tzinfo=UTC), False),
        # The night of 29 March has an hour less, that of 25 October an hour more.
        (datetime(2026, 3, 29, 6, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 7, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), False),
    ],
)
def test_the_usual_night(moment: datetime, quiet: bool) -> None:
    assert is_quiet(moment, LONDON, TEN, EIGHT) is quiet


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 28), 9), ((2026, 10, 24), 11)])
def test_a_night_with_a_clock_change_is_quiet_to_its_end(
    day: tuple[int, int, int], hours: int
) -> None:
    start = datetime(*day, 22, 0, tzinfo=LONDON).astimezone(UTC)
    for minutes in range(0, hours * 60, 10):
        assert is_quiet(start + timedelta(minutes=minutes), LONDON, TEN, EIGHT)
    assert not is_quiet(start + timedelta(hours=hours), LONDON, TEN, EIGHT)
    assert not is_quiet(start - timedelta(minutes=1), LONDON, TEN, EIGHT)


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    for utc_hour in (0, 1):
        moment = datetime(2026, 10, 25, utc_hour, 30, tzinfo=UTC)
        assert is_quiet(moment, LONDON, time(1, 0), time(2, 0))


@given(st.datetimes(timezones=st.just(UTC)), st.times())
def test_the_same_time_twice_means_never(moment: datetime, at: time) -> None:
    assert not is_quiet(moment, LONDON, at, at)


@given(st.datetimes(timezones=st.just(UTC)), st.times(), st.times())
def test_quiet_and_its_opposite_share_the_day(moment: datetime, one: time, two: time) -> None:
    if one != two:
        assert is_quiet(moment, LONDON, one, two) is not is_quiet(moment, LONDON, two, one)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 1, 10, 23, 0, tzinfo=UTC), datetime(2026, 1, 11, 8, 0, tzinfo=UTC)),
        (datetime(2026, 1, 11, 3, 0, tzinfo=UTC), datetime(2026, 1, 11, 8, 0, tzinfo=UTC)),
        (datetime(2026, 1, 11, 8, 0, tzinfo=UTC), datetime(2026, 1, 12, 8, 0, tzinfo=UTC)),
        # The clocks go forward, and back.
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), datetime(2026, 3, 29, 7, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), datetime(2026, 10, 25, 8, 0, tzinfo=UTC)),
    ],
)
def test_the_next_morning_is_by_the_clock_on_the_wall(moment: datetime, expected: datetime) -> None:
    assert next_at(moment, LONDON, EIGHT) == expected
