"""The gate in front of signal-cli-rest-api: one call at a time, the most urgent first.

The API server aborts with "concurrent map read and map write" when calls overlap (upstream issues
555 and 885), whatever the calls are. So every call, a health check included, takes its turn here.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import IntEnum


class Priority(IntEnum):
    """Who goes first when several calls wait. A lower value is served earlier."""

    SAFEGUARDING = 0
    URGENT = 1
    """What an admin must know or do now: receipts, a captcha's solution."""
    REPLY = 2
    ANNOUNCEMENT = 3
    BACKGROUND = 4


class PriorityLock:
    """Lets one holder through at a time: by priority, and in order of arrival within one priority.

    Not a lock for shared state, and not a queue of work: it holds only the turns. What is to be
    sent waits in the outbox.

    A waiter that is cancelled leaves the line. One that is cancelled in the very moment it was
    given the turn passes it on.
    """

    def __init__(self) -> None:
        self._held = False
        self._lines: dict[Priority, deque[asyncio.Future[None]]] = {p: deque() for p in Priority}

    @property
    def held(self) -> bool:
        """Whether somebody has the turn now."""
        return self._held

    def waiting(self, priority: Priority | None = None) -> int:
        """How many are in line, in one priority or (None) in all."""
        if priority is not None:
            return len(self._lines[priority])
        return sum(len(line) for line in self._lines.values())

    async def enter(self, priority: Priority) -> None:
        """Wait for the turn. Whoever returns from here must call `leave` exactly once."""
        if not self._held:
            self._held = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line = self._lines[priority]
        line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                line.remove(turn)
            else:
                self.leave()
            raise

    def leave(self) -> None:
        """Give the turn to the next in line, or open the gate if nobody waits."""
        if not self._held:
            raise RuntimeError("nobody holds the turn")
        for line in self._lines.values():
            while line:
                turn = line.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._held = False

    @asynccontextmanager
    async def turn(self, priority: Priority) -> AsyncIterator[None]:
        """Hold the turn for the length of a `with` block."""
        await self.enter(priority)
        try:
            yield
        finally:
            self.leave()
