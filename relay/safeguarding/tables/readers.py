"""Who may read a case."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.moments import from_ms, to_ms
from relay.store.table import Table


@dataclass(frozen=True)
class ReaderRow:
    """An officer who may read a case, for which team, since when."""

    officer: str = field(repr=False)
    team: str
    since: datetime


class Readers(Table):
    """The case_readers table."""

    def add(self, case_id: int, officer: str, team: str, now: datetime) -> bool:
        """Let an officer read; return False if they could already."""
        cursor = self._db.execute(
            "INSERT INTO case_readers (case_id, officer, team, since) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [case_id, officer, team, to_ms(now)],
        )
        return bool(cursor.rowcount == 1)

    def of(self, case_id: int) -> list[ReaderRow]:
        """Return who may read, in the order they were let in."""
        rows = self._db.execute(
            "SELECT officer, team, since FROM case_readers WHERE case_id = ? ORDER BY rowid",
            [case_id],
        )
        return [ReaderRow(row[0], row[1], from_ms(row[2])) for row in rows]

    def cases_of(self, officer: str) -> list[int]:
        """Return the cases an officer may read, in the order they began."""
        rows = self._db.execute(
            "SELECT case_id FROM case_readers WHERE officer = ? ORDER BY case_id", [officer]
        )
        return [int(row[0]) for row in rows]
