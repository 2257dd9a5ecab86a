"""What two admins have to agree to: how each kind of it is shown, and what comes of an answer."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Protocol

from handlers.conversation.heard import Heard
from handlers.services import Services
from relay.conduct.tables.admin_proposals import AdminProposal, ProposalKind
from relay.groups.harmless import harmless

LONGEST_NAME = 60
MODERATOR = ("moderator",)


class Kind(Protocol):
    """One kind of proposal."""

    def shown(self, speaking: Services, proposal: AdminProposal) -> str:
        """Return what an admin reads of it, without how to answer."""

    def agreed(self, services: Services, proposal: AdminProposal) -> str:
        """Two admins agree: carry it out; return the message that the second of them reads."""

    def refused(self, services: Services, proposal: AdminProposal) -> None:
        """It is dropped: tell whom it is about, where they know of it."""

    def unanswered(self, services: Services, proposal: AdminProposal) -> None:
        """Two weeks are over without an answer: tell who waits besides admins."""


async def ask_admins(
    heard: Heard[Any],
    kind: Kind,
    branch: str,
    proposed: ProposalKind,
    person: str | None,
    said: dict[str, Any],
) -> AdminProposal:
    """Show a proposal to the other admins of a branch.

    Args:
        heard: the yes of who makes it.
        kind: how it is shown.
        branch: slug.
        proposed: what kind it is.
        person: account id of whom it is about, or None.
        said: what is proposed.
    """
    services = heard.services
    proposal = services.two_admins.ask(branch, proposed, heard.person, person, said)
    others = services.two_admins.voters(branch, person)
    shown = {
        one: services.tell_text(one, admin_text(kind, proposal))
        for one in others
        if one != heard.person
    }
    proposal = replace(proposal, shown=dict(shown))
    services.two_admins.table.save(proposal)
    return proposal


def admin_text(kind: Kind, proposal: AdminProposal) -> Callable[[Services], str]:
    """Return what puts together what an admin reads, and how they answer."""

    def text(speaking: Services) -> str:
        return speaking.words.say(
            "mandate-shown",
            number=str(proposal.number),
            text=kind.shown(speaking, proposal),
        )

    return text


def called(heard: Heard[Any]) -> str:
    """Return what somebody calls themselves in Signal, made harmless; empty for nothing."""
    instead = heard.services.words.say("join-link")
    return harmless(heard.signal.message.source_name, LONGEST_NAME, instead)


def named(services: Services, name: str) -> str:
    """Return how admins read a moderator's name: as it is in Signal, or that there is none."""
    if not name:
        return services.words.say("mandate-nameless")
    return services.words.say("mandate-name", name=name)


def where(services: Services, branch: str, groups: tuple[int, ...]) -> str:
    """Return where a mandate is for, in words."""
    if not groups:
        return services.words.say("mandate-everywhere", branch=services.branches[branch].name)
    known = {kept.number: kept for kept in services.groups.of_branches(frozenset({branch}))}
    names = [
        services.groups.declared(known[one]).name if one in known else str(one) for one in groups
    ]
    return ", ".join(names)


def record(services: Services, by: Iterable[str], action: str, branch: str, number: int) -> None:
    """Note in the audit trail what was done to a mandate, by its number.

    Args:
        services: the parts of the relay.
        by: account ids of admins, or `MODERATOR`: the trail is kept for long, and never says who
            moderates.
        action: what was done.
        branch: slug.
        number: of the mandate.
    """
    subject, now = f"mandate {branch} {number}", services.clock.now()
    for one in by:
        services.store.audit.record(actor=one, action=action, subject=subject, now=now)
