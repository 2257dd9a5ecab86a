"""A lane on a bench: an adapter that does what the test says, and a clock that it moves."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from relay.delivery.errors import LaneBlocked
from relay.delivery.worker import DeliveryWorker
from relay.store import Store
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery
from relay.time.clock import StillClock

START = datetime(2026, 11, 22, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Wire:
    """An adapter that does with each target what the test says; by default it sends."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.answers: dict[str, Exception] = {}
        self.holds: asyncio.Event | None = None
        self.arrived = asyncio.Event()

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        self.tried.append(delivery.target)
        self.arrived.set()
        if self.holds is not None:
            await self.holds.wait()
        if delivery.target in self.answers:
            raise self.answers[delivery.target]
        return {"timestamp": len(self.tried)}


class Witness:
    """Notes what a lane tells its observer."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        self.events.append(f"delivered {delivery.target}")

    def failed(self, delivery: Delivery, reason: str) -> None:
        self.events.append(f"failed {delivery.target}: {reason}")

    def blocked(self, breaker: CircuitBreaker) -> None:
        self.events.append(f"blocked {breaker.cause}")

    def freed(self, breaker: CircuitBreaker) -> None:
        self.events.append(f"freed {breaker.cause}")


class Bench:
    """A lane on a bench, with a clock that the test moves."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = StillClock(START)
        self.wire = Wire()
        self.witness = Witness()
        self.lane = DeliveryWorker("signal", self.wire, store, self.clock, self.witness)
        self._first: dict[str, int] = {}

    def queue(self, *targets: str, operation: int | None = None) -> None:
        with self.store.transaction():
            for target in targets:
                delivery = self.store.outbox.queue(
                    lane="signal",
                    target=target,
                    action="send",
                    payload={},
                    priority=2,
                    now=self.clock.now(),
                    operation=operation,
                )
                self._first.setdefault(target, delivery)

    async def wait(self, by: timedelta) -> list[str]:
        """Let time pass; return whom the lane tried then."""
        self.clock.move(by)
        before = len(self.wire.tried)
        await self.lane.drain()
        return self.wire.tried[before:]

    def state(self, target: str) -> tuple[str, str | None, int]:
        """What became of the first delivery to a target."""
        row = self.store._db.execute(
            "SELECT state, reason, attempts FROM outbox WHERE id = ?", [self._first[target]]
        ).fetchone()
        return (row[0], row[1], row[2])

    @property
    def breaker(self) -> CircuitBreaker | None:
        return self.store.breakers.of("signal")


def blocked(cause: str = "unreachable", **more: Any) -> LaneBlocked:
    return LaneBlocked(cause, "no answer", **more)
