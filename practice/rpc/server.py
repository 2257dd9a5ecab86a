"""The socket itself: lines in, lines out (`SocketHandler.java`, `JsonRpcReader.java`).

As in reality a connection is sent every message that comes, asked or not; requests of one
connection are carried out beside each other; nobody is asked for a password.
"""

import asyncio
import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from practice.envelopes import Json
from practice.faults import Fault, FaultBook
from practice.readers import line_of
from practice.refusals import INVALID_PARAMS, INVALID_REQUEST, PARSE_ERROR, Refusal
from practice.rpc.commands import Asked, command
from practice.rpc.params import Params
from practice.signal_cli import SignalCli

_LONGEST_LINE = 64 * 1024 * 1024
_VERSION = "version"


class RpcServer:
    """signal-cli's `daemon --tcp` or `--socket`, for the same account as the REST API.

    A fault meets a call here by the method `RPC` and the path `/rpc/` and the name of the command.
    That of the version, which the relay asks before anything else, is met by none but its own.

    Args:
        signal_cli: the signal-cli behind both.
        faults: what tests put in the way.

    Attributes:
        asked: the methods of the calls made so far, with their parameters.
        connected: how many connections there were.
    """

    def __init__(self, signal_cli: SignalCli, faults: FaultBook) -> None:
        self._signal_cli = signal_cli
        self._faults = faults
        self._server: asyncio.Server | None = None
        self._at: tuple[str, int] | Path | None = None
        self._connections: set[_Connection] = set()
        self._calls: set[asyncio.Task[None]] = set()
        self.asked: list[tuple[str, Mapping[str, Any]]] = []
        self.connected = 0
        self._bell = asyncio.Event()
        signal_cli.copies.append(self.show)

    async def listen(self, at: tuple[str, int] | Path = ("127.0.0.1", 0)) -> str:
        """Begin to listen; return where, as the relay's settings say it.

        Args:
            at: host and port (0 picks one), or the path of a unix socket.
        """
        self._at = at
        await self.come_back()
        if isinstance(self._at, Path):
            return str(self._at)
        return f"{self._at[0]}:{self._at[1]}"

    async def come_back(self) -> None:
        """Listen again where it has listened, after `go_away`."""
        if self._at is None or self._server is not None:
            return
        if isinstance(self._at, Path):
            self._server = await asyncio.start_unix_server(
                self._serve, self._at, limit=_LONGEST_LINE
            )
            self._at.chmod(0o600)
        else:
            host, port = self._at
            self._server = await asyncio.start_server(self._serve, host, port, limit=_LONGEST_LINE)
            self._at = (host, self._server.sockets[0].getsockname()[1])

    async def go_away(self) -> None:
        """End with all connections, as when signal-cli ends; whoever waits gets no answer."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for connection in tuple(self._connections):
            connection.abort()
        for call in tuple(self._calls):
            call.cancel()
        if self._calls:
            await asyncio.wait(self._calls)
        if isinstance(self._at, Path):
            self._at.unlink(missing_ok=True)

    async def until(self, method: str, *, within: float = 10.0) -> None:
        """Wait until a command was asked for.

        Args:
            method: its name.
            within: seconds to wait at most.

        Raises:
            TimeoutError: it was not in time.
        """
        async with asyncio.timeout(within):
            while method not in [asked for asked, _ in self.asked]:
                self._bell.clear()
                await self._bell.wait()

    def show(self, notification: Json) -> None:
        """Send a message that came to whoever is connected."""
        for connection in self._connections:
            connection.write(notification)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = _Connection(writer)
        self._connections.add(connection)
        self.connected += 1
        try:
            while line := await reader.readline():
                call = asyncio.create_task(self._handle(line, connection))
                self._calls.add(call)
                call.add_done_callback(self._calls.discard)
        except ConnectionError:
            pass
        finally:
            self._connections.discard(connection)
            writer.close()

    async def _handle(self, line: bytes, connection: "_Connection") -> None:
        name: Any = None
        try:
            request = _read(line)
            name = request.get("id")
            told = {"result": await self._carry_out(request, connection)}
        except Refusal as refusal:
            told = {"error": _error(refusal)}
        except ConnectionAbortedError:
            connection.abort()
            return
        except _Silence:
            return
        if name is not None or "error" in told:
            connection.write({"jsonrpc": "2.0", **told, "id": name})

    async def _carry_out(self, request: Json, connection: "_Connection") -> Any:
        method = request["method"]
        given = dict(request.get("params") or {})
        self.asked.append((method, given))
        self._bell.set()
        faults = self._met_by(method)
        kinds = {fault.kind for fault in faults}
        if "drop before" in kinds:
            connection.abort()
            raise _Silence
        with self._signal_cli.directly():
            seconds = sum(fault.seconds for fault in faults if fault.kind == "slow")
            await asyncio.sleep(self._signal_cli.tuning.latency + seconds)
            if "no answer" in kinds:
                raise _Silence
            result = self._done(method, given, faults)
        if "drop after" in kinds:
            connection.break_off({"jsonrpc": "2.0", "result": result, "id": request.get("id")})
            raise _Silence
        return result

    def _met_by(self, method: str) -> tuple[Fault, ...]:
        path = f"/rpc/{method}"
        own = any(fault.path == path for fault in self._faults.waiting)
        return () if method == _VERSION and not own else self._faults.take("RPC", path, ())

    def _done(self, method: str, given: dict[str, Any], faults: tuple[Fault, ...]) -> Any:
        forced = self._signal_cli.forced(faults)
        version = tuple(int(part) for part in self._signal_cli.tuning.speaks.split("."))
        carry_out = command(method, version)
        world = self._signal_cli.world
        account = world.account
        if (number := given.pop("account", None)) is not None:
            if number not in world.accounts:
                raise Refusal("Specified account does not exist", code=INVALID_PARAMS)
            account = world.accounts[number]
        elif method != _VERSION and len(world.accounts) != 1:
            raise Refusal("Method requires valid account parameter", code=INVALID_PARAMS)
        return carry_out(Asked(world, account, Params(given), forced, version))


class _Silence(Exception):
    """No answer is ever given."""


class _Connection:
    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    def write(self, told: Json) -> None:
        if not self._writer.is_closing():
            self._writer.write(line_of(told).encode() + b"\n")

    def break_off(self, told: Json) -> None:
        """Write half a line, and end."""
        line = line_of(told).encode()
        self._writer.write(line[: len(line) // 2])
        with contextlib.suppress(ConnectionError):
            self._writer.close()

    def abort(self) -> None:
        self._writer.transport.abort()


def _error(refusal: Refusal) -> Json:
    """An error; one with tokens says whose message each was for (`getErrorDataNode`)."""
    told = refusal.as_json
    if refusal.tokens and refusal.data is None:
        results = [{"type": "RATE_LIMIT_FAILURE", "token": token} for token in refusal.tokens]
        told["data"] = {"response": {"timestamp": 0, "results": results}}
    return told


def _read(line: bytes) -> Json:
    """A request.

    Raises:
        Refusal: as `parseJsonRpcMessage` and `parseJsonRpcRequest` refuse it.
    """
    if not line.strip():
        raise Refusal("Empty input line", code=PARSE_ERROR)
    try:
        request = json.loads(line)
    except ValueError:
        raise Refusal("Unexpected character", code=PARSE_ERROR) from None
    if not isinstance(request, dict):
        raise Refusal("unexpected type", code=INVALID_REQUEST)
    if request.get("jsonrpc") != "2.0":
        raise Refusal("only jsonrpc version 2.0 is supported", code=INVALID_REQUEST)
    if request.get("method") is None:
        raise Refusal("method field must be set", code=INVALID_REQUEST)
    return request
