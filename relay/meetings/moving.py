"""Another time: what becomes of the end, the doors and the days that people know."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar, Literal

from relay.meetings.meeting import (
    ONE_DAY,
    Change,
    Meeting,
    MeetingState,
    Occurrence,
    Times,
)
from relay.meetings.requested import MeetingChange, differing, standing


class Move(MeetingChange):
    """Another time: of one date, of a single meeting, or of all dates with a new rule.

    Attributes:
        start: aware, UTC.
        rule: as `relay.time.rules.check_rule` takes it; None for once.
        guessed: whether nobody said if it is morning or evening.
        length: minutes that it lasts, None for as long as before.
        doors: minutes before it in which people may come, None for as many as before.
        times: how much of its hours is known then.
    """

    is_on_card: ClassVar[bool] = True

    kind: Literal["move"] = "move"
    start: datetime
    rule: str | None = None
    guessed: bool = False
    length: int | None = None
    doors: int | None = None
    times: Times = Times.SET

    @property
    def is_about_all(self) -> bool:
        """Whether there is a new rule."""
        return self.rule is not None

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return it at the other time.

        What differed for single dates of an old rule is forgotten. Of a single meeting, when people
        were first told that it would begin is kept, however often it moves, until it is back there.
        """
        if meeting.recurs and self.rule is None:
            differs = standing(meeting, date)
            moved = replace(differs, start=self.start, cancelled=False, reason="")
            length, doors, times = self._or(date, differs.length, differs.doors)
            kept = None if times is meeting.times else times
            return differing(meeting, replace(moved, length=length, doors=doors, times=kept))
        length, doors, times = self._or(date, meeting.length, meeting.doors)
        return replace(
            meeting,
            start=self.start,
            rule=self.rule,
            changes=self._first_told(meeting, date, times),
            length=length,
            doors=doors or None,
            times=times,
        )

    def completes(self, date: Occurrence) -> bool:
        """Whether the time of the day that was told is set."""
        known = date.times is Times.OPEN and self.times is not Times.OPEN and self.rule is None
        zone = date.meeting.local_zone
        return known and self.start.astimezone(zone).date() == date.first_day

    def _first_told(self, meeting: Meeting, date: Occurrence, now: Times) -> tuple[Change, ...]:
        """When people were first told that a single meeting would begin, if it moves from there."""
        if self.rule is not None or meeting.recurs or meeting.state is MeetingState.DRAFT:
            return ()
        first, times = date.planned, date.planned_times
        back = (self.start, now.are_known) == (first, times.are_known)
        if back or (self.completes(date) and not meeting.changes):
            return ()
        return (Change(first, self.start, times=None if times is now else times),)

    def _or(
        self, date: Occurrence, length: timedelta | None, doors: timedelta | None
    ) -> tuple[timedelta | None, timedelta | None, Times]:
        """What is said of the end and the doors, or else what was; also to the end of a day."""
        times = self.times
        if self.length is not None:
            length = timedelta(minutes=self.length)
        elif times is not Times.SET:
            length = None if date.times is Times.SET else date.days * ONE_DAY
        elif date.times is not Times.SET:
            local = self.start.astimezone(date.meeting.local_zone)
            since = timedelta(hours=local.hour, minutes=local.minute)
            times = Times.TO_A_DAY if date.days > 1 else times
            length = date.days * ONE_DAY - since if date.days > 1 else None
        if not times.are_known:
            return length, None, times
        return length, doors if self.doors is None else timedelta(minutes=self.doors), times
