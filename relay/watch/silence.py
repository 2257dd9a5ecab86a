"""Lanes on which nothing gets through for long, though something waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from relay.signal.outgoing import SIGNAL_LANE
from relay.store import Store
from relay.time.clock import Clock


class Notifier(Protocol):
    """Tells people of silences; implemented by the conversations. Each joins a transaction."""

    def lane_silent(self, lane: str, since: datetime) -> None:
        """Nothing has got through on a lane since a moment."""

    def lane_freed(self, lane: str) -> None:
        """Something gets through again on a lane that people were told about."""

    def lane_was_silent(self, lane: str, since: datetime) -> None:
        """Nothing got through from a moment on, and nobody could be told; now it does."""


class Silence:
    """Has people told once when a lane falls silent, and once when that is over.

    Who was told of a breaker (`relay.announcements.Outcomes`) does not hear of the same silence
    again. Of Signal's own silence nobody can be told before it is over.

    Args:
        store: where deliveries wait, and where known silences are kept.
        clock: the time.
        lanes: the lanes that are watched.
        patience: how long nothing may get through.
        teller: tells people.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        lanes: Sequence[str],
        patience: timedelta,
        teller: Notifier,
    ) -> None:
        self._store = store
        self._clock = clock
        self._lanes = lanes
        self._patience = patience
        self._teller = teller

    def since(self, lane: str) -> datetime | None:
        """Return since when a lane is silent, or None if it is not.

        What goes to one chat in Signal may fail by itself for a day: only when two wait, or when
        the lane is known to be blocked, does it say anything about the lane.
        """
        outbox, now = self._store.outbox, self._clock.now()
        oldest = outbox.oldest_queued(lane)
        if oldest is None:
            return None
        last = outbox.last_delivered(lane)
        since = oldest if last is None else max(oldest, last)
        if now - since < self._patience:
            return None
        if lane == SIGNAL_LANE and self._store.breakers.of(lane) is None:
            alone = outbox.targets_waiting(lane, now - self._patience) < 2
            return None if alone else since
        return since

    def silent(self) -> tuple[str, ...]:
        """Return the lanes that are silent now."""
        return tuple(lane for lane in self._lanes if self.since(lane) is not None)

    def look(self) -> None:
        """Tell of what has changed; called every few seconds."""
        known = self._store.silences.all()
        for lane in self._lanes:
            if lane in known:
                self._look_for_end(lane, known[lane])
            elif (since := self.since(lane)) is not None:
                self._begin(lane, since)

    def _begin(self, lane: str, since: datetime) -> None:
        breaker = self._store.breakers.of(lane)
        told = breaker is not None and breaker.told_at is not None
        if told and lane != SIGNAL_LANE:
            return
        with self._store.transaction():
            self._store.silences.begin(lane, since)
            if lane != SIGNAL_LANE:
                self._teller.lane_silent(lane, since)

    def _look_for_end(self, lane: str, since: datetime) -> None:
        last = self._store.outbox.last_delivered(lane)
        if last is None or last <= since:
            return
        with self._store.transaction():
            self._store.silences.end(lane)
            if lane == SIGNAL_LANE:
                self._teller.lane_was_silent(lane, since)
            else:
                self._teller.lane_freed(lane)
