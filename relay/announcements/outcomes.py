"""What follows from how deliveries end: where announcements stand, receipts, lanes that open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from relay.signal.editing import reference_key
from relay.signal.outgoing import (
    CHALLENGE_LANE,
    SIGNAL_LANE,
    SUBSCRIBERS_LANE,
    Tidy,
    queue_outgoing,
)
from relay.signal.priority import Priority
from relay.signal.references import Reference, References
from relay.store import Store
from relay.store.breakers import CircuitBreaker
from relay.store.inbox import InboxEntry
from relay.store.operations import Operation
from relay.store.outbox import Delivery
from relay.time.clock import Clock

PATIENCE = timedelta(seconds=60)
"""How long an admin waits for a receipt before hearing what it waits for."""

TELL_LATE = timedelta(minutes=15)
"""How long a lane may be blocked by something that passes before admins hear of it."""


class Notifier(Protocol):
    """Tells people what happened; implemented by the conversations. Each joins a transaction."""

    def settled(self, operation: Operation) -> None:
        """Every delivery of an admin's request has ended."""

    def still_waiting(self, operation: Operation) -> None:
        """An admin's request takes long."""

    def lane_blocked(self, breaker: CircuitBreaker) -> None:
        """Nothing passes on a lane, and a person should know."""

    def lane_freed(self, lane: str) -> None:
        """A lane that people were told about is open again."""

    def challenge_taken(self, asked_by: str | None) -> None:
        """Signal took the solution of a captcha."""

    def challenge_failed(self, asked_by: str) -> None:
        """Signal did not take the solution of a captcha."""

    def counted(self, delivery: Delivery, counted: Mapping[str, int] | None) -> None:
        """A public place was asked what people did with an announcement; None: it does not say."""

    def dead_letter(self, entry: InboxEntry) -> None:
        """An envelope could not be handled."""


class Outcomes:
    """The observer of every lane.

    Args:
        store: where announcements stand.
        clock: the time.
        teller: tells people.
    """

    def __init__(self, store: Store, clock: Clock, teller: Notifier) -> None:
        self._store = store
        self._clock = clock
        self._teller = teller

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Record where an announcement now stands; open the Signal lane after a captcha."""
        if delivery.lane == CHALLENGE_LANE:
            self._open_signal(delivery.asked_by)
        if delivery.action == "count":
            self._teller.counted(delivery, result.get("counted"))
        if delivery.operation is None:
            return
        operation = self._store.operations.get(delivery.operation)
        if delivery.lane == SIGNAL_LANE:
            self._stands_in_group(operation, delivery, result)
        else:
            self._stands_in_public(operation, delivery, result)
        self._settle(operation)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Answer the admin's request if this was the last of it."""
        if delivery.operation is not None:
            self._settle(self._store.operations.get(delivery.operation))
        elif delivery.action == "count":
            self._teller.counted(delivery, None)
        elif delivery.lane == CHALLENGE_LANE and delivery.asked_by is not None:
            self._teller.challenge_failed(delivery.asked_by)

    def blocked(self, breaker: CircuitBreaker) -> None:
        """Tell the admins once: at once what only a person can lift, the rest when it lasts."""
        now = self._clock.now()
        # Of a silence people hear from `relay.watch`.
        lasts = now - breaker.since >= TELL_LATE and breaker.lane not in self._store.silences.all()
        if breaker.told_at is None and (breaker.needs_a_person or lasts):
            self._teller.lane_blocked(breaker)
            self._store.breakers.told(breaker.lane, now)

    def freed(self, breaker: CircuitBreaker) -> None:
        """Tell those who were told that it was blocked."""
        if breaker.told_at is not None:
            self._teller.lane_freed(breaker.lane)

    def remind(self) -> None:
        """Answer requests that left nothing to wait for; tell the askers of those that take long.

        Called every few seconds.
        """
        now = self._clock.now()
        for operation in self._store.operations.empty():
            with self._store.transaction():
                self._settle(operation)
        for operation in self._store.operations.slow(now - PATIENCE):
            with self._store.transaction():
                self._teller.still_waiting(operation)
                self._store.operations.told(operation.id, now)

    def _open_signal(self, asked_by: str | None) -> None:
        for lane in (SIGNAL_LANE, SUBSCRIBERS_LANE):
            self._store.outbox.release(lane)
        lifted = [self._store.breakers.lift(lane) for lane in (SIGNAL_LANE, SUBSCRIBERS_LANE)]
        if any(lifted):
            self._teller.challenge_taken(asked_by)

    def _stands_in_group(
        self, operation: Operation, delivery: Delivery, result: dict[str, Any]
    ) -> None:
        number, place = operation.announcement, reference_key(delivery.target)
        announcement = self._store.announcements.get(number)
        kept = self._store.announcements.standing(number).get(place)
        standing = References.read(kept, None if announcement is None else announcement.posted_at)
        now = self._clock.now()
        match delivery.action:
            case "send" if operation.kind == "post":
                standing = References(Reference((result["timestamp"],), now))
            case "send":
                # What follows an announcement does not take its place.
                standing = standing.followed(Reference((result["timestamp"],), now))
            case "renew":
                standing = standing.renewed(Reference((result["timestamp"],), now))
            case "edit" if "apart" in result:
                standing = standing.followed(Reference((result["timestamp"],), now))
            case "edit" if "replaces" in result:
                standing = standing.replaced(Reference((result["timestamp"],), now))
                self._tidy(operation, delivery)
            case "edit" if "versions" in result:
                standing = standing.edited(result["timestamp"])
            case "tidy":
                standing = replace(standing, outdated=())
            case "delete":
                standing = References()
        self._store.announcements.stand(number, place, standing.to_json())

    def _tidy(self, operation: Operation, after: Delivery) -> None:
        """Delete what had to be sent anew; part of the same request."""
        queue_outgoing(
            self._store.outbox,
            after.target,
            Tidy(announcement=operation.announcement),
            priority=Priority(after.priority),
            now=self._clock.now(),
            operation=operation.id,
        )

    def _stands_in_public(
        self, operation: Operation, delivery: Delivery, result: dict[str, Any]
    ) -> None:
        announcements, number = self._store.announcements, operation.announcement
        reference = None if delivery.action == "retract" else result
        announcements.stand(number, delivery.lane, reference)
        if delivery.action == "retract":
            announcements.forget_planned_posts(number, delivery.lane)

    def _settle(self, operation: Operation) -> None:
        if operation.settled_at is None and not self._store.operations.pending(operation.id):
            self._store.operations.settle(operation.id, self._clock.now())
            self._teller.settled(operation)
