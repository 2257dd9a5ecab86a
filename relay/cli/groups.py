"""`relay groups`: what a host does with the groups that are kept as declared."""

import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.store import StoreError


@click.group(help=WORDS.say("groups-help"))
def command() -> None:
    """See the wording `groups-help`."""


@command.command("export", help=WORDS.say("groups-export-help"))
@config_option
def export(config: Path) -> None:
    """See the wording `groups-export-help`."""
    settings = settings_or_exit(config)
    # Opening a store that is not there yet would make one.
    if not any(branch.groups for branch in settings.branches) and not settings.store.path.exists():
        sys.exit(WORDS.say("groups-export-none"))
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.groups.declared import declared_groups
    from relay.groups.exporting import groups_as_toml
    from relay.groups.keeping import GroupKeeper
    from relay.groups.suggestions import SuggestionTable, made_groups
    from relay.language.words import Words
    from relay.store import Store
    from relay.time.clock import BranchTime, SystemClock

    words, clock = Words(settings.locale, settings.wording.folder), SystemClock()
    try:
        store = Store(settings.store.path, settings.store_key.get_secret_value())
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    try:
        keeper = GroupKeeper(
            store,
            clock,
            [*declared_groups(settings, words), *made_groups(settings, store, words)],
            BranchTime(settings.timezone, words, clock),
            lambda: None,
        )
        written = groups_as_toml(settings, keeper, store[SuggestionTable].made())
    finally:
        store.close()
    if not written:
        sys.exit(WORDS.say("groups-export-none"))
    click.echo(written, nl=False)
