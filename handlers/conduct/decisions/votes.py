"""`decision yes 412`, a thumb on the message: other moderators answer what one proposes.

Nobody agrees to their own. What is agreed to is what was shown: where several proposals came one
after the other in a matter, the number of the last one is typed too.
"""

from typing import Any

from handlers.conduct.decisions.deciding import say_unknown
from handlers.conduct.decisions.ending import done_text
from handlers.conduct.decisions.texts import proposal_text
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import Heard, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.parsing import is_thumb_down, read_number
from relay.conduct.decisions.decision import Decision, DecisionState
from relay.conduct.decisions.rules import Answered
from relay.language.cries import cries_out

decision_votes = Router("decision_votes")
decision_thumbs = Router("decision_thumbs")


def _answers(answer: str, heard: HeardMessage) -> bool:
    number, more = read_number(heard.further)
    return heard.goes_on_with(answer) and number is not None and not cries_out(more)


def agrees(heard: HeardMessage) -> bool:
    """Whether it is `decision yes 412`."""
    return _answers("yes", heard)


def refuses(heard: HeardMessage) -> bool:
    """Whether it is `decision no 412`."""
    return _answers("no", heard)


def stands_aside(heard: HeardMessage) -> bool:
    """Whether it is `decision pass 412`."""
    return _answers("stand_aside", heard)


def names_one(heard: HeardMessage) -> bool:
    """Whether it is `decision 412`."""
    number, more = read_number(heard.typed.rest)
    return number is not None and not more


@decision_votes.command(
    "decision",
    new,
    agrees,
    may=moderator,
    section=Section.MODERATING,
    usages=(
        (Follows.YES, Follows.NUMBER),
        (Follows.NO, Follows.NUMBER),
        (Follows.ASIDE, Follows.NUMBER),
        (Follows.NUMBER,),
    ),
)
async def agree(heard: HeardMessage) -> None:
    """Agree to what another moderator proposes."""
    waiting = await _waiting(heard)
    if waiting is not None:
        await _agree(heard, waiting)


@decision_votes.command("decision", new, refuses, may=moderator)
async def refuse(heard: HeardMessage) -> None:
    """End what another moderator proposes, or take back one's own."""
    waiting = await _waiting(heard)
    if waiting is not None:
        await _refuse(heard, waiting)


@decision_votes.command("decision", new, stands_aside, may=moderator)
async def stand_aside(heard: HeardMessage) -> None:
    """Leave it to the others: they know the person closely, or are part of it."""
    waiting = await _waiting(heard)
    if waiting is None:
        return
    services, number = heard.services, str(waiting.matter)
    answered = services.deciding.proposals.stand_aside(waiting.number, heard.person)
    if answered is Answered.PASSED:
        services.matters.exclude(waiting.matter, heard.person)
        await heard.say("decision-passed", number=number)
    else:
        await _say_why_not(heard, waiting, answered)


@decision_votes.command("decision", new, names_one, may=moderator)
async def show(heard: HeardMessage) -> None:
    """Show what waits in a matter."""
    number, _ = read_number(heard.typed.rest)
    assert number is not None  # noqa: S101 -- what the filter let through
    services = heard.services
    if services.matters.matter(heard.person, number) is None:
        await say_unknown(heard, number)
        return
    waiting = services.deciding.proposals.proposed(number)
    if waiting is None:
        holds = services.deciding.decisions.in_force(number)
        more = "none" if holds is None else done_text(services, holds)
        await heard.say("decision-vote-over", number=str(number), more=more)
    else:
        await heard.say_text(proposal_text(services, waiting))


@decision_votes.command("decision", new, may=moderator)
async def explain(heard: HeardMessage) -> None:
    """Say how to answer; nothing was counted."""
    if any(cries_out(one) for one in (heard.typed.rest, *_endings(heard))):
        await heard.say_text(heard.services.said_in_danger("decision-danger"))
        return
    word = heard.services.vocabulary.name("decision")
    ways = {one: f"{word} {one}" for one in ("yes", "no", "pass")}
    await heard.say("decision-vote-how", **ways)


def _endings(heard: HeardMessage) -> list[str]:
    """Return what may stand after an answer and a number, or a number alone."""
    return [read_number(rest)[1] for rest in (heard.typed.rest, heard.further)]


def is_on_proposal(heard: HeardReaction) -> bool:
    """Whether it is a thumb on the message that shows a moderator a proposal."""
    return _offered(heard) is not None


@decision_thumbs.reaction(is_on_proposal)
async def answer_by_thumb(heard: HeardReaction) -> None:
    """A thumb up agrees, one down does not."""
    shown = _offered(heard)
    if shown is None:
        return
    if shown.state is not DecisionState.PROPOSED:
        # What it was on is not what waits now, if anything does.
        await heard.say("decision-vote-over", number=str(shown.matter), more="none")
    elif is_thumb_down(heard.signal.message.emoji):
        await _refuse(heard, shown)
    else:
        await _agree(heard, shown)


async def _agree(heard: Heard[Any], waiting: Decision) -> None:
    services, number = heard.services, str(waiting.matter)
    answered = services.deciding.proposals.agree(waiting.number, heard.person)
    if answered is Answered.DECIDED:
        await heard.say("decision-agreed", number=number)
    elif answered is Answered.COUNTED:
        await heard.say("decision-counted", number=number)
    else:
        await _say_why_not(heard, waiting, answered)


async def _refuse(heard: Heard[Any], waiting: Decision) -> None:
    services, number = heard.services, str(waiting.matter)
    own = waiting.proposer == heard.person
    answered = services.deciding.proposals.refuse(waiting.number, heard.person)
    if answered is Answered.REFUSED:
        await heard.say("decision-withdrawn" if own else "decision-refused", number=number)
    else:
        await _say_why_not(heard, waiting, answered)


async def _say_why_not(heard: Heard[Any], waiting: Decision, answered: Answered) -> None:
    services, number = heard.services, str(waiting.matter)
    name = services.vocabulary.name
    if answered is Answered.OWN:
        await heard.say("decision-vote-own", command=f"{name('decision')} no {number}")
    elif answered is Answered.AGAIN:
        await heard.say("decision-vote-again")
    elif answered is Answered.INVALID:
        await heard.say(
            "decision-vote-invalid", number=number, command=f"{name('decide')} {number}"
        )
    elif answered is Answered.NOT_ALLOWED:
        await say_unknown(heard, waiting.matter)
    else:
        await heard.say("decision-vote-over", number=number, more="none")


async def _waiting(heard: HeardMessage) -> Decision | None:
    """Return what waits under the number that is typed, if its round is meant; else say so."""
    services, proposals = heard.services, heard.services.deciding.proposals
    number, more = read_number(heard.further)
    named, _ = read_number(more)
    assert number is not None  # noqa: S101 -- what the filter let through
    if services.matters.matter(heard.person, number) is None:
        await say_unknown(heard, number)
        return None
    waiting = proposals.proposed(number)
    if waiting is None:
        await heard.say("decision-vote-over", number=str(number), more="none")
        return None
    which = proposals.round_of(waiting)
    if which > 1 and named != which and waiting.proposer != heard.person:
        word = f"{heard.typed.command} {heard.typed.rest.split()[0]}"
        command = f"{word} {number} {which}"
        await heard.say_text(proposal_text(services, waiting))
        await heard.say("decision-vote-round", number=str(number), command=command)
        return None
    return waiting


def _offered(heard: HeardReaction) -> Decision | None:
    """Return the proposal that a thumb is on, if its sender may know of it."""
    services, reaction = heard.services, heard.signal.message
    if not heard.gives_thumb or not services.moderators.is_moderator(heard.person):
        return None
    decisions = services.deciding.decisions
    shown = decisions.shown_by(lambda offer: services.is_on(reaction, offer))
    if shown is None or services.matters.matter(heard.person, shown.matter) is None:
        return None
    return shown
