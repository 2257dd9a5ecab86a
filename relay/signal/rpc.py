"""signal-cli's own socket: JSON-RPC, one line a message (`man/signal-cli-jsonrpc.5.adoc` there).

For what signal-cli-rest-api has no path to. That server speaks with the same signal-cli by a
connection of its own (`Dial` in its src/client/jsonrpc2.go, to port 6001), and both ways share one
gate, so that signal-cli never does two things for the relay at once.

**Messages that come by here are copies.** Whoever connects is sent every message that signal-cli
receives (`handleConnection` in its SignalJsonRpcDispatcherHandler.java, unless it was started with
`--receive-mode=manual`), asked or not. It hands each message to all connections and tells Signal
that it has it whoever listens (`DaemonCommand.addDefaultReceiveHandler`, with the receive mode that
signal-cli-rest-api leaves at its default): so the webhook has each of them already, none is taken
away from it here, and what no token vouches for is not believed. They are thrown away unread and
stand in no log. They are read from the socket at once all the same: signal-cli writes to all
connections in turn and would wait for this one. For both reasons nothing stays connected for longer
than a few calls take.
"""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from relay.schema.values import Address
from relay.signal.errors import (
    MOST_LOST,
    MOST_SLOW,
    AnswerLost,
    CallRefused,
    RpcUnreachable,
    SignalApiError,
)
from relay.signal.fields import Part, part_of, text_of
from relay.signal.in_flight import CallCut, InFlight
from relay.signal.priority import Priority, PriorityLock
from relay.signal.rpc_errors import map_rpc_error
from relay.signal.types import Timeouts
from relay.time.clock import Clock

MAX_LINE = 8 * 1024 * 1024
"""Bytes of one line. A group of a thousand with everything that is said of them takes 200 kB."""

IDLE = 5.0
"""Seconds after a call for which the connection waits for the next. Each new one costs signal-cli a
little memory until it ends: `addOnManagerAddedHandler` is called and nothing takes that back."""

GREETING = 10.0
"""Seconds within which whoever is there has to say its version. Everything waits meanwhile."""


@dataclass(frozen=True, slots=True)
class RpcCall:
    """One request.

    Args:
        method: the name of the command.
        params: its parameters in camel case, without the account.
        timeout: seconds for the answer.
        only_asks: whether making it twice changes nothing.
    """

    method: str
    params: Part = field(repr=False)
    timeout: float
    only_asks: bool = False


class RpcSocket:
    """The way to one signal-cli. Knows lines and ids; knows no command but `version`.

    Before the first call on a new connection it is asked who it is: at a wrong address something
    may listen that never answers, and the call would keep everything waiting for minutes.

    Args:
        address: where it listens, by TCP or as a unix socket.
        account: the bot's number.
        timeouts: how long to wait for what.
        priority_lock: the gate of all ways to signal-cli.
        clock: the time.
    """

    def __init__(
        self,
        address: Address | Path,
        account: str,
        timeouts: Timeouts,
        priority_lock: PriorityLock,
        clock: Clock,
    ) -> None:
        self.release = ""
        self._address = address
        self._account = account
        self._timeouts = timeouts
        self._clock = clock
        self._in_flight = InFlight(priority_lock)
        self._connection: _Connection | None = None
        self._hanging_up: asyncio.TimerHandle | None = None
        self._closed = False

    async def rest(self) -> None:
        """Wait until the call in flight has its answer, for a moment at most."""
        await self._in_flight.rest(self._timeouts.close)

    async def close(self) -> None:
        """Let the call in flight finish for a moment, then hang up for good."""
        self._closed = True
        await self._in_flight.end(self._timeouts.close)
        connection = self._connection
        self._hang_up()
        if connection is not None:
            await connection.ended()

    async def call(self, call: RpcCall, priority: Priority) -> Any:
        """Wait for the turn, make the call, and return its result.

        Raises:
            SignalApiError: of the kind that fits; never one that blocks the lane because this
                socket is not there.
        """
        try:
            return await self._in_flight.carry(lambda: self._exchange(call), priority)
        except CallCut:
            raise self._lost(call, "closed", MOST_LOST) from None

    async def _exchange(self, call: RpcCall) -> Any:
        if self._closed:
            raise RpcUnreachable("the Signal client is closed")
        connection = await self._connected()
        params = {"account": self._account, **call.params}
        try:
            async with asyncio.timeout(call.timeout):
                answer = await connection.ask(call.method, params)
        except _NoAnswer as error:
            self._hang_up()
            raise self._unread(call, error) from None
        except OSError as error:
            # The time that is over is a TimeoutError, which is an OSError.
            self._hang_up()
            most = MOST_SLOW if isinstance(error, TimeoutError) else MOST_LOST
            raise self._lost(call, type(error).__name__, most) from None
        self._hang_up_soon()
        if answer.get("error") is not None:
            raise map_rpc_error(answer["error"], now=self._clock.now())
        return answer.get("result")

    async def _connected(self) -> "_Connection":
        """The connection, a new one where it has ended; whoever is there has said who it is."""
        if self._hanging_up is not None:
            self._hanging_up.cancel()
        connection = self._connection
        if connection is not None and not connection.is_over:
            return connection
        try:
            async with asyncio.timeout(self._timeouts.connect):
                connection = self._connection = await _connect(self._address)
            async with asyncio.timeout(GREETING):
                answer = await connection.ask("version", {})
        except (OSError, _NoAnswer) as error:
            self._hang_up()
            raise _not_reached(type(error).__name__) from None
        # A release that cannot say it is signal-cli all the same.
        self.release = text_of(part_of(answer.get("result")).get("version"))
        return connection

    def _hang_up_soon(self) -> None:
        self._hanging_up = asyncio.get_running_loop().call_later(IDLE, self._hang_up)

    def _hang_up(self) -> None:
        if self._hanging_up is not None:
            self._hanging_up.cancel()
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.end()

    def _lost(self, call: RpcCall, kind: str, most_attempts: int) -> SignalApiError:
        if call.only_asks:
            return _not_reached(kind)
        return AnswerLost(
            f"no answer from signal-cli ({kind}); it may have done what was asked",
            most_attempts=most_attempts,
        )

    def _unread(self, call: RpcCall, error: "_NoAnswer") -> CallRefused:
        done = "" if call.only_asks else "; it may have done what was asked"
        return CallRefused(f"{error.reason}{done}", code=error.code)


class _NoAnswer(Exception):
    """What came is no line of signal-cli, or too long."""

    def __init__(self, reason: str, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class _Connection:
    """One connection and whoever reads it: nothing that comes may wait, asked for or not."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._name = ""
        self._answer: asyncio.Future[Part] | None = None
        self._reading = asyncio.create_task(self._read_on())

    @property
    def is_over(self) -> bool:
        """Whether nothing comes by it any more."""
        return self._reading.done()

    def end(self) -> None:
        """Hang up."""
        self._reading.cancel()
        self._writer.close()

    async def ended(self) -> None:
        """Wait until it is hung up."""
        await asyncio.wait({self._reading})
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def ask(self, method: str, params: Part) -> Part:
        """Write a request; return its answer, which has an `error` or a `result`.

        Raises:
            OSError: the connection has ended.
            _NoAnswer: something else than an answer came.
        """
        if self.is_over:
            raise ConnectionResetError
        self._name = uuid4().hex
        answer: asyncio.Future[Part] = asyncio.get_running_loop().create_future()
        self._answer = answer
        request = {"jsonrpc": "2.0", "method": method, "id": self._name, "params": params}
        try:
            self._writer.write(json.dumps(request).encode() + b"\n")
            await self._writer.drain()
            return await answer
        finally:
            self._answer = None
            if not answer.cancel() and not answer.cancelled():
                # Marks the error as seen, where writing has failed with it.
                answer.exception()

    async def _read_on(self) -> None:
        error: Exception = ConnectionResetError()
        try:
            while (line := await self._reader.readline()).endswith(b"\n"):
                self._look_at(line)
        except ValueError:
            error = _NoAnswer(f"larger than {MAX_LINE} bytes", "too_large")
        except (OSError, _NoAnswer) as fault:
            error = fault
        finally:
            self._writer.close()
            if self._answer is not None and not self._answer.done():
                self._answer.set_exception(error)

    def _look_at(self, line: bytes) -> None:
        """Give the answer that is waited for to whoever waits; pass over everything else."""
        answer = self._answer
        if answer is None or answer.done():
            return
        told = _read(line)
        if "method" in told or not ("error" in told or "result" in told):
            return
        # A request that signal-cli could not read is answered without its id (`parseJsonRpcMessage`
        # in its JsonRpcReader.java), and there is only this one.
        nameless = told.get("id") is None and "error" in told
        if nameless or told.get("id") == self._name:
            answer.set_result(told)


def _read(line: bytes) -> Part:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        # Never the line itself: it may be somebody's words.
        raise _NoAnswer("what listens there is no signal-cli", "bad_answer")
    return told


def _not_reached(kind: str) -> RpcUnreachable:
    # Only the kind of an error goes into a reason: its text may name a path.
    return RpcUnreachable(f"signal-cli's own socket cannot be reached ({kind.lstrip('_')})")


async def _connect(address: Address | Path) -> _Connection:
    if isinstance(address, Path):
        streams = await asyncio.open_unix_connection(address, limit=MAX_LINE)
    else:
        streams = await asyncio.open_connection(address.host, address.port, limit=MAX_LINE)
    return _Connection(*streams)
