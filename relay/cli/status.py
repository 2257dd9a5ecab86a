"""`relay status`: what waits, since when, and what to do, in words; asked of a running relay."""

import asyncio
import sys
from pathlib import Path

import aiohttp
import click
from prometheus_client.parser import text_string_to_metric_families

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.settings import Settings


@click.command(help=WORDS.say("status-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `status-help`."""
    settings = settings_or_exit(config)
    sys.exit(asyncio.run(_report(settings)))


async def _report(settings: Settings) -> int:
    listen = settings.web.listen
    base = f"http://{listen.host}:{listen.port}"
    timeout = aiohttp.ClientTimeout(total=10)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session:
            async with session.get(f"{base}/healthz") as response:
                health = await response.json()
            async with session.get(f"{base}/metrics") as response:
                metrics = await response.text()
    except (aiohttp.ClientError, TimeoutError, ValueError):
        click.echo(WORDS.say("status-not-running", address=base))
        return 1
    lines = [
        WORDS.say("status-check", check=name, well="yes" if well else "no")
        for name, well in health["checks"].items()
    ]
    troubled = not health["ready"]
    for family in text_string_to_metric_families(metrics):
        for sample in family.samples:
            lane, value = sample.labels.get("lane", ""), int(sample.value)
            match sample.name:
                case "relay_inbox_waiting":
                    lines.append(WORDS.say("status-inbox", count=value))
                case "relay_inbox_dead_letters" if value:
                    lines.append(WORDS.say("status-dead-letters", count=value))
                case "relay_outbox_queued" if value:
                    lines.append(WORDS.say("status-lane-queued", lane=lane, count=value))
                case "relay_outbox_oldest_seconds" if value:
                    lines.append(WORDS.say("status-lane-oldest", lane=lane, minutes=value // 60))
                case "relay_lane_blocked":
                    troubled = True
                    cause = sample.labels["cause"]
                    lines.append(WORDS.say("status-lane-blocked", lane=lane, cause=cause))
    click.echo("\n".join(lines))
    return 1 if troubled else 0
