"""The option `--config`, and what a command does with it."""

import os
import sys
from pathlib import Path

import click

from relay.language.words import Words
from relay.settings import Settings, SettingsError, load_settings

WORDS = Words()

config_option = click.option(
    "--config",
    required=True,
    type=click.Path(path_type=Path),
    help=WORDS.say("check-help-config"),
)


def settings_or_exit(config: Path) -> Settings:
    """Return the settings, or say every mistake in them and end with exit code 2."""
    try:
        return load_settings(config, os.environ)
    except SettingsError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(2)
