"""The dates of a meeting: RFC 5545 rules on the clocks of its zone, with single exceptions.

A rule is worked out in local time without a zone, and each date is then put on the clocks. So a
meeting at 7 pm stays at 7 pm on both sides of a clock change. A time that a clock change leaves out
is read with the offset before it, one that comes twice is the first of the two (RFC 5545, 3.3.5).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from relay.meetings.meeting import (
    DEFAULT_LENGTH,
    ONE_DAY,
    Change,
    Meeting,
    Occurrence,
    Times,
)
from relay.time.rules import local_dates, on_clocks, parts_of

_HORIZONS = (timedelta(days=62), timedelta(days=400), timedelta(days=9 * 366))
"""How far to look for one date; the last covers a yearly 29 February round the year 2100."""

_CLOCK_CHANGE = timedelta(hours=3)
"""More than any clocks are put back: what was counted on them may last so much longer."""

_LONGEST_SERIES = timedelta(days=30 * 366)
"""A rule that ends later is kept no longer than this."""


def occurrences(meeting: Meeting, after: datetime, before: datetime) -> Iterator[Occurrence]:
    """Yield the dates of a meeting that touch a span of time, in order; cancelled ones too.

    Args:
        meeting: once or recurring.
        after: aware; dates that end after it.
        before: aware; dates that begin before it.
    """
    changes = {change.original for change in meeting.changes if meeting.recurs}
    found = [
        as_usual(meeting, original)
        for original in _originals(meeting, after - meeting.lasts - _CLOCK_CHANGE, before)
        if original not in changes
    ]
    if meeting.recurs:
        found += [_changed(meeting, change) for change in meeting.changes]
    inside = [one for one in found if one.end > after and one.start < before]
    yield from sorted(inside, key=lambda one: (one.start, one.original))


def listed_since(occurrence: Occurrence) -> datetime | None:
    """Return when a date of a series became the first that is not over; None for the first of all.

    Cancelled dates count, as in `next_listed`.
    """
    meeting, start = occurrence.meeting, occurrence.start
    if not meeting.recurs:
        return None
    for horizon in _HORIZONS:
        before = [
            one.end
            for one in occurrences(meeting, start - horizon, start)
            if one.original != occurrence.original
        ]
        if before:
            return max(before)
        if start - horizon < meeting.start:
            return None
    return None


def next_occurrence(meeting: Meeting, now: datetime) -> Occurrence | None:
    """Return the first date that is not over and not cancelled, or None."""
    for horizon in _HORIZONS:
        for one in occurrences(meeting, now, max(now, meeting.start) + horizon):
            if not one.cancelled:
                return one
        if not meeting.recurs or meeting.is_cancelled:
            return None
    return None


def next_listed(meeting: Meeting, now: datetime) -> Occurrence | None:
    """Return the first date that is not over, even if it is cancelled: for pages, which say so."""
    for horizon in _HORIZONS:
        for one in occurrences(meeting, now, max(now, meeting.start) + horizon):
            return one
        if not meeting.recurs:
            return None
    return None


def last_occurrence(meeting: Meeting, now: datetime) -> Occurrence | None:
    """Return the latest date that is over and took place, or None."""
    if not meeting.recurs:
        one = as_usual(meeting, meeting.start)
        return one if one.end <= now and not one.cancelled else None
    for horizon in _HORIZONS:
        past = occurrences(meeting, now - horizon, now)
        over = [one for one in past if one.end <= now and not one.cancelled]
        if over:
            return over[-1]
        if now - horizon < meeting.start:
            return None
    return None


def occurrence_at(meeting: Meeting, start: datetime) -> Occurrence | None:
    """Return the date that really begins at `start`, or None where there is none (any more)."""
    span = timedelta(seconds=1)
    return next(
        (one for one in occurrences(meeting, start, start + span) if one.start == start), None
    )


def occurrence_of(meeting: Meeting, original: datetime) -> Occurrence | None:
    """Return the date that the rule puts at `original`, wherever it has been moved to."""
    for change in meeting.changes if meeting.recurs else ():
        if change.original == original:
            return _changed(meeting, change)
    found = _originals(meeting, original, original + timedelta(seconds=1))
    return next((as_usual(meeting, one) for one in found if one == original), None)


def is_over(meeting: Meeting, now: datetime) -> bool:
    """Whether no date is left that has not ended; cancelled dates count as dates."""
    return next_listed(meeting, now) is None


def ends_at(meeting: Meeting) -> datetime | None:
    """Return when the last date ends, or None for a meeting that goes on for ever."""
    ends = [_changed(meeting, change).end for change in meeting.changes if meeting.recurs]
    if meeting.rule is None:
        return as_usual(meeting, meeting.start).end
    parts = parts_of(meeting.rule)
    if "COUNT" not in parts and "UNTIL" not in parts:
        return None
    far = meeting.start + _LONGEST_SERIES
    usual = (as_usual(meeting, one).end for one in _originals(meeting, meeting.start, far))
    return max([*ends, *usual])


def with_change(meeting: Meeting, change: Change) -> tuple[Change, ...]:
    """Return a meeting's changes with one more, in the place of an earlier one for that date."""
    kept = [one for one in meeting.changes if one.original != change.original]
    return tuple(sorted([*kept, change], key=lambda one: one.original))


def as_usual(meeting: Meeting, original: datetime) -> Occurrence:
    """Return the date of a meeting that begins at `original`, with nothing else about it."""
    return _changed(meeting, Change(original, original))


def _changed(meeting: Meeting, change: Change) -> Occurrence:
    times = (change.times if meeting.recurs else None) or meeting.times
    length, doors = change.length, change.doors
    if times.are_known is meeting.times.are_known:
        # As long as the others: a date at a time, beside others that are whole days, is not.
        length = meeting.length if length is None else length
        doors = meeting.doors if doors is None else doors
    usual = DEFAULT_LENGTH if times.are_known else ONE_DAY
    end = end_after(change.start, usual if length is None else length, meeting.local_zone)
    return Occurrence(
        meeting=meeting,
        original=change.original,
        start=change.start,
        end=end,
        place=meeting.place if change.place is None else change.place,
        cancelled=meeting.is_cancelled or change.cancelled,
        reason=meeting.reason or change.reason,
        until=None if length is None or times is not Times.SET else end,
        doors=change.start - doors if doors and times.are_known else None,
        times=times,
        length=length,
    )


def end_after(start: datetime, length: timedelta, zone: ZoneInfo) -> datetime:
    """Return when something is over, aware, UTC.

    Hours are hours. What lasts a day or longer ends at its time on the clocks, as people say it
    ("Friday 7 pm until Sunday 4 pm"), also where they change in between; so are whole days counted
    in RFC 5545 (3.3.6).

    Args:
        start: aware.
        length: how long it lasts.
        zone: on whose clocks.
    """
    if length < ONE_DAY:
        return start + length
    return on_clocks(start.astimezone(zone).replace(tzinfo=None) + length, zone)


def _originals(meeting: Meeting, after: datetime, before: datetime) -> Iterator[datetime]:
    """Where the rule puts the dates from `after` until `before`, UTC."""
    if meeting.rule is None:
        yield meeting.start
        return
    zone = meeting.local_zone
    start = meeting.start.astimezone(zone)
    for local in local_dates(meeting.rule, start.replace(tzinfo=None), before.astimezone(zone)):
        # The second of the hour that comes twice can only be told apart by the start itself.
        is_first = local == start.replace(tzinfo=None, fold=0)
        moment = meeting.start if is_first else on_clocks(local, zone)
        if moment >= before:
            return
        if moment >= after:
            yield moment
