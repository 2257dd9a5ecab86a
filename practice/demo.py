"""The demo: everything running on this machine, and one page in the browser with every phone.

`python -m practice.demo`. It says each step of the start, then the page's address, and ends
with Ctrl-C.
"""

import asyncio
import errno
import ipaddress
import socket
import sys
import webbrowser
from contextlib import AsyncExitStack

import click
from aiohttp import web

from practice.narration import Narration
from practice.page.guard import Served
from practice.page.hub import Hub
from practice.page.runs import Runs
from practice.page.server import PageMissing, build_application
from practice.pds import PdsMissing
from practice.rehearsal import run_to_end
from practice.relay_process import RelayNotRunningError

PORT = 8070
_TRIES = 10
_STEPS = {
    "signal": "demo-step-signal",
    "bluesky": "demo-step-bluesky",
    "people": "demo-step-people",
    "relay": "demo-step-relay",
}
_UNBOUND = {errno.EADDRINUSE: "demo-port-taken", errno.EACCES: "demo-port-refused"}


class _Demo:
    def __init__(self, bound: socket.socket, narration: Narration) -> None:
        host, port = bound.getsockname()[:2]
        self._bound = bound
        self.served = Served(host, port)
        self._narration = narration
        self._begun = False

    async def play(self, opens: bool) -> int:
        tell = self._narration.tell
        note = None if self.served.is_private else tell("served-practice-note")
        hub = Hub()
        runs = Runs(hub, self._narration, self._step, self.served.url, note)
        application = build_application(self.served, runs, hub, self._narration)
        async with AsyncExitStack() as stack:
            rehearsing = asyncio.create_task(runs.keep_running())
            stack.push_async_callback(_end, rehearsing)
            ready = asyncio.create_task(runs.ready())
            await asyncio.wait({rehearsing, ready}, return_when=asyncio.FIRST_COMPLETED)
            if not rehearsing.done():
                runner = web.AppRunner(
                    application, access_log=None, handle_signals=False, shutdown_timeout=0.1
                )
                await runner.setup()
                stack.push_async_callback(runner.cleanup)
                await web.SockSite(runner, self._bound).start()
                self._begun = True
                found = "demo-ready" if self.served.is_private else "demo-ready-for-others"
                _say(tell(found, address=f"{self.served.url}/", port=str(self.served.port)))
                if opens:
                    webbrowser.open(f"{self.served.url}/")
            await rehearsing
        return 0

    def _step(self, name: str) -> None:
        if not self._begun:
            _say(self._narration.tell(_STEPS[name]))


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _demo(host: str, port: int | None, opens: bool) -> int:
    narration = Narration()
    try:
        bound = _bound(host, port)
    except OSError as error:
        message = _UNBOUND.get(error.errno or 0, "demo-not-there")
        sys.stderr.write(narration.tell(message, host=host, port=str(port)) + "\n")
        return 1
    try:
        with bound:
            return await _Demo(bound, narration).play(opens)
    except asyncio.CancelledError:
        _say(narration.tell("demo-step-end"))
        return 0
    except RelayNotRunningError as error:
        sys.stderr.write(f"{error}\n{error.log}\n")
    except (PageMissing, PdsMissing, OSError) as error:
        sys.stderr.write(f"{error}\n")
    return 1


def _bound(host: str, port: int | None) -> socket.socket:
    """A socket on a port: the one asked for, or else the first of a few that is free, or any.

    It listens at once: of two that are only bound, both believe to have the port until then.
    """
    ports = [port] if port is not None else [*range(PORT, PORT + _TRIES), 0]
    family = socket.AF_INET6 if ipaddress.ip_address(host).version == 6 else socket.AF_INET
    for number in ports:
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, number))
            bound.listen()
        except OSError:
            bound.close()
            if number == ports[-1]:
                raise
        else:
            return bound
    raise OSError(ports)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        raise click.BadParameter("expected an IP address", context, parameter) from None


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="The page's port; 0 takes any.")
@click.option("--listen", default="127.0.0.1", callback=_address, help="The page's address.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
def main(port: int | None, listen: str, opens: bool) -> None:
    """Run the practice page."""
    sys.exit(run_to_end(_demo(listen, port, opens)))


if __name__ == "__main__":
    main()
