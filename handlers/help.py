"""`help`, `whoami`, and what is said to a message that nothing else understood."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.admins.confirming import paused_text
from handlers.announcements.announce import Announce
from handlers.announcements.change import EDIT, RETRACT
from handlers.announcements.preview import refused_text
from handlers.casework.commands import COMMANDS as CASEWORK
from handlers.casework.waiting import CONFIRM
from handlers.enough import Patience
from handlers.meetings.changing import STATE as MEETING_CHANGE
from handlers.services import Services
from handlers.typed import clean, is_no, is_thanks, is_yes, nearest, read_command

_ADMIN_COMMANDS = ("announce", "queue", "cancel", "status", "edit", "retract", "agree", "refuse")
_OFFICERS_COMMANDS = tuple(CASEWORK)
_EVERYBODYS_COMMANDS = ("help", "whoami", "meetings", "agenda", "papers")
_HELP = frozenset({"help", "menu", "start", "hello", "hi", "hey", "commands"})
_HELP_PHRASES = frozenset(
    {"what can you do", "what can i do", "what do you do", "how does this work", "who are you"}
)
_YES_OR_NO = frozenset({EDIT, RETRACT, CONFIRM, MEETING_CHANGE})
_HELP_MARKS = frozenset({"?", "??", "???"})
_OTHER_WORDS = {
    "undo": "retract",
    "unsend": "retract",
    "remove": "retract",
    "list": "queue",
    "scheduled": "queue",
    "schedule": "announce",
    "broadcast": "announce",
    "publish": "announce",
    "share": "announce",
    "send": "announce",
    "change": "edit",
    "correct": "edit",
}
"""What people type who know other software, and what it is called here."""
_OFFICERS_OTHER_WORDS = {"list": "cases", "queue": "cases", "answer": "reply", "send": "reply"}


class Help(DataMessageHandler):
    """Answers by role."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks what can be done here."""
        return isinstance(message, DataMessage) and (
            read_command(message.text).command in _HELP
            or _phrase(message.text) in _HELP_PHRASES
            or clean(message.text) in _HELP_MARKS
        )

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
        texts = texts or [services.words.say("help-member")]
        if services.admins.waits(person):
            texts.insert(0, paused_text(services, person or ""))
        text = "\n\n".join(texts)
        if any(team.officers for team in services.settings.safeguarding.teams):
            text = f"{text}\n\n{services.words.say('help-report')}"
        await services.say_text(context, text)


class Whoami(DataMessageHandler):
    """Gives people their own account id."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks for it."""
        if not isinstance(message, DataMessage):
            return False
        return read_command(message.text).command == "whoami" or _phrase(message.text) == "who am i"

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
        self._announce = Announce(services)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say what can be typed instead."""
        services, message = self._services, context.message
        if isinstance(message, EditMessage):
            return
        admin = services.is_admin(message.source_uuid)
        officer = services.vault.for_officer(message.source_uuid) is not None
        if admin and message.attachments and not clean(message.text):
            await self._take_file(context)
            return
        person = message.source_uuid or ""
        if self._patience.not_understood.is_full(person):
            self._patience.say_enough(person)
            return
        self._patience.not_understood.note(person)
        simple = self._simple_answer(person, message.text)
        if simple is not None:
            await services.say_text(context, simple)
            return
        known = (
            *(_ADMIN_COMMANDS if admin else ()),
            *(_OFFICERS_COMMANDS if officer else ()),
            *_EVERYBODYS_COMMANDS,
        )
        if is_yes(message.text) or is_no(message.text):
            await services.say(
                context, "announce-nothing-open" if admin else "fallback-nothing-open"
            )
            return
        typed = read_command(message.text)
        close = nearest(typed.command, known, 0.75)
        other = {
            **(_OFFICERS_OTHER_WORDS if officer else {}),
            **(_OTHER_WORDS if admin else {}),
        }.get(typed.command)
        if close == "announce" and typed.rest:
            # A slip of the finger in the one word, and perhaps a long text after it. Nothing is
            # posted without a yes.
            await self._announce.handle_data_message(context)
        elif close or other:
            command = close or other
            await services.say(context, "fallback-did-you-mean", command=command)
        elif admin:
            await services.say(context, "fallback-admin")
        else:
            await services.say(context, "fallback-officer" if officer else "fallback-member")

    def _simple_answer(self, person: str, text: str | None) -> str | None:
        """What is said whatever commands somebody has; None where that decides."""
        services = self._services
        if services.waiting(person, *_YES_OR_NO) is not None:
            return services.words.say("fallback-still-waiting")
        if is_thanks(text):
            return services.words.say("fallback-thanks")
        return paused_text(services, person) if services.admins.waits(person) else None

    async def _take_file(self, context: DataMessageContext) -> None:
        """A picture that came alone, perhaps forwarded, with the text still to come."""
        services, entry = self._services, self._services.bot.entry
        arrivals = services.store.files.arrivals(entry.id) if entry is not None else ()
        if any(arrival.file is not None for arrival in arrivals):
            await services.say(context, "announce-file-first")
            await self._announce.handle_data_message(context)
        else:
            codes = [arrival.refused or "unsupported" for arrival in arrivals]
            await services.say_text(context, refused_text(services, codes))


def _phrase(text: str | None) -> str:
    return " ".join(clean(text).casefold().strip(" ?!.").split())


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
