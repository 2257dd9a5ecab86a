"""`moderators 7KQ2MWPA`: an admin proposes somebody who has given them a code."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from handlers.conduct.mandates.offering import asked_text
from handlers.conduct.mandates.preview import MandatePreview
from handlers.conduct.mandates.words import MandateWords
from handlers.conduct.proposals.asking import ask_admins, named, where
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.conduct.tables.mandates import Offer
from relay.settings import Branch


class ConfirmNaming(MandatePreview):
    """Whom an admin would propose is shown.

    Attributes:
        branch: slug.
        code: as it was typed.
        groups: numbers; empty for all.
        until: when the term ends, in ISO 8601.
        day: its last day, as it was shown.
    """

    name: ClassVar[str] = "conduct.name"

    branch: str
    code: str
    groups: tuple[int, ...]
    until: str
    day: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Ask the other admins."""
        heard.leave()
        services = heard.services
        offer = services.moderators.offered(self.code)
        if self.branch not in services.slugs_of(heard.person) or offer is None:
            await heard.say("mandate-code-unknown")
            return
        if (why := why_not(services, heard.person, self.branch, offer.person)) is not None:
            await heard.say(why, branch=services.branches[self.branch].name)
            return
        said = {
            "name": offer.name,
            "groups": list(self.groups),
            "both": offer.both,
            "is_admin": offer.person in services.branches[self.branch].admins,
            "until": self.until,
            "day": self.day,
        }
        proposal = await ask_admins(
            heard, NAMING, self.branch, ProposalKind.NAME, offer.person, said
        )
        await heard.say("mandate-proposed", number=str(proposal.number))


@dataclass(frozen=True)
class Naming:
    """Somebody is to moderate."""

    def shown(self, speaking: Services, proposal: AdminProposal) -> str:
        """Return whom, where and until when."""
        said = proposal.said
        return speaking.words.say(
            "mandate-name-shown",
            name=named(speaking, str(said["name"])),
            branch=speaking.branches[proposal.branch].name,
            where=where(speaking, proposal.branch, tuple(said["groups"])),
            until=said["day"],
            admin="yes" if said["is_admin"] else "no",
        )

    def agreed(self, services: Services, proposal: AdminProposal) -> str:
        """Ask the person."""
        ask_person(services, proposal)
        return "mandate-person-asked"

    def refused(self, services: Services, proposal: AdminProposal) -> None:
        """Nobody else knows of it yet but whoever gave the code."""
        if proposal.person is not None:
            branch = services.branches[proposal.branch].name
            services.moderators.table.forget_offer(proposal.person)
            tell_unasked(services, proposal.person, "moderate-not-named", branch=branch)

    def unanswered(self, services: Services, proposal: AdminProposal) -> None:
        """Tell whoever waits."""
        if proposal.person is not None and proposal.branch in services.branches:
            branch = services.branches[proposal.branch].name
            tell_unasked(services, proposal.person, "moderate-unanswered", branch=branch)


NAMING = Naming()


def ask_person(services: Services, proposal: AdminProposal) -> None:
    """Ask somebody to accept what two admins have agreed to; they see it when they ask, too."""
    services.two_admins.ask_person(proposal, _shown_to_person(services, proposal))


def remind_person(services: Services, proposal: AdminProposal) -> None:
    """Ask somebody once more; a thumb counts on the newer message from then on."""
    if shown := _shown_to_person(services, proposal):
        services.two_admins.table.save(replace(proposal, shown=shown))


def _shown_to_person(services: Services, proposal: AdminProposal) -> dict[str, Any]:
    person = proposal.person
    if person is None or services.vault.hiding.has_hidden(person):
        return {}
    return {person: services.tell_text(person, lambda one: asked_text(one, proposal))}


async def propose(heard: HeardMessage, offer: Offer, code: str, words: MandateWords) -> None:
    """Show an admin whom they would propose, and ask."""
    services, branch = heard.services, words.branch
    if branch is None:
        await say_which_branch(heard)
        return
    if words.is_unclear:
        await heard.say("mandate-how", example=code)
        return
    if (why := why_not(services, heard.person, branch.slug, offer.person)) is not None:
        await heard.say(why, branch=branch.name)
        return
    is_admin = offer.person in branch.admins
    if is_admin and not words.both:
        await heard.say(
            "mandate-is-admin",
            name=named(services, offer.name),
            branch=branch.name,
            command=(heard.message.text or "").strip(),
        )
        return
    ends = await find_term(heard, branch, words)
    if ends is None:
        return
    sent = await heard.say(
        "mandate-preview",
        name=named(services, offer.name),
        branch=branch.name,
        where=where(services, branch.slug, words.groups),
        until=ends["day"],
        admin="yes" if is_admin else "no",
    )
    heard.enter(
        ConfirmNaming(
            branch=branch.slug,
            code=code,
            groups=words.groups,
            **ends,
            preview=sent.delivery,
        )
    )


async def find_term(
    heard: HeardMessage, branch: Branch, words: MandateWords
) -> dict[str, str] | None:
    """Return when a term ends that is proposed now, as it is kept and as people read it.

    Returns:
        None where it would be too long, which is said.
    """
    services, longest = heard.services, branch.conduct.longest_term_months
    months = words.months or branch.conduct.term_months
    if months > longest:
        await heard.say("mandate-too-long", months=longest)
        return None
    until = services.moderators.end_after(months)
    day = services.in_public.time.day(services.moderators.last_day(until))
    return {"until": until.isoformat(), "day": day}


def why_not(services: Services, author: str, branch: str, person: str) -> str | None:
    """Return the message that says why somebody cannot be proposed by an admin, or None."""
    if author == person:
        return "mandate-not-yourself"
    return hindered(services, branch, person, ProposalKind.NAME)


def hindered(services: Services, branch: str, person: str, kind: ProposalKind) -> str | None:
    """Return the message that says why a proposal about somebody cannot come about, or None."""
    if not services.two_admins.can_come_about(branch, person):
        return "mandate-too-few-admins"
    if services.two_admins.about(person, branch, kind) is not None:
        return "mandate-proposed-already"
    return None


async def say_which_branch(heard: HeardMessage) -> None:
    """Ask for which of their branches an admin means it."""
    branches = heard.services.branches_of(heard.person)
    names = ", ".join(branch.slug for branch in branches)
    await heard.say(
        "mandate-which-branch",
        names=names,
        command=f"{(heard.message.text or '').strip()} {branches[0].slug}",
    )
