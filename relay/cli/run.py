"""`relay run`: the relay itself, until it is told to stop."""

import asyncio
import os
import sys
from pathlib import Path

import click

from relay.logs import crashes_logged, logging_to
from relay.settings import SettingsError, load_settings
from relay.store import StoreError
from relay.words import Words

_WORDS = Words()


@click.command(help=_WORDS.say("run-help"))
@click.option(
    "--config",
    required=True,
    type=click.Path(path_type=Path),
    help=_WORDS.say("check-help-config"),
)
def command(config: Path) -> None:
    """See the wording `run-help`."""
    try:
        settings = load_settings(config, os.environ)
    except SettingsError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(2)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.app import run

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
