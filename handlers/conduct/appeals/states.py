"""What somebody is in the middle of who appeals, or answers an appeal."""

from typing import Any, ClassVar, Literal

from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from relay.conduct.decisions.decision import end_after

What = Literal["uphold", "shorten", "overturn"]


class AskAppeal(State):
    """Why do they think that a decision is wrong?

    Attributes:
        matter: its number.
    """

    name: ClassVar[str] = "conduct.appeal"
    ends_hidden: ClassVar[bool] = True

    matter: int

    def expired(self, services: Services, person: str) -> None:
        """Say that there is no appeal yet."""
        services.tell(person, "appeal-not-made", number=str(self.matter))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same."""
        if not coming.is_discreet and not isinstance(coming, AskAppeal):
            self.expired(services, person)


class ConfirmOutcome(Pending):
    """Whoever looks again is shown what the person will read.

    Attributes:
        matter: number of what was decided.
        what: their answer.
        days: how long it lasts then, where they shorten it.
        reason: why.
    """

    name: ClassVar[str] = "conduct.outcome"

    matter: int
    what: What
    days: int = 0
    reason: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Answer the appeal, if nobody has meanwhile and they still may."""
        services, appeals = heard.services, heard.services.appeals
        heard.leave()
        appeal = appeals.to_answer(heard.person, self.matter)
        if appeal is None or (self.what == "shorten" and not appeals.may_shorten(appeal)):
            await heard.say("appeal-answered-already", number=str(self.matter))
            return
        if self.what == "uphold":
            appeals.uphold(appeal, heard.person, self.reason)
        elif self.what == "overturn":
            appeals.overturn(appeal, heard.person, self.reason)
        else:
            begun = appeal.decision.decided or appeal.decision.created
            until = end_after(begun, self.days, services.settings.timezone)
            appeals.shorten(appeal, heard.person, until, self.reason)
        await heard.say("appeal-answer-told", number=str(self.matter))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it open."""
        heard.leave()
        await heard.say("appeal-answer-left", number=str(self.matter))

    def expired(self, services: Services, person: str) -> None:
        """Say that it is open."""
        services.tell(person, "appeal-answer-left", number=str(self.matter))

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same."""
        if not coming.is_discreet and not isinstance(coming, ConfirmOutcome):
            self.expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """It was a moderator's."""
        return True
