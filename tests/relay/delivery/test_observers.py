"""Every observer hears how every delivery ends."""

from datetime import UTC, datetime
from typing import Any

from relay.delivery.observers import Observers
from relay.store.breakers import CircuitBreaker
from relay.store.outbox import Delivery


class Ear:
    """Remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        self.heard.append("delivered")

    def failed(self, delivery: Delivery, reason: str) -> None:
        self.heard.append("failed")

    def blocked(self, breaker: CircuitBreaker) -> None:
        self.heard.append("blocked")

    def freed(self, breaker: CircuitBreaker) -> None:
        self.heard.append("freed")


def test_all_hear_everything() -> None:
    ears = (Ear(), Ear())
    observers = Observers(*ears)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    delivery = Delivery(1, "signal", "x", "send", {}, 0, None, None, 0, now)
    breaker: Any = object()
    observers.delivered(delivery, {})
    observers.failed(delivery, "why")
    observers.blocked(breaker)
    observers.freed(breaker)
    for ear in ears:
        assert ear.heard == ["delivered", "failed", "blocked", "freed"]
