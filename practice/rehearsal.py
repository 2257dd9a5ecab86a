"""A rehearsal: the practice Signal, a practice Bluesky and the real `relay run`, on loopback.

Everything lives in a temporary folder and ends with the block: no process and no file is left.
"""

import asyncio
import contextlib
import errno
import faulthandler
import os
import secrets
import signal as signals
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from practice.bluesky import PracticeBluesky, practice_bluesky
from practice.buffering_proxy import buffering_proxy
from practice.cast import HACKNEY, Cast, assemble
from practice.clock import wall_clock_ms
from practice.folders import practice_folder
from practice.relay_process import RelayNotRunningError, RelayProcess
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.world import World

_OURS = range(20_000, 32_768)
END_SECONDS = 60.0
"""For how long tidying up may take after a program was told to end."""

Step = Callable[[str], None]
"""Hears which step of the start begins: `signal`, `bluesky`, `people`, `relay`."""


class PracticeTime:
    """The time on the practice Signal, in milliseconds; `ahead` can be moved forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> int:
        """This moment, in milliseconds since 1970, UTC."""
        return wall_clock_ms() + self.ahead // timedelta(milliseconds=1)


@dataclass(frozen=True)
class Store:
    """Where the relay keeps what it knows, and the key to it."""

    path: Path
    key: str


@dataclass
class Rehearsal:
    """Everything that runs."""

    signal: PracticeSignal
    cast: Cast
    bluesky: PracticeBluesky
    relay: RelayProcess
    time: PracticeTime
    store: Store
    settings: Path
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    _over: bool = False

    async def start_relay(self) -> None:
        """Start the relay at the practice time, unless it runs.

        Raises:
            RelayNotRunningError: it could not be started.
        """
        async with self._moving:
            await self._start()

    async def stop_relay(self) -> None:
        """Let the relay end in order."""
        async with self._moving:
            await self.relay.stop()

    async def kill_relay(self) -> None:
        """End the relay as a power cut does."""
        async with self._moving:
            await self.relay.kill()

    async def move_on(self, by: timedelta) -> None:
        """Let time pass: the relay is stopped, and started again later.

        Args:
            by: how much later.

        Raises:
            RelayNotRunningError: it could not be started.
        """
        async with self._moving:
            await self.relay.stop()
            self.time.ahead += by
            await self._start()

    async def add_to_branch(self, slug: str, lines: Iterable[str]) -> None:
        """Put lines behind those of a branch in the settings; the relay is stopped, and started.

        Args:
            slug: of the branch.
            lines: TOML.

        Raises:
            RelayNotRunningError: it could not be started with them.
        """
        async with self._moving:
            await self.relay.stop()
            branches = self.settings.read_text().split("[[branches]]\n")
            own = f'slug = "{slug}"\n'
            added = "\n".join(("", *lines, "", ""))
            told = [f"{one.rstrip()}\n{added}" if one.startswith(own) else one for one in branches]
            self.settings.write_text("[[branches]]\n".join(told))
            await self._start()

    async def end(self) -> None:
        """Stop the relay for good, also where somebody is just starting it."""
        self._over = True
        await self.relay.stop()

    async def _start(self) -> None:
        if self.relay.state == "running":
            return
        await self.relay.stop()
        if self._over:
            raise RelayNotRunningError("the rehearsal is over", "")
        try:
            await self.relay.start(self.time.ahead)
        finally:
            if self._over:
                await self.relay.stop()


@asynccontextmanager
async def rehearsal(step: Step, *, public_url: str | None = None) -> AsyncIterator[Rehearsal]:
    """Start everything, and end it with the block.

    Args:
        step: hears what is being started.
        public_url: what the relay calls its pages; without one, by the address it listens on.

    Raises:
        RelayNotRunningError: the relay could not be started.
    """
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(practice_folder())
        listen = f"127.0.0.1:{_free_port()}"
        step("signal")
        token = secrets.token_hex(16)
        door = await stack.enter_async_context(buffering_proxy(f"http://{listen}/signal/receive"))
        webhook = door.replace("://", f"://relay:{token}@", 1)
        time = PracticeTime()
        world = World(time=time, receipts="delivery")
        signal = await stack.enter_async_context(practice_signal(world, webhook=webhook))
        step("bluesky")
        bluesky = await stack.enter_async_context(practice_bluesky(folder / "bluesky", HACKNEY))
        step("people")
        cast = assemble(signal)
        config = folder / "relay.toml"
        outside = public_url or f"http://{listen}"
        config.write_text(cast.settings(signal, bluesky.account, listen, folder, outside))
        step("relay")
        kept = {
            "RELAY_WEBHOOK_TOKEN": token,
            "RELAY_STORE_KEY": secrets.token_hex(32),
            f"RELAY_BLUESKY__{HACKNEY.upper()}": bluesky.account.password,
        }
        relay = RelayProcess(config, kept, listen, folder / "relay.log")
        store = Store(folder / "relay.db", kept["RELAY_STORE_KEY"])
        running = Rehearsal(signal, cast, bluesky, relay, time, store, config)
        stack.push_async_callback(running.end)
        await running.start_relay()
        yield running


def run_to_end(main: Coroutine[Any, Any, int]) -> int:
    """Run a program until it ends or is told to (Ctrl-C, SIGTERM, a closed terminal).

    Returns:
        What it returned, or 130 if it was told to end.
    """
    try:
        return asyncio.run(_cancelled_by_signals(main))
    except asyncio.CancelledError:
        return 130


async def _cancelled_by_signals(main: Coroutine[Any, Any, int]) -> int:
    task = asyncio.create_task(main)
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    giving_up = threading.Timer(END_SECONDS, _give_up, (loop,))
    giving_up.daemon = True

    def end() -> None:
        # Told again, it must not leave off tidying up.
        if not told.is_set():
            told.set()
            task.cancel()
            giving_up.start()

    names = (signals.SIGINT, signals.SIGTERM, signals.SIGHUP)
    for name in names:
        loop.add_signal_handler(name, end)
    # Whoever started it may have them blocked, and that is inherited.
    signals.pthread_sigmask(signals.SIG_UNBLOCK, names)
    try:
        return await task
    finally:
        giving_up.cancel()


def _give_up(loop: asyncio.AbstractEventLoop) -> None:
    """End although something does not, and say what: its children end with it."""
    for task in asyncio.all_tasks(loop):
        sys.stderr.write(f"{task.get_name()} does not end:\n")
        waiting: Any = task.get_coro()
        while waiting is not None:
            frame = getattr(waiting, "cr_frame", None) or getattr(waiting, "ag_frame", None)
            if frame is not None:
                sys.stderr.write(f"  {frame.f_code.co_filename}:{frame.f_lineno}\n")
            waiting = getattr(waiting, "cr_await", None) or getattr(waiting, "ag_await", None)
    faulthandler.dump_traceback(sys.stderr)
    sys.stderr.flush()
    os._exit(1)


def _free_port() -> int:
    """A port below those that systems give out by themselves, so that nobody gets it meanwhile."""
    for port in secrets.SystemRandom().sample(_OURS, 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError(errno.EADDRINUSE, "no port is free")
