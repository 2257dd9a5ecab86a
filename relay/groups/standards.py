"""Who has agreed to a branch's standards, and to which version: for as long as they are in it.

A version is a short hash of the text. What is kept is a mark of the person in the branch and that
version, and nothing else; between the yes and being in a group also until when it counts.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from relay.groups.declared import DeclaredGroup
from relay.groups.requests import AgreedStandards, JoinMarks, JoinRequests
from relay.groups.tables import KeptGroups
from relay.signal.types import Group
from relay.store import Store
from relay.time.clock import Clock

UNTIL_IN = timedelta(days=2)
"""How long a yes counts of somebody who neither is in a group of the branch nor waits for one."""

_VERSION_DIGITS = 8
_AGREED = "agreed"


def version_of(text: str) -> str:
    """Return the version of a branch's standards: the same words, however they are broken."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_VERSION_DIGITS]


class Standards:
    """What was agreed to.

    Args:
        store: where it is kept.
        clock: the time.
        current: the version that a branch has now, by its slug.
    """

    def __init__(self, store: Store, clock: Clock, current: Callable[[str], str]) -> None:
        self._store = store
        self._clock = clock
        self._current = current
        self._table = store[AgreedStandards]
        self._marks = store[JoinMarks]

    def agreed(self, branch: str, person: str) -> str | None:
        """Return the version that somebody has agreed to, or None.

        Args:
            branch: its slug.
            person: account id.
        """
        found = self._table.of(branch, self._marks.mark(_AGREED, branch, person))
        if found is None or (found.until is not None and found.until <= self._clock.now()):
            return None
        return found.version

    def has_agreed(self, branch: str, person: str) -> bool:
        """Return whether somebody has agreed to the version that a branch has now."""
        return self.agreed(branch, person) == self._current(branch)

    def agree(self, branch: str, person: str, version: str) -> None:
        """Keep that somebody has agreed; joins a transaction."""
        mark = self._marks.mark(_AGREED, branch, person)
        self._table.agree(branch, mark, version, self._clock.now() + UNTIL_IN)

    def forget(self, branch: str, person: str) -> None:
        """Forget that somebody has agreed: before the next group they are asked again."""
        self._table.forget(branch, self._marks.mark(_AGREED, branch, person))

    def look(self, groups: Sequence[Group], declared: Mapping[str, DeclaredGroup]) -> None:
        """Forget who agreed and is in no group of the branch any more; joins a transaction.

        Whoever waits at a door of it, or was invited, stays; so does a yes that is not old.

        Args:
            groups: all that the API knows.
            declared: those of the settings, by id.
        """
        people, now = _people(groups, declared), self._clock.now()
        waiting = self._waiting(declared)
        for branch, inside in people.items():
            known = self._table.all(branch)
            stays = self._marks.marks(inside, _AGREED, branch) if known else frozenset()
            waits = self._marks.marks(waiting.get(branch, ()), _AGREED, branch)
            for one in known:
                if one.mark in stays:
                    self._table.keep(branch, one.mark)
                elif one.mark not in waits and (one.until is None or one.until <= now):
                    self._table.forget(branch, one.mark)

    def _waiting(self, declared: Mapping[str, DeclaredGroup]) -> dict[str, set[str]]:
        numbers = {
            kept.number: kept.branch
            for kept in self._store[KeptGroups].all()
            if kept.id in declared
        }
        waiting: dict[str, set[str]] = {}
        for request in self._store[JoinRequests].all():
            if request.group_number in numbers:
                waiting.setdefault(numbers[request.group_number], set()).add(request.person)
        return waiting


def _people(groups: Iterable[Group], declared: Mapping[str, DeclaredGroup]) -> dict[str, set[str]]:
    """Who is in a declared group of each branch, or invited to one, of those the bot is in."""
    people: dict[str, set[str]] = {}
    for group in groups:
        wanted = declared.get(group.id)
        if wanted is None or not group.member:
            continue
        inside = people.setdefault(wanted.branch, set())
        inside.update(one.account_id for one in group.members if one.account_id)
        inside.update(one.account_id for one in group.pending if one.account_id)
    return people
