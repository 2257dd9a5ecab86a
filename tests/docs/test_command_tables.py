"""What guides and help say of commands is what is declared."""

import re

import pytest
from command_tables import DOCS, PAGES, told_in, with_tables

from handlers.conversation.catalogue import Command
from handlers.routes import CATALOGUE
from relay.language.vocabulary import vocabulary
from relay.language.words import Words


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_of_a_page_are_those_that_are_declared(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert told_in(page)
    assert page == with_tables(page), "run: make tables"


def test_every_command_that_people_are_told_of_is_in_a_guide() -> None:
    told = [told_in((DOCS / name).read_text(encoding="utf-8")) for name in PAGES]
    assert frozenset(CATALOGUE.commands) == frozenset().union(*told)


@pytest.mark.parametrize("command", CATALOGUE.commands, ids=lambda command: command.id)
def test_a_command_is_told_of_by_its_name(command: Command) -> None:
    words = Words()
    for message in command.messages():
        told, known = words.say(message), vocabulary("en-GB")
        # Some are whole sentences: what begins with "about" or "forget" means no command else.
        name = known.words(command.id)[0]
        # A hyphen joins two words of which the first alone is another command.
        named = name in (told.split()[0], "-".join(told.split()[:2]))
        assert named or known.knows(told)
        assert words.say(f"{message}.does")


def test_the_wording_tells_of_nothing_that_is_not_declared() -> None:
    declared = {message for command in CATALOGUE.commands for message in command.messages()}
    told = {name.partition(".")[0] for name in Words().ids() if re.match(r"command-(?!s\b)", name)}
    assert told == declared
