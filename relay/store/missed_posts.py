"""Posts that did not reach somebody with a new phone, and the copies they got instead.

Who that is, is kept until the copy is queued; then the outbox knows it, for as long as a copy is
changed and deleted with its post. No backup has any of it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from relay.store.moments import to_ms

_TOPIC = "copy:"


@dataclass(frozen=True)
class MissedPost:
    """Somebody whom an announcement did not reach in a group.

    `person` is their account id; None where nobody has looked yet who it is.
    """

    announcement: int
    group: str = field(repr=False)
    person: str | None = field(repr=False)


class MissedPosts:
    """The tables missed_posts and trusted_keys, and copies in the outbox."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def note(self, announcement: int, group: str, person: str | None, now: datetime) -> None:
        """Note that an announcement missed somebody (None: perhaps) in a group; once is enough."""
        self._db.execute(
            "INSERT INTO missed_posts (announcement, place, person, noted_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [announcement, group, person or "", to_ms(now)],
        )

    def all(self) -> list[MissedPost]:
        """Return what is noted, oldest announcement first."""
        rows = self._db.execute(
            "SELECT announcement, place, person FROM missed_posts"
            " ORDER BY announcement, place, person"
        )
        return [MissedPost(row[0], row[1], row[2] or None) for row in rows]

    def settle(self, missed: MissedPost) -> None:
        """Forget what is settled."""
        self._db.execute(
            "DELETE FROM missed_posts WHERE announcement = ? AND place = ? AND person = ?",
            [missed.announcement, missed.group, missed.person or ""],
        )

    def forget_before(self, moment: datetime) -> int:
        """Forget what was noted before `moment`: the news is old. Return how many that was."""
        cursor = self._db.execute("DELETE FROM missed_posts WHERE noted_at < ?", [to_ms(moment)])
        return int(cursor.rowcount)

    def copied(self, delivery: int, missed: MissedPost) -> None:
        """Note that a queued delivery is the copy, and settle it with that."""
        self._db.execute("UPDATE outbox SET topic = ? WHERE id = ?", [_topic(missed), delivery])
        self.settle(missed)

    def copies(self, announcement: int, group: str) -> list[tuple[int, str]]:
        """Return the copies of what stands in a group: each delivery's id and to whom."""
        rows = self._db.execute(
            "SELECT id, target FROM outbox WHERE topic = ? AND state IN ('queued', 'delivered')"
            " ORDER BY id",
            [_topic(MissedPost(announcement, group, None))],
        )
        return [(int(row[0]), str(row[1])) for row in rows]

    def people(self, announcement: int, since: datetime) -> int:
        """Return how many people are to get a copy, or did, that was queued at `since` or later."""
        topic = _topic(MissedPost(announcement, "", None))
        row = self._db.execute(
            "SELECT count(*) FROM (SELECT person FROM missed_posts"
            " WHERE announcement = ? AND person != '' UNION"
            " SELECT target FROM outbox WHERE substr(topic, 1, ?) = ? AND created_at >= ?)",
            [announcement, len(topic), topic, to_ms(since)],
        ).fetchone()
        return int(row[0])

    def drop_copies(self, deliveries: Collection[int], now: datetime) -> None:
        """Do not send these copies if they still wait, and forget whom they are for."""
        for delivery in deliveries:
            self._db.execute(
                "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
                " WHERE id = ? AND state = 'queued'",
                [to_ms(now), delivery],
            )
            self._db.execute("UPDATE outbox SET target = '', topic = NULL WHERE id = ?", [delivery])

    def forget_copies_before(self, moment: datetime) -> int:
        """Forget who got copies that ended before `moment`; return how many those were."""
        cursor = self._db.execute(
            "UPDATE outbox SET target = '', topic = NULL, result = NULL"
            " WHERE topic GLOB ? AND state != 'queued' AND finished_at < ?",
            [f"{_TOPIC}*", to_ms(moment)],
        )
        return int(cursor.rowcount)

    def trusted(self, now: datetime) -> None:
        """Note that somebody's new key was trusted. Nothing says whose."""
        self._db.execute("INSERT INTO trusted_keys (trusted_at) VALUES (?)", [to_ms(now)])

    def trusted_since(self, moment: datetime) -> int:
        """Return how many new keys were trusted since `moment`."""
        row = self._db.execute(
            "SELECT count(*) FROM trusted_keys WHERE trusted_at >= ?", [to_ms(moment)]
        ).fetchone()
        return int(row[0])

    def forget_trusted_before(self, moment: datetime) -> None:
        """Forget what was counted before `moment`."""
        self._db.execute("DELETE FROM trusted_keys WHERE trusted_at < ?", [to_ms(moment)])


def _topic(missed: MissedPost) -> str:
    return f"{_TOPIC}{missed.announcement}:{missed.group}"
