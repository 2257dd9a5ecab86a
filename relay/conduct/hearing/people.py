"""Who is in a group, by name: for moderators who have no message to go by.

Nobody is told by a phone number or by what their account is called. A list has numbers that hold
for one conversation: they are places in the list that was shown, whose `key`s it keeps. People with
the same name, or with none, are told apart by what everybody in the group can see: when they last
wrote there, whether they came this week, in which listed groups of the branch they are as well;
never that they are in a caucus.

Whoever has left stands in no list; they are found by their message (`message_index`).
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relay.conduct.hearing.names import Names
from relay.conduct.hearing.watched_groups import WatchedGroup, WatchedGroups
from relay.conduct.tables.people import PeopleKey
from relay.groups.harmless import alike, harmless
from relay.groups.keeping import GroupKeeper
from relay.groups.membership import MembershipWatch
from relay.groups.newcomers import Newcomers
from relay.language.words import Words
from relay.settings.groups import GroupKind
from relay.signal.notification import SaidInGroup
from relay.store import Store
from relay.store.marks import mark
from relay.time.clock import Clock

LONGEST_NAME = 40
"""Characters of a name that are shown."""

_WROTE_FOR = timedelta(days=2)
_KEY_BYTES = 12


@dataclass(frozen=True)
class Hint:
    """By what people of one name are told apart.

    Attributes:
        wrote: when they last wrote in the group, in two days and since the relay started; None if
            they have not.
        is_new: whether they came into it within a week.
        others: names of other groups of the branch that they are in and everybody may know of.
    """

    wrote: datetime | None
    is_new: bool
    others: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """Somebody in a list.

    Attributes:
        key: stands for them in what a conversation keeps; `People.account` knows whose it is.
        name: harmless; empty where it is not known.
        hint: where another in the list has the same name, or they have none; else None.
    """

    key: str = field(repr=False)
    name: str = field(repr=False)
    hint: Hint | None = field(default=None, repr=False)


class People:
    """Lists people and names them.

    Args:
        store: who came of late, and the key of keys.
        clock: the time.
        names: what people call themselves.
        watched: the groups that are moderated.
        groups: as what they are declared.
        membership: who came when.
        people_in: the account ids of everybody in a group, by its id in the `group.` form.
        words: what stands for somebody without a name.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        names: Names,
        watched: WatchedGroups,
        groups: GroupKeeper,
        membership: MembershipWatch,
        people_in: Callable[[str], frozenset[str]],
        words: Words,
    ) -> None:
        self._store = store
        self._clock = clock
        self._names = names
        self._watched = watched
        self._groups = groups
        self._membership = membership
        self._people_in = people_in
        self._words = words
        self._wrote: dict[tuple[int, str], datetime] = {}

    def heard(self, said: SaidInGroup, group: WatchedGroup) -> None:
        """Note who wrote where, and what they call themselves; in memory alone."""
        self._names.learn(said.person, said.name)
        self._wrote[group.number, said.person] = self._clock.now()

    def listed(self, group_number: int, but: Collection[str] = ()) -> list[Person]:
        """Return who is in a group, by name; those whose name is not known last.

        To be shown only to whoever moderates it or is in it.

        Args:
            group_number: in commands; of a group that nobody moderates nobody is listed.
            but: account ids of those who are left out, such as whoever asks.
        """
        group = self._watched.numbered(group_number)
        if group is None:
            return []
        inside = [one for one in self._people_in(group.id) if one not in but]
        named = {one: self._shown(one) for one in inside}
        times = Counter(alike(name) for name in named.values())
        recent = self._recent(group_number, inside)
        found = []
        for one, name in named.items():
            same = not name or times[alike(name)] > 1
            hint = self._hint(group, one, one in recent) if same else None
            found.append(Person(self.key(one), name, hint))
        return sorted(found, key=lambda one: (not one.name, alike(one.name), one.key))

    def key(self, person: str) -> str:
        """Return what stands for an account id in what a conversation keeps."""
        secret = self._store[PeopleKey].secret()
        return mark(secret, _KEY_BYTES, person).hex()

    def account(self, group_number: int, key: str) -> str | None:
        """Return the account id of somebody in a group by their key; None once they have left."""
        group = self._watched.numbered(group_number)
        inside = () if group is None else self._people_in(group.id)
        return next((one for one in inside if self.key(one) == key), None)

    def named(self, person: str) -> str:
        """Return the name of an account id, harmless, or words for somebody whose name is unknown.

        Args:
            person: the account id; also of somebody who has left.
        """
        return self._shown(person) or self._words.say("people-nameless")

    def tidy(self) -> None:
        """Forget who wrote long ago."""
        since = self._clock.now() - _WROTE_FOR
        self._wrote = {one: at for one, at in self._wrote.items() if at >= since}

    def _shown(self, person: str) -> str:
        instead = self._words.say("people-name-link")
        return harmless(self._names.of(person), LONGEST_NAME, instead)

    def _recent(self, number: int, people: Collection[str]) -> frozenset[str]:
        roster = self._membership.roster(number)
        if roster is None:
            return frozenset()
        marks = self._store[Newcomers].marks(number)
        return frozenset(one for one in people if roster.mark(one) in marks)

    def _hint(self, group: WatchedGroup, person: str, is_new: bool) -> Hint:
        return Hint(
            self._wrote.get((group.number, person)),
            is_new,
            tuple(
                name
                for number, id_, name in self._known_to_all(group.branch)
                if number != group.number and person in self._people_in(id_)
            ),
        )

    def _known_to_all(self, branch: str) -> list[tuple[int, str, str]]:
        return [
            (kept.number, kept.id, declared.name)
            for kept, declared in self._groups.known()
            if kept.branch == branch and declared.listed and declared.kind is not GroupKind.CAUCUS
        ]
