"""What a meeting becomes by a change."""

from datetime import UTC, datetime, timedelta

from catalogues import CHANGED, NOW, changed, meeting

from relay.meetings.changes import Move
from relay.meetings.meeting import MeetingState
from relay.meetings.recurrence import occurrence_of, occurrences

THURSDAY = datetime(2026, 11, 26, 19, tzinfo=UTC)
FRIDAY = THURSDAY + timedelta(days=1)
SATURDAY = THURSDAY + timedelta(days=2)


def test_a_single_date_that_was_moved_remembers_what_people_were_told() -> None:
    once = changed(meeting(12, start=THURSDAY), Move(start=FRIDAY))
    (date,) = occurrences(once, NOW, NOW + timedelta(days=30))
    assert (date.start, date.planned, date.is_moved) == (FRIDAY, THURSDAY, True)
    # It is still named by its start: reminders and followers hang on that.
    assert date.original == FRIDAY
    assert occurrence_of(once, FRIDAY) == date
    again = changed(once, Move(start=SATURDAY))
    (date,) = occurrences(again, NOW, NOW + timedelta(days=30))
    assert (date.start, date.planned) == (SATURDAY, THURSDAY)
    back = changed(again, Move(start=THURSDAY))
    (date,) = occurrences(back, NOW, NOW + timedelta(days=30))
    assert (date.start, date.is_moved) == (THURSDAY, False)


def test_what_nobody_was_told_is_no_move() -> None:
    draft = meeting(12, start=THURSDAY, state=MeetingState.DRAFT)
    assert changed(draft, Move(start=FRIDAY)).changes == ()
    same = changed(meeting(12, start=THURSDAY), Move(start=THURSDAY))
    assert same.changes == ()
    assert same.changed_at == NOW != CHANGED


def test_another_rule_forgets_single_dates() -> None:
    once = changed(meeting(12, start=THURSDAY), Move(start=FRIDAY))
    weekly = changed(once, Move(start=FRIDAY, rule="FREQ=WEEKLY"))
    assert weekly.changes == ()
    assert not any(one.is_moved for one in occurrences(weekly, NOW, NOW + timedelta(days=30)))
