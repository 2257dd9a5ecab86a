"""What an admin asked for (post, edit, retract) until every delivery of it has an end."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlite_utils import Database

from relay.store.moments import from_ms, maybe_from_ms, to_ms

Kind = Literal["post", "edit", "retract"]
_COLUMNS = "id, announcement, kind, asked_by, created_at, told_at, settled_at"


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


class Operations:
    """The operations table."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def open(self, *, announcement: int, kind: Kind, asked_by: str, now: datetime) -> int:
        """Begin an operation and return its id."""
        cursor = self._db.execute(
            "INSERT INTO operations (announcement, kind, asked_by, created_at) VALUES (?, ?, ?, ?)",
            [announcement, kind, asked_by, to_ms(now)],
        )
        return int(cursor.lastrowid or 0)

    def get(self, operation: int) -> Operation:
        """Return an operation.

        Raises:
            KeyError: there is none with this id.
        """
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM operations WHERE id = ?",  # noqa: S608
            [operation],
        ).fetchone()
        if row is None:
            raise KeyError(operation)
        return _operation(row)

    def latest(self, announcement: int) -> Operation | None:
        """Return the newest operation on an announcement, or None."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM operations WHERE announcement = ?"  # noqa: S608
            " ORDER BY id DESC LIMIT 1",
            [announcement],
        ).fetchone()
        return None if row is None else _operation(row)

    def slow(self, since: datetime) -> list[Operation]:
        """Return the open operations from before `since` whose asker has not been told yet."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM operations WHERE settled_at IS NULL"  # noqa: S608
            " AND told_at IS NULL AND created_at <= ? ORDER BY id",
            [to_ms(since)],
        )
        return [_operation(row) for row in rows]

    def empty(self) -> list[Operation]:
        """Return the open operations of which no delivery waits, if there ever was one."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM operations WHERE settled_at IS NULL"  # noqa: S608
            " AND NOT EXISTS (SELECT 1 FROM outbox WHERE operation = operations.id"
            " AND state = 'queued') ORDER BY id"
        )
        return [_operation(row) for row in rows]

    def open_on(self, announcement: int) -> list[Operation]:
        """Return the operations on an announcement that are still open, oldest first."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM operations WHERE announcement = ?"  # noqa: S608
            " AND settled_at IS NULL ORDER BY id",
            [announcement],
        )
        return [_operation(row) for row in rows]

    def pending(self, operation: int) -> int:
        """Return how many deliveries of an operation have no end yet."""
        row = self._db.execute(
            "SELECT count(*) FROM outbox WHERE operation = ? AND state = 'queued'", [operation]
        ).fetchone()
        return int(row[0])

    def told(self, operation: int, now: datetime) -> None:
        """Note that the asker knows that something still waits."""
        self._db.execute("UPDATE operations SET told_at = ? WHERE id = ?", [to_ms(now), operation])

    def settle(self, operation: int, now: datetime) -> None:
        """Note that the last delivery has ended and the receipt is queued."""
        self._db.execute(
            "UPDATE operations SET settled_at = ? WHERE id = ?", [to_ms(now), operation]
        )


def _operation(row: tuple[Any, ...]) -> Operation:
    return Operation(
        id=row[0],
        announcement=row[1],
        kind=row[2],
        asked_by=row[3],
        created_at=from_ms(row[4]),
        told_at=maybe_from_ms(row[5]),
        settled_at=maybe_from_ms(row[6]),
    )
