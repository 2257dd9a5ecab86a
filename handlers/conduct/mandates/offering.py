"""`moderate`: somebody is ready to moderate, and then accepts what two admins have agreed to.

They get a code and give it to an admin whom they know: so nobody is named who does not want it, and
no admin has to pick the right one of several people with the same name. Whether somebody has
another role they are told themselves, and nobody else.
"""

from typing import Any

from handlers.conduct.mandates.accepting import accept, accepted_by_thumb, decline
from handlers.conduct.proposals.asking import called, where
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import is_thumb
from handlers.services import Services
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.conduct.tables.mandates import Mandate

offering = Router("offering")

_ANSWERS = ("yes", "no", "both")


def is_about_moderating(heard: HeardMessage) -> bool:
    """Whether nothing follows but a word of this conversation: "moderate your tone" is a text."""
    rest = heard.typed.rest
    return not rest or any(heard.services.vocabulary.answers_with(one, rest) for one in _ANSWERS)


@offering.command(
    "moderate",
    new,
    is_about_moderating,
    section=Section.CONDUCT,
    usages=((), (Follows.YES,), (Follows.NO,), (Follows.BOTH,)),
)
async def moderate(heard: HeardMessage) -> None:
    """Say where it stands, give a code, or take the answer to what two admins ask."""
    services, rest = heard.services, heard.typed.rest
    asked = services.two_admins.asked_of(heard.person)
    says = services.vocabulary.answers_with
    if rest and says("no", rest):
        await decline(heard, asked[0] if asked else None)
    elif asked and rest:
        await accept(heard, asked[0], both=says("both", rest))
    elif asked:
        await heard.say_text(asked_text(services, asked[0]))
    elif not _may_offer(heard):
        await heard.say("moderate-members-only", command=services.vocabulary.name("groups"))
    elif held := services.moderators.held_by(heard.person):
        await _say_standing(heard, held, both=bool(rest) and says("both", rest))
    else:
        await _offer(heard, both=bool(rest) and says("both", rest))


def is_acceptance(heard: HeardReaction) -> bool:
    """Whether a thumb is put on the message that asks somebody to moderate."""
    return heard.gives_thumb and accepted_by_thumb(heard) is not None


@offering.reaction(is_acceptance)
async def accept_by_thumb(heard: HeardReaction) -> None:
    """A thumb up accepts, one down declines."""
    proposal = accepted_by_thumb(heard)
    if proposal is None:
        return
    if is_thumb(heard.signal.message.emoji):
        await accept(heard, proposal, both=False)
    else:
        await decline(heard, proposal)


def asked_text(speaking: Services, proposal: AdminProposal) -> str:
    """Return what somebody reads whom two admins ask to moderate."""
    said, kind = proposal.said, proposal.kind
    message = "moderate-asked" if kind is ProposalKind.NAME else "moderate-asked-again"
    return speaking.words.say(
        message,
        branch=speaking.branches[proposal.branch].name,
        where=where(speaking, proposal.branch, tuple(said.get("groups", ()))),
        until=said["day"],
        command=speaking.vocabulary.name("moderate"),
        standards=speaking.vocabulary.name("standards"),
    )


def _may_offer(heard: Heard[Any]) -> bool:
    services, person = heard.services, heard.person
    return services.is_member(person) or services.moderators.has_any_other_role(person)


async def _offer(heard: HeardMessage, *, both: bool) -> None:
    services, command = heard.services, heard.services.vocabulary.name("moderate")
    if services.moderators.has_any_other_role(heard.person) and not both:
        await heard.say("moderate-other-role", command=command)
        return
    code = services.moderators.offer(heard.person, called(heard), both=both)
    moderators = services.vocabulary.name("moderators")
    await heard.say("moderate-offer", code=f"{moderators} {code}", command=command)


async def _say_standing(heard: HeardMessage, held: list[Mandate], *, both: bool) -> None:
    services = heard.services
    if both:
        services.moderators.say_both(heard.person)
        held = services.moderators.held_by(heard.person)
    lines = "\n".join(mandate_line(services, one) for one in held)
    rests = any(services.moderators.waits_for_word(one) for one in held)
    await heard.say(
        "moderate-standing",
        lines=lines,
        rests="yes" if rests else "no",
        command=services.vocabulary.name("moderate"),
        resign=services.vocabulary.name("resign"),
    )


def mandate_line(services: Services, mandate: Mandate) -> str:
    """Return where somebody moderates themself, and until when."""
    until = mandate.until
    day = "" if until is None else services.time.day(services.moderators.last_day(until))
    return services.words.say(
        "moderate-line",
        branch=services.branches[mandate.branch].name,
        where=where(services, mandate.branch, mandate.groups),
        until=day or "none",
    )
