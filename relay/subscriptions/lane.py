"""What Signal has refused on the lane to subscribers.

It is a lane of its own, one person a call, so that a captcha or a rate limit that Signal answers it
with holds nothing else up. Of a failure an observer hears only the reason in words; whether it was
a refusal, or a try that was given up, is noted here.
"""

from typing import Any

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.delivery.worker import Adapter
from relay.store.outbox import Delivery


class Refusals:
    """Remembers refused deliveries until their failure is recorded, a moment later."""

    def __init__(self) -> None:
        self._refused: set[int] = set()

    def noted(self, adapter: Adapter) -> Adapter:
        """Return an adapter that does what another one does, and notes its refusals here."""
        return _Noting(adapter, self._refused)

    def were_of(self, delivery: Delivery) -> bool:
        """Whether a delivery was refused; asked once, when it has failed."""
        was_refused = delivery.id in self._refused
        self._refused.discard(delivery.id)
        return was_refused


class _Noting:
    def __init__(self, adapter: Adapter, refused: set[int]) -> None:
        self._adapter = adapter
        self._refused = refused

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Send one delivery; see `relay.delivery.worker.Adapter`."""
        try:
            return await self._adapter.deliver(delivery)
        except DeliveryRefused:
            self._refused.add(delivery.id)
            raise
        except DeliveryDelayed as error:
            # Of somebody whom Signal does not know, some releases say only that it failed.
            if error.most_attempts is not None:
                self._refused.add(delivery.id)
            raise
