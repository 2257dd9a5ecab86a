"""Matters: where each stands, in codes and moments; who complained and what was said are sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.conduct.matters.matter import MatterState, Origin
from relay.store.table import Rows, Table


@dataclass(frozen=True)
class MatterRow:
    """One matter.

    Attributes:
        number: drawn.
        branch: slug; empty once it is erased.
        origin: what it began with.
        state: how far it has come.
        sealed: its contents; None once they are destroyed.
        created: when it was sent or opened; of a draft, when it was last written to.
        told: when moderators were told of it; None while they are to be.
        waiting_since: since when something in it waits for moderators.
        reminded: how often they were reminded of what waits.
        alone_since: since when no moderator may read it.
        ended: when it was closed, moved or erased.
    """

    number: int
    branch: str
    origin: Origin
    state: MatterState
    sealed: bytes | None = field(repr=False)
    created: datetime
    told: datetime | None = None
    waiting_since: datetime | None = None
    reminded: int = 0
    alone_since: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True)
class LinkRow:
    """Who complained; `hidden_at` is set while it is not spoken of to them."""

    matter: int
    person: str = field(repr=False)
    sealed: bytes = field(repr=False)
    hidden_at: datetime | None


@dataclass(frozen=True)
class EntryRow:
    """One sealed entry of a log."""

    matter: int
    number: int
    kind: str
    sealed: bytes = field(repr=False)
    at: datetime


@dataclass(frozen=True)
class CopyRow:
    """A delivery that shows something of a matter, and the sealed account id it went to."""

    delivery: int
    matter: int
    sealed: bytes = field(repr=False)


_MATTERS, _LINKS, _ENTRIES, _COPIES = Rows(MatterRow), Rows(LinkRow), Rows(EntryRow), Rows(CopyRow)


class MatterTable(Table):
    """The conduct_matters table."""

    def is_known(self, number: int) -> bool:
        """Whether a number was drawn and is not free again."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM conduct_matters WHERE number = ?)", [number]
        )

    def how_many(self) -> int:
        """Return how many numbers are not free."""
        return self._count("SELECT count(*) FROM conduct_matters")

    def add(self, row: MatterRow) -> None:
        """Keep a new one."""
        self._insert("conduct_matters", **_MATTERS.values(row))

    def save(self, row: MatterRow) -> None:
        """Keep one as it is now."""
        self._save("conduct_matters", _MATTERS, row)

    def get(self, number: int) -> MatterRow | None:
        """Return one, or None."""
        return self._one(_MATTERS, "FROM conduct_matters WHERE number = ?", [number])

    def at(self, *states: MatterState) -> list[MatterRow]:
        """Return those in some states, oldest first."""
        rest = (
            "FROM conduct_matters WHERE state IN (SELECT value FROM json_each(?))"
            " ORDER BY created, number"
        )
        return self._all(_MATTERS, rest, [states])

    def untold(self) -> list[MatterRow]:
        """Return those that moderators are to be told of, oldest first."""
        rest = "FROM conduct_matters WHERE state = 'open' AND told IS NULL ORDER BY created, number"
        return self._all(_MATTERS, rest)

    def forget_erased(self, before: datetime) -> None:
        """Let numbers be drawn again of what was erased before a moment."""
        self._run(
            "DELETE FROM conduct_matters WHERE sealed IS NULL AND ended < ?",
            [before],
        )


class LinkTable(Table):
    """The conduct_links table."""

    def set(self, matter: int, person: str, sealed: bytes) -> None:
        """Keep who complained.

        Args:
            matter: its number.
            person: keyed hash of the account id.
            sealed: the account id, sealed with the link key.
        """
        self._insert("conduct_links", matter=matter, person=person, sealed=sealed)

    def of(self, matter: int) -> LinkRow | None:
        """Return who complained, or None."""
        return self._one(_LINKS, "FROM conduct_links WHERE matter = ?", [matter])

    def matters_of(self, person: str) -> list[LinkRow]:
        """Return what somebody has complained of, drafts included."""
        return self._all(_LINKS, "FROM conduct_links WHERE person = ? ORDER BY matter", [person])

    def hide(self, person: str, now: datetime) -> None:
        """Hide from somebody all that they have complained of."""
        self._run(
            "UPDATE conduct_links SET hidden_at = ? WHERE person = ? AND hidden_at IS NULL",
            [now, person],
        )

    def show(self, matter: int) -> None:
        """Hide a matter from its writer no longer."""
        self._run("UPDATE conduct_links SET hidden_at = NULL WHERE matter = ?", [matter])

    def destroy(self, matter: int) -> None:
        """Forget who complained."""
        self._run("DELETE FROM conduct_links WHERE matter = ?", [matter])


class EntryTable(Table):
    """The conduct_entries table."""

    def next_number(self, matter: int) -> int:
        """Return the number that the next entry of a matter gets."""
        return 1 + self._count(
            "SELECT coalesce(max(number), 0) FROM conduct_entries WHERE matter = ?", [matter]
        )

    def add(self, row: EntryRow) -> None:
        """Keep an entry."""
        self._insert("conduct_entries", **_ENTRIES.values(row))

    def of(self, matter: int) -> list[EntryRow]:
        """Return the log of a matter, oldest first."""
        return self._all(
            _ENTRIES, "FROM conduct_entries WHERE matter = ? ORDER BY number", [matter]
        )

    def destroy(self, matter: int) -> None:
        """Forget the log of a matter."""
        self._run("DELETE FROM conduct_entries WHERE matter = ?", [matter])


class CopyTable(Table):
    """The conduct_copies table."""

    def add(self, row: CopyRow) -> None:
        """Keep that a delivery shows something of a matter."""
        self._insert("conduct_copies", **_COPIES.values(row))

    def of(self, matter: int) -> list[CopyRow]:
        """Return what shows something of a matter, in the order in which it was sent."""
        return self._all(
            _COPIES, "FROM conduct_copies WHERE matter = ? ORDER BY delivery", [matter]
        )

    def destroy(self, matter: int) -> None:
        """Forget what shows something of a matter."""
        self._run("DELETE FROM conduct_copies WHERE matter = ?", [matter])


class PaceTable(Table):
    """The conduct_pace table."""

    def note(self, kind: str, person: str, now: datetime) -> None:
        """Note that somebody, by keyed hash, has done something of a kind."""
        self._insert("conduct_pace", kind=kind, person=person, at=now)

    def since(self, kind: str, person: str, moment: datetime) -> int:
        """Return how often somebody has done it since a moment."""
        return self._count(
            "SELECT count(*) FROM conduct_pace WHERE person = ? AND kind = ? AND at >= ?",
            [person, kind, moment],
        )

    def forget(self, before: datetime) -> None:
        """Forget what no limit needs any more."""
        self._run("DELETE FROM conduct_pace WHERE at < ?", [before])
