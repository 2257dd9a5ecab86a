"""What an outbox row is about, so that it can be dropped and scrubbed with its case."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.moments import from_ms
from relay.store.outbox import Delivery
from relay.store.table import Table

_LAST = chr(0x10FFFF)
_SCRUB = (
    "UPDATE outbox SET target = '', asked_by = NULL, payload = NULL, result = NULL, reason = NULL"
)


@dataclass(frozen=True)
class Failed:
    """Something that was given up: what it was about, the group, and what the answer was."""

    topic: str
    group: str = field(repr=False)
    reason: str


class Topics(Table):
    """The `topic` of outbox rows. Not for queueing: that is `relay.store.outbox`."""

    def assign(self, delivery: int, topic: str) -> None:
        """Say what a queued delivery is about."""
        self._run("UPDATE outbox SET topic = ? WHERE id = ?", [topic, delivery])

    def of(self, delivery: int) -> str | None:
        """Return what a delivery is about, or None."""
        found: str | None = self._value("SELECT topic FROM outbox WHERE id = ?", [delivery])
        return found

    def queued(self, topic: str) -> int:
        """Return how many deliveries about a topic wait."""
        return self._count(
            "SELECT count(*) FROM outbox WHERE topic = ? AND state = 'queued'", [topic]
        )

    def drop(self, topic: str, now: datetime) -> int:
        """Drop what waits about a topic and return how many that was.

        One that is being sent at this moment is dropped too: its lane still tells its observer how
        it ended, and the row still says what it was about.
        """
        return self._run(
            "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
            " WHERE topic = ? AND state = 'queued'",
            [now, topic],
        )

    def drop_delivery(self, delivery: int, now: datetime) -> None:
        """Drop one delivery that waits; of one being sent at this moment it is still recorded."""
        self._run(
            "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
            " WHERE id = ? AND state = 'queued'",
            [now, delivery],
        )

    def drop_target(self, topic: str, target: str, alias: str | None, now: datetime) -> None:
        """Drop what waits about a topic for one chat, and forget where the rest of it went.

        Args:
            topic: what it is about.
            target: the chat.
            alias: what stands for it in rows that have ended; None if nothing does any more.
            now: the time.
        """
        self._run(
            "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
            " WHERE topic = ? AND target = ? AND state = 'queued'",
            [now, topic, target],
        )
        self._run(
            "UPDATE outbox SET target = '', payload = NULL, result = NULL, reason = NULL"
            " WHERE topic = ? AND target IN (?, ?)",
            [topic, target, target if alias is None else alias],
        )

    def hold_back(self, topics: str, target: str, now: datetime, *, action: str = "*") -> list[int]:
        """Drop what waits for one chat about some topics.

        Args:
            topics: one, or a pattern of SQLite's GLOB such as `case:*`.
            target: the chat.
            now: the time.
            action: of which kind, a pattern too; all of them by default.

        Returns:
            The ids of the deliveries.
        """
        waiting = self._values(
            "SELECT id FROM outbox WHERE topic GLOB ? AND target = ? AND state = 'queued'"
            " AND action GLOB ? ORDER BY id",
            [topics, target, action],
        )
        for delivery in waiting:
            self._run(
                "UPDATE outbox SET state = 'dropped', payload = NULL, target = '', finished_at = ?"
                " WHERE id = ?",
                [now, delivery],
            )
        return waiting

    def rename(self, delivery: Delivery, alias: str) -> None:
        """Put another name in place of where a delivery went that has ended; '' for none.

        One that is forgotten already (`drop_target`, `scrub`) stays so.
        """
        self._run(
            "UPDATE outbox SET target = ? WHERE id = ? AND target = ? AND state != 'queued'",
            [alias, delivery.id, delivery.target],
        )

    def rename_all(self, topic: str, before: str, alias: str) -> None:
        """Put another alias in place of one in everything about a topic."""
        self._run(
            "UPDATE outbox SET target = ? WHERE topic = ? AND target = ?", [alias, topic, before]
        )

    def scrub(self, topic: str) -> None:
        """Forget of everything finished about a topic who got it and where it stands."""
        self._run(f"{_SCRUB} WHERE topic = ? AND state != 'queued'", [topic])

    def scrub_delivery(self, delivery: int) -> None:
        """Forget of one finished delivery who got it and where it stands."""
        self._run(f"{_SCRUB} WHERE id = ? AND state != 'queued'", [delivery])

    def sent(self, topic: str, target: str) -> list[tuple[int, datetime]]:
        """Return the messages about a topic that went to a chat.

        Args:
            topic: what they are about.
            target: the chat, or the alias that stands for it since they have ended.

        Returns:
            Signal's timestamp of each, in milliseconds, and when it was delivered; oldest first.
        """
        rows = self._db.execute(
            "SELECT json_extract(result, '$.timestamp'), finished_at FROM outbox"
            " WHERE topic = ? AND target = ? AND action = 'send' AND state = 'delivered'"
            " AND json_extract(result, '$.timestamp') IS NOT NULL ORDER BY id",
            [topic, target],
        )
        return [(int(row[0]), from_ms(row[1])) for row in rows.fetchall()]

    def waiting_for(self, target: str) -> list[tuple[int, str | None]]:
        """Return the messages that wait to go to a chat: the id and the topic of each, in order."""
        rows = self._db.execute(
            "SELECT id, topic FROM outbox WHERE target = ? AND action = 'send'"
            " AND state = 'queued' ORDER BY id",
            [target],
        )
        return [(int(row[0]), row[1]) for row in rows.fetchall()]

    def failed(self, topics: str) -> list[Failed]:
        """Return what did not get into a group, each once only; joins a transaction.

        Args:
            topics: what the topics begin with, such as `reminder:`.
        """
        rows = self._db.execute(
            "SELECT id, topic, target, reason FROM outbox WHERE topic > ? AND topic < ?"
            " AND state = 'failed' AND target GLOB 'group.*' ORDER BY id",
            [topics, topics + _LAST],
        ).fetchall()
        for row in rows:
            self._run("UPDATE outbox SET topic = NULL WHERE id = ?", [row[0]])
        return [Failed(row[1], row[2], row[3] or "") for row in rows]

    def has_failed(self, topics: str) -> bool:
        """Whether `failed` would return anything."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE topic > ? AND topic < ?"
            " AND state = 'failed' AND target GLOB 'group.*')",
            [topics, topics + _LAST],
        )

    def forget_sent(self, topic: str, target: str) -> None:
        """Forget where the messages about a topic stand in a chat, since they are being deleted.

        `target` is as for `sent`.
        """
        self._run(
            "UPDATE outbox SET target = '', result = NULL WHERE topic = ? AND target = ?"
            " AND action = 'send' AND state = 'delivered'",
            [topic, target],
        )
