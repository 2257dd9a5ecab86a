"""`relay privacy-notice`: what is kept of people, and why, as the settings make it."""

from pathlib import Path

import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.language.words import Words


@click.command("privacy-notice", help=WORDS.say("privacy-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `privacy-help`."""
    settings = settings_or_exit(config)
    from relay.personal_data.notice import privacy_notice

    words = Words(settings.locale, settings.wording.folder)
    click.echo(privacy_notice(settings, words).text())
