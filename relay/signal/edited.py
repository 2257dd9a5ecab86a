"""Hears how edits of single messages end, and keeps of each message which versions it has."""

from typing import Any

from relay.delivery.observers import QuietObserver
from relay.signal.outgoing import Delete, Earlier, Edit, queue_outgoing, read_outgoing
from relay.signal.priority import Priority
from relay.signal.references import Reference
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock


class EditedMessages(QuietObserver):
    """The observer of edits that name an earlier delivery; others hear the same beside it.

    Args:
        store: where the outbox is.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Give the earlier delivery its newest version; delete what was sent anew instead."""
        original = edited_delivery(delivery)
        if original is None:
            return
        if "replaces" in result:
            self._delete(delivery, Reference.read(result["replaces"]).newest)
            anew = Reference((result["timestamp"],), self._clock.now())
            self._store.outbox.revise(original, anew.to_json())
        elif "versions" in result:
            sent_at = self._store.outbox.sent_at(original)
            edited = Reference(tuple(result["versions"]), sent_at)
            self._store.outbox.revise(original, edited.to_json())

    def _delete(self, edit: Delivery, timestamp: int) -> None:
        queue_outgoing(
            self._store.outbox,
            edit.target,
            Delete(earlier=Earlier(timestamp=timestamp)),
            priority=Priority(edit.priority),
            now=self._clock.now(),
            topic=self._store.topics.of(edit.id),
        )


def edited_delivery(delivery: Delivery) -> int | None:
    """Return which delivery an edit is of, or None for one of an announcement, or no edit."""
    if delivery.action != "edit":
        return None
    outgoing = read_outgoing(delivery.payload)
    return outgoing.earlier.delivery if isinstance(outgoing, Edit) else None
