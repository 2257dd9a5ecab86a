"""What the parts of the client share: the bot's number and the wire."""

from typing import Any

from relay.signal.priority import Priority
from relay.signal.transport import Call, Method, Transport
from relay.signal.types import Timeouts


class ApiResource:
    """Base of one noun's calls. `SignalClient` puts the nouns together."""

    def __init__(self, transport: Transport, number: str, timeouts: Timeouts) -> None:
        self._transport = transport
        self._number = number
        self._timeouts = timeouts

    async def _ask(self, *path: str, priority: Priority, **query: str) -> bytes:
        """A question, which changes nothing and reaches nobody's phone."""
        return await self._transport.request(
            Call("GET", path, self._timeouts.call, query=query), priority
        )

    async def _tell(
        self, method: Method, *path: str, body: dict[str, Any] | None = None, priority: Priority
    ) -> bytes:
        """A change that stays between the server and Signal."""
        return await self._transport.request(
            Call(method, path, self._timeouts.call, without_none(body)), priority
        )

    async def _deliver(
        self, method: Method, *path: str, body: dict[str, Any] | None = None, priority: Priority
    ) -> bytes:
        """A change that goes out to people's phones, which for a large group takes minutes."""
        return await self._transport.request(
            Call(method, path, self._timeouts.send, without_none(body)), priority
        )


def without_none(body: dict[str, Any] | None) -> dict[str, Any] | None:
    """`body` without what is not given."""
    if body is None:
        return None
    return {name: value for name, value in body.items() if value is not None}
