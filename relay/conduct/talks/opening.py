"""Where moderators decide to talk with somebody, that talk is open: the person can begin it."""

from relay.conduct.decisions.decision import Decision, Step
from relay.conduct.talks.talks import Talks


class TalkOpening:
    """Implements `relay.conduct.decisions.decision.DecisionListener`.

    Args:
        talks: where it is opened.
    """

    def __init__(self, talks: Talks) -> None:
        self._talks = talks

    def decided(self, decision: Decision) -> None:
        """Open it."""
        if decision.step is Step.TALK and decision.person:
            self._talks.open(decision.matter, decision.branch, decision.person)

    def applied(self, decision: Decision) -> None:
        """Nothing: it is open."""

    def ended(self, decision: Decision) -> None:
        """Nothing: a talk has an end of its own."""

    def lifted(self, decision: Decision) -> None:
        """Nothing: so does one that was decided by mistake."""
