"""When many messages arrive at once: taking them in goes before answering them.

A message is safe only once it is in the inbox. Until the webhook has answered, signal-cli-rest-api
holds it in memory, with everything behind it.
"""

import time
from collections.abc import Callable

LULL = 0.005
"""Seconds without an arrival after which a rush is over; messages in one come closer together."""

LONGEST = 0.5
"""Seconds for which a rush goes first. In one that goes on, both get their turn."""


class Backpressure:
    """Says how long conversations should wait for more to arrive.

    Args:
        now: the time in seconds, from any beginning.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last = float("-inf")
        self._began: float | None = None

    def arrived(self) -> None:
        """Note that a message was taken in."""
        now = self._now()
        if now - self._last >= LULL:
            self._began = None
        elif self._began is None:
            self._began = now
        self._last = now

    def wait(self) -> float:
        """Return seconds until the rush may be over: 0 where there is none, or it lasts too long.

        A single message is never waited for: it takes two close together to make a rush.
        """
        if self._began is None:
            return 0.0
        now = self._now()
        if now - self._began >= LONGEST:
            return 0.0
        return max(0.0, self._last + LULL - now)
