"""A session with signal-cli-rest-api: one call after the other, the webhook open meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TypeVar

from relay.settings import Address
from relay.setup.codes import OneTimeCode
from relay.setup.webhook_server import WebhookServer, webhook_server
from relay.signal.client import SignalClient
from relay.signal.types import Sent, Timeouts
from relay.store import Store

T = TypeVar("T")
Ask = Callable[[SignalClient], Awaitable[T]]

_TIMEOUTS = Timeouts(connect=5, send=300, call=120)


class AddressTaken(Exception):
    """Something already listens where the relay will."""


@dataclass(frozen=True)
class SessionEnds:
    """What the session connects: the API server, and the relay's own address and store."""

    api_url: str
    number: str = field(repr=False)
    listen: Address
    token: str = field(repr=False)
    store: Store = field(repr=False)


class SignalSession:
    """Makes calls for a conversation that is not asynchronous itself.

    Between two calls nothing moves: a message that comes in then waits until the next call, and the
    API server waits with it.
    """

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._client: SignalClient | None = None
        self._store: Store | None = None
        self._server: WebhookServer | None = None

    @property
    def is_open(self) -> bool:
        """Whether calls can be made."""
        return self._client is not None

    @property
    def store(self) -> Store:
        """The relay's store, which is open as long as calls can be made."""
        if self._store is None or not self.is_open:
            raise RuntimeError("the session is not open")
        return self._store

    def wait_for(self, work: Awaitable[T]) -> T:
        """Let something asynchronous run to its end. Ctrl-C ends it with KeyboardInterrupt."""

        async def waiting() -> T:
            return await work

        return self._runner.run(waiting())

    def open(self, ends: SessionEnds) -> None:
        """Begin to listen, and be ready for calls.

        Raises:
            AddressTaken: there is somebody else at the relay's address.
        """
        self._stack.callback(ends.store.close)
        self._store = ends.store
        self.wait_for(self._open(ends))

    def call(self, ask: Ask[T]) -> T:
        """Make a call.

        Raises:
            SignalApiError: of the kind that fits.
        """
        if self._client is None:
            raise RuntimeError("the session is not open")
        return self.wait_for(ask(self._client))

    def sender_of(self, code: OneTimeCode) -> str | None:
        """Wait until somebody sends the bot a code; see `WebhookServer.sender_of`."""
        if self._server is None:
            raise RuntimeError("the session is not open")
        return self.wait_for(self._server.sender_of(code))

    def close(self) -> None:
        """Hang up. It can be opened again."""
        self._client = self._server = None
        stack, self._stack = self._stack, AsyncExitStack()
        self.wait_for(stack.aclose())

    def end(self) -> None:
        """Hang up for good."""
        try:
            self.close()
        finally:
            self._runner.close()

    async def _open(self, ends: SessionEnds) -> None:
        try:
            self._server = await self._stack.enter_async_context(
                webhook_server(ends.store, ends.listen, ends.number, ends.token)
            )
        except OSError as error:
            raise AddressTaken from error
        self._client = await self._stack.enter_async_context(
            SignalClient(ends.api_url, ends.number, timeouts=_TIMEOUTS)
        )


def sending(recipient: str, text: str) -> Ask[Sent]:
    """Return the call that sends a text to an account id or a group."""
    return lambda client: client.send(recipient, text)


async def api_answers(api_url: str, work: Ask[T]) -> T:
    """Make a call that the API server answers by itself, without signal-cli, before anything else.

    Raises:
        SignalApiError: of the kind that fits.
    """
    async with SignalClient(api_url, "", timeouts=_TIMEOUTS) as client:
        return await work(client)
