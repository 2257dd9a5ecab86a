"""What happened, in order, so that tests and demos can wait for it instead of sleeping."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from practice.chats import Chat
from practice.messages import Message

EventKind = Literal[
    "message",
    "edit",
    "deletion",
    "reaction",
    "vote",
    "poll closed",
    "receipt",
    "typing",
    "group update",
    "timer",
    "profile",
]


@dataclass(frozen=True)
class Event:
    """Something that phones can see.

    Args:
        number: its place in the order of all events, from 1.
        actor: account id of who did it.
        message: the message it is about, or None.
        detail: what the kind needs besides, such as an emoji or `STARTED`.
    """

    number: int
    kind: EventKind
    chat: Chat
    actor: str
    message: Message | None = None
    detail: str = ""


@dataclass(eq=False)
class _Waiter:
    aci: str | None
    bell: asyncio.Future[None]


class EventLog:
    """Every event since the last reset, and those who wait for the next one."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._waiters: list[_Waiter] = []

    @property
    def last(self) -> int:
        """The number of the newest event; 0 before the first."""
        return len(self._events)

    def add(
        self,
        kind: EventKind,
        chat: Chat,
        actor: str,
        message: Message | None = None,
        detail: str = "",
    ) -> None:
        """Records an event and wakes those whom it concerns."""
        event = Event(len(self._events) + 1, kind, chat, actor, message, detail)
        self._events.append(event)
        for waiter in self._waiters:
            concerned = waiter.aci is None or waiter.aci in chat.stays or waiter.aci in chat.people
            if concerned and not waiter.bell.done():
                waiter.bell.set_result(None)

    def wake_all(self) -> None:
        """Lets everybody who waits look again."""
        for waiter in self._waiters:
            if not waiter.bell.done():
                waiter.bell.set_result(None)

    def since(self, number: int) -> list[Event]:
        """Every event numbered above `number`, oldest first."""
        return self._events[number:]

    async def next(
        self, matches: Callable[[Event], bool], *, after: int, within: float, aci: str | None = None
    ) -> Event:
        """The first event numbered above `after` that matches, waiting for it if need be.

        Args:
            within: seconds to wait at most.
            aci: whose phone waits, so that it is not woken for other people's chats.

        Raises:
            TimeoutError: nothing matched in time.
        """
        position = after
        async with asyncio.timeout(within):
            while True:
                while position < len(self._events):
                    event = self._events[position]
                    position += 1
                    if matches(event):
                        return event
                await self._rung(aci)

    async def until(self, holds: Callable[[], bool], *, within: float) -> None:
        """Waits until `holds()`; it is asked again after each event.

        Raises:
            TimeoutError: it did not hold within `within` seconds.
        """
        async with asyncio.timeout(within):
            while not holds():
                await self._rung(None)

    async def _rung(self, aci: str | None) -> None:
        waiter = _Waiter(aci, asyncio.get_running_loop().create_future())
        self._waiters.append(waiter)
        try:
            await waiter.bell
        finally:
            self._waiters.remove(waiter)
