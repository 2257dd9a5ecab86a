"""What a moderator is asked while they decide something."""

from typing import Any, ClassVar

from handlers.conduct.decisions.ending import carry_out
from handlers.conversation.heard import Heard
from handlers.conversation.state import Pending, State
from handlers.services import Services
from relay.conduct.decisions.decision import Decision


class FindingWho(State):
    """A matter is to be opened, or it is not known whom it is about.

    Attributes:
        matter: its number; 0 while none is open.
        keys: by which those are known who were listed, in the order of the list.
        groups: the group of each of them, by its number.
        timestamps: where messages were listed, that of each.
        text: the message that was forwarded, until a matter holds it.
    """

    name: ClassVar[str] = "decision.finding"

    matter: int = 0
    keys: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    timestamps: tuple[int, ...] = ()
    text: str = ""

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing came of it."""
        say_expired(services, person)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless it goes on."""
        if not isinstance(coming, FindingWho | Deciding) and not coming.is_discreet:
            say_expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """It was a moderator's."""
        return True


class AskMessage(FindingWho):
    """Which message is it about, or which group?"""

    name: ClassVar[str] = "decision.message"


class AskWhose(FindingWho):
    """Whose message is meant, of several with the same words?"""

    name: ClassVar[str] = "decision.whose"


class AskWho(FindingWho):
    """Whom is it about, of those in a group?"""

    name: ClassVar[str] = "decision.who"


class Deciding(State):
    """A moderator is at a decision, which nobody else sees.

    Attributes:
        decision: the number of the draft.
        opened: whether its matter was opened just for it.
        text: the message it is about, until the matter holds it.
    """

    name: ClassVar[str] = "decision.deciding"

    decision: int
    opened: bool = False
    text: str = ""

    def expired(self, services: Services, person: str) -> None:
        """Forget it, and say so."""
        if self.forget(services):
            say_expired(services, person)

    def left(self, services: Services, person: str, coming: State) -> None:
        """Forget it and say so, unless it goes on."""
        if isinstance(coming, Deciding) and coming.decision == self.decision:
            return
        if self.forget(services) and not coming.is_discreet:
            say_expired(services, person)

    def put_down(self, services: Services, person: str) -> bool:
        """Forget it."""
        self.forget(services)
        return True

    def draft(self, services: Services) -> Decision | None:
        """Return what there is of it; None where it is gone."""
        return services.deciding.decisions.draft_of(self.decision)

    def forget(self, services: Services) -> bool:
        """Forget a draft, and a matter that was opened just for it; return whether there was."""
        draft = self.draft(services)
        if draft is None:
            return False
        services.deciding.decisions.drop(draft.number)
        if self.opened:
            services.matters.erase(draft.matter)
        return True


class AskKnown(Deciding):
    """Do you know them closely, or are you part of it?"""

    name: ClassVar[str] = "decision.known"


class AskWhat(Deciding):
    """What was done, of the branch's standards?"""

    name: ClassVar[str] = "decision.what"


class AskEffect(Deciding):
    """How did it affect others?"""

    name: ClassVar[str] = "decision.effect"


class AskReasonOf(Deciding):
    """Why is it decided?"""

    name: ClassVar[str] = "decision.reason"


class AskStep(Deciding):
    """What should happen?"""

    name: ClassVar[str] = "decision.step"


class AskWhere(Deciding):
    """Out of which groups?"""

    name: ClassVar[str] = "decision.where"


class AskDays(Deciding):
    """For how many days?"""

    name: ClassVar[str] = "decision.days"


class ConfirmDecision(Deciding, Pending):
    """It is shown as the person will read it."""

    name: ClassVar[str] = "decision.confirm"

    async def accept(self, heard: Heard[Any]) -> None:
        """Decide or propose it."""
        heard.leave()
        await carry_out(heard, self.decision, self.text)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Drop it."""
        heard.leave()
        self.forget(heard.services)
        await heard.say("decision-dropped")


def say_expired(services: Services, person: str) -> None:
    """Say that nothing came of what somebody had begun to decide."""
    command = services.speaking_to(person).vocabulary.name("decide")
    services.tell(person, "decision-expired", command=command)


KINDS = (
    AskMessage,
    AskWhose,
    AskWho,
    AskKnown,
    AskWhat,
    AskEffect,
    AskReasonOf,
    AskStep,
    AskWhere,
    AskDays,
    ConfirmDecision,
)
"""All of them, for `handlers.states`."""
