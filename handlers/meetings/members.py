"""What anybody can ask: `meetings`, `next`, `meeting 12`, `agenda`, `papers 12`."""

from handlers.conversation.catalogue import Command, Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.meetings.contact import private_contact_text
from handlers.meetings.files import keep_calendar
from handlers.meetings.listing import asked_about, date_said, list_text
from handlers.meetings.parsing import (
    asks_for_next,
    asks_what_is_on,
    links_in,
    read_meeting_command,
    says_when,
)
from handlers.meetings.rsvp import counts_text
from handlers.meetings.texts import group_text, paper_lines
from handlers.parsing import read_number
from handlers.services import Services
from relay.meetings.meeting import Meeting
from relay.meetings.recurrence import is_over

questions = Router("questions")
_COMMANDS = ("meetings", "next", "meeting", "agenda", "papers", "rsvp")


def asks_about_meetings(heard: HeardMessage) -> bool:
    """Whether somebody asks about meetings; free words that begin so are not meant."""
    if heard.message.attachments:
        return False
    words, text = heard.services.vocabulary, heard.message.text
    if asks_for_next(words, text) or asks_what_is_on(words, text):
        return True
    typed = read_meeting_command(words, text)
    number, after = read_number(typed.rest)
    about_one = not typed.rest or (number is not None and not after)
    is_admin = heard.services.is_admin(heard.person)
    match words.command(typed.command, _COMMANDS):
        case "rsvp":
            return about_one and not is_admin
        case "meetings":
            return says_when(words, typed.rest)
        case "next":
            meant = typed.rest.casefold().strip(" ?.!")
            return not typed.rest or words.command(meant, ("meeting", "meetings")) is not None
        case "meeting":
            return about_one and (number is not None or not is_admin)
        case "agenda" | "papers":
            return about_one and not links_in(typed.rest)
    return False


@questions.message(
    new,
    asks_about_meetings,
    commands=(
        Command("meetings", section=Section.ATTENDING),
        Command("next", section=Section.ATTENDING),
        Command("agenda", section=Section.ATTENDING),
        Command("papers", section=Section.ATTENDING),
        Command("meeting", section=Section.ATTENDING, usages=((Follows.NUMBER,),)),
        Command("rsvp"),
    ),
)
async def answer(heard: HeardMessage) -> None:
    """Answer with text and calendar file."""
    services = heard.services
    command, rest = _asked(heard)
    if command == "rsvp":
        await heard.say("rsvp-not-here")
        return
    if command == "meetings":
        await heard.say_text(list_text(services))
        return
    asked = asked_about(services, "" if command == "next" else rest)
    if asked.meeting is not None:
        text = _text(services, command, asked.meeting)
        if command not in ("agenda", "papers"):
            text = _for_admins(heard, text, asked.meeting)
        await heard.say_text(text, _files(services, command, asked.meeting))
    elif asked.number is not None:
        await heard.say("meeting-unknown-to-members", number=str(asked.number))
    else:
        await heard.say("meetings-none")


def _for_admins(heard: HeardMessage, text: str, meeting: Meeting) -> str:
    """Add what the groups answered, and whom to ask, for an admin of the branch."""
    services = heard.services
    if meeting.branch not in services.slugs_of(heard.person):
        return text
    counts = counts_text(services, meeting) or ""
    contact = private_contact_text(services, meeting.id)
    return "\n\n".join(part for part in (text, contact, counts) if part)


def _asked(heard: HeardMessage) -> tuple[str, str]:
    """What is asked, as the command for it, and what follows that."""
    words, text = heard.services.vocabulary, heard.message.text
    if asks_for_next(words, text):
        return "next", ""
    if asks_what_is_on(words, text):
        return "meetings", ""
    typed = read_meeting_command(words, text)
    return words.command(typed.command, _COMMANDS) or "", typed.rest


def _text(services: Services, command: str, meeting: Meeting) -> str:
    say = services.words.say
    named = {"title": meeting.title, "when": date_said(services, meeting)}
    over = [say("meeting-was-over")] if is_over(meeting, services.clock.now()) else []
    if command == "agenda":
        parts = [say("agenda-of", **named), meeting.agenda]
        return "\n".join(parts) if meeting.agenda else say("agenda-none", **named)
    if command == "papers":
        parts = [say("papers-of", **named), paper_lines(services, meeting.papers)]
        return "\n".join(parts) if meeting.papers else say("papers-none", **named)
    return "\n\n".join([*over, group_text(services, meeting)])


def _files(services: Services, command: str, meeting: Meeting) -> tuple[int, ...]:
    """The calendar file, and with `papers` the papers that are files."""
    papers = tuple(paper.file for paper in meeting.papers if paper.file is not None)
    calendar = keep_calendar(services, meeting)
    return (*papers, calendar) if command == "papers" else (calendar,)
