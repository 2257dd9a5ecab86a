"""How many people have asked about the same thing, and how those who asked are reached again.

Nothing that somebody asks about is kept. For each thing (a text, the address of a link, a file)
there is

- a count under a keyed hash of it, for six weeks, and
- for fourteen days who asked, sealed (ChaCha20-Poly1305) with a key that is made of the very thing
  and of a secret of the day. So only whoever has the same thing in hand, such as an admin who marks
  it as false, reaches those who asked about it. Each day's secret is destroyed with all under it.

Whoever has the database and its secrets can find out that somebody asked about a thing which they
can guess, such as a link that they know; and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from relay.authenticity.links import Address
from relay.authenticity.matcher import Asked
from relay.authenticity.particulars import Prepared
from relay.media.prints import Prints
from relay.sealing import KEY_BYTES, open_sealed, seal
from relay.store import Store
from relay.store.marks import mark, new_key
from relay.store.table import Table
from relay.time.clock import Clock

KEPT_FOR = timedelta(days=14)
"""How long those who asked can be reached."""
COUNTED_FOR = timedelta(weeks=6)
"""How long it is counted from when somebody first asked."""
TELLING = (3, 10, 30, 100, 300)
"""At so many people admins are told."""
_PERIOD = timedelta(days=1)
_MARK_BYTES = 16
_SEALED_AS = "asker"


@dataclass(frozen=True)
class Thing:
    """What somebody asks about, as it is hashed.

    Attributes:
        kind: `text`, `link` or `file`.
        value: it.
    """

    kind: str
    value: str


@dataclass(frozen=True)
class Counted:
    """How often one thing was asked about.

    Attributes:
        thing: it.
        people: how many different people have asked.
        tells: whether admins are to be told now.
    """

    thing: Thing
    people: int
    tells: bool


def things_of(asked: Asked) -> tuple[Thing, ...]:
    """Return under what a text is counted: its words, and each address in it."""
    links = (link_of(address) for address in asked.addresses)
    return tuple(dict.fromkeys((*_texts(asked.text, asked), *links)))


def link_of(address: Address) -> Thing:
    """Return under what an address is counted: no query, no fragment."""
    return Thing("link", address.shown)


def file_of(prints: Prints) -> Thing:
    """Return under what a file is counted."""
    return Thing("file", prints.sha256)


def _texts(text: Prepared, asked: Asked) -> Iterable[Thing]:
    if text.folded and not asked.is_address:
        yield Thing("text", text.canonical)


class AskedTable(Table):
    """The tables asked_keys, askers, asked_count_key and asked_counts."""

    def keys(self) -> dict[int, bytes]:
        """Return the secrets that are not destroyed, by day."""
        return dict(self._db.execute("SELECT period, secret FROM asked_keys").fetchall())

    def keep_key(self, period: int, key: bytes) -> None:
        """Keep the secret of a day."""
        self._insert_new("asked_keys", period=period, secret=key)

    def count_key(self) -> bytes:
        """Return the key of the hashes under which it is counted."""
        return self._key_of("asked_count_key", id=1)

    def add(self, period: int, made: bytes, who: bytes, sealed: bytes) -> None:
        """Keep that somebody asked."""
        self._insert_new("askers", period=period, mark=made, who=who, sealed=sealed)

    def holds(self, period: int, made: bytes, who: bytes) -> bool:
        """Whether somebody asked about the same on a day."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM askers WHERE period = ? AND mark = ? AND who = ?)",
            [period, made, who],
        )

    def sealed(self, period: int, made: bytes) -> list[bytes]:
        """Return who asked about a thing on a day, sealed."""
        question = "SELECT sealed FROM askers WHERE period = ? AND mark = ?"
        return [bytes(one) for one in self._values(question, [period, made])]

    def count(self, made: bytes, until: object) -> int:
        """Count one more, and return how many there are."""
        self._insert(
            "asked_counts",
            "ON CONFLICT (mark) DO UPDATE SET people = people + 1",
            mark=made,
            people=1,
            until=until,
        )
        return self._count("SELECT people FROM asked_counts WHERE mark = ?", [made])

    def tells(self, made: bytes, people: int) -> bool:
        """Note that admins are told of so many; return whether they were not before."""
        question = "UPDATE asked_counts SET told = ? WHERE mark = ? AND told < ?"
        return bool(self._run(question, [people, made, people]))

    def destroy(self, before: int, now: object) -> bool:
        """Destroy who asked before a day, first the secrets; forget counts whose time is over.

        Returns:
            Whether anything was destroyed.
        """
        self._run(
            f"UPDATE asked_keys SET secret = zeroblob({KEY_BYTES})"  # noqa: S608 -- a constant
            " WHERE period < ?",
            [before],
        )
        destroyed = self._run("DELETE FROM asked_keys WHERE period < ?", [before])
        destroyed += self._run("DELETE FROM askers WHERE period < ?", [before])
        destroyed += self._run("DELETE FROM asked_counts WHERE until < ?", [now])
        return bool(destroyed)


class Enquiries:
    """Counts who asks about what. Everything joins the caller's transaction.

    Args:
        store: where it is kept.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._table = store[AskedTable]

    def note(self, person: str, things: Iterable[Thing]) -> list[Counted]:
        """Note that somebody (an account id) asks about some things; each counts once for each."""
        now, found = self._clock.now(), []
        period = self._period()
        keys = self._live()
        if period not in keys:
            keys[period] = new_key()
            self._table.keep_key(period, keys[period])
        for thing in things:
            if any(
                self._table.holds(one, _mark(key, thing)[0], _who(key, thing, person))
                for one, key in keys.items()
            ):
                continue
            made, secret = _mark(keys[period], thing)
            sealed = seal(secret, _SEALED_AS, person.encode())
            self._table.add(period, made, _who(keys[period], thing, person), sealed)
            counted = mark(self._table.count_key(), _MARK_BYTES, thing.kind, thing.value)
            people = self._table.count(counted, now + COUNTED_FOR)
            tells = people in TELLING and self._table.tells(counted, people)
            found.append(Counted(thing, people, tells))
        return found

    def who_asked(self, things: Iterable[Thing]) -> frozenset[str]:
        """Return the account ids of those who have asked about any of some things."""
        return frozenset(
            open_sealed(_mark(key, thing)[1], _SEALED_AS, sealed).decode()
            for thing in things
            for period, key in self._live().items()
            for sealed in self._table.sealed(period, _mark(key, thing)[0])
        )

    def tidy(self) -> None:
        """Destroy what has been kept for its time."""
        if self._table.destroy(self._first(), self._clock.now()):
            self._store.shredder.shred(self._clock.now())

    def _live(self) -> dict[int, bytes]:
        first = self._first()
        return {period: key for period, key in self._table.keys().items() if period >= first}

    def _first(self) -> int:
        return self._period() - int(KEPT_FOR / _PERIOD) + 1

    def _period(self) -> int:
        return int(self._clock.now().timestamp() // _PERIOD.total_seconds())


def _mark(key: bytes, thing: Thing) -> tuple[bytes, bytes]:
    """Return the hash of a thing, and the key that seals who asked about it."""
    made = mark(key, _MARK_BYTES + KEY_BYTES, thing.kind, thing.value)
    return made[:_MARK_BYTES], made[_MARK_BYTES:]


def _who(key: bytes, thing: Thing, person: str) -> bytes:
    """Return what tells one who asked from another, under this thing alone."""
    return mark(key, _MARK_BYTES, "who", thing.kind, thing.value, person)
