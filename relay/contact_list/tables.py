"""The tables of the contact list: sealed entries, and who was asked by an imported list.

Nothing here tells who somebody is: a person and a phone number are keyed hashes, and what they gave
is sealed with a key of the entry's own, so that deleting it is to destroy it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from relay.store.destructible_keys import DestructibleKeys
from relay.store.table import Rows, Table

ENTRY, NUMBER = "entry", "number"
"""What a key is for: an entry, or a number that waits to be asked."""


class ContactKeys(DestructibleKeys):
    """The tables contact_keys and contact_secrets."""

    keys: ClassVar[str] = "contact_keys"
    owner: ClassVar[str] = "contact"
    secrets: ClassVar[str] = "contact_secrets"


@dataclass(frozen=True)
class EntryRow:
    """An entry as it is kept.

    Attributes:
        number: never given twice.
        branch: slug.
        person: keyed hash of the account id, in this branch.
        sealed: what they gave.
        agreed: when they said yes, aware, UTC.
        ask_at: when they are asked whether they want to stay.
        ends: when it is deleted if they do not answer; None before they were asked.
    """

    number: int
    branch: str
    person: str = field(repr=False)
    sealed: bytes = field(repr=False)
    agreed: datetime
    ask_at: datetime
    ends: datetime | None


_ENTRIES = Rows(EntryRow)


class EntryTable(Table):
    """The table contacts."""

    def of(self, branch: str, person: str) -> EntryRow | None:
        """Return somebody's entry in a branch, or None."""
        rest = "FROM contacts WHERE branch = ? AND person = ?"
        return self._one(_ENTRIES, rest, [branch, person])

    def of_branch(self, branch: str) -> list[EntryRow]:
        """Return the entries of a branch, the first one first."""
        rest = "FROM contacts WHERE branch = ? ORDER BY number"
        return self._all(_ENTRIES, rest, [branch])

    def branches(self) -> list[str]:
        """Return the slugs of all branches that have an entry."""
        return self._values("SELECT DISTINCT branch FROM contacts ORDER BY branch")

    def add(self, branch: str, person: str, agreed: datetime, ask_at: datetime) -> int:
        """Enter somebody who is not there yet; return the number. What they gave is saved next."""
        return self._insert(
            "contacts", branch=branch, person=person, sealed=b"", agreed=agreed, ask_at=ask_at
        )

    def seal(self, number: int, sealed: bytes) -> None:
        """Keep what somebody gave, in the place of what they gave before."""
        self._run("UPDATE contacts SET sealed = ? WHERE number = ?", [sealed, number])

    def ask_again(self, number: int, ask_at: datetime) -> None:
        """Note that somebody wants to stay."""
        self._run("UPDATE contacts SET ask_at = ?, ends = NULL WHERE number = ?", [ask_at, number])

    def asked(self, number: int, ends: datetime) -> None:
        """Note that somebody was asked whether they want to stay."""
        self._run("UPDATE contacts SET ends = ? WHERE number = ?", [ends, number])

    def to_ask(self, now: datetime) -> EntryRow | None:
        """Return who is to be asked first whether they want to stay, or None."""
        rest = "FROM contacts WHERE ask_at <= ? AND ends IS NULL ORDER BY ask_at, number LIMIT 1"
        return self._one(_ENTRIES, rest, [now])

    def ended(self, now: datetime) -> EntryRow | None:
        """Return an entry whose time is over, or None."""
        rest = "FROM contacts WHERE ends <= ? ORDER BY ends, number LIMIT 1"
        return self._one(_ENTRIES, rest, [now])

    def remove(self, number: int) -> None:
        """Delete an entry; its key is destroyed apart from that."""
        self._run("UPDATE contacts SET sealed = x'' WHERE number = ?", [number])
        self._run("DELETE FROM contacts WHERE number = ?", [number])


@dataclass(frozen=True)
class LetterRow:
    """Something that admins write to people on the list, as far as it has come.

    Attributes:
        number: its number.
        branch: slug.
        audience: the area or interest that it is for; empty for everybody.
        text: the admins' words.
        place: the number of the entry that has had its turn.
        last: the number of the last one that is to get it.
        delivery: the message that went to the one at `place`; None if they got none.
        until: until when it is worth sending, aware, UTC.
    """

    number: int
    branch: str
    audience: str = field(repr=False)
    text: str = field(repr=False)
    place: int
    last: int
    delivery: int | None
    until: datetime


_LETTERS = Rows(LetterRow)


class LetterTable(Table):
    """The table contact_letters."""

    def all(self) -> list[LetterRow]:
        """Return all that is under way, the first one first."""
        return self._all(_LETTERS, "FROM contact_letters ORDER BY number")

    def next(self) -> LetterRow | None:
        """Return what goes on first, or None."""
        return self._one(_LETTERS, "FROM contact_letters ORDER BY number LIMIT 1")

    def add(self, branch: str, audience: str, text: str, last: int, until: datetime) -> None:
        """Enter a letter."""
        self._insert(
            "contact_letters", branch=branch, audience=audience, text=text, last=last, until=until
        )

    def move(self, number: int, place: int, delivery: int | None) -> None:
        """Note who has had their turn, and by which message."""
        self._run(
            "UPDATE contact_letters SET place = ?, delivery = ? WHERE number = ?",
            [place, delivery, number],
        )

    def on_its_way_to(self, entry: int) -> list[int]:
        """Return the deliveries that carry a letter to an entry, whether they have ended or not."""
        rest = "SELECT delivery FROM contact_letters WHERE place = ? AND delivery IS NOT NULL"
        return [int(one) for one in self._values(rest, [entry])]

    def remove(self, number: int) -> None:
        """Forget a letter."""
        self._run("UPDATE contact_letters SET text = '' WHERE number = ?", [number])
        self._run("DELETE FROM contact_letters WHERE number = ?", [number])


@dataclass(frozen=True)
class InvitationRow:
    """A number whose turn to be asked has not come.

    Attributes:
        number: the order of asking.
        branch: slug.
        sealed: the phone number.
        queued: when it was imported, aware, UTC.
        delivery: the message, once it is queued.
        tried: whether Signal may have been given it.
    """

    number: int
    branch: str
    sealed: bytes = field(repr=False)
    queued: datetime
    delivery: int | None
    tried: bool


@dataclass(frozen=True)
class Asked:
    """That a number was in an imported list.

    Attributes:
        phone: keyed hash of it.
        branch: slug of whose list it was.
        until: until when it is not asked again, aware, UTC.
        went: when it was asked; None if it was not.
    """

    phone: str = field(repr=False)
    branch: str
    until: datetime
    went: datetime | None


_INVITATIONS, _ASKED = Rows(InvitationRow), Rows(Asked)


class InvitationTable(Table):
    """The tables contact_invitations, contact_asked and contact_outcomes."""

    def add(self, branch: str, now: datetime) -> int:
        """Enter a number that is to be asked; return its place. The number is sealed next."""
        return self._insert("contact_invitations", branch=branch, sealed=b"", queued=now)

    def seal(self, number: int, sealed: bytes) -> None:
        """Keep the phone number."""
        self._run("UPDATE contact_invitations SET sealed = ? WHERE number = ?", [sealed, number])

    def next(self, branches: list[str]) -> InvitationRow | None:
        """Return who comes next of some branches, or None."""
        rest = (
            "FROM contact_invitations WHERE delivery IS NULL"
            " AND branch IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT 1"
        )
        return self._one(_INVITATIONS, rest, [branches])

    def carried_by(self, delivery: int) -> InvitationRow | None:
        """Return the one that a delivery carries, or None."""
        return self._one(_INVITATIONS, "FROM contact_invitations WHERE delivery = ?", [delivery])

    def under_way(self) -> InvitationRow | None:
        """Return the one that is queued to be sent, or None."""
        rest = "FROM contact_invitations WHERE delivery IS NOT NULL LIMIT 1"
        return self._one(_INVITATIONS, rest)

    def carry(self, number: int, delivery: int) -> None:
        """Note which delivery carries it."""
        self._run(
            "UPDATE contact_invitations SET delivery = ? WHERE number = ?", [delivery, number]
        )

    def try_(self, number: int, *, tried: bool) -> None:
        """Note whether Signal may have been given it."""
        self._run("UPDATE contact_invitations SET tried = ? WHERE number = ?", [tried, number])

    def remove(self, number: int) -> None:
        """Forget it; its key is destroyed apart from that."""
        self._run("UPDATE contact_invitations SET sealed = x'' WHERE number = ?", [number])
        self._run("DELETE FROM contact_invitations WHERE number = ?", [number])

    def waiting(self, branch: str) -> int:
        """Return how many of a branch are still to be asked."""
        return self._count("SELECT count(*) FROM contact_invitations WHERE branch = ?", [branch])

    def of_branches_but(self, branches: list[str]) -> list[InvitationRow]:
        """Return what waits of branches that are none of these."""
        rest = (
            "FROM contact_invitations WHERE branch NOT IN (SELECT value FROM json_each(?))"
            " ORDER BY number"
        )
        return self._all(_INVITATIONS, rest, [branches])

    def note(self, phone: str, branch: str, until: datetime) -> bool:
        """Note that a number was in a list; return whether it was not known yet."""
        return self._insert_new("contact_asked", phone=phone, branch=branch, until=until)

    def asked(self, phone: str) -> Asked | None:
        """Return what is known of a number, or None."""
        return self._one(_ASKED, "FROM contact_asked WHERE phone = ?", [phone])

    def went(self, phone: str, now: datetime) -> None:
        """Note that a number was asked."""
        self._run("UPDATE contact_asked SET went = ? WHERE phone = ?", [now, phone])

    def unnote(self, phone: str) -> None:
        """Forget that a number was in a list: it was not asked."""
        self._run("DELETE FROM contact_asked WHERE phone = ?", [phone])

    def spare(self, phone: str, until: datetime) -> None:
        """Let a number not be asked again for longer."""
        self._run("UPDATE contact_asked SET until = ? WHERE phone = ?", [until, phone])

    def went_since(self, branch: str, moment: datetime) -> int:
        """Return how many of a branch were asked after a moment."""
        question = "SELECT count(*) FROM contact_asked WHERE branch = ? AND went > ?"
        return self._count(question, [branch, moment])

    def last_went(self) -> datetime | None:
        """Return when anybody was asked last, of any branch."""
        return self._moment("SELECT max(went) FROM contact_asked")

    def tidy(self, now: datetime) -> None:
        """Forget which numbers were asked for long enough."""
        self._run("DELETE FROM contact_asked WHERE until <= ?", [now])

    def count(self, branch: str, what: str, by: int = 1) -> None:
        """Count an outcome."""
        self._insert(
            "contact_outcomes",
            "ON CONFLICT (branch, what) DO UPDATE SET count = count + excluded.count",
            branch=branch,
            what=what,
            count=by,
        )

    def outcomes(self, branch: str) -> dict[str, int]:
        """Return how often each outcome was counted in a branch."""
        rows = self._db.execute(
            "SELECT what, count FROM contact_outcomes WHERE branch = ?", [branch]
        ).fetchall()
        return {str(what): int(count) for what, count in rows}
