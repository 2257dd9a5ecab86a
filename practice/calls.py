"""The list of calls that the stand-in has answered, for tests to look at."""

import asyncio
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_KEPT = 200_000
_LARGE = 64 * 1024


@dataclass
class LoggedCall:
    """A call to the REST API.

    Args:
        number: its place in the order of calls, from 1.
        status: what was answered; 0 while it is being handled or when the connection was dropped.
        body: the JSON that came with it, or None; without the files if it is large.
    """

    number: int
    method: str
    path: str
    body: Any
    status: int = 0

    @property
    def recipients(self) -> tuple[str, ...]:
        """Whom the call is for, as its body says."""
        if not isinstance(self.body, dict):
            return ()
        several = self.body.get("recipients")
        one = self.body.get("recipient")
        named = several if isinstance(several, list) else []
        return tuple(map(str, named)) + ((one,) if isinstance(one, str) else ())


class CallLog:
    """The newest calls, oldest first."""

    def __init__(self) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=_KEPT)
        self._count = 0
        self._bell = asyncio.Event()

    def __iter__(self) -> Iterator[LoggedCall]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)

    def begin(self, method: str, path: str, raw: bytes) -> LoggedCall:
        """Writes down that a call arrived."""
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = None
        if len(raw) > _LARGE and isinstance(body, dict):
            body.pop("base64_attachments", None)
        self._count += 1
        call = LoggedCall(self._count, method, path, body)
        self._calls.append(call)
        self._bell.set()
        return call

    async def until(self, number: int, *, within: float = 5.0) -> None:
        """Waits until so many calls have arrived since the start, answered or not.

        Args:
            within: seconds to wait at most.

        Raises:
            TimeoutError: fewer came in time.
        """
        async with asyncio.timeout(within):
            while self._count < number:
                self._bell.clear()
                await self._bell.wait()

    def clear(self) -> None:
        """Forgets all calls; numbers go on."""
        self._calls.clear()

    def paths(self) -> list[str]:
        """Method and path of every call, oldest first."""
        return [f"{call.method} {call.path}" for call in self._calls]
