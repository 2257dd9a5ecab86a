"""What of a text that was posted before may not be right any more, said before it is posted again.

A repeat takes the text as it was last corrected. Days that are over, days that were meant from the
day of the first post ("tomorrow"), and links are looked at by whoever repeats it.
"""

from collections.abc import Iterator
from datetime import date, datetime

from handlers.services import Services
from relay.language.links import find_links
from relay.meetings.reading.dates import find_days
from relay.meetings.reading.vocabulary import vocabulary
from relay.meetings.recurrence import as_usual, next_occurrence
from relay.meetings.saying import start_said
from relay.meetings.tables import Meetings
from relay.store.announcements import Announcement, State


def checks_of(services: Services, announcement: Announcement, repeats: int) -> list[str]:
    """Return parts of a preview: what it repeats, and what of it to look at.

    Args:
        services: the parts of the relay.
        announcement: the new one.
        repeats: the number of what it repeats; 0 for nothing.
    """
    original = services.store.announcements.get(repeats) if repeats else None
    if original is None:
        return []
    say = services.words.say
    lines = [_of(services, original)]
    posted = original.posted_at or original.created_at
    lines += [
        say("again-day", words=words, meant=services.time.day(meant), over=over)
        for words, meant, over in _days_to_check(services, announcement.text, posted)
    ]
    links = dict.fromkeys(
        announcement.text[link.start : link.end] for link in find_links(announcement.text)
    )
    if links:
        listed = "\n".join(f"• {link}" for link in links)
        lines.append(say("again-links", links=listed, count=len(links)))
    return ["\n".join(lines)]


def is_over(services: Services, announcement: Announcement) -> bool:
    """Whether it is the post of a meeting that is over or called off."""
    meeting = services.store[Meetings].get(announcement.id)
    if meeting is None:
        return False
    return meeting.is_cancelled or next_occurrence(meeting, services.clock.now()) is None


def _of(services: Services, original: Announcement) -> str:
    say, number = services.words.say, str(original.id)
    when = services.time.spoken(original.posted_at or original.created_at)
    meeting = services.store[Meetings].get(original.id)
    if original.state is State.RETRACTED:
        return say("again-of-retracted", number=number, when=when)
    if meeting is not None:
        following = next_occurrence(meeting, services.clock.now())
        date = following or as_usual(meeting, meeting.start)
        begins = start_said(services.time, date.start, date.times)
        return say("again-of-meeting", number=number, when=begins)
    corrected = services.store.operations.was_corrected(original.id)
    return say("again-of", number=number, when=when, corrected="yes" if corrected else "no")


def _days_to_check(
    services: Services, text: str, posted: datetime
) -> Iterator[tuple[str, datetime, str]]:
    """The words for days that are over or mean another day by now, and which day they meant."""
    zone, words = services.time.zone, vocabulary()
    then, today = posted.astimezone(zone).date(), services.clock.now().astimezone(zone).date()
    now = {day.at: day.day for day in find_days(text, today, words)}
    told = set()
    for day in find_days(text, then, words):
        said, meant = text[slice(*day.at)].strip(), day.last or day.day
        if meant is None or said in told:
            continue
        over = meant < today
        if over or now.get(day.at, meant) not in (None, day.day):
            told.add(said)
            yield said, _noon(meant, services), "yes" if over else "no"


def _noon(day: date, services: Services) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=services.time.zone)
