"""What somebody is in the middle of who writes an advert, or says why one is not for the board."""

from typing import Any, ClassVar, Literal

from handlers.adverts.sending import send
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from relay.adverts.tables import Advert, Stage

What = Literal["refuse", "down"]
"""What a moderator wants of an advert: not to have it posted, or to take it down."""


class Writing(State):
    """An advert is being written, whatever is asked about it.

    Attributes:
        advert: its number.
        notes: codes of what was left out on the way in.
        may_be_read: what of somebody's own in it everybody may read.
    """

    takes_photos: ClassVar[bool] = True

    advert: int
    notes: tuple[str, ...] = ()
    may_be_read: tuple[str, ...] = ()

    def expired(self, services: Services, person: str) -> None:
        """Forget it, and say so."""
        if self._forget(services):
            services.tell(person, "advert-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Forget it, unless it goes on."""
        if isinstance(coming, Writing):
            if coming.advert != self.advert:
                self._forget(services)
        elif self._forget(services) and not coming.is_discreet:
            services.tell(person, "advert-expired")

    def put_down(self, services: Services, person: str) -> bool:
        """Forget it."""
        self._forget(services)
        return True

    def _forget(self, services: Services) -> bool:
        advert = services.adverts.table.get(self.advert)
        if advert is None or advert.stage is not Stage.DRAFT:
            return False
        services.adverts.forget(self.advert)
        return True


class AskBoard(Writing):
    """Which board is it for?"""

    name: ClassVar[str] = "advert.board"


class AskAdvertText(Writing):
    """What should it say?"""

    name: ClassVar[str] = "advert.text"


class AskPersonal(Writing):
    """May everybody read what looks like somebody's own?"""

    name: ClassVar[str] = "advert.personal"


class AskPhoto(Writing):
    """What does the photo show?"""

    name: ClassVar[str] = "advert.photo"


class ConfirmAdvert(Writing, Pending):
    """It is shown."""

    name: ClassVar[str] = "advert.confirm"

    async def accept(self, heard: Heard[Any]) -> None:
        """Have it read by a moderator, or posted."""
        heard.leave()
        await send(heard, self.advert)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Forget it."""
        heard.leave()
        self._forget(heard.services)
        await heard.say("advert-dropped")


class AskStandard(State):
    """A moderator is asked what an advert goes against.

    Attributes:
        advert: its number.
        what: whether it is not to be posted, or is to be taken down.
    """

    name: ClassVar[str] = "advert.standard"

    advert: int
    what: What = "refuse"

    def still_concerns(self, advert: Advert) -> bool:
        """Return whether an advert has not come to where there is nothing to say any more."""
        if self.what == "refuse":
            return advert.stage is Stage.ASKED
        return advert.stage not in (Stage.OVER, Stage.DRAFT)

    def expired(self, services: Services, person: str) -> None:
        """Say that it stays as it is."""
        services.tell(person, "advert-refuse-expired", number=str(self.advert))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that it stays as it is."""
        if not isinstance(coming, AskStandard) and not coming.is_discreet:
            services.tell(person, "advert-refuse-expired", number=str(self.advert))

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's or a moderator's."""
        return True
