"""Votes in a poll that is still being sent: Signal hands them on before it says that it was sent.

The API answers a message to a group only when it went to everybody, which can take minutes; those
who had it first have voted by then, and name it by a timestamp that is not known here yet. Such a
vote is held in memory, and only while a poll is on its way: a relay that dies meanwhile sends the
poll once more, and that one is what people answer.
"""

from typing import Any

from relay.delivery.held_back import HeldBack
from relay.delivery.observers import QuietObserver
from relay.meetings.tables import Polls
from relay.meetings.tables.polls import Vote
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock


class EarlyVotes(QuietObserver):
    """Counts votes, and those that came too early once their poll is known.

    Args:
        store: where they are counted.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._held: HeldBack[tuple[str, str], Vote] = HeldBack(clock)

    def cast(self, vote: Vote, voter: str) -> None:
        """Count a vote, or hold it if its poll may be on its way; joins a transaction.

        Args:
            vote: as it came.
            voter: account id.
        """
        polls, who = self._store[Polls], (vote.group, voter)
        self._held.forget_old()
        if polls.count(vote, voter) or not polls.awaits_answer(vote.group):
            return
        held = self._held.known(vote.poll, who)
        if held is None or held.count <= vote.count:
            self._held.hold(vote.poll, who, vote)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out: what was held of that poll is counted."""
        for (_, voter), vote in self._held.take(result.get("timestamp", 0)).items():
            self._store[Polls].count(vote, voter)
