"""The relay as a process: its web server, its signals, its service manager, its orderly end."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from pathlib import Path

import structlog
from aiohttp import web

from relay.app import Relay
from relay.clock import Clock, SystemClock
from relay.destinations.registry import build_destinations
from relay.logs import watch_loop
from relay.settings import Settings
from relay.settings.values import Address
from relay.signal.client import SignalClient
from relay.signal.types import Timeouts
from relay.store import Store, left_open
from relay.systemd import ServiceManager, passed_socket

QUIET_SECONDS = 0.6
"""How long a relay that was killed calls nobody after it has come back. The API server may still be
at a call of the life before, whose answer it can only pass on once the message that the proxy holds
was taken; the proxy tries every quarter of a second. Calls that overlap crash the API server."""

log = structlog.get_logger(__name__)


async def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the relay until SIGTERM or SIGINT.

    The web server is opened before the first call to the API: the API server may be holding a
    webhook call, and until that is taken it answers nothing.

    It listens on the socket that the service manager passes; without one, where the settings say.

    Args:
        settings: complete and valid.
        clock: the time; the computer's own if not given.

    Raises:
        StoreError: the store cannot be opened.
        OSError: the address to listen on is not free.
    """
    clock = clock or SystemClock()
    manager = ServiceManager.of(os.environ, os.getpid())
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    watch_loop(loop)

    def begin_to_stop() -> None:
        manager.tell("STOPPING=1")
        stop.set()

    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, begin_to_stop)
    path = Path(settings.store.path)
    was_killed = left_open(path)
    async with AsyncExitStack() as stack:
        store = stack.enter_context(Store(path, settings.store_key.get_secret_value()))
        client = await stack.enter_async_context(
            SignalClient(
                settings.signal.api_url,
                settings.signal.number,
                timeouts=Timeouts(send=settings.signal.request_timeout_s),
                clock=clock,
            )
        )
        destinations = await stack.enter_async_context(build_destinations(settings, store, clock))
        relay = Relay(settings, store, client, destinations, clock)
        runner = web.AppRunner(
            relay.web_application(), access_log=None, handle_signals=False, shutdown_timeout=5
        )
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await _listen(runner, settings.web.listen)
        awake = asyncio.create_task(manager.stay_awake(), name="watchdog")
        stack.callback(awake.cancel)
        manager.tell("READY=1")
        log.info("listening", port=settings.web.listen.port)
        if was_killed:
            await asyncio.sleep(QUIET_SECONDS)
        await relay.work(stop)
        log.info("stopped")


async def _listen(runner: web.AppRunner, listen: Address) -> None:
    passed = passed_socket(os.environ, os.getpid())
    if passed is not None:
        await web.SockSite(runner, passed).start()
    else:
        await web.TCPSite(runner, listen.host, listen.port).start()
