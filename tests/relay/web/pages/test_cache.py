"""What is kept, and that it is never older than what it shows."""

from datetime import timedelta

import pytest
from catalogues import NOW, meeting

from relay.meetings.meeting import Occurrence
from relay.meetings.recurrence import occurrence_of
from relay.time.clock import StillClock
from relay.web.pages.cache import KEPT, LONGEST, PageCache


class _Maker:
    """Makes numbers, and counts them."""

    def __init__(self) -> None:
        self.made = 0
        self.version = 1
        soon = meeting(12, start=NOW, length=timedelta(minutes=20))
        date = occurrence_of(soon, NOW)
        assert date is not None
        self.date = date

    def make(self) -> tuple[int, list[Occurrence]]:
        self.made += 1
        return self.made, [self.date]


@pytest.fixture
def maker() -> _Maker:
    return _Maker()


def test_a_thing_is_made_once_for_many_readers(clock: StillClock, maker: _Maker) -> None:
    shelf: PageCache[int] = PageCache(lambda: maker.version, clock)
    assert {shelf.get("/", maker.make) for _ in range(1000)} == {1}


def test_it_is_made_anew_after_a_change_at_once(clock: StillClock, maker: _Maker) -> None:
    shelf: PageCache[int] = PageCache(lambda: maker.version, clock)
    assert shelf.get("/", maker.make) == 1
    maker.version = 2
    assert shelf.get("/", maker.make) == 2


def test_it_is_made_anew_in_the_moment_a_date_is_over(clock: StillClock, maker: _Maker) -> None:
    shelf: PageCache[int] = PageCache(lambda: maker.version, clock)
    shelf.get("/", maker.make)
    clock.move(timedelta(minutes=20, microseconds=-1))
    assert shelf.get("/", maker.make) == 1
    clock.move(timedelta(microseconds=1))
    assert shelf.get("/", maker.make) == 2
    clock.move(LONGEST - timedelta(seconds=1))
    assert shelf.get("/", maker.make) == 2
    clock.move(timedelta(seconds=1))
    assert shelf.get("/", maker.make) == 3


def test_a_clock_that_is_put_back_keeps_nothing_for_long(clock: StillClock, maker: _Maker) -> None:
    shelf: PageCache[int] = PageCache(lambda: maker.version, clock)
    shelf.get("/", maker.make)
    clock.move(-timedelta(days=400))
    assert shelf.get("/", maker.make) == 2


def test_what_does_not_exist_is_not_kept_and_not_everything_is(clock: StillClock) -> None:
    shelf: PageCache[int] = PageCache(lambda: 1, clock)
    assert shelf.get("/nothing", lambda: None) is None
    for number in range(KEPT):
        shelf.get(f"/{number}", lambda: (0, ()))
    shelf.get("/more", lambda: (0, ()))
    assert shelf.get("/0", lambda: (7, ())) == 7
