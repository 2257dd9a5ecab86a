"""What a meeting becomes by a change. Each returns the next version; nothing is stored or sent."""

from dataclasses import replace
from datetime import datetime, timedelta

from relay.meetings.meeting import Change, Meeting, MeetingState, Paper, Place
from relay.meetings.recurrence import occurrence_of, with_change


class NoSuchDate(ValueError):
    """A meeting has no date there."""


def moved(
    meeting: Meeting,
    start: datetime,
    *,
    now: datetime,
    rule: str | None = None,
    length: timedelta | None = None,
) -> Meeting:
    """Return a meeting at another time, all its dates if it recurs.

    Args:
        meeting: as it is.
        start: of the first date, aware.
        now: when the change is made, aware.
        rule: as `relay.time.rules.check_rule` takes it; None for once.
        length: None for the same.
    """
    return _next(replace(at(meeting, start, rule), length=length or meeting.length), now)


def at(meeting: Meeting, start: datetime, rule: str | None = None) -> Meeting:
    """Return a meeting at another time, its version as it was.

    What differed for single dates of an old rule is forgotten. Of a single date, when people were
    first told that it would begin is kept, however often it moves, until it is back there.

    Args:
        meeting: as it is.
        start: of the first date, aware.
        rule: None for once.
    """
    single, told = not meeting.recurs and rule is None, meeting.state is not MeetingState.DRAFT
    first = meeting.changes[-1].original if single and meeting.changes else meeting.start
    changes = (Change(first, start),) if single and told and start != first else ()
    return replace(meeting, start=start, rule=rule, changes=changes)


def moved_date(meeting: Meeting, original: datetime, start: datetime, *, now: datetime) -> Meeting:
    """Return a recurring meeting with one date at another time; it is on, if it was off.

    Raises:
        NoSuchDate: the rule puts no date at `original`.
    """
    return _with(meeting, replace(_change(meeting, original), start=start, cancelled=False), now)


def relocated(
    meeting: Meeting, place: Place, *, now: datetime, original: datetime | None = None
) -> Meeting:
    """Return a meeting at another place, or just one date of it.

    Raises:
        NoSuchDate: the rule puts no date at `original`.
    """
    if original is None:
        return _next(replace(meeting, place=place), now)
    return _with(meeting, replace(_change(meeting, original), place=place), now)


def with_agenda(meeting: Meeting, agenda: str, *, now: datetime) -> Meeting:
    """Return a meeting with another agenda."""
    return _next(replace(meeting, agenda=agenda), now)


def with_access(meeting: Meeting, access: str, *, now: datetime) -> Meeting:
    """Return a meeting with other words on who can come."""
    return _next(replace(meeting, access=access), now)


def with_paper(meeting: Meeting, paper: Paper, *, now: datetime) -> Meeting:
    """Return a meeting with one more paper, which gets the next position."""
    last = max((one.position for one in meeting.papers), default=0)
    papers = (*meeting.papers, replace(paper, position=last + 1))
    return _next(replace(meeting, papers=papers), now)


def cancelled(meeting: Meeting, reason: str, *, now: datetime) -> Meeting:
    """Return a meeting that is off, with all its dates."""
    return _next(replace(meeting, state=MeetingState.CANCELLED, reason=reason), now)


def cancelled_date(meeting: Meeting, original: datetime, reason: str, *, now: datetime) -> Meeting:
    """Return a recurring meeting of which one date is off.

    Raises:
        NoSuchDate: the rule puts no date at `original`.
    """
    change = replace(_change(meeting, original), cancelled=True, reason=reason)
    return _with(meeting, change, now)


def _change(meeting: Meeting, original: datetime) -> Change:
    date = occurrence_of(meeting, original)
    if date is None or not meeting.recurs:
        raise NoSuchDate(meeting.id)
    known = next((one for one in meeting.changes if one.original == original), None)
    return known or Change(original, original)


def _with(meeting: Meeting, change: Change, now: datetime) -> Meeting:
    return _next(replace(meeting, changes=with_change(meeting, change)), now)


def _next(meeting: Meeting, now: datetime) -> Meeting:
    return replace(meeting, sequence=meeting.sequence + 1, changed_at=now)
