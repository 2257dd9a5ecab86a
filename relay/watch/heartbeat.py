"""Whether what is due is looked for as often as it should be."""

from datetime import timedelta

from relay.time.clock import Clock


class Heartbeat:
    """Knows how late the next round is.

    Args:
        clock: the time.
        every: how often a round should begin.
    """

    def __init__(self, clock: Clock, every: timedelta) -> None:
        self._clock = clock
        self._every = every
        self._last = clock.now()

    def beat(self) -> None:
        """Note that a round begins."""
        self._last = self._clock.now()

    def late(self) -> timedelta:
        """Return by how much the next round is late; zero while it is not."""
        return max(timedelta(), self._clock.now() - self._last - self._every)
