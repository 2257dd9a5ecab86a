"""How full groups are: told to those who look after them before Signal lets nobody else in."""

from collections.abc import Callable, Sequence

from relay.groups.declared import DeclaredGroup
from relay.groups.keeping import GroupKeeper
from relay.groups.tables import KeptGroup, KeptGroups
from relay.signal.types import Group
from relay.store import Store
from relay.store.table import Table

MOST_IN_GROUP = 1000
"""People in a group (`global.groupsv2.groupSizeHardLimit`, RemoteConfig in Signal-Android)."""

MOST_PINS = 3
"""Pinned messages in a chat; a fourth takes the place of the oldest (`PinnedMessages` there)."""

STEPS = (80, 95)
"""At how many percent it is said."""

FORGOTTEN_BELOW = 70
"""A group that has shrunk below this, in percent, is told of again when it fills once more."""

Tell = Callable[[KeptGroup, DeclaredGroup, int, int], None]
"""Tells of a group: how many people it has, and which of `STEPS` it has reached."""


class GroupFullness(Table):
    """The table group_fullness."""

    def told(self, number: int) -> int:
        """Return up to which of `STEPS` was told of a group; 0 for none."""
        found = self._value("SELECT told FROM group_fullness WHERE number = ?", [number])
        return 0 if found is None else int(found)

    def tell(self, number: int, step: int) -> None:
        """Keep that it was told."""
        clause = "ON CONFLICT (number) DO UPDATE SET told = excluded.told"
        self._insert("group_fullness", clause, number=number, told=step)


class FullnessWatch:
    """Looks how full each group is, and tells once at each step.

    Args:
        store: what was told.
        keeper: which groups there are.
        tell: tells those who look after it.
    """

    def __init__(self, store: Store, keeper: GroupKeeper, tell: Tell) -> None:
        self._kept = store[KeptGroups]
        self._table = store[GroupFullness]
        self._keeper = keeper
        self._tell = tell

    def look(self, groups: Sequence[Group]) -> None:
        """Tell of each group that has reached a step; joins a transaction.

        Args:
            groups: all that the API knows.
        """
        found = {group.id: len(group.members) for group in groups if group.member}
        for kept in self._kept.all():
            people = found.get(kept.id)
            if people is None or not kept.agreed:
                continue
            told, percent = self._table.told(kept.number), people * 100 / MOST_IN_GROUP
            step = max((one for one in STEPS if percent >= one), default=0)
            if step > told:
                self._table.tell(kept.number, step)
                self._tell(kept, self._keeper.declared(kept), people, step)
            elif told and percent < FORGOTTEN_BELOW:
                self._table.tell(kept.number, 0)
