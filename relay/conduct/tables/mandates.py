"""The tables of mandates: who moderates until when, and who is ready to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.store import Store
from relay.store.table import Rows, Table
from relay.time.clock import Clock


class Origin(StrEnum):
    """Who has named a moderator."""

    NAMED = "named"
    """Two admins, for a term."""
    SETTINGS = "settings"
    """Whoever runs the server, without end."""


@dataclass(frozen=True)
class Mandate:
    """What one moderator may do, where and until when.

    Attributes:
        branch: its slug.
        number: by which records of the branch name it, never the person; not given again.
        person: account id; None once it is over.
        name: what they called themselves in Signal when they offered, made harmless.
        groups: numbers of the groups it is for; empty for all of the branch.
        both: whether they have said that they do it beside another role.
        since: when it began, aware, UTC.
        until: when it ends, aware, UTC; None for one of the settings.
        ended_at: when it ended.
        reminded: how many times its end was announced.
    """

    id: int
    branch: str
    number: int
    person: str | None = field(repr=False)
    mark: bytes = field(repr=False)
    name: str = field(repr=False)
    groups: tuple[int, ...]
    origin: Origin
    both: bool = field(repr=False)
    since: datetime
    until: datetime | None
    ended_at: datetime | None
    reminded: int

    def runs(self, now: datetime) -> bool:
        """Return whether it is within its term."""
        return (
            self.person is not None
            and self.ended_at is None
            and (self.until is None or now < self.until)
        )

    def covers(self, group: int | None) -> bool:
        """Return whether it is for a group, by number; None for the whole branch."""
        return not self.groups or group in self.groups


@dataclass(frozen=True)
class Offer:
    """Somebody who is ready to moderate.

    Attributes:
        person: account id.
        name: what they call themselves in Signal, made harmless.
        code: hash of what an admin types.
        both: whether they have said that they would do it beside another role of theirs.
        until: until when the code is good.
    """

    person: str = field(repr=False)
    name: str = field(repr=False)
    code: bytes = field(repr=False)
    both: bool = field(repr=False)
    until: datetime


_ROWS = Rows(Mandate)
_OFFERS = Rows(Offer)


class Mandates(Table):
    """The tables mandates and mandate_offers."""

    def open_ones(self) -> list[Mandate]:
        """Return all that have not been ended, by branch and number; their term may be over."""
        return self._all(_ROWS, "FROM mandates WHERE ended_at IS NULL ORDER BY branch, number")

    def of(self, branch: str) -> list[Mandate]:
        """Return those of a branch that have not been ended, by number."""
        rest = "FROM mandates WHERE branch = ? AND ended_at IS NULL ORDER BY number"
        return self._all(_ROWS, rest, [branch])

    def of_person(self, person: str) -> list[Mandate]:
        """Return those of somebody that have not been ended."""
        rest = "FROM mandates WHERE person = ? AND ended_at IS NULL ORDER BY branch, number"
        return self._all(_ROWS, rest, [person])

    def numbered(self, branch: str, number: int) -> Mandate | None:
        """Return one by its number, also if it is over."""
        rest = "FROM mandates WHERE branch = ? AND number = ?"
        return self._one(_ROWS, rest, [branch, number])

    def begin(
        self,
        branch: str,
        person: str,
        mark: bytes,
        origin: Origin,
        since: datetime,
        *,
        name: str = "",
        groups: tuple[int, ...] = (),
        both: bool = False,
        until: datetime | None = None,
    ) -> Mandate:
        """Enter a mandate; return it with its number."""
        number = 1 + self._count(
            "SELECT coalesce(max(number), 0) FROM mandates WHERE branch = ?", [branch]
        )
        self._insert(
            "mandates",
            branch=branch,
            number=number,
            person=person,
            mark=mark,
            name=name,
            groups=groups,
            origin=origin,
            both=both,
            since=since,
            until=until,
        )
        found = self.numbered(branch, number)
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def save(self, mandate: Mandate) -> None:
        """Keep one as it is now."""
        self._save("mandates", _ROWS, mandate, key="id")

    def end(self, mandate: Mandate, now: datetime) -> None:
        """End one: whose it was can only be told from then on by whoever has the account id."""
        self._run(
            "UPDATE mandates SET ended_at = ?, person = NULL, name = '', both = 0 WHERE id = ?",
            [now, mandate.id],
        )

    def numbers(self, branch: str, mark: bytes) -> frozenset[int]:
        """Return the numbers of all mandates of somebody, also of those that are over."""
        question = "SELECT number FROM mandates WHERE branch = ? AND mark = ?"
        return frozenset(self._values(question, [branch, mark]))

    def forget_ended(self, before: datetime) -> None:
        """Forget whose the mandates were that ended before a moment; their numbers stay taken."""
        self._run("UPDATE mandates SET mark = x'' WHERE ended_at < ?", [before])

    def offer(self, offer: Offer) -> None:
        """Keep that somebody is ready, in the place of what they said earlier."""
        self._run("DELETE FROM mandate_offers WHERE person = ?", [offer.person])
        self._insert("mandate_offers", **_OFFERS.values(offer))

    def offer_of(self, person: str, now: datetime) -> Offer | None:
        """Return what somebody has offered, while its code is good."""
        rest = "FROM mandate_offers WHERE person = ? AND until > ?"
        return self._one(_OFFERS, rest, [person, now])

    def offered(self, code: bytes, now: datetime) -> Offer | None:
        """Return whose code it is, while it is good."""
        rest = "FROM mandate_offers WHERE code = ? AND until > ?"
        return self._one(_OFFERS, rest, [code, now])

    def forget_offer(self, person: str) -> None:
        """Forget that somebody is ready."""
        self._run("DELETE FROM mandate_offers WHERE person = ?", [person])

    def forget_offers(self, now: datetime) -> None:
        """Forget whose code is no longer good."""
        self._run("DELETE FROM mandate_offers WHERE until <= ?", [now])


def moderating_in(store: Store, clock: Clock, person: str) -> frozenset[str]:
    """Return the slugs of the branches in which somebody has a mandate, also while they wait.

    Args:
        store: where mandates are kept.
        clock: the time.
        person: account id.
    """
    now = clock.now()
    return frozenset(one.branch for one in store[Mandates].of_person(person) if one.runs(now))
