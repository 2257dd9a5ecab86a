"""The stand-in for signal-cli-rest-api, in a test or as a process of its own.

In a test: `async with practice_signal() as signal: …`. As a process:
`python -m practice.signal_api --listen 127.0.0.1:8080 --control 127.0.0.1:8081`.
"""

import asyncio
import contextlib
import signal as signals
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import click

from practice.control import serve_control
from practice.releases import DEPLOYED, RELEASES, Release
from practice.server import PracticeSignal
from practice.signal_cli import Tuning
from practice.webhook import Webhook
from practice.world import World


@asynccontextmanager
async def practice_signal(
    world: World | None = None,
    *,
    webhook: str | None = None,
    tuning: Tuning | None = None,
    listen: tuple[str, int] = ("127.0.0.1", 0),
    control: tuple[str, int] = ("127.0.0.1", 0),
) -> AsyncIterator[PracticeSignal]:
    """Runs the stand-in while the block lasts.

    Args:
        world: the practice Signal; a new one with only the bot on it if not given.
        webhook: the RECEIVE_WEBHOOK_URL, with `user:password@` if it wants HTTP Basic.
        tuning: how the server behaves.
        listen, control: host and port of the REST API and of the control API; port 0 picks one.
    """
    async with AsyncExitStack() as stack:
        hook = await stack.enter_async_context(Webhook(webhook))
        signal = PracticeSignal(
            world or World(), hook, tuning or Tuning(), host=listen[0], port=listen[1]
        )
        await signal.set_up()
        stack.push_async_callback(signal.tear_down)
        await signal.start()
        signal.control_url = await stack.enter_async_context(serve_control(signal, *control))
        yield signal


def _address(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[str, int] | None:
    if value is None:
        return None
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit():
        raise click.BadParameter("expected HOST:PORT", context, parameter)
    return host, int(port)


async def _serve(
    number: str,
    webhook: str | None,
    listen: tuple[str, int],
    control: tuple[str, int],
    tuning: Tuning,
    rpc: tuple[str, int] | None,
) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signals.SIGINT, signals.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, stopped.set)
    world = World(number)
    async with practice_signal(
        world, webhook=webhook, tuning=tuning, listen=listen, control=control
    ) as running:
        if rpc is not None:
            await running.rpc.listen(rpc)
        sys.stdout.write(f"{running.url} {running.control_url}\n")
        sys.stdout.flush()
        await stopped.wait()


@click.command()
@click.option("--listen", default="127.0.0.1:8080", callback=_address, help="The REST API.")
@click.option("--control", default="127.0.0.1:8081", callback=_address, help="The control API.")
@click.option("--rpc", default=None, callback=_address, help="signal-cli's own socket.")
@click.option("--webhook", default=None, help="The RECEIVE_WEBHOOK_URL.")
@click.option("--number", default="+447700900000", help="The bot's number.")
@click.option(
    "--release",
    type=click.Choice(RELEASES),
    default=DEPLOYED,
    show_default=True,
    help="The release of signal-cli-rest-api to be.",
)
def main(
    listen: tuple[str, int],
    control: tuple[str, int],
    webhook: str | None,
    rpc: tuple[str, int] | None,
    number: str,
    release: Release,
) -> None:
    """Run a practice Signal; prints both base URLs once they answer."""
    asyncio.run(_serve(number, webhook, listen, control, Tuning(release=release), rpc))


if __name__ == "__main__":
    main()
