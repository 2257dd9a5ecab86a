"""Observers of the lanes: what one does if it does nothing, and several as one."""

from collections.abc import Iterator
from typing import Any

from relay.delivery.recording import Observer
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery


class QuietObserver:
    """Hears how deliveries end, and does nothing: each observer says what it does do."""

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out."""

    def failed(self, delivery: Delivery, reason: str) -> None:
        """A delivery was given up."""

    def blocked(self, breaker: CircuitBreaker) -> None:
        """Nothing passes on a lane."""

    def freed(self, breaker: CircuitBreaker) -> None:
        """Deliveries pass on a lane again."""


class Observers:
    """Tells each observer in turn, in the one transaction that records the end of a delivery.

    Args:
        observers: in the order they are told.
    """

    def __init__(self, *observers: Observer) -> None:
        self._observers = observers

    def __iter__(self) -> Iterator[Observer]:
        """Each of them, to be told alone once one has failed in that transaction."""
        return iter(self._observers)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out."""
        for observer in self._observers:
            observer.delivered(delivery, result)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """A delivery was given up."""
        for observer in self._observers:
            observer.failed(delivery, reason)

    def blocked(self, breaker: CircuitBreaker) -> None:
        """Nothing passes on a lane."""
        for observer in self._observers:
            observer.blocked(breaker)

    def freed(self, breaker: CircuitBreaker) -> None:
        """Deliveries pass on a lane again."""
        for observer in self._observers:
            observer.freed(breaker)
