"""What anybody can ask: `meetings`, `next`, `meeting 12`, `agenda`, `papers 12`."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.meetings.files import keep_calendar
from handlers.meetings.listing import asked_about, date_said, list_text
from handlers.meetings.rsvp import counts_text
from handlers.meetings.texts import group_text, paper_lines
from handlers.meetings.typed import (
    MEETING,
    MEETINGS,
    NEXT,
    asks_for_next,
    asks_what_is_on,
    links_in,
    read_meeting_command,
)
from handlers.services import Services
from handlers.typed import Typed, read_number
from relay.meetings.meeting import Meeting
from relay.meetings.recurrence import is_over

_PARTS = frozenset({"agenda", "papers", "paper"})
_RSVP = frozenset({"rsvp", "rvsp"})
_MOST_WORDS = 3


class Ask(DataMessageHandler):
    """Answers with text and calendar file. Changes are `handlers.meetings.change`'s."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks about meetings; free words that begin so are not meant."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if message.attachments:
            return False
        if asks_for_next(message.text) or asks_what_is_on(message.text):
            return True
        typed = read_meeting_command(message.text)
        number, after = read_number(typed.rest)
        about_one = not typed.rest or (number is not None and not after)
        if typed.command in _RSVP:
            return about_one and not self._services.is_admin(message.source_uuid)
        if typed.command in MEETINGS:
            return len(typed.rest.split()) <= _MOST_WORDS
        if typed.command in NEXT:
            return not typed.rest or typed.rest.casefold().strip(" ?.!") in MEETING | MEETINGS
        if typed.command in MEETING:
            admin = self._services.is_admin(message.source_uuid)
            return about_one and (number is not None or not admin)
        return typed.command in _PARTS and about_one and not links_in(typed.rest)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Answer."""
        services = self._services
        typed = _asked(context.message.text)
        if typed.command in _RSVP:
            await services.say(context, "rsvp-not-here")
            return
        if typed.command in MEETINGS:
            await services.say_text(context, list_text(services))
            return
        asked = asked_about(services, "" if typed.command in NEXT else typed.rest)
        if asked.meeting is not None:
            text = _text(services, typed, asked.meeting)
            if typed.command not in _PARTS:
                text = self._with_counts(text, asked.meeting, context.message.source_uuid)
            await services.say_text(context, text, _files(services, typed, asked.meeting))
        elif asked.number is not None:
            await services.say(context, "meeting-unknown-to-members", number=str(asked.number))
        else:
            await services.say(context, "meetings-none")

    def _with_counts(self, text: str, meeting: Meeting, person: str | None) -> str:
        """Add what the groups answered, for an admin of the branch."""
        own = {branch.slug for branch in self._services.branches_of(person)}
        counts = counts_text(self._services, meeting) if meeting.branch in own else None
        return text if counts is None else f"{text}\n\n{counts}"


def _asked(text: str | None) -> Typed:
    """Return what is asked as the command for it."""
    if asks_for_next(text):
        return Typed("next", "")
    return Typed("meetings", "") if asks_what_is_on(text) else read_meeting_command(text)


def _text(services: Services, typed: Typed, meeting: Meeting) -> str:
    say = services.words.say
    named = {"title": meeting.title, "when": date_said(services, meeting)}
    over = [say("meeting-was-over")] if is_over(meeting, services.clock.now()) else []
    if typed.command == "agenda":
        parts = [say("agenda-of", **named), meeting.agenda]
        return "\n".join(parts) if meeting.agenda else say("agenda-none", **named)
    if typed.command in _PARTS:
        parts = [say("papers-of", **named), paper_lines(services, meeting.papers)]
        return "\n".join(parts) if meeting.papers else say("papers-none", **named)
    return "\n\n".join([*over, group_text(services, meeting)])


def _files(services: Services, typed: Typed, meeting: Meeting) -> tuple[int, ...]:
    """The calendar file, and with `papers` the papers that are files."""
    papers = tuple(paper.file for paper in meeting.papers if paper.file is not None)
    calendar = keep_calendar(services, meeting)
    return (*papers, calendar) if typed.command in ("papers", "paper") else (calendar,)
