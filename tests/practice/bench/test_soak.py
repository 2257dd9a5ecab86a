"""How a soak judges what it saw."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from practice.bench.soak.environment import Environment, House
from practice.bench.soak.expectations import Expectations, Tally
from practice.bench.soak.sampler import (
    Sample,
    end_of_ten_minutes,
    growth_percent,
    handle_growth,
)
from practice.bench.soak.soaking import chosen
from practice.server import PracticeSignal

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def seen(rss: Callable[[int], float], handles: Callable[[int], int]) -> list[Sample]:
    return [
        Sample(
            seconds=number,
            rss_mb=rss(number),
            handles=handles(number),
            threads=3,
            store_mb=1.0,
            inbox_age=0.0,
            waiting=0,
        )
        for number in range(100)
    ]


def test_what_grows_while_it_warms_up_does_not_count() -> None:
    samples = seen(lambda n: min(n, 30) + 100, lambda n: min(n, 30))
    assert growth_percent(samples) == pytest.approx(0, abs=0.1)
    assert handle_growth(samples) == 0


def test_what_goes_on_growing_does() -> None:
    samples = seen(lambda n: 100 + n, lambda n: 10 + n // 10)
    assert growth_percent(samples) == pytest.approx(100 * 59 / 140)
    assert handle_growth(samples) == 4


def test_one_high_moment_is_no_leak() -> None:
    samples = seen(lambda n: 200 if n == 70 else 100, lambda n: 90 if n == 95 else 10)
    assert growth_percent(samples) < 5
    assert handle_growth(samples) == 0


def test_an_hour_ends_beside_its_tenth_minute() -> None:
    samples = seen(lambda n: 100 if n < 15 else 150 + n / 10, lambda n: 10)
    minutes = [replace(sample, seconds=sample.seconds * 36) for sample in samples]
    assert end_of_ten_minutes(samples) is None
    assert end_of_ten_minutes(minutes) == pytest.approx(159.5 / 151.7, abs=0.005)


def test_a_table_shows_few_of_many() -> None:
    assert len(chosen(seen(lambda n: 1, lambda n: 1))) == 20
    assert len(chosen(seen(lambda n: 1, lambda n: 1)[:3])) == 3


async def test_what_did_not_come_and_what_came_twice_is_counted(
    signal: PracticeSignal,
) -> None:
    mo = signal.new_phone("Mo")
    board = signal.new_group("Board", [mo])
    house = House("hackney", mo, board, [mo], None)
    # No relay runs and nothing is stored: only what is on the screens is counted.
    there = Environment(
        signal, cast(Any, None), [house], [], None, cast(Any, None), cast(Any, None)
    )
    expectations = Expectations(
        notices={"hackney": ["once", "twice", "never"]},
        meetings={"hackney": {"due": NOW, "not yet": NOW + timedelta(hours=1)}},
        answers=[(mo, "never")],
    )
    expectations.questions[mo.aci] = 1
    bot = signal.phone(signal.number)
    for text in ("once", "twice", "twice", "due\nat the hall", "Soon: due", "not yet"):
        bot.say(text, board)
    assert expectations.tally(there, "I am", NOW) == Tally(expected=8, lost=3, duplicates=1)
