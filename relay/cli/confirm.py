"""`relay confirm`: the host has spoken to an admin whom nobody else can confirm."""

import sys
from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.store import StoreError


@click.command(help=WORDS.say("confirm-help"))
@click.argument("number", type=int, required=False)
@config_option
def command(number: int | None, config: Path) -> None:
    """See the wording `confirm-help`."""
    settings = settings_or_exit(config)
    # Imported late, so that a mistake in the settings is answered at once.
    from relay.people.admins import confirm_admin

    try:
        waiting, done = confirm_admin(settings, number)
    except StoreError as error:
        sys.exit(WORDS.say(error.wording, path=str(settings.store.path)))
    if done:
        click.echo(WORDS.say("confirm-done"))
        return
    if not waiting:
        sys.exit(WORDS.say("admin-confirm-nobody"))
    for admin in waiting:
        branches = ", ".join(branch.name for branch in admin.branches)
        line = WORDS.say(
            "admin-confirm-line",
            role=admin.role,
            number=str(admin.number),
            branches=branches,
            safety=admin.safety_number,
        )
        click.echo(line)
    click.echo(WORDS.say("confirm-which"))
