"""What is sealed of matters: contents, log, who complained, and where it was shown.

Nothing here asks whether somebody may read it; `relay.conduct.matters.matters` does. All of it
joins the caller's transaction.
"""

from dataclasses import replace

from relay.conduct.matters.matter import Contents, MatterEntry
from relay.conduct.matters.sealing import LINK, MatterGone, MatterSealer
from relay.conduct.tables.keys import ConductKeys
from relay.conduct.tables.matters import (
    CopyRow,
    CopyTable,
    EntryRow,
    EntryTable,
    LinkTable,
    MatterRow,
    MatterTable,
)
from relay.signal.outgoing import Delete, Earlier, queue_outgoing
from relay.signal.priority import Priority
from relay.signal.references import Reference
from relay.store import Store
from relay.time.clock import Clock


class SealedMatters:
    """What is kept of matters, each under keys of its own.

    Args:
        store: where it is kept, and the outbox.
        clock: the time.

    Attributes:
        keys: of all matters.
        sealer: for tables of other parts of conduct that keep something of a matter.
        table: where each matter stands.
        links: who complained.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.keys = store[ConductKeys]
        self.sealer = MatterSealer(self.keys)
        self.table = store[MatterTable]
        self.links = store[LinkTable]
        self._entries = store[EntryTable]
        self._copies = store[CopyTable]

    def entries(self, number: int, *kinds: str) -> list[MatterEntry]:
        """Return the log of a matter, oldest first: all of it, or some kinds."""
        return [
            MatterEntry(
                row.number,
                row.kind,
                self.sealer.open(number, f"entry {row.number}", row.sealed),
                row.at,
            )
            for row in self._entries.of(number)
            if not kinds or row.kind in kinds
        ]

    def add_entry(self, number: int, kind: str, text: str) -> int:
        """Note something in the log of a matter, and leave no other copy; return its place there.

        Raises:
            MatterGone: there is nothing left of the matter.
        """
        place = self._entries.next_number(number)
        sealed = self.sealer.seal(number, f"entry {place}", text)
        now = self._clock.now()
        self._entries.add(EntryRow(number, place, kind, sealed, now))
        # What came in the clear is emptied in this transaction, too.
        self._store.shredder.shred(now)
        return place

    def forget_complainer(self, number: int) -> None:
        """Destroy the link between a matter and who complained."""
        self.keys.destroy(number, LINK)
        self.links.destroy(number)
        self._store.shredder.shred(self._clock.now())

    def shown(self, number: int, moderator: str, delivery: int) -> None:
        """Remember that a delivery shows a moderator something of a matter."""
        sealed = self.sealer.seal(number, f"copy {delivery}", moderator)
        self._copies.add(CopyRow(delivery, number, sealed))

    def complainer(self, number: int) -> str | None:
        """Return who complained. For the complaint's own conversation, and for nobody else."""
        link = self.links.of(number)
        if link is None:
            return None
        try:
            return self.sealer.open(number, "complainer", link.sealed, LINK)
        except MatterGone:
            return None

    def contents(self, row: MatterRow) -> Contents | None:
        """Return what is sealed of a matter; None once it is destroyed."""
        if row.sealed is None:
            return None
        try:
            return Contents.from_json(self.sealer.open(row.number, "contents", row.sealed))
        except MatterGone:
            return None

    def put(self, row: MatterRow, contents: Contents) -> None:
        """Seal other contents in the place of those before, and leave no copy of them."""
        sealed = self.sealer.seal(row.number, "contents", contents.to_json())
        self.table.save(replace(row, sealed=sealed))
        self._store.shredder.shred(self._clock.now())

    def _complained(self, number: int, person: str) -> bool:
        link = self.links.of(number)
        return link is not None and link.person == self.sealer.hash("person", person)

    def _take_back(self, number: int) -> None:
        """Delete what has gone out; what has not is dropped with its topic."""
        for copy in self._copies.of(number):
            sent = self._store.outbox.result(copy.delivery)
            if sent is None or "timestamp" not in sent:
                continue
            queue_outgoing(
                self._store.outbox,
                self.sealer.open(number, f"copy {copy.delivery}", copy.sealed),
                Delete(earlier=Earlier(timestamp=Reference.read(sent).newest)),
                priority=Priority.URGENT,
                now=self._clock.now(),
            )
        self._copies.destroy(number)

    def _row(self, number: int) -> MatterRow:
        row = self.table.get(number)
        if row is None:
            raise MatterGone(number)
        return row
