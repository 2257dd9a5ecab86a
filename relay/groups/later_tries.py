"""What Signal did not take three times is asked for once more each hour: it may work by then."""

from datetime import datetime, timedelta

from relay.time.clock import Clock

AGAIN_AFTER = timedelta(hours=1)


class LaterTries:
    """When each group is tried again; in memory alone, so a new life waits its hour.

    Args:
        clock: the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: dict[int, datetime] = {}

    def is_due(self, number: int) -> bool:
        """Whether a group's time has come; the next is an hour later. The first call begins it."""
        now = self._clock.now()
        if now < self._at.setdefault(number, now + AGAIN_AFTER):
            return False
        self._at[number] = now + AGAIN_AFTER
        return True

    def forget(self, number: int) -> None:
        """A group is as it should be, or is tried for the first times."""
        self._at.pop(number, None)
