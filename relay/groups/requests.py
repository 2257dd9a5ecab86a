"""The tables of the way into a group: who waits, who vouched, what limits need to know.

Of somebody who waits the account id is kept, because they are to be answered, and only until they
are. Everything else is a mark: a keyed hash, which tells whether somebody whose id one has did a
thing, and neither who did it nor whether two marks are of the same person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.groups.drawing import free_number
from relay.store.marks import mark
from relay.store.table import Rows, Table

_MARK_BYTES = 12
_SMALLEST, _LARGEST = 100, 999
"""Numbers of requests; more digits where many of them are taken."""


class Waiting(StrEnum):
    """What a request waits for."""

    AGREEING = "agreeing"
    """That whoever asks with Signal's own link says yes to the standards."""
    ASKED = "asked"
    """That a keeper answers."""
    VOUCHING = "vouching"
    """That enough members vouch."""
    ADDING = "adding"
    """That Signal has let them in."""
    PENDING = "pending"
    """That they accept the invitation which Signal made of it."""
    LEAVING = "leaving"
    """That Signal has taken them out."""


@dataclass(frozen=True)
class JoinRequest:
    """Somebody at the door of a group.

    Attributes:
        number: by which keepers answer; it is drawn, so that it tells nothing of other requests.
        group_number: of the group, in commands.
        person: account id.
        name: what they call themselves in Signal, made harmless.
        reason: what they wrote to the keepers, made harmless.
        state: what it waits for.
        by_link: whether they asked in Signal, with the group's own link.
        asked_at: aware, UTC.
        told: how many times it was said that nobody has answered.
        tries: how often Signal was asked to do it.
        delivery: the one that asks Signal.
        code: hash of what members send who vouch for them.
        shown: by keeper, the delivery that shows it to them.
    """

    number: int
    group_number: int
    person: str = field(repr=False)
    name: str = field(repr=False)
    reason: str = field(repr=False)
    state: Waiting
    by_link: bool
    asked_at: datetime
    told: int = 0
    tries: int = 0
    delivery: int | None = None
    code: bytes | None = field(default=None, repr=False)
    shown: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def is_open(self) -> bool:
        """Whether people still have to answer."""
        return self.state in (Waiting.AGREEING, Waiting.ASKED, Waiting.VOUCHING)

    @property
    def may_go_on(self) -> bool:
        """Whether it waits for whoever asks, and for nobody else."""
        return self.state is Waiting.AGREEING


_ROWS = Rows(JoinRequest)


class JoinRequests(Table):
    """The tables join_requests and join_vouches."""

    def all(self) -> list[JoinRequest]:
        """Return every request, oldest first."""
        return self._all(_ROWS, "FROM join_requests ORDER BY asked_at, number")

    def numbered(self, number: int) -> JoinRequest | None:
        """Return a request by its number."""
        return self._one(_ROWS, "FROM join_requests WHERE number = ?", [number])

    def of(self, group_number: int, person: str) -> JoinRequest | None:
        """Return what somebody waits for at one group, or None."""
        rest = "FROM join_requests WHERE group_number = ? AND person = ?"
        return self._one(_ROWS, rest, [group_number, person])

    def of_person(self, person: str) -> list[JoinRequest]:
        """Return all that somebody waits for, oldest first."""
        rest = "FROM join_requests WHERE person = ? ORDER BY asked_at"
        return self._all(_ROWS, rest, [person])

    def at(self, group_numbers: Collection[int]) -> list[JoinRequest]:
        """Return what waits at some groups, oldest first."""
        rest = (
            "FROM join_requests WHERE group_number IN (SELECT value FROM json_each(?))"
            " ORDER BY asked_at, number"
        )
        return self._all(_ROWS, rest, [sorted(group_numbers)])

    def with_code(self, code: bytes) -> JoinRequest | None:
        """Return the request that a code belongs to, or None."""
        return self._one(_ROWS, "FROM join_requests WHERE code = ?", [code])

    def add(self, **values: Any) -> JoinRequest:
        """Enter somebody who came; return it with its number.

        Who has asked with Signal's own link, and goes on by now, keeps the number of that.
        """
        before = self.of(values["group_number"], values["person"])
        if before is not None and before.may_go_on:
            self._run("DELETE FROM join_requests WHERE number = ?", [before.number])
        taken = frozenset(self._values("SELECT number FROM join_requests"))
        number = free_number(taken, _SMALLEST, _LARGEST) if before is None else before.number
        self._insert("join_requests", number=number, **values)
        found = self.numbered(number)
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def save(self, request: JoinRequest) -> None:
        """Keep a request as it is now."""
        self._save("join_requests", _ROWS, request)

    def forget(self, request: JoinRequest) -> None:
        """Forget a request, and who vouched for it."""
        self._run("DELETE FROM join_requests WHERE number = ?", [request.number])

    def vouch(self, request: JoinRequest, mark: bytes) -> bool:
        """Note that somebody vouches; return whether they had not yet."""
        return self._insert_new("join_vouches", number=request.number, mark=mark)

    def has_vouched(self, request: JoinRequest, mark: bytes) -> bool:
        """Whether somebody vouches."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM join_vouches WHERE number = ? AND mark = ?)",
            [request.number, mark],
        )

    def vouches(self, request: JoinRequest) -> int:
        """Return how many have vouched."""
        return self._count("SELECT count(*) FROM join_vouches WHERE number = ?", [request.number])


class JoinMarks(Table):
    """The tables join_marks and join_keys: that somebody did a thing, for a limited time."""

    def mark(self, *parts: str | int) -> bytes:
        """Return by what it is known again that somebody did a thing.

        Args:
            parts: what, and who; in the same order each time.
        """
        return mark(self._key(), _MARK_BYTES, *parts)

    def vouch(self, request: JoinRequest, by: str) -> bytes:
        """Return by what it is known again that somebody vouches for a request."""
        return self.mark("vouch", request.number, by)

    def marks(self, people: Iterable[str], *parts: str | int) -> frozenset[bytes]:
        """Return the same for many people, who come after `parts`."""
        key = self._key()
        return frozenset(mark(key, _MARK_BYTES, *parts, person) for person in people)

    def note(self, mark: bytes, until: datetime) -> None:
        """Note that it was done once more."""
        self._insert("join_marks", mark=mark, until=until)

    def count(self, mark: bytes, now: datetime) -> int:
        """Return how often it was done, as far as that still counts."""
        return self._count(
            "SELECT count(*) FROM join_marks WHERE mark = ? AND until > ?", [mark, now]
        )

    def forget(self, mark: bytes) -> None:
        """Forget that it was done."""
        self._run("DELETE FROM join_marks WHERE mark = ?", [mark])

    def tidy(self, now: datetime) -> None:
        """Forget what no longer counts."""
        self._run("DELETE FROM join_marks WHERE until <= ?", [now])

    def _key(self) -> bytes:
        return self._key_of("join_keys", name="marks")


@dataclass(frozen=True)
class Agreed:
    """That somebody has agreed to a branch's standards.

    Attributes:
        mark: whose it is.
        version: what they agreed to.
        until: until when it counts without being in a group; None for whoever is in one.
    """

    mark: bytes = field(repr=False)
    version: str
    until: datetime | None


_AGREED = Rows(Agreed)


class AgreedStandards(Table):
    """The table agreed_standards, with the marks of `JoinMarks`."""

    def of(self, branch: str, mark: bytes) -> Agreed | None:
        """Return what somebody has agreed to, or None."""
        rest = "FROM agreed_standards WHERE branch = ? AND mark = ?"
        return self._one(_AGREED, rest, [branch, mark])

    def all(self, branch: str) -> list[Agreed]:
        """Return all that was agreed to in a branch."""
        return self._all(_AGREED, "FROM agreed_standards WHERE branch = ?", [branch])

    def agree(self, branch: str, mark: bytes, version: str, until: datetime) -> None:
        """Keep which version somebody has agreed to, in the place of an earlier one."""
        self._insert(
            "agreed_standards",
            # Whoever is in a group already stays agreed as long as they are.
            "ON CONFLICT (branch, mark) DO UPDATE SET version = excluded.version,"
            " until = CASE WHEN until IS NULL THEN NULL ELSE excluded.until END",
            branch=branch,
            mark=mark,
            version=version,
            until=until,
        )

    def keep(self, branch: str, mark: bytes) -> None:
        """Let it count as long as somebody is in a group."""
        self._run(
            "UPDATE agreed_standards SET until = NULL"
            " WHERE branch = ? AND mark = ? AND until IS NOT NULL",
            [branch, mark],
        )

    def forget(self, branch: str, mark: bytes) -> None:
        """Forget that somebody has agreed."""
        self._run("DELETE FROM agreed_standards WHERE branch = ? AND mark = ?", [branch, mark])
