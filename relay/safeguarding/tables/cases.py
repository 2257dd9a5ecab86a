"""Cases: where each stands, in codes and moments, with a few sealed values."""

from dataclasses import dataclass, field, fields
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class CaseRow:
    """One case. `exclusions`, `status` and `hold` are sealed.

    `listening` is of earlier versions, in which a consent did not end. It is no longer read.
    Of `contact` and the three after it see `relay.safeguarding.contact`, of `language`
    `relay.safeguarding.spoken`.
    """

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
    contact: str | None
    seen: bool
    unread_since: datetime | None
    noticed_at: datetime | None
    language: str | None = None


_COLUMNS = frozenset(column.name for column in fields(CaseRow))
_ROWS = Rows(CaseRow)


class Cases(Table):
    """The cases table."""

    def start(self, *, manner: str, now: datetime) -> int:
        """Create a draft and return its id."""
        return self._insert("cases", state="draft", manner=manner, started_at=now)

    def get(self, case_id: int) -> CaseRow | None:
        """Return a case, or None once nothing of it is left."""
        return self._one(_ROWS, "FROM cases WHERE id = ?", [case_id])

    def all(self, *states: str) -> list[CaseRow]:
        """Return the cases in these states, in the order they began."""
        rest = "FROM cases WHERE state IN (SELECT value FROM json_each(?)) ORDER BY id"
        return self._all(_ROWS, rest, [states])

    def named(self, name: str) -> CaseRow | None:
        """Return the case with this exact name."""
        return self._one(_ROWS, "FROM cases WHERE name = ?", [name])

    def change(self, case_id: int, **values: str | bytes | int | datetime | None) -> None:
        """Set columns of a case.

        Raises:
            KeyError: there is no such column.
        """
        if unknown := values.keys() - _COLUMNS:
            raise KeyError(*unknown)
        settings = ", ".join(f"{column} = ?" for column in values)
        self._run(
            f"UPDATE cases SET {settings} WHERE id = ?",  # noqa: S608 -- names of columns
            [*values.values(), case_id],
        )

    def delete(self, case_id: int) -> None:
        """Delete a case with its link, readers, entries, files and relays.

        Its records stay: a chain without bodies.
        """
        self._run("DELETE FROM cases WHERE id = ?", [case_id])
