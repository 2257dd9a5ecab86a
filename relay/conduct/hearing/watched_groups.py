"""Which groups have moderators: only of them anything is kept, counted or listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relay.groups.keeping import GroupKeeper
from relay.store import Store
from relay.time.clock import Clock

LOOK_EVERY = timedelta(seconds=20)
"""How soon a message counts after somebody has become moderator, or a group was added."""


@dataclass(frozen=True)
class WatchedGroup:
    """A group of a branch that has moderators.

    Attributes:
        number: in commands; no other group is ever given it.
        branch: slug of whose it is.
        id: in the `group.` form.
    """

    number: int
    branch: str
    id: str = field(repr=False)


class WatchedGroups:
    """Knows them by what envelopes call them.

    Args:
        store: what the API calls the groups.
        clock: the time.
        groups: those that the settings declare.
        has_moderators: whether somebody moderates a group now, by the branch's slug and its number.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        groups: GroupKeeper,
        has_moderators: Callable[[str, int], bool],
    ) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._has_moderators = has_moderators
        self._known: Mapping[str, WatchedGroup] = {}
        self._looked: datetime | None = None

    def called(self, internal_id: str) -> WatchedGroup | None:
        """Return a group by its internal id; None where nobody moderates it."""
        return self._all().get(internal_id)

    def numbered(self, number: int) -> WatchedGroup | None:
        """Return a group by its number in commands; None where nobody moderates it."""
        return next((one for one in self._all().values() if one.number == number), None)

    def of_branch(self, slug: str) -> list[WatchedGroup]:
        """Return the groups of a branch that are moderated, by number."""
        found = (one for one in self._all().values() if one.branch == slug)
        return sorted(found, key=lambda one: one.number)

    def __bool__(self) -> bool:
        return bool(self._all())

    def _all(self) -> Mapping[str, WatchedGroup]:
        now = self._clock.now()
        if self._looked is None or not timedelta() <= now - self._looked < LOOK_EVERY:
            self._looked = now
            self._known = self._found()
        return self._known

    def _found(self) -> Mapping[str, WatchedGroup]:
        found = {}
        for kept, _ in self._groups.known():
            group = self._store.groups.get(kept.id)
            if group is not None and self._has_moderators(kept.branch, kept.number):
                found[group.internal_id] = WatchedGroup(kept.number, kept.branch, kept.id)
        return found
