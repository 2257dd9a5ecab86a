"""A bell: one task waits for it, or until a moment, whichever comes first."""

import asyncio
from datetime import datetime

from relay.time.clock import Clock

_LONGEST = 30.0
"""Seconds after which a waiter looks again by itself, whatever the clock did meanwhile."""


class Wakeup:
    """Wakes the loop of a dispatcher or a lane. Ringing while nobody waits is not forgotten."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake whoever waits, now or next."""
        self._event.set()

    async def wait(self, until: datetime | None) -> bool:
        """Wait for the bell, or until a moment (aware), or for at most half a minute.

        Returns:
            Whether it rang.
        """
        seconds = _LONGEST
        if until is not None:
            seconds = min(seconds, max(0.0, (until - self._clock.now()).total_seconds()))
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            # It may have rung in the very moment that the time was up.
            return self._event.is_set()
        else:
            return True
        finally:
            self._event.clear()
