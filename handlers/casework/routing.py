"""When a command of an officer is heard. Who is no officer has none of them.

A name of one of their own cases after a command leaves no doubt, so that goes before every other
conversation. Without one the command is only heard where nobody else wants the message: `note` and
`hold` are words that people also begin other messages with.
"""

import re
from collections.abc import Awaitable, Callable
from functools import wraps

from handlers.casework.context import CaseContext, CommandContext
from handlers.conversation.catalogue import Follows, Section, Usage
from handlers.conversation.filters import new, officer, typed
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.language.vocabulary import plain

_LIKE_A_NAME = re.compile(r"[^\W\d_]+[\s-]+[^\W\d_]+[\s-]+\d{2}\b")
_lists = typed("cases")
_lists_missed = typed("missed")

Command = Callable[[CommandContext], Awaitable[None]]
CaseCommand = Callable[[CaseContext], Awaitable[None]]


class OfficerRouter(Router):
    """Commands of officers, each declared once, beside what carries it out."""

    def officer_command(self, command: str, *usages: Usage) -> Callable[[Command], Command]:
        """Declare a function that carries out a command, and finds out itself which case it means.

        Args:
            command: its id in the vocabulary.
            *usages: what may follow it.
        """

        def declare(carry_out: Command) -> Command:
            @self.command(
                command,
                new,
                is_not_reporting,
                may=officer,
                section=Section.CASEWORK,
                usages=usages,
            )
            @wraps(carry_out)
            async def hear(heard: HeardMessage) -> None:
                await carry_out(CommandContext.of(heard, command))

            return carry_out

        return declare

    def about_case(self, command: str, *follows: Follows) -> Callable[[CaseCommand], CaseCommand]:
        """Declare a function that carries out a command about the case that is named after it.

        Args:
            command: its id in the vocabulary.
            *follows: what may follow the name of the case.
        """

        def declare(carry_out: CaseCommand) -> CaseCommand:
            @self.officer_command(command, (Follows.CASE, *follows))
            @wraps(carry_out)
            async def find_case(context: CommandContext) -> None:
                found = await context.find_exactly()
                if found is not None:
                    await carry_out(found)
                    found.tell_left_behind()

            return carry_out

        return declare


def is_not_reporting(heard: HeardMessage) -> bool:
    """Whether somebody writes no report of their own just now: commands would be part of it."""
    return heard.services.vault.reports.draft_of(heard.person) is None


def leaves_no_doubt(heard: HeardMessage) -> bool:
    """Whether an officer's command names a case they may read, or needs none."""
    return is_whole(heard) or names_a_case(heard)


def names_a_case(heard: HeardMessage) -> bool:
    """Whether a case that its sender may read is named after a command."""
    cases = heard.services.vault.for_officer(heard.person)
    return cases is not None and cases.find(heard.typed.rest) is not None


def is_whole(heard: HeardMessage) -> bool:
    """Whether a whole message is a command that names no case."""
    rest = heard.typed.rest
    if _lists(heard):
        return not plain(rest) or heard.services.vocabulary.answers_with("all", rest)
    return _lists_missed(heard) and not plain(rest)


def looks_named(heard: HeardMessage) -> bool:
    """Whether what follows a command begins like the name of a case, of any case."""
    return _LIKE_A_NAME.match(heard.typed.rest) is not None
