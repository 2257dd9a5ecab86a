"""`relay card`: a card to print, by which people find the bot in Signal."""

import asyncio
import sys
from pathlib import Path

import click

from relay.cli._printing import known_branch, print_arguments, put_pdf
from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.language.words import Words, shipped_locales, words_in
from relay.settings import Settings


@click.command("card", help=WORDS.say("contact-card-help"))
@print_arguments
@click.option(
    "--language", type=click.Choice(shipped_locales()), help=WORDS.say("contact-card-help-language")
)
@config_option
def command(branch: str, file: Path, size: str, language: str | None, config: Path) -> None:
    """See the wording `contact-card-help`."""
    settings = settings_or_exit(config)
    from relay.cards.contact import PaperSize
    from relay.cards.pdf import contact_card_pdf
    from relay.contact import contact_card

    branch = known_branch(settings, branch)
    own = Words(settings.locale, settings.wording.folder)
    words = words_in(language or own.locale, own, settings.wording.folder)
    card = contact_card(settings, branch, words, _fingerprint(settings, branch))
    if card is None:
        sys.exit(WORDS.say("contact-card-no-link-host"))
    put_pdf(contact_card_pdf(card, PaperSize[size.upper()]), file, "contact-card-written")


def _fingerprint(settings: Settings, branch: str) -> str:
    """Of the branch's key; empty where there is none, or where nobody can say it now."""
    from relay.signed_feed.standing_keys import standing_keys
    from relay.store import StoreError

    try:
        key = asyncio.run(standing_keys(settings)).get(branch)
    except (StoreError, OSError):
        click.echo(WORDS.say("contact-card-without-key"), err=True)
        return ""
    return "" if key is None else key.fingerprint
