"""Newcomers of a branch: who is still to be welcomed, who was, and how many came this week.

Whoever is to be written to is kept by account id until that is done, and no longer. Who was
welcomed, and who came into a group in the last days, are marks, as in `relay.groups.rosters`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relay.groups.membership import MembershipWatch, Person, QuietListener
from relay.groups.rosters import Roster
from relay.groups.tables import KeptGroup, KeptGroups
from relay.store import Store
from relay.store.marks import mark
from relay.store.table import Rows, Table
from relay.time.clock import Clock

COUNTED_FOR = timedelta(days=7)

AGAIN_AFTER = timedelta(days=180)
"""For how long somebody who left and comes back is not welcomed a second time."""

SETTLE = timedelta(minutes=1)
"""How long after somebody came they are welcomed: they may come into several groups at once."""

APART = timedelta(seconds=15)
"""Between two welcomes. Signal asks who writes to many strangers at once for a captcha."""

INVITED_FOR = timedelta(minutes=10)
"""How long an invitation hangs before anybody is told: most are accepted at once."""

STALE = timedelta(days=14)
"""What could not be said by then is not said, and whom it was for is forgotten."""

_MARK_BYTES = 8


@dataclass(frozen=True)
class Awaited:
    """Somebody who is still to be written to.

    Attributes:
        branch: slug of which they are a newcomer.
        person: account id.
        shows_number: whether their phone number shows.
        since: when they came.
    """

    branch: str
    person: str = field(repr=False)
    shows_number: bool
    since: datetime


@dataclass(frozen=True)
class Invited:
    """Somebody whose invitation hangs.

    Attributes:
        number: of the group, in commands.
        person: account id.
        since: when it was noticed.
        keepers_told: whether those who look after the group know.
    """

    number: int
    person: str = field(repr=False)
    since: datetime
    keepers_told: bool = False


_AWAITED, _INVITED = Rows(Awaited), Rows(Invited)


class Newcomers(Table):
    """The tables recent_joins, awaited_welcomes, hanging_invites, told_once and told_once_keys."""

    def came(self, number: int, mark: bytes, now: datetime) -> None:
        """Count somebody as new in a group, once however often they come and go."""
        self._insert_new("recent_joins", number=number, mark=mark, since=now)

    def count(self, number: int) -> int:
        """Return how many people came into a group of late and are in it."""
        return self._count("SELECT count(*) FROM recent_joins WHERE number = ?", [number])

    def marks(self, number: int) -> frozenset[bytes]:
        """Return the marks in a group's roster of those who came into it of late."""
        found = self._values("SELECT mark FROM recent_joins WHERE number = ?", [number])
        return frozenset(bytes(mark) for mark in found)

    def keep_only(self, number: int, marks: Collection[bytes]) -> None:
        """Forget who is no longer in a group."""
        for [one] in self._db.execute("SELECT mark FROM recent_joins WHERE number = ?", [number]):
            if bytes(one) not in marks:
                self._run("DELETE FROM recent_joins WHERE number = ? AND mark = ?", [number, one])

    def await_welcome(self, newcomer: Awaited) -> None:
        """Have somebody welcomed, once."""
        self._insert_new("awaited_welcomes", **_AWAITED.values(newcomer))

    def awaited(self) -> list[Awaited]:
        """Return who is still to be welcomed, those who came first before others."""
        return self._all(_AWAITED, "FROM awaited_welcomes ORDER BY since, rowid")

    def leave_out(self, newcomer: Awaited) -> None:
        """Forget somebody who was to be welcomed."""
        self._run(
            "DELETE FROM awaited_welcomes WHERE branch = ? AND person = ?",
            [newcomer.branch, newcomer.person],
        )

    def is_awaited(self, person: str) -> bool:
        """Whether somebody is still to be welcomed, or told of an invitation that hangs."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM awaited_welcomes WHERE person = :person)"
            " OR EXISTS (SELECT 1 FROM hanging_invites WHERE person = :person)",
            {"person": person},
        )

    def forget_person(self, person: str) -> None:
        """Welcome somebody no more, nor tell them of an invitation that hangs."""
        self._run("DELETE FROM awaited_welcomes WHERE person = ?", [person])
        self._run("DELETE FROM hanging_invites WHERE person = ?", [person])

    def tell_once(self, about: str, person: str, now: datetime) -> bool:
        """Note that somebody is told something; return whether they were not told before.

        Args:
            about: what it is; hashes about different things cannot be compared.
            person: account id.
            now: aware, UTC.
        """
        mark = self._mark(about, person)
        return self._insert_new("told_once", about=about, mark=mark, since=now)

    def was_told(self, about: str, person: str) -> bool:
        """Return whether somebody was told something, as long as that is known."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM told_once WHERE about = ? AND mark = ?)",
            [about, self._mark(about, person)],
        )

    def hangs(self, invited: Invited) -> None:
        """Note that somebody was invited and has not accepted."""
        self._insert_new("hanging_invites", **_INVITED.values(invited))

    def hanging(self) -> list[Invited]:
        """Return whose invitations hang and were not explained yet, oldest first."""
        return self._all(_INVITED, "FROM hanging_invites ORDER BY since, rowid")

    def keepers_told(self, number: int) -> None:
        """Note that those who look after a group know whose invitations hang by now."""
        self._run("UPDATE hanging_invites SET keepers_told = 1 WHERE number = ?", [number])

    def explained(self, invited: Invited) -> None:
        """Forget whose invitation it was."""
        self._run(
            "DELETE FROM hanging_invites WHERE number = ? AND person = ?",
            [invited.number, invited.person],
        )

    def forget(self, now: datetime) -> None:
        """Forget what is over."""
        self._run("DELETE FROM recent_joins WHERE since <= ?", [now - COUNTED_FOR])
        self._run("DELETE FROM told_once WHERE since <= ?", [now - AGAIN_AFTER])
        self._run("DELETE FROM awaited_welcomes WHERE since <= ?", [now - STALE])
        self._run("DELETE FROM hanging_invites WHERE since <= ?", [now - STALE])

    def _mark(self, about: str, person: str) -> bytes:
        return mark(self._key_of("told_once_keys", about=about), _MARK_BYTES, person)


class NewcomerListener(QuietListener):
    """Notes who is to be welcomed, and whose invitation hangs.

    Args:
        store: where it is noted.
        clock: the time.
        membership: who is in which group.
    """

    def __init__(self, store: Store, clock: Clock, membership: MembershipWatch) -> None:
        self._kept = store[KeptGroups]
        self._table = store[Newcomers]
        self._clock = clock
        self._membership = membership

    def joined(self, group: KeptGroup, person: Person) -> None:
        """Count them in the group; welcome them unless the branch has them already."""
        now, roster = self._clock.now(), self._membership.roster(group.number)
        if roster is not None:
            self._table.came(group.number, roster.mark(person.id), now)
        if is_in_branch(self._membership, self._groups(group.branch, group.number), person.id):
            return
        if not self._table.was_told(welcome_to(group.branch), person.id):
            newcomer = Awaited(group.branch, person.id, person.shows_number, now)
            self._table.await_welcome(newcomer)

    def pending(self, group: KeptGroup, person: Person) -> None:
        """Note whose invitation may hang."""
        self._table.hangs(Invited(group.number, person.id, self._clock.now()))

    def gone(self, group: KeptGroup, roster: Roster) -> None:
        """Forget whoever is not there any more."""
        self._table.keep_only(group.number, roster.members)
        for invited in self._table.hanging():
            if invited.number == group.number and not roster.is_pending(invited.person):
                self._table.explained(invited)

    def _groups(self, branch: str, but: int) -> Iterable[int]:
        return [
            one.number for one in self._kept.all() if one.branch == branch and one.number != but
        ]


def welcome_to(branch: str) -> str:
    """Return under what it is kept who was welcomed to a branch, by its slug."""
    return f"welcome {branch}"


def invitation_to(number: int) -> str:
    """Return under what it is kept who was told how to accept an invitation to a group."""
    return f"invitation {number}"


def is_in_branch(membership: MembershipWatch, numbers: Iterable[int], person: str) -> bool:
    """Return whether an account id is in any of some groups, by their numbers."""
    rosters = (membership.roster(number) for number in numbers)
    return any(roster is not None and roster.has_member(person) for roster in rosters)
