"""Lanes on which nothing can pass for now, and why."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Database, Rows, Table


@dataclass(frozen=True)
class CircuitBreaker:
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


_ROWS = Rows(CircuitBreaker)


class CircuitBreakers(Table):
    """The blockages table: at most one row a lane."""

    def __init__(self, database: Database, changed: set[str]) -> None:
        super().__init__(database)
        self._changed = changed

    def of(self, lane: str) -> CircuitBreaker | None:
        """Return why a lane is blocked, or None if it is not."""
        return self._one(_ROWS, "FROM blockages WHERE lane = ?", [lane])

    def all(self) -> list[CircuitBreaker]:
        """Return every blocked lane."""
        return self._all(_ROWS, "FROM blockages ORDER BY lane")

    def block(
        self,
        lane: str,
        *,
        cause: str,
        reason: str,
        now: datetime,
        retry_at: datetime | None = None,
        challenge_tokens: tuple[str, ...] = (),
    ) -> CircuitBreaker:
        """Block a lane, or renew its breaker.

        While the cause stays the same, so do `since`, `told_at` and, where none are given, the
        challenge tokens.
        """
        self._insert(
            "blockages",
            "ON CONFLICT (lane) DO UPDATE SET since = CASE WHEN cause = excluded.cause THEN since"
            " ELSE excluded.since END, told_at = CASE WHEN cause = excluded.cause THEN told_at"
            " END, challenge_tokens = CASE WHEN cause = excluded.cause AND"
            " excluded.challenge_tokens = '[]' THEN challenge_tokens ELSE"
            " excluded.challenge_tokens END, cause = excluded.cause, reason = excluded.reason,"
            " retry_at = excluded.retry_at",
            lane=lane,
            cause=cause,
            reason=reason,
            challenge_tokens=challenge_tokens,
            since=now,
            retry_at=retry_at,
        )
        breaker = self.of(lane)
        assert breaker is not None  # noqa: S101 -- it was written one statement ago
        return breaker

    def look_again(self, now: datetime, lane: str | None = None) -> None:
        """Let a blocked lane, or every one, try its next delivery at once."""
        self._run(
            "UPDATE blockages SET retry_at = :now WHERE :lane IS NULL OR lane = :lane",
            {"now": now, "lane": lane},
        )

    def told(self, lane: str, now: datetime) -> None:
        """Note that the admins have been told."""
        self._run("UPDATE blockages SET told_at = ? WHERE lane = ?", [now, lane])

    def lift(self, lane: str) -> bool:
        """Open a lane again; return whether it was blocked."""
        self._changed.add(lane)
        return bool(self._run("DELETE FROM blockages WHERE lane = ?", [lane]))
