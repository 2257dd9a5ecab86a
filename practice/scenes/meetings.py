"""A meeting: entered once, in every place at once, moved, and remembered in time."""

import io
import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.attachments import Attachment
from practice.scenes.receipts import OURS, posted
from practice.seen import SeenMessage
from practice.show import Show
from relay.time.clock import BranchTime, SystemClock

_LONDON = ZoneInfo("Europe/London")
_BEFORE = timedelta(seconds=3)
_AHEAD, _LATER = 4, 5
_CARD, _ENTRY, _PAPER = "image/png", "text/calendar", "application/pdf"
_TOLD_OF_ENTRY = re.compile(r"^(UID|SEQUENCE|DTSTART|LOCATION|STATUS)", re.MULTILINE)

NUMBER = "7"
TITLE = "Rent strike: what next?"
AGENDA = "Who pays for the repairs\nWho knocks on which doors\nTea"
HALL = "Mildmay Centre, Woodville Road, N16 8NA"
ACCESS = "Step-free. Hearing loop. Children welcome."
PAPER = "repairs.pdf"


async def entered_once(show: Show) -> None:
    """One message becomes a post, a picture, a calendar file and a page."""
    say, day = show.words.say, _evening(show, _AHEAD)
    await show.chapter("meeting")
    lines = (f"Title: {TITLE}", f"When: {day:%A} 7pm", f"Where: {HALL}", f"Access: {ACCESS}")
    await show.types("alex", "\n".join((*lines, f"Agenda: {AGENDA}")))
    await show.hears("alex", say("meeting-ask-papers"))
    await show.types("alex", "Here is what they have spent so far.", [_paper()])
    preview = await show.hears("alex", TITLE, _spoken(show, day), HALL, PAPER)
    show.group_is_silent(TITLE)
    await show.narrate("tour-meeting-check")
    await show.reacts("alex", preview, "👍")
    await show.hears("alex", say("announce-posting", number=NUMBER))
    await show.hears("alex", posted(show, bluesky=True))
    seen = [
        await show.group_has(show.groups["board"], "mo", TITLE, f"When: {_spoken(show, day)}"),
        await show.group_has(show.groups["ward"], "sam", TITLE, f"When: {_spoken(show, day)}"),
    ]
    for message in seen:
        kinds = [file.content_type for file in message.attachments]
        show.expect(kinds == [_CARD, _ENTRY, _PAPER], "expected-card-and-calendar")
    await show.bluesky_has(TITLE)
    await show.narrate("tour-meeting-page")
    await show.page_shows(f"/m/{NUMBER}", TITLE, HALL, ACCESS)


async def member_asks(show: Show) -> None:
    """What is next, and please remind me."""
    say, day = show.words.say, _evening(show, _AHEAD)
    await show.chapter("next")
    await show.types("mo", "next")
    answer = await show.hears("mo", TITLE, _spoken(show, day), HALL)
    await show.reads("tour-calendar-file", _entry(answer))
    await show.types("mo", "remind me")
    await show.hears("mo", say("remind-began", title=TITLE, when=_spoken(show, day)))
    await show.narrate("tour-remembers-little")


async def hall_is_taken(show: Show) -> None:
    """It moves, and every place follows."""
    say, day, other = show.words.say, _evening(show, _AHEAD), _evening(show, _LATER)
    old, new = _spoken(show, day), _spoken(show, other)
    await show.chapter("move")
    await show.types("bea", f"move {NUMBER} to {other:%A} 7pm")
    heading = say("meeting-move-heading", number=NUMBER, title=TITLE, old=old, new=new)
    await show.hears("bea", heading, *(show.groups[name].name for name in OURS))
    show.group_is_silent(f"New time: {new}")
    await show.types("bea", "yes")
    await show.hears("bea", say("meeting-change-under-way", number=NUMBER))
    await show.hears("bea", NUMBER)
    notice = say("meeting-notice-moved", title=TITLE, new=new, old=old)
    board = show.groups["board"]
    told = await show.group_has(board, "mo", notice, f"When: {new}", "Agenda")
    await show.reads("tour-calendar-file", _entry(told))
    show.expect("SEQUENCE:1" in _entry(told), "expected-same-entry")
    await show.narrate("tour-same-entry")
    reply = await show.bluesky_has(f"New time: {new}")
    show.expect(reply.parent is not None, "expected-reply")
    await show.page_shows("/b/hackney", TITLE, new)


async def who_comes(show: Show) -> None:
    """A question in the groups, and how many answered what."""
    say, new = show.words.say, _spoken(show, _evening(show, _LATER))
    await show.chapter("rsvp")
    await show.types("bea", f"rsvp {NUMBER}")
    await show.hears("bea", TITLE, say("rsvp-kept"))
    await show.types("bea", "yes")
    await show.hears("bea", say("rsvp-under-way", groups=len(OURS), number=NUMBER))
    for group, viewer in (("board", "mo"), ("ward", "sam")):
        poll = await show.group_asks(show.groups[group], viewer, TITLE)
        await show.votes(viewer, poll, 0)
    await show.types("bea", f"rsvp {NUMBER}")
    await show.hears("bea", say("rsvp-counts", when=new, yes=2, no=0, maybe=0))
    await show.narrate("tour-counted")


async def day_before(show: Show) -> None:
    """Reminders in time, by the new date."""
    day = _evening(show, _LATER)
    await show.chapter("reminder")
    before = datetime.combine(day.date() - timedelta(days=1), time(19), _LONDON)
    await show.moves_on_to(before - _BEFORE)
    tomorrow = show.words.say("meeting-reminder-days", days=1, title=TITLE)
    for group, viewer in (("board", "mo"), ("ward", "sam")):
        await show.group_has(show.groups[group], viewer, tomorrow, HALL, ACCESS)
    await show.hears("mo", tomorrow, show.words.say("remind-personal-end"))
    await show.types("mo", "stop")
    await show.hears("mo", show.words.say("remind-ended"))
    await show.narrate("tour-forgotten")


def _evening(show: Show, days: int) -> datetime:
    """Seven in the evening, so many days from the practice today."""
    today = show.now().astimezone(_LONDON).date()
    return datetime.combine(today + timedelta(days=days), time(19), _LONDON)


def _spoken(show: Show, moment: datetime) -> str:
    return BranchTime(_LONDON, show.words, SystemClock()).spoken(moment.astimezone(UTC))


def _entry(message: SeenMessage) -> str:
    """What a calendar file says that people care about, and what calendars know it by."""
    [file] = [file for file in message.attachments if file.content_type == _ENTRY]
    lines = file.data.decode().replace("\r\n ", "").splitlines()
    event = lines[lines.index("BEGIN:VEVENT") :]
    return "\n".join(line for line in event if _TOLD_OF_ENTRY.match(line))


def _paper() -> Attachment:
    """A PDF that knows who wrote it."""
    import pikepdf

    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = "Alex"
    out = io.BytesIO()
    document.save(out)
    return Attachment(out.getvalue(), _PAPER, PAPER)
