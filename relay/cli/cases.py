"""`relay cases`: what a host does with cases without reading them."""

import os
import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.store import StoreError


@click.group(help=WORDS.say("cases-help"))
def command() -> None:
    """See the wording `cases-help`."""


@command.command("export", help=WORDS.say("cases-export-help"))
@click.argument("name", nargs=-1, required=True)
@config_option
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=WORDS.say("cases-export-help-out"),
)
def export(name: tuple[str, ...], config: Path, out: Path) -> None:
    """See the wording `cases-export-help`."""
    settings = settings_or_exit(config)
    if settings.safeguarding.export_key is None:
        sys.exit(WORDS.say("cases-export-no-key"))
    if out.exists():
        sys.exit(WORDS.say("cases-export-exists", path=str(out)))
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.safeguarding.offline import export_case

    try:
        sealed = export_case(settings, " ".join(name))
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    if sealed is None:
        sys.exit(WORDS.say("cases-export-unknown"))
    descriptor = os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
    click.echo(WORDS.say("cases-export-done", path=str(out)))
