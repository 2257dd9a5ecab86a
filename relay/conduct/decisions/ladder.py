"""The ladder: which steps somebody has had, as far as they count for the next one."""

from datetime import timedelta

from relay.conduct.decisions.decision import LADDER, Decision, Step
from relay.conduct.tables.decisions import ConductMarks
from relay.time.clock import Clock

STEPS_COUNT_FOR = timedelta(days=365)
"""How long an earlier step counts as one on the ladder."""

STEP_COUNTS_AFTER = timedelta(days=1)
"""How long it has to be in the past: nobody has had time to change after a note of a minute ago,
and one moderator alone would be at the next step in as many minutes as there are steps."""


class Ladder:
    """Notes steps as keyed marks; joins the caller's transaction.

    Args:
        marks: where they are.
        clock: the time.
    """

    def __init__(self, marks: ConductMarks, clock: Clock) -> None:
        self._marks = marks
        self._clock = clock

    def had(self, branch: str, person: str) -> list[Step]:
        """Return which steps somebody has had in a branch that count, the mildest first."""
        now = self._clock.now()
        longest = now + STEPS_COUNT_FOR - STEP_COUNTS_AFTER
        return [
            step
            for step in LADDER
            if self._marks.holds_no_longer_than(longest, now, "had", branch, step.value, person)
        ]

    def note(self, decision: Decision) -> None:
        """Note that somebody has had the step of a decision."""
        until = self._clock.now() + STEPS_COUNT_FOR
        what = ("had", decision.branch, decision.step.value, decision.person)
        self._marks.note(decision.number, until, *what)

    def forget(self, decision: Decision) -> None:
        """Let a decision count as never taken."""
        for step in LADDER:
            self._marks.forget(decision.number, "had", decision.branch, step.value, decision.person)
