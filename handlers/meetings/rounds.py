"""What happens by itself: questions nobody answered end, meetings come up, reminders go out."""

from dataclasses import replace

from handlers.meetings.facts import STATES, Facts
from handlers.meetings.show import forget
from handlers.meetings.speaking import MeetingSpeaker
from handlers.services import Services
from relay.meetings.meeting import MeetingState
from relay.meetings.reminders import Reminders


class MeetingRounds:
    """Goes round before the announcements' rounds, which end what has expired without a word.

    Each round may be repeated and changes nothing twice.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._reminders = Reminders(
            services.store, services.clock, services.branches, MeetingSpeaker(services)
        )

    def go(self) -> None:
        """End, settle and remind, each in transactions of its own."""
        self.end_expired()
        self.settle()
        self._reminders.tick()

    def end_expired(self) -> None:
        """Tell people that a meeting they had begun was dropped."""
        services = self._services
        for conversation in services.store.conversations.expired(services.clock.now()):
            if conversation.name in STATES:
                with services.store.transaction():
                    services.store.conversations.end(conversation.person)
                    forget(services, Facts.of(conversation))
                    services.tell(conversation.person, "meeting-expired")

    def settle(self) -> None:
        """Make what was posted a meeting that everybody sees, and forget what was dropped."""
        services, now = self._services, self._services.clock.now()
        for meeting, state in services.store.meetings.undecided():
            with services.store.transaction():
                if state != "posted":
                    services.store.meetings.discard(meeting.id)
                    continue
                scheduled = replace(meeting, state=MeetingState.SCHEDULED, changed_at=now)
                services.store.meetings.save(scheduled)
                self._reminders.replan(scheduled)
        for meeting in services.store.meetings.retracted(now):
            with services.store.transaction():
                cancelled = replace(
                    meeting,
                    state=MeetingState.CANCELLED,
                    sequence=meeting.sequence + 1,
                    changed_at=now,
                )
                services.store.meetings.save(cancelled)
                self._reminders.replan(cancelled)
