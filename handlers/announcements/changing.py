"""What a change of an announcement has in common, whatever is asked about it."""

from typing import Any

from handlers.conversation.heard import Heard
from handlers.conversation.state import State
from handlers.services import Services
from relay.store.announcements import Announcement


class AnnouncementChange(State):
    """A change of what has been posted.

    Attributes:
        number: the announcement's.
    """

    number: int

    def expired(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "change-expired", number=str(self.number))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless another change takes its place."""
        if not isinstance(coming, AnnouncementChange):
            services.tell(person, "change-dropped", number=str(self.number))

    def put_down(self, services: Services, person: str) -> bool:
        """Nothing is begun before the yes."""
        return True

    async def own(self, heard: Heard[Any]) -> Announcement | None:
        """Return the announcement; None, and said, if it is no longer theirs to change."""
        announcement = heard.services.announcement_of(heard.person, self.number)
        if announcement is None:
            await heard.say("number-unknown", number=str(self.number))
        return announcement

    async def drop(self, heard: Heard[Any]) -> None:
        """End it without a change."""
        heard.leave()
        await heard.say("change-dropped", number=str(self.number))
