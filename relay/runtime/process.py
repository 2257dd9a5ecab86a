"""The relay as a process: its web server, its signals, its service manager, its orderly end."""

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, AsyncExitStack
from datetime import datetime
from pathlib import Path

import structlog
from aiohttp import web, web_app

from relay.app import Relay
from relay.destinations.registry import build_destinations
from relay.logs import watch_loop
from relay.runtime.listening import Listener
from relay.runtime.systemd import ServiceManager
from relay.settings import Settings
from relay.signal.client import SignalClient
from relay.signal.types import Timeouts
from relay.store import Store, left_open
from relay.time.clock import Clock, SystemClock

QUIET_SECONDS = 0.6
"""For how long nothing may come in before a relay that was killed calls anybody again. The API
server may still be at a call of the life before, whose answer stands in line behind all messages
that it has to hand over; the proxy tries every quarter of a second. Calls that overlap crash the
API server."""

QUIET_AT_MOST_SECONDS = 60.0
"""After which it calls however much comes in."""

Logged = AbstractContextManager[None]

log = structlog.get_logger(__name__)


def serve(
    settings: Settings,
    reread: Callable[[], Settings | None],
    logging: Callable[[Settings], Logged],
    listener: Listener,
) -> None:
    """Run the relay until it is told to stop, anew with new settings after each SIGHUP.

    What is being sent ends first; what arrives meanwhile waits. So settings, branches, secrets and
    wording change without losing anything, and a mistake in them changes nothing.

    Args:
        settings: complete and valid.
        reread: returns them as they are now, or None after saying what is wrong with them.
        logging: how to log with given settings.
        listener: what it listens on; the caller closes it.

    Raises:
        StoreError: the store cannot be opened.
        OSError: the address to listen on is not free.
    """
    current: Settings | None = settings
    while current is not None:
        with logging(current):
            current = asyncio.run(run(current, listener=listener, reread=reread))
        _forget_routes()


async def run(
    settings: Settings,
    clock: Clock | None = None,
    *,
    listener: Listener | None = None,
    reread: Callable[[], Settings | None] = lambda: None,
) -> Settings | None:
    """Run the relay until SIGTERM or SIGINT, or until there are new settings.

    The web server is opened before the first call to the API: the API server may be holding a
    webhook call, and until that is taken it answers nothing.

    Args:
        settings: complete and valid.
        clock: the time; the computer's own if not given.
        listener: what it listens on; a socket of its own if not given.
        reread: see `serve`; called on SIGHUP.

    Returns:
        The settings to go on with, or None if it was told to stop.

    Raises:
        StoreError: the store cannot be opened.
        OSError: the address to listen on is not free.
    """
    clock = clock or SystemClock()
    manager = ServiceManager.of(os.environ, os.getpid())
    orders = _Orders(manager, reread)
    watch_loop(asyncio.get_running_loop())
    path = Path(settings.store.path)
    was_killed = left_open(path)
    async with AsyncExitStack() as stack:
        stack.enter_context(orders)
        store = stack.enter_context(Store(path, settings.store_key.get_secret_value()))
        client = await stack.enter_async_context(
            SignalClient(
                settings.signal.api_url,
                settings.signal.number,
                timeouts=Timeouts(send=settings.signal.request_timeout_s),
                clock=clock,
                rpc=settings.signal.rpc,
            )
        )
        destinations = await stack.enter_async_context(build_destinations(settings, store, clock))
        relay = Relay(settings, store, client, destinations, clock)
        orders.on_refusal = relay.health.refuse_settings
        runner = web.AppRunner(
            relay.web_application(), access_log=None, handle_signals=False, shutdown_timeout=5
        )
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        if listener is None:
            listener = Listener()
            stack.callback(listener.close)
        await web.SockSite(runner, listener.at(settings.web.listen)).start()
        awake = asyncio.create_task(manager.stay_awake(), name="watchdog")
        stack.callback(awake.cancel)
        manager.tell("READY=1")
        log.info("listening", port=settings.web.listen.port)
        if was_killed:
            await _until_quiet(lambda: relay.webhook.last_call)
        await relay.work(orders.stop)
        log.info("stopped")
    return orders.settings


def _forget_routes() -> None:
    """Let go of the web application that has ended, and so of all parts of that life.

    aiohttp remembers for the whole process how it has answered: up to 1024 routes, of however many
    applications (`_build_middlewares` in aiohttp/web_app.py).
    """
    forget = getattr(getattr(web_app, "_cached_build_middleware", None), "cache_clear", None)
    if forget is not None:
        forget()


async def _until_quiet(last_call: Callable[[], datetime | None]) -> None:
    """Wait until the API server has handed over everything that stood in line."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(QUIET_AT_MOST_SECONDS):
            while True:
                before = last_call()
                await asyncio.sleep(QUIET_SECONDS)
                if last_call() == before:
                    return


class _Orders:
    """What the operating system tells the process while it runs: to stop, or to read anew."""

    def __init__(self, manager: ServiceManager, reread: Callable[[], Settings | None]) -> None:
        self._manager = manager
        self._reread = reread
        self.stop = asyncio.Event()
        self.settings: Settings | None = None
        self.on_refusal: Callable[[], None] = lambda: None

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self._end)
        loop.add_signal_handler(signal.SIGINT, self._end)
        loop.add_signal_handler(signal.SIGHUP, self._begin_anew)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})

    def __exit__(self, *_: object) -> None:
        # One that comes while nobody listens is kept for the next life, not taken as the end.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})

    def _end(self) -> None:
        self._manager.tell("STOPPING=1")
        self.settings = None
        self.stop.set()

    def _begin_anew(self) -> None:
        if self.stop.is_set() and self.settings is None:
            return
        now = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
        self._manager.tell("RELOADING=1", f"MONOTONIC_USEC={now}")
        settings = self._reread()
        if settings is None:
            log.error("settings_refused")
            self.on_refusal()
            self._manager.tell("READY=1")
            return
        log.info("settings_changed")
        self.settings = settings
        self.stop.set()
