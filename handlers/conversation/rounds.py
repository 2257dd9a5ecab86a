"""Which of the things that waited under one number somebody agrees to.

`agree 12` names a number, and under it one thing may wait after the other: an announcement, its
correction, another correction. What was just shown may be withdrawn and replaced while somebody
types. So each is a round, counted in the audit trail, and the number alone agrees only where it can
mean nothing else; where it could, the round is typed too: `agree 12 2`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.services import Services
from relay.store.audit import Act

AGAIN = "propose-again"
"""What waited is shown anew, because it is not any more what was shown before."""
_PROPOSED = frozenset({"propose", "propose-edit", "propose-meeting-change", "author-gone", AGAIN})
_DECIDED = frozenset(
    {
        "agree",
        "agree-edit",
        "agree-meeting-change",
        "refuse",
        "refuse-edit",
        "refuse-meeting-change",
    }
)


@dataclass(frozen=True)
class Rounds:
    """What was shown under a number and what was decided, in order.

    Attributes:
        acts: those two kinds, and no others.
    """

    acts: Sequence[Act]

    @property
    def last(self) -> int:
        """Which round it is, from 1; 0 where nothing was ever shown."""
        return len(self._shown)

    @property
    def shown_at(self) -> datetime | None:
        """When the last round was shown; None where nothing was."""
        return self.acts[self._shown[-1]].at if self._shown else None

    def waits_of(self, author: str) -> bool:
        """Whether the last that happened is that something of this author was shown."""
        return bool(self.acts) and self._is_shown(self.acts[-1]) and self.acts[-1].actor == author

    def needs_round(self, person: str) -> bool:
        """Whether somebody could mean an earlier round than the last by the number alone.

        They cannot mean one that is their own, or that is followed by a decision of theirs or a
        round of theirs: they know that it is over.
        """
        if not self._shown:
            return True
        *earlier, last = self._shown
        if self.acts[last].action == AGAIN:
            return True
        others = [one for one in earlier if self.acts[one].actor != person]
        if not others:
            return False
        return all(act.actor != person for act in self.acts[max(others) + 1 : last])

    @property
    def _shown(self) -> list[int]:
        return [index for index, act in enumerate(self.acts) if self._is_shown(act)]

    @staticmethod
    def _is_shown(act: Act) -> bool:
        return act.action in _PROPOSED


def rounds_of(services: Services, number: int) -> Rounds:
    """Return the rounds of an announcement's number."""
    acts = services.store.audit.acts(f"announcement {number}")
    return Rounds([act for act in acts if act.action in _PROPOSED | _DECIDED])
