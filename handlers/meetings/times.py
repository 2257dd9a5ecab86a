"""Saying when a meeting is, always with the weekday and on the clocks of its own zone."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names
from babel.lists import format_list

from handlers.services import Services
from relay.meetings.meeting import ONE_DAY, Meeting, Occurrence, Times
from relay.meetings.recurrence import as_usual, last_occurrence, next_occurrence
from relay.meetings.saying import date_said, doors_said, start_said
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
    return recurring(
        services, meeting.start, meeting.rule, meeting.local_zone, meeting.length, meeting.times
    )


def recurring(
    services: Services,
    start: datetime,
    rule: str,
    zone: ZoneInfo,
    length: timedelta | None = None,
    times: Times = Times.SET,
) -> str:
    """Return `First Thursday of every month at 7 pm, from Thursday 3 December at 7 pm`.

    Args:
        services: the wording and the clock.
        start: of the first date, aware.
        rule: RFC 5545.
        zone: the meeting's.
        length: of each date, None where nobody said.
        times: how much is known of the hours of each date.
    """
    say, time = services.words.say, BranchTime(zone, services.words, services.clock)
    first = time.spoken(start) if times.are_known else time.day(start)
    parts = _parts(rule)
    often = how_often(services, start, rule, zone, length, times)
    said = say("meeting-when-recurring", rule=often, first=first)
    if until := parts.get("UNTIL"):
        noon = datetime.strptime(f"{until[:8]}12", "%Y%m%d%H").replace(tzinfo=zone)
        last = BranchTime(zone, services.words, services.clock).day(noon)
        return say("meeting-when-until", when=said, last=last)
    if count := parts.get("COUNT"):
        return say("meeting-when-times", when=said, count=int(count))
    return said


def how_often(
    services: Services,
    start: datetime,
    rule: str,
    zone: ZoneInfo,
    length: timedelta | None,
    times: Times = Times.SET,
) -> str:
    """Return `First Thursday of every month at 7 pm until 9 pm`, without its first and last date.

    For the arguments see `recurring`.
    """
    say, beat = services.words.say, _beat(services, start, _parts(rule), zone)
    days = max(1, -(-(length or ONE_DAY) // ONE_DAY))
    if times is Times.OPEN:
        return say("meeting-every-open", rule=beat)
    if times is Times.DAYS:
        return say("meeting-every-all-day", rule=beat, count=days)
    time = BranchTime(zone, services.words, services.clock)
    hours = time.time(start)
    if length is not None and days == 1:
        end = time.ending(start, start + length)
        hours = say("date-until", when=hours, end=end)
    often = say("meeting-every-at", rule=beat, time=hours)
    return often if days == 1 else say("meeting-every-all-day", rule=often, count=days)


def coming(services: Services, meeting: Meeting) -> Occurrence | None:
    """Return the date people mean when they name a meeting now: the next, else the last."""
    now = services.clock.now()
    return next_occurrence(meeting, now) or last_occurrence(meeting, now)


def date_of(services: Services, occurrence: Occurrence) -> str:
    """Return one date of a meeting as people say it, with its end where that is known."""
    zone = occurrence.meeting.local_zone
    return date_said(BranchTime(zone, services.words, services.clock), occurrence)


def begins_of(services: Services, occurrence: Occurrence) -> str:
    """Return when one date begins, without its end."""
    time = BranchTime(occurrence.meeting.local_zone, services.words, services.clock)
    return start_said(time, occurrence.start, occurrence.times)


def doors_of(services: Services, occurrence: Occurrence) -> str:
    """Return `Doors open at 6:30 pm`; nothing where that is not known."""
    return doors_said(services.words, occurrence)


def _parts(rule: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in rule.upper().split(";"))


def _beat(services: Services, start: datetime, parts: Mapping[str, str], zone: ZoneInfo) -> str:
    """How often, without the time and the last date."""
    say, local = services.words.say, start.astimezone(zone)
    locale = services.words.locale.replace("-", "_")
    every, days = int(parts.get("INTERVAL", "1")), parts.get("BYDAY", "")
    names = [
        get_day_names(locale=locale)[DAY_CODES.index(one[-2:])] for one in days.split(",") if one
    ]
    match parts.get("FREQ"):
        case "DAILY" if every == 1:
            return say("meeting-every-day")
        case "WEEKLY":
            day = format_list(names or [format_date(local, "EEEE", locale=locale)], locale=locale)
            if every == 1:
                return say("meeting-every-week", day=day)
            return say("meeting-every-weeks", count=every, day=day)
        case "MONTHLY" if days and len(set(names)) == 1:
            places = [code[:-2] or parts.get(_POSITION, "") for code in days.split(",")]
            if set(places) <= _NTHS:
                nths = [say("meeting-nth", nth=int(place)) for place in places]
                nth = format_list(nths, locale=locale).capitalize()
                return say("meeting-every-nth", count=every, nth=nth, day=names[0])
        case "MONTHLY" if parts.get("BYMONTHDAY") == "-1":
            return say("meeting-every-month-end", count=every)
        case "MONTHLY" if not days:
            return say("meeting-every-month", count=every, day=str(local.day))
        case "YEARLY" if not days and every == 1:
            day = format_date(local, "d MMMM", locale=locale)
            return say("meeting-every-year", day=day)
    return say("meeting-every-else")
