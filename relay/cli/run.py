"""`relay run`: the relay itself, until it is told to stop."""

import asyncio
import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.logs import crashes_logged, logging_to
from relay.store import StoreError
from relay.words import Words


@click.command(help=WORDS.say("run-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `run-help`."""
    settings = settings_or_exit(config)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.process import run

    words = Words(settings.locale, settings.wording.folder)
    with logging_to(sys.stderr, settings.logs, settings.secrets()), crashes_logged():
        try:
            asyncio.run(run(settings))
        except StoreError as error:
            click.echo(words.say(error.wording, path=str(settings.store.path)), err=True)
            sys.exit(3)
        except OSError:
            address = f"{settings.web.listen.host}:{settings.web.listen.port}"
            click.echo(words.say("run-address-taken", address=address), err=True)
            sys.exit(4)
