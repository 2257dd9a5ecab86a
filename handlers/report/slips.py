"""Slips of commands, where what somebody writes may go to those who read their report.

reporter: ersae
bot:      I have passed nothing on. Did you mean erase? …
"""

import re
from collections.abc import Sequence
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
_ONLY_ALONE = frozenset({"help"})
"""More words than these are a cry for it."""

_ORDINARY = (Section.ATTENDING, Section.MENU)

_NAMED = 2
"""Words: the command, and the name of a language."""

_LONG_ENOUGH = 4
"""Letters of an argument that is known with a slip, too."""

_NUMBER = re.compile(r"\d{1,4}(?:[ap]m|st|nd|rd|th|h|hrs?)?")
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


def is_told_of_a_meeting(heard: HeardMessage) -> bool:
    """Whether a member's message begins with the word for a meeting and asks for none.

    They enter no meetings. "Meeting ended and he followed me" is for those who read their report.
    """
    vocabulary, typed = heard.services.vocabulary, heard.typed
    names = vocabulary.words("meeting")
    is_another = any(typed.command in words for words in vocabulary.commands.values())
    nearly = not is_another and any(is_slip(typed.command, name) for name in names)
    if not (nearly or typed.command in names) or not member(heard):
        return False
    return not is_whole_command(vocabulary, "meeting", typed.command, typed.rest)


@looked_up_once
def meant(heard: Heard[Any]) -> str | None:
    """The word that was meant, or None."""
    assert isinstance(heard, HeardMessage)  # noqa: S101 -- only messages have words
    discreet = cases_of(heard)[0].manner is Manner.DISCREET
    commands = [
        one for one in heard.services.commands.of(heard) if not (discreet and one.id in _TELLING)
    ]
    for command in commands:
        for word in heard.services.vocabulary.words(command.id):
            if is_slip(heard.typed.command, word) and _is_whole(heard, command, word):
                return _shown(heard, command, word)
            if command.section in _ALONE and _is_all_but(heard, command, word):
                return _shown(heard, command, word)
    return _with_arguments(heard, commands) or _of_meetings(heard)


def _with_arguments(heard: HeardMessage, commands: Sequence[Command]) -> str | None:
    """The command whose word, slips included, stands before nothing but what may follow it.

    "remnd me tuesday", "stop the remindrs", "can you remnd me". A story has other words in it.
    """
    vocabulary = heard.services.vocabulary
    said = vocabulary.phrase("before_a_command").sub("", heard.bare.strip("? ")).split()
    if not said or len(said) > _LONGEST_QUESTION or set(said) & vocabulary.answers["people"]:
        return None
    known = _arguments(heard)
    if (reminding := _of_reminders(heard, said, known)) is not None:
        return reminding
    ordinary = (one for one in commands if one.section in _ORDINARY and one.id not in _ONLY_ALONE)
    words = [(one, word) for one in ordinary for word in vocabulary.words(one.id)]
    # "Meeting 2" is no slip of "meetings".
    for command, word in sorted(words, key=lambda one: one[1] != said[0]):
        slipped = is_slip(said[0], word)
        if slipped and command.id == "language" and len(said) == _NAMED:
            return vocabulary.name(command.id)
        if (slipped or (said[0] == word and said[1:])) and _are_all(said[1:], known):
            return _shown(heard, command, word)
    return _in_pieces(heard, commands, said)


def _of_reminders(heard: HeardMessage, said: Sequence[str], known: frozenset[str]) -> str | None:
    """The command about reminders that is meant, in more words than it needs."""
    vocabulary = heard.services.vocabulary
    reminders = vocabulary.answers["reminds"]
    for names, command_id in (("reminds", "remind"), ("stops", "stop")):
        for first in (begins.split() for begins in vocabulary.answers[names]):
            rest = said[len(first) :]
            # The word alone is the command itself, and "no more of this" is about no reminders.
            alone = not rest and said[0] in vocabulary.words(command_id)
            told = len(first) == 1 or any(_is_argument(word, reminders) for word in rest)
            if _nearly(said[: len(first)], first) and told and not alone and _are_all(rest, known):
                return vocabulary.name(command_id)
    return None


def _in_pieces(heard: HeardMessage, commands: Sequence[Command], said: Sequence[str]) -> str | None:
    """The command that is typed with a blank in it, or the one that lists their reports."""
    vocabulary = heard.services.vocabulary
    if len(said) == 1 and any(is_slip(said[0], one) for one in vocabulary.words("own_cases")):
        return vocabulary.name("own_cases")
    whole = "".join(said)
    for command in commands if len(said) == _NAMED else ():
        for word in vocabulary.words(command.id):
            if whole == word:
                return _shown(heard, command, word)
    return None


def _are_all(words: Sequence[str], known: frozenset[str]) -> bool:
    return all(_is_argument(word, known) for word in words)


def _nearly(said: Sequence[str], meant_words: Sequence[str]) -> bool:
    return len(said) == len(meant_words) and all(
        one == other or is_slip(one, other) for one, other in zip(said, meant_words, strict=True)
    )


def _is_argument(word: str, known: frozenset[str]) -> bool:
    if word in known or _NUMBER.fullmatch(word):
        return True
    slips_of = (one for one in known if is_slip(word, one))
    # Of three letters only those that are swapped: "teh", and not "his" for "this".
    return any(len(word) >= _LONG_ENOUGH or sorted(word) == sorted(one) for one in slips_of)


@looked_up_once
def _arguments(heard: Heard[Any]) -> frozenset[str]:
    """What may follow a command about meetings: days, times, meetings, courtesies."""
    vocabulary = heard.services.vocabulary
    lists = (
        vocabulary.lists[name] for name in ("days", "months", "links", "moments", "more_moments")
    )
    days = {short for day in vocabulary.lists["days"] for short in (day[:3], day[:4])}
    answers = vocabulary.answers
    return frozenset().union(*lists, days, answers["of_meetings"], answers["of_reminders"])


def _is_all_but(heard: HeardMessage, command: Command, word: str) -> bool:
    """Whether a message is one word, slips included, and what changes nothing round it."""
    said, core = heard.bare.strip("? "), heard.core
    if command.id == "stop" and set(said.split()) & heard.services.vocabulary.answers["people"]:
        # "Stop them please" is a cry.
        return False
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
    dates = _arguments(heard) - known
    while read and (read[-1] in dates or (read[-1] == "on" and len(read) > 1)):
        read.pop()
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
