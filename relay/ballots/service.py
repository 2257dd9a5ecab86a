"""Opens ballots, counts, and ends them; inside the caller's transaction, without the network."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from relay.ballots.tables import Asking, Ballot, Ballots
from relay.signal.outgoing import SUBSCRIBERS_LANE, Message
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

FEWEST = 5
"""Of fewer people, everybody could work out who answered what: so few are not asked. Reasons of an
answer that fewer gave are shown only among those of other such answers, if together so many people
gave them; else it would be plain which answer they are for."""

TOPIC = "ballot:"
"""What the topics of questions on their way begin with."""

_SUBSCRIBER = "subscriber"

KEPT_FOR = timedelta(days=30)
"""How long an ended question is remembered, so that its number is known."""


@dataclass(frozen=True)
class Outcome:
    """What came of a ballot.

    Attributes:
        ballot: it, as it was.
        counts: how many chose each answer, in their order.
        reasons: shuffled, by the place of the answer; under None those of answers that fewer than
            `FEWEST` gave, where those together were given by so many.
        withheld: how many reasons are shown to nobody, because it would be plain for which answer
            they are.
    """

    ballot: Ballot
    counts: tuple[int, ...]
    reasons: dict[int | None, tuple[str, ...]] = field(repr=False)
    withheld: int

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)


class BallotService:
    """Ballots.

    Args:
        store: where they are.
        clock: the time.
        spares: whether somebody is not to be written to unasked. They count as asked, and are not
            told: nobody is to learn from a number who they are.
    """

    def __init__(
        self, store: Store, clock: Clock, spares: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._store = store
        self._clock = clock
        self._ballots = store[Ballots]
        self._spares = spares

    def of_branch(self, branch: str) -> Ballot | None:
        """Return the open ballot of a branch, of which there is one at most."""
        return next((one for one in self._ballots.open_ones() if one.branch == branch), None)

    def asks(self, person: str) -> list[Ballot]:
        """Return the open ballots in which somebody is asked."""
        now = self._clock.now()
        return [
            one
            for one in self._ballots.open_ones()
            if one.until > now and self._ballots.has_asked(one, person)
        ]

    def answered(self, ballot: Ballot) -> int:
        """Return how many people have answered; never what."""
        return self._ballots.answered(ballot.number)

    def vote(self, ballot: Ballot, person: str, choice: int, reason: str | None) -> bool:
        """Count somebody's answer, from 0; return whether it takes the place of another."""
        replaced = self._ballots.vote(ballot, person, choice, reason)
        if replaced:
            self._store.shredder.shred(self._clock.now())
        return replaced

    def feed(self) -> bool:
        """Queue the question for who is next; return whether there was anybody."""
        found = self._ballots.next_person(self._clock.now())
        if found is None:
            return False
        if found.is_subscriber or not self._spares(found.person):
            self._queue(found)
        if not self._ballots.has_people():
            self._store.shredder.shred(self._clock.now())
        return True

    def _queue(self, found: Asking) -> None:
        asking = Message(text=found.ballot.text)
        about = topic_of(found.ballot.number)
        self._store.outbox.queue(
            lane=SUBSCRIBERS_LANE,
            target=found.person,
            action=asking.action,
            payload=asking.to_json(),
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
            topic=f"{about}:{_SUBSCRIBER}" if found.is_subscriber else about,
        )

    def went_out(self, delivery: Delivery) -> None:
        """Forget whom a question went to; joins a transaction. For other deliveries: nothing."""
        topic = self._store.topics.of(delivery.id)
        if topic is not None and topic.startswith(TOPIC):
            self._store.topics.scrub_delivery(delivery.id)

    def unsubscribed(self, branch: str, person: str) -> None:
        """Ask somebody nothing who left, unless they are in a group that is asked.

        Joins a transaction; whoever calls it has the rest shredded.
        """
        for number in self._ballots.unsubscribed(branch, person):
            self._store.topics.hold_back(
                f"{topic_of(number)}:{_SUBSCRIBER}", person, self._clock.now()
            )

    def forget_answers(self, person: str) -> None:
        """Take back what somebody has answered, and ask them nothing that waits.

        Joins a transaction; whoever calls it has the rest shredded.
        """
        for ballot in self._ballots.open_ones():
            self._ballots.forget_answer(ballot, person)
        self._store.topics.hold_back(f"{TOPIC}*", person, self._clock.now())

    def due(self) -> list[Ballot]:
        """Return the ballots whose time is over and that have not been counted."""
        now = self._clock.now()
        return [one for one in self._ballots.open_ones() if one.until <= now]

    def close(self, ballot: Ballot) -> Outcome:
        """Count, and destroy what says who answered what."""
        votes = self._ballots.votes(ballot.number)
        places = range(len(ballot.answers))
        counts = tuple(sum(one.choice == place for one in votes) for place in places)
        reasons = _shuffled([(one.choice, one.reason) for one in votes if one.reason], counts)
        withheld = 0
        if sum(count for count in counts if count < FEWEST) < FEWEST:
            withheld = len(reasons.pop(None, ()))
        self.forget(ballot)
        return Outcome(ballot, counts, reasons, withheld)

    def forget(self, ballot: Ballot) -> None:
        """End a ballot without counting."""
        now, about = self._clock.now(), topic_of(ballot.number)
        for topic in (about, f"{about}:{_SUBSCRIBER}"):
            # What waits would ask for an answer that counts no more, and says who was asked.
            self._store.topics.drop(topic, now)
            self._store.topics.scrub(topic)
        self._ballots.end(ballot.number, now)
        self._store.shredder.shred(now)

    def tidy(self) -> None:
        """Forget what ended long ago; joins a transaction."""
        self._ballots.forget_before(self._clock.now() - KEPT_FOR)


def topic_of(number: int) -> str:
    """Return what a question's deliveries are about."""
    return f"{TOPIC}{number}"


def _shuffled(
    given: Sequence[tuple[int, str]], counts: Sequence[int]
) -> dict[int | None, tuple[str, ...]]:
    """Reasons by answer, those of rare answers together, in no order that tells anything."""
    found: dict[int | None, list[str]] = {}
    for choice, reason in given:
        found.setdefault(choice if counts[choice] >= FEWEST else None, []).append(reason)
    for reasons in found.values():
        secrets.SystemRandom().shuffle(reasons)
    return {choice: tuple(reasons) for choice, reasons in found.items()}


__all__ = ["FEWEST", "BallotService", "Outcome"]
