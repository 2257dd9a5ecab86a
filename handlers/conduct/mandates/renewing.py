"""`moderators renew 3`: an admin proposes that a moderator goes on for another term."""

from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.conduct.mandates.changing import MandateChange, find_mandate, why_not
from handlers.conduct.mandates.naming import ask_person, find_term
from handlers.conduct.mandates.words import MandateWords
from handlers.conduct.proposals.asking import ask_admins, named, where
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind


class ConfirmRenewal(MandateChange):
    """Whose term an admin would have renewed is shown.

    Attributes:
        until: when the new term ends, in ISO 8601.
        day: its last day, as it was shown.
    """

    name: ClassVar[str] = "conduct.renew"

    until: str
    day: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Ask the other admins."""
        heard.leave()
        mandate = await self.still_there(heard, ProposalKind.RENEW)
        if mandate is None:
            return
        said = {
            "mandate": self.mandate,
            "name": mandate.name,
            "groups": list(mandate.groups),
            "until": self.until,
            "day": self.day,
            "both": mandate.both,
        }
        proposal = await ask_admins(
            heard, RENEWING, self.branch, ProposalKind.RENEW, mandate.person, said
        )
        await heard.say("mandate-proposed", number=str(proposal.number))


@dataclass(frozen=True)
class Renewing:
    """A moderator's term is to end later."""

    def shown(self, speaking: Services, proposal: AdminProposal) -> str:
        """Return whose, and until when."""
        said = proposal.said
        return speaking.words.say(
            "mandate-renew-shown",
            name=named(speaking, str(said["name"])),
            branch=speaking.branches[proposal.branch].name,
            until=said["day"],
        )

    def agreed(self, services: Services, proposal: AdminProposal) -> str:
        """Ask the person, if they still moderate."""
        number = int(proposal.said["mandate"])
        if services.moderators.numbered(proposal.branch, number) is None:
            services.two_admins.table.forget(proposal)
            return "mandate-over-meanwhile"
        ask_person(services, proposal)
        return "mandate-person-asked"

    def refused(self, services: Services, proposal: AdminProposal) -> None:
        """They know when their term ends; nothing has changed."""

    def unanswered(self, services: Services, proposal: AdminProposal) -> None:
        """Tell whoever was asked to go on."""
        if proposal.accepting and proposal.person and proposal.branch in services.branches:
            branch = services.branches[proposal.branch].name
            tell_unasked(services, proposal.person, "moderate-unanswered", branch=branch)


RENEWING = Renewing()


async def propose_renewal(heard: HeardMessage, number: int | None, words: MandateWords) -> None:
    """Show an admin whose term would be renewed, and ask."""
    services, branch = heard.services, words.branch
    mandate = await find_mandate(heard, number, branch)
    if mandate is None or branch is None:
        return
    if words.is_unclear or words.groups:
        await heard.say("mandate-renew-how", number=str(mandate.number))
        return
    if (why := why_not(services, heard.person, mandate, ProposalKind.RENEW)) is not None:
        await heard.say(why, branch=branch.name)
        return
    ends = await find_term(heard, branch, words)
    if ends is None:
        return
    sent = await heard.say(
        "mandate-renew-preview",
        name=named(services, mandate.name),
        where=where(services, branch.slug, mandate.groups),
        until=ends["day"],
    )
    heard.enter(
        ConfirmRenewal(branch=branch.slug, mandate=mandate.number, **ends, preview=sent.delivery)
    )
