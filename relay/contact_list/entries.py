"""Who is on the contact list of a branch: they asked for it, and end it whenever they like.

An entry is opened by its own key alone. Deleting it destroys that, in the store and, with the next
backup, in the only copy there is of it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from relay.contact_list.tables import ENTRY, ContactKeys, EntryRow, EntryTable, LetterTable
from relay.sealing import keyed_hash, open_sealed, seal
from relay.settings import Branch
from relay.store import Store
from relay.time.clock import Clock

_PERSON = "contact of {branch}"
_HASHES = "people"


@dataclass(frozen=True)
class Given:
    """What somebody gave of themselves; all but the account may be empty.

    Attributes:
        person: account id, by which the bot writes to them.
        name: as they want it.
        area: where they are, as they say it.
        interests: what they would like to do or hear of.
        speaks: the language they like to be written to in.
        reach: how the branch may reach them without the bot, if they want that.
    """

    person: str = field(repr=False)
    name: str = field(default="", repr=False)
    area: str = field(default="", repr=False)
    interests: tuple[str, ...] = field(default=(), repr=False)
    speaks: str = field(default="", repr=False)
    reach: str = field(default="", repr=False)


@dataclass(frozen=True)
class Entry:
    """An entry, opened.

    Attributes:
        number: its number.
        branch: slug.
        given: what they gave.
        agreed: when they said yes, aware, UTC.
        ask_at: when they are asked whether they want to stay.
        ends: when it is deleted without an answer; None before they were asked.
    """

    number: int
    branch: str
    given: Given = field(repr=False)
    agreed: datetime
    ask_at: datetime
    ends: datetime | None


class ContactList:
    """Keeps entries and destroys them; inside the caller's transaction.

    Args:
        store: where they are.
        clock: the time.
        branches: the configured branches by slug.
    """

    def __init__(self, store: Store, clock: Clock, branches: Mapping[str, Branch]) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._keys = store[ContactKeys]
        self._table = store[EntryTable]
        self._letters = store[LetterTable]

    @property
    def open_branches(self) -> tuple[Branch, ...]:
        """The branches that have a contact list."""
        return tuple(one for one in self._branches.values() if one.contact_list is not None)

    def of(self, person: str) -> list[Entry]:
        """Return all entries of an account id."""
        if not self._table.branches():
            return []
        found = (self.entry(slug, person) for slug in self._table.branches())
        return [one for one in found if one is not None]

    def entry(self, branch: str, person: str) -> Entry | None:
        """Return somebody's entry in a branch, or None."""
        row = self._table.of(branch, self._mark(branch, person))
        return None if row is None else self._opened(row)

    def of_branch(self, branch: str) -> list[Entry]:
        """Return the entries of a branch, the first one first."""
        opened = (self._opened(row) for row in self._table.of_branch(branch))
        return [one for one in opened if one is not None]

    def keep(self, branch: Branch, given: Given) -> Entry:
        """Keep what somebody gave, and has said yes to.

        Raises:
            ValueError: the branch has no contact list.
        """
        if branch.contact_list is None:
            raise ValueError("the branch has no contact list")
        mark, now = self._mark(branch.slug, given.person), self._clock.now()
        row = self._table.of(branch.slug, mark)
        if row is not None:
            self._forget(row.number)
        ask_at = now + timedelta(days=branch.contact_list.ask_days)
        number = self._table.add(branch.slug, mark, now, ask_at)
        self._seal(number, given)
        self._store.shredder.shred(now)
        return Entry(number, branch.slug, given, now, ask_at, None)

    def change(self, entry: Entry, given: Given) -> None:
        """Keep something else in an entry; of what stood there nothing is left."""
        self._keys.destroy(entry.number, ENTRY)
        self._seal(entry.number, given)
        self._store.shredder.shred(self._clock.now())

    def stay(self, entry: Entry) -> datetime:
        """Note that somebody wants to stay; return when they are asked next."""
        branch = self._branches.get(entry.branch)
        settings = None if branch is None else branch.contact_list
        ask_at = self._clock.now() + timedelta(days=365 if settings is None else settings.ask_days)
        self._table.ask_again(entry.number, ask_at)
        return ask_at

    def remove(self, entry: Entry) -> None:
        """Destroy an entry, and send them nothing that waits."""
        for delivery in self._letters.on_its_way_to(entry.number):
            self._store.topics.drop_delivery(delivery, self._clock.now())
            self._store.topics.scrub_delivery(delivery)
        self._forget(entry.number)
        self._store.shredder.shred(self._clock.now())

    def next_to_ask(self) -> Entry | None:
        """Return who is to be asked next whether they want to stay, or None."""
        row = self._table.to_ask(self._clock.now())
        return None if row is None else self._opened(row)

    def asked(self, entry: Entry) -> datetime:
        """Note that somebody was asked; return when the entry is deleted without an answer."""
        branch = self._branches.get(entry.branch)
        settings = None if branch is None else branch.contact_list
        days = 30 if settings is None else settings.answer_days
        ends = self._clock.now() + timedelta(days=days)
        self._table.asked(entry.number, ends)
        return ends

    def next_ended(self) -> Entry | None:
        """Return an entry whose time is over, or None."""
        row = self._table.ended(self._clock.now())
        return None if row is None else self._opened(row)

    def next_closed(self) -> Entry | None:
        """Return an entry of a branch that has no contact list any more, or None."""
        open_ones = {branch.slug for branch in self.open_branches}
        closed = (slug for slug in self._table.branches() if slug not in open_ones)
        return next((one for slug in closed for one in self.of_branch(slug)), None)

    def _mark(self, branch: str, person: str) -> str:
        kind = _PERSON.format(branch=branch)
        return keyed_hash(self._keys.store_secret(_HASHES), kind, person)

    def _seal(self, number: int, given: Given) -> None:
        data = json.dumps(asdict(given)).encode()
        key = self._keys.make(number, ENTRY)
        self._table.seal(number, seal(key, f"contact {number}", data))

    def _forget(self, number: int) -> None:
        self._keys.destroy(number, ENTRY)
        self._table.remove(number)

    def _opened(self, row: EntryRow) -> Entry | None:
        key = self._keys.get(row.number, ENTRY)
        if key is None:
            return None
        read = json.loads(open_sealed(key, f"contact {row.number}", row.sealed))
        given = Given(**{**read, "interests": tuple(read["interests"])})
        return Entry(row.number, row.branch, given, row.agreed, row.ask_at, row.ends)


def counted(values: Iterable[str]) -> dict[str, int]:
    """Return how often each value stands among some, in any case; the most frequent first."""
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for value in values:
        if value:
            folded = value.casefold()
            shown.setdefault(folded, value)
            counts[folded] = counts.get(folded, 0) + 1
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return {shown[folded]: count for folded, count in ordered}
