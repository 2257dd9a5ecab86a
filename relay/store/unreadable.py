"""What was said to the bot and could not be read, sealed, and how often that happened.

A shape names a field or an exception of signal-cli's, never what was said. What was said is sealed
by `relay.signal.unreadable` with a key of its own, which goes with its row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table

MOST_SHAPES = 100
"""Shapes that are told apart; the rest is one. signal-cli has some thirty names."""

MOST_KEPT = 5_000
"""Messages that are kept; more are only counted. Anybody may send them, and a disk has an end."""

MOST_BYTES = 32 * 1024 * 1024
"""Bytes of what was said in them, in all; of more it is kept that they came, and whom to tell."""

MOST_OF_ONE = 64 * 1024
"""Bytes of what was said in one of them: as long as any text of Signal's."""

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


_ROWS = Rows(Unreadable)
_SHAPES = Rows(Shape, name="shape", last="last_at")


class UnreadableMessages(Table):
    """The tables unreadable and unreadable_shapes. Each method joins the caller's transaction."""

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
            sealed: what was said; not kept where that would be too much.

        Returns:
            False if it is already known, which changes nothing.
        """
        if self._db.execute("SELECT 1 FROM unreadable WHERE name = ?", [name]).fetchone():
            return False
        kept, size = self._db.execute(
            "SELECT count(*), coalesce(sum(length(sealed)), 0) FROM unreadable"
        ).fetchone()
        if len(sealed) > MOST_OF_ONE or size + len(sealed) > MOST_BYTES:
            secret = sealed = b""
        if kept < MOST_KEPT:
            self._insert(
                "unreadable",
                name=name,
                source=source,
                shape=shape,
                received_at=now,
                due_at=due,
                secret=secret,
                sealed=sealed,
            )
        self._count_shape(shape, now)
        return True

    def _count_shape(self, shape: str, now: datetime) -> None:
        known = self._values("SELECT shape FROM unreadable_shapes")
        self._insert(
            "unreadable_shapes",
            "ON CONFLICT (shape) DO UPDATE SET count = count + 1, last_at = excluded.last_at",
            shape=shape if shape in known or len(known) < MOST_SHAPES else _REST,
            count=1,
            last_at=now,
        )

    def kept(self) -> int:
        """Return how many are kept."""
        return self._count("SELECT count(*) FROM unreadable")

    def due(self, now: datetime) -> tuple[Unreadable, ...]:
        """Return those whose senders are to be told now, oldest first."""
        rest = "FROM unreadable INDEXED BY unreadable_due WHERE due_at <= ? ORDER BY id"
        return tuple(self._all(_ROWS, rest, [now]))

    def told(self, source: str, now: datetime) -> None:
        """Note that somebody knows of all that was kept of theirs, and forget whose it is."""
        self._run(
            "UPDATE unreadable SET due_at = NULL, source = NULL, told_at = ? WHERE source = ?",
            [now, source],
        )

    def forget(self, name: str) -> bool:
        """Destroy one, with its key; return whether there was one."""
        return bool(self._run("DELETE FROM unreadable WHERE name = ?", [name]))

    def forget_untold(self, source: str) -> None:
        """Destroy what somebody was not told of yet."""
        self._run("DELETE FROM unreadable WHERE source = ?", [source])

    def untold(self) -> tuple[tuple[str, bytes, bytes], ...]:
        """Return name, secret and sealed content of those nobody was told of, oldest first."""
        rows = self._db.execute(
            "SELECT name, secret, sealed FROM unreadable WHERE told_at IS NULL"
            " AND length(sealed) > 0 ORDER BY id"
        )
        return tuple((row[0], row[1], row[2]) for row in rows)

    def sealed(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield name, secret and sealed content of all whose content was kept."""
        names = self._db.execute("SELECT name FROM unreadable WHERE length(sealed) > 0").fetchall()
        for (name,) in names:
            row = self._db.execute(
                "SELECT secret, sealed FROM unreadable WHERE name = ?", [name]
            ).fetchone()
            yield name, row[0], row[1]

    def forget_before(self, moment: datetime) -> int:
        """Destroy what came before `moment`, with its key; return how many that were."""
        self._run("DELETE FROM unreadable_shapes WHERE last_at < ?", [moment])
        return self._run("DELETE FROM unreadable WHERE received_at < ?", [moment])

    def shapes(self) -> tuple[Shape, ...]:
        """Return what came in the time that is kept, by shape."""
        return tuple(self._all(_SHAPES, "FROM unreadable_shapes ORDER BY shape"))
