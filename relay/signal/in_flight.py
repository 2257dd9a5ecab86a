"""The one call that is under way: it has its turn, and is carried to its end."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from relay.signal.priority import Priority, PriorityLock

T = TypeVar("T")


class CallCut(Exception):
    """The call was ended by `InFlight.end`, and not by whoever made it."""


class InFlight:
    """Makes calls of one way to signal-cli, each in its turn among all ways.

    A call that was begun is always carried to its end, even when the one who made it is cancelled:
    the other side cannot be told to stop, and may not bear the next call beside it. So the turn is
    given on when the answer is there, the connection has broken, or the time is over.

    Args:
        priority_lock: the gate, one for all ways.
    """

    def __init__(self, priority_lock: PriorityLock) -> None:
        self.priority_lock = priority_lock
        self._task: asyncio.Task[Any] | None = None

    async def carry(self, make: Callable[[], Coroutine[Any, Any, T]], priority: Priority) -> T:
        """Wait for the turn, make a call, and return what it returns.

        Args:
            make: begins the call.
            priority: before what it goes.

        Raises:
            CallCut: `end` came first.
        """
        await self.priority_lock.enter(priority)
        task = asyncio.create_task(make())
        self._task = task
        task.add_done_callback(self._finished)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            caller = asyncio.current_task()
            if task.cancelled() and not (caller and caller.cancelling()):
                raise CallCut from None
            raise

    async def rest(self, seconds: float) -> None:
        """Wait until the call under way has its answer, for some seconds at most."""
        if self._task is not None and not self._task.done():
            await asyncio.wait({self._task}, timeout=seconds)

    async def end(self, seconds: float) -> None:
        """Let the call under way finish for some seconds, then cut it."""
        await self.rest(seconds)
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task})

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self.priority_lock.leave()
        if not task.cancelled():
            # Marks the error as seen, where the one who made the call has gone away.
            task.exception()
