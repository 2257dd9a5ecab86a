"""What the groups, and people who asked for it, read before a meeting."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.announcements.preview import groups_left_out
from handlers.meetings.texts import missed_question_text, reminder_text
from handlers.services import Services
from relay.meetings.meeting import Occurrence
from relay.store.groups import KnownGroup


class MeetingNotifier:
    """Writes reminders, and what is said again, in the words of the wording files.

    Implements `relay.meetings.reminders.Speaker` and `relay.meetings.retelling.SaysAgain`.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a group reads; how long it still is, is counted now and not from `lead`."""
        return reminder_text(self._services, date)

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a person reads."""
        end = self._services.words.say("remind-personal-end")
        return f"{reminder_text(self._services, date)}\n\n{end}"

    def not_reminded(self, date: Occurrence, closed: Sequence[KnownGroup], unknown: int) -> str:
        """Return what admins read; they can mend it, or tell people themselves."""
        return self._services.words.say(
            "reminder-failed",
            number=str(date.meeting.id),
            title=date.meeting.title,
            lines="\n".join(groups_left_out(self._services, closed, unknown)),
        )

    def missed_question(self, date: Occurrence) -> str:
        """Return what was asked, and how to answer without seeing the poll."""
        return missed_question_text(self._services, date)
