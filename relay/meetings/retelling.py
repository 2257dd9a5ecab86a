"""What a person reads whose new phone a reminder or a question about a meeting has missed."""

from datetime import timedelta
from typing import Protocol

from relay.meetings.meeting import Occurrence
from relay.meetings.questions import is_as_asked
from relay.meetings.recurrence import is_over, occurrence_at, occurrence_of
from relay.meetings.reminders import helps, is_on
from relay.meetings.tables import Meetings, PlannedReminders, Polls
from relay.meetings.tables import polls as stored_polls
from relay.meetings.tables import reminders as stored_reminders
from relay.meetings.tables.reminders import Reminder
from relay.store import Store
from relay.time.clock import Clock


class SaysAgain(Protocol):
    """Writes what is said again; implemented by the conversations."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a group reads before a date, as in `relay.meetings.reminders.Speaker`."""

    def missed_question(self, date: Occurrence) -> str:
        """Return what was asked about a date, and how to answer without seeing the poll.

        Votes count only where the poll was put, and the apps show no poll in a direct chat
        (`handlePollCreate` in `DataMessageProcessor` of Signal-Android drops it).
        """


class MeetingRetelling:
    """Implements `relay.announcements.copies.Retells`.

    Args:
        store: what is planned, asked and sent.
        clock: the time.
        speaker: writes it.
    """

    def __init__(self, store: Store, clock: Clock, speaker: SaysAgain) -> None:
        self._store = store
        self._clock = clock
        self._speaker = speaker

    def is_told(self, topic: str) -> bool:
        """Whether it is a reminder or a question."""
        return topic.startswith((stored_reminders.TOPIC, stored_polls.TOPIC))

    def keeps_own_topic(self, topic: str) -> bool:
        """Whether it is a reminder: these are withdrawn by their topic, whoever gets them."""
        return topic.startswith(stored_reminders.TOPIC)

    def retell(self, topic: str) -> str | None:
        """Return it in words of now; None where the date is off, moved or over, or asked anew."""
        if topic.startswith(stored_reminders.TOPIC):
            sent = (one for one in self._store[PlannedReminders].sent() if one.topic == topic)
            reminder = next(sent, None)
            return None if reminder is None else self._reminder(reminder)
        poll = stored_polls.poll_of(topic)
        return None if poll is None else self._question(poll)

    def is_over(self, announcement: int) -> bool:
        """Whether it is a meeting of which no date is ahead."""
        meeting = self._store[Meetings].get(announcement)
        return meeting is not None and is_over(meeting, self._clock.now())

    def _reminder(self, reminder: Reminder) -> str | None:
        meeting = self._store[Meetings].get(reminder.meeting)
        if meeting is None or not is_on(meeting, reminder):
            return None
        date = occurrence_at(meeting, reminder.start)
        if date is None or not helps(reminder, self._clock.now()):
            return None
        return self._speaker.reminder(date, reminder.lead)

    def _question(self, poll: int) -> str | None:
        asked = self._store[Polls].get_open(poll)
        meeting = None if asked is None else self._store[Meetings].get(asked.meeting)
        if asked is None or meeting is None or not is_as_asked(meeting, asked):
            return None
        date = occurrence_of(meeting, asked.original)
        if date is None or date.start <= self._clock.now():
            return None
        return self._speaker.missed_question(date)
