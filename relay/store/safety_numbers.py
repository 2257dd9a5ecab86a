"""The safety numbers that people with rights are known by, and who of them waits."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from relay.store.moments import maybe_from_ms, to_ms


@dataclass(frozen=True)
class KnownNumber:
    """What is known of somebody's key: `known` was accepted, `seen` is what Signal shows now."""

    person: str = field(repr=False)
    known: str = field(repr=False)
    seen: str = field(repr=False)
    paused_at: datetime | None
    told_at: datetime | None


class SafetyNumbers:
    """A table of them: officer_keys or admin_keys.

    Args:
        database: where it is.
        table: its name.
        column: that of the account id.
    """

    def __init__(self, database: Database, table: str, column: str) -> None:
        self._db = database
        self._table = table
        self._column = column
        self._select = f"SELECT {column}, known, seen, paused_at, told_at FROM {table}"  # noqa: S608

    def of(self, person: str) -> KnownNumber | None:
        """Return what is known of somebody's key."""
        row = self._db.execute(f"{self._select} WHERE {self._column} = ?", [person]).fetchone()
        return None if row is None else _known(row)

    def learn(self, person: str, seen: str) -> None:
        """Accept the first safety number somebody is seen with."""
        self._db.execute(
            f"INSERT INTO {self._table} ({self._column}, known, seen) VALUES (?, ?, ?)",  # noqa: S608
            [person, seen, seen],
        )

    def pause(self, person: str, seen: str, now: datetime) -> None:
        """Note another safety number than the known one; its owner waits from now on."""
        self._change(
            "seen = ?, told_at = NULL, paused_at = coalesce(paused_at, ?)", person, seen, to_ms(now)
        )

    def confirm(self, person: str) -> None:
        """Accept the safety number somebody is seen with now."""
        self._change("known = seen, paused_at = NULL, told_at = NULL", person)

    def told(self, person: str, now: datetime) -> None:
        """Note that people know that somebody waits."""
        self._change("told_at = ?", person, to_ms(now))

    def paused(self) -> list[KnownNumber]:
        """Return those who wait, longest first."""
        rows = self._db.execute(
            f"{self._select} WHERE paused_at IS NOT NULL ORDER BY paused_at, rowid"
        )
        return [_known(row) for row in rows]

    def is_paused(self, person: str) -> bool:
        """Return whether somebody waits."""
        number = self.of(person)
        return number is not None and number.paused_at is not None

    def _change(self, change: str, person: str, *values: int | str) -> None:
        self._db.execute(
            f"UPDATE {self._table} SET {change} WHERE {self._column} = ?",  # noqa: S608
            [*values, person],
        )


def _known(row: tuple[Any, ...]) -> KnownNumber:
    return KnownNumber(row[0], row[1], row[2], maybe_from_ms(row[3]), maybe_from_ms(row[4]))
