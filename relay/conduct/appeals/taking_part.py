"""Who took part in a decision, for appeals: by keyed hash, sealed with the matter.

A decision names mandates by number, and numbers are each branch's own. Whoever helps out from
another branch, or has another mandate later, is still known here as who they are.
"""

import json
from collections.abc import Iterable

from relay.conduct.decisions.decision import Decision
from relay.conduct.decisions.rules import PART
from relay.conduct.mandates.moderators import Moderators
from relay.conduct.matters.matters import Matters
from relay.conduct.matters.sealing import MatterGone
from relay.conduct.tables.decisions import DecisionTable
from relay.store import Store


class TakingPart:
    """Keeps and knows who took part in decisions.

    Args:
        store: where answers to proposals are.
        moderators: who moderates now.
        matters: who may deal with what; and what seals.
    """

    def __init__(self, store: Store, moderators: Moderators, matters: Matters) -> None:
        self._table = store[DecisionTable]
        self._moderators = moderators
        self._matters = matters

    def sealed(self, decision: Decision) -> bytes:
        """Return who proposes, agrees to or stands aside from what is decided just now."""
        numbers = {
            decision.proposed_by,
            *decision.agreed_by,
            *self._table.votes(decision.number, PART),
        }
        readers = self._matters.readers(decision.matter)
        took = [one for one in readers if self._mandate(one, decision.branch) in numbers]
        text = json.dumps([self._hash(one) for one in took])
        return self._matters.sealer.seal(decision.matter, _place(decision.number), text)

    def others(self, decision: Decision, sealed: bytes, people: Iterable[str]) -> tuple[str, ...]:
        """Return those of some people who took no part; nobody once the matter is destroyed.

        Args:
            decision: which one.
            sealed: what was kept of it.
            people: account ids.
        """
        try:
            opened = self._matters.sealer.open(decision.matter, _place(decision.number), sealed)
        except MatterGone:
            return ()
        took = frozenset(json.loads(opened))
        return tuple(one for one in people if self._hash(one) not in took)

    def _mandate(self, person: str, branch: str) -> int | None:
        """The number by which a decision of the branch names somebody now."""
        for slug in (branch, *self._moderators.branches_of(person)):
            found = self._moderators.mandate_of(person, slug)
            if found is not None:
                return found.number
        return None

    def _hash(self, person: str) -> str:
        return self._matters.sealer.hash("took part", person)


def _place(number: int) -> str:
    return f"took part {number}"
