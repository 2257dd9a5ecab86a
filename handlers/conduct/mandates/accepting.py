"""The yes or no of somebody whom two admins ask to moderate."""

from datetime import datetime
from typing import Any

from handlers.conduct.proposals.asking import named, record
from handlers.conversation.heard import Heard, HeardReaction
from handlers.services import Services
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind


def accepted_by_thumb(heard: HeardReaction) -> AdminProposal | None:
    """Return what a thumb is put on, of what somebody is asked to accept; None for nothing."""
    services = heard.services
    for proposal in services.two_admins.asked_of(heard.person):
        if services.is_on(heard.signal.message, proposal.shown.get(heard.person)):
            return proposal
    return None


async def accept(heard: Heard[Any], proposal: AdminProposal, *, both: bool) -> None:
    """Let somebody moderate, or go on; not if they have another role and have not said both.

    Args:
        heard: the yes.
        proposal: what two admins have agreed to.
        both: whether they say that they do it beside another role.
    """
    services, said, branch = heard.services, proposal.said, proposal.branch
    both = both or bool(said.get("both"))
    if branch not in services.branches:
        services.two_admins.table.forget(proposal)
        await heard.say("moderate-nothing", command=services.vocabulary.name("moderate"))
        return
    if services.moderators.has_other_role(heard.person, branch) and not both:
        await heard.say("moderate-other-role-now", command=services.vocabulary.name("moderate"))
        return
    until = datetime.fromisoformat(said["until"])
    services.two_admins.table.forget(proposal)
    if proposal.kind is ProposalKind.RENEW:
        mandate = services.moderators.numbered(branch, int(said["mandate"]))
        if mandate is None or mandate.person != heard.person:
            await heard.say("moderate-over", command=services.vocabulary.name("moderate"))
            return
        mandate = services.moderators.renew(mandate, until)
        record(services, proposal.agreed, "renew-mandate", branch, mandate.number)
    else:
        mandate = services.moderators.begin(
            branch,
            heard.person,
            str(said["name"]),
            groups=tuple(said["groups"]),
            until=until,
            both=both,
        )
        record(services, proposal.agreed, "name-mandate", branch, mandate.number)
    _tell_admins(services, proposal, "moderate-accepted-admins")
    await heard.say(
        "moderate-accepted",
        branch=services.branches[branch].name,
        until=said["day"],
        help=services.vocabulary.name("help"),
        resign=services.vocabulary.name("resign"),
    )


async def decline(heard: Heard[Any], proposal: AdminProposal | None) -> None:
    """Let nothing come of it, and forget the code."""
    services = heard.services
    services.moderators.table.forget_offer(heard.person)
    if proposal is not None:
        services.two_admins.table.forget(proposal)
        tell_declined(services, proposal)
    await heard.say("moderate-declined", command=services.vocabulary.name("moderate"))


def tell_declined(services: Services, proposal: AdminProposal) -> None:
    """Tell the admins that somebody does not want to whom they asked, or would have."""
    _tell_admins(services, proposal, "moderate-declined-admins")


def _tell_admins(services: Services, proposal: AdminProposal, message: str) -> None:
    """Tell the admins what somebody has answered whom they asked."""
    for one in services.two_admins.voters(proposal.branch, proposal.person):
        speaking = services.speaking_to(one)
        name = named(speaking, str(proposal.said.get("name", "")))
        services.tell(
            one,
            message,
            name=name,
            branch=services.branches[proposal.branch].name,
            until=proposal.said["day"],
        )
