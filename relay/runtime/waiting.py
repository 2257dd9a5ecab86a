"""Waiting for what keeps the relay from starting: settings with a mistake, a disk without room.

A program that ends at such a thing is started again for ever by what looks after it, and cannot
even be asked what is wrong. This one says it once, answers health checks, and goes on by itself.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import structlog
from aiohttp import web

from relay.runtime.listening import Listener
from relay.runtime.systemd import ServiceManager
from relay.schema.values import Address
from relay.web.waiting import waiting_application

LOOK_SECONDS = 2.0
"""How often it looks whether what was in the way is gone."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Obstacle:
    """What keeps the relay from starting.

    Attributes:
        cause: for the log, such as `settings`.
        reasons: what is wrong and what to do, in sentences for a host.
        address: where the relay would listen.
        gone: whether it may be worth another try; asked every `LOOK_SECONDS`.
    """

    cause: str
    reasons: tuple[str, ...]
    address: Address
    gone: Callable[[], bool]


async def until_gone(obstacle: Obstacle, listener: Listener) -> bool:
    """Wait until the relay may be able to start.

    Args:
        obstacle: what is in the way.
        listener: where whoever asks is told so; where that cannot be used, nobody is.

    Returns:
        True to try again, because the obstacle is gone or SIGHUP came; False for the end (SIGTERM,
        SIGINT).
    """
    log.error("cannot_start", cause=obstacle.cause)
    manager = ServiceManager.of(os.environ, os.getpid())
    again, ended = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number, event in ((signal.SIGTERM, ended), (signal.SIGINT, ended), (signal.SIGHUP, again)):
        loop.add_signal_handler(number, event.set)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})
    async with AsyncExitStack() as stack:
        stack.callback(signal.pthread_sigmask, signal.SIG_BLOCK, {signal.SIGHUP})
        runner = web.AppRunner(
            waiting_application(obstacle.reasons), access_log=None, handle_signals=False
        )
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        with suppress(OSError):
            await web.SockSite(runner, listener.at(obstacle.address)).start()
        awake = asyncio.create_task(manager.stay_awake(), name="watchdog")
        stack.callback(awake.cancel)
        # It runs, and what it waits for is somebody's to mend: started again it would wait again.
        manager.tell("READY=1")
        while not (ended.is_set() or again.is_set() or obstacle.gone()):
            waits = [asyncio.create_task(one.wait()) for one in (again, ended)]
            await asyncio.wait(waits, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for one in waits:
                one.cancel()
    return not ended.is_set()


def watch_files(*paths: Path | None) -> Callable[[], bool]:
    """Return what says whether one of some files, or a file in one of some folders, has changed."""

    def state() -> tuple[tuple[str, int, int, int], ...]:
        return tuple(_states(paths))

    before = state()
    return lambda: state() != before


def _states(paths: tuple[Path | None, ...]) -> Iterator[tuple[str, int, int, int]]:
    for path in paths:
        if path is None:
            continue
        for one in (path, *(sorted(path.iterdir()) if path.is_dir() else ())):
            with suppress(OSError):
                found = one.stat()
                yield str(one), found.st_mtime_ns, found.st_size, found.st_ino
