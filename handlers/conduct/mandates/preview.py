"""What an admin is shown before they propose something about a moderator."""

from typing import Any

from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services


class MandatePreview(Pending):
    """It waits for an admin's yes; after anything else nothing is proposed."""

    async def refuse(self, heard: Heard[Any]) -> None:
        """Propose nothing."""
        heard.leave()
        await heard.say("mandate-left")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was proposed."""
        services.tell(person, "mandate-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that nothing was proposed."""
        services.tell(person, "mandate-expired")

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True
