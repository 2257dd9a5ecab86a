"""The file of `about me` is destroyed as soon as it has been sent, or given up."""

from typing import Any

from relay.delivery.observers import QuietObserver
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

TOPIC = "about me"
"""What its delivery is about."""

PLAIN_TEXT = "text/plain"


class SentFiles(QuietObserver):
    """Hears how such deliveries end.

    Args:
        store: where the file is.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """It is on their phone."""
        self._destroy(delivery)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """It did not get there; they ask again."""
        self._destroy(delivery)

    def _destroy(self, delivery: Delivery) -> None:
        if self._store.topics.of(delivery.id) != TOPIC:
            return
        for file in delivery.payload.get("files", ()):
            self._store.files.remove(int(file))
        self._store.topics.scrub_delivery(delivery.id)
        self._store.shredder.shred(self._clock.now())
