"""What conversations see of cases. None of these holds who wrote one.

Moments of what a writer sent are cut down to the hour: a minute is enough to find a message by in
somebody's phone.
"""

from dataclasses import dataclass, field
from datetime import datetime

from relay.safeguarding.codes import (
    Act,
    EntryKind,
    Manner,
    Outcome,
    Refusal,
    State,
    Track,
    Wait,
)
from relay.safeguarding.contact import Contact


@dataclass(frozen=True)
class TeamChoice:
    """A team as a writer chooses it: how many people would read, in which roles."""

    slug: str
    name: str
    branches: tuple[str, ...]
    readers: int
    roles: tuple[str, ...]


@dataclass(frozen=True)
class People:
    """Those who read a case: what they can be called, and how many are not to be named.

    See `relay.safeguarding.roles`.
    """

    roles: tuple[str, ...]
    unnamed: int


@dataclass(frozen=True)
class OfficerChoice:
    """Somebody whom a writer can leave out, or all who have one role.

    Attributes:
        role: theirs.
        name: theirs, if the settings tell it and one person is meant.
        shown: whether the writer is shown the name.
        alone: whether nobody else of their team has the role.
    """

    role: str
    name: str | None = field(default=None, repr=False)
    shown: bool = False
    alone: bool = True


@dataclass(frozen=True)
class Audience:
    """Who would read a draft if it were sent now.

    Attributes:
        moved: whether it is another team than the chosen one, because nobody there may read it.
        people: what they are called.
        group: whether it goes to one small group instead of to each reader.
    """

    team: str
    moved: bool
    readers: int
    people: People
    group: bool


@dataclass(frozen=True)
class Draft:
    """A report that was not sent yet.

    `manner` is discreet also where somebody else may look at the phone; `begun` is how it began.
    """

    id: int
    manner: Manner
    track: Track | None
    team: str | None
    excluded: tuple[OfficerChoice, ...] = field(repr=False)
    parts: int
    files: int
    started_at: datetime
    expires_at: datetime
    language: str | None = None
    begun: Manner = Manner.PLAIN


@dataclass(frozen=True)
class FileView:
    """A sealed file, by the id that `Post` sends it with. Its name is neutral."""

    id: int
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Entry:
    """A part, an answer or a note. Deleted parts have no text.

    Attributes:
        number: counts within the case.
        role: of the officer who wrote it, nothing if they are not named; None for a part.
        at: cut down to the hour for a part.
    """

    number: int
    kind: EntryKind
    text: str = field(repr=False)
    files: tuple[FileView, ...]
    role: str | None
    at: datetime
    deleted: bool


@dataclass(frozen=True)
class Added:
    """What became of something a writer said.

    Attributes:
        number: of the new part; None if nothing was taken.
        files: how many files were taken with it.
        refused: a code for each file that was not, or not whole: those of `Arrival`, or
            `case_full`.
        refusal: why nothing was taken.
        sent: whether the case has been sent, so that the part must be relayed now.
    """

    case_id: int
    number: int | None
    files: int
    refused: tuple[str, ...]
    refusal: Refusal | None
    sent: bool


@dataclass(frozen=True)
class Changed:
    """A part that was edited or deleted. `sent`: whether readers have it."""

    case_id: int
    number: int
    text: str = field(repr=False)
    sent: bool


@dataclass(frozen=True)
class ReporterCase:
    """A sent case as its writer sees it.

    `link_until` and `content_until` are set once it is closed, unless it is `held` for longer.

    `manner` is discreet also where it has turned out that somebody else may look at their phone;
    `begun` is how it began.
    """

    id: int
    name: str
    track: Track
    manner: Manner
    contact: Contact
    team: str
    readers: int
    people: People
    state: State
    status: str | None = field(repr=False)
    parts: int
    files: int
    sent_at: datetime
    answered_at: datetime | None
    reminded_at: datetime | None
    escalated_at: datetime | None
    closed_at: datetime | None
    link_until: datetime | None
    content_until: datetime | None
    held: bool
    muted: bool
    language: str | None = None
    begun: Manner = Manner.PLAIN

    @property
    def progress(self) -> tuple[str, datetime]:
        """How far it has come, in a word, and since when."""
        steps = (
            ("closed", self.closed_at),
            ("answered", self.answered_at),
            ("escalated", self.escalated_at),
            ("reminded", self.reminded_at),
        )
        passed = ((step, at) for step, at in steps if at is not None)
        return next(passed, ("waiting", self.sent_at))


@dataclass(frozen=True)
class Resumed:
    """A case that was picked up.

    Attributes:
        moved: whether it was written from another account before.
        waited: whether it has waited for that, because its writer had a new phone.
    """

    case: ReporterCase
    moved: bool
    waited: bool


@dataclass(frozen=True)
class Withdrawal:
    """What is needed to tell readers of a case that is about to be erased."""

    name: str
    chats: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Hidden:
    """How many messages Signal was asked to delete, and how many are too old for it."""

    asked: int
    too_old: int


@dataclass(frozen=True)
class Reader:
    """Somebody who may read a case. `role`: one's own; of others nothing if they are not named."""

    role: str
    team: str
    me: bool


@dataclass(frozen=True)
class OfficerCase:
    """A case as one of its readers sees it. Moments of the writer's doing are cut to the hour.

    Attributes:
        claimed_by: the role of who looks after it; nothing if they are not named, None if nobody.
        mine: whether that is the officer who looks.
        waiting_since: since when the writer waits for an answer; None if they do not.
        reachable: whether the writer can still be answered.
        may_be_seen: whether somebody else may look at their phone.
        held: the reason it is kept for, if it is held.
        content_until: when it is destroyed, once it is closed and not held.
        waits: why it is not handed on yet; None if it is.
        language: the locale in which its writer is answered, where it is not the installation's.
    """

    id: int
    name: str
    track: Track
    team: str
    state: State
    status: str | None = field(repr=False)
    claimed_by: str | None
    mine: bool
    readers: tuple[Reader, ...]
    parts: int
    files: int
    sent_at: datetime
    waiting_since: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None
    muted: bool
    reachable: bool
    waits_for_writer: bool
    may_be_seen: bool
    held: str | None = field(repr=False)
    content_until: datetime | None
    waits: Wait | None = None
    language: str | None = None


@dataclass(frozen=True)
class Quoted:
    """What an officer quoted: a case of theirs, and which entry of it if it was one."""

    case: OfficerCase
    number: int | None


@dataclass(frozen=True)
class Escalation:
    """Whom a case was given to; `added` is how many people may read it who could not before."""

    people: People
    added: int


@dataclass(frozen=True)
class Record:
    """One act on a case. `text` is the rationale or what was said; None once it is destroyed."""

    number: int
    act: Act
    role: str | None
    at: datetime
    text: str | None = field(repr=False)
    digest: str
    hash: str
