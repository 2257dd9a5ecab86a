"""`ballot off`: a question to members is called off, and its answers are destroyed."""

from typing import Any, ClassVar

from handlers.conversation.filters import admin, new, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.parsing import read_number
from handlers.services import Services

calling_off = Router("ballots_off")


class ConfirmCallingOff(Pending):
    """Shall it be called off?

    Attributes:
        number: the ballot's.
    """

    name: ClassVar[str] = "ballots.off"

    number: int

    async def accept(self, heard: Heard[Any]) -> None:
        """Destroy the answers."""
        services = heard.services
        heard.leave()
        for branch in services.slugs_of(heard.person):
            ballot = services.mailings.ballots.of_branch(branch)
            if ballot is not None and ballot.number == self.number:
                services.mailings.ballots.forget(ballot)
                services.record(heard.person, "ballot-off", ballot.number)
                services.store.announcements.discard(ballot.number)
                await heard.say("ballot-off-done")
                return
        await heard.say("ballot-none")

    async def refuse(self, heard: Heard[Any]) -> None:
        """Let it go on."""
        heard.leave()
        await heard.say("ballot-off-kept")

    def expired(self, services: Services, person: str) -> None:
        """Say that it goes on."""
        services.tell(person, "ballot-off-kept")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that it goes on."""
        services.tell(person, "ballot-off-kept")

    def put_down(self, services: Services, person: str) -> bool:
        """It was an admin's."""
        return True


def calls_off(heard: HeardMessage) -> bool:
    """Whether what follows the command calls one off."""
    _, rest = read_number(heard.typed.rest)
    return heard.services.vocabulary.answers_with("ballot_off", rest)


@calling_off.command("ballot", new, without_files, calls_off, may=admin)
async def call_off(heard: HeardMessage) -> None:
    """Ask whether it is to be called off."""
    services = heard.services
    for branch in services.branches_of(heard.person):
        ballot = services.mailings.ballots.of_branch(branch.slug)
        if ballot is not None:
            answered = services.mailings.ballots.answered(ballot)
            sent = await heard.say("ballot-off-ask", question=ballot.question, answered=answered)
            heard.enter(ConfirmCallingOff(number=ballot.number, preview=sent.delivery))
            return
    await heard.say("ballot-none")
