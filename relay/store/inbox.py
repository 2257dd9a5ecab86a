"""The inbox: every envelope that was accepted and what became of it.

An envelope is committed here before Signal's side hears that it arrived, and it leaves in the same
transaction as what it changed. It is kept apart from conversations: nothing here reads a text.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from relay.store.table import Database, Rows, Table

TOPIC = "inbox"
"""What listeners of the store call this table."""

MAX_ATTEMPTS = 5
"""How often a conversation may fail on one envelope before it becomes a dead letter."""

_FIRST_RETRY = timedelta(seconds=2)

# Only a sender's oldest waiting envelope may be taken: that is what keeps order per sender.
_NEXT = """
FROM inbox AS i INDEXED BY inbox_order
WHERE i.state = 'waiting' AND i.not_before <= :now
  AND NOT EXISTS (
    SELECT 1 FROM inbox AS e WHERE e.state = 'waiting' AND e.source = i.source AND e.id < i.id)
ORDER BY i.id
"""


@dataclass(frozen=True)
class InboxEntry:
    """One accepted envelope that waits to be handled.

    `body` is the JSON-RPC notification's `params`: `{"envelope": {…}, "account": "+44…"}`.
    """

    id: int
    source: str = field(repr=False)
    body: dict[str, Any] = field(repr=False)
    received_at: datetime
    attempts: int


_ROWS = Rows(InboxEntry)


class Inbox(Table):
    """The inbox table. Each method is one statement or joins the caller's transaction."""

    def __init__(self, database: Database, changed: set[str]) -> None:
        super().__init__(database)
        self._changed = changed

    def accept(
        self, *, account: str, source: str, timestamp: int, body: dict[str, Any], now: datetime
    ) -> bool:
        """Keep an envelope.

        Args:
            account: the number it came in on.
            source: the sender's account id (ACI).
            timestamp: the envelope's own, in milliseconds; with the other two it is the key.
            body: the notification's `params`.
            now: when it arrived (aware).

        Returns:
            False if this envelope is already known, which changes nothing.
        """
        key = hashlib.sha256(f"{account}|{source}|{timestamp}".encode()).hexdigest()
        self._changed.add(TOPIC)
        return self._insert_new("inbox", key=key, source=source, body=body, received_at=now)

    def next(self, now: datetime, *, busy: Collection[str] = ()) -> InboxEntry | None:
        """Return the oldest envelope that may be handled now, or None.

        Args:
            now: envelopes that wait for a retry later than this are passed over.
            busy: senders whose oldest envelope is being prepared elsewhere.
        """
        for row in self._db.execute(f"SELECT {_ROWS.columns} {_NEXT}", {"now": now}):
            if row[1] not in busy:
                return _ROWS.read(row)
        return None

    def next_retry(self, now: datetime) -> datetime | None:
        """Return when the next envelope that waits for a retry becomes due, or None."""
        return self._moment(
            "SELECT min(not_before) FROM inbox WHERE state = 'waiting' AND not_before > ?", [now]
        )

    def finish(self, entry: InboxEntry, now: datetime) -> None:
        """Mark an envelope as handled and forget what it said and who sent it."""
        self._run(
            "UPDATE inbox SET state = 'done', body = NULL, source = NULL, fault = NULL,"
            " finished_at = ? WHERE id = ?",
            [now, entry.id],
        )

    def fail(self, entry: InboxEntry, fault: str, now: datetime) -> bool:
        """Record that handling failed; it is tried again later, at most `MAX_ATTEMPTS` times.

        Args:
            entry: the envelope.
            fault: the kind of error (a class name), never its text.
            now: the moment of the failure; the wait doubles with each one.

        Returns:
            True if the envelope is now a dead letter and somebody must be told.
        """
        attempts = entry.attempts + 1
        if attempts >= MAX_ATTEMPTS:
            self.bury(entry, fault, now)
            return True
        wait = _FIRST_RETRY * 2 ** (attempts - 1)
        self._run(
            "UPDATE inbox SET attempts = ?, not_before = ?, fault = ? WHERE id = ?",
            [attempts, now + wait, fault, entry.id],
        )
        return False

    def bury(self, entry: InboxEntry, fault: str, now: datetime) -> None:
        """Make an envelope a dead letter. It keeps its body until `empty` or `scrub` takes it."""
        self._run(
            "UPDATE inbox SET state = 'dead', attempts = ?, fault = ?, finished_at = ?"
            " WHERE id = ?",
            [entry.attempts + 1, fault, now, entry.id],
        )

    def count_try(self, entry: InboxEntry, attempts: int) -> None:
        """Set how often an envelope was tried, before something that may end the process."""
        self._run("UPDATE inbox SET attempts = ? WHERE id = ?", [attempts, entry.id])

    def postpone(self, entry: InboxEntry, until: datetime) -> None:
        """Leave an envelope for later without counting it as a failure."""
        self._run("UPDATE inbox SET not_before = ? WHERE id = ?", [until, entry.id])

    def scrub(self, source: str) -> None:
        """Forget what somebody's dead letters said, and that they were theirs."""
        self._run(
            "UPDATE inbox SET body = NULL, source = NULL, fault = NULL"
            " WHERE source = ? AND state = 'dead'",
            [source],
        )

    def empty(self, entry: InboxEntry) -> None:
        """Forget what a dead letter said and whose it was; that there is one stays."""
        self._run(
            "UPDATE inbox SET body = NULL, source = NULL WHERE id = ? AND state = 'dead'",
            [entry.id],
        )

    def untold(self, before: datetime) -> int:
        """Return how many dead letters there are from before a moment that nobody was told of."""
        return self._count(
            "SELECT count(*) FROM inbox INDEXED BY inbox_dead WHERE state = 'dead'"
            " AND told_at IS NULL AND finished_at < ?",
            [before],
        )

    def told(self, before: datetime, now: datetime) -> None:
        """Note that people know how many dead letters there are from before a moment."""
        self._run(
            "UPDATE inbox SET told_at = ? WHERE state = 'dead' AND told_at IS NULL"
            " AND finished_at < ?",
            [now, before],
        )

    def waiting(self) -> int:
        """Return how many envelopes wait."""
        return self._count("SELECT count(*) FROM inbox WHERE state = 'waiting'")

    def oldest_waiting(self) -> datetime | None:
        """Return when the longest-waiting envelope arrived, or None."""
        return self._moment(
            "SELECT received_at FROM inbox INDEXED BY inbox_order WHERE state = 'waiting'"
            " ORDER BY id LIMIT 1"
        )

    def last_received(self) -> datetime | None:
        """Return when the newest envelope of all arrived, or None."""
        return self._moment("SELECT received_at FROM inbox ORDER BY id DESC LIMIT 1")

    def dead(self) -> int:
        """Return how many dead letters there are."""
        return self._count("SELECT count(*) FROM inbox WHERE state = 'dead'")

    def forget_before(self, moment: datetime) -> int:
        """Delete what was finished before `moment`; return how many rows that was."""
        return self._run("DELETE FROM inbox WHERE finished_at < ?", [moment])
