"""What was said to the bot and could not be read, sealed, and how often that happened.

A shape names a field or an exception of signal-cli's, never what was said. What was said is sealed
by `relay.signal.unreadable` with a key of its own, which goes with its row.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from relay.store.moments import from_ms, to_ms

MOST_SHAPES = 100
"""Shapes that are told apart; the rest is one. signal-cli has some thirty names."""

_REST = "other"


@dataclass(frozen=True)
class Unreadable:
    """One message that could not be read, and whose sender has not been told."""

    id: int
    source: str = field(repr=False)
    shape: str


@dataclass(frozen=True)
class Shape:
    """How often something of one shape came, and when last."""

    name: str
    count: int
    last: datetime


class UnreadableMessages:
    """The tables unreadable and unreadable_shapes. Each method joins the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keep(
        self,
        *,
        name: str,
        source: str | None,
        shape: str,
        now: datetime,
        due: datetime | None,
        secret: bytes,
        sealed: bytes,
    ) -> bool:
        """Keep one, and count it.

        Args:
            name: names the message; the same one is kept once.
            source: the sender's account id; None where nobody is to be told.
            shape: see `relay.signal.envelope`.
            now: when it arrived (aware).
            due: from when on its sender may be told; None where nobody is.
            secret: what opens it.
            sealed: what was said.

        Returns:
            False if it is already known, which changes nothing.
        """
        cursor = self._db.execute(
            "INSERT INTO unreadable (name, source, shape, received_at, due_at, secret, sealed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
            [name, source, shape, to_ms(now), None if due is None else to_ms(due), secret, sealed],
        )
        if cursor.rowcount != 1:
            return False
        known = self._db.execute("SELECT count(*) FROM unreadable_shapes").fetchone()[0]
        (is_known,) = self._db.execute(
            "SELECT count(*) FROM unreadable_shapes WHERE shape = ?", [shape]
        ).fetchone()
        self._db.execute(
            "INSERT INTO unreadable_shapes (shape, count, last_at) VALUES (?, 1, ?)"
            " ON CONFLICT (shape) DO UPDATE SET count = count + 1, last_at = excluded.last_at",
            [shape if is_known or known < MOST_SHAPES else _REST, to_ms(now)],
        )
        return True

    def kept(self) -> int:
        """Return how many are kept."""
        return int(self._db.execute("SELECT count(*) FROM unreadable").fetchone()[0])

    def due(self, now: datetime) -> tuple[Unreadable, ...]:
        """Return those whose senders are to be told now, oldest first."""
        rows = self._db.execute(
            "SELECT id, source, shape FROM unreadable INDEXED BY unreadable_due"
            " WHERE due_at <= ? ORDER BY id",
            [to_ms(now)],
        )
        return tuple(Unreadable(*row) for row in rows)

    def told(self, source: str, now: datetime) -> None:
        """Note that somebody knows of all that was kept of theirs, and forget whose it is."""
        self._db.execute(
            "UPDATE unreadable SET due_at = NULL, source = NULL, told_at = ? WHERE source = ?",
            [to_ms(now), source],
        )

    def arrived(self, name: str) -> bool:
        """Forget one that has arrived after all; return whether there was one."""
        return bool(self._db.execute("DELETE FROM unreadable WHERE name = ?", [name]).rowcount)

    def untold(self) -> tuple[tuple[str, bytes, bytes], ...]:
        """Return name, secret and sealed content of those nobody was told of, oldest first."""
        rows = self._db.execute(
            "SELECT name, secret, sealed FROM unreadable WHERE told_at IS NULL ORDER BY id"
        )
        return tuple((row[0], row[1], row[2]) for row in rows)

    def forget_before(self, moment: datetime) -> int:
        """Destroy what came before `moment`, with its key; return how many that were."""
        cursor = self._db.execute("DELETE FROM unreadable WHERE received_at < ?", [to_ms(moment)])
        self._db.execute("DELETE FROM unreadable_shapes WHERE last_at < ?", [to_ms(moment)])
        return int(cursor.rowcount)

    def shapes(self) -> tuple[Shape, ...]:
        """Return what came in the time that is kept, by shape."""
        rows = self._db.execute(
            "SELECT shape, count, last_at FROM unreadable_shapes ORDER BY shape"
        )
        return tuple(Shape(row[0], row[1], from_ms(row[2])) for row in rows)
