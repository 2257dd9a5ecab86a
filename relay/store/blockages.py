"""Lanes on which nothing can pass for now, and why."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from relay.store.moments import from_ms, maybe_from_ms, maybe_to_ms, to_ms


@dataclass(frozen=True)
class Blockage:
    """A blocked lane; `cause` and `challenge_tokens` as in `LaneBlocked`."""

    lane: str
    cause: str
    reason: str
    challenge_tokens: tuple[str, ...] = field(repr=False)
    since: datetime
    retry_at: datetime | None
    told_at: datetime | None

    @property
    def needs_a_person(self) -> bool:
        """Whether it only ends once somebody has done something about it."""
        return self.cause in ("captcha", "signed_out")


class Blockages:
    """The blockages table: at most one row a lane."""

    def __init__(self, database: Database, changed: set[str]) -> None:
        self._db = database
        self._changed = changed

    def of(self, lane: str) -> Blockage | None:
        """Return why a lane is blocked, or None if it is not."""
        return next((b for b in self.all() if b.lane == lane), None)

    def all(self) -> list[Blockage]:
        """Return every blocked lane."""
        rows = self._db.execute(
            "SELECT lane, cause, reason, challenge_tokens, since, retry_at, told_at FROM blockages"
            " ORDER BY lane"
        )
        return [
            Blockage(
                row[0],
                row[1],
                row[2],
                tuple(json.loads(row[3])),
                from_ms(row[4]),
                maybe_from_ms(row[5]),
                maybe_from_ms(row[6]),
            )
            for row in rows
        ]

    def block(
        self,
        lane: str,
        *,
        cause: str,
        reason: str,
        now: datetime,
        retry_at: datetime | None = None,
        challenge_tokens: tuple[str, ...] = (),
    ) -> Blockage:
        """Block a lane, or renew its blockage.

        While the cause stays the same, so do `since`, `told_at` and, where none are given, the
        challenge tokens.
        """
        self._db.execute(
            "INSERT INTO blockages (lane, cause, reason, challenge_tokens, since, retry_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (lane) DO UPDATE SET"
            " since = CASE WHEN cause = excluded.cause THEN since ELSE excluded.since END,"
            " told_at = CASE WHEN cause = excluded.cause THEN told_at END,"
            " challenge_tokens = CASE WHEN cause = excluded.cause"
            " AND excluded.challenge_tokens = '[]' THEN challenge_tokens"
            " ELSE excluded.challenge_tokens END,"
            " cause = excluded.cause, reason = excluded.reason, retry_at = excluded.retry_at",
            [lane, cause, reason, json.dumps(challenge_tokens), to_ms(now), maybe_to_ms(retry_at)],
        )
        blockage = self.of(lane)
        assert blockage is not None  # noqa: S101 -- it was written one statement ago
        return blockage

    def look_again(self, now: datetime, lane: str | None = None) -> None:
        """Let a blocked lane, or every one, try its next delivery at once."""
        self._db.execute(
            "UPDATE blockages SET retry_at = :now WHERE :lane IS NULL OR lane = :lane",
            {"now": to_ms(now), "lane": lane},
        )

    def told(self, lane: str, now: datetime) -> None:
        """Note that the admins have been told."""
        self._db.execute("UPDATE blockages SET told_at = ? WHERE lane = ?", [to_ms(now), lane])

    def lift(self, lane: str) -> bool:
        """Open a lane again; return whether it was blocked."""
        self._changed.add(lane)
        return bool(self._db.execute("DELETE FROM blockages WHERE lane = ?", [lane]).rowcount)
