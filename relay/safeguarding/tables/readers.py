"""Who may read a case."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class ReaderRow:
    """An officer who may read a case, for which team, since when."""

    officer: str = field(repr=False)
    team: str
    since: datetime


_ROWS = Rows(ReaderRow)


class Readers(Table):
    """The case_readers table."""

    def add(self, case_id: int, officer: str, team: str, now: datetime) -> bool:
        """Let an officer read; return False if they could already."""
        return self._insert_new(
            "case_readers", case_id=case_id, officer=officer, team=team, since=now
        )

    def of(self, case_id: int) -> list[ReaderRow]:
        """Return who may read, in the order they were let in."""
        return self._all(_ROWS, "FROM case_readers WHERE case_id = ? ORDER BY rowid", [case_id])

    def cases_of(self, officer: str) -> list[int]:
        """Return the cases an officer may read, in the order they began."""
        return self._values(
            "SELECT case_id FROM case_readers WHERE officer = ? ORDER BY case_id", [officer]
        )
