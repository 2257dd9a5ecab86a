"""A meeting as the groups, the public and members read it."""

from collections.abc import Sequence

from handlers.meetings.times import begins_of, date_of, doors_of, when_of
from handlers.services import Services
from relay.meetings.meeting import Meeting, Occurrence, Paper, Place
from relay.meetings.recurrence import as_usual, next_occurrence
from relay.meetings.saying import money_said, programme_said

ANSWERS = ("rsvp-answer-yes", "rsvp-answer-no", "rsvp-answer-maybe")
"""Of a question who is coming, in this order."""

_LONGEST = 100
"""UTF-16 units of a question; Signal's apps show no poll with a longer one."""


def group_text(services: Services, meeting: Meeting) -> str:
    """Return all about a meeting, as its post in the groups says it."""
    say = services.words.say
    title = "meeting-text-cancelled" if meeting.is_cancelled else "meeting-text-title"
    facts = [say(title, title=meeting.title), *_when(services, meeting)]
    if meeting.reason:
        facts.append(say("meeting-text-reason", reason=meeting.reason))
    facts += _place(services, _current_place(services, meeting))
    facts += conditions(services, meeting)
    if meeting.contact:
        facts.append(say("meeting-text-contact", contact=meeting.contact))
    parts = ["\n".join(facts)]
    following = next_occurrence(meeting, services.clock.now()) or as_usual(meeting, meeting.start)
    if programme := programme_said(services.words, following):
        parts.append(say("meeting-text-programme", lines=programme))
    if meeting.agenda:
        parts.append(say("meeting-text-agenda", agenda=meeting.agenda))
    if meeting.papers:
        parts.append(say("meeting-text-papers", lines=paper_lines(services, meeting.papers)))
    if link := page_of(services, meeting):
        parts.append(say("meeting-text-page", link=link))
    return "\n\n".join(parts)


def reminder_text(services: Services, occurrence: Occurrence) -> str:
    """Return what the groups, and those who asked for it, read before a meeting."""
    say, meeting = services.words.say, occurrence.meeting
    now = services.clock.now()
    zone = meeting.local_zone
    days = (occurrence.start.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days > 0:
        heading = say("meeting-reminder-days", days=days, title=meeting.title)
    elif not occurrence.times.are_known:
        heading = say("meeting-reminder-today", title=meeting.title)
    else:
        hours = round((occurrence.start - now).total_seconds() / 3600)
        soon = hours <= _SOON
        message = "meeting-reminder-soon" if soon else "meeting-reminder-today"
        heading = say(message, title=meeting.title, **({"hours": hours} if soon else {}))
    lines = [heading, say("meeting-text-when", when=date_of(services, occurrence))]
    lines += filter(None, [doors_of(services, occurrence)])
    lines += _place(services, occurrence.place)
    lines += conditions(services, meeting)
    if link := page_of(services, meeting):
        lines.append(say("meeting-text-page", link=link))
    return "\n".join(lines)


def conditions(services: Services, meeting: Meeting) -> list[str]:
    """Return the lines on who can come, what it costs and where to book."""
    words, lines = services.words, []
    if meeting.access:
        lines.append(words.say("meeting-text-access", access=meeting.access))
    return [*lines, *money_said(words, meeting)]


def question_text(services: Services, date: Occurrence) -> str:
    """Return the question as people in the groups read it, no longer than Signal shows."""
    say, when, title = services.words.say, date_of(services, date), date.meeting.title
    question = say("rsvp-question", title=title, when=when)
    if _units(question) > _LONGEST:
        when = begins_of(services, date)
        question = say("rsvp-question", title=title, when=when)
    while _units(question) > _LONGEST and title:
        title = title[:-1].rstrip()
        question = say("rsvp-question", title=f"{title}…", when=when)
    return question


def missed_question_text(services: Services, occurrence: Occurrence) -> str:
    """Return what somebody reads whose phone does not show a question, because it is new."""
    say = services.words.say
    answers = " / ".join(say(answer) for answer in ANSWERS)
    return say("rsvp-missed", question=question_text(services, occurrence), answers=answers)


def spoken_place(services: Services, place: Place) -> str:
    """Return a place on one line."""
    known = [one_line(part) for part in (place.address, place.online) if part]
    return ", ".join(known) or services.words.say("meeting-place-open")


def paper_lines(services: Services, papers: Sequence[Paper]) -> str:
    """Return one line for each paper."""
    return "\n".join(
        services.words.say("meeting-text-paper-file", name=paper.name)
        if paper.url is None or paper.url == paper.name
        else services.words.say("meeting-text-paper-link", name=paper.name, link=paper.url)
        for paper in papers
    )


def page_of(services: Services, meeting: Meeting) -> str | None:
    """Return where a meeting's public page is, or None where there are no pages."""
    public = services.settings.web.public_url
    return None if public is None else f"{public}/m/{meeting.id}"


def one_line(text: str) -> str:
    """Return a text with every gap as one space; line breaks become commas."""
    return ", ".join(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _when(services: Services, meeting: Meeting) -> list[str]:
    say = services.words.say
    lines = [say("meeting-text-when", when=when_of(services, meeting))]
    following = next_occurrence(meeting, services.clock.now()) if meeting.recurs else None
    if following is not None and (following.start != meeting.start):
        lines.append(say("meeting-text-next", when=date_of(services, following)))
    shown = following or as_usual(meeting, meeting.start)
    return [*lines, *filter(None, [doors_of(services, shown)])]


def _place(services: Services, place: Place) -> list[str]:
    say = services.words.say
    lines = []
    if place.address:
        lines.append(say("meeting-text-where", place=one_line(place.address)))
    if place.online:
        lines.append(say("meeting-text-online", link=place.online))
    return lines or [say("meeting-text-where-open")]


def _current_place(services: Services, meeting: Meeting) -> Place:
    following = next_occurrence(meeting, services.clock.now())
    return meeting.place if following is None else following.place


_SOON = 3
"""Hours from which a reminder counts hours instead of naming the day."""
