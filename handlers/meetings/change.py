"""`move 12 to …`, `where 12 …`, `programme 12 …`, `cancel 12 because …` and the other changes.

Each is shown first and carried out after a yes.
"""

from datetime import timedelta

from handlers.announcements.arriving import again_in_the_morning, says_morning, says_now
from handlers.announcements.preview import refused_text
from handlers.conversation.approval import waits_already
from handlers.conversation.catalogue import Follows, Section, Usage
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import has_lost, without_lost
from handlers.meetings.dates import (
    Named,
    named_date,
    named_date_to_move,
    no_such_date,
    one_of_several,
    with_day_of,
)
from handlers.meetings.facts import MOST, since_midnight
from handlers.meetings.files import arrived_papers
from handlers.meetings.labels import programme_in
from handlers.meetings.parsing import (
    first_booking,
    first_link,
    links_in,
    says,
    split_place,
    without_because,
    without_in_person,
    without_to,
    without_to_come,
)
from handlers.meetings.pending import (
    AskPublicChange,
    ConfirmChange,
    show_change,
    show_or_ask,
    show_question,
)
from handlers.meetings.requested import own_meeting
from handlers.meetings.texts import one_line
from handlers.meetings.times import coming
from handlers.meetings.timing import understand_when
from handlers.meetings.why import MAX_REASON, ask_why
from handlers.parsing import read_number
from handlers.personal import Choice, read_choice
from handlers.services import Services
from relay.language.vocabulary import clean
from relay.meetings.changes import (
    AddPapers,
    Cancel,
    MeetingChange,
    Move,
    Relocate,
    SetAccess,
    SetAgenda,
    SetCost,
    SetProgramme,
    SetTickets,
)
from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.tables import Meetings

_MINUTE = timedelta(minutes=1)
meeting_changes = Router("meeting_changes")
meeting_change_answers = Router("meeting_change_answers")
_COMMANDS = (
    "move",
    "when",
    "where",
    "agenda",
    "access",
    "cost",
    "tickets",
    "programme",
    "papers",
    "cancel",
    "rsvp",
    "edit",
)
_USAGES: dict[str, tuple[Usage, ...]] = {
    "move": ((Follows.NUMBER, Follows.MOMENT),),
    "where": ((Follows.NUMBER, Follows.TEXT),),
    "agenda": ((Follows.NUMBER, Follows.TEXT),),
    "access": ((Follows.NUMBER, Follows.TEXT),),
    "cost": ((Follows.NUMBER, Follows.TEXT),),
    "tickets": ((Follows.NUMBER, Follows.TEXT),),
    "programme": ((Follows.NUMBER, Follows.TEXT),),
    "papers": ((Follows.NUMBER,),),
    "cancel": ((Follows.NUMBER, Follows.REASON), (Follows.NUMBER, Follows.DATE, Follows.REASON)),
    "rsvp": ((Follows.NUMBER,),),
}
"""What people are told of; `when` and `edit` are other words for two of them."""

_ASKS_WHICH = ("move", "rsvp")
"""Without a number nothing else can be meant."""

_ONLY_MEETINGS = ("move", "when", "where", "access", "cost", "tickets", "programme", "rsvp")


def changes_meeting(heard: HeardMessage) -> bool:
    """Whether it is a command for a meeting: announcements have some of the same name."""
    services, command = heard.services, _command(heard)
    number, after = read_number(heard.typed.rest)
    if number is None:
        return command in _ASKS_WHICH
    if command in _ONLY_MEETINGS or (command == "papers" and heard.message.attachments):
        return True
    if services.store[Meetings].get(number) is None:
        return False
    if command == "cancel":
        # One that still waits for a second admin is an announcement that is not posted yet.
        return own_meeting(services, heard.person, number) is not None
    return command == "edit" or bool(after)


async def change(heard: HeardMessage) -> None:
    """Show what would change and who is told, and ask; or ask for what is missing."""
    services, kind = heard.services, _command(heard)
    number, rest = read_number(heard.typed.rest)
    if number is None:
        await heard.say("meeting-number-missing", example=f"{heard.typed.command} 12")
        return
    announcement = services.announcement_of(heard.person, number)
    if announcement is None:
        await heard.say("meeting-number-unknown", number=str(number))
        return
    if not services.is_meeting(number):
        await heard.say("meeting-not-a-meeting", number=str(number))
        return
    meeting = own_meeting(services, heard.person, number)
    branch = services.branches[announcement.branch]
    if meeting is None:
        await heard.say("meeting-not-up-yet", number=str(number))
    elif meeting.state is MeetingState.CANCELLED:
        await heard.say("meeting-is-off", number=str(number))
    elif kind == "cancel" or not await waits_already(heard, branch, number):
        if has_lost(heard.message.text):
            await heard.say("meeting-change-lost")
        await _begin(heard, meeting, kind, without_lost(rest))


for _one in _COMMANDS:
    _usages = _USAGES.get(_one)
    meeting_changes.command(
        _one,
        new,
        changes_meeting,
        may=admin,
        section=None if _usages is None else Section.ARRANGING,
        usages=_usages or ((),),
    )(change)


def says_whether_public(heard: HeardMessage) -> bool:
    """Whether a message answers if everybody may read it; all else is heard as ever."""
    return _public_choice(heard) is not None


@meeting_change_answers.answer(AskPublicChange, new, says_whether_public)
async def take_public(heard: HeardMessage, asked: AskPublicChange) -> None:
    """Show the change if everybody may read it; else it is for the admin to say it otherwise."""
    meeting, what = own_meeting(heard.services, heard.person, asked.number), asked.what
    heard.leave()
    publishes = _public_choice(heard) is Choice.PUBLISH
    if publishes and meeting is not None and isinstance(what, MeetingChange):
        await show_change(heard, meeting, what)
    else:
        await heard.say("meeting-change-private", number=str(asked.number))


def _public_choice(heard: HeardMessage) -> Choice | None:
    text = clean(heard.message.text)
    return read_choice(heard.services, text, (Choice.PUBLISH, Choice.DROP))


def says_all(heard: HeardMessage) -> bool:
    """Whether the whole message means every date."""
    return says(heard.services.vocabulary, "every_date", heard.message.text)


@meeting_change_answers.answer(ConfirmChange, new, says_now)
async def change_at_night(heard: HeardMessage, asked: ConfirmChange) -> None:
    """Carry it out although it is night."""
    await asked.settle(heard)


@meeting_change_answers.answer(ConfirmChange, new, says_morning)
async def leave_for_the_morning(heard: HeardMessage, asked: ConfirmChange) -> None:
    """Leave the meeting as it is, and say that the change is kept by nobody."""
    await asked.refuse(heard)
    await heard.say_text(again_in_the_morning(heard.services))


@meeting_change_answers.answer(ConfirmChange, new, says_all)
async def widen(heard: HeardMessage, asked: ConfirmChange) -> None:
    """Call off all dates instead of one; where there is but one thing to do, do it."""
    await asked.widen(heard)


def _command(heard: HeardMessage) -> str:
    return heard.services.vocabulary.command(heard.typed.command, _COMMANDS) or ""


async def _begin(heard: HeardMessage, meeting: Meeting, kind: str, text: str) -> None:
    """Show what was asked for, or ask for what is missing."""
    services, number = heard.services, str(meeting.id)
    named, days = _days_named(services, meeting, kind, text)
    if named is not None:
        text = named.rest
    date = None if named is None else named.date
    if days:
        await heard.say_text(days)
    elif kind == "edit":
        await heard.say("meeting-how-to-change", number=number)
    elif kind == "rsvp":
        await show_question(heard, meeting)
    elif kind == "cancel" and not without_because(services.vocabulary, text):
        await ask_why(heard, meeting, date)
    elif len(text) > (most := MOST.get(kind, MAX_REASON)) and kind != "papers":
        await heard.say("meeting-too-long", length=len(text), most=most)
    else:
        change = _change(services, meeting, kind, text, date)
        if isinstance(change, str):
            await heard.say_text(change)
        else:
            named_by = None if date is None else date.original
            await show_or_ask(heard, meeting, change.model_copy(update={"date": named_by}))


def _days_named(
    services: Services, meeting: Meeting, kind: str, text: str
) -> tuple[Named | None, str]:
    """Which date is named, and a sentence where it is none that can be changed alone."""
    named, days = None, ""
    if kind in ("move", "when"):
        named = named_date_to_move(services, meeting, text)
    elif kind in ("where", "cancel"):
        named = named_date(services, meeting, text)
    if kind == "cancel":
        days = one_of_several(services, meeting, text)
    if named is not None and named.date is None:
        days = no_such_date(services, meeting, named.day)
    return named, days


def _change(
    services: Services, meeting: Meeting, kind: str, text: str, date: Occurrence | None
) -> MeetingChange | str:
    """What would change, or the sentence that asks for what is missing."""
    say, words, number = services.words.say, services.vocabulary, str(meeting.id)
    match kind:
        case "move" | "when":
            return _move(services, meeting, text, date)
        case "where":
            place, in_person = without_in_person(words, without_to(words, text))
            address, online = split_place(words, place)
            if (booking := first_booking(place)) and not (address or online):
                return say("meeting-where-booking", number=number, link=booking)
            if not (address or online):
                return say("meeting-where-ask", number=number)
            address = without_to_come(words, address)
            stays = bool(address) and not online and not in_person
            return Relocate(address=address, online=online, one=date is not None, stays=stays)
        case "agenda" | "access" | "cost" | "tickets":
            return _told(services, meeting, kind, text)
        case "programme":
            return _programme(services, meeting, text)
        case "papers":
            papers, refused = arrived_papers(services)
            links = links_in(text)
            if not (papers or links):
                none = say("meeting-papers-none-there")
                return refused_text(services, refused) if refused else none
            files = tuple((paper.id, paper.name, paper.media_type) for paper in papers)
            return AddPapers(files=files, links=links, refused=tuple(refused))
    return Cancel(reason=without_because(words, text))


def _move(
    services: Services, meeting: Meeting, text: str, date: Occurrence | None
) -> MeetingChange | str:
    """When it would be, or the sentence that asks for what is missing."""
    when = without_to(services.vocabulary, text)
    if not when:
        return services.words.say("meeting-move-ask", number=str(meeting.id))
    meant = date or coming(services, meeting)
    understood, problem = understand_when(
        services, when if meant is None else with_day_of(services, meant, when)
    )
    if understood is None:
        return problem
    return Move(
        start=understood.start,
        rule=understood.rule,
        guessed=understood.guessed,
        length=understood.minutes,
        doors=understood.doors,
        times=understood.times,
    )


def _programme(services: Services, meeting: Meeting, text: str) -> MeetingChange | str:
    """The programme with its times held against the meeting's, or the sentence that asks for it."""
    parts = programme_in(text)
    if not parts and not says(services.vocabulary, "no_programme", text):
        return services.words.say("meeting-programme-ask", number=str(meeting.id))
    begins = since_midnight(meeting.start, meeting.local_zone) // _MINUTE
    return SetProgramme(parts=tuple((minutes - begins, what) for minutes, what in parts))


def _told(services: Services, meeting: Meeting, kind: str, text: str) -> MeetingChange | str:
    """Other words about a meeting, or the sentence that asks for them."""
    say, number = services.words.say, str(meeting.id)
    told = clean(text)
    match kind:
        case "cost":
            return SetCost(text=one_line(text)) if told else say("meeting-cost-ask", number=number)
        case "tickets":
            link = first_link(text)
            return SetTickets(text=link) if link else say("meeting-tickets-ask", number=number)
    if not told:
        return say("meeting-access-ask", number=number)
    return SetAgenda(text=told) if kind == "agenda" else SetAccess(text=told)
