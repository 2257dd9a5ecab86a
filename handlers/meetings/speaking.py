"""What the groups, and people who asked for it, read before a meeting."""

from datetime import timedelta

from handlers.meetings.texts import reminder_text
from handlers.services import Services
from relay.meetings.meeting import Occurrence


class MeetingSpeaker:
    """Implements `relay.meetings.reminders.Speaker` in the words of the wording files."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a group reads; how long it still is, is counted now and not from `lead`."""
        return reminder_text(self._services, date)

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a person reads."""
        end = self._services.words.say("remind-personal-end")
        return f"{reminder_text(self._services, date)}\n\n{end}"
