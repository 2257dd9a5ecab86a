"""The record of what was decided: by the mandates that decided, sealed, and destroyed in its time.

Moderators read it of matters that they may know of; whoever a decision is about reads their own. A
matter in which something was decided is kept until the last of it has ended and `record_days` have
passed, and then its key is destroyed with everything that it opens. What is left of it is a number
among those of its year. All here joins the caller's transaction.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from relay.conduct.appeals.appeal import Appeal
from relay.conduct.appeals.appeals import Appeals
from relay.conduct.appeals.taking_part import TakingPart
from relay.conduct.decisions.decision import Decision, Step
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.matters.matters import Matters
from relay.conduct.tables.appeals import AppealRow, AppealState
from relay.conduct.tables.record import RecordRow, RecordTable
from relay.conduct.talks.talks import Talks
from relay.settings import Branch
from relay.settings.conduct import ConductSettings
from relay.store import Store
from relay.time.clock import Clock

FEWEST = 5
"""A number below this one is not told: in a branch where everybody knows each other, it points at
somebody."""

ANSWERS = (AppealState.UPHELD, AppealState.SHORTENED, AppealState.OVERTURNED)
"""What can come of an appeal, as it is counted."""

_AT_ONCE = (Step.NOTE, Step.TALK, Step.DELETE)
"""Steps that are over with being taken."""


@dataclass(frozen=True)
class Recorded:
    """One decision in the record, with the appeal against it."""

    decision: Decision
    appeal: Appeal | None
    ended: datetime | None


@dataclass(frozen=True)
class YearCount:
    """How often something happened in a year.

    Attributes:
        what: a step, or `appeal-` and what came of one.
        count: None where it is less than `FEWEST`.
    """

    what: str
    count: int | None


class Record:
    """Implements `relay.conduct.decisions.decision.DecisionListener`, and keeps what it hears of.

    Args:
        store: where it is kept.
        clock: the time.
        zone: of whose years counts are.
        branches: their settings, by slug.
        matters: what decisions are about.
        decisions: what was decided.
        appeals: what somebody wants looked at again.
        talks: what was said one to one.
        taking_part: who took part in what.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        branches: Mapping[str, Branch],
        matters: Matters,
        decisions: Decisions,
        appeals: Appeals,
        talks: Talks,
        taking_part: TakingPart,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._branches = branches
        self._matters = matters
        self._decisions = decisions
        self._appeals = appeals
        self._talks = talks
        self._taking_part = taking_part
        self._table = store[RecordTable]

    def decided(self, decision: Decision) -> None:
        """Enter it."""
        now = self._clock.now()
        self._table.add(
            RecordRow(
                decision=decision.number,
                matter=decision.matter,
                branch=decision.branch,
                person=self._matters.sealer.hash("decided about", decision.person),
                step=decision.step.value,
                decided=decision.decided or now,
                told=None,
                ended=now if decision.step in _AT_ONCE else None,
                sealed=self._taking_part.sealed(decision),
            )
        )

    def applied(self, decision: Decision) -> None:
        """Note when: the person has been told, too."""
        self._table.tell(decision.number, self._clock.now())

    def ended(self, decision: Decision) -> None:
        """Note when."""
        self._table.end(decision.number, self._clock.now())

    def lifted(self, decision: Decision) -> None:
        """Note when."""
        self._table.end(decision.number, self._clock.now())

    def seen_by(self, moderator: str, branch: str) -> list[Recorded]:
        """Return what a moderator may read of a branch's record, newest first."""
        rows = self._table.of_branch(branch)
        seen = {number for number in {row.matter for row in rows} if self._sees(moderator, number)}
        return self._read([row for row in rows if row.matter in seen])

    def of_person(self, person: str) -> list[Recorded]:
        """Return what was decided about somebody, newest first: theirs to know.

        For `about me`, too. Nothing in it says who complained or who decided.
        """
        rows = self._table.of_person(self._matters.sealer.hash("decided about", person))
        return [one for one in self._read(rows) if one.decision.person == person]

    def kept_until(self, matter: int) -> datetime | None:
        """Return when a matter is destroyed.

        Returns:
            None where nothing was decided in it, or something of it still holds.
        """
        rows = self._table.of_matter(matter)
        ends = [row.ended for row in rows if row.ended is not None]
        if not rows or len(ends) < len(rows):
            return None
        return max(ends) + timedelta(days=self._settings(rows[0].branch).record_days)

    def days(self, branch: str) -> int:
        """Return for how many days what was decided in a branch is kept after its end."""
        return self._settings(branch).record_days

    def holds(self, matter: int) -> bool:
        """Return whether a matter has to be kept because of what was decided in it."""
        return bool(self._table.of_matter(matter))

    def report(self, branch: str, year: int) -> list[YearCount]:
        """Return how often what was decided in a year, about nobody.

        What happened less than `FEWEST` times, or never, is told as just that, and there is no sum
        that it could be taken from.
        """
        counts = Counter(self._table.counts(branch, year))
        for row in self._table.of_branch(branch):
            if self._year(row.decided) == year:
                counts[row.step] += 1
        for matter in {row.matter for row in self._table.of_branch(branch)}:
            for appeal in self._appeals.outcomes(matter):
                if appeal.state in ANSWERS and self._year(appeal.asked) == year:
                    counts[_counted(appeal)] += 1
        kinds = (*(step.value for step in Step), *(f"appeal-{one.value}" for one in ANSWERS))
        return [YearCount(what, counts[what] if counts[what] >= FEWEST else None) for what in kinds]

    def destroy_due(self) -> None:
        """Destroy the matters whose time is over, and what other parts have left behind."""
        now = self._clock.now()
        for matter in self._table.matters():
            until = self.kept_until(matter)
            is_gone = self._matters.known(matter) is None
            if is_gone or (until is not None and until <= now and not self._appeals.holds(matter)):
                self.erase(matter)
        self._talks.tidy()

    def erase(self, matter: int) -> None:
        """Destroy everything that is known of a matter but how often what was decided."""
        for row in self._table.of_matter(matter):
            self._table.count(row.branch, self._year(row.decided), row.step)
        for appeal in self._appeals.outcomes(matter):
            if appeal.state in ANSWERS:
                self._table.count(appeal.branch, self._year(appeal.asked), _counted(appeal))
        if self._matters.known(matter) is not None:
            self._matters.erase(matter)
        self._table.forget(matter)
        self._appeals.erase(matter)
        self._talks.erase(matter)
        self._decisions.forget_matter(matter)
        self._store.shredder.shred(self._clock.now())

    def _sees(self, moderator: str, matter: int) -> bool:
        return self._matters.matter(moderator, matter) is not None

    def _read(self, rows: list[RecordRow]) -> list[Recorded]:
        found = []
        for row in rows:
            decision = self._decisions.get(row.decision)
            if decision is not None:
                appeal = self._appeals.of(decision)
                found.append(Recorded(decision, appeal, row.ended))
        return found

    def _year(self, moment: datetime) -> int:
        return moment.astimezone(self._zone).year

    def _settings(self, branch: str) -> ConductSettings:
        known = self._branches.get(branch)
        return ConductSettings() if known is None else known.conduct


def _counted(appeal: AppealRow) -> str:
    return f"appeal-{appeal.state.value}"
