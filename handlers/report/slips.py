"""Slips of commands, where what somebody writes may go to those who read their report.

reporter: ersae
bot:      I have passed nothing on. Did you mean erase? …
"""

from typing import Any

from handlers.conversation.catalogue import Command
from handlers.conversation.filters import member, new, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import is_slip, is_whole_command
from handlers.report.context import about, cases_of, has_reported, here
from relay.safeguarding import Manner

slips = Router("report_slips")

_WITH_SECRET = frozenset({"phrase", "resume"})
"""Whatever follows them is never for those who read a case."""

_WITH_NAME = frozenset({"erase", "own_case"})
_TELLING = frozenset({"helplines", "report"})
"""Not named on a phone that somebody else may look at."""


def is_slip_of_command(heard: HeardMessage) -> bool:
    """Whether a message as a whole is nearly a command that its sender has."""
    return _meant(heard) is not None


@slips.message(new, without_files, member, here, has_reported, is_slip_of_command)
async def ask_what_was_meant(heard: HeardMessage) -> None:
    """Pass nothing on, and say which command it may have been."""
    case = cases_of(heard)[0]
    about(heard, case).say("report-did-you-mean", command=_meant(heard) or "", case=case.name)


@looked_up_once
def _meant(heard: Heard[Any]) -> str | None:
    """The word that was meant, or None."""
    assert isinstance(heard, HeardMessage)  # noqa: S101 -- only messages have words
    discreet = cases_of(heard)[0].manner is Manner.DISCREET
    for command in heard.services.commands.of(heard):
        if discreet and command.id in _TELLING:
            continue
        for word in heard.services.vocabulary.words(command.id):
            if is_slip(heard.typed.command, word) and _is_whole(heard, command, word):
                return word
    return None


def _is_whole(heard: HeardMessage, command: Command, word: str) -> bool:
    """Whether what follows the slip is what may follow the command, and no words of a report."""
    rest = heard.typed.rest
    if command.id in _WITH_SECRET or is_whole_command(
        heard.services.vocabulary, command.id, word, rest
    ):
        return True
    named = heard.services.vault.reports.addressed
    return command.id in _WITH_NAME and named(heard.person, rest) is not None
