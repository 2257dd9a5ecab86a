"""Who came into a group, who asks to, who was invited and hangs, and that somebody is gone.

signal-cli tells that a group was changed and never what; that somebody asks to be let in it does
not tell at all. So after each look at the groups, who is there is compared with who was before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from relay.groups.rosters import Roster, Rosters
from relay.groups.tables import KeptGroup, KeptGroups
from relay.signal.types import Group, Member
from relay.store import Store


@dataclass(frozen=True)
class Person:
    """Somebody in a group's lists.

    Attributes:
        id: account id.
        shows_number: whether others in the group can see their phone number.
    """

    id: str = field(repr=False)
    shows_number: bool


class MembershipListener(Protocol):
    """Hears what has changed in a group that is kept. Each call joins the look's transaction.

    So what a listener keeps or queues is there exactly if the change counts as noticed: after a
    kill in between, the next look tells it again.
    """

    def joined(self, group: KeptGroup, person: Person) -> None:
        """Somebody is in the group who was not, however they came in."""

    def asked(self, group: KeptGroup, person: Person) -> None:
        """Somebody asks with Signal's own link to be let in."""

    def pending(self, group: KeptGroup, person: Person) -> None:
        """Somebody was invited and has to accept it in Signal first."""

    def gone(self, group: KeptGroup, roster: Roster) -> None:
        """Somebody is no longer where they were: out of the group, or no longer asking or invited.

        Who it was is not known, there are only marks. A listener asks the roster for each of those
        whom it has kept itself: `roster.has_member`, `is_asking`, `is_pending`. It is told last.
        """


class QuietListener:
    """Hears everything and does nothing; others say only what they do."""

    def joined(self, group: KeptGroup, person: Person) -> None:
        """Somebody is in the group who was not."""

    def asked(self, group: KeptGroup, person: Person) -> None:
        """Somebody asks to be let in."""

    def pending(self, group: KeptGroup, person: Person) -> None:
        """Somebody was invited and has to accept it first."""

    def gone(self, group: KeptGroup, roster: Roster) -> None:
        """Somebody is no longer where they were."""


class MembershipWatch:
    """Compares who is in each group with who was.

    The first look at a group makes nobody a newcomer, nor does any before an admin has agreed that
    the group is kept. Whoever waits at the door by then is told of all the same, once it is kept.

    Args:
        store: what was there before.
        number: the bot's own, which is nobody.
    """

    def __init__(self, store: Store, number: str) -> None:
        self._store = store
        self._rosters = store[Rosters]
        self._number = number
        self._seen: dict[int, int] = {}

    def roster(self, number: int) -> Roster | None:
        """Return who was in a group at the last look, by its number in commands; None if none."""
        return self._rosters.of(number)

    def look(self, groups: Sequence[Group], listeners: Sequence[MembershipListener]) -> None:
        """Compare, keep what is there now, and tell; joins a transaction.

        Args:
            groups: all that the API knows.
            listeners: are told, each of everything.
        """
        found = {group.id: group for group in groups if group.member}
        for kept in self._store[KeptGroups].all():
            group = found.get(kept.id)
            if group is None:
                self._rosters.forget(kept.number)
                self._seen.pop(kept.number, None)
            elif group.members and self._differs(kept, group):
                self._compare(kept, group, listeners)

    def _differs(self, kept: KeptGroup, group: Group) -> bool:
        """Whether a group may be another than at the last look of this process."""
        lists = hash((kept.agreed, group.members, group.requesting, group.pending))
        if self._seen.get(kept.number) == lists:
            return False
        self._seen[kept.number] = lists
        return True

    def _compare(
        self, kept: KeptGroup, group: Group, listeners: Sequence[MembershipListener]
    ) -> None:
        before = self._rosters.of(kept.number)
        is_first = before is None or not kept.agreed
        roster = before or Roster()
        members = _compared(roster, roster.members, self._others(group.members), is_first)
        pending = _compared(roster, roster.pending, self._others(group.pending), is_first)
        # Of who waits is told once the group is kept; until then nobody has heard the bell.
        requesting = self._others(group.requesting) if kept.agreed else []
        # Who is told of by number alone is told of once their id is known, also after a first look.
        asking = _compared(roster, roster.asking, requesting, is_first=False)
        now = replace(roster, members=members.marks, asking=asking.marks, pending=pending.marks)
        self._rosters.save(kept.number, now)
        if not kept.agreed:
            return
        for listener in listeners:
            for person in () if is_first else members.new:
                listener.joined(kept, person)
            for person in asking.new:
                listener.asked(kept, person)
            for person in () if is_first else pending.new:
                listener.pending(kept, person)
            if members.has_lost or asking.has_lost or pending.has_lost:
                listener.gone(kept, now)

    def _others(self, people: Iterable[Member]) -> list[Member]:
        return [one for one in people if one.number != self._number]


@dataclass(frozen=True)
class _Compared:
    """One list of a group beside what it was: its marks, who is new, whether somebody is gone."""

    marks: frozenset[bytes]
    new: list[Person]
    has_lost: bool


def _compared(
    roster: Roster, before: frozenset[bytes], people: Iterable[Member], is_first: bool
) -> _Compared:
    """Compare a list with its marks.

    Up to 0.98 the API tells of whoever shows their number nothing but that. Such a person is known
    by it, and by their account id as soon as that is told. Nothing is told of them before: nobody
    could be written to.
    """
    marks, new, known_by = set(), [], set()
    for person in people:
        ids = [one for one in (person.account_id, person.number) if one]
        known = {mark for one in ids if (mark := roster.mark(one)) in before}
        known_by |= known
        if person.account_id is None and not known and not is_first:
            continue
        marks.add(roster.mark(ids[0]))
        if person.account_id is not None and not known:
            new.append(Person(person.account_id, person.number is not None))
    return _Compared(frozenset(marks), new, bool(before - known_by))
