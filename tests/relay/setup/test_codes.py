"""A one-time code: right once, for a while, and hard to try out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.setup.codes import LIFETIME, MOST_TRIES, OneTimeCode
from relay.time.clock import StillClock

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(START)


def test_it_is_good_once(clock: StillClock) -> None:
    code = OneTimeCode(clock)
    assert code.is_shown_in(code.shown)
    assert not code.is_open
    assert not code.is_shown_in(code.shown)


@pytest.mark.parametrize("form", [str.lower, lambda c: c.replace("-", ""), lambda c: f" {c}\n"])
def test_how_it_is_typed_does_not_matter(clock: StillClock, form: object) -> None:
    code = OneTimeCode(clock)
    assert callable(form)
    assert code.is_shown_in(form(code.shown))


def test_it_grows_old(clock: StillClock) -> None:
    code = OneTimeCode(clock)
    clock.move(LIFETIME - timedelta(seconds=1))
    assert code.is_open
    clock.move(timedelta(seconds=1))
    assert not code.is_shown_in(code.shown)


def test_wrong_ones_end_it_and_other_messages_do_not(clock: StillClock) -> None:
    code = OneTimeCode(clock)
    wrong = "2222-2222" if code.shown != "2222-2222" else "3333-3333"
    for _ in range(MOST_TRIES * 2):
        assert not code.is_shown_in("Is this the branch?")
        assert not code.is_shown_in(f"{code.shown}2")
    for _ in range(MOST_TRIES):
        assert code.is_open
        assert not code.is_shown_in(wrong)
    assert not code.is_shown_in(code.shown)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    code = OneTimeCode(StillClock(START))
    assert code.is_shown_in(text) in (True, False)


def test_no_two_are_the_same(clock: StillClock) -> None:
    assert len({OneTimeCode(clock).shown for _ in range(200)}) == 200
