"""Parts that readers have, followed when their writer changes or takes them back.

A change is no edit of Signal's: its apps show every earlier text of a message that was edited to
whoever presses on it ("edit history"; `EditMessageHistoryDialog` in Signal-Android). So the old
message is deleted and the new text is sent as a message of its own. Both are queued in one
transaction, the deletion first: killed in between, the relay goes on with what is left, nothing is
lost, and nothing stands twice. Signal's apps follow a deletion for a day, see `SIGNAL_WINDOW`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from relay.safeguarding.access import Access
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.relays import Relay
from relay.safeguarding.views import Hidden
from relay.signal.outgoing import Delete, Earlier, Message, Outgoing
from relay.signal.references import SIGNAL_WINDOW
from relay.store import Store
from relay.time.clock import Clock

Text = str | Callable[[str], str]
"""A text, or what puts it into the words of a chat: of whoever it is with, or a group's."""

Queue = Callable[[str, Outgoing, int], int]
"""Queues something for a chat, about a case; returns the delivery's id."""


@dataclass(frozen=True)
class NewText:
    """A part as it reads now, complete.

    Attributes:
        fresh: where the earlier one has not been sent yet.
        deleted: where it is being deleted.
        late: where Signal may not delete it any more.
        files: the sealed files of the part.
    """

    fresh: Text = field(repr=False)
    deleted: Text = field(repr=False)
    late: Text = field(repr=False)
    files: tuple[int, ...] = ()


class RelayedParts:
    """Changes and deletes entries wherever they were relayed to.

    Args:
        store: the outbox, and what was relayed.
        clock: the time.
        access: who reads.
        queue: sends.
    """

    def __init__(self, store: Store, clock: Clock, access: Access, queue: Queue) -> None:
        self._store = store
        self._relays = store[VaultTables].relays
        self._clock = clock
        self._access = access
        self._queue = queue

    def replace(self, case_id: int, entry: int, text: NewText) -> Hidden:
        """Put a new text in place of an entry, for those who may still read it.

        Args:
            case_id: the case.
            entry: its number.
            text: what it is now.

        Returns:
            In how many chats the earlier one goes, and in how many Signal may leave it.
        """
        chats: dict[str, list[Relay]] = {}
        for relay in self._standing(case_id, entry):
            chats.setdefault(relay.target, []).append(relay)
        late = 0
        for chat, relays in chats.items():
            went = [relay for relay in relays if self._take_away(relay)]
            old = any(self._is_old(relay) for relay in went)
            late += old
            now = text.late if old else text.deleted if went else text.fresh
            message = Message(text=put(now, chat), sealed=text.files)
            self._relays.add(self._queue(chat, message, case_id), case_id, entry, chat)
        return Hidden(len(chats) - late, late)

    def delete(self, case_id: int, entry: int) -> Hidden:
        """Delete the messages that carry an entry, as far as Signal does.

        Returns:
            How many that are, and how many of them Signal may leave.
        """
        relays = self._standing(case_id, entry)
        went = [relay for relay in relays if self._take_away(relay)]
        late = sum(self._is_old(relay) for relay in went)
        return Hidden(len(relays) - late, late)

    def _standing(self, case_id: int, entry: int) -> list[Relay]:
        """What carries an entry, or is about to: with those who may still read it."""
        current = {reader.officer for reader in self._access.current_readers(case_id)}
        return [
            relay
            for relay in self._relays.of(case_id, entry)
            if relay.state in ("queued", "sent")
            and (relay.target in current or relay.target.startswith("group."))
        ]

    def _take_away(self, relay: Relay) -> bool:
        """Let a message carry the entry no more; return whether it had gone out."""
        went = relay.state == "sent"
        if went:
            self._relays.replaced(relay.delivery)
        else:
            # It may be under way at this moment: then the deletion finds where it stands.
            self._store.topics.drop_delivery(relay.delivery, self._clock.now())
            self._relays.forget(relay.delivery)
        self._queue(relay.target, Delete(earlier=earlier(relay)), relay.case_id)
        return went

    def _is_old(self, relay: Relay) -> bool:
        sent = self._store.outbox.sent_at(relay.delivery)
        return sent is None or self._clock.now() - sent > SIGNAL_WINDOW


def earlier(relay: Relay) -> Earlier:
    """Return how a relayed message is named."""
    return Earlier(delivery=relay.delivery, timestamp=relay.timestamp)


def put(text: Text, chat: str) -> str:
    """Return a text in the words of a chat."""
    return text if isinstance(text, str) else text(chat)
