"""Which command of an officer runs when. Who is no officer has none of them.

A name of one of their own cases after a command leaves no doubt, so that goes before every other
conversation. Without one the command is only heard where nobody else wants the message: `note` and
`hold` are words that people also begin other messages with.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeGuard

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.casework.answering import offer, reply, turn_of
from handlers.casework.ending import close, hold, mute, release, reopen, unmute
from handlers.casework.listing import list_cases, show_case, show_missed
from handlers.casework.passing import escalate, export, hand_over
from handlers.casework.progress import claim, decide, note
from handlers.casework.turn import Turn, names_exactly
from handlers.casework.waiting import Words
from handlers.services import Services
from handlers.typed import clean, read_command

COMMANDS: Mapping[str, Callable[[Turn], Awaitable[None]]] = {
    "cases": list_cases,
    "case": show_case,
    "reply": reply,
    "claim": claim,
    "note": note,
    "escalate": escalate,
    "status": reply,
    "decide": decide,
    "close": close,
    "reopen": reopen,
    "mute": mute,
    "unmute": unmute,
    "hold": hold,
    "release": release,
    "handover": hand_over,
    "export": export,
    "missed": show_missed,
}
_LIKE_A_NAME = re.compile(r"[^\W\d_]+[\s-]+[^\W\d_]+[\s-]+\d{2}\b")
_WHOLE = frozenset({"cases", "cases all", "missed"})


class NamedCommand(DataMessageHandler):
    """A command about a case that its sender may read, or for the list of them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer who writes no report of their own just now types one."""
        if not is_plain(message):
            return False
        typed = read_command(message.text)
        if typed.command not in COMMANDS:
            return False
        person = message.source_uuid or ""
        desk = self._services.vault.for_officer(person)
        if desk is None or is_reporting(self._services, person):
            return False
        return is_whole_command(message.text) or desk.find(typed.rest) is not None

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Carry it out."""
        await _carry_out(self._services, context)


class UnnamedCommand(DataMessageHandler):
    """A command without the name of a case that its sender may read."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer types one."""
        if not is_plain(message) or read_command(message.text).command not in COMMANDS:
            return False
        person = message.source_uuid or ""
        services = self._services
        desk = services.vault.for_officer(person)
        if desk is None or is_reporting(services, person):
            return False
        if services.vault.reports.listening(person) is None:
            return True
        # "Hold on, …" is for whoever reads the officer's own report.
        return looks_named(read_command(message.text).rest)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Ask which case is meant."""
        await _carry_out(self._services, context)


class BareName(DataMessageHandler):
    """The name of a case and nothing else: the officer wants to see it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer types exactly the name of a case that they may read."""
        if not is_plain(message) or message.attachments:
            return False
        person, text = message.source_uuid or "", clean(message.text)
        desk = self._services.vault.for_officer(person)
        found = None if desk is None else desk.find(text)
        return found is not None and not found[1] and names_exactly(text, found[0])

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Show it, as after `case`."""
        services, message = self._services, context.message
        desk = services.vault.for_officer(message.source_uuid or "")
        if desk is not None:
            await show_case(Turn(services, context, desk, "case", clean(message.text)))


class QuotedReply(DataMessageHandler):
    """A message that quotes something this officer got about a case: it is an answer to it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether it quotes a message about a case that its sender may read."""
        if not is_plain(message) or message.quote is None:
            return False
        desk = self._services.vault.for_officer(message.source_uuid or "")
        return desk is not None and desk.by_quote(message.quote.id) is not None

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Answer whoever wrote the case, or carry out a command that was typed with the quote."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        desk = services.vault.for_officer(person)
        quoted = None
        if desk is not None and message.quote is not None:
            quoted = desk.by_quote(message.quote.id)
        if desk is None or quoted is None:
            return
        if is_reporting(services, person):
            await services.say(context, "casework-busy")
            return
        case, text = quoted.case, clean(message.text)
        named = desk.find(text)
        typed = read_command(text)
        if typed.command in COMMANDS:
            named = desk.find(typed.rest)
        if named is not None and named[0].id != case.id:
            # A quote of one case and the name of another: one of them is a slip.
            turn_of(services, context, desk).say_about(
                case, "casework-two-cases", other=named[0].name
            )
            return
        if typed.command in COMMANDS and named is not None:
            await _carry_out(services, context)
            return
        # "note …" or "hold on, …" with a quote: meant for the case, or for whoever wrote it?
        sure = typed.command not in COMMANDS
        words = Words("reply", text, sure=sure, origins=(message.timestamp,))
        await offer(turn_of(services, context, desk), case, words)


class UnknownQuote(DataMessageHandler):
    """A quote of something that is no message about a case they may read."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer quotes anything, and it is not about a report of their own."""
        if not is_plain(message) or message.quote is None:
            return False
        vault, person = self._services.vault, message.source_uuid or ""
        return vault.for_officer(person) is not None and not vault.reports.cases_of(person)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say that nothing was sent, and how to answer."""
        await self._services.say(context, "casework-quote-unknown")


class OfficerEdited(DataMessageHandler):
    """An edit of a command or an answer that was carried out already."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer edits a message about one of their cases."""
        if not isinstance(message, EditMessage):
            return False
        desk = self._services.vault.for_officer(message.source_uuid or "")
        if desk is None:
            return False
        typed = read_command(message.text)
        named = typed.command in COMMANDS and desk.find(typed.rest) is not None
        return named or (message.quote is not None and desk.by_quote(message.quote.id) is not None)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say that what was done stands."""
        await self._services.say(context, "casework-edit-too-late")


def is_plain(message: ReceivedMessage) -> TypeGuard[DataMessage]:
    """Whether it is a message and not an edit of one."""
    return isinstance(message, DataMessage) and not isinstance(message, EditMessage)


def is_whole_command(text: str | None) -> bool:
    """Whether a whole message is a command that names no case."""
    typed = read_command(text)
    return f"{typed.command} {typed.rest.casefold()}".strip(" .!") in _WHOLE


def looks_named(rest: str) -> bool:
    """Whether what follows a command begins like the name of a case, of any case."""
    return _LIKE_A_NAME.match(rest) is not None


def is_reporting(services: Services, person: str) -> bool:
    """Whether somebody writes a report of their own just now: then commands are part of it."""
    return services.vault.reports.draft_of(person) is not None


async def _carry_out(services: Services, context: DataMessageContext) -> None:
    person = context.message.source_uuid or ""
    desk = services.vault.for_officer(person)
    if desk is None:
        return
    typed = read_command(context.message.text)
    turn = Turn(services, context, desk, typed.command, typed.rest)
    await COMMANDS[typed.command](turn)
