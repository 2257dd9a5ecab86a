"""Parts, answers and notes of cases, sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class EntryRow:
    """One entry. `sealed` is None once its writer deleted it."""

    case_id: int
    number: int
    kind: str
    sealed: bytes | None = field(repr=False)
    officer: str | None = field(repr=False)
    at: datetime


_ROWS = Rows(EntryRow)


class Entries(Table):
    """The case_entries table."""

    def next_number(self, case_id: int) -> int:
        """Return the number the next entry of a case gets."""
        return self._count(
            "SELECT coalesce(max(number), 0) + 1 FROM case_entries WHERE case_id = ?", [case_id]
        )

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
        self._insert(
            "case_entries",
            case_id=case_id,
            number=number,
            kind=kind,
            sealed=sealed,
            officer=officer,
            at=now,
        )

    def rewrite(self, case_id: int, number: int, sealed: bytes | None) -> None:
        """Replace the text of an entry, or take it away."""
        self._run(
            "UPDATE case_entries SET sealed = ? WHERE case_id = ? AND number = ?",
            [sealed, case_id, number],
        )

    def came_at(self, case_id: int, number: int, origin: str) -> None:
        """Note the keyed hash of a moment by which Signal names a part."""
        self._insert_new("case_origins", case_id=case_id, origin=origin, entry=number)

    def by_origin(self, case_id: int, origin: str) -> EntryRow | None:
        """Return the part of a case that came with a moment."""
        number = self._value(
            "SELECT entry FROM case_origins WHERE case_id = ? AND origin = ?", [case_id, origin]
        )
        return None if number is None else self.get(case_id, int(number))

    def forget_origins(self, case_id: int) -> None:
        """Forget the moments of a case's parts."""
        self._run("DELETE FROM case_origins WHERE case_id = ?", [case_id])

    def get(self, case_id: int, number: int) -> EntryRow | None:
        """Return an entry, or None."""
        rest = "FROM case_entries WHERE case_id = ? AND number = ?"
        return self._one(_ROWS, rest, [case_id, number])

    def of(self, case_id: int, *kinds: str) -> list[EntryRow]:
        """Return the entries of a case of these kinds, in order."""
        return self._all(
            _ROWS,
            "FROM case_entries WHERE case_id = ? AND kind IN (SELECT value FROM json_each(?))"
            " ORDER BY number",
            [case_id, kinds],
        )

    def parts(self, case_id: int) -> int:
        """Return how many parts a case has, deleted ones left out."""
        return self._count(
            "SELECT count(*) FROM case_entries WHERE case_id = ? AND kind = 'part'"
            " AND sealed IS NOT NULL",
            [case_id],
        )
