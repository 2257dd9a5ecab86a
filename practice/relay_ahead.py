"""`relay run` with a clock that goes ahead, so that nobody has to wait for tomorrow morning.

python -m practice.relay_ahead --config FILE --seconds 68400
"""

import asyncio
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import click

from relay.logs import logging_to
from relay.runtime.process import run
from relay.settings import load_settings
from relay.time.clock import SystemClock


class AheadClock:
    """The computer's clock and some more.

    Args:
        by: how much more.
    """

    def __init__(self, by: timedelta) -> None:
        self._by = by
        self._clock = SystemClock()

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return self._clock.now() + self._by


@click.command()
@click.option("--config", required=True, type=click.Path(path_type=Path))
@click.option("--seconds", required=True, type=float)
def main(config: Path, seconds: float) -> None:
    """Run the relay ahead of time."""
    settings = load_settings(config, os.environ)
    with logging_to(sys.stderr, settings.logs, settings.secrets()):
        asyncio.run(run(settings, AheadClock(timedelta(seconds=seconds))))


if __name__ == "__main__":
    main()
