"""Who has a place among the subscribers of a branch, and who waits for one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from relay.ballots.service import BallotService
from relay.settings import Branch
from relay.store import Store
from relay.subscriptions.tables import Mailings, Scope, Subscriber, Subscribers
from relay.time.clock import Clock

STRANGERS_PER_HOUR = 40
"""How many people whom the bot does not know get a place at once; the others follow by the hour.
So nobody takes all places of a branch with a handful of new accounts before anybody notices."""


class Joined(StrEnum):
    """What became of it that somebody wants to subscribe."""

    ON = "on"
    CHANGED = "changed"
    ALREADY = "already"
    WAITING = "waiting"
    STILL_WAITING = "still-waiting"
    FULL = "full"


@dataclass(frozen=True)
class Answer:
    """The same, with how many wait.

    Attributes:
        joined: what became of it.
        waiting: how many people are on the waiting list, this one included.
    """

    joined: Joined
    waiting: int = 0


class Places:
    """Enters subscribers and forgets them; inside the caller's transaction.

    Args:
        store: where they are.
        clock: the time.
        branches: the configured branches by slug.
        is_member: whether an account id is in a group that the bot is in.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        is_member: Callable[[str], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._is_member = is_member

    @property
    def open_branches(self) -> tuple[Branch, ...]:
        """The branches that anybody can subscribe to."""
        return tuple(one for one in self._branches.values() if one.subscribers)

    def of(self, person: str) -> list[Subscriber]:
        """Return the subscriptions of a person."""
        return self._store[Subscribers].of(person)

    def join(self, branch: Branch, person: str, scope: Scope) -> Answer:
        """Give somebody a place, or one on the waiting list, or let them get something else."""
        table = self._store[Subscribers]
        standing = next((one for one in table.of(person) if one.branch == branch.slug), None)
        if standing is not None:
            if standing.scope is not scope:
                table.change(standing, scope)
                if scope is Scope.MEETINGS:
                    self._ask_nothing_more(standing)
                    self._store.shredder.shred(self._clock.now())
            if standing.is_waiting:
                return Answer(Joined.STILL_WAITING, table.waiting(branch.slug))
            return Answer(Joined.ALREADY if standing.scope is scope else Joined.CHANGED)
        is_known = self._is_member(person)
        has_room = self._has_room(branch, is_known=is_known)
        if not has_room and table.waiting(branch.slug) >= branch.subscribers:
            return Answer(Joined.FULL)
        table.add(
            branch.slug,
            person,
            scope,
            is_waiting=not has_room,
            is_known=is_known,
            now=self._clock.now(),
        )
        if has_room:
            return Answer(Joined.ON)
        return Answer(Joined.WAITING, table.waiting(branch.slug))

    def leave(self, person: str, branch: str | None = None) -> list[Subscriber]:
        """Forget somebody, and send them nothing that waits; return what they had.

        Args:
            person: account id.
            branch: slug; None for all.
        """
        ended = [one for one in self.of(person) if branch in (None, one.branch)]
        for one in ended:
            self.forget(one)
        return ended

    def forget(self, subscriber: Subscriber) -> None:
        """End a subscription, leaving nothing of it."""
        now, topics = self._clock.now(), self._store.topics
        for copy in self._store[Mailings].unsent_to(subscriber.id):
            topics.drop_delivery(copy.delivery, now)
            topics.scrub_delivery(copy.delivery)
        self._ask_nothing_more(subscriber)
        self._store[Subscribers].remove(subscriber)
        self._store.shredder.shred(now)

    def _ask_nothing_more(self, subscriber: Subscriber) -> None:
        ballots = BallotService(self._store, self._clock)
        ballots.unsubscribed(subscriber.branch, subscriber.person)

    def has_waiting(self) -> bool:
        """Whether anybody waits for a place."""
        return self._store[Subscribers].has_waiting()

    def give_free_places(self, *, at_most: int) -> list[Subscriber]:
        """Let people in from the waiting lists; return who they are. Joins a transaction."""
        let_in, table = list[Subscriber](), self._store[Subscribers]
        for branch in self.open_branches:
            while (first := table.next_waiting(branch.slug)) is not None:
                if len(let_in) >= at_most or not self._has_room(branch, is_known=first.is_known):
                    break
                table.let_in(first, self._clock.now())
                let_in.append(first)
        return let_in

    def have_closed(self) -> list[Subscriber]:
        """Return whom nothing can be sent any more, because their branch takes no subscribers."""
        open_ones = {branch.slug for branch in self.open_branches}
        table = self._store[Subscribers]
        closed = [slug for slug in table.branches() if slug not in open_ones]
        return [one for slug in closed for one in table.of_branch(slug)]

    def _has_room(self, branch: Branch, *, is_known: bool) -> bool:
        table = self._store[Subscribers]
        if table.count(branch.slug) >= branch.subscribers:
            return False
        since = self._clock.now() - timedelta(hours=1)
        return is_known or table.strangers_since(branch.slug, since) < STRANGERS_PER_HOUR
