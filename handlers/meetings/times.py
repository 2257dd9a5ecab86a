"""Saying when a meeting is, always with the weekday and on the clocks of its own zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from handlers.services import Services
from relay.clock import BranchTime
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import last_occurrence, next_occurrence

_POSITION = "BYSETPOS"


def spoken(services: Services, moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment as people of a zone say it.

    Args:
        services: the wording and the clock.
        moment: aware.
        zone: the meeting's.
    """
    return BranchTime(zone, services.words, services.clock).spoken(moment)


def other_half(services: Services, moment: datetime, zone: ZoneInfo) -> str:
    """Return the same clock time in the other half of the same day, as people say it."""
    local = moment.astimezone(zone)
    return spoken(services, local.replace(hour=(local.hour + 12) % 24), zone)


def when_of(services: Services, meeting: Meeting) -> str:
    """Return when a meeting is: its date, or how often and from when."""
    if meeting.rule is None:
        return spoken(services, meeting.start, meeting.local_zone)
    return recurring(services, meeting.start, meeting.rule, meeting.local_zone)


def recurring(services: Services, start: datetime, rule: str, zone: ZoneInfo) -> str:
    """Return `First Thursday of every month at 7 pm, from Thursday 3 December at 7 pm`."""
    first = spoken(services, start, zone)
    return services.words.say(
        "meeting-when-recurring", rule=_rule(services, start, rule, zone), first=first
    )


def coming(services: Services, meeting: Meeting) -> Occurrence | None:
    """Return the date people mean when they name a meeting now: the next, else the last."""
    now = services.clock.now()
    return next_occurrence(meeting, now) or last_occurrence(meeting, now)


def date_of(services: Services, occurrence: Occurrence) -> str:
    """Return one date of a meeting as people say it."""
    return spoken(services, occurrence.start, occurrence.meeting.local_zone)


def _rule(services: Services, start: datetime, rule: str, zone: ZoneInfo) -> str:
    say = services.words.say
    parts = dict(piece.split("=", 1) for piece in rule.upper().split(";"))
    local = start.astimezone(zone)
    time = BranchTime(zone, services.words, services.clock).time(start)
    day = format_date(local, "EEEE", locale=services.words.locale.replace("-", "_"))
    every, days = int(parts.get("INTERVAL", "1")), parts.get("BYDAY", "")
    match parts.get("FREQ"):
        case "DAILY" if every == 1:
            return say("meeting-every-day", time=time)
        case "WEEKLY" if every == 1 and "," not in days:
            return say("meeting-every-week", day=day, time=time)
        case "WEEKLY" if "," not in days:
            return say("meeting-every-weeks", count=every, day=day, time=time)
        case "MONTHLY" if every == 1 and days and "," not in days:
            nth = days[:-2] or parts.get(_POSITION, "")
            if nth in {"1", "2", "3", "4", "5", "-1", "+1", "+2", "+3", "+4", "+5"}:
                return say("meeting-every-month-nth", nth=int(nth), day=day, time=time)
    return say("meeting-every-else", time=time)
