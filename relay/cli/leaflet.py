"""`relay leaflet`: a leaflet to print, with what people ask and the code of the bot."""

import sys
from pathlib import Path

import click

from relay.cli._printing import known_branch, print_arguments, put_pdf
from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.language.words import Words


@click.command("leaflet", help=WORDS.say("leaflet-help"))
@print_arguments
@config_option
def command(branch: str, file: Path, size: str, config: Path) -> None:
    """See the wording `leaflet-help`."""
    settings = settings_or_exit(config)
    from relay.answers import load_answers
    from relay.cards.contact import PaperSize
    from relay.cards.leaflet import leaflet_pdf
    from relay.contact.leaflet import leaflet

    slug = known_branch(settings, branch)
    folder = settings.wording.folder
    words = Words(settings.locale, folder)
    one = leaflet(settings, slug, words, load_answers(folder, settings.locale).answers)
    if one is None:
        sys.exit(WORDS.say("contact-card-no-link-host"))
    put_pdf(leaflet_pdf(one, PaperSize[size.upper()]), file, "leaflet-written")
