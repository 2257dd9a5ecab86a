"""Whose a message was, where and when: found by the words of it, and by nothing else.

The bot sees what is said in the groups it is in. Whoever complains forwards or pastes the message,
and so the bot learns which one it is; of all the others it keeps no word. For each it keeps

- a *mark*, a keyed hash (BLAKE2b) of what of the text has to be the same (`same_text`), and
- who wrote it, in which group, when: sealed (ChaCha20-Poly1305) with a key that is made of the same
  text and the same secret. Whoever has the database, and even its secrets, learns from a row
  neither the text nor who wrote it nor where, unless they have the very text, or guess it.

**For how long.** Apps let admins delete for a day, and obey for one more
(`MessageConstraintsUtil.isValidAdminDeleteReceive` in Signal-Android, `adminDeleteMaxAgeInSeconds`
plus a day in Signal-iOS, `getAdminDeleteMaxAgeMs` in Signal-Desktop; the server may set others).
signal-cli's `sendAdminDelete` does not look at the age at all. So the bot's deletion works for two
days, and for so long, less a few hours, a mark is kept. Each part of a day has a secret of its own;
it is destroyed with all that stands under it, and no backup has either.

**What cannot be found.** Stickers, polls, contacts, what is shown once, what came while nobody
moderated the group, what signal-cli could not read. A file without words is found by its type, size
and measures: only if the app that forwards it sends just the same. Nobody has tried which do.
"""

import struct
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from relay.conduct.hearing.watched_groups import WatchedGroup
from relay.conduct.tables.message_marks import MessageMarks
from relay.language.same_text import BEGINNING, folded, readings
from relay.sealing import KEY_BYTES, open_sealed, seal
from relay.signal.envelope import FileTraits
from relay.signal.notification import SaidInGroup
from relay.signal.references import SIGNAL_WINDOW
from relay.store import Store
from relay.store.marks import mark, new_key
from relay.store.moments import from_ms, to_ms
from relay.time.clock import Clock

KEPT_FOR = 2 * SIGNAL_WINDOW
"""For how long at most; see above."""

PERIOD = timedelta(hours=4)
"""How long a secret is used. What came at the end of it is kept for so much less."""

MOST_WAITING = 500
"""So many marks are written at once, before the next round comes to it."""

_MOST_HELD = 20_000
"""While nothing can be written. The oldest are lost."""

_MARK_BYTES = 16
_SEALED_AS = "message"
_RECORD = struct.Struct(">16sIqq")
"""The writer, the group's number, the timestamp, and that of the version it takes the place of."""


@dataclass(frozen=True)
class Found:
    """A message that somebody has forwarded or pasted, or one with the same words.

    Attributes:
        group: its number in commands.
        author: account id of who wrote it.
        timestamp: Signal's, in milliseconds, which names this version for a deletion.
        edits: that of the version before, where this one is an edit; else None.
        at: when it was written, aware, UTC.
        exact: whether all of it is the same; False where only its beginning is, which is long.
    """

    group: int
    author: str = field(repr=False)
    timestamp: int
    edits: int | None
    at: datetime
    exact: bool


class MessageIndex:
    """Notes messages, and finds them.

    What is noted is in memory until the next round, two seconds at most (`work`): the webhook waits
    for no disk. A crash loses those two seconds: such messages are not found, and whoever complains
    is asked for the group and the person.

    Args:
        store: where marks and keys are.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._table = store[MessageMarks]
        self._keys: dict[int, bytes] = {}
        self._waiting: list[tuple[int, bytes, bytes]] = []
        self._destroyed_before = 0

    def note(self, said: SaidInGroup, group: WatchedGroup, text: str) -> None:
        """Remember by what a message is found again; outside a transaction.

        Args:
            said: what was said.
            group: where.
            text: its words, `folded`.
        """
        period = self._period(self._clock.now())
        key = self._key(period)
        author = UUID(said.person).bytes
        record = _RECORD.pack(author, group.number, said.timestamp, said.edits or 0)
        for kind, words in _kinds(text, said.files):
            self._waiting.append((period, *_row(key, kind, words, record)))
        if len(self._waiting) >= MOST_WAITING:
            del self._waiting[:-_MOST_HELD]
            self.work()

    def work(self) -> None:
        """Write what was noted, and destroy what is too old for Signal to delete.

        Called every round; opens a transaction where there is something to do.
        """
        first = self._first()
        if first != self._destroyed_before:
            self._destroy(first)
        if not self._waiting:
            return
        with self._store.transaction():
            for period in {one[0] for one in self._waiting}:
                self._table.keep_key(period, self._key(period))
            self._table.keep(self._waiting)
        self._waiting.clear()

    def find(
        self, text: str, groups: Collection[int], files: Sequence[FileTraits] = ()
    ) -> list[Found]:
        """Return the messages that a text, or a file without words, may be, the newest first.

        All of them, if several people have written the same. Ask only for groups in which whoever
        sends it is: the answer says who wrote it.

        Args:
            text: as it was forwarded or pasted.
            groups: their numbers in commands.
            files: what came with it (`relay.signal.envelope.traits_of`).
        """
        found: dict[tuple[int, str, int], Found] = {}
        keys = self._table.keys() | self._keys
        first = self._first()
        for kind, words in _sought(text, files):
            for period, key in keys.items():
                for one in self._under(period, key, kind, words) if period >= first else ():
                    if one.group in groups:
                        found.setdefault((one.group, one.author, one.timestamp), one)
        exact = [one for one in found.values() if one.exact]
        return sorted(exact or found.values(), key=lambda one: -one.timestamp)

    def _under(self, period: int, key: bytes, kind: str, words: str) -> Iterator[Found]:
        wanted, secret = _mark(key, kind, words)
        kept = self._table.sealed_under(period, wanted)
        held = [sealed for _, known, sealed in self._waiting if known == wanted]
        for sealed in (*kept, *held):
            record = open_sealed(secret, _SEALED_AS, sealed)
            author, group, timestamp, edits = _RECORD.unpack(record)
            yield Found(
                group,
                str(UUID(bytes=author)),
                timestamp,
                edits or None,
                # It is what the writer's app says, which may be anything.
                from_ms(min(timestamp, to_ms(self._clock.now()))),
                kind != "beginning",
            )

    def _destroy(self, first: int) -> None:
        self._keys = {period: key for period, key in self._keys.items() if period >= first}
        self._waiting = [one for one in self._waiting if one[0] >= first]
        with self._store.transaction():
            if self._table.destroy(first):
                self._store.shredder.shred(self._clock.now())
        self._destroyed_before = first

    def _first(self) -> int:
        """The first part of a day that is not too old."""
        return self._period(self._clock.now() - KEPT_FOR) + 1

    def _period(self, at: datetime) -> int:
        return int(at.timestamp() // PERIOD.total_seconds())

    def _key(self, period: int) -> bytes:
        if period not in self._keys:
            self._keys[period] = self._table.keys().get(period) or new_key()
        return self._keys[period]


def _kinds(text: str, files: Iterable[FileTraits]) -> Iterator[tuple[str, str]]:
    """By what a message is found."""
    if text:
        yield "text", text
        if len(text) > BEGINNING:
            yield "beginning", text[:BEGINNING]
        return
    for file in files:
        yield "file", "/".join(map(str, file))


def _sought(text: str, files: Iterable[FileTraits]) -> Iterator[tuple[str, str]]:
    """By what a message is looked for: the whole of it, a part, its beginning."""
    words = readings(text)
    for one in words:
        yield "text", one
    for one in words:
        if len(one) >= BEGINNING:
            yield "beginning", one[:BEGINNING]
    yield from _kinds("", () if folded(text) else files)


def _mark(key: bytes, kind: str, words: str) -> tuple[bytes, bytes]:
    """Return the mark of a text, and the secret that seals what stands under it."""
    made = mark(key, _MARK_BYTES + KEY_BYTES, kind, words)
    return made[:_MARK_BYTES], made[_MARK_BYTES:]


def _row(key: bytes, kind: str, words: str, record: bytes) -> tuple[bytes, bytes]:
    # Sealing loads a library with the first message of a group that has moderators.
    found, secret = _mark(key, kind, words)
    return found, seal(secret, _SEALED_AS, record)
