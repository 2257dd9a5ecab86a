"""What becomes of a meeting that somebody enters or changes, where they leave it unanswered."""

from handlers.conversation.state import State
from handlers.services import Services


class AboutMeeting(State):
    """What an admin is in the middle of about a meeting.

    Attributes:
        holder: the announcement that keeps files from being tidied away until it is decided.
    """

    holder: int | None = None

    def expired(self, services: Services, person: str) -> None:
        """Let go of the files, and say so."""
        self.let_go(services)
        self.say_expired(services, person)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Let go of the files unless it goes on with them, and say what is dropped."""
        if self.holder != getattr(coming, "holder", None):
            self.let_go(services)
        if not isinstance(coming, AboutMeeting) and not coming.is_discreet:
            self.say_left(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """Let go of the files."""
        self.let_go(services)
        return True

    def let_go(self, services: Services) -> None:
        """Let go of what kept the files until it was decided."""
        if self.holder is not None:
            services.store.announcements.discard(self.holder)

    def say_expired(self, services: Services, person: str) -> None:
        """Say that nobody answered in time."""
        raise NotImplementedError

    def say_left(self, services: Services, person: str) -> None:
        """Say what is dropped for something else."""
        raise NotImplementedError
