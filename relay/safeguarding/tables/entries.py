"""Parts, answers and notes of cases, sealed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from relay.store.moments import from_ms, to_ms
from relay.store.table import Table

_SELECT = "SELECT case_id, number, kind, sealed, officer, at FROM case_entries"


@dataclass(frozen=True)
class EntryRow:
    """One entry. `sealed` is None once its writer deleted it."""

    case_id: int
    number: int
    kind: str
    sealed: bytes | None = field(repr=False)
    officer: str | None = field(repr=False)
    at: datetime


class Entries(Table):
    """The case_entries table."""

    def next_number(self, case_id: int) -> int:
        """Return the number the next entry of a case gets."""
        row = self._db.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM case_entries WHERE case_id = ?", [case_id]
        ).fetchone()
        return int(row[0])

    def add(
        self,
        case_id: int,
        number: int,
        *,
        kind: str,
        sealed: bytes,
        now: datetime,
        officer: str | None = None,
    ) -> None:
        """Add an entry.

        Args:
            case_id: the case.
            number: from `next_number`.
            kind: `part`, `answer` or `note`.
            sealed: the text.
            now: when it came.
            officer: who wrote it, unless it is a part.
        """
        self._db.execute(
            "INSERT INTO case_entries (case_id, number, kind, sealed, officer, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [case_id, number, kind, sealed, officer, to_ms(now)],
        )

    def rewrite(self, case_id: int, number: int, sealed: bytes | None) -> None:
        """Replace the text of an entry, or take it away."""
        self._db.execute(
            "UPDATE case_entries SET sealed = ? WHERE case_id = ? AND number = ?",
            [sealed, case_id, number],
        )

    def came_at(self, case_id: int, number: int, origin: str) -> None:
        """Note the keyed hash of a moment by which Signal names a part."""
        self._db.execute(
            "INSERT INTO case_origins (case_id, origin, entry) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [case_id, origin, number],
        )

    def by_origin(self, case_id: int, origin: str) -> EntryRow | None:
        """Return the part of a case that came with a moment."""
        row = self._db.execute(
            "SELECT entry FROM case_origins WHERE case_id = ? AND origin = ?", [case_id, origin]
        ).fetchone()
        return None if row is None else self.get(case_id, int(row[0]))

    def forget_origins(self, case_id: int) -> None:
        """Forget the moments of a case's parts."""
        self._db.execute("DELETE FROM case_origins WHERE case_id = ?", [case_id])

    def get(self, case_id: int, number: int) -> EntryRow | None:
        """Return an entry, or None."""
        row = self._db.execute(
            f"{_SELECT} WHERE case_id = ? AND number = ?", [case_id, number]
        ).fetchone()
        return None if row is None else _entry(row)

    def of(self, case_id: int, *kinds: str) -> list[EntryRow]:
        """Return the entries of a case of these kinds, in order."""
        marks = ", ".join("?" * len(kinds))
        rows = self._db.execute(
            f"{_SELECT} WHERE case_id = ? AND kind IN ({marks}) ORDER BY number",
            [case_id, *kinds],
        )
        return [_entry(row) for row in rows]

    def parts(self, case_id: int) -> int:
        """Return how many parts a case has, deleted ones left out."""
        row = self._db.execute(
            "SELECT count(*) FROM case_entries WHERE case_id = ? AND kind = 'part'"
            " AND sealed IS NOT NULL",
            [case_id],
        ).fetchone()
        return int(row[0])


def _entry(row: tuple[Any, ...]) -> EntryRow:
    sealed = None if row[3] is None else bytes(row[3])
    return EntryRow(row[0], row[1], row[2], sealed, row[4], from_ms(row[5]))
