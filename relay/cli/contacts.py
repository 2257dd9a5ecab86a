"""`relay contacts`: what a host does for a branch's contact list. Nobody is put on it from here."""

import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.settings import Branch, Settings
from relay.store import StoreError


@click.group(help=WORDS.say("contacts-help"))
def command() -> None:
    """See the wording `contacts-help`."""


@command.command("import", help=WORDS.say("contacts-import-help"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--branch", required=True, help=WORDS.say("contacts-import-help-branch"))
@click.option("--yes", is_flag=True, help=WORDS.say("contacts-import-help-yes"))
@config_option
def import_(file: Path, branch: str, yes: bool, config: Path) -> None:
    """See the wording `contacts-import-help`."""
    settings = settings_or_exit(config)
    pace = _pace(settings, branch)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.contact_list.phone_list import MOST_BYTES, MOST_ROWS, ListUnusable, read_phone_list
    from relay.language.personal import region_of

    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    try:
        read = read_phone_list(data, region_of(settings.signal.number))
    except ListUnusable as error:
        most = f"{MOST_ROWS:,}"
        sys.exit(WORDS.say("contacts-import-unusable", why=error.why.value, most=most))
    shown = {why.value: count for why, count in read.passed.items()}
    column = str(read.column)
    click.echo(WORDS.say("contacts-import-read", count=len(read.numbers), column=column, pace=pace))
    for why, count in sorted(shown.items()):
        click.echo(WORDS.say("contacts-import-passed", why=why, count=count))
    if not yes and not click.confirm(WORDS.say("contacts-import-confirm")):
        sys.exit(WORDS.say("contacts-import-dropped"))
    _take(settings, branch, read.numbers)


def _pace(settings: Settings, slug: str) -> int:
    """Return how many are asked in a day, or say why nobody is and end."""
    found: Branch | None = next((one for one in settings.branches if one.slug == slug), None)
    if found is None:
        sys.exit(WORDS.say("contacts-import-no-branch"))
    if found.contact_list is None:
        sys.exit(WORDS.say("contacts-import-no-list"))
    if not found.contact_list.invitations_a_day:
        sys.exit(WORDS.say("contacts-import-off"))
    return found.contact_list.invitations_a_day


def _take(settings: Settings, branch: str, numbers: tuple[str, ...]) -> None:
    from relay.contact_list.invitations import take_numbers
    from relay.store import Store
    from relay.time.clock import SystemClock

    path = settings.store.path
    if not path.exists():
        # Opening a store that is not there yet would make one.
        sys.exit(WORDS.say("contacts-import-no-store"))
    clock = SystemClock()
    try:
        with Store(path, settings.store_key.get_secret_value()) as store, store.transaction():
            taken = take_numbers(store, clock, branch, numbers, settings.signal.number)
            subject = f"contact list {branch}"
            store.audit.record(
                actor="host", action="contacts-imported", subject=subject, now=clock.now()
            )
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(path)))
    click.echo(WORDS.say("contacts-import-done", queued=taken.queued, known=taken.known))
