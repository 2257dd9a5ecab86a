"""The audit trail: who did what to which announcement, hash-chained and without texts.

Each row's hash covers its own content and the hash before it, so that a row changed or taken out
later shows, and the schema counts the rows there have ever been, so that a missing end shows too.
The triggers of the schema refuse updates and deletions.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from relay.store.moments import to_ms
from relay.store.table import Rows, Table

_START = "0" * 64


@dataclass(frozen=True)
class Act:
    """One act: who did what, and when."""

    actor: str = field(repr=False)
    action: str
    at: datetime


_ACTS = Rows(Act)


class Audit(Table):
    """The audit table."""

    def record(
        self, *, actor: str, action: str, subject: str, now: datetime, **detail: int | str | None
    ) -> None:
        """Append one act, in the transaction of what it did."""
        last = self._db.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        number, previous = (last[0] + 1, last[1]) if last else (1, _START)
        row = [number, to_ms(now), actor, action, subject, json.dumps(detail, sort_keys=True)]
        self._run(
            "INSERT INTO audit (id, at, actor, action, subject, detail, previous, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [*row, previous, _digest(row, previous)],
        )

    def acts(self, subject: str) -> list[Act]:
        """Return what was done to a subject, in order."""
        return self._all(_ACTS, "FROM audit WHERE subject = ? ORDER BY id", [subject])

    def broken_at(self) -> int | None:
        """Return the number of the first row that does not follow from the one before, or None."""
        previous, expected = _START, 1
        rows = self._db.execute(
            "SELECT id, at, actor, action, subject, detail, previous, hash FROM audit ORDER BY id"
        )
        for *row, claimed_previous, claimed in rows:
            honest = row[0] == expected and claimed_previous == previous
            if not honest or claimed != _digest(row, previous):
                return expected
            previous, expected = claimed, expected + 1
        counted = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
        ever = counted.fetchone()
        return expected if ever is not None and ever[0] >= expected else None


def _digest(row: list[Any], previous: str) -> str:
    return hashlib.sha256(json.dumps([previous, *row]).encode()).hexdigest()
