"""What somebody is in the middle of who has something checked, or says that something is false."""

from typing import Any, ClassVar

from handlers.authenticity.access import branches_to_warn
from handlers.authenticity.standing import let_stand
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services


class AskWhatIsReal(State):
    """What is to be checked? It ends without a word: nothing was begun that anybody waits for."""

    name: ClassVar[str] = "real.ask"
    has_looked_at: ClassVar[bool] = True
    ends_hidden: ClassVar[bool] = True

    def expired(self, services: Services, person: str) -> None:
        """Say nothing."""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say nothing."""


class _Marking(State):
    """An admin says that something is false."""

    def expired(self, services: Services, person: str) -> None:
        """Say that nobody was warned."""
        services.tell(person, "false-expired")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless it goes on."""
        if not isinstance(coming, _Marking) and not coming.is_discreet:
            services.tell(person, "false-expired")

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True


class AskWhatIsFalse(_Marking):
    """What is false?

    Attributes:
        branch: the branch's slug.
    """

    name: ClassVar[str] = "false.ask"
    has_looked_at: ClassVar[bool] = True

    branch: str


class ConfirmFalse(_Marking, Pending):
    """The warning is shown.

    Attributes:
        branch: the branch's slug.
        text: what is false.
    """

    name: ClassVar[str] = "false.confirm"

    branch: str
    text: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Let it stand, or ask another admin."""
        heard.leave()
        if self.branch not in {one.slug for one in branches_to_warn(heard.services, heard.person)}:
            await heard.say("false-dropped")
            return
        await let_stand(heard, self.branch, self.text)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Warn nobody."""
        heard.leave()
        await heard.say("false-dropped")
