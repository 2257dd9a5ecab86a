"""What moderators deal with, as each side sees it. Nothing here says who complained."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Self


class Origin(StrEnum):
    """What a matter began with."""

    COMPLAINT = "complaint"
    MODERATOR = "moderator"
    APPEAL = "appeal"


class MatterState(StrEnum):
    """How far a matter has come."""

    DRAFT = "draft"
    """Its writer is at it: nobody else knows of it."""
    OPEN = "open"
    DECIDED = "decided"
    CLOSED = "closed"
    MOVED = "moved"
    """Its writer has moved it to safeguarding: nothing of it is left here."""
    ERASED = "erased"


ALIVE = (MatterState.OPEN, MatterState.DECIDED, MatterState.CLOSED)
"""Of which there is something to see."""


class EntryKind(StrEnum):
    """What is noted in the log of a matter. Other parts of conduct add their own."""

    ADDED = "added"
    """Further words of who complained."""
    QUESTION = "question"
    """From the moderators to who complained."""
    ANSWER = "answer"
    """To such a question."""
    OFFERED = "offered"
    """Safeguarding was offered to who complained."""
    CLOSED = "closed"
    """Why it was closed."""


@dataclass(frozen=True)
class ReportedMessage:
    """The message that is complained about.

    Attributes:
        group: where it stands, in the `group.` form.
        author: account id.
        timestamp: Signal's moment of it, in milliseconds, by which it is deleted.
        text: as it was forwarded or pasted.
        edits: the moment of the version before, where it is an edit.
    """

    group: str = field(repr=False)
    author: str = field(repr=False)
    timestamp: int
    text: str = field(repr=False)
    edits: int | None = None


@dataclass(frozen=True)
class Contents:
    """What is sealed of a matter.

    Attributes:
        groups: numbers of the groups that it concerns.
        subject: account id of who is complained about; None if nobody was found.
        subject_words: who that is in the words of who complained, where the bot knows nobody.
        message: what they wrote, if it is about a message.
        pasted: what was pasted of a message that the bot did not find: nobody vouches for it.
        standard: number of the standard that was chosen; None for own words.
        version: of the list in which it stands so.
        about: what it is about, as it is read: the standard as it was then, or own words.
        words: how it affected who complained, or what a moderator opened it for.
        excluded: account ids of people who must not know of it, moderators or not.
        excluded_words: who that is, as whoever complained has called them.
        answered: which questions of a draft are answered.
    """

    groups: tuple[int, ...] = ()
    subject: str | None = field(default=None, repr=False)
    subject_words: str = field(default="", repr=False)
    message: ReportedMessage | None = field(default=None, repr=False)
    pasted: str = field(default="", repr=False)
    standard: int | None = None
    version: int | None = None
    about: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    excluded: tuple[str, ...] = field(default=(), repr=False)
    excluded_words: tuple[str, ...] = field(default=(), repr=False)
    answered: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return it to be sealed."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what was sealed; what a later version has added is passed over."""
        read: dict[str, Any] = json.loads(text)
        known: dict[str, Any] = {
            one.name: read[one.name] for one in fields(cls) if one.name in read
        }
        message = known.get("message")
        known["message"] = None if message is None else ReportedMessage(**message)
        lists = ("groups", "excluded", "excluded_words", "answered")
        for name in lists:
            known[name] = tuple(known.get(name, ()))
        return cls(**known)


@dataclass(frozen=True)
class MatterView:
    """A matter as moderators see it.

    Attributes:
        number: what everybody types.
        branch: slug.
        origin: what it began with.
        state: how far it has come.
        created: when, aware.
        has_complainer: whether somebody complained who can be asked.
        waiting_since: since when nobody has dealt with it; None while nothing waits.
        groups, subject, subject_words, message, pasted, standard, version, about, words: see
            `Contents`.
    """

    number: int
    branch: str
    origin: Origin
    state: MatterState
    created: datetime
    has_complainer: bool
    waiting_since: datetime | None
    groups: tuple[int, ...]
    subject: str | None = field(repr=False)
    subject_words: str = field(repr=False)
    message: ReportedMessage | None = field(repr=False)
    pasted: str = field(repr=False)
    standard: int | None
    version: int | None
    about: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True)
class MatterEntry:
    """One entry of the log of a matter."""

    number: int
    kind: str
    text: str = field(repr=False)
    at: datetime
