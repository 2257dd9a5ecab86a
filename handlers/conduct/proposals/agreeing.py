"""`agree 41275`, `refuse 41275` and thumbs: admins answer what is proposed about conduct."""

from typing import Any

from handlers.conduct.proposals.kinds import KINDS
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import is_thumb, read_number
from handlers.services import Services
from relay.conduct.tables.admin_proposals import AdminProposal
from relay.conduct.two_admins import Decided

conduct_agreeing = Router("conduct_agreeing")


def names_proposal(heard: HeardMessage) -> bool:
    """Whether the number is that of a proposal which waits for this admin, and nothing follows."""
    return _named(heard) is not None


@conduct_agreeing.command("agree", new, names_proposal, may=admin)
async def agree(heard: HeardMessage) -> None:
    """Count a yes."""
    if (proposal := _named(heard)) is not None:
        await _say_yes(heard, proposal)


@conduct_agreeing.command("refuse", new, names_proposal, may=admin)
async def refuse(heard: HeardMessage) -> None:
    """Drop it."""
    if (proposal := _named(heard)) is not None:
        await _say_no(heard, proposal)


def is_answer(heard: HeardReaction) -> bool:
    """Whether a thumb is put on a proposal that waits."""
    return _reacted_to(heard) is not None


@conduct_agreeing.reaction(is_answer)
async def answer_by_thumb(heard: HeardReaction) -> None:
    """A thumb up agrees, one down refuses."""
    proposal = _reacted_to(heard)
    if proposal is None:
        return
    if is_thumb(heard.signal.message.emoji):
        await _say_yes(heard, proposal)
    else:
        await _say_no(heard, proposal)


def tell_admins(services: Services, proposal: AdminProposal, message: str, but: str = "") -> None:
    """Tell all admins who were shown a proposal, and who made it if they are one."""
    told = dict.fromkeys((*proposal.shown, proposal.author))
    voters = services.two_admins.voters(proposal.branch, proposal.person)
    for one in told:
        if one != but and one in voters:
            services.tell(one, message, number=str(proposal.number))


async def _say_yes(heard: Heard[Any], proposal: AdminProposal) -> None:
    services, number = heard.services, str(proposal.number)
    decided = services.two_admins.agree(proposal, heard.person)
    if decided is Decided.ENOUGH:
        latest = services.two_admins.table.numbered(proposal.number)
        assert latest is not None  # noqa: S101 -- it was kept just now
        tell_admins(services, latest, "mandate-decided", but=heard.person)
        message = KINDS[proposal.kind].agreed(services, latest)
        await heard.say(message, number=number)
    elif decided is Decided.COUNTED:
        await heard.say("mandate-counted", number=number)
    elif decided is Decided.AGAIN:
        await heard.say("mandate-yours-already", number=number)
    else:
        await heard.say("mandate-about-you", number=number)


async def _say_no(heard: Heard[Any], proposal: AdminProposal) -> None:
    services, number = heard.services, str(proposal.number)
    if heard.person not in services.two_admins.voters(proposal.branch, proposal.person):
        await heard.say("mandate-about-you", number=number)
        return
    services.two_admins.table.forget(proposal)
    tell_admins(services, proposal, "mandate-decided-not", but=heard.person)
    KINDS[proposal.kind].refused(services, proposal)
    await heard.say("mandate-dropped", number=number)


def _named(heard: HeardMessage) -> AdminProposal | None:
    number, rest = read_number(heard.typed.rest)
    if number is None or rest:
        return None
    waiting = heard.services.two_admins.waiting(heard.services.slugs_of(heard.person))
    return next((one for one in waiting if one.number == number), None)


def _reacted_to(heard: HeardReaction) -> AdminProposal | None:
    services, reaction = heard.services, heard.signal.message
    if not heard.gives_thumb:
        return None
    for proposal in services.two_admins.waiting(services.slugs_of(heard.person)):
        if services.is_on(reaction, proposal.shown.get(heard.person)):
            return proposal
    return None
