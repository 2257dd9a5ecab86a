"""What the commands for things to print share: which branch it is of, and where the PDF goes."""

import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from relay.cli._settings import WORDS
from relay.settings import Settings

_SIZES = ("a5", "a4")


def print_arguments(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its `branch`, `file` and `size`."""
    size = click.option(
        "--size",
        type=click.Choice(_SIZES, case_sensitive=False),
        default=_SIZES[0],
        help=WORDS.say("contact-card-help-size"),
    )
    file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    return click.argument("branch", metavar="BRANCH")(file(size(command)))


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
