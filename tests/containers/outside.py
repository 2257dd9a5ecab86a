"""Signal outside the containers: the stand-in's world, which outlives every container.

Two sockets in a folder that is mounted into the container `signal`: `receive.sock`, from which its
signal-cli gets what Signal's servers keep, and `calls.sock`, to which its API passes on every call.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.webhook import Webhook


class SignalServers(Webhook):
    """Keeps every message until a signal-cli has acknowledged it, and sends it again until then."""

    def __init__(self) -> None:
        super().__init__("kept:")
        self._waiting: deque[str] = deque()
        self._more = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many messages no signal-cli has acknowledged."""
        return len(self._waiting)

    async def post(self, line: str) -> None:
        """Takes a message from the stand-in."""
        self._waiting.append(line)
        self._more.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hands messages to one signal-cli, for as long as it is there."""
        with suppress(OSError):
            while not reader.at_eof():
                if not self._waiting:
                    self._more.clear()
                    gone = asyncio.ensure_future(reader.read(1))
                    more = asyncio.ensure_future(self._more.wait())
                    await asyncio.wait({gone, more}, return_when=asyncio.FIRST_COMPLETED)
                    more.cancel()
                    if gone.done():
                        break
                    gone.cancel()
                    await asyncio.wait({gone})
                    continue
                writer.write(self._waiting[0].encode())
                if await reader.readline() != b"taken\n":
                    break
                self._waiting.popleft()
        writer.close()


class SignalOutside:
    """Signal, and how the containers reach it.

    Args:
        signal: the stand-in.
        servers: what it keeps for signal-cli.
        stack: ends what is begun here.
    """

    def __init__(
        self, signal: PracticeSignal, servers: SignalServers, stack: AsyncExitStack
    ) -> None:
        self.signal = signal
        self.servers = servers
        self._stack = stack

    async def serve_in(self, folder: Path) -> None:
        """Be reached through two sockets in a folder that is mounted into a container."""
        for name, serve in (("receive", self.servers.serve), ("calls", self._call)):
            socket = folder / f"{name}.sock"
            server = await asyncio.start_unix_server(serve, socket)
            self._stack.callback(server.close)
            socket.chmod(0o777)

    async def _call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host, port = self.signal.url.removeprefix("http://").split(":")
        answers, calls = await asyncio.open_connection(host, int(port))
        await asyncio.gather(_pipe(reader, calls), _pipe(answers, writer))


@asynccontextmanager
async def signal_outside() -> AsyncIterator[SignalOutside]:
    """Run Signal while the block lasts; nobody has registered the branch's number there yet."""
    async with AsyncExitStack() as stack:
        signal = await stack.enter_async_context(practice_signal(webhook="kept:"))
        servers = SignalServers()
        signal.signal_cli.webhook = servers
        signal.world.remove_account(signal.number)
        yield SignalOutside(signal, servers, stack)


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
