"""What meetings do when the announcement that is their post is posted, and add to its status."""

from handlers.meetings.apply import publish
from handlers.meetings.rsvp import counts_text
from handlers.services import Services
from relay.meetings.tables import Meetings


class MeetingListener:
    """Implements `handlers.conversation.listeners.AnnouncementListener`."""

    def posted(self, services: Services, number: int) -> None:
        """Put the meeting on the pages now: its link is on the way to people already."""
        meeting = services.store[Meetings].get(number)
        if meeting is not None:
            publish(services, meeting)

    def status(self, services: Services, number: int) -> str | None:
        """Return who answered the question who comes."""
        meeting = services.store[Meetings].get(number)
        return None if meeting is None else counts_text(services, meeting)
