"""Cases: where each stands, in codes and moments, with a few sealed values."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from relay.store.moments import maybe_from_ms, to_ms
from relay.store.table import Table


@dataclass(frozen=True)
class CaseRow:
    """One case. `exclusions`, `status` and `hold` are sealed."""

    id: int
    state: str
    manner: str
    track: str | None
    team: str | None
    name: str | None
    exclusions: bytes | None = field(repr=False)
    status: bytes | None = field(repr=False)
    hold: bytes | None = field(repr=False)
    claimed_by: str | None = field(repr=False)
    outcome: str | None
    listening: str
    muted: bool
    started_at: datetime
    sent_at: datetime | None
    waiting_since: datetime | None
    answered_at: datetime | None
    nudged_at: datetime | None
    reminded_at: datetime | None
    escalated_at: datetime | None
    retried_at: datetime | None
    told_at: datetime | None
    closed_at: datetime | None


_COLUMNS = tuple(column.name for column in fields(CaseRow))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM cases"  # noqa: S608 -- names of columns


class Cases(Table):
    """The cases table."""

    def start(self, *, manner: str, now: datetime) -> int:
        """Create a draft and return its id."""
        cursor = self._db.execute(
            "INSERT INTO cases (state, manner, started_at) VALUES ('draft', ?, ?)",
            [manner, to_ms(now)],
        )
        return int(cursor.lastrowid or 0)

    def get(self, case_id: int) -> CaseRow | None:
        """Return a case, or None once nothing of it is left."""
        row = self._db.execute(f"{_SELECT} WHERE id = ?", [case_id]).fetchone()
        return None if row is None else _case(row)

    def all(self, *states: str) -> list[CaseRow]:
        """Return the cases in these states, in the order they began."""
        marks = ", ".join("?" * len(states))
        rows = self._db.execute(f"{_SELECT} WHERE state IN ({marks}) ORDER BY id", list(states))
        return [_case(row) for row in rows]

    def named(self, name: str) -> CaseRow | None:
        """Return the case with this exact name."""
        row = self._db.execute(f"{_SELECT} WHERE name = ?", [name]).fetchone()
        return None if row is None else _case(row)

    def change(self, case_id: int, **values: str | bytes | int | datetime | None) -> None:
        """Set columns of a case.

        Raises:
            KeyError: there is no such column.
        """
        for column in values:
            if column not in _COLUMNS:
                raise KeyError(column)
        settings = ", ".join(f"{column} = ?" for column in values)
        stored = [to_ms(v) if isinstance(v, datetime) else v for v in values.values()]
        self._db.execute(
            f"UPDATE cases SET {settings} WHERE id = ?",  # noqa: S608 -- names of columns
            [*stored, case_id],
        )

    def delete(self, case_id: int) -> None:
        """Delete a case with its link, readers, entries, files and relays.

        Its records stay: a chain without bodies.
        """
        self._db.execute("DELETE FROM cases WHERE id = ?", [case_id])


def _case(row: tuple[Any, ...]) -> CaseRow:
    values = dict(zip(_COLUMNS, row, strict=True))
    for column in _COLUMNS:
        if column.endswith(("_at", "_since")):
            values[column] = maybe_from_ms(values[column])
    return CaseRow(**{**values, "muted": bool(values["muted"])})
