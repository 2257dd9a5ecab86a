"""What is said of a date of a meeting in the same words wherever it stands."""

import datetime as dt

from babel.dates import format_date

from relay.language.words import Words
from relay.meetings.meeting import ONE_DAY, Meeting, Occurrence, Session, Times
from relay.meetings.recurrence import end_after
from relay.time.clock import BranchTime, clock_time

_MOMENT = dt.timedelta(microseconds=1)


def date_said(time: BranchTime, occurrence: Occurrence) -> str:
    """Return when a date is, as far as that is known; see `span_said`.

    Args:
        time: says days and times on the clocks of the meeting.
        occurrence: the date.
    """
    return span_said(time, occurrence.start, occurrence.length, occurrence.times)


def span_said(
    time: BranchTime, start: dt.datetime, length: dt.timedelta | None, times: Times
) -> str:
    """Return when something is: its time and its end, or its days.

    `Thursday 3 December at 7 pm until 9 pm`, `Saturday 5 December, all day`, `Saturday 5 December
    until Sunday 6 December, time to be confirmed`, `Saturday 5 December at 10 am until Sunday 6
    December`.

    Args:
        time: says days and times on the clocks where it is.
        start: aware.
        length: how long it lasts, as `Meeting.length`.
        times: how much of its hours is known.
    """
    until = None if length is None else end_after(start, length, time.zone)
    if times is Times.SET:
        return time.span(start, until)
    say = time.words.say
    begins = time.spoken(start) if times.are_known else time.day(start)
    last = (until or end_after(start, ONE_DAY, time.zone)) - _MOMENT
    one = last.astimezone(time.zone).date() == start.astimezone(time.zone).date()
    days = begins if one else say("date-until", when=begins, end=time.day(last))
    if times is Times.OPEN:
        return say("meeting-time-open", days=days)
    return say("meeting-all-day", day=days) if one and times is Times.DAYS else days


def start_said(time: BranchTime, start: dt.datetime, times: Times) -> str:
    """Return when something begins: its moment, or where no time is known its first day."""
    return time.spoken(start) if times.are_known else span_said(time, start, None, times)


def doors_said(words: Words, occurrence: Occurrence) -> str:
    """Return `Doors open at 6:30 pm`; nothing where nobody said when.

    Args:
        words: the wording.
        occurrence: the date.
    """
    if occurrence.doors is None:
        return ""
    time = clock_time(occurrence.doors, occurrence.meeting.local_zone, words)
    return words.say("meeting-doors", time=time)


def conditions_said(words: Words, occurrence: Occurrence) -> tuple[str, ...]:
    """Return what it costs, where to book, its programme and whom to ask, as a calendar says them.

    RFC 5545 has a CONTACT (3.8.4.2), which phones do not show; so it is said with the rest.
    """
    meeting, programme = occurrence.meeting, programme_said(words, occurrence)
    return (
        "\n".join(money_said(words, meeting)),
        words.say("meeting-text-programme", lines=programme) if programme else "",
        words.say("meeting-text-contact", contact=meeting.contact) if meeting.contact else "",
    )


def money_said(words: Words, meeting: Meeting) -> list[str]:
    """Return the lines on what it costs and where to book; none where nobody said."""
    lines = []
    if meeting.cost:
        lines.append(words.say("meeting-text-cost", cost=meeting.cost))
    if meeting.tickets:
        lines.append(words.say("meeting-text-tickets", link=meeting.tickets))
    return lines


def access_said(meeting: Meeting) -> str:
    """Return who can come and what it costs, as a card has room for it."""
    return "\n".join(part for part in (meeting.access, meeting.cost) if part)


def programme_said(words: Words, occurrence: Occurrence) -> str:
    """Return a line for each part of a date: `10:30 am Plenary`; nothing where there are none.

    Args:
        words: the wording.
        occurrence: the date.
    """
    return "\n".join(_session(words, occurrence, one) for one in occurrence.meeting.programme)


def session_begins(occurrence: Occurrence, session: Session) -> dt.datetime:
    """Return when a part of a date begins, on the clocks of its zone."""
    zone = occurrence.meeting.local_zone
    start = occurrence.start.astimezone(zone).replace(tzinfo=None)
    return (start + session.after).replace(tzinfo=zone)


def _session(words: Words, occurrence: Occurrence, session: Session) -> str:
    zone = occurrence.meeting.local_zone
    begins = session_begins(occurrence, session)
    time = clock_time(begins, zone, words)
    if begins.date() == occurrence.first_day:
        return words.say("meeting-session", time=time, what=session.what)
    day = format_date(begins, "EEEE", locale=words.locale.replace("-", "_"))
    return words.say("meeting-session-on-day", day=day, time=time, what=session.what)
