"""Who runs each group in Signal, as the last look showed it: in memory alone."""

from collections.abc import Sequence

from relay.groups.tables import KeptGroup
from relay.signal.types import Group

_BOT_AND_ONE = 2


class GroupAdmins:
    """The admins of the groups that the bot is an admin of."""

    def __init__(self) -> None:
        self._admins: dict[str, frozenset[str]] = {}

    def note(self, groups: Sequence[Group]) -> None:
        """Note who they are, at each look.

        Args:
            groups: all that the API knows.
        """
        self._admins = {
            group.id: frozenset(one.account_id or one.number or "" for one in group.admins)
            for group in groups
            if group.member and group.admin
        }

    def knows(self, kept: KeptGroup) -> bool:
        """Return whether a look since the start has shown who runs a group."""
        return kept.id in self._admins

    def is_last(self, kept: KeptGroup, person: str) -> bool:
        """Return whether nobody but the bot would run a group without somebody."""
        admins = self._admins.get(kept.id, frozenset())
        return person in admins and len(admins) <= _BOT_AND_ONE
