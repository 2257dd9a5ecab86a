"""What is due, and what of it conversations tell whom. None of these holds who wrote a case."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.safeguarding.codes import Manner
from relay.safeguarding.views import Entry, OfficerCase, People


@dataclass(frozen=True)
class Nudge:
    """A draft whose writer is reminded of it."""

    case_id: int
    manner: Manner


@dataclass(frozen=True)
class Kept:
    """A case whose writer may now be told of what was kept for them.

    `whole`: whether that can be said itself, and not only that there is something.
    """

    case_id: int
    name: str
    whole: bool


@dataclass(frozen=True)
class Waiting:
    """A case that waits for an answer, and whom to tell.

    Attributes:
        people: those who read it and have not answered, as others can tell them apart.
        name: the case's name for its own readers; None where another team is told, which learns
            that a case waits and nothing else.
        chats: where to tell it.
        tell_reporter: whether the writer is to hear of it as well.
    """

    case_id: int
    name: str | None
    people: People
    since: datetime
    chats: tuple[str, ...] = field(repr=False)
    tell_reporter: bool


@dataclass(frozen=True)
class Unreached:
    """Entries that no reader has got. `tell_reporter`: whether their writer has to hear of it."""

    case_id: int
    name: str
    numbers: tuple[int, ...]
    tell_reporter: bool


@dataclass(frozen=True)
class Missed:
    """Somebody whom a message of a case did not reach, and the readers to tell.

    `role` is None where it is the writer, and nothing where the officer is not named. `relays`
    are what `Timetable.told_missed` marks.
    """

    case_id: int
    name: str
    role: str | None
    chats: tuple[str, ...] = field(repr=False)
    relays: tuple[int, ...]


@dataclass(frozen=True)
class Behind:
    """A reader who was let in late or was paused, and the parts of a case they have not been sent.

    `first`: whether nothing of the case was sent to them before.
    """

    officer: str = field(repr=False)
    case: OfficerCase
    entries: tuple[Entry, ...]
    first: bool


@dataclass(frozen=True)
class Swept:
    """How much was destroyed because its time was over."""

    drafts: int = 0
    links: int = 0
    contents: int = 0


@dataclass(frozen=True)
class PausedOfficer:
    """An officer whose safety number changed: nothing reaches them until an admin confirms.

    `number` is what an admin confirms by; `told` whether people know.
    """

    number: int
    role: str
    team_name: str
    since: datetime
    safety_number: str = field(repr=False)
    told: bool
    officer: str = field(repr=False)


@dataclass(frozen=True)
class Answered:
    """What is to be told of an answer to the officer who gave it.

    `news` is `taken` (Signal has it), `waits` (for the name and passphrase of the case), `kept`
    (until its writer asks, or may be written to), `slow`, or `failed` where the other readers are
    not told.
    """

    delivery: int
    officer: str = field(repr=False)
    case: OfficerCase
    news: str
