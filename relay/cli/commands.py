"""`relay commands`: who hears what, in the order in which the conversations are asked."""

import click

from relay.cli._settings import WORDS
from relay.language.vocabulary import vocabulary


@click.command(help=WORDS.say("commands-help"))
def command() -> None:
    """See the wording `commands-help`."""
    # It brings all conversations along, so it is imported only where somebody wants it.
    from relay.app import ROUTES

    words = vocabulary(WORDS.locale)
    rows = [
        (
            route.name,
            WORDS.say("commands-hears", kind=route.kind),
            ", ".join(dict.fromkeys(words.words(one.id)[0] for one in route.commands)),
            "" if route.state is None else WORDS.say("commands-in", state=route.state.__name__),
            ", ".join(route.conditions()),
        )
        for route in ROUTES.routes()
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
