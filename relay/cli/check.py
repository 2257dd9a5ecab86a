"""`relay check`: see `relay.check`."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import click

from relay.check import Outcome, findings
from relay.cli._settings import WORDS, config_option
from relay.logs import crashes_logged, logging_to
from relay.settings import LogSettings

_LOGS = LogSettings(level="error", format="console")


@click.command(help=WORDS.say("check-help"))
@config_option
@click.option(
    "--wait",
    type=click.IntRange(min=0, max=3600),
    default=0,
    metavar="SECONDS",
    help=WORDS.say("check-help-wait"),
)
def command(config: Path, wait: int) -> None:
    """See the wording `check-help`."""
    with logging_to(sys.stderr, _LOGS, secrets=()), crashes_logged():
        sys.exit(asyncio.run(_check(config, timedelta(seconds=wait))))


async def _check(config: Path, wait: timedelta) -> int:
    problems = 0
    async for finding in findings(config, os.environ, wait):
        click.echo(finding.line(WORDS))
        problems += finding.outcome is Outcome.PROBLEM
    return 1 if problems else 0
