"""How a decision comes about: who may take which alone, and who agrees to what others propose.

A step up the ladder without the ones before it, and every removal, needs other moderators, who see
the text that the person will read. Nobody decides who is part of it, and no proposal holds whose
proposer no longer moderates. All here joins the caller's transaction.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from relay.conduct.decisions.decision import (
    LADDER,
    Change,
    Decision,
    DecisionState,
    Step,
    end_after,
)
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.decisions.rules import NO, PART, YES, Answered, WhoModerates, Why
from relay.conduct.tables.decisions import DecisionTable
from relay.settings import Branch
from relay.store import Store
from relay.time.clock import Clock


class Proposals:
    """What waits for other moderators.

    Args:
        store: where answers are kept.
        clock: the time.
        zone: the branches'.
        branches: their settings, by slug.
        decisions: what was decided, and what is to be.
        moderators: who moderates now.
        readers: the account ids of those who may deal with a matter: not the person complained
            about, nor who complained, nor anybody who is excluded. They may be of another branch
            that helps out.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        branches: Mapping[str, Branch],
        decisions: Decisions,
        moderators: WhoModerates,
        readers: Callable[[int], tuple[str, ...]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._branches = branches
        self._decisions = decisions
        self._moderators = moderators
        self._readers = readers
        self._table = store[DecisionTable]

    def proposed(self, matter: int) -> Decision | None:
        """Return what waits for other moderators in a matter, or None."""
        found = self._decisions.of_matter(matter)
        return next((one for one in found if one.state is DecisionState.PROPOSED), None)

    def round_of(self, decision: Decision) -> int:
        """Return which proposal of its matter it is, from 1."""
        return sum(
            1 for one in self._decisions.of_matter(decision.matter) if one.number <= decision.number
        )

    def needed(self, decision: Decision) -> int:
        """Return how many other moderators have to agree."""
        if decision.change is not Change.NEW:
            before = None if decision.changes is None else self._decisions.get(decision.changes)
            return 0 if before is None else len(before.agreed_by)
        if decision.step not in LADDER:
            return 0
        at = LADDER.index(decision.step)
        had = self._decisions.ladder.had(decision.branch, decision.person)
        highest = max((LADDER.index(one) for one in had), default=-1)
        if decision.step is not Step.REMOVAL and at <= highest + 1:
            return 0
        return self._branches[decision.branch].conduct.second

    def others(self, decision: Decision) -> list[str]:
        """Return who may answer a proposal, whether or not they have."""
        return [
            one
            for one in self._readers(decision.matter)
            if one != decision.proposer and self.may_decide(one, decision)
        ]

    def unanswered(self, decision: Decision) -> list[str]:
        """Return who may answer a proposal and has not."""
        answered = {
            mandate
            for answer in (YES, NO, PART)
            for mandate in self._table.votes(decision.number, answer)
        }
        return [
            one
            for one in self.others(decision)
            if self.mandate(one, decision.branch) not in answered
        ]

    def may_decide(self, person: str, decision: Decision) -> bool:
        """Return whether a moderator may propose or agree to a decision.

        For a time-out they need to look after each of its groups, for a removal after the branch.
        """
        branch = decision.branch
        if person == decision.person or person not in self._readers(decision.matter):
            return False
        if branch not in self._moderators.branches_of(person):
            # They help out, because nobody of the branch itself may.
            return True
        if decision.step is Step.REMOVAL:
            return self._moderators.may(person, branch)
        if decision.groups:
            return all(self._moderators.may(person, branch, one) for one in decision.groups)
        return True

    def mandate(self, person: str, branch: str) -> int | None:
        """Return the number of somebody's mandate, None if they have none now."""
        for slug in (branch, *self._moderators.branches_of(person)):
            found = self._moderators.mandate_of(person, slug)
            if found is not None:
                return found.number
        return None

    def submit(self, decision: Decision, by: str) -> Decision:
        """Decide what one moderator may, or propose it to others.

        What waited in the same matter is replaced by it.

        Args:
            decision: a draft, as it was shown.
            by: account id of who has said yes to it.
        """
        waiting = self.proposed(decision.matter)
        if waiting is not None:
            self._end(waiting, DecisionState.REFUSED, Why.REPLACED, by)
        mandate, now = self.mandate(by, decision.branch), self._clock.now()
        mine = decision.but(proposer=by, proposed_by=mandate)
        if not self.needed(mine):
            return self._decisions.decide(mine, by)
        days = self._branches[decision.branch].conduct.decision_days
        waits = mine.but(
            state=DecisionState.PROPOSED, created=now, deadline=end_after(now, days, self._zone)
        )
        self._decisions.save(waits)
        to = self.others(waits)
        if len(to) < self.needed(waits):
            self._decisions.notifier.nobody_left(waits)
        shown = waits.but(offers=self._decisions.notifier.proposed(waits, to))
        self._decisions.save(shown)
        return shown

    def agree(self, number: int, by: str) -> Answered:
        """Count a moderator's yes, and decide once there are enough."""
        decision = self._noted(number, by, YES)
        if isinstance(decision, Answered):
            return decision
        active = {self.mandate(one, decision.branch) for one in self.others(decision)}
        agreed = tuple(one for one in self._table.votes(number, YES) if one in active)
        if len(agreed) < self.needed(decision):
            return Answered.COUNTED
        self._decisions.decide(decision.but(agreed_by=agreed), by)
        return Answered.DECIDED

    def refuse(self, number: int, by: str) -> Answered:
        """End a proposal by a moderator's no; its proposer takes it back in the same way."""
        decision = self._decisions.get(number)
        refused = self._cannot_answer(decision, by)
        if decision is None or (refused is not None and refused is not Answered.OWN):
            return refused or Answered.OVER
        mandate = self.mandate(by, decision.branch)
        if refused is None and mandate is not None:
            self._table.vote(number, mandate, NO)
        self._end(decision, DecisionState.REFUSED, Why.REFUSED, by)
        return Answered.REFUSED

    def stand_aside(self, number: int, by: str) -> Answered:
        """Note that a moderator knows the person closely or is part of it: others decide."""
        decision = self._noted(number, by, PART)
        if isinstance(decision, Answered):
            return decision
        self._end_if_hopeless(decision)
        return Answered.PASSED

    def look(self) -> None:
        """Remind of proposals, and end those whose time, or whose proposer's term, is over."""
        now = self._clock.now()
        for row in self._table.at(DecisionState.PROPOSED):
            decision = self._decisions.get(row.number)
            with self._store.transaction():
                if decision is None:
                    self._table.forget(row.number)
                elif not self.is_valid(decision):
                    self._end(decision, DecisionState.LAPSED, Why.INVALID, "")
                elif decision.deadline is not None and decision.deadline <= now:
                    self._end(decision, DecisionState.LAPSED, Why.TIME, "")
                elif self._is_reminder_due(decision, now):
                    self._decisions.save(decision.but(reminded=decision.reminded + 1))
                    self._decisions.notifier.reminded(decision, self.unanswered(decision))

    def is_valid(self, decision: Decision) -> bool:
        """Return whether whoever proposed something still may, and what it changes still holds."""
        if decision.changes is not None:
            before = self._decisions.get(decision.changes)
            if before is None or not before.is_in_force:
                return False
        return self.may_decide(decision.proposer, decision)

    def _noted(self, number: int, by: str, answer: str) -> Decision | Answered:
        """Note an answer of a moderator; return what it is to, or why it does not count."""
        decision = self._decisions.get(number)
        refused = self._cannot_answer(decision, by)
        if decision is None or refused is not None:
            return refused or Answered.OVER
        mandate = self.mandate(by, decision.branch)
        assert mandate is not None  # noqa: S101 -- they may decide
        return decision if self._table.vote(number, mandate, answer) else Answered.AGAIN

    def _cannot_answer(self, decision: Decision | None, by: str) -> Answered | None:
        if decision is None or decision.state is not DecisionState.PROPOSED:
            return Answered.OVER
        if by == decision.proposer:
            return Answered.OWN
        if not self.may_decide(by, decision) or self.mandate(by, decision.branch) is None:
            return Answered.NOT_ALLOWED
        if not self.is_valid(decision):
            self._end(decision, DecisionState.LAPSED, Why.INVALID, by)
            return Answered.INVALID
        return None

    def _end_if_hopeless(self, decision: Decision) -> None:
        """End a proposal that too few are left to agree to."""
        given = len(self._table.votes(decision.number, YES))
        if given + len(self.unanswered(decision)) < self.needed(decision):
            self._end(decision, DecisionState.LAPSED, Why.NOBODY, "")
            self._decisions.notifier.nobody_left(decision)

    def _end(self, decision: Decision, state: DecisionState, why: Why, by: str) -> None:
        to = [one for one in self.others(decision) if one != by]
        self._decisions.save(decision.but(proposer="", state=state))
        self._decisions.notifier.over(decision, why, by, to)

    def _is_reminder_due(self, decision: Decision, now: datetime) -> bool:
        """Once when half of the time is over, and once a day before its end."""
        if decision.deadline is None or decision.reminded > 1:
            return False
        half = decision.created + (decision.deadline - decision.created) / 2
        last = decision.deadline - timedelta(days=1)
        return now >= (max(half, last) if decision.reminded else half)
