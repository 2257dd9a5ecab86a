"""Messages that did not reach somebody with a new phone, and the copies they got instead.

Who that is, is kept until the copy is queued; then the outbox knows it, for as long as a copy is
changed and deleted with what it is a copy of. No backup has any of it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table

_TOPIC = "copy:"
_POST = "post:"


def post_of(announcement: int) -> str:
    """Return the name under which it is noted whom the posts of an announcement missed."""
    return f"{_POST}{announcement}"


@dataclass(frozen=True)
class MissedMessage:
    """Somebody whom a message did not reach in a group.

    Attributes:
        about: the announcement (`post_of`), or the topic of another message's delivery.
        group: where it was sent.
        person: account id; None where nobody has looked yet who it is.
        noted_at: when it was sent, aware, UTC.
        told: what of an announcement's posts was sent last, where that is not the announcement as
            it stands: a notice with it, or a renewed post.
    """

    about: str
    group: str = field(repr=False)
    person: str | None = field(repr=False)
    noted_at: datetime
    told: str | None = field(default=None, repr=False)

    @property
    def announcement(self) -> int | None:
        """The announcement whose post it is; None for another message."""
        number = self.about.removeprefix(_POST)
        return int(number) if number != self.about else None


_ROWS = Rows(MissedMessage, group="place", person="nullif(person, '')")


class MissedMessages(Table):
    """The tables missed_messages and trusted_keys, and copies in the outbox."""

    def note(self, missed: MissedMessage) -> None:
        """Note what missed somebody (None: perhaps); of one thing the newest is enough."""
        self._insert(
            "missed_messages",
            "ON CONFLICT DO UPDATE SET noted_at = excluded.noted_at, told = excluded.told WHERE"
            " excluded.noted_at >= noted_at",
            about=missed.about,
            place=missed.group,
            person=missed.person or "",
            noted_at=missed.noted_at,
            told=missed.told,
        )

    def all(self) -> list[MissedMessage]:
        """Return what is noted, in the order in which it was sent."""
        return self._all(_ROWS, "FROM missed_messages ORDER BY noted_at, about, place, person")

    def settle(self, missed: MissedMessage) -> None:
        """Forget what is settled."""
        self._run(
            "DELETE FROM missed_messages WHERE about = ? AND place = ? AND person = ?",
            [missed.about, missed.group, missed.person or ""],
        )

    def is_missing(self, person: str) -> bool:
        """Whether somebody is to get a copy of anything."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM missed_messages WHERE person = ?)", [person]
        )

    def forget_person(self, person: str) -> None:
        """Have somebody get no copy of what missed them."""
        self._run("DELETE FROM missed_messages WHERE person = ?", [person])

    def forget_before(self, moment: datetime) -> int:
        """Forget what was noted before `moment`: the news is old. Return how many that was."""
        return self._run("DELETE FROM missed_messages WHERE noted_at < ?", [moment])

    def copied(self, delivery: int, missed: MissedMessage) -> None:
        """Note that a queued delivery is the copy, and settle it with that."""
        topic = _topic(missed.about, missed.group)
        self._run("UPDATE outbox SET topic = ? WHERE id = ?", [topic, delivery])
        self.settle(missed)

    def is_copied(self, missed: MissedMessage) -> bool:
        """Whether this person gets or got it since as a direct message.

        Such as from another group they are in, or as a reminder that they asked for.
        """
        copies = _topic(missed.about, "")
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE target = ?"
            " AND state IN ('queued', 'delivered')"
            " AND ((substr(topic, 1, ?) = ? AND created_at >= ?) OR topic = ?))",
            [missed.person, len(copies), copies, missed.noted_at, missed.about],
        )

    def copies(self, about: str, group: str) -> list[tuple[int, str]]:
        """Return the copies of what was sent to a group: each delivery's id and to whom."""
        rows = self._db.execute(
            "SELECT id, target FROM outbox WHERE topic = ? AND state IN ('queued', 'delivered')"
            " ORDER BY id",
            [_topic(about, group)],
        )
        return [(int(row[0]), str(row[1])) for row in rows]

    def people(self, announcement: int, since: datetime) -> int:
        """Return how many people are to get a copy, or did, that was queued at `since` or later."""
        about = post_of(announcement)
        topic = _topic(about, "")
        return self._count(
            "SELECT count(*) FROM (SELECT person FROM missed_messages"
            " WHERE about = ? AND person != '' UNION"
            " SELECT target FROM outbox WHERE substr(topic, 1, ?) = ? AND created_at >= ?)",
            [about, len(topic), topic, since],
        )

    def drop_copies(self, deliveries: Collection[int], now: datetime) -> None:
        """Do not send these copies if they still wait, and forget whom they are for."""
        for delivery in deliveries:
            self._run(
                "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
                " WHERE id = ? AND state = 'queued'",
                [now, delivery],
            )
            self._run("UPDATE outbox SET target = '', topic = NULL WHERE id = ?", [delivery])

    def forget_copies_before(self, moment: datetime) -> int:
        """Forget who got copies that ended before `moment`; return how many those were."""
        return self._run(
            "UPDATE outbox SET target = '', topic = NULL, result = NULL"
            " WHERE topic GLOB ? AND state != 'queued' AND finished_at < ?",
            [f"{_TOPIC}*", moment],
        )

    def trusted(self, now: datetime) -> None:
        """Note that somebody's new key was trusted. Nothing says whose."""
        self._insert("trusted_keys", trusted_at=now)

    def trusted_since(self, moment: datetime) -> int:
        """Return how many new keys were trusted since `moment`."""
        return self._count("SELECT count(*) FROM trusted_keys WHERE trusted_at >= ?", [moment])

    def forget_trusted_before(self, moment: datetime) -> None:
        """Forget what was counted before `moment`."""
        self._run("DELETE FROM trusted_keys WHERE trusted_at < ?", [moment])


def _topic(about: str, group: str) -> str:
    return f"{_TOPIC}{about.removeprefix(_POST)}:{group}"
