"""How many phones a post has arrived on: counted, without a record of whose they are.

Signal's phones say of each message that it came (`receiptMessage`, `isDelivery`), one receipt for
each linked device, some for several messages at once. So that nobody is counted twice, a keyed hash
of each account id is kept beside the count, under a key of the post's own; hashes and key are
thrown away once everybody is counted, or after `COUNTED_FOR`. What is left is a number.

Receipts come while the post is still being sent to others, before its timestamp is known here:
those are held in memory, and only while something is on its way to groups.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from relay.delivery.held_back import HeldBack
from relay.delivery.observers import QuietObserver
from relay.signal.editing import reference_key
from relay.signal.notification import Receipt
from relay.signal.outgoing import SIGNAL_LANE
from relay.store import Store
from relay.store.marks import mark, new_key
from relay.store.outbox import Delivery
from relay.store.table import Rows, Table
from relay.time.clock import Clock

COUNTED_FOR = timedelta(days=3)
"""How long after a post its receipts are counted; a phone that is off for longer is not."""

_MARK_BYTES = 8


@dataclass(frozen=True)
class ReceiptCount:
    """What has been counted of one post in one group.

    Attributes:
        timestamp: Signal's, of the message.
        place: where it stands (`relay.signal.editing.reference_key`).
        delivered: on how many people's phones it has arrived.
        since: when counting began.
        key: under which account ids are hashed; None once that is over.
    """

    timestamp: int
    place: str = field(repr=False)
    delivered: int
    since: datetime
    key: bytes | None = field(repr=False)


_ROWS = Rows(ReceiptCount)


class ReceiptCounts(Table):
    """The tables post_receipts and receipt_marks."""

    def begin(self, announcement: int, place: str, timestamp: int, now: datetime) -> None:
        """Count the receipts of a post from now on."""
        self._insert_new(
            "post_receipts",
            timestamp=timestamp,
            announcement=announcement,
            place=place,
            delivered=0,
            since=now,
            key=new_key(),
        )

    def of(self, announcement: int) -> list[ReceiptCount]:
        """Return what was counted of an announcement, in each group only of its newest post."""
        rest = "FROM post_receipts WHERE announcement = ? ORDER BY timestamp"
        return list({one.place: one for one in self._all(_ROWS, rest, [announcement])}.values())

    def open(self, timestamps: Collection[int]) -> list[ReceiptCount]:
        """Return which of some messages are posts whose receipts are counted."""
        return self._all(
            _ROWS,
            "FROM post_receipts WHERE key IS NOT NULL"
            " AND timestamp IN (SELECT value FROM json_each(?))",
            [sorted(timestamps)],
        )

    def count(self, post: ReceiptCount, person: str) -> None:
        """Count that a post arrived at somebody's, once."""
        if post.key is None:
            return
        arrived = mark(post.key, _MARK_BYTES, person)
        if self._insert_new("receipt_marks", timestamp=post.timestamp, mark=arrived):
            self._run(
                "UPDATE post_receipts SET delivered = delivered + 1 WHERE timestamp = ?",
                [post.timestamp],
            )

    def close(self, before: datetime) -> None:
        """End counting for what was posted before a moment: whose phones it was is forgotten."""
        self._run(
            "DELETE FROM receipt_marks WHERE timestamp IN"
            " (SELECT timestamp FROM post_receipts WHERE since < ?)",
            [before],
        )
        self._run("UPDATE post_receipts SET key = NULL WHERE since < ?", [before])


class DeliveryReceipts(QuietObserver):
    """Begins to count when a post has gone out; implements `relay.delivery.worker.Observer`.

    Args:
        store: where counts are kept.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._held: HeldBack[str, Receipt] = HeldBack(clock)

    def arrived(self, receipt: Receipt) -> None:
        """Count a receipt; opens a transaction where there is something to keep."""
        counts, timestamps = self._store[ReceiptCounts], frozenset(receipt.timestamps)
        known = counts.open(timestamps)
        if known:
            with self._store.transaction():
                for post in known:
                    counts.count(post, receipt.person)
        if len(known) < len(timestamps):
            self._hold(receipt, timestamps - {post.timestamp for post in known})

    def tidy(self) -> None:
        """End counting where it has gone on for long enough; joins a transaction."""
        self._store[ReceiptCounts].close(self._clock.now() - COUNTED_FOR)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out: if it is a post of an announcement, its receipts are counted."""
        timestamp = result.get("timestamp")
        if delivery.lane != SIGNAL_LANE or delivery.operation is None or timestamp is None:
            return
        operation = self._store.operations.get(delivery.operation)
        is_post = delivery.action == "send" and operation.kind == "post"
        if not (is_post or delivery.action == "renew" or "replaces" in result):
            return
        counts, now = self._store[ReceiptCounts], self._clock.now()
        counts.begin(operation.announcement, reference_key(delivery.target), timestamp, now)
        held = self._held.take(timestamp)
        for post in counts.open([timestamp]):
            for person in held:
                counts.count(post, person)

    def _hold(self, receipt: Receipt, timestamps: Collection[int]) -> None:
        """Hold what may be of a post that is being sent just now, in memory alone."""
        self._held.forget_old()
        if self._store.outbox.queued_for_operations(SIGNAL_LANE):
            for one in sorted(timestamps):
                self._held.hold(one, receipt.person, receipt)
