"""Counting in a window that moves on, and forgetting."""

from datetime import UTC, datetime, timedelta

from relay.time.clock import StillClock
from relay.time.limiter import SlidingWindowLimiter

HOUR = timedelta(hours=1)


def test_it_is_full_after_so_many_in_a_window_and_no_longer_than_that() -> None:
    clock = StillClock(datetime(2026, 11, 22, tzinfo=UTC))
    pace = SlidingWindowLimiter(clock, 3, HOUR)
    for _ in range(5):
        pace.note("somebody")
        clock.move(timedelta(minutes=10))
    assert pace.count("somebody") == 3
    assert pace.is_full("somebody")
    assert not pace.is_full("somebody else")
    clock.move(timedelta(minutes=45))
    assert pace.count("somebody") == 1
    clock.move(HOUR)
    assert pace.count("somebody") == 0


def test_nobody_is_remembered_after_the_window() -> None:
    clock = StillClock(datetime(2026, 11, 22, tzinfo=UTC))
    pace = SlidingWindowLimiter(clock, 3, HOUR)
    for number in range(100):
        pace.note(f"somebody {number}")
    clock.move(HOUR)
    pace.note("the last")
    assert vars(pace)["_moments"].keys() == {"the last"}


def test_it_takes_so_many_and_says_when_it_is_once_too_often() -> None:
    clock = StillClock(datetime(2026, 11, 22, tzinfo=UTC))
    pace = SlidingWindowLimiter(clock, 2, HOUR)
    assert [pace.takes("somebody") for _ in range(4)] == [True, True, False, False]
    assert pace.takes("somebody else")
    clock.move(HOUR)
    assert pace.takes("somebody")
