"""How often each of many did something lately. Remembered in memory alone: it leaves no trace."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from relay.time.clock import Clock


class SlidingWindowLimiter:
    """Counts in a window of time that moves on.

    Args:
        clock: the time.
        most: how far it counts; what comes after that in one window is not remembered.
        window: how long something counts.
    """

    def __init__(self, clock: Clock, most: int, window: timedelta) -> None:
        self.most = most
        self._clock = clock
        self._window = window
        self._moments: OrderedDict[str, deque[datetime]] = OrderedDict()

    def note(self, who: str) -> None:
        """Note that somebody did it now."""
        now = self._clock.now()
        self._forget_before(now - self._window)
        self._moments.setdefault(who, deque(maxlen=self.most)).append(now)
        self._moments.move_to_end(who)

    def takes(self, who: str) -> bool:
        """Note that somebody does it now, unless that is once too often; return whether it was."""
        if self.is_full(who):
            return False
        self.note(who)
        return True

    def count(self, who: str) -> int:
        """Return how often somebody did it in the last window, at most `most`."""
        since = self._clock.now() - self._window
        return sum(moment > since for moment in self._moments.get(who, ()))

    def is_full(self, who: str) -> bool:
        """Return whether somebody did it `most` times in the last window."""
        return self.count(who) >= self.most

    def _forget_before(self, moment: datetime) -> None:
        # In the order of their newest moments: the first that still counts ends it.
        while self._moments:
            who, moments = next(iter(self._moments.items()))
            if moments[-1] > moment:
                return
            del self._moments[who]
