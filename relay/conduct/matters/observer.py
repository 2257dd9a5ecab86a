"""Hears how messages about matters end, so that nothing which has ended says whom it went to."""

from typing import Any

from relay.conduct.matters.matter import ALIVE, MatterState
from relay.conduct.matters.matters import TOPIC
from relay.conduct.tables.matters import MatterTable
from relay.delivery.observers import QuietObserver
from relay.signal.outgoing import Delete, Earlier, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock


class MatterObserver(QuietObserver):
    """Conduct's observer of the lanes.

    Args:
        store: the outbox and the matters.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Forget whom it went to; delete it again if its matter was erased meanwhile."""
        number = self._matter(delivery)
        if number is None:
            return
        if self._is_alive(number):
            self._store.topics.rename(delivery, "")
            # Its text was emptied with that; no copy of it stays.
            self._store.shredder.shred(self._clock.now())
            return
        timestamp = result.get("timestamp")
        if delivery.action == "send" and timestamp is not None:
            queue_outgoing(
                self._store.outbox,
                delivery.target,
                Delete(earlier=Earlier(timestamp=timestamp)),
                priority=Priority.URGENT,
                now=self._clock.now(),
            )
        self._forget(delivery)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Forget whom it did not reach."""
        if self._matter(delivery) is not None:
            self._forget(delivery)

    def _matter(self, delivery: Delivery) -> int | None:
        topic = self._store.topics.of(delivery.id) or ""
        number = topic.removeprefix(TOPIC)
        return int(number) if topic.startswith(TOPIC) and number.isdecimal() else None

    def _is_alive(self, number: int) -> bool:
        row = self._store[MatterTable].get(number)
        return row is not None and row.state in (*ALIVE, MatterState.DRAFT)

    def _forget(self, delivery: Delivery) -> None:
        self._store.topics.scrub_delivery(delivery.id)
        self._store.shredder.shred(self._clock.now())
