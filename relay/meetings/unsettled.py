"""When admins are told that the time or the place of a meeting is still to be confirmed."""

from datetime import datetime, timedelta

from relay.meetings.meeting import ONE_DAY, Meeting, Occurrence
from relay.meetings.recurrence import next_occurrence
from relay.meetings.reminders import AWAKE

BEFORE = timedelta(days=3)
"""How long before a date: there is time to ask a caretaker, and for people to read the answer."""


def to_tell(meeting: Meeting, told: datetime | None, now: datetime) -> Occurrence | None:
    """Return the date of which admins are to be told now that something is open, or None.

    They are told once of a date, in the day, and of a series once; not within a day after they said
    so themselves.

    Args:
        meeting: published.
        told: the start of the date of which they were told last, None for none.
        now: aware.
    """
    date = next_occurrence(meeting, now)
    if date is None or not date.lacks or told == date.start or (told and meeting.recurs):
        return None
    due = max(date.start - BEFORE, meeting.changed_at + ONE_DAY)
    awake = now.astimezone(meeting.local_zone).hour in AWAKE
    return date if awake and due <= now < date.start else None
