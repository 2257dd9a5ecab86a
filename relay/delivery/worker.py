"""A delivery lane: one way out, one delivery at a time.

It takes what the outbox has due, hands it to an adapter, and records the result in one transaction
with whatever follows from it. It knows no protocol; what a failure means is told by
`relay.delivery.errors`.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.delivery.recording import Observer, Telling, give_up, record_end
from relay.store import Store
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(hours=24)
"""How long a delivery is tried again. Old news of a meeting does more harm than none."""
LOOK_SOON = timedelta(minutes=1)
LOOK_AGAIN = timedelta(minutes=15)
"""When a lane that waits for a person looks whether it is let through all the same: often at first,
so that the person hears of it if anything passes at all, and seldom after `LOOK_AGAIN`."""
MOST_FAULTS = 10
"""How often a delivery is tried that raises a fault of ours. About a quarter of an hour."""

log = structlog.get_logger(__name__)


class Adapter(Protocol):
    """Carries out deliveries of one lane."""

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Send one delivery and return what to remember of it (JSON).

        Raises:
            DeliveryError: one of its three kinds; nothing else, unless the adapter has a fault.
        """


class DeliveryWorker:
    """Drives one adapter from the outbox.

    A blocked lane is tried with one delivery after another, not always the same: what can never
    pass by itself must not hold up the rest for long.

    Args:
        name: the lane's name in the outbox.
        adapter: what sends.
        store: where deliveries wait.
        clock: the time.
        observer: hears how each one ends.
        others_go_first: whether nothing is to be sent for now; whoever says so rings `wakeup` when
            that may be over.
    """

    def __init__(
        self,
        name: str,
        adapter: Adapter,
        store: Store,
        clock: Clock,
        observer: Observer,
        others_go_first: Callable[[], bool] = lambda: False,
    ) -> None:
        self.name = name
        self.wakeup = Wakeup(clock)
        self._adapter = adapter
        self._store = store
        self._clock = clock
        self._observer = observer
        self._others_go_first = others_go_first
        self._stopped = False

    async def run(self) -> None:
        """Deliver until `stop` is called."""
        self._store.on_commit(self.name, self.wakeup.ring)
        while not self._stopped:
            await self.drain()
            if not self._stopped:
                await self.wakeup.wait(self._next_look())

    def stop(self) -> None:
        """End `run` once the delivery that is under way has its result."""
        self._stopped = True
        self.wakeup.ring()

    async def drain(self) -> None:
        """Deliver everything that is due now."""
        while not self._stopped and await self.step():
            pass

    async def step(self) -> bool:
        """Deliver what is next; return whether there was anything that could be tried."""
        now = self._clock.now()
        breaker = self._store.breakers.of(self.name)
        if breaker is not None and (breaker.retry_at is None or breaker.retry_at > now):
            return False
        if self._others_go_first():
            return False
        outbox = self._store.outbox
        look = outbox.next if breaker is None else outbox.probe
        delivery = look(self.name, now)
        if delivery is None:
            return False
        try:
            result = await self._adapter.deliver(delivery)
        except LaneBlocked as error:
            self._block(delivery, error)
        except DeliveryDelayed as error:
            self._delay(delivery, error)
        except DeliveryRefused as error:
            self._give_up(delivery, error)
        except Exception as error:
            # A fault of ours must not stop the lane or lose the delivery.
            log.exception("delivery_fault", lane=self.name, action=delivery.action)
            fault = DeliveryDelayed(type(error).__name__, most_attempts=MOST_FAULTS)
            self._delay(delivery, fault)
        else:
            self._record(delivery, result, breaker)
        return True

    def _record(
        self, delivery: Delivery, result: dict[str, Any], breaker: CircuitBreaker | None
    ) -> None:
        def change() -> list[Telling]:
            self._store.outbox.delivered(delivery, result, self._clock.now())
            told: list[Telling] = [lambda observer: observer.delivered(delivery, result)]
            if breaker is not None and self._reopen(delivery, breaker):
                told.append(lambda observer: observer.freed(breaker))
            return told

        self._commit(change)
        log.debug("delivered", lane=self.name, action=delivery.action)

    def _commit(self, change: Callable[[], list[Telling]]) -> None:
        record_end(self._store, self._observer, self.name, change)

    def _reopen(self, passed: Delivery, breaker: CircuitBreaker) -> bool:
        """A delivery passed on a blocked lane. What has found it blocked may be the reason itself.

        So that waits, longer each time, while the rest goes on. A captcha is wanted for as long as
        none of those to which it was named has passed: its challenge must not be forgotten.

        Returns:
            Whether the lane is free by that.
        """
        outbox, now = self._store.outbox, self._clock.now()
        suspects = outbox.found_blocked(self.name)
        if breaker.cause == "captcha" and suspects and passed.blocked_at is None:
            for suspect in suspects:
                outbox.put_aside(suspect, now + LOOK_AGAIN)
            self._store.breakers.look_again(now, self.name)
            return False
        for suspect in suspects:
            outbox.delayed(suspect, breaker.reason, now + _wait(suspect))
        return bool(self._store.breakers.lift(self.name))

    def _block(self, delivery: Delivery, error: LaneBlocked) -> None:
        now = self._clock.now()

        def change() -> list[Telling]:
            earlier = self._store.breakers.of(self.name)
            fresh = earlier is None or now - earlier.since < LOOK_AGAIN
            look = now + (LOOK_SOON if fresh else LOOK_AGAIN)
            breaker = self._store.breakers.block(
                self.name,
                cause=error.cause,
                reason=error.reason,
                now=now,
                retry_at=max(error.retry_at or look, now + FIRST_RETRY),
                challenge_tokens=error.challenge_tokens,
            )
            self._store.outbox.blocked(delivery, error.reason, now)
            told: list[Telling] = [lambda observer: observer.blocked(breaker)]
            for stale in self._store.outbox.older(self.name, now - GIVE_UP_AFTER):
                told += self._fail(stale, error.reason)
            return told

        self._commit(change)
        log.warning("lane_blocked", lane=self.name, cause=error.cause, fault=type(error).__name__)

    def _delay(self, delivery: Delivery, error: DeliveryDelayed) -> None:
        now = self._clock.now()
        exhausted = error.most_attempts is not None and delivery.attempts + 1 >= error.most_attempts
        if exhausted or now - delivery.created_at >= GIVE_UP_AFTER:
            self._give_up(delivery, error)
            return
        retry_at = max(error.retry_at or now, now + _wait(delivery))
        with self._store.transaction():
            self._store.outbox.delayed(delivery, error.reason, retry_at)
        fault = type(error).__name__
        log.info("delivery_delayed", lane=self.name, action=delivery.action, fault=fault)

    def _give_up(self, delivery: Delivery, error: DeliveryDelayed | DeliveryRefused) -> None:
        self._commit(lambda: self._fail(delivery, error.reason))
        log.warning(
            "delivery_failed",
            lane=self.name,
            action=delivery.action,
            fault=type(error).__name__,
            code=getattr(error, "code", None),
        )

    def _fail(self, delivery: Delivery, reason: str) -> list[Telling]:
        return give_up(self._store, delivery, reason, self._clock.now())

    def _next_look(self) -> datetime | None:
        now = self._clock.now()
        breaker = self._store.breakers.of(self.name)
        if breaker is not None and breaker.retry_at is not None and breaker.retry_at > now:
            return breaker.retry_at
        return self._store.outbox.next_retry(self.name, now)


def _wait(delivery: Delivery) -> timedelta:
    return min(LONGEST_RETRY, FIRST_RETRY * (1 << min(delivery.attempts, 16)))
