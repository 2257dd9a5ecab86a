"""Which groups Signal is asked about although nothing tells that they were changed.

That somebody asks with Signal's own link to be let in is never pushed, and the API shows what
signal-cli has stored. So a group whose link asks an admin first is fetched anew every `EVERY`, one
call for each. Where a branch has more of them than `MOST_AT_ONCE`, those in which somebody waits or
has asked lately keep their turn, and the others share what is left: what an idle relay asks stays
a few calls a minute, however many groups there are.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from relay.groups.keeping import GroupKeeper
from relay.groups.membership import Person, QuietListener
from relay.groups.tables import KeptGroup, KeptGroups
from relay.signal.types import Group, LinkState
from relay.store import Store
from relay.time.clock import Clock

EVERY = timedelta(seconds=90)
"""Requests are noticed within two minutes; the rest is for the calls themselves."""

MOST_AT_ONCE = 9
"""Calls in one turn: six a minute."""

LATELY = timedelta(days=14)
"""For how long a group whose link was used goes before others."""

REST = timedelta(minutes=15)
"""For how long nothing is fetched after Signal, or the server, would not have it."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class RequestPoll(QuietListener):
    """Says which groups to fetch, and when next; implements `relay.signal.directory.Stale`.

    Args:
        store: the groups that are kept.
        clock: the time.
        keeper: knows how the link of each is declared.
    """

    def __init__(self, store: Store, clock: Clock, keeper: GroupKeeper) -> None:
        self._kept = store[KeptGroups]
        self._clock = clock
        self._keeper = keeper
        self._fetched: dict[str, datetime] = {}
        self._asked: dict[str, datetime] = {}
        self._next = clock.now()

    def note(self, groups: Sequence[Group]) -> None:
        """Look which groups can be asked for by a link, and in which somebody waits."""
        now = self._clock.now()
        found = {one.id: one for one in groups if one.member and one.admin and one.invite_link}
        polled = {
            kept.id: found[kept.id]
            for kept in self._kept.all()
            if kept.agreed and kept.id in found and self._asks_first(kept)
        }
        self._fetched = {one: self._fetched.get(one, _NEVER) for one in polled}
        waited_for = {one: now for one, group in polled.items() if group.requesting}
        self._asked = {
            one: at for one, at in (self._asked | waited_for).items() if now - at < LATELY
        }

    def asked(self, group: KeptGroup, person: Person) -> None:
        """Its link is in use."""
        self._asked[group.id] = self._clock.now()

    @property
    def next_at(self) -> datetime | None:
        """When the next turn is; None where there is nothing to fetch."""
        return self._next if self._fetched else None

    def due(self) -> list[str]:
        """Return the groups whose turn it is by now; none before the next turn."""
        if self._clock.now() < self._next:
            return []
        longest_ago = sorted(self._fetched, key=lambda one: (self._fetched[one], one))
        # Those in use must not keep all others out for ever.
        in_use = [one for one in longest_ago if one in self._asked][: MOST_AT_ONCE - 1]
        others = [one for one in longest_ago if one not in in_use]
        return in_use + others[: MOST_AT_ONCE - len(in_use)]

    def fetched(self, group: str) -> None:
        """Signal was asked for it."""
        if group in self._fetched:
            self._fetched[group] = self._clock.now()

    def turned(self) -> None:
        """A turn is over."""
        self._next = self._clock.now() + EVERY

    def refused(self) -> None:
        """Nothing of it is wanted now."""
        self._next = self._clock.now() + REST

    def _asks_first(self, kept: KeptGroup) -> bool:
        try:
            return self._keeper.declared(kept).link is LinkState.ENABLED_WITH_APPROVAL
        except KeyError:
            return False
