"""What follows from how deliveries end: where announcements stand, receipts, lanes that open."""

from datetime import timedelta
from typing import Any, Protocol

from relay.clock import Clock
from relay.signal.adapter import standing_key
from relay.signal.outgoing import CHALLENGE_LANE, SIGNAL_LANE
from relay.store import Store
from relay.store.blockages import Blockage
from relay.store.inbox import InboxEntry
from relay.store.operations import Operation
from relay.store.outbox import Delivery

PATIENCE = timedelta(seconds=60)
"""How long an admin waits for a receipt before hearing what it waits for."""

TELL_LATE = timedelta(minutes=15)
"""How long a lane may be blocked by something that passes before admins hear of it."""

_ENDED = ("delete", "retract")


class Teller(Protocol):
    """Tells people what happened; implemented by the conversations. Each joins a transaction."""

    def settled(self, operation: Operation) -> None:
        """Every delivery of an admin's request has ended."""

    def still_waiting(self, operation: Operation) -> None:
        """An admin's request takes long."""

    def lane_blocked(self, blockage: Blockage) -> None:
        """Nothing passes on a lane, and a person should know."""

    def lane_freed(self, lane: str) -> None:
        """A lane that people were told about is open again."""

    def challenge_taken(self, asked_by: str | None) -> None:
        """Signal took the solution of a captcha."""

    def challenge_failed(self, asked_by: str) -> None:
        """Signal did not take the solution of a captcha."""

    def dead_letter(self, entry: InboxEntry) -> None:
        """An envelope could not be handled."""


class Outcomes:
    """The observer of every lane.

    Args:
        store: where announcements stand.
        clock: the time.
        teller: tells people.
    """

    def __init__(self, store: Store, clock: Clock, teller: Teller) -> None:
        self._store = store
        self._clock = clock
        self._teller = teller

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Record where an announcement now stands; open the Signal lane after a captcha."""
        if delivery.lane == CHALLENGE_LANE:
            self._open_signal(delivery.asked_by)
        if delivery.operation is None:
            return
        operation = self._store.operations.get(delivery.operation)
        # A correction that came as a message of its own does not take the place of the first one.
        if operation.kind == "post" or delivery.action != "send":
            reference = None if delivery.action in _ENDED else result
            place = _destination(delivery)
            self._store.announcements.stand(operation.announcement, place, reference)
            if delivery.action == "retract":
                self._store.announcements.forget_planned_posts(operation.announcement, place)
        self._settle(operation)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Answer the admin's request if this was the last of it."""
        if delivery.operation is not None:
            self._settle(self._store.operations.get(delivery.operation))
        elif delivery.lane == CHALLENGE_LANE and delivery.asked_by is not None:
            self._teller.challenge_failed(delivery.asked_by)

    def blocked(self, blockage: Blockage) -> None:
        """Tell the admins once: at once what only a person can lift, the rest when it lasts."""
        now = self._clock.now()
        # Of a silence people hear from `relay.watch`.
        lasts = (
            now - blockage.since >= TELL_LATE and blockage.lane not in self._store.silences.all()
        )
        if blockage.told_at is None and (blockage.needs_a_person or lasts):
            self._teller.lane_blocked(blockage)
            self._store.blockages.told(blockage.lane, now)

    def freed(self, blockage: Blockage) -> None:
        """Tell those who were told that it was blocked."""
        if blockage.told_at is not None:
            self._teller.lane_freed(blockage.lane)

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
        self._store.outbox.release(SIGNAL_LANE)
        if self._store.blockages.lift(SIGNAL_LANE):
            self._teller.challenge_taken(asked_by)

    def _settle(self, operation: Operation) -> None:
        if operation.settled_at is None and not self._store.operations.pending(operation.id):
            self._store.operations.settle(operation.id, self._clock.now())
            self._teller.settled(operation)


def _destination(delivery: Delivery) -> str:
    return standing_key(delivery.target) if delivery.lane == SIGNAL_LANE else delivery.lane
