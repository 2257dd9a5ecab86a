"""`moderators end 3: why`: two admins end a mandate, and `resign`: a moderator ends their own."""

from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.conduct.mandates.changing import MandateChange, find_mandate, why_not
from handlers.conduct.proposals.asking import MODERATOR, ask_admins, named, record
from handlers.conversation.catalogue import Section
from handlers.conversation.filters import new, whole
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.mandates.moderators import Mandate, Origin
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.groups.harmless import harmless
from relay.settings import Branch

resigning = Router("resigning")
LONGEST_REASON = 300


class ConfirmEnding(MandateChange):
    """Whose mandate an admin would have ended is shown, and what that person would read.

    Attributes:
        why: the admin's words, made harmless.
    """

    name: ClassVar[str] = "conduct.end"

    why: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Ask the other admins."""
        heard.leave()
        mandate = await self.still_there(heard, ProposalKind.END)
        if mandate is None:
            return
        said = {"mandate": self.mandate, "name": mandate.name, "why": self.why}
        proposal = await ask_admins(
            heard, ENDING, self.branch, ProposalKind.END, mandate.person, said
        )
        await heard.say("mandate-proposed", number=str(proposal.number))


class ConfirmResigning(Pending):
    """What a moderator would give up is shown."""

    name: ClassVar[str] = "conduct.resign"

    async def accept(self, heard: Heard[Any]) -> None:
        """End all mandates that two admins have given, and tell the admins."""
        heard.leave()
        services = heard.services
        held = resignable(services, heard.person)
        for mandate in held:
            services.moderators.end(mandate)
            record(services, MODERATOR, "resign-mandate", mandate.branch, mandate.number)
            tell_admins_of(services, mandate, "mandate-resigned-admins")
        await heard.say("resigned" if held else "resign-nothing")

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        await heard.say("resign-left")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing has changed."""
        services.tell(person, "resign-left")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say that nothing has changed."""
        services.tell(person, "resign-left")

    def put_down(self, services: Services, person: str) -> bool:
        """It was a moderator's."""
        return True


@dataclass(frozen=True)
class Ending:
    """A mandate is to end now."""

    def shown(self, speaking: Services, proposal: AdminProposal) -> str:
        """Return whose, and what that person would read."""
        said = proposal.said
        return speaking.words.say(
            "mandate-end-shown",
            name=named(speaking, str(said["name"])),
            branch=speaking.branches[proposal.branch].name,
            why=str(said["why"]),
        )

    def agreed(self, services: Services, proposal: AdminProposal) -> str:
        """End it, and tell the moderator why."""
        services.two_admins.table.forget(proposal)
        mandate = services.moderators.numbered(proposal.branch, int(proposal.said["mandate"]))
        if mandate is None or mandate.person is None or mandate.person != proposal.person:
            return "mandate-over-meanwhile"
        services.moderators.end(mandate)
        record(services, proposal.agreed, "end-mandate", mandate.branch, mandate.number)
        tell_unasked(
            services,
            mandate.person,
            "mandate-ended-by-admins",
            branch=services.branches[mandate.branch].name,
            why=str(proposal.said["why"]),
        )
        return "mandate-ended"

    def refused(self, services: Services, proposal: AdminProposal) -> None:
        """Whom it was about has not heard of it."""

    def unanswered(self, services: Services, proposal: AdminProposal) -> None:
        """Whom it was about has not heard of it."""


ENDING = Ending()


async def propose_ending(
    heard: HeardMessage, number: int | None, branch: Branch | None, why: str
) -> None:
    """Show an admin whose mandate would end, with what that person would read, and ask."""
    services = heard.services
    mandate = await find_mandate(heard, number, branch)
    if mandate is None or branch is None:
        return
    said = harmless(why, LONGEST_REASON, services.words.say("join-link"))
    if not any(char.isalpha() for char in said):
        await heard.say("mandate-end-how", number=str(mandate.number))
        return
    if (reason := why_not(services, heard.person, mandate, ProposalKind.END)) is not None:
        await heard.say(reason, branch=branch.name)
        return
    sent = await heard.say("mandate-end-preview", name=named(services, mandate.name), why=said)
    heard.enter(
        ConfirmEnding(branch=branch.slug, mandate=mandate.number, why=said, preview=sent.delivery)
    )


def has_mandate(heard: HeardMessage) -> bool:
    """Let through who moderates within a term, also while their rights wait."""
    return bool(heard.services.moderators.held_by(heard.person))


@resigning.command("resign", new, may=has_mandate, by=whole, section=Section.MODERATING)
async def resign(heard: HeardMessage) -> None:
    """Say what a moderator would give up, and ask."""
    services = heard.services
    held = resignable(services, heard.person)
    if not held:
        await heard.say("resign-of-settings")
        return
    names = ", ".join(dict.fromkeys(services.branches[one.branch].name for one in held))
    sent = await heard.say("resign-ask", branches=names)
    heard.enter(ConfirmResigning(preview=sent.delivery))


def resignable(services: Services, person: str) -> list[Mandate]:
    """Return the mandates of somebody that they can give up themselves."""
    held = services.moderators.held_by(person)
    return [one for one in held if one.origin is Origin.NAMED]


def tell_admins_of(services: Services, mandate: Mandate, message: str, **args: str) -> None:
    """Tell the admins of a branch something about a moderator of theirs, but not that person."""
    for one in services.two_admins.voters(mandate.branch, mandate.person):
        services.tell(
            one,
            message,
            name=named(services.speaking_to(one), mandate.name),
            branch=services.branches[mandate.branch].name,
            number=str(mandate.number),
            **args,
        )
