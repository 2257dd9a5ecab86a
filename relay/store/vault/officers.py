"""The safety numbers officers are known by."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from relay.store.moments import maybe_from_ms, to_ms


@dataclass(frozen=True)
class OfficerKey:
    """What is known of an officer's key: `known` was accepted, `seen` is what Signal shows now."""

    officer: str = field(repr=False)
    known: str = field(repr=False)
    seen: str = field(repr=False)
    paused_at: datetime | None
    told_at: datetime | None


class OfficerKeys:
    """The officer_keys table."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, officer: str) -> OfficerKey | None:
        """Return what is known of an officer's key."""
        row = self._db.execute(
            "SELECT officer, known, seen, paused_at, told_at FROM officer_keys WHERE officer = ?",
            [officer],
        ).fetchone()
        return None if row is None else _key(row)

    def learn(self, officer: str, seen: str) -> None:
        """Accept the first safety number an officer is seen with."""
        self._db.execute(
            "INSERT INTO officer_keys (officer, known, seen) VALUES (?, ?, ?)",
            [officer, seen, seen],
        )

    def pause(self, officer: str, seen: str, now: datetime) -> None:
        """Note another safety number than the known one; the officer waits from now on."""
        self._db.execute(
            "UPDATE officer_keys SET seen = ?, told_at = NULL,"
            " paused_at = coalesce(paused_at, ?) WHERE officer = ?",
            [seen, to_ms(now), officer],
        )

    def confirm(self, officer: str) -> None:
        """Accept the safety number an officer is seen with now."""
        self._db.execute(
            "UPDATE officer_keys SET known = seen, paused_at = NULL, told_at = NULL"
            " WHERE officer = ?",
            [officer],
        )

    def told(self, officer: str, now: datetime) -> None:
        """Note that people know that an officer waits."""
        self._db.execute(
            "UPDATE officer_keys SET told_at = ? WHERE officer = ?", [to_ms(now), officer]
        )

    def paused(self) -> list[OfficerKey]:
        """Return the officers who wait, longest first."""
        rows = self._db.execute(
            "SELECT officer, known, seen, paused_at, told_at FROM officer_keys"
            " WHERE paused_at IS NOT NULL ORDER BY paused_at, rowid"
        )
        return [_key(row) for row in rows]


def _key(row: tuple[Any, ...]) -> OfficerKey:
    return OfficerKey(row[0], row[1], row[2], maybe_from_ms(row[3]), maybe_from_ms(row[4]))
