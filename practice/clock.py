"""Time as Signal uses it: milliseconds since 1970, UTC, and never the same one twice."""

import time
from collections.abc import Callable


def wall_clock_ms() -> int:
    """The current time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


class Clock:
    """Hands out message timestamps.

    Signal identifies a message by its author and its millisecond timestamp, so two messages of one
    author must never share one.

    Args:
        source: where the time comes from, in milliseconds since 1970, UTC; tests give their own.
    """

    def __init__(self, source: Callable[[], int] = wall_clock_ms) -> None:
        self._source = source
        self._last = 0

    def now(self) -> int:
        """The current time in milliseconds; may repeat."""
        return self._source()

    def timestamp(self) -> int:
        """A timestamp in milliseconds that was never handed out before, as near now as can be."""
        self._last = max(self._source(), self._last + 1)
        return self._last
