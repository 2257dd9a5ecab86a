"""What the commands for things to print share: which branch it is of, and where the PDF goes."""

import sys
from difflib import get_close_matches
from pathlib import Path

import click

from relay.cli._settings import WORDS
from relay.settings import Settings


def known_branch(settings: Settings, branch: str) -> str:
    """Return a branch's slug, or end with the nearest one that there is."""
    slugs = [one.slug for one in settings.branches]
    if branch not in slugs:
        nearest = (*get_close_matches(branch, slugs, n=1), *slugs)[0]
        sys.exit(WORDS.say("contact-card-no-branch", branch=branch, nearest=nearest))
    return branch


def put_pdf(pdf: bytes, file: Path, written: str) -> None:
    """Write a PDF into a file, or to standard output for `-`, and say so.

    Args:
        pdf: it.
        file: where it goes.
        written: id of the message that says so.
    """
    if str(file) == "-":
        sys.stdout.buffer.write(pdf)
        return
    try:
        file.write_bytes(pdf)
    except OSError:
        sys.exit(WORDS.say("contact-card-not-written", file=str(file)))
    click.echo(WORDS.say(written, file=str(file)))
