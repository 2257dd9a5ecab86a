"""How many people are in each group and branch, day by day, for `members`. Nobody is in it.

A caucus is not counted, and who is in nothing else is not among the people of a branch: from one
day to the next that would say that somebody came or went.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from relay.store.table import Table

KEPT_FOR = timedelta(days=400)
PEOPLE = "people"
FEWEST = 5
"""What is less than that is not said exactly where it could tell a person."""

SPANS = {"week": timedelta(days=7), "month": timedelta(days=30), "year": timedelta(days=365)}
_SLACK = timedelta(days=5)
"""How much older a count may be that stands for one: the relay may have been down on that day."""


class MemberCounts(Table):
    """The table member_counts."""

    def keep(self, branch: str, day: date, counts: Mapping[str, int]) -> None:
        """Keep the counts of a day, in the place of earlier ones of the same day.

        Args:
            branch: slug.
            day: in the branch's time zone.
            counts: by what is counted: `PEOPLE`, or `group_count` of a group.
        """
        for what, count in counts.items():
            self._insert(
                "member_counts",
                "ON CONFLICT (branch, day, what) DO UPDATE SET count = excluded.count",
                branch=branch,
                day=day.isoformat(),
                what=what,
                count=count,
            )

    def has(self, branch: str, day: date) -> bool:
        """Return whether a day was counted."""
        question = "SELECT EXISTS (SELECT 1 FROM member_counts WHERE branch = ? AND day = ?)"
        return self._holds(question, [branch, day.isoformat()])

    def growth(self, branch: str, what: str, now: int, today: date) -> dict[str, int]:
        """Return by how many something has grown over each of `SPANS` that is known.

        Args:
            branch: slug.
            what: as in `keep`.
            now: how many there are.
            today: in the branch's time zone.
        """
        grown = {}
        for span, length in SPANS.items():
            latest, earliest = today - length, today - length - _SLACK
            before = self._value(
                "SELECT count FROM member_counts WHERE branch = ? AND what = ?"
                " AND day <= ? AND day >= ? ORDER BY day DESC LIMIT 1",
                [branch, what, latest.isoformat(), earliest.isoformat()],
            )
            if before is not None:
                grown[span] = now - int(before)
        return grown

    def tidy(self, today: date, branches: Iterable[str]) -> None:
        """Forget what is too old, and branches that there are no more."""
        oldest = (today - KEPT_FOR).isoformat()
        self._run("DELETE FROM member_counts WHERE day < ?", [oldest])
        for branch in self._values("SELECT DISTINCT branch FROM member_counts"):
            if branch not in branches:
                self._run("DELETE FROM member_counts WHERE branch = ?", [branch])


def group_count(number: int) -> str:
    """Return under what the people of a group are counted, by its number in commands."""
    return f"group {number}"


@dataclass(frozen=True)
class BranchCount:
    """How many there are in a branch now.

    Attributes:
        people: account ids in its groups, caucuses left out.
        groups: how many are in each group that is counted, by its number in commands.
    """

    people: frozenset[str] = field(repr=False)
    groups: Mapping[int, int]

    def kept(self) -> dict[str, int]:
        """Return what is kept of it."""
        counts = {group_count(number): count for number, count in self.groups.items()}
        return {PEOPLE: len(self.people), **counts}
