"""Which casework conversation hears a message, among all others (`handlers.register`)."""

from handlers.casework.commands import (
    BareName,
    NamedCommand,
    OfficerEdited,
    QuotedReply,
    UnknownQuote,
    UnnamedCommand,
)
from handlers.casework.pausing import ConfirmOfficer, PausedCommand
from handlers.casework.pending import WordsAnswer, WordsEdited, WordsWithdrawn
from handlers.services import Services

_QUOTE = 95
"""Before everything, a report of one's own included: it was meant for whoever wrote the case."""
_FIRST = 85
"""Before every other conversation, except for a report that its writer is in the middle of."""
_LAST = 5
"""After every other conversation, and before what nobody understood."""


def register_casework(services: Services) -> None:
    """Register the conversations of officers with the bot."""
    bot = services.bot
    quoted, paused = QuotedReply(services), PausedCommand(services)
    bot.register(quoted, f=quoted.wants, priority=_QUOTE)
    bot.register(paused, f=paused.wants_first, priority=_FIRST + 2)
    bot.register(paused, f=paused.wants, priority=_LAST)
    edited = WordsEdited(services)
    bot.register(edited, f=edited.wants, priority=_FIRST + 1)
    for first in (
        WordsAnswer(services),
        NamedCommand(services),
        OfficerEdited(services),
        ConfirmOfficer(services),
    ):
        bot.register(first, f=first.wants, priority=_FIRST)
    unknown = UnknownQuote(services)
    bot.register(unknown, f=unknown.wants, priority=_LAST)
    unnamed = UnnamedCommand(services)
    bot.register(unnamed, f=unnamed.wants, priority=_LAST + 1)
    bare = BareName(services)
    bot.register(bare, f=bare.wants, priority=_LAST + 1)
    bot.register(WordsWithdrawn(services))
