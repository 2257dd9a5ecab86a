"""Telling every open page what has changed.

A page that reads slowly is not sent every state in between: of each part it gets the newest.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

HEARTBEAT_SECONDS = 15.0
"""A silent connection is told that it lives, so that nothing between closes it."""


class Listener:
    """One open page."""

    def __init__(self) -> None:
        self._waiting: dict[str, str] = {}
        self._bell = asyncio.Event()

    def put(self, name: str, key: str, data: Any) -> None:
        """Let it know; an older event under the same key that it has not read yet is dropped."""
        place = f"{name} {key}"
        self._waiting.pop(place, None)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._waiting[place] = f"event: {name}\ndata: {text}\n\n"
        self._bell.set()

    def forget(self) -> None:
        """Drop what it has not read yet."""
        self._waiting.clear()

    async def read(self) -> AsyncIterator[str]:
        """Give each event as server-sent events want it, for ever."""
        while True:
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):
                    await self._bell.wait()
            except TimeoutError:
                yield ": still here\n\n"
            self._bell.clear()
            waiting, self._waiting = self._waiting, {}
            if waiting:
                yield "".join(waiting.values())


class Hub:
    """Every open page."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()

    def publish(self, name: str, data: Any, *, key: str = "") -> None:
        """Tell every page.

        Args:
            name: the event's.
            data: what it holds, as JSON.
            key: of which part of its kind it is the newest state.
        """
        for listener in self._listeners:
            listener.put(name, key, data)

    def forget(self) -> None:
        """Drop what no page has read yet: everything begins again."""
        for listener in self._listeners:
            listener.forget()

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        """Listen for as long as the block lasts."""
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
