"""Who was in a group when it was last looked at: marks by which somebody is known again, no list.

A mark is a keyed hash of an account id, under a key of the group's own: it tells whether somebody
whose id one has was there, and neither who was there nor whether two groups have the same people.
It is forgotten as soon as they are gone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from relay.store.marks import mark, new_key
from relay.store.table import Table

_MARK_BYTES = 8


@dataclass(frozen=True)
class Roster:
    """The marks of one group.

    Attributes:
        members: of everybody in it, the bot left out.
        asking: of those who asked with Signal's own link to be let in.
        pending: of those who were invited and have not accepted.
        key: under which ids are hashed.
    """

    members: frozenset[bytes] = field(default=frozenset(), repr=False)
    asking: frozenset[bytes] = field(default=frozenset(), repr=False)
    pending: frozenset[bytes] = field(default=frozenset(), repr=False)
    key: bytes = field(default_factory=new_key, repr=False)

    def mark(self, person: str) -> bytes:
        """Return by what an account id, or a number where only that is known, is known again."""
        return mark(self.key, _MARK_BYTES, person)

    def has_member(self, person: str) -> bool:
        """Return whether an account id was in the group."""
        return self.mark(person) in self.members

    def is_asking(self, person: str) -> bool:
        """Return whether an account id was asking, in Signal, to be let in."""
        return self.mark(person) in self.asking

    def is_pending(self, person: str) -> bool:
        """Return whether an account id was invited and had not accepted."""
        return self.mark(person) in self.pending


class Rosters(Table):
    """The table group_rosters, by the number of the group in commands."""

    def of(self, number: int) -> Roster | None:
        """Return what is kept of a group, or None before its first look."""
        question = "SELECT members, asking, pending, key FROM group_rosters WHERE number = ?"
        row = self._db.execute(question, [number]).fetchone()
        if row is None:
            return None
        members, asking, pending, key = row
        return Roster(_apart(members), _apart(asking), _apart(pending), bytes(key))

    def save(self, number: int, roster: Roster) -> None:
        """Keep the marks of a group in the place of those before."""
        self._insert(
            "group_rosters",
            "ON CONFLICT (number) DO UPDATE SET members = excluded.members,"
            " asking = excluded.asking, pending = excluded.pending, key = excluded.key",
            number=number,
            members=_together(roster.members),
            asking=_together(roster.asking),
            pending=_together(roster.pending),
            key=roster.key,
        )

    def forget(self, number: int) -> None:
        """Forget a group that the bot is no longer in."""
        self._run("DELETE FROM group_rosters WHERE number = ?", [number])


def _together(marks: Iterable[bytes]) -> bytes:
    # Sorted, so that their order says nothing of who came first.
    return b"".join(sorted(marks))


def _apart(marks: bytes) -> frozenset[bytes]:
    return frozenset(
        bytes(marks[start : start + _MARK_BYTES]) for start in range(0, len(marks), _MARK_BYTES)
    )
