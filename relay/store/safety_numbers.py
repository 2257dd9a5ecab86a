"""The safety numbers that people with rights are known by, and who of them waits."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Database, Rows, Table


@dataclass(frozen=True)
class KnownNumber:
    """What is known of somebody's key: `known` was accepted, `seen` is what Signal shows now."""

    person: str = field(repr=False)
    known: str = field(repr=False)
    seen: str = field(repr=False)
    paused_at: datetime | None
    told_at: datetime | None


class SafetyNumbers(Table):
    """A table of them: officer_keys or admin_keys.

    Args:
        database: where it is.
        table: its name.
        column: that of the account id.
    """

    def __init__(self, database: Database, table: str, column: str) -> None:
        super().__init__(database)
        self._table = table
        self._column = column
        self._rows = Rows(KnownNumber, person=column)

    def of(self, person: str) -> KnownNumber | None:
        """Return what is known of somebody's key."""
        return self._one(self._rows, f"FROM {self._table} WHERE {self._column} = ?", [person])

    def learn(self, person: str, seen: str) -> None:
        """Accept the first safety number somebody is seen with."""
        self._insert(self._table, **{self._column: person}, known=seen, seen=seen)

    def pause(self, person: str, seen: str, now: datetime) -> None:
        """Note another safety number than the known one; its owner waits from now on."""
        self._change(
            "seen = ?, told_at = NULL, paused_at = coalesce(paused_at, ?)", person, seen, now
        )

    def confirm(self, person: str) -> None:
        """Accept the safety number somebody is seen with now."""
        self._change("known = seen, paused_at = NULL, told_at = NULL", person)

    def told(self, person: str, now: datetime) -> None:
        """Note that people know that somebody waits."""
        self._change("told_at = ?", person, now)

    def paused(self) -> list[KnownNumber]:
        """Return those who wait, longest first."""
        rest = f"FROM {self._table} WHERE paused_at IS NOT NULL ORDER BY paused_at, rowid"
        return self._all(self._rows, rest)

    def is_paused(self, person: str) -> bool:
        """Return whether somebody waits."""
        number = self.of(person)
        return number is not None and number.paused_at is not None

    def forget(self, person: str) -> None:
        """Forget what is known of somebody's key; who gets a right again is learned anew."""
        self._run(f"DELETE FROM {self._table} WHERE {self._column} = ?", [person])  # noqa: S608

    def _change(self, change: str, person: str, *values: datetime | str) -> None:
        self._run(
            f"UPDATE {self._table} SET {change} WHERE {self._column} = ?",  # noqa: S608
            [*values, person],
        )
