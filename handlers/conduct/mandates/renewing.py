"""`moderators renew 3`: an admin proposes that a moderator goes on for another term."""

from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.conduct.mandates.naming import ask_person, say_which_branch, term
from handlers.conduct.mandates.preview import MandatePreview
from handlers.conduct.mandates.words import MandateWords
from handlers.conduct.proposals.asking import ask_admins, named, where
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.mandates.moderators import Mandate, Origin
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind


class ConfirmRenewal(MandatePreview):
    """Whose term an admin would have renewed is shown.

    Attributes:
        branch: slug.
        mandate: number.
        until: when the new term ends, in ISO 8601.
        day: its last day, as it was shown.
    """

    name: ClassVar[str] = "conduct.renew"

    branch: str
    mandate: int
    until: str
    day: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Ask the other admins."""
        heard.leave()
        services = heard.services
        mandate = services.moderators.numbered(self.branch, self.mandate)
        if self.branch not in services.slugs_of(heard.person) or mandate is None:
            await heard.say("mandate-number-unknown", number=str(self.mandate))
            return
        if (why := why_not(services, heard.person, mandate, ProposalKind.RENEW)) is not None:
            await heard.say(why, branch=services.branches[self.branch].name)
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
    if branch is None:
        await say_which_branch(heard)
        return
    mandate = None if number is None else services.moderators.numbered(branch.slug, number)
    if mandate is None:
        await heard.say("mandate-number-unknown", number="–" if number is None else str(number))
        return
    if words.is_unclear or words.groups:
        await heard.say("mandate-renew-how", number=str(mandate.number))
        return
    if (why := why_not(services, heard.person, mandate, ProposalKind.RENEW)) is not None:
        await heard.say(why, branch=branch.name)
        return
    longest = branch.conduct.longest_term_months
    months = words.months or branch.conduct.term_months
    if months > longest:
        await heard.say("mandate-too-long", months=longest)
        return
    ends = term(services, months)
    sent = await heard.say(
        "mandate-renew-preview",
        name=named(services, mandate.name),
        where=where(services, branch.slug, mandate.groups),
        until=ends["day"],
    )
    heard.enter(
        ConfirmRenewal(branch=branch.slug, mandate=mandate.number, **ends, preview=sent.delivery)
    )


def why_not(services: Services, author: str, mandate: Mandate, kind: ProposalKind) -> str | None:
    """Return the message that says why an admin can propose nothing about a mandate, or None."""
    person = mandate.person
    if person is None or mandate.origin is Origin.SETTINGS:
        return "mandate-of-settings"
    if person == author:
        return "mandate-not-your-own"
    if not services.two_admins.can_come_about(mandate.branch, person):
        return "mandate-too-few-admins"
    if services.two_admins.about(person, mandate.branch, kind) is not None:
        return "mandate-proposed-already"
    return None
