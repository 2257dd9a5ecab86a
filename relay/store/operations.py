"""What an admin asked for (post, edit, retract) until every delivery of it has an end."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from relay.store.table import Rows, Table

Kind = Literal["post", "edit", "retract"]


@dataclass(frozen=True)
class Operation:
    """One request and when it was answered.

    `told_at` is when its asker was told that something still waits, `settled_at` when the last
    delivery ended and the receipt was queued.
    """

    id: int
    announcement: int
    kind: Kind
    asked_by: str = field(repr=False)
    created_at: datetime
    told_at: datetime | None
    settled_at: datetime | None


_ROWS = Rows(Operation)


class Operations(Table):
    """The operations table."""

    def open(self, *, announcement: int, kind: Kind, asked_by: str, now: datetime) -> int:
        """Begin an operation and return its id."""
        return self._insert(
            "operations", announcement=announcement, kind=kind, asked_by=asked_by, created_at=now
        )

    def get(self, operation: int) -> Operation:
        """Return an operation.

        Raises:
            KeyError: there is none with this id.
        """
        found = self._one(_ROWS, "FROM operations WHERE id = ?", [operation])
        if found is None:
            raise KeyError(operation)
        return found

    def latest(self, announcement: int) -> Operation | None:
        """Return the newest operation on an announcement, or None."""
        rest = "FROM operations WHERE announcement = ? ORDER BY id DESC LIMIT 1"
        return self._one(_ROWS, rest, [announcement])

    def was_corrected(self, announcement: int) -> bool:
        """Whether an announcement was ever changed after it was posted."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM operations WHERE announcement = ? AND kind = 'edit')",
            [announcement],
        )

    def slow(self, since: datetime) -> list[Operation]:
        """Return the open operations from before `since` whose asker has not been told yet."""
        return self._all(
            _ROWS,
            "FROM operations WHERE settled_at IS NULL AND told_at IS NULL AND created_at <= ?"
            " ORDER BY id",
            [since],
        )

    def empty(self) -> list[Operation]:
        """Return the open operations of which no delivery waits, if there ever was one."""
        return self._all(
            _ROWS,
            "FROM operations WHERE settled_at IS NULL AND NOT EXISTS (SELECT 1 FROM outbox"
            " WHERE operation = operations.id AND state = 'queued') ORDER BY id",
        )

    def open_on(self, announcement: int) -> list[Operation]:
        """Return the operations on an announcement that are still open, oldest first."""
        rest = "FROM operations WHERE announcement = ? AND settled_at IS NULL ORDER BY id"
        return self._all(_ROWS, rest, [announcement])

    def pending(self, operation: int) -> int:
        """Return how many deliveries of an operation have no end yet."""
        return self._count(
            "SELECT count(*) FROM outbox WHERE operation = ? AND state = 'queued'", [operation]
        )

    def told(self, operation: int, now: datetime) -> None:
        """Note that the asker knows that something still waits."""
        self._run("UPDATE operations SET told_at = ? WHERE id = ?", [now, operation])

    def settle(self, operation: int, now: datetime) -> None:
        """Note that the last delivery has ended and the receipt is queued."""
        self._run("UPDATE operations SET settled_at = ? WHERE id = ?", [now, operation])
