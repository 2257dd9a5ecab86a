"""Where each person stands in a conversation: one named state, its data, and when it expires."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from relay.store.moments import from_ms, to_ms


@dataclass(frozen=True)
class Conversation:
    """A state that somebody's conversation is in."""

    person: str = field(repr=False)
    name: str
    data: dict[str, Any] = field(repr=False)
    expires_at: datetime


class Conversations:
    """The conversations table: at most one open conversation a person."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, person: str) -> Conversation | None:
        """Return the open conversation of an account id, also one that has just expired."""
        row = self._db.execute(
            "SELECT person, name, data, expires_at FROM conversations WHERE person = ?", [person]
        ).fetchone()
        return None if row is None else _conversation(row)

    def set(self, person: str, name: str, data: dict[str, Any], expires_at: datetime) -> None:
        """Put a person into a state, replacing the one before."""
        self._db.execute(
            "INSERT INTO conversations (person, name, data, expires_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person) DO UPDATE SET name = excluded.name, data = excluded.data,"
            " expires_at = excluded.expires_at",
            [person, name, json.dumps(data), to_ms(expires_at)],
        )

    def end(self, person: str) -> None:
        """Forget a person's conversation."""
        self._db.execute("DELETE FROM conversations WHERE person = ?", [person])

    def expired(self, now: datetime) -> list[Conversation]:
        """Return the conversations whose time is over, oldest first."""
        rows = self._db.execute(
            "SELECT person, name, data, expires_at FROM conversations WHERE expires_at <= ?"
            " ORDER BY expires_at",
            [to_ms(now)],
        )
        return [_conversation(row) for row in rows]


def _conversation(row: tuple[Any, ...]) -> Conversation:
    return Conversation(row[0], row[1], json.loads(row[2]), from_ms(row[3]))
