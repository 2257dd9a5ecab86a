"""The tables of talks: who may read which, how far they have, and what was said, sealed."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.store.table import Rows, Table


class TalkState(StrEnum):
    """How a talk stands."""

    OPEN = "open"
    DECLINED = "declined"
    """The person has said no. They can change their mind."""
    CLOSED = "closed"


class Side(StrEnum):
    """Who has said something, or is waited for."""

    MODERATORS = "moderators"
    PERSON = "person"


@dataclass(frozen=True)
class TalkRow:
    """A talk as it is kept.

    Attributes:
        matter: number of what it is about; the talk has no other.
        branch: slug of the moderators' branch.
        person: keyed hash of whom they talk with.
        companion: keyed hash of whom that person has brought; None for nobody.
        code: keyed hash of the code by which somebody can be brought.
        code_until: until when that is good, aware, UTC, as all moments here.
        sealed: the account ids of both.
        state: how it stands.
        opened: when it began.
        last: when something was said last.
        waiting: whose turn it is.
        reminded: whether they were reminded.
    """

    matter: int
    branch: str
    person: str = field(repr=False)
    companion: str | None = field(repr=False)
    code: str | None = field(repr=False)
    code_until: datetime | None
    sealed: bytes = field(repr=False)
    state: TalkState
    opened: datetime
    last: datetime
    waiting: Side
    reminded: bool = False


@dataclass(frozen=True)
class LineRow:
    """One thing that was said, as it is kept."""

    number: int
    side: Side
    at: datetime
    sealed: bytes = field(repr=False)


_ROWS, _LINES = Rows(TalkRow), Rows(LineRow)


class TalkTable(Table):
    """The tables conduct_talks, conduct_talk_lines and conduct_talk_readers."""

    def add(self, row: TalkRow) -> None:
        """Enter a talk."""
        self._insert("conduct_talks", **_ROWS.values(row))

    def get(self, matter: int) -> TalkRow | None:
        """Return the talk of a matter, or None."""
        return self._one(_ROWS, "FROM conduct_talks WHERE matter = ?", [matter])

    def save(self, row: TalkRow) -> None:
        """Keep a talk as it is now."""
        self._save("conduct_talks", _ROWS, row, key="matter")

    def forget(self, matter: int) -> None:
        """Forget a talk and all that was said in it."""
        self._run("DELETE FROM conduct_talks WHERE matter = ?", [matter])

    def of_person(self, person: str) -> list[TalkRow]:
        """Return the talks with somebody, by matter."""
        return self._all(_ROWS, "FROM conduct_talks WHERE person = ? ORDER BY matter", [person])

    def of_companion(self, companion: str) -> list[TalkRow]:
        """Return the talks that somebody was brought to, by matter."""
        rest = "FROM conduct_talks WHERE companion = ? ORDER BY matter"
        return self._all(_ROWS, rest, [companion])

    def with_code(self, code: str, now: datetime) -> TalkRow | None:
        """Return the talk that a code, given as its hash, still opens."""
        rest = "FROM conduct_talks WHERE code = ? AND code_until > ?"
        return self._one(_ROWS, rest, [code, now])

    def all(self) -> list[TalkRow]:
        """Return all talks, by matter."""
        return self._all(_ROWS, "FROM conduct_talks ORDER BY matter")

    def open_since(self, last: datetime) -> list[TalkRow]:
        """Return open talks in which nothing was said since a moment."""
        rest = "FROM conduct_talks WHERE state = ? AND last <= ? ORDER BY matter"
        return self._all(_ROWS, rest, [TalkState.OPEN, last])

    def add_line(self, matter: int, row: LineRow) -> None:
        """Enter what was said."""
        self._insert("conduct_talk_lines", matter=matter, **_LINES.values(row))

    def lines(self, matter: int, after: int = 0) -> list[LineRow]:
        """Return what was said after a line, in order."""
        rest = "FROM conduct_talk_lines WHERE matter = ? AND number > ? ORDER BY number"
        return self._all(_LINES, rest, [matter, after])

    def last_number(self, matter: int) -> int:
        """Return the number of the last line; 0 where there is none."""
        question = "SELECT coalesce(max(number), 0) FROM conduct_talk_lines WHERE matter = ?"
        return self._count(question, [matter])

    def said_since(self, matter: int, side: Side, since: datetime) -> int:
        """Return how many lines one side has said since a moment."""
        return self._count(
            "SELECT count(*) FROM conduct_talk_lines WHERE matter = ? AND side = ? AND at > ?",
            [matter, side, since],
        )

    def read(self, matter: int, reader: str) -> tuple[int, int]:
        """Return up to which line somebody has read, and up to which they were told."""
        row = self._db.execute(
            "SELECT read, told FROM conduct_talk_readers WHERE matter = ? AND reader = ?",
            [matter, reader],
        ).fetchone()
        return (0, 0) if row is None else (int(row[0]), int(row[1]))

    def note_read(self, matter: int, reader: str, read: int, told: int) -> None:
        """Note how far somebody has read, and was told."""
        self._insert(
            "conduct_talk_readers",
            "ON CONFLICT (matter, reader) DO UPDATE SET read = excluded.read, told = excluded.told",
            matter=matter,
            reader=reader,
            read=read,
            told=told,
        )
