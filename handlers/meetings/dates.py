"""Which one date of a recurring meeting somebody names: `cancel 12 on 7 January because …`."""

import datetime as dt
from dataclasses import dataclass

from handlers.meetings.times import date_of
from handlers.services import Services
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import as_usual, occurrences
from relay.time.days import leading_day


@dataclass(frozen=True)
class Named:
    """A date that was named.

    Attributes:
        date: None where the meeting has none on that day.
        day: as it was named.
        rest: what follows it.
    """

    date: Occurrence | None
    day: dt.date
    rest: str


def named_date(services: Services, meeting: Meeting, text: str) -> Named | None:
    """Return the date that a text begins with ("on 7 January …"), or None where it names none."""
    lead = services.vocabulary.phrase("on_date").match(text)
    if lead is None or not meeting.recurs:
        return None
    return _named(services, meeting, text[lead.end() :])


def named_date_to_move(services: Services, meeting: Meeting, text: str) -> Named | None:
    """The same for `7 January to 8 January 7pm`; without a second time it is the new one."""
    lead = services.vocabulary.phrase("from_date").match(text)
    named = _named(services, meeting, text[lead.end() :]) if lead and meeting.recurs else None
    if named is None or services.vocabulary.phrase("to_date").match(named.rest) is None:
        return None
    return named


def with_day_of(services: Services, date: Occurrence, words: str) -> str:
    """Return when it is instead: a time alone ("8pm") is meant for the same day."""
    if services.vocabulary.phrase("names_a_day").search(words) or not words.strip():
        return words
    local = date.start.astimezone(date.meeting.local_zone)
    return f"{local:%d/%m/%Y} {words}"


def no_such_date(services: Services, meeting: Meeting, day: dt.date) -> str:
    """Return the sentence that says that there is no such date, and which ones there are."""
    now, zone = services.clock.now(), meeting.local_zone
    coming = [one for one in occurrences(meeting, now, now + _AHEAD) if not one.cancelled]
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=zone)
    return services.words.say(
        "meeting-no-such-date",
        number=str(meeting.id),
        day=services.time.day(noon),
        lines="\n".join(f"• {date_of(services, one)}" for one in coming[:_SHOWN]),
    )


def one_of_several(services: Services, meeting: Meeting, text: str) -> str:
    """Return what to do where somebody cancels one day of several that are one date, or nothing."""
    lead = services.vocabulary.phrase("on_date").match(text)
    single = as_usual(meeting, meeting.start)
    if lead is None or meeting.recurs or single.days == 1:
        return ""
    now, zone = services.clock.now(), meeting.local_zone
    found = leading_day(text[lead.end() :], now=now, zone=zone, known=services.vocabulary)
    if found is None or not single.first_day <= found[0] <= single.last_day:
        return ""
    return services.words.say(
        "meeting-one-of-several-days", number=str(meeting.id), when=date_of(services, single)
    )


def _named(services: Services, meeting: Meeting, text: str) -> Named | None:
    now, zone = services.clock.now(), meeting.local_zone
    found = leading_day(text, now=now, zone=zone, known=services.vocabulary)
    if found is None:
        return None
    day, rest = found
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=zone)
    dates = [
        one
        for one in occurrences(meeting, max(now, midnight), midnight + dt.timedelta(days=1))
        if not one.cancelled and one.start.astimezone(zone).date() == day
    ]
    return Named(dates[0] if dates else None, day, rest)


_AHEAD = dt.timedelta(days=400)
_SHOWN = 4
