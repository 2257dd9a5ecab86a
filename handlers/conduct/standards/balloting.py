"""`ballot 41275`: the members decide about a standard that somebody has suggested.

The question holds the number and the exact text. What comes of it counts where more say yes than
no, and the suggestion still waits; an admin who agrees or refuses meanwhile is not held up.
"""

from handlers.ballots.asking import go_on
from handlers.ballots.proposal import Question
from handlers.conduct.standards.suggesting import BALLOT, settle
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from relay.ballots.service import Outcome
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind

balloting = Router("balloting")


def names_standard(heard: HeardMessage) -> bool:
    """Whether the number is that of a suggested standard which waits for this admin."""
    return _named(heard) is not None


@balloting.command("ballot", new, names_standard, may=admin)
async def ask_members(heard: HeardMessage) -> None:
    """Begin a ballot with a question that is settled; whom to ask and until when is asked for."""
    proposal, services = _named(heard), heard.services
    if proposal is None:
        return
    if services.mailings.ballots.of_branch(proposal.branch) is not None:
        await heard.say("standard-ballot-open")
        return
    question = question_text(services, proposal)
    answers = answers_text(services)
    await go_on(heard, Question(branch=proposal.branch, text=question, answers=answers))


def is_asked_now(services: Services, proposal: AdminProposal) -> bool:
    """Return whether the members are being asked about a suggestion."""
    if proposal.kind is not ProposalKind.STANDARD or proposal.branch not in services.branches:
        return False
    ballot = services.mailings.ballots.of_branch(proposal.branch)
    return ballot is not None and ballot.question == question_text(services, proposal)


def count_for_standard(services: Services, outcome: Outcome) -> None:
    """Let a standard count that the members have agreed to; joins the transaction of the count."""
    ballot = outcome.ballot
    if tuple(ballot.answers) != answers_text(services):
        return
    for proposal in services.two_admins.table.all():
        if (
            proposal.kind is ProposalKind.STANDARD
            and proposal.branch == ballot.branch
            and question_text(services, proposal) == ballot.question
        ):
            _settle(services, proposal, outcome)


def question_text(services: Services, proposal: AdminProposal) -> str:
    """Return what members are asked about a suggestion."""
    said = proposal.said
    what = "retire" if said["retire"] else "new" if said["number"] is None else "change"
    return services.in_public.words.say(
        "standard-ballot",
        what=what,
        suggestion=str(proposal.number),
        number=str(said["number"] or "new"),
        title=str(said["title"]),
        text=str(said["text"]),
    )


def answers_text(services: Services) -> tuple[str, str]:
    """Return the two answers, the yes first."""
    say = services.in_public.words.say
    return say("standard-ballot-yes"), say("standard-ballot-no")


def _settle(services: Services, proposal: AdminProposal, outcome: Outcome) -> None:
    services.two_admins.table.forget(proposal)
    yes, no = outcome.counts
    message = "standard-ballot-no-majority"
    if yes > no:
        message = settle(services, proposal, BALLOT)
    for one in services.branches[proposal.branch].admins:
        services.tell(one, message, number=str(proposal.number))


def _named(heard: HeardMessage) -> AdminProposal | None:
    number, rest = read_number(heard.typed.rest)
    if number is None or rest:
        return None
    waiting = heard.services.two_admins.waiting(heard.services.slugs_of(heard.person))
    return next(
        (one for one in waiting if one.number == number and one.kind is ProposalKind.STANDARD),
        None,
    )
