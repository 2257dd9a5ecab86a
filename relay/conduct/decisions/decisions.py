"""Decisions about conduct: what was decided, what holds now, and how it ends.

How a decision comes about is in `relay.conduct.decisions.proposals`, what follows from it in Signal
in `relay.conduct.decisions.effects`. In what is kept, a mandate's number stands for a moderator,
and all that names somebody is sealed with the matter's key. All here joins the caller's
transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from relay.conduct.decisions.decision import (
    IN_FORCE,
    Change,
    Decision,
    DecisionListener,
    DecisionState,
    Step,
    end_after,
    read_decision,
)
from relay.conduct.decisions.ladder import Ladder
from relay.conduct.decisions.rules import YES, Carrier, DecisionNotifier, Seals
from relay.conduct.tables.decisions import (
    ConductMarks,
    DecisionRow,
    DecisionTable,
    EffectTable,
)
from relay.settings import Branch
from relay.store import Store
from relay.time.clock import Clock

_NOT_BEGUN = (DecisionState.DRAFT, DecisionState.PROPOSED)

DRAFTS_KEPT_FOR = timedelta(days=1)
WAITED_FOR = timedelta(days=30)
"""How long what is to be done in Signal is waited for once nobody can read the decision."""


class Decisions:
    """What was proposed and decided.

    Args:
        store: where it is kept.
        clock: the time.
        zone: the branches'.
        branches: their settings, by slug.
        seals: the keys of matters.

    Attributes:
        ladder: which steps somebody has had.
        listeners: hear what becomes of decisions.
        notifier: tells people; set before anything happens.
        carrier: carries out what is decided; set before anything happens.
    """

    notifier: DecisionNotifier
    carrier: Carrier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        branches: Mapping[str, Branch],
        seals: Seals,
    ) -> None:
        self.listeners: list[DecisionListener] = []
        self._store = store
        self._clock = clock
        self._zone = zone
        self._branches = branches
        self._seals = seals
        self._table = store[DecisionTable]
        self._marks = store[ConductMarks]
        self.ladder = Ladder(self._marks, clock)
        self._effects = store[EffectTable]

    def get(self, number: int) -> Decision | None:
        """Return a decision by its own number, or None; None too once its key is destroyed."""
        row = self._table.get(number)
        return None if row is None else self._read(row)

    def draft_of(self, number: int) -> Decision | None:
        """Return a draft by its own number, or None: it is decided, proposed or forgotten."""
        found = self.get(number)
        return found if found is not None and found.state is DecisionState.DRAFT else None

    def branch_of(self, number: int) -> str:
        """Return the slug of whose decision it is, also if only that can still be read."""
        row = self._table.get(number)
        return "" if row is None else row.branch

    def matter_of(self, number: int) -> int:
        """Return the number of the matter of a decision, which people type."""
        row = self._table.get(number)
        return 0 if row is None else row.matter

    def of_matter(self, matter: int) -> list[Decision]:
        """Return all that was proposed or decided in a matter and can still be read."""
        found = (self._read(row) for row in self._table.of_matter(matter))
        return [one for one in found if one is not None and one.state is not DecisionState.DRAFT]

    def in_force(self, matter: int) -> Decision | None:
        """Return what holds now because of a matter, or None."""
        found = [one for one in self.of_matter(matter) if one.change is Change.NEW]
        return next((one for one in reversed(found) if one.state in IN_FORCE), None)

    def at(self, *states: DecisionState) -> list[Decision]:
        """Return all decisions at some states that can still be read."""
        found = (self._read(row) for row in self._table.at(*states))
        return [one for one in found if one is not None]

    def shown_by(self, carries: Callable[[int], bool]) -> Decision | None:
        """Return the proposal that a delivery shows, by its id, also if it waits no more."""
        found = (row for row in self._table.shown() if any(map(carries, row.offers)))
        row = next(found, None)
        return None if row is None else self._read(row)

    def draft(self, matter: int, branch: str, **words: Any) -> Decision:
        """Begin a decision; nobody else sees it."""
        row = self._table.add(
            matter=matter,
            branch=branch,
            step=words.pop("step", Step.NOTE),
            change=words.pop("change", Change.NEW),
            changes=words.pop("changes", None),
            state=DecisionState.DRAFT,
            sealed=b"",
            created=self._clock.now(),
        )
        decision = read_decision(row, "", ()).but(**words)
        self.save(decision)
        return decision

    def save(self, decision: Decision) -> None:
        """Keep a decision as it is now."""
        place, matter = _place(decision.number), decision.matter
        sealed = self._seals.seal(matter, place, decision.sealed_part())
        self._table.save(decision.open_part(sealed))

    def drop(self, number: int) -> None:
        """Forget a draft, and leave no copy of it."""
        row = self._table.get(number)
        if row is not None and row.state is DecisionState.DRAFT:
            self._table.forget(number)
            self._store.shredder.shred(self._clock.now())

    def end_due(self) -> None:
        """End what has had its time; `relay.conduct.decisions.effects` lets people back in."""
        now = self._clock.now()
        for row in self._table.at(*IN_FORCE):
            if row.until is not None and row.until <= now:
                with self._store.transaction():
                    self._end(row)

    def _end(self, row: DecisionRow) -> None:
        """End a decision; of one whose matter is destroyed, only that it ends is known."""
        self._table.save(replace(row, state=DecisionState.ENDED))
        ended = self.get(row.number)
        if ended is not None:
            self.carrier.over(ended)
            for listener in self.listeners:
                listener.ended(ended)

    def came_about(self, decision: Decision) -> None:
        """Note that all that follows from a decision has come about."""
        if decision.state is DecisionState.AGREED:
            applied = self._move(decision, DecisionState.APPLIED)
            for listener in self.listeners:
                listener.applied(applied)

    def overturn(self, decision: Decision) -> Decision:
        """End a decision as if it had never been taken; an appeal does so too."""
        self.ladder.forget(decision)
        return self._take_back(decision, DecisionState.OVERTURNED)

    def lift(self, decision: Decision) -> Decision:
        """End a decision from now on; that it was taken stays."""
        return self._take_back(decision, DecisionState.LIFTED)

    def shorten(self, decision: Decision, until: datetime) -> Decision:
        """Have a decision end earlier.

        Args:
            decision: one that is in force.
            until: aware, UTC; what is past by now lifts it.
        """
        if until <= self._clock.now():
            return self.lift(decision)
        shorter = decision.but(until=until)
        self.save(shorter)
        self._keep_out(shorter)
        self.carrier.shorten(shorter)
        return shorter

    def kept_out(self, person: str, branch: str, group: int) -> tuple[Step, datetime] | None:
        """Return because of what step somebody is not let into a group, and until when.

        Args:
            person: account id.
            branch: slug of whose group it is.
            group: its number.
        """
        found = [
            (row.step, row.until)
            for number in self.keeping_out(person, branch, group)
            if (row := self._table.get(number)) is not None and row.until is not None
        ]
        return max(found, key=lambda one: one[1]) if found else None

    def keeping_out(self, person: str, branch: str, group: int) -> list[int]:
        """Return the numbers of the decisions because of which somebody is not let into a group.

        Args:
            person: account id.
            branch: slug of whose group it is.
            group: its number.
        """
        if self._marks.is_empty():
            return []
        now = self._clock.now()
        return [
            *self._marks.holds(now, "out", branch, person),
            *self._marks.holds(now, "away", group, person),
        ]

    def is_out(self, person: str, branch: str) -> bool:
        """Return whether somebody is kept out of any group of a branch now, or of all."""
        return bool(self._marks.holds(self._clock.now(), "kept out", branch, person))

    def tidy(self) -> None:
        """Forget marks that no longer hold, drafts, and what nobody can read any more."""
        now = self._clock.now()
        forgotten = self._marks.tidy(now)
        for row in self._table.at(*(one for one in DecisionState if one not in _NOT_BEGUN)):
            if self._read(row) is None:
                forgotten += self._forget(row)
        for row in self._table.at(DecisionState.DRAFT):
            if row.created < now - DRAFTS_KEPT_FOR:
                self._table.forget(row.number)
                forgotten += 1
        if forgotten:
            self._store.shredder.shred(now)

    def forget_matter(self, matter: int) -> None:
        """Forget what was decided in a matter, once nothing of it holds or is to be done."""
        for row in self._table.of_matter(matter):
            self._forget(row)

    def _forget(self, row: DecisionRow) -> bool:
        """Forget a decision, unless it still keeps somebody out or is to let them back in."""
        now = self._clock.now()
        waited_for = any(one.due > now - WAITED_FOR for one in self._effects.of(row.number))
        if waited_for or (row.until is not None and row.until > now):
            return False
        self._table.forget(row.number)
        return True

    def decide(self, decision: Decision, by: str) -> Decision:
        """Carry out what enough moderators have agreed to.

        Args:
            decision: with the mandates that have agreed.
            by: account id of whose yes was the last.
        """
        now = self._clock.now()
        decided = decision.but(state=DecisionState.AGREED, decided=now, deadline=None)
        if decision.change is not Change.NEW:
            return self._change(decided, by)
        if decision.step is Step.TIMEOUT:
            decided = decided.but(until=end_after(now, decision.days or 1, self._zone))
        elif decision.step is Step.REMOVAL:
            days = self._branches[decision.branch].conduct.removal_days
            decided = decided.but(until=end_after(now, days, self._zone))
        self._mark(decided)
        decided = self.carrier.begin(decided)
        self.save(decided.but(proposer=""))
        self.notifier.agreed(decided, by)
        for listener in self.listeners:
            listener.decided(decided.but(proposer=""))
        return decided

    def _change(self, decided: Decision, by: str) -> Decision:
        """Carry out what changes an earlier decision, if that still holds."""
        before = None if decided.changes is None else self.get(decided.changes)
        if before is None or not before.is_in_force:
            self._move(decided.but(proposer=""), DecisionState.LAPSED)
            return decided
        if decided.change is Change.UNDO:
            self.overturn(before)
        elif decided.change is Change.LIFT:
            self.lift(before)
        else:
            start = before.decided or self._clock.now()
            self.shorten(before, end_after(start, decided.days or 1, self._zone))
        self._move(decided.but(proposer=""), DecisionState.APPLIED)
        self.notifier.agreed(decided, by)
        return decided

    def _mark(self, decision: Decision) -> None:
        """Note which step somebody has had, and where they are not let in."""
        self.ladder.note(decision)
        self._keep_out(decision)

    def _keep_out(self, decision: Decision) -> None:
        """Note until when somebody is not let in where."""
        number, person, until = decision.number, decision.person, decision.until
        if until is None:
            return
        self._marks.note(number, until, "kept out", decision.branch, person)
        if decision.step is Step.REMOVAL:
            self._marks.note(number, until, "out", decision.branch, person)
        for group in decision.groups:
            self._marks.note(number, until, "away", group, person)

    def _take_back(self, decision: Decision, state: DecisionState) -> Decision:
        for what in ("kept out", "out"):
            self._marks.forget(decision.number, what, decision.branch, decision.person)
        for group in decision.groups:
            self._marks.forget(decision.number, "away", group, decision.person)
        back = self._move(decision, state)
        self.carrier.end(back)
        for listener in self.listeners:
            listener.lifted(back)
        return back

    def _move(self, decision: Decision, state: DecisionState) -> Decision:
        moved = decision.but(state=state)
        self.save(moved)
        return moved

    def _read(self, row: DecisionRow) -> Decision | None:
        try:
            opened = self._seals.open(row.matter, _place(row.number), row.sealed)
        except KeyError:
            return None
        return read_decision(row, opened, tuple(self._table.votes(row.number, YES)))


def _place(number: int) -> str:
    return f"decision {number}"
