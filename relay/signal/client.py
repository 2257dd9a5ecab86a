"""The one client for signal-cli-rest-api and signal-cli. The relay calls them with it alone."""

from pathlib import Path
from types import TracebackType
from typing import Self

from relay.schema.values import Address
from relay.signal.accounts import Accounts
from relay.signal.attachments import Attachments
from relay.signal.contacts import Contacts
from relay.signal.direct import Direct
from relay.signal.groups import Groups
from relay.signal.messages import Messages
from relay.signal.polls import Polls
from relay.signal.priority import PriorityLock
from relay.signal.registration import Registration
from relay.signal.rpc import RpcSocket
from relay.signal.transport import Transport
from relay.signal.types import Timeouts
from relay.time.clock import Clock, SystemClock


class SignalClient(Messages, Groups, Polls, Attachments, Contacts, Accounts, Registration):
    """Calls to one API server on behalf of one number: one call at a time, the most urgent first.

    Not for receiving: messages come in by the webhook. Not for deciding what is sent when: that is
    the outbox and its lanes.

        async with SignalClient("http://127.0.0.1:8080", "+447700900000") as signal:
            sent = await signal.send(recipient, "Hello")

    A call that has begun is carried to its end even if its caller is cancelled, because the server
    goes on with it. Two clients in one program for the same server must share one `priority_lock`.

    Args:
        api_url: where the server is, for example `http://127.0.0.1:8080`.
        number: the bot's number, `+…`.
        timeouts: how long to wait for what.
        priority_lock: the gate to use; its own by default.
        clock: the time from which pauses are counted; the computer's own by default.
        rpc: where signal-cli itself listens; None for nowhere.

    Attributes:
        direct: the calls to signal-cli itself, in turn with all others; None where there is no way.
    """

    def __init__(
        self,
        api_url: str,
        number: str,
        *,
        timeouts: Timeouts | None = None,
        priority_lock: PriorityLock | None = None,
        clock: Clock | None = None,
        rpc: Address | Path | None = None,
    ) -> None:
        timeouts = timeouts or Timeouts()
        self._clock = clock or SystemClock()
        transport = Transport(api_url, timeouts, priority_lock, self._clock)
        super().__init__(transport, number, timeouts)
        self._socket: RpcSocket | None = None
        self.direct: Direct | None = None
        if rpc is not None:
            lock = transport.priority_lock
            self._socket = RpcSocket(rpc, number, timeouts, lock, self._clock)
            self.direct = Direct(self._socket, number, timeouts)

    @property
    def priority_lock(self) -> PriorityLock:
        """The gate, for metrics: whether a call is in flight and how many wait."""
        return self._transport.priority_lock

    async def rest(self) -> None:
        """Wait until the call in flight has its answer, for a moment at most.

        To be called while the webhook still answers, before whoever calls next begins.
        """
        await self._transport.rest()
        if self._socket is not None:
            await self._socket.rest()

    async def __aenter__(self) -> Self:
        await self._transport.open()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._transport.close()
        if self._socket is not None:
            await self._socket.close()
