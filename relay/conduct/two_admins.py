"""What two admins of a branch have to agree to: who moderates, and by what standards.

Two, whatever the branch's `approvals` say for posts. Whoever it is about counts as neither of them,
and a yes counts only as long as whoever gave it is an admin. So in a branch with one admin nothing
of this comes about; there the settings name moderators. All here joins the caller's transaction.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import Enum
from typing import Any

from relay.conduct.tables.admin_proposals import AdminProposal, AdminProposals, ProposalKind
from relay.settings import Settings
from relay.store import Store
from relay.time.clock import Clock

NEEDED = 2
LONGEST = timedelta(days=14)
"""How long it waits, for admins and then again for the person."""
REMINDED_AFTER = timedelta(hours=48)


class Decided(Enum):
    """What became of an admin's yes."""

    COUNTED = "counted"
    AGAIN = "again"
    ENOUGH = "enough"
    NO_SAY = "no_say"
    """It is about themself."""


class TwoAdmins:
    """What waits for admins.

    Args:
        store: where it is kept.
        clock: the time.
        settings: who is an admin where.
        waits: whether an admin's rights wait for their new phone to be confirmed.
    """

    def __init__(
        self, store: Store, clock: Clock, settings: Settings, waits: Callable[[str], bool]
    ) -> None:
        self.table = store[AdminProposals]
        self._clock = clock
        self._branches = {branch.slug: branch for branch in settings.branches}
        self._waits = waits

    def voters(self, branch: str, person: str | None) -> tuple[str, ...]:
        """Return the admins whose word counts in what is about somebody, whether they wait or not.

        Args:
            branch: its slug.
            person: account id of whom it is about; None for nobody.
        """
        known = self._branches.get(branch)
        return () if known is None else tuple(one for one in known.admins if one != person)

    def can_come_about(self, branch: str, person: str | None) -> bool:
        """Return whether there are enough admins at all."""
        return len(self.voters(branch, person)) >= NEEDED

    def ask(
        self,
        branch: str,
        kind: ProposalKind,
        author: str,
        person: str | None,
        said: dict[str, Any],
    ) -> AdminProposal:
        """Enter a proposal; the yes of an admin who makes it is in that."""
        counts = author in self.voters(branch, person)
        return self.table.add(
            branch=branch,
            kind=kind,
            author=author,
            person=person,
            said=said,
            agreed=(author,) if counts else (),
            shown={},
            asked_at=self._clock.now(),
        )

    def waiting(self, slugs: frozenset[str]) -> list[AdminProposal]:
        """Return what waits for admins of some branches, oldest first."""
        return [one for one in self.table.all() if one.branch in slugs and not one.accepting]

    def about(self, person: str, branch: str, kind: ProposalKind) -> AdminProposal | None:
        """Return what of a kind waits about somebody in a branch, or None."""
        return next(
            (
                one
                for one in self.table.all()
                if (one.person, one.branch, one.kind) == (person, branch, kind)
            ),
            None,
        )

    def asked_of(self, person: str) -> list[AdminProposal]:
        """Return what admins have agreed to and somebody is asked to accept, oldest first."""
        return [one for one in self.table.all() if one.accepting and one.person == person]

    def naming(self, person: str) -> list[AdminProposal]:
        """Return what waits, for admins or for somebody, by which they would moderate."""
        return [
            one
            for one in self.table.all()
            if one.person == person and one.kind is ProposalKind.NAME
        ]

    def missing(self, proposal: AdminProposal) -> int:
        """Return how many admins still have to agree."""
        return max(0, NEEDED - len(self._counting(proposal)))

    def agree(self, proposal: AdminProposal, by: str) -> Decided:
        """Count an admin's yes."""
        if by not in self.voters(proposal.branch, proposal.person):
            return Decided.NO_SAY
        if by in proposal.agreed:
            return Decided.AGAIN
        agreed = replace(proposal, agreed=(*self._counting(proposal), by))
        self.table.save(agreed)
        return Decided.COUNTED if self.missing(agreed) else Decided.ENOUGH

    def ask_person(self, proposal: AdminProposal, shown: dict[str, Any]) -> None:
        """Let what admins have agreed to wait for the person."""
        now = self._clock.now()
        self.table.save(replace(proposal, accepting=True, asked_at=now, told=False, shown=shown))

    def due(self) -> list[AdminProposal]:
        """Return those of which it is time to say that nobody has answered."""
        now = self._clock.now()
        return [
            one
            for one in self.table.all()
            if self.is_over(one) or (not one.told and now - one.asked_at >= REMINDED_AFTER)
        ]

    def is_over(self, proposal: AdminProposal) -> bool:
        """Return whether one has waited for too long, or its branch is gone."""
        waited = self._clock.now() - proposal.asked_at
        return waited >= LONGEST or proposal.branch not in self._branches

    def _counting(self, proposal: AdminProposal) -> tuple[str, ...]:
        voters = self.voters(proposal.branch, proposal.person)
        return tuple(one for one in proposal.agreed if one in voters and not self._waits(one))
