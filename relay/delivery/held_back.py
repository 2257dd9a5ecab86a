"""What names a message of ours before Signal has said which timestamp it was sent with.

To a large group sending takes minutes, and whoever has the message first answers meanwhile. It is
held in memory, for a while and not without end: a relay that dies meanwhile sends the message anew.
"""

from collections.abc import Hashable
from datetime import timedelta
from typing import Generic, TypeVar

from relay.time.clock import Clock

W = TypeVar("W", bound=Hashable)
T = TypeVar("T")

_HELD_FOR = timedelta(minutes=15)
_MOST_HELD = 20_000


class HeldBack(Generic[W, T]):
    """Holds what came too early.

    Args:
        clock: the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: dict[int, dict[W, T]] = {}
        self._count = 0
        self._until = clock.now()

    def forget_old(self) -> None:
        """Forget everything once nothing has come for a while."""
        if self._clock.now() > self._until:
            self._held.clear()
            self._count = 0

    def known(self, timestamp: int, who: W) -> T | None:
        """Return what is held of somebody, or None."""
        return self._held.get(timestamp, {}).get(who)

    def hold(self, timestamp: int, who: W, what: T) -> None:
        """Hold something, if there is room; of the same person only what came last.

        Args:
            timestamp: of the message that is named, in milliseconds.
            who: whose it is.
            what: what is held.
        """
        self._until = self._clock.now() + _HELD_FOR
        if self.known(timestamp, who) is not None or self._count < _MOST_HELD:
            of_message = self._held.setdefault(timestamp, {})
            self._count += who not in of_message
            of_message[who] = what

    def take(self, timestamp: int) -> dict[W, T]:
        """Return what names a message that was sent, by whose it is, and hold it no longer."""
        taken = self._held.pop(timestamp, {})
        self._count -= len(taken)
        return taken
