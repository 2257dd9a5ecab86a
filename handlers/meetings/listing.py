"""Which meetings there are now, and which one somebody means."""

from dataclasses import dataclass

from handlers.meetings.times import coming, date_of
from handlers.parsing import read_number
from handlers.services import Services
from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.recurrence import as_usual, next_listed, next_occurrence
from relay.meetings.tables import Meetings

MOST = 10
"""Lines of a list: more than that is not read on a phone."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks about.

    Attributes:
        meeting: None where there is none.
        number: that was typed, or None.
    """

    meeting: Meeting | None
    number: int | None


def upcoming(services: Services) -> list[Occurrence]:
    """Return the next date of every meeting that is not over, soonest first.

    A date that is off is among them until it would have been over: people still look for it. The
    one that takes place after it is there too.
    """
    now = services.clock.now()
    dates = []
    for meeting in services.store[Meetings].public(list(services.branches), now):
        listed = next_listed(meeting, now)
        dates.append(listed)
        if listed is not None and listed.cancelled:
            dates.append(next_occurrence(meeting, now))
    return sorted((one for one in dates if one is not None), key=lambda one: one.start)


def asked_about(services: Services, text: str) -> Asked:
    """Return the published meeting that a text names by its number, or else the next one."""
    number, _ = read_number(text)
    if number is not None:
        meeting = services.store[Meetings].get(number)
        known = (
            meeting is not None
            and meeting.state is not MeetingState.DRAFT
            and meeting.branch in services.branches
        )
        return Asked(meeting if known else None, number)
    following = next((one for one in upcoming(services) if not one.cancelled), None)
    return Asked(None if following is None else following.meeting, None)


def list_text(services: Services) -> str:
    """Return the answer to `meetings`."""
    say, dates = services.words.say, upcoming(services)
    if not dates:
        return say("meetings-none")
    lines = [line_of(services, date) for date in dates[:MOST]]
    if all(date.cancelled for date in dates):
        return say("meetings-all-off", lines="\n".join(lines))
    if len(dates) > MOST:
        lines.append(say("meetings-more", count=len(dates) - MOST))
    example = str(dates[0].meeting.id)
    count = len({date.meeting.id for date in dates if not date.cancelled})
    return say("meetings-list", count=count, lines="\n".join(lines), example=example)


def line_of(services: Services, date: Occurrence) -> str:
    """Return one date on one line; the branch is named where there are several."""
    meeting = date.meeting
    args = {
        "number": str(meeting.id),
        "title": meeting.title,
        "when": _when(services, date),
    }
    if len(services.settings.branches) == 1:
        message = "meetings-line-cancelled" if date.cancelled else "meetings-line"
        return services.words.say(message, **args)
    message = "meetings-line-cancelled-branch" if date.cancelled else "meetings-line-branch"
    return services.words.say(message, branch=services.branches[meeting.branch].name, **args)


def _when(services: Services, date: Occurrence) -> str:
    """When it is, and that its place is to be confirmed where that is so."""
    when = date_of(services, date)
    open_place = "place" in date.lacks and not date.cancelled
    return services.words.say("meetings-place-open", when=when) if open_place else when


def date_said(services: Services, meeting: Meeting) -> str:
    """Return the date that people mean when they name a meeting now."""
    return date_of(services, coming(services, meeting) or as_usual(meeting, meeting.start))
