import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.destinations.bluesky.tid import TidClock, tid
from relay.time.clock import StillClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
# https://atproto.com/specs/tid
VALID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")

moments = st.integers(0, (1 << 53) - 1)


@given(moments, st.integers(0, 1023))
def test_every_identifier_is_valid(microseconds: int, clock_id: int) -> None:
    assert VALID.fullmatch(tid(microseconds, clock_id))


@given(moments, moments, st.integers(0, 1023))
def test_they_sort_by_time(one: int, other: int, clock_id: int) -> None:
    assert (tid(one, clock_id) < tid(other, clock_id)) == (one < other)


def test_the_example_of_zero() -> None:
    assert tid(0, 0) == "2222222222222"


@pytest.mark.parametrize(("microseconds", "clock_id"), [(-1, 0), (1 << 53, 0), (0, 1024)])
def test_what_does_not_fit_is_an_error(microseconds: int, clock_id: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        tid(microseconds, clock_id)


def test_keys_never_repeat_even_when_time_stands_still_or_goes_back() -> None:
    clock = StillClock(NOON)
    keys = TidClock(clock, clock_id=7)
    given_out = [*keys.keys(3), *keys.keys(2)]
    clock.move(timedelta(seconds=-10))
    given_out += keys.keys(3)
    assert given_out == sorted(set(given_out))
