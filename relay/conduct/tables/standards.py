"""The table of a branch's standards: what each says, and what it said before."""

from dataclasses import dataclass
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class StandardChange:
    """What a standard says from a version of the list on.

    Attributes:
        branch: its slug.
        version: of the whole list, from 1.
        number: of the standard; never that of another one.
        retired: whether it counts no more.
        at: since when, aware, UTC.
    """

    branch: str
    version: int
    number: int
    title: str
    text: str
    retired: bool
    at: datetime


_ROWS = Rows(StandardChange)


class StandardChanges(Table):
    """The table standard_changes."""

    def of(self, branch: str) -> list[StandardChange]:
        """Return every change in a branch, in order."""
        rest = "FROM standard_changes WHERE branch = ? ORDER BY version, number"
        return self._all(_ROWS, rest, [branch])

    def add(self, change: StandardChange) -> None:
        """Enter a change."""
        self._insert("standard_changes", **_ROWS.values(change))
