"""Votes in a poll that is still being sent: Signal hands them on before it says that it was sent.

The API answers a message to a group only when it went to everybody, which can take minutes; those
who had it first have voted by then, and name it by a timestamp that is not known here yet. Such a
vote is held in memory, and only while a poll is on its way: a relay that dies meanwhile sends the
poll once more, and that one is what people answer.
"""

from datetime import timedelta
from typing import Any

from relay.delivery.observers import QuietObserver
from relay.meetings.tables import Polls
from relay.meetings.tables.polls import Vote
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

_HELD_FOR = timedelta(minutes=15)
_MOST_HELD = 20_000


class EarlyVotes(QuietObserver):
    """Counts votes, and those that came too early once their poll is known.

    Args:
        store: where they are counted.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._held: dict[tuple[int, str, str], Vote] = {}
        self._held_until = clock.now()

    def cast(self, vote: Vote, voter: str) -> None:
        """Count a vote, or hold it if its poll may be on its way; joins a transaction.

        Args:
            vote: as it came.
            voter: account id.
        """
        polls, now = self._store[Polls], self._clock.now()
        if now > self._held_until:
            self._held.clear()
        if polls.count(vote, voter) or not polls.awaits_answer(vote.group):
            return
        self._held_until = now + _HELD_FOR
        key = (vote.poll, vote.group, voter)
        held = self._held.get(key)
        if held is not None and held.count > vote.count:
            return
        if held is not None or len(self._held) < _MOST_HELD:
            self._held[key] = vote

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A delivery went out: what was held of that poll is counted."""
        timestamp = result.get("timestamp")
        for key in [key for key in self._held if key[0] == timestamp]:
            vote = self._held.pop(key)
            self._store[Polls].count(vote, key[2])
