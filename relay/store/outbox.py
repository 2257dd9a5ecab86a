"""The outbox: everything that is to be sent, and what became of it.

A row is written in the same transaction as the change that caused it, so it exists only if the
change does. A lane takes rows one by one; rows for one target leave in the order they were queued.

Once one has ended, order needs its target no longer. Only what an admin asked for keeps it, for the
receipt, and what has a topic, for as long as whoever gave it one says (`relay.store.topics`). Of an
ordinary reply nothing says whom it went to.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from relay.store.table import Database, Rows, Table

_NEXT = """
FROM outbox AS d
WHERE d.lane = :lane AND d.state = 'queued' AND d.not_before <= :now
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS e INDEXED BY outbox_order
    WHERE e.lane = d.lane AND e.target = d.target AND e.state = 'queued' AND e.id < d.id)
ORDER BY d.priority, d.id LIMIT 1
"""

# Whom an ordinary reply went to, nobody looks for once it has ended.
_FORGET = (
    "target = CASE WHEN operation IS NULL AND topic IS NULL THEN '' ELSE target END, payload = NULL"
)

# Of reports and of matters of conduct nothing is said here: they have hashes of their own.
_WENT_TO = (
    "WHERE target = ? AND state != 'queued' AND coalesce(topic, '') NOT GLOB 'case:*'"
    " AND coalesce(topic, '') NOT GLOB 'matter:*'"
)

# A lane that was blocked is tried with what has not found it so, or longest ago: one delivery that
# can never pass must not be the only one that is tried.
_PROBE = _NEXT.replace("ORDER BY", "ORDER BY d.blocked_at,")


@dataclass(frozen=True)
class Delivery:
    """One thing to send.

    Attributes:
        lane: `signal` or the name of a public destination such as `bluesky:hackney`.
        target: what order is kept for: a recipient, a group, a public account.
        action: what to do there; the lane's adapter knows its meaning and the payload's shape.
        priority: lower goes first.
        operation: the admin's request that it belongs to, if any.
        asked_by: the account id of who is told when it fails, if anybody.
        blocked_at: when it last found the lane blocked, until the lane opens again.
    """

    id: int
    lane: str
    target: str = field(repr=False)
    action: str
    payload: dict[str, Any] = field(repr=False)
    priority: int
    operation: int | None
    asked_by: str | None = field(repr=False)
    attempts: int
    created_at: datetime
    blocked_at: datetime | None = None


@dataclass(frozen=True)
class Place:
    """What became of one delivery: `state` is queued, delivered, failed or dropped."""

    lane: str
    target: str = field(repr=False)
    state: str
    reason: str | None
    result: dict[str, Any] | None = field(repr=False)


_ROWS = Rows(Delivery, blocked_at="nullif(blocked_at, 0)")
_PLACES = Rows(Place)


class Outbox(Table):
    """The outbox table."""

    def __init__(self, database: Database, changed: set[str]) -> None:
        super().__init__(database)
        self._changed = changed

    def queue(
        self,
        *,
        lane: str,
        target: str,
        action: str,
        payload: dict[str, Any],
        priority: int,
        now: datetime,
        operation: int | None = None,
        asked_by: str | None = None,
        topic: str | None = None,
    ) -> int:
        """Queue a delivery (see `Delivery` for the arguments) and return its id.

        `topic` is what it is about; see `relay.store.topics`.
        """
        self._changed.add(lane)
        return self._insert(
            "outbox",
            lane=lane,
            target=target,
            action=action,
            payload=payload,
            priority=priority,
            operation=operation,
            asked_by=asked_by,
            topic=topic,
            created_at=now,
        )

    def look_again(self, lane: str) -> None:
        """Wake a lane after the transaction: it may be its turn now."""
        self._changed.add(lane)

    def next(self, lane: str, now: datetime) -> Delivery | None:
        """Return the delivery that goes next on a lane, or None.

        Args:
            lane: the lane's name.
            now: deliveries that wait for a later retry are passed over.
        """
        return self._one(_ROWS, _NEXT, {"lane": lane, "now": now})

    def probe(self, lane: str, now: datetime) -> Delivery | None:
        """Return the delivery to try a blocked lane with, or None.

        Those that have not found it blocked come first, then those that did so longest ago.
        """
        return self._one(_ROWS, _PROBE, {"lane": lane, "now": now})

    def older(self, lane: str, moment: datetime) -> list[Delivery]:
        """Return what a lane has had queued since `moment` or before, oldest first."""
        rest = "FROM outbox WHERE lane = ? AND state = 'queued' AND created_at <= ? ORDER BY id"
        return self._all(_ROWS, rest, [lane, moment])

    def orphaned(self, lanes: Collection[str]) -> list[Delivery]:
        """Return what is queued on lanes that are none of `lanes`, oldest first."""
        return self._all(
            _ROWS,
            "FROM outbox WHERE state = 'queued'"
            " AND lane NOT IN (SELECT value FROM json_each(?)) ORDER BY id",
            [sorted(lanes)],
        )

    def next_retry(self, lane: str, now: datetime) -> datetime | None:
        """Return when the next delivery that waits for a retry becomes due, or None."""
        return self._moment(
            "SELECT min(not_before) FROM outbox WHERE lane = ? AND state = 'queued'"
            " AND not_before > ?",
            [lane, now],
        )

    def delivered(self, delivery: Delivery, result: dict[str, Any], now: datetime) -> None:
        """Record success. What was sent is forgotten; `result` says where it stands."""
        self._run(
            f"UPDATE outbox SET state = 'delivered', {_FORGET}, result = ?, reason = NULL,"  # noqa: S608
            " attempts = attempts + 1, finished_at = ? WHERE id = ?",
            [result, now, delivery.id],
        )

    def delayed(self, delivery: Delivery, reason: str, retry_at: datetime) -> None:
        """Record a failure that is tried again at `retry_at`."""
        self._run(
            "UPDATE outbox SET attempts = attempts + 1, reason = ?, not_before = ?, blocked_at = 0"
            " WHERE id = ?",
            [reason, retry_at, delivery.id],
        )

    def blocked(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Record that a delivery found its lane blocked, which is no failure of its own yet."""
        self._run(
            "UPDATE outbox SET blocked_at = ?, reason = ? WHERE id = ?", [now, reason, delivery.id]
        )

    def found_blocked(self, lane: str) -> list[Delivery]:
        """Return what waits after having found a lane blocked."""
        rest = "FROM outbox WHERE lane = ? AND state = 'queued' AND blocked_at > 0 ORDER BY id"
        return self._all(_ROWS, rest, [lane])

    def put_aside(self, delivery: Delivery, until: datetime) -> None:
        """Leave a delivery that found its lane blocked for later, while others pass."""
        self._run(
            "UPDATE outbox SET not_before = ? WHERE id = ? AND not_before <= blocked_at",
            [until, delivery.id],
        )

    def went_to(self, person: str) -> bool:
        """Whether it is known of something sent that it went to an account id.

        Nothing is said of reports and of matters of conduct, whoever asks.
        """
        return self._holds(
            f"SELECT EXISTS (SELECT 1 FROM outbox {_WENT_TO})",  # noqa: S608
            [person],
        )

    def forget_target(self, person: str) -> None:
        """Forget of what was sent that it went to an account id; what waits still goes out."""
        self._run(
            f"UPDATE outbox SET target = '', result = NULL, reason = NULL {_WENT_TO}",  # noqa: S608
            [person],
        )

    def release(self, lane: str) -> None:
        """Make what found a lane blocked due at once: the reason is gone."""
        self._changed.add(lane)
        self._run(
            "UPDATE outbox SET blocked_at = 0, not_before = 0"
            " WHERE lane = ? AND state = 'queued' AND blocked_at > 0",
            [lane],
        )

    def failed(self, delivery: Delivery, reason: str, now: datetime) -> bool:
        """Record that a delivery was given up. What was to be sent is forgotten.

        Returns:
            False if it has ended otherwise meanwhile, such as dropped, which stays as it is.
        """
        return bool(
            self._run(
                f"UPDATE outbox SET state = 'failed', {_FORGET}, attempts = attempts + 1,"  # noqa: S608
                " reason = ?, finished_at = ? WHERE id = ? AND state = 'queued'",
                [reason, now, delivery.id],
            )
        )

    def drop_queued(self, *, operation: int, now: datetime) -> int:
        """Drop what an operation still has queued; return how many deliveries that was."""
        return self._run(
            "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
            " WHERE operation = ? AND state = 'queued'",
            [now, operation],
        )

    def result(self, delivery_id: int) -> dict[str, Any] | None:
        """Return what a delivery's other side answered, or None while it is not delivered."""
        found = self._value("SELECT result FROM outbox WHERE id = ?", [delivery_id])
        return None if found is None else json.loads(found)

    def sent_at(self, delivery_id: int) -> datetime | None:
        """Return when a delivery went out, or None if it has not or that is forgotten."""
        return self._moment(
            "SELECT finished_at FROM outbox WHERE id = ? AND state = 'delivered'", [delivery_id]
        )

    def revise(self, delivery_id: int, result: dict[str, Any]) -> None:
        """Put another result in place of the one a delivery has; what is forgotten stays so."""
        self._run(
            "UPDATE outbox SET result = ? WHERE id = ? AND result IS NOT NULL",
            [result, delivery_id],
        )

    def replace_payload(self, delivery_id: int, payload: dict[str, Any]) -> None:
        """Put another payload in place of that of a delivery which still waits."""
        self._run(
            "UPDATE outbox SET payload = ? WHERE id = ? AND state = 'queued'",
            [payload, delivery_id],
        )

    def of_operation(self, operation: int) -> list[Place]:
        """Return what became of each delivery of an operation, in order."""
        return self._all(_PLACES, "FROM outbox WHERE operation = ? ORDER BY id", [operation])

    def queued(self, lane: str | None = None) -> int:
        """Return how many deliveries wait, on one lane or on all."""
        return self._count(
            "SELECT count(*) FROM outbox WHERE state = 'queued'"
            " AND (:lane IS NULL OR lane = :lane)",
            {"lane": lane},
        )

    def queued_for_operations(self, lane: str | None = None) -> int:
        """Return how many deliveries wait that admins have asked for, on one lane or on all."""
        return self._count(
            "SELECT count(*) FROM outbox WHERE state = 'queued' AND operation IS NOT NULL"
            " AND (:lane IS NULL OR lane = :lane)",
            {"lane": lane},
        )

    def oldest_queued(self, lane: str) -> datetime | None:
        """Return since when the oldest waiting delivery of a lane waits, or None."""
        return self._moment(
            "SELECT min(created_at) FROM outbox WHERE state = 'queued' AND lane = ?", [lane]
        )

    def last_delivered(self, lane: str) -> datetime | None:
        """Return when something last got through on a lane, or None if that is not remembered."""
        return self._moment(
            "SELECT max(finished_at) FROM outbox INDEXED BY outbox_delivered"
            " WHERE lane = ? AND state = 'delivered'",
            [lane],
        )

    def targets_waiting(self, lane: str, since: datetime) -> int:
        """Return for how many targets of a lane something has waited since `since` or before."""
        return self._count(
            "SELECT count(DISTINCT target) FROM outbox WHERE state = 'queued' AND lane = ?"
            " AND created_at <= ?",
            [lane, since],
        )

    def forget_before(self, moment: datetime) -> int:
        """Delete what was finished before `moment`; return how many rows that was."""
        return self._run(
            "DELETE FROM outbox WHERE finished_at < ?"
            # Votes name the message that put a poll into a group for as long as it is open.
            " AND id NOT IN (SELECT delivery FROM meeting_poll_places)",
            [moment],
        )
