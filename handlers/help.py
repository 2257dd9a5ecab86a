"""`help`, `whoami`, and what is said to a message that nothing else understood."""

import difflib

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.casework.commands import COMMANDS as CASEWORK
from handlers.enough import Patience
from handlers.services import Services
from handlers.typed import is_no, is_yes, read_command

_ADMIN_COMMANDS = ("announce", "queue", "cancel", "status", "edit", "retract", "agree", "refuse")
_OFFICERS_COMMANDS = tuple(CASEWORK)
_EVERYBODYS_COMMANDS = ("help", "whoami")
_HELP = frozenset({"help", "menu", "start", "hello", "hi", "commands", "?"})


class Help(DataMessageHandler):
    """Answers by role."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks what can be done here."""
        return isinstance(message, DataMessage) and read_command(message.text).command in _HELP

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say what this person can do."""
        services = self._services
        person = context.message.source_uuid
        branches = services.branches_of(person)
        texts = []
        if branches:
            names = ", ".join(branch.name for branch in branches)
            texts.append(services.words.say("help-admin", branches=names))
        if services.vault.for_officer(person) is not None:
            texts.append(services.words.say("help-officer", roles=_officer_roles(services, person)))
        text = "\n\n".join(texts) or services.words.say("help-member")
        if any(team.officers for team in services.settings.safeguarding.teams):
            text = f"{text}\n\n{services.words.say('help-report')}"
        await services.say_text(context, text)


class Whoami(DataMessageHandler):
    """Gives people their own account id."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks for it."""
        return isinstance(message, DataMessage) and read_command(message.text).command == "whoami"

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Send the id in a message of its own, so that it can be forwarded."""
        services, person = self._services, context.message.source_uuid or ""
        await services.say(context, "whoami", role=_role(services, person))
        await services.say_text(context, person)


class Fallback(DataMessageHandler):
    """Answers what nothing else understood."""

    def __init__(self, services: Services, patience: Patience) -> None:
        self._services = services
        self._patience = patience

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say what can be typed instead."""
        services, message = self._services, context.message
        if isinstance(message, EditMessage):
            return
        person = message.source_uuid or ""
        if self._patience.not_understood.is_full(person):
            self._patience.say_enough(person)
            return
        self._patience.not_understood.note(person)
        admin = services.is_admin(message.source_uuid)
        officer = services.vault.for_officer(message.source_uuid) is not None
        known = (
            *(_ADMIN_COMMANDS if admin else ()),
            *(_OFFICERS_COMMANDS if officer else ()),
            *_EVERYBODYS_COMMANDS,
        )
        if is_yes(message.text) or is_no(message.text):
            await services.say(context, "announce-nothing-open")
            return
        typed = read_command(message.text).command
        close = difflib.get_close_matches(typed, known, n=1, cutoff=0.75)
        if close:
            await services.say(context, "fallback-did-you-mean", command=close[0])
        else:
            await services.say(context, "fallback-admin" if admin or officer else "fallback-member")


def _officer_roles(services: Services, person: str | None) -> str:
    """The roles somebody has in safeguarding teams, each with its team."""
    return ", ".join(
        services.words.say("help-officer-role", role=officer.role, team=team.name)
        for team in services.settings.safeguarding.teams
        for officer in team.officers
        if officer.id == person
    )


def _role(services: Services, person: str) -> str:
    return "admin" if services.is_admin(person) else "member"
