"""Which groups a branch has, and in which of them somebody is, as the last look said."""

from collections.abc import Callable, Sequence
from enum import Enum

from relay.conduct.decisions.decision import Place
from relay.groups.keeping import GroupKeeper
from relay.groups.rosters import Rosters
from relay.settings import Branch
from relay.signal.types import Group, LinkState
from relay.store import Store


class Presence(Enum):
    """How somebody is in a group."""

    INSIDE = "inside"
    AT_DOOR = "at_door"
    """They ask with Signal's own link, or were invited."""
    OUTSIDE = "outside"
    UNKNOWN = "unknown"
    """The bot is not in the group, or cannot see who is."""


class Whereabouts:
    """Asks for one person whose account id one has; it lists nobody.

    Args:
        store: who was in each group that is kept, as marks.
        keeper: the groups that are declared.
        people_in: who is in a group, by its id, as the last look said.
    """

    def __init__(
        self, store: Store, keeper: GroupKeeper, people_in: Callable[[str], frozenset[str]]
    ) -> None:
        self._store = store
        self._rosters = store[Rosters]
        self._keeper = keeper
        self._people_in = people_in

    def groups_of(self, branch: Branch) -> list[Place]:
        """Return all groups of a branch: those that are kept, by number, then the others."""
        kept = [Place(one.id, one.number) for one in self._keeper.of_branches([branch.slug])]
        known = {place.id for place in kept}
        return [*kept, *(Place(one) for one in branch.announcement_groups if one not in known)]

    def now(self, place: Place) -> Place:
        """Return where a group is by now: another one may have taken its place and number."""
        kept = None if place.number is None else self._keeper.numbered(place.number)
        return place if kept is None else Place(kept.id, kept.number, place.timestamp)

    def is_declared(self, place: Place) -> bool:
        """Return whether the settings still have a group that they had."""
        return place.number is None or self._keeper.numbered(place.number) is not None

    def name_of(self, place: Place) -> str | None:
        """Return what a group is called, None if nobody knows."""
        kept = None if place.number is None else self._keeper.numbered(place.number)
        if kept is not None:
            return self._keeper.declared(kept).name
        group = self._store.groups.get(place.id)
        return None if group is None else group.name

    def has_link(self, place: Place) -> bool:
        """Return whether a group can be joined with a link, as it is declared."""
        kept = None if place.number is None else self._keeper.numbered(place.number)
        return kept is not None and self._keeper.declared(kept).link is not LinkState.DISABLED

    def presence(self, place: Place, person: str) -> Presence:
        """Return how somebody was in a group at the last look."""
        known = self._store.groups.get(place.id)
        if known is None or not known.is_admin:
            return Presence.UNKNOWN
        if person in self._people_in(place.id):
            return Presence.INSIDE
        roster = None if place.number is None else self._rosters.of(place.number)
        if roster is None:
            return Presence.OUTSIDE
        if roster.has_member(person):
            return Presence.INSIDE
        at_door = roster.is_asking(person) or roster.is_pending(person)
        return Presence.AT_DOOR if at_door else Presence.OUTSIDE


def presence_in(groups: Sequence[Group], place: Place, person: str) -> Presence:
    """Return how somebody is in a group, by what the API says of all groups just now."""
    group = next((one for one in groups if one.id == place.id and one.member), None)
    if group is None or not group.admin:
        return Presence.UNKNOWN
    if any(one.account_id == person for one in group.members):
        return Presence.INSIDE
    waiting = (*group.pending, *group.requesting)
    return (
        Presence.AT_DOOR if any(one.account_id == person for one in waiting) else Presence.OUTSIDE
    )
