"""Saying when a meeting is, always with the weekday and on the clocks of its own zone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names
from babel.lists import format_list

from handlers.services import Services
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import as_usual, last_occurrence, next_occurrence
from relay.meetings.saying import doors_said
from relay.time.clock import BranchTime
from relay.time.patterns import DAY_CODES

_POSITION = "BYSETPOS"
_NTHS = frozenset({"1", "2", "3", "4", "5", "-1", "+1", "+2", "+3", "+4", "+5"})


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
        return date_of(services, as_usual(meeting, meeting.start))
    return recurring(services, meeting.start, meeting.rule, meeting.local_zone, meeting.length)


def recurring(
    services: Services,
    start: datetime,
    rule: str,
    zone: ZoneInfo,
    length: timedelta | None = None,
) -> str:
    """Return `First Thursday of every month at 7 pm, from Thursday 3 December at 7 pm`.

    Args:
        services: the wording and the clock.
        start: of the first date, aware.
        rule: RFC 5545.
        zone: the meeting's.
        length: of each date, None where nobody said.
    """
    say, first = services.words.say, spoken(services, start, zone)
    parts = _parts(rule)
    often = how_often(services, start, rule, zone, length)
    said = say("meeting-when-recurring", rule=often, first=first)
    if until := parts.get("UNTIL"):
        noon = datetime.strptime(f"{until[:8]}12", "%Y%m%d%H").replace(tzinfo=zone)
        last = BranchTime(zone, services.words, services.clock).day(noon)
        return say("meeting-when-until", when=said, last=last)
    if count := parts.get("COUNT"):
        return say("meeting-when-times", when=said, count=int(count))
    return said


def how_often(
    services: Services, start: datetime, rule: str, zone: ZoneInfo, length: timedelta | None
) -> str:
    """Return `First Thursday of every month at 7 pm until 9 pm`, without its first and last date.

    For the arguments see `recurring`.
    """
    time = BranchTime(zone, services.words, services.clock)
    hours = time.time(start)
    if length is not None:
        end = time.ending(start, start + length)
        hours = services.words.say("date-until", when=hours, end=end)
    return _beat(services, start, _parts(rule), zone, hours)


def coming(services: Services, meeting: Meeting) -> Occurrence | None:
    """Return the date people mean when they name a meeting now: the next, else the last."""
    now = services.clock.now()
    return next_occurrence(meeting, now) or last_occurrence(meeting, now)


def date_of(services: Services, occurrence: Occurrence) -> str:
    """Return one date of a meeting as people say it, with its end where that is known."""
    zone = occurrence.meeting.local_zone
    time = BranchTime(zone, services.words, services.clock)
    return time.span(occurrence.start, occurrence.until)


def doors_of(services: Services, occurrence: Occurrence) -> str:
    """Return `Doors open at 6:30 pm`; nothing where that is not known."""
    return doors_said(services.words, occurrence)


def _parts(rule: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in rule.upper().split(";"))


def _beat(
    services: Services, start: datetime, parts: Mapping[str, str], zone: ZoneInfo, time: str
) -> str:
    """How often, without the last date."""
    say, local = services.words.say, start.astimezone(zone)
    locale = services.words.locale.replace("-", "_")
    every, days = int(parts.get("INTERVAL", "1")), parts.get("BYDAY", "")
    names = [
        get_day_names(locale=locale)[DAY_CODES.index(one[-2:])] for one in days.split(",") if one
    ]
    match parts.get("FREQ"):
        case "DAILY" if every == 1:
            return say("meeting-every-day", time=time)
        case "WEEKLY":
            day = format_list(names or [format_date(local, "EEEE", locale=locale)], locale=locale)
            if every == 1:
                return say("meeting-every-week", day=day, time=time)
            return say("meeting-every-weeks", count=every, day=day, time=time)
        case "MONTHLY" if days and len(set(names)) == 1:
            places = [code[:-2] or parts.get(_POSITION, "") for code in days.split(",")]
            if set(places) <= _NTHS:
                nths = [say("meeting-nth", nth=int(place)) for place in places]
                nth = format_list(nths, locale=locale).capitalize()
                return say("meeting-every-nth", count=every, nth=nth, day=names[0], time=time)
        case "MONTHLY" if parts.get("BYMONTHDAY") == "-1":
            return say("meeting-every-month-end", count=every, time=time)
        case "MONTHLY" if not days:
            return say("meeting-every-month", count=every, day=str(local.day), time=time)
        case "YEARLY" if not days and every == 1:
            day = format_date(local, "d MMMM", locale=locale)
            return say("meeting-every-year", day=day, time=time)
    return say("meeting-every-else", time=time)
