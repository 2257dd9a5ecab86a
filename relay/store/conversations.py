"""Where each person stands in a conversation: one named state, its data, and when it expires."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class Conversation:
    """A state that somebody's conversation is in."""

    person: str = field(repr=False)
    name: str
    data: dict[str, Any] = field(repr=False)
    expires_at: datetime


_ROWS = Rows(Conversation)


class Conversations(Table):
    """The conversations table: at most one open conversation a person."""

    def of(self, person: str) -> Conversation | None:
        """Return the open conversation of an account id, also one that has just expired."""
        return self._one(_ROWS, "FROM conversations WHERE person = ?", [person])

    def set(self, person: str, name: str, data: dict[str, Any], expires_at: datetime) -> None:
        """Put a person into a state, replacing the one before."""
        self._insert(
            "conversations",
            "ON CONFLICT (person) DO UPDATE SET name = excluded.name, data = excluded.data,"
            " expires_at = excluded.expires_at",
            person=person,
            name=name,
            data=data,
            expires_at=expires_at,
        )

    def end(self, person: str) -> None:
        """Forget a person's conversation."""
        self._run("DELETE FROM conversations WHERE person = ?", [person])

    def expired(self, now: datetime) -> list[Conversation]:
        """Return the conversations whose time is over, oldest first."""
        rest = "FROM conversations WHERE expires_at <= ? ORDER BY expires_at"
        return self._all(_ROWS, rest, [now])
