"""A fault in an observer: the lane goes on, what was sent is known as sent, others are told."""

from datetime import timedelta
from typing import Any

import pytest
from lane_bench import SECOND, Bench, Witness, blocked
from structlog.testing import capture_logs

from relay.delivery.errors import DeliveryRefused
from relay.delivery.observers import Observers, QuietObserver
from relay.delivery.recording import give_up_orphans
from relay.delivery.worker import DeliveryWorker
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery


class Noting(Witness):
    """Notes what it hears in the store, too: that is lost with a transaction."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        super().delivered(delivery, result)
        self._note("delivered")

    def failed(self, delivery: Delivery, reason: str) -> None:
        super().failed(delivery, reason)
        self._note("failed")

    def blocked(self, breaker: CircuitBreaker) -> None:
        super().blocked(breaker)
        self._note("blocked")

    def freed(self, breaker: CircuitBreaker) -> None:
        super().freed(breaker)
        self._note("freed")

    def _note(self, action: str) -> None:
        store, now = self._bench.store, self._bench.clock.now()
        store.audit.record(actor="lane", action=action, subject="delivery", now=now)


class Faulty(QuietObserver):
    """Has a fault whatever it hears."""

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        raise KeyError("secret words")

    def failed(self, delivery: Delivery, reason: str) -> None:
        raise KeyError("secret words")

    def blocked(self, breaker: CircuitBreaker) -> None:
        raise KeyError("secret words")

    def freed(self, breaker: CircuitBreaker) -> None:
        raise KeyError("secret words")


@pytest.fixture
def noted(bench: Bench) -> Noting:
    before, after = Noting(bench), Noting(bench)
    observers = Observers(before, Faulty(), after)
    bench.lane = DeliveryWorker("signal", bench.wire, bench.store, bench.clock, observers)
    return after


def _audit(bench: Bench) -> list[str]:
    rows = bench.store._db.execute("SELECT action FROM audit ORDER BY rowid").fetchall()
    return [row[0] for row in rows]


async def test_what_was_sent_is_sent_once_and_the_others_hear_of_it(
    bench: Bench, noted: Noting
) -> None:
    with capture_logs() as logs:
        bench.queue("a", "b")
        assert await bench.wait(SECOND) == ["a", "b"]
    assert bench.state("a") == ("delivered", None, 1)
    assert noted.events == ["delivered a", "delivered b"]
    # One before the fault and one after it: neither is lost, and neither counts twice.
    assert _audit(bench) == ["delivered"] * 4
    assert await bench.wait(timedelta(days=1)) == []
    assert {one["fault"] for one in logs if one["event"] == "observer_fault"} == {"KeyError"}
    assert "secret" not in str(logs)


async def test_what_is_refused_stays_refused(bench: Bench, noted: Noting) -> None:
    bench.wire.answers["a"] = DeliveryRefused("gone")
    bench.queue("a", "b")
    assert await bench.wait(SECOND) == ["a", "b"]
    assert bench.state("a") == ("failed", "gone", 1)
    assert noted.events == ["failed a: gone", "delivered b"]
    assert _audit(bench) == ["failed"] * 2 + ["delivered"] * 2


async def test_a_blocked_lane_stays_blocked_and_is_freed(bench: Bench, noted: Noting) -> None:
    bench.wire.answers["a"] = blocked()
    bench.queue("a")
    await bench.lane.drain()
    assert bench.breaker is not None
    bench.wire.answers.clear()
    assert await bench.wait(timedelta(hours=1)) == ["a"]
    assert bench.breaker is None
    assert bench.state("a")[0] == "delivered"
    assert noted.events == ["blocked unreachable", "delivered a", "freed unreachable"]


def test_what_has_no_way_out_any_more_ends_though_an_observer_has_a_fault(
    bench: Bench,
) -> None:
    before, after = Noting(bench), Noting(bench)
    observers = Observers(before, Faulty(), after)
    bench.queue("a", "b")
    give_up_orphans(bench.store, observers, ("bluesky:hackney",), bench.clock.now())
    for text in ("a", "b"):
        assert bench.state(text)[0] == "failed"
    assert _audit(bench) == ["failed"] * 4
