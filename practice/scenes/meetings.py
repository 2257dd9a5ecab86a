"""A meeting: entered once, in every place at once, moved, and remembered in time."""

import io
import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from practice.attachments import Attachment
from practice.scenario import Scenario
from practice.scenes.receipts import OURS, posted
from practice.seen import SeenMessage
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


async def entered_once(scenario: Scenario) -> None:
    """One message becomes a post, a picture, a calendar file and a page."""
    say, day = scenario.words.say, _evening(scenario, _AHEAD)
    await scenario.chapter("meeting")
    lines = (f"Title: {TITLE}", f"When: {day:%A} 7pm", f"Where: {HALL}", f"Access: {ACCESS}")
    await scenario.types("alex", "\n".join((*lines, f"Agenda: {AGENDA}")))
    await scenario.hears("alex", say("meeting-ask-papers"))
    await scenario.types("alex", "Here is what they have spent so far.", [_paper()])
    preview = await scenario.hears("alex", TITLE, _spoken(scenario, day), HALL, PAPER)
    scenario.group_is_silent(TITLE)
    await scenario.narrate("tour-meeting-check")
    await scenario.reacts("alex", preview, "👍")
    await scenario.hears("alex", say("announce-posting", number=NUMBER))
    await scenario.hears("alex", posted(scenario, bluesky=True))
    seen = [
        await scenario.group_has(
            scenario.groups["board"], "mo", TITLE, f"When: {_spoken(scenario, day)}"
        ),
        await scenario.group_has(
            scenario.groups["ward"], "sam", TITLE, f"When: {_spoken(scenario, day)}"
        ),
    ]
    for message in seen:
        kinds = [file.content_type for file in message.attachments]
        scenario.expect(kinds == [_CARD, _ENTRY, _PAPER], "expected-card-and-calendar")
    await scenario.bluesky_has(TITLE)
    await scenario.narrate("tour-meeting-page")
    await scenario.page_shows(f"/m/{NUMBER}", TITLE, HALL, ACCESS)


async def member_asks(scenario: Scenario) -> None:
    """What is next, and please remind me."""
    say, day = scenario.words.say, _evening(scenario, _AHEAD)
    await scenario.chapter("next")
    await scenario.types("mo", "next")
    answer = await scenario.hears("mo", TITLE, _spoken(scenario, day), HALL)
    await scenario.reads("tour-calendar-file", _entry(answer))
    await scenario.types("mo", "remind me")
    await scenario.hears("mo", say("remind-began", title=TITLE, when=_spoken(scenario, day)))
    await scenario.narrate("tour-remembers-little")


async def hall_is_taken(scenario: Scenario) -> None:
    """It moves, and every place follows."""
    say, day, other = scenario.words.say, _evening(scenario, _AHEAD), _evening(scenario, _LATER)
    old, new = _spoken(scenario, day), _spoken(scenario, other)
    await scenario.chapter("move")
    await scenario.types("bea", f"move {NUMBER} to {other:%A} 7pm")
    heading = say("meeting-move-heading", number=NUMBER, title=TITLE, old=old, new=new)
    await scenario.hears("bea", heading, *(scenario.groups[name].name for name in OURS))
    scenario.group_is_silent(f"New time: {new}")
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("meeting-change-under-way", number=NUMBER))
    await scenario.hears("bea", NUMBER)
    notice = say("meeting-notice-moved", title=TITLE, new=new, old=old)
    board = scenario.groups["board"]
    told = await scenario.group_has(board, "mo", notice, f"When: {new}", "Agenda")
    await scenario.reads("tour-calendar-file", _entry(told))
    scenario.expect("SEQUENCE:1" in _entry(told), "expected-same-entry")
    await scenario.narrate("tour-same-entry")
    reply = await scenario.bluesky_has(f"New time: {new}")
    scenario.expect(reply.parent is not None, "expected-reply")
    await scenario.page_shows("/b/hackney", TITLE, new)


async def who_comes(scenario: Scenario) -> None:
    """A question in the groups, and how many answered what."""
    say, new = scenario.words.say, _spoken(scenario, _evening(scenario, _LATER))
    await scenario.chapter("rsvp")
    await scenario.types("bea", f"rsvp {NUMBER}")
    await scenario.hears("bea", TITLE, say("rsvp-kept"))
    await scenario.types("bea", "yes")
    await scenario.hears("bea", say("rsvp-under-way", groups=len(OURS), number=NUMBER))
    for group, viewer in (("board", "mo"), ("ward", "sam")):
        poll = await scenario.group_asks(scenario.groups[group], viewer, TITLE)
        await scenario.votes(viewer, poll, 0)
    # A vote that comes while the question is still being sent is counted as soon as it is.
    await scenario.nothing_waits()
    await scenario.types("bea", f"rsvp {NUMBER}")
    await scenario.hears("bea", say("rsvp-counts", when=new, yes=2, no=0, maybe=0))
    await scenario.narrate("tour-counted")


async def day_before(scenario: Scenario) -> None:
    """Reminders in time, by the new date."""
    day = _evening(scenario, _LATER)
    await scenario.chapter("reminder")
    before = datetime.combine(day.date() - timedelta(days=1), time(19), _LONDON)
    await scenario.moves_on_to(before - _BEFORE)
    tomorrow = scenario.words.say("meeting-reminder-days", days=1, title=TITLE)
    for group, viewer in (("board", "mo"), ("ward", "sam")):
        await scenario.group_has(scenario.groups[group], viewer, tomorrow, HALL, ACCESS)
    await scenario.hears("mo", tomorrow, scenario.words.say("remind-personal-end"))
    await scenario.types("mo", "stop")
    await scenario.hears("mo", scenario.words.say("remind-ended"))
    await scenario.narrate("tour-forgotten")


def _evening(scenario: Scenario, days: int) -> datetime:
    """Seven in the evening, so many days from the practice today."""
    today = scenario.now().astimezone(_LONDON).date()
    return datetime.combine(today + timedelta(days=days), time(19), _LONDON)


def _spoken(scenario: Scenario, moment: datetime) -> str:
    return BranchTime(_LONDON, scenario.words, SystemClock()).spoken(moment.astimezone(UTC))


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
