"""What every request about a published meeting has: its date, and what it makes of the meeting."""

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from relay.meetings.meeting import Change, Meeting, Occurrence
from relay.meetings.recurrence import next_occurrence, occurrence_of, with_change


class Request(BaseModel):
    """What somebody asks for.

    Attributes:
        kind: what it is called where it is stored, and in the audit.
        date: the one date of a recurring meeting that was shown, by when the rule puts it: the next
            one may be another by the time of the yes.
        needs_two: whether another admin has to agree in a branch that wants that.
    """

    needs_two: ClassVar[bool] = True

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    kind: str
    date: datetime | None = None

    def date_in(self, meeting: Meeting, now: datetime) -> Occurrence | None:
        """Return the date it is about, None where it is over or off.

        Args:
            meeting: as it is.
            now: aware.
        """
        if self.date is None or not meeting.recurs or self.is_about_all:
            return next_occurrence(meeting, now)
        date = occurrence_of(meeting, self.date)
        return None if date is None or date.cancelled or date.end <= now else date

    @property
    def is_about_all(self) -> bool:
        """Whether it is about every date, whichever was shown."""
        return False


class MeetingChange(Request):
    """A change of the meeting itself.

    Attributes:
        is_on_card: whether the card shows it: then all has to be posted anew, since phones keep the
            card of a post that is edited.
    """

    is_on_card: ClassVar[bool] = False

    def completes(self, date: Occurrence) -> bool:
        """Whether people learn what was to be confirmed, and nothing that they knew changes.

        Args:
            date: the one it is about, as it is.
        """
        return False

    def applied(self, meeting: Meeting, date: Occurrence) -> Meeting:
        """Return the meeting with the change, its version as it was.

        Args:
            meeting: as it is.
            date: the one it is about; see `date_in`.
        """
        raise NotImplementedError


def standing(meeting: Meeting, date: Occurrence) -> Change:
    """Return how one date differs already."""
    differing = (one for one in meeting.changes if one.original == date.original)
    return next(differing, Change(date.original, date.start))


def differing(meeting: Meeting, change: Change) -> Meeting:
    """Return a meeting of which one date differs so."""
    return replace(meeting, changes=with_change(meeting, change))
