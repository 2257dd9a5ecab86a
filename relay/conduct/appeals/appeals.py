"""Appeals: moderators who did not decide look again, or those of another branch.

Whoever proposed a decision, agreed to it or stood aside from it never answers an appeal against it,
by any mandate of theirs. Where nobody else of the branch may, or nobody has answered in time, it
goes to the moderators of the branches with which that is agreed; where there is nobody, that is
said. What was decided holds meanwhile. All here joins the caller's transaction.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from relay.conduct.appeals.appeal import Appeal, AppealNotifier, AppealState, Asked, Refusal
from relay.conduct.appeals.taking_part import TakingPart
from relay.conduct.decisions.decision import Decision, DecisionState, Step
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.matters import Matters
from relay.conduct.matters.sealing import MatterGone
from relay.conduct.tables.appeals import AppealRow, AppealTable
from relay.conduct.tables.record import RecordTable
from relay.language.graphemes import is_within
from relay.settings import Branch
from relay.settings.conduct import ConductSettings
from relay.store import Store
from relay.time.clock import Clock

MAX_WORDS = 2_000
"""Characters as people count them."""
MOST_ADDED = 3
"""How often somebody can add to their appeal while it waits."""
_DECIDED = (
    DecisionState.AGREED,
    DecisionState.APPLIED,
    DecisionState.ENDED,
    DecisionState.LIFTED,
)


class Appeals:
    """All appeals.

    Args:
        store: where they are kept.
        clock: the time.
        branches: their settings, by slug.
        moderators: who moderates now.
        matters: what decisions are about.
        decisions: what was decided.

    Attributes:
        notifier: tells people; set before anything happens.
    """

    notifier: AppealNotifier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        moderators: Moderators,
        matters: Matters,
        decisions: Decisions,
    ) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._moderators = moderators
        self._matters = matters
        self._decisions = decisions
        self._table = store[AppealTable]
        self._record = store[RecordTable]
        self._taking_part = TakingPart(store, moderators, matters)

    # What the person can do.

    def decided_about(self, person: str) -> list[Decision]:
        """Return what was decided about somebody and is not destroyed, newest first."""
        rows = self._record.of_person(self._hash(person))
        found = (self._decisions.get(row.decision) for row in rows)
        return [one for one in found if one is not None and one.person == person]

    def until(self, decision: Decision) -> datetime:
        """Return until when somebody can appeal: so many days since they were told.

        A notice waits while a chat is hidden: until all of a decision has come about, the days do
        not run.
        """
        row, decided = self._record.get(decision.number), decision.decided or decision.created
        told = None if row is None else row.told
        if told is None:
            told = self._clock.now() if decision.state is DecisionState.AGREED else decided
        return told + timedelta(days=self.days(decision.branch))

    def days(self, branch: str) -> int:
        """Return for how many days what was decided in a branch can be appealed against."""
        return self._settings(branch).appeal_days

    def refusal(self, decision: Decision) -> Refusal | None:
        """Return why nobody can appeal against a decision now, or None."""
        known = self._table.get(decision.number)
        if known is not None and known.state not in (AppealState.OPEN, AppealState.NOBODY):
            return Refusal.ANSWERED
        if decision.state not in _DECIDED:
            return Refusal.OVERTURNED
        is_open = known is not None and known.state is AppealState.OPEN
        return Refusal.LATE if not is_open and self._clock.now() >= self.until(decision) else None

    def ask(self, decision: Decision, words: str) -> Asked:
        """Ask for a decision to be looked at again, or add to what was said.

        Args:
            decision: about whoever asks.
            words: why.

        Returns:
            With an appeal in the state NOBODY where nobody could answer: it does not count, and
            can be made again.
        """
        if not is_within(words, MAX_WORDS):
            return Asked(None, Refusal.TOO_LONG)
        refusal, known = self.refusal(decision), self._table.get(decision.number)
        if refusal is not None:
            return Asked(None, refusal)
        if known is not None and known.state is AppealState.OPEN:
            return self._add(known, decision, words)
        now = self._clock.now()
        court = self._next_court(decision, None)
        row = AppealRow(
            decision=decision.number,
            matter=decision.matter,
            branch=decision.branch,
            court=court or decision.branch,
            person=self._hash(decision.person),
            sealed=self._sealed(decision, (words,), ""),
            state=AppealState.NOBODY if court is None else AppealState.OPEN,
            asked=now,
            deadline=now + self._answer_within(decision.branch),
            ended=now if court is None else None,
        )
        self._table.add(row)
        appeal = self._read(row, decision)
        if court is not None:
            self.notifier.asked(appeal, self.reviewers(appeal))
        return Asked(appeal)

    # What those can do who look again.

    def of(self, decision: Decision) -> Appeal | None:
        """Return the appeal against a decision, or None."""
        row = self._table.get(decision.number)
        return None if row is None else self._read(row, decision)

    def waiting_for(self, moderator: str) -> list[Appeal]:
        """Return the appeals that somebody may answer, oldest first."""
        return [one for one in self._open_ones() if moderator in self.reviewers(one)]

    def to_answer(self, moderator: str, matter: int) -> Appeal | None:
        """Return the appeal in a matter that somebody may answer, or None."""
        found = self.waiting_for(moderator)
        return next((one for one in found if one.matter == matter), None)

    def reviewers(self, appeal: Appeal) -> tuple[str, ...]:
        """Return the account ids of those who may answer an appeal now."""
        return self._able(appeal.decision, appeal.court)

    def uphold(self, appeal: Appeal, by: str, reason: str) -> Appeal:
        """Let a decision stand."""
        answered = self._answer(appeal, AppealState.UPHELD, by, reason)
        self.notifier.answered(answered)
        return answered

    def overturn(self, appeal: Appeal, by: str, reason: str) -> Appeal:
        """Take a decision back as if it had never been taken."""
        answered = self._answer(appeal, AppealState.OVERTURNED, by, reason)
        self.notifier.answered(answered)
        return replace(answered, decision=self._decisions.overturn(appeal.decision))

    def shorten(self, appeal: Appeal, by: str, until: datetime, reason: str) -> Appeal:
        """Let a decision that is in force end earlier.

        Args:
            appeal: open; `may_shorten` says whether this is possible.
            by: account id of who answers.
            until: aware, earlier than it ends now.
            reason: why, as the person reads it.
        """
        answered = self._answer(appeal, AppealState.SHORTENED, by, reason)
        shorter = appeal.decision.but(until=until)
        self.notifier.answered(replace(answered, decision=shorter))
        return replace(answered, decision=self._decisions.shorten(appeal.decision, until))

    def may_shorten(self, appeal: Appeal) -> bool:
        """Return whether a decision has an end that can come earlier."""
        decision = appeal.decision
        has_end = decision.step in (Step.TIMEOUT, Step.REMOVAL) and decision.until is not None
        return has_end and decision.is_in_force

    # What time brings.

    def look(self) -> None:
        """Remind, ask another branch, and say where nobody has answered."""
        now = self._clock.now()
        for appeal in self._open_ones():
            row = self._table.get(appeal.decision.number)
            if row is None:
                continue
            half = row.deadline - self._answer_within(row.branch) / 2
            with self._store.transaction():
                if appeal.decision.state is DecisionState.OVERTURNED:
                    # Moderators have taken it back themselves, and everybody was told of that.
                    self._table.save(replace(row, state=AppealState.OVERTURNED, ended=now))
                elif not self.reviewers(appeal):
                    self._go_on(row, appeal, AppealState.NOBODY)
                elif row.deadline <= now:
                    self._go_on(row, appeal, AppealState.UNANSWERED)
                elif half <= now and not row.reminded:
                    self._table.save(replace(row, reminded=True))
                    self.notifier.reminded(appeal, self.reviewers(appeal))

    def holds(self, matter: int) -> bool:
        """Return whether an appeal in a matter waits: so long nothing of it is destroyed."""
        return any(row.state is AppealState.OPEN for row in self._table.of_matter(matter))

    def outcomes(self, matter: int) -> list[AppealRow]:
        """Return the appeals in a matter as they are counted."""
        return self._table.of_matter(matter)

    def erase(self, matter: int) -> None:
        """Forget the appeals in a matter; the caller sees to copies."""
        self._table.forget(matter)

    def _add(self, row: AppealRow, decision: Decision, words: str) -> Asked:
        said = self._read(row, decision).words
        if len(said) > MOST_ADDED:
            return Asked(None, Refusal.ENOUGH)
        more = replace(row, sealed=self._sealed(decision, (*said, words), ""))
        self._table.save(more)
        appeal = self._read(more, decision)
        self.notifier.asked(appeal, self.reviewers(appeal))
        return Asked(appeal, added=True)

    def _answer(self, appeal: Appeal, state: AppealState, by: str, reason: str) -> Appeal:
        row = self._table.get(appeal.decision.number)
        assert row is not None  # noqa: S101 -- it is open
        mandate = self._moderators.mandate_of(by, appeal.court)
        answered = replace(
            row,
            sealed=self._sealed(appeal.decision, appeal.words, reason),
            state=state,
            ended=self._clock.now(),
            answered_by=None if mandate is None else mandate.number,
        )
        self._table.save(answered)
        return self._read(answered, appeal.decision)

    def _go_on(self, row: AppealRow, appeal: Appeal, state: AppealState) -> None:
        """Ask those of the next branch, or say that nobody has answered."""
        now = self._clock.now()
        court = self._next_court(appeal.decision, row.court)
        if court is None:
            given_up = replace(row, state=state, ended=now)
            self._table.save(given_up)
            self.notifier.given_up(self._read(given_up, appeal.decision))
            return
        deadline = now + self._answer_within(row.branch)
        moved = replace(row, court=court, deadline=deadline, reminded=False)
        self._table.save(moved)
        asked = self._read(moved, appeal.decision)
        self.notifier.moved(asked, row.court)
        self.notifier.asked(asked, self.reviewers(asked))

    def _courts(self, branch: str) -> tuple[str, ...]:
        """The branch itself, and those with which both sides' settings agree."""
        others = self._settings(branch).appeals_to
        return (
            branch,
            *(
                one
                for one in others
                if one in self._branches and branch in self._settings(one).appeals_to
            ),
        )

    def _next_court(self, decision: Decision, after: str | None) -> str | None:
        """Return the first branch after one in which somebody may answer, or None."""
        courts = self._courts(decision.branch)
        at = courts.index(after) + 1 if after in courts else 0
        return next((one for one in courts[at:] if self._able(decision, one)), None)

    def _able(self, decision: Decision, court: str) -> tuple[str, ...]:
        kept = self._record.get(decision.number)
        if kept is None:
            return ()
        able = (one for one in self._matters.able(decision.matter, court) if one != decision.person)
        return self._taking_part.others(decision, kept.sealed, able)

    def _open_ones(self) -> list[Appeal]:
        found = []
        for row in self._table.open_ones():
            decision = self._decisions.get(row.decision)
            if decision is not None:
                found.append(self._read(row, decision))
        return found

    def _read(self, row: AppealRow, decision: Decision) -> Appeal:
        sealer = self._matters.sealer
        try:
            held = json.loads(sealer.open(row.matter, f"appeal {row.decision}", row.sealed))
        except MatterGone:
            held = {"words": [], "reason": ""}
        return Appeal(
            decision=decision,
            court=row.court,
            words=tuple(held["words"]),
            reason=held["reason"],
            state=row.state,
            asked=row.asked,
            deadline=row.deadline,
        )

    def _sealed(self, decision: Decision, words: tuple[str, ...], reason: str) -> bytes:
        text = json.dumps({"words": words, "reason": reason})
        return self._matters.sealer.seal(decision.matter, f"appeal {decision.number}", text)

    def _settings(self, branch: str) -> ConductSettings:
        known = self._branches.get(branch)
        return ConductSettings() if known is None else known.conduct

    def _answer_within(self, branch: str) -> timedelta:
        return timedelta(days=self._settings(branch).appeal_answer_days)

    def _hash(self, person: str) -> str:
        return self._matters.sealer.hash("decided about", person)
