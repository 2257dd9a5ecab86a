"""`move 12 to …`, `where 12 …`, `agenda 12 …`, `access 12 …`, `papers 12`, `cancel 12 because …`.

Each is shown first and carried out after a yes.

State of the conversation:

    meeting.change   `kind` and `what` (see `handlers.meetings.plans`) of number `number` wait for
                     a yes; `holder` keeps the files until then
"""

from typing import Any

from signalbot import (
    Context,
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
)
from signalbot.messages import ReceivedMessage

from handlers.announcements.preview import refused_text
from handlers.conversation.heard import HeardReaction
from handlers.conversation.router import Router
from handlers.left_out import has_lost, without_lost
from handlers.meetings.changing import (
    carry_on,
    drop_holder,
    own_meeting,
    show_change,
    show_question,
    waiting_change,
)
from handlers.meetings.dates import (
    named_date,
    named_date_to_move,
    no_such_date,
    with_day_of,
)
from handlers.meetings.facts import MOST
from handlers.meetings.files import arrived_papers
from handlers.meetings.places import split_place
from handlers.meetings.plans import ACCESS, AGENDA, CANCEL, MOVE, PAPERS, WHERE
from handlers.meetings.rsvp import RSVP
from handlers.meetings.second import propose, proposed_change, say_waits
from handlers.meetings.times import coming
from handlers.meetings.timing import understand_when
from handlers.meetings.typed import (
    is_all,
    links_in,
    without_because,
    without_in_person,
    without_to,
)
from handlers.meetings.why import MAX_REASON, ask_why
from handlers.services import Services
from handlers.typed import clean, is_no, is_yes, read_command, read_number
from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.tables import Meetings
from relay.store.conversations import Conversation

meeting_changes = Router("meeting_changes")
_KINDS = {
    "move": MOVE,
    "reschedule": MOVE,
    "when": MOVE,
    "where": WHERE,
    "venue": WHERE,
    "place": WHERE,
    "agenda": AGENDA,
    "access": ACCESS,
    "accessibility": ACCESS,
    "papers": PAPERS,
    "paper": PAPERS,
    "cancel": CANCEL,
    "rsvp": RSVP,
    "rvsp": RSVP,
    "edit": "edit",
}
_BARE = frozenset({"move", "reschedule", "rsvp", "rvsp"})
_ONLY_MEETINGS = _BARE | {"venue", "where", "when", "place", "access", "accessibility"}


class ChangeMeeting(DataMessageHandler):
    """Begins a change of a published meeting. Announcements have commands of their own."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types one of the commands for a meeting."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if not self._services.is_admin(message.source_uuid):
            return False
        typed = read_command(message.text)
        if typed.command not in _KINDS:
            return False
        number, after = read_number(typed.rest)
        if typed.command in _ONLY_MEETINGS:
            return number is not None or typed.command in _BARE
        if number is None or (_KINDS[typed.command] == PAPERS and message.attachments):
            return number is not None
        meeting = self._services.store[Meetings].get(number)
        if meeting is None:
            return False
        if typed.command == "cancel":
            # One that still waits for a second admin is an announcement that is not posted yet.
            return own_meeting(self._services, message.source_uuid or "", number) is not None
        return typed.command == "edit" or bool(after)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Show what would change and who is told, and ask."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        typed = read_command(message.text)
        kind = _KINDS[typed.command]
        number, rest = read_number(typed.rest)
        if number is None:
            await services.say(context, "meeting-number-missing", example=f"{typed.command} 12")
            return
        announcement = services.store.announcements.get(number)
        own = {branch.slug: branch for branch in services.branches_of(person)}
        branch = None if announcement is None else own.get(announcement.branch)
        if branch is None:
            await services.say(context, "meeting-number-unknown", number=str(number))
            return
        if not services.is_meeting(number):
            await services.say(context, "meeting-not-a-meeting", number=str(number))
            return
        meeting = own_meeting(services, person, number)
        if meeting is None:
            await services.say(context, "meeting-not-up-yet", number=str(number))
        elif meeting.state is MeetingState.CANCELLED:
            await services.say(context, "meeting-is-off", number=str(number))
        elif kind != CANCEL and (waits := proposed_change(services, branch, number)) is not None:
            await say_waits(services, context, waits, person)
        else:
            if has_lost(message.text):
                await services.say(context, "meeting-change-lost")
            await _begin(services, context, meeting, kind, without_lost(rest))


class ChangeAnswer(DataMessageHandler):
    """Yes, no, or all, while a change waits."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender has a change open and answers it."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if waiting_change(self._services, message.source_uuid) is None:
            return False
        return is_yes(message.text) or is_no(message.text) or is_all(message.text)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Carry the change out, widen it, or drop it."""
        services, text = self._services, context.message.text
        person = context.message.source_uuid or ""
        waiting = waiting_change(services, person)
        if waiting is None:
            return
        number = waiting.data["number"]
        if is_no(text):
            services.store.conversations.end(person)
            drop_holder(services, waiting)
            left = "rsvp-left" if waiting.data["kind"] == RSVP else "meeting-change-left"
            await services.say(context, left, number=str(number))
            return
        meeting = services.store[Meetings].get(number)
        if is_all(text) and waiting.data["kind"] == CANCEL and meeting is not None:
            what = {**waiting.data["what"], "all": True}
            await show_change(services, context, person, meeting, CANCEL, what)
            return
        await _take_yes(services, context, waiting)


def agrees_to_change(heard: HeardReaction) -> bool:
    """Whether it is a thumbs up on the newest question."""
    waiting = waiting_change(heard.services, heard.person)
    return waiting is not None and heard.services.agrees(
        heard.signal.message, waiting.data["preview"]
    )


@meeting_changes.reaction(agrees_to_change)
async def agree_by_thumb(heard: HeardReaction) -> None:
    """A thumbs up on the question means yes."""
    waiting = waiting_change(heard.services, heard.person)
    if waiting is not None:
        await _take_yes(heard.services, heard.signal, waiting)


async def _begin(
    services: Services, context: DataMessageContext, meeting: Meeting, kind: str, text: str
) -> None:
    """Show what was asked for, or ask for what is missing."""
    person, number = context.message.source_uuid or "", str(meeting.id)
    named = None
    if kind == MOVE:
        named = named_date_to_move(services, meeting, text)
    elif kind in (WHERE, CANCEL):
        named = named_date(services, meeting, text)
    if named is not None:
        text = named.rest
    date = None if named is None else named.date
    if named is not None and date is None:
        await services.say_text(context, no_such_date(services, meeting, named.day))
    elif kind == "edit":
        await services.say(context, "meeting-how-to-change", number=number)
    elif kind == RSVP:
        await show_question(services, context, person, meeting)
    elif kind == CANCEL and not without_because(text):
        await ask_why(services, context, person, meeting, date)
    elif len(text) > (most := MOST.get(kind, MAX_REASON)) and kind != PAPERS:
        await services.say(context, "meeting-too-long", length=len(text), most=most)
    else:
        what, problem = _what(services, meeting, kind, text, date)
        if what is None:
            await services.say_text(context, problem)
        else:
            what = what if date is None else {**what, "date": date.original.isoformat()}
            await show_change(services, context, person, meeting, kind, what)


async def _take_yes(services: Services, context: Context[Any], waiting: Conversation) -> None:
    services.store.conversations.end(waiting.person)
    meeting = own_meeting(services, waiting.person, waiting.data["number"])
    branch = None if meeting is None else services.branches.get(meeting.branch)
    needs_two = branch is not None and branch.approvals > 1 and waiting.data["kind"] != CANCEL
    if meeting is not None and needs_two:
        await propose(services, context, waiting, meeting)
    else:
        await carry_on(services, context, waiting)


def _what(
    services: Services, meeting: Meeting, kind: str, text: str, date: Occurrence | None
) -> tuple[dict[str, Any] | None, str]:
    """What would change, or the sentence that asks for what is missing."""
    say, number = services.words.say, str(meeting.id)
    match kind:
        case "move":
            if not without_to(text):
                return None, say("meeting-move-ask", number=number)
            meant = date or coming(services, meeting)
            words = without_to(text)
            words = words if meant is None else with_day_of(meant, words)
            when, problem = understand_when(services, words)
            if when is None:
                return None, problem
            return {"start": when.start.isoformat(), "rule": when.rule, "guessed": when.guessed}, ""
        case "where":
            words, in_person = without_in_person(without_to(text))
            address, online = split_place(words)
            if not (address or online):
                return None, say("meeting-where-ask", number=number)
            stays = bool(address) and not online and not in_person
            one = date is not None
            return {"address": address, "online": online, "one": one, "stays": stays}, ""
        case "agenda" | "access":
            words = clean(text)
            if not words:
                return None, say("meeting-access-ask", number=number)
            return {"text": words}, ""
        case "papers":
            papers, refused = arrived_papers(services)
            links = list(links_in(text))
            if not (papers or links):
                none = say("meeting-papers-none-there")
                return None, refused_text(services, refused) if refused else none
            files = [[paper.id, paper.name, paper.media_type] for paper in papers]
            return {"files": files, "links": links, "refused": refused}, ""
    return {"reason": without_because(text), "all": False}, ""
