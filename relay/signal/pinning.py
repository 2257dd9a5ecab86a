"""Pins: what of ours everybody in a group finds at its top."""

from relay.delivery.errors import DeliveryRefused
from relay.signal.client import SignalClient
from relay.signal.outgoing import Pin, Unpin
from relay.signal.priority import Priority
from relay.signal.references import Reference
from relay.store import Store
from relay.store.outbox import Delivery


class Pinning:
    """Puts pins on messages of ours, and takes them off.

    Args:
        client: the one way to the API server.
        store: where earlier messages stand.
    """

    def __init__(self, client: SignalClient, store: Store) -> None:
        self._client = client
        self._store = store

    async def carry_out(self, delivery: Delivery, pin: Pin | Unpin) -> None:
        """Pin a message or take its pin off; both may be done twice.

        A pin names the message as it was first sent, whatever has been edited in it since.

        Raises:
            DeliveryRefused: the message was never delivered, or the API's release cannot pin.
        """
        kept = (
            None
            if pin.earlier.delivery is None
            else self._store.outbox.result(pin.earlier.delivery)
        )
        if kept is None or kept.get("timestamp") is None:
            raise DeliveryRefused("the message to pin was never delivered")
        timestamp, priority = Reference.read(kept).versions[0], Priority(delivery.priority)
        if isinstance(pin, Pin):
            await self._client.pin_message(delivery.target, timestamp, priority=priority)
        else:
            await self._client.unpin_message(delivery.target, timestamp, priority=priority)
