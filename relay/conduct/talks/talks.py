"""A talk between the moderators and one person, through the bot.

The person reads it as from the moderators of the branch, and no moderator is named to them. Each
matter has at most one talk, and any moderator of the matter speaks in it. The person may say no,
and may bring somebody, who reads what is said from then on and writes nothing in it. What is said
is sealed with the key of the matter, and goes with it. All here joins the caller's transaction.
"""

import json
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from relay.conduct.matters.sealing import MatterGone, MatterSealer
from relay.conduct.tables.talks import LineRow, Side, TalkRow, TalkState, TalkTable
from relay.language.graphemes import is_within
from relay.store import Store
from relay.time.clock import Clock

__all__ = ["Joined", "Line", "Side", "Talk", "TalkState", "Talks", "Took"]

MAX_TEXT = 1_500
"""Characters as people count them: what is read on a phone without a link to the rest."""
MOST_AN_HOUR = 20
"""Lines of one side: nobody is worn down by two hundred messages."""
MOST_LINES = 400
AT_ONCE = 8
"""Lines that are shown in one message."""
REMIND_AFTER = timedelta(days=3)
ENDS_AFTER = timedelta(days=14)
"""After how long without a word a talk ends by itself."""
CODE_FOR = timedelta(days=2)
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
_CODE_LENGTH = 10
"""48 bits: with the few tries that anybody has in an hour, nobody guesses one in its two days."""


class Took(StrEnum):
    """What became of a line."""

    SAID = "said"
    NOTHING = "nothing"
    """There are no words in it."""
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    FULL = "full"
    """So much was said that the talk takes no more."""
    GONE = "gone"
    """The matter is destroyed."""


class Joined(StrEnum):
    """What became of a code."""

    IN = "in"
    UNKNOWN = "unknown"
    OWN = "own"
    """It is their own talk."""
    MODERATES = "moderates"
    """They read it already."""


@dataclass(frozen=True)
class Talk:
    """A talk.

    Attributes:
        matter: the number that people type.
        branch: slug.
        person: the account id of whom the moderators talk with.
        companion: of whom that person has brought; None for nobody.
        invites: whether a code to bring somebody is good now.
        state: how it stands.
        last: when something was said last, aware, UTC.
        waiting: whose turn it is.
    """

    matter: int
    branch: str
    person: str = field(repr=False)
    companion: str | None = field(repr=False)
    invites: bool
    state: TalkState
    last: datetime
    waiting: Side


@dataclass(frozen=True)
class Line:
    """One thing that was said."""

    number: int
    side: Side
    at: datetime
    text: str = field(repr=False)


class Talks:
    """All talks.

    Args:
        store: where they are kept.
        clock: the time.
        sealer: seals them with the keys of their matters.
    """

    def __init__(self, store: Store, clock: Clock, sealer: MatterSealer) -> None:
        self._store = store
        self._table = store[TalkTable]
        self._clock = clock
        self._sealer = sealer

    def open(self, matter: int, branch: str, person: str) -> Talk:
        """Begin a talk, or go on with the earlier one of the same matter.

        Args:
            matter: what it is about; its key is there.
            branch: slug of the moderators' branch.
            person: account id.
        """
        now, known = self._clock.now(), self._table.get(matter)
        if known is None:
            sealed = self._sealed(matter, person, None)
            self._table.add(
                TalkRow(
                    matter=matter,
                    branch=branch,
                    person=self._hash(person),
                    companion=None,
                    code=None,
                    code_until=None,
                    sealed=sealed,
                    state=TalkState.OPEN,
                    opened=now,
                    last=now,
                    waiting=Side.PERSON,
                )
            )
        else:
            self._table.save(replace(known, state=TalkState.OPEN, last=now, reminded=False))
        found = self.get(matter)
        assert found is not None  # noqa: S101 -- it was kept just now
        return found

    def get(self, matter: int) -> Talk | None:
        """Return the talk of a matter; None where there is none, or it is destroyed."""
        row = self._table.get(matter)
        return None if row is None else self._read(row)

    def of_person(self, person: str) -> list[Talk]:
        """Return the talks that moderators have with somebody, by matter, closed ones too."""
        rows = self._table.of_person(self._hash(person))
        return [one for one in map(self._read, rows) if one is not None]

    def brought_to(self, person: str) -> list[Talk]:
        """Return the talks to which somebody was brought and that are open, by matter."""
        return [one for one in self.read_along_by(person) if one.state is TalkState.OPEN]

    def read_along_by(self, person: str) -> list[Talk]:
        """Return the same, with those that are closed."""
        rows = self._table.of_companion(self._hash(person))
        return [one for one in map(self._read, rows) if one is not None]

    def say(self, talk: Talk, side: Side, text: str) -> Took:
        """Let one side say something; an answer of the person reopens what they had declined."""
        now, matter = self._clock.now(), talk.matter
        if not text.strip():
            return Took.NOTHING
        if not is_within(text, MAX_TEXT):
            return Took.TOO_LONG
        if self._table.said_since(matter, side, now - timedelta(hours=1)) >= MOST_AN_HOUR:
            return Took.TOO_MANY
        number = self._table.last_number(matter) + 1
        if number > MOST_LINES:
            return Took.FULL
        row = self._table.get(matter)
        if row is None:
            return Took.GONE
        try:
            sealed = self._sealer.seal(matter, f"talk line {number}", text)
        except MatterGone:
            return Took.GONE
        self._table.add_line(matter, LineRow(number, side, now, sealed))
        other = Side.PERSON if side is Side.MODERATORS else Side.MODERATORS
        self._table.save(
            replace(row, state=TalkState.OPEN, last=now, waiting=other, reminded=False)
        )
        return Took.SAID

    def has_said_lately(self, talk: Talk, side: Side, within: timedelta) -> bool:
        """Return whether one side has said something of late."""
        return bool(self._table.said_since(talk.matter, side, self._clock.now() - within))

    def lines(self, talk: Talk, after: int = 0) -> list[Line]:
        """Return what was said after a line, in order; nothing once the matter is destroyed."""
        try:
            return [
                Line(
                    row.number,
                    row.side,
                    row.at,
                    self._sealer.open(talk.matter, f"talk line {row.number}", row.sealed),
                )
                for row in self._table.lines(talk.matter, after)
            ]
        except MatterGone:
            return []

    def unread(self, talk: Talk, reader: str) -> list[Line]:
        """Return the next lines that somebody has not read yet, at most `AT_ONCE`; they have now.

        What is on a phone at once has to be read there; the rest they ask for.
        """
        read, told = self._table.read(talk.matter, self._hash(reader))
        lines = self.lines(talk, read)[:AT_ONCE]
        if lines:
            last = lines[-1].number
            self._table.note_read(talk.matter, self._hash(reader), last, max(told, last))
        return lines

    def last(self, talk: Talk) -> list[Line]:
        """Return the last lines of a talk, at most `AT_ONCE`."""
        return self.lines(talk, self._table.last_number(talk.matter) - AT_ONCE)

    def has_unread(self, talk: Talk, reader: str) -> bool:
        """Return whether there is something that somebody has not read yet."""
        read, _ = self._table.read(talk.matter, self._hash(reader))
        return read < self._table.last_number(talk.matter)

    def has_read(self, talk: Talk, reader: str) -> None:
        """Note that somebody knows all that was said."""
        last = self._table.last_number(talk.matter)
        self._table.note_read(talk.matter, self._hash(reader), last, last)

    def is_to_be_told(self, talk: Talk, reader: str) -> bool:
        """Return whether somebody is to be told that there is something new; they then were.

        Told once, until they read it: two hundred messages are one notification.
        """
        last = self._table.last_number(talk.matter)
        read, told = self._table.read(talk.matter, self._hash(reader))
        self._table.note_read(talk.matter, self._hash(reader), read, last)
        return told <= read < last

    def close(self, talk: Talk, state: TalkState) -> None:
        """Let a talk be over: closed by the moderators or by time, or declined by the person."""
        row = self._table.get(talk.matter)
        if row is not None:
            self._table.save(replace(row, state=state, code=None, code_until=None, reminded=False))

    # Somebody whom the person brings.

    def offer_code(self, talk: Talk) -> str:
        """Return a new code that lets one person read along; an earlier one is good no more."""
        code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
        row = self._table.get(talk.matter)
        if row is not None:
            until = self._clock.now() + CODE_FOR
            self._table.save(replace(row, code=self._code(code), code_until=until))
        half = _CODE_LENGTH // 2
        return f"{code[:half]}-{code[half:]}"

    def with_code(self, code: str) -> Talk | None:
        """Return the open talk that a code, as somebody typed it, lets them read; or None."""
        typed = "".join(char for char in code.upper() if char.isalnum())
        if len(typed) != _CODE_LENGTH:
            return None
        row = self._table.with_code(self._code(typed), self._clock.now())
        talk = None if row is None else self._read(row)
        return talk if talk is not None and talk.state is TalkState.OPEN else None

    def bring(self, talk: Talk, companion: str) -> Talk:
        """Let somebody read along from now on; the code is used up."""
        changed = self._with_companion(talk, companion)
        self.has_read(talk, companion)
        return changed

    def send_away(self, talk: Talk) -> Talk:
        """Let nobody read along any more, and no code be good."""
        return self._with_companion(talk, None)

    # What time brings.

    def to_remind(self) -> list[Talk]:
        """Return the talks in which somebody has waited for long, and nobody was reminded."""
        rows = self._table.open_since(self._clock.now() - REMIND_AFTER)
        found = [self._read(row) for row in rows if not row.reminded]
        return [one for one in found if one is not None]

    def note_reminded(self, talk: Talk) -> None:
        """Note that whoever is waited for was reminded."""
        row = self._table.get(talk.matter)
        if row is not None:
            self._table.save(replace(row, reminded=True))

    def to_end(self) -> list[Talk]:
        """Return the open talks in which nothing was said for so long that they are over."""
        rows = self._table.open_since(self._clock.now() - ENDS_AFTER)
        return [one for one in map(self._read, rows) if one is not None]

    def erase(self, matter: int) -> None:
        """Forget the talk of a matter; the caller sees to copies."""
        self._table.forget(matter)

    def tidy(self) -> None:
        """Forget talks whose matter is destroyed."""
        for row in self._table.all():
            if self._read(row) is None:
                self._table.forget(row.matter)

    def _with_companion(self, talk: Talk, companion: str | None) -> Talk:
        row = self._table.get(talk.matter)
        if row is None:
            return talk
        changed = replace(
            row,
            companion=None if companion is None else self._hash(companion),
            code=None,
            code_until=None,
            sealed=self._sealed(talk.matter, talk.person, companion),
        )
        self._table.save(changed)
        return self._read(changed) or talk

    def _sealed(self, matter: int, person: str, companion: str | None) -> bytes:
        return self._sealer.seal(matter, "talk", json.dumps([person, companion]))

    def _read(self, row: TalkRow) -> Talk | None:
        try:
            person, companion = json.loads(self._sealer.open(row.matter, "talk", row.sealed))
        except MatterGone:
            return None
        return Talk(
            matter=row.matter,
            branch=row.branch,
            person=person,
            companion=companion,
            invites=row.code_until is not None and row.code_until > self._clock.now(),
            state=row.state,
            last=row.last,
            waiting=row.waiting,
        )

    def _hash(self, person: str) -> str:
        return self._sealer.hash("talk", person)

    def _code(self, code: str) -> str:
        return self._sealer.hash("talk code", code)
