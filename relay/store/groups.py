"""The Signal groups the bot knows, as the API last described them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Database, Rows, Table


@dataclass(frozen=True)
class KnownGroup:
    """A group the bot is in.

    Attributes:
        id: the API's form, `group.…`.
        internal_id: the form in envelopes.
        name: as its members see it.
        members: how many people are in it, the bot not counted.
        can_post: whether the bot may send to it.
        is_admin: whether the bot is one of its admins.
    """

    id: str = field(repr=False)
    internal_id: str = field(repr=False)
    name: str
    members: int
    can_post: bool
    is_admin: bool


@dataclass(frozen=True)
class Reach:
    """What the bot can do in some groups.

    Attributes:
        open: those it may post to.
        closed: those it is in but may not post to.
        unknown: how many it is not in.
    """

    open: tuple[KnownGroup, ...]
    closed: tuple[KnownGroup, ...]
    unknown: int


_ROWS = Rows(KnownGroup)


class Groups(Table):
    """The groups table."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._described = False

    def replace_all(self, groups: Iterable[KnownGroup], now: datetime) -> None:
        """Make the table hold just these groups."""
        self._described = True
        self._run("DELETE FROM groups")
        for group in groups:
            self._insert("groups", **_ROWS.values(group), seen_at=now)

    def get(self, group_id: str) -> KnownGroup | None:
        """Return a group by its API id, or None if the bot is not in it."""
        return self._one(_ROWS, "FROM groups WHERE id = ?", [group_id])

    def reach(self, group_ids: Sequence[str]) -> Reach:
        """Return to which of these groups the bot may post, in their order."""
        present = [group for one in group_ids if (group := self.get(one)) is not None]
        return Reach(
            open=tuple(group for group in present if group.can_post),
            closed=tuple(group for group in present if not group.can_post),
            unknown=len(group_ids) - len(present),
        )

    def known(self) -> bool:
        """Return whether the API has ever described its groups."""
        return self._described or self._holds("SELECT EXISTS (SELECT 1 FROM groups)")
