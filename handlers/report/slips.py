"""Slips of commands, where what somebody writes may go to those who read their report.

reporter: ersae
bot:      I have passed nothing on. Did you mean erase? …
"""

from typing import Any

from handlers.conversation.catalogue import Command, Section
from handlers.conversation.filters import member, new, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import is_slip, is_whole_command
from handlers.report.context import about, cases_of, has_reported, here
from relay.safeguarding import Manner

slips = Router("report_slips")

_WITH_SECRET = frozenset({"phrase", "resume"})
"""Whatever follows them is never for those who read a case."""

_LONGEST_QUESTION = 8
"""Words."""

_WITH_NAME = frozenset({"erase", "own_case"})
_ALONE = (Section.REPORTED, Section.ATTENDING)
"""Of these, "please" and the like may stand round a command: no words of a report look so."""

_TELLING = frozenset({"helplines", "report"})
"""Not named on a phone that somebody else may look at."""


def is_slip_of_command(heard: HeardMessage) -> bool:
    """Whether a message as a whole is nearly a command that its sender has."""
    return meant(heard) is not None


@slips.message(new, without_files, member, here, has_reported, is_slip_of_command)
async def ask_what_was_meant(heard: HeardMessage) -> None:
    """Pass nothing on, and say which command it may have been."""
    case = cases_of(heard)[0]
    about(heard, case).say("report-did-you-mean", command=meant(heard) or "", case=case.name)


@looked_up_once
def meant(heard: Heard[Any]) -> str | None:
    """The word that was meant, or None."""
    assert isinstance(heard, HeardMessage)  # noqa: S101 -- only messages have words
    discreet = cases_of(heard)[0].manner is Manner.DISCREET
    for command in heard.services.commands.of(heard):
        if discreet and command.id in _TELLING:
            continue
        for word in heard.services.vocabulary.words(command.id):
            if is_slip(heard.typed.command, word) and _is_whole(heard, command, word):
                return _shown(heard, command, word)
            if command.section in _ALONE and _is_all_but(heard, word):
                return _shown(heard, command, word)
    return _of_meetings(heard)


def _is_all_but(heard: HeardMessage, word: str) -> bool:
    """Whether a message is one word, slips included, and what changes nothing round it."""
    said = heard.bare.strip("? ")
    core = heard.services.vocabulary.phrase("round_a_command").sub("", said)
    return core != said and (core == word or is_slip(core, word))


def _of_meetings(heard: HeardMessage) -> str | None:
    """The command for a question about meetings that has slips, or more words than it needs."""
    vocabulary, said = heard.services.vocabulary, heard.bare.strip("? ").split()
    known = vocabulary.answers["of_meetings"]
    if not 1 < len(said) <= _LONGEST_QUESTION:
        return None
    read = [
        one if one in known else next((k for k in known if is_slip(one, k)), one) for one in said
    ]
    if heard.begins_with("remind") and set(read[1:]) <= set(known):
        return vocabulary.name("remind")
    text = " ".join(read)
    asks = any(
        vocabulary.phrase(one).fullmatch(text) for one in ("asks_for_next", "asks_what_is_on")
    )
    return vocabulary.name("next") if asks else None


def _shown(heard: Heard[Any], command: Command, word: str) -> str:
    """The word as people read it, and not as it is compared."""
    vocabulary = heard.services.vocabulary
    return vocabulary.name(command.id) if word == vocabulary.words(command.id)[0] else word


def _is_whole(heard: HeardMessage, command: Command, word: str) -> bool:
    """Whether what follows the slip is what may follow the command, and no words of a report."""
    rest = heard.typed.rest
    if command.id in _WITH_SECRET or is_whole_command(
        heard.services.vocabulary, command.id, word, rest
    ):
        return True
    named = heard.services.vault.reports.addressed
    return command.id in _WITH_NAME and named(heard.person, rest) is not None
