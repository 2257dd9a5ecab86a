"""`relay run`: the relay itself, until it is told to stop."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.logs import crashes_logged, logging_to
from relay.settings import Settings, SettingsError, load_settings
from relay.store import StoreError
from relay.words import Words

_NO_ADDRESS = {
    errno.EADDRINUSE: "run-address-taken",
    errno.EADDRNOTAVAIL: "run-address-unusable",
    errno.EACCES: "run-address-unusable",
}
"""What is said where it cannot listen. A file that is refused has the same numbers, and a name."""


@click.command(help=WORDS.say("run-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `run-help`."""
    settings = settings_or_exit(config)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.process import serve

    serve(settings, lambda: _changed(config, settings), _ready_to_run)


@contextmanager
def _ready_to_run(settings: Settings) -> Iterator[None]:
    words = Words(settings.locale, settings.wording.folder)
    with logging_to(sys.stderr, settings.logs, settings.secrets()), crashes_logged():
        try:
            yield
        except StoreError as error:
            click.echo(words.say(error.wording, path=str(settings.store.path)), err=True)
            sys.exit(3)
        except OSError as error:
            wording = _NO_ADDRESS.get(error.errno or 0)
            if wording is None or error.filename is not None:
                raise
            address = f"{settings.web.listen.host}:{settings.web.listen.port}"
            click.echo(words.say(wording, address=address), err=True)
            sys.exit(4)


def _changed(config: Path, first: Settings) -> Settings | None:
    """Return the settings as they are now, or None after saying why they cannot be used."""
    try:
        settings = load_settings(config, os.environ)
    except SettingsError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return None
    words = Words(settings.locale, settings.wording.folder)
    fixed = {
        "signal.number": settings.signal.number == first.signal.number,
        "store.path": settings.store.path == first.store.path,
        "RELAY_STORE_KEY": settings.store_key == first.store_key,
        "web.listen": settings.web.listen == first.web.listen,
    }
    moved = [name for name, same in fixed.items() if not same]
    if moved:
        click.echo(words.say("run-needs-restart", names=", ".join(moved)), err=True)
        return None
    return settings
