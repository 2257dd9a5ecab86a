"""The tables of commands in docs/, made from what is declared: `make tables` writes them anew.

A table stands below a comment that names sections of the catalogue, or single commands.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from handlers.conversation.catalogue import Command
from handlers.routes import CATALOGUE
from relay.language.words import Words

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("admin.md", "member.md", "moderator.md", "officer.md")
_TABLE = re.compile(r"(<!-- commands: ([\w -]+) -->\n\|.*\n\|[-|]+\n)((?:\|.*\n)*)")


def with_tables(page: str) -> str:
    """Return a page with its tables as the declarations say them."""
    return _TABLE.sub(lambda found: found[1] + "".join(_rows(found[2].split())), page)


def told_in(page: str) -> frozenset[Command]:
    """Return the commands that a page tells of."""
    wanted = [name for found in _TABLE.finditer(page) for name in found[2].split()]
    return frozenset(_commands(wanted))


def _commands(wanted: Iterable[str]) -> list[Command]:
    return [
        command
        for name in wanted
        for command in CATALOGUE.commands
        if name in (command.section, command.id)
    ]


def _rows(wanted: Iterable[str]) -> list[str]:
    say = Words().say
    return [
        f"| `{say(message)}` | {say(f'{message}.does')} |\n"
        for command in _commands(wanted)
        for message in command.messages()
    ]


def main() -> None:
    """Write the tables of every page anew."""
    for name in PAGES:
        page = DOCS / name
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
