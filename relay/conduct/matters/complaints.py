"""Complaints as whoever writes them sees them: from the first word to what is left in the end.

All here joins the caller's transaction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from relay.conduct.matters.matter import (
    ALIVE,
    Contents,
    EntryKind,
    MatterEntry,
    MatterState,
    Origin,
)
from relay.conduct.matters.matters import Matters, topic
from relay.conduct.tables.matters import LinkRow, MatterRow, PaceTable
from relay.language.graphemes import is_within
from relay.signal.types import Identity, newest_keys
from relay.store import Store
from relay.time.clock import Clock

DRAFT_KEPT_FOR = timedelta(hours=24)
"""How long what is being written is kept after its last word."""

MOST_WORDS = 4_000
"""Characters of one complaint's own words, as people count them."""
MOST_ENTRY = 2_000
"""Characters of what is added later, and of a question or an answer."""

MOST_A_WEEK = 5
"""Complaints of one person within `WEEK`."""
WEEK = timedelta(days=7)

MOST_TRIES = 5
"""How often in a day somebody may name a hidden complaint: numbers of three digits can be tried."""
DAY = timedelta(days=1)

MOST_ADDED = 20
"""How often in a day somebody may add something: moderators hear of each."""

_SENT, _TRIED, _ADDED = "sent", "tried", "added"


class Refused(StrEnum):
    """Why a complaint is not sent."""

    GONE = "gone"
    EMPTY = "empty"
    TOO_OFTEN = "too_often"
    NOBODY = "nobody"
    """Nobody is left who may deal with it."""


@dataclass(frozen=True)
class Complaint:
    """A complaint, for whoever wrote it.

    Attributes:
        number: what they type.
        branch: slug.
        state: how far it has come.
        created: when it was sent; of a draft, when it was last written to.
        contents: what it says.
    """

    number: int
    branch: str
    state: MatterState
    created: datetime
    contents: Contents = field(repr=False)

    @property
    def is_draft(self) -> bool:
        """Whether it was not sent yet."""
        return self.state is MatterState.DRAFT


class Complaints:
    """What people complain of.

    Args:
        store: where it is kept.
        clock: the time.
        matters: what moderators deal with.
    """

    def __init__(self, store: Store, clock: Clock, matters: Matters) -> None:
        self._store = store
        self._clock = clock
        self._matters = matters
        self._pace = store[PaceTable]

    def begin(self, person: str, branch: str) -> Complaint:
        """Begin a complaint of somebody's; an earlier one that was not sent is destroyed."""
        earlier = self.draft_of(person)
        if earlier is not None:
            self._matters.erase(earlier.number)
        number = self._matters.begin(branch, Origin.COMPLAINT, Contents(), person)
        found = self.mine(person, number)
        assert found is not None  # noqa: S101 -- it was just begun
        return found

    def draft_of(self, person: str) -> Complaint | None:
        """Return what somebody has begun and not sent, unless it is hidden or its time is over."""
        found = (one for one in self.all_of(person) if one.is_draft)
        return next(found, None)

    def all_of(self, person: str) -> list[Complaint]:
        """Return what somebody has complained of, oldest first; nothing that is hidden."""
        return self._of(person, lambda link: link.hidden_at is None)

    def mine(self, person: str, number: int) -> Complaint | None:
        """Return a complaint of somebody's that is not hidden, or None."""
        return next((one for one in self.all_of(person) if one.number == number), None)

    def change(self, number: int, **values: Any) -> None:
        """Let a draft say something else; see `Contents`. `branch` is its branch."""
        row = self._matters.table.get(number)
        contents = None if row is None else self._matters.contents(row)
        if row is None or contents is None:
            return
        branch = values.pop("branch", row.branch)
        row = replace(row, branch=branch, created=self._clock.now())
        self._matters.put(row, replace(contents, **values))

    def has_room(self, contents: Contents, more: str) -> bool:
        """Whether so much more of somebody's own words can be taken."""
        told = (contents.subject_words, contents.about, contents.words, more)
        return is_within("\n".join(told), MOST_WORDS)

    def send(self, person: str, number: int, *, to_nobody: bool = False) -> Refused | None:
        """Give a complaint to moderators; they are told in the next round.

        Args:
            person: who sends it.
            number: the draft.
            to_nobody: also where nobody may deal with it yet: it waits until somebody may.

        Returns:
            None if it is sent.
        """
        complaint = self.mine(person, number)
        row = self._matters.table.get(number)
        if complaint is None or row is None or not complaint.is_draft:
            return Refused.GONE
        told = complaint.contents
        if not (told.message or told.pasted or told.words or told.about):
            return Refused.EMPTY
        now, who = self._clock.now(), self._matters.sealer.hash("person", person)
        if self._pace.since(_SENT, who, now - WEEK) >= MOST_A_WEEK:
            return Refused.TOO_OFTEN
        # Also where nobody is left: whoever tries out who that is, is not let try for long.
        if not to_nobody:
            self._pace.note(_SENT, who, now)
        alone = not self._matters.readers(number)
        if alone and not to_nobody:
            return Refused.NOBODY
        self._matters.table.save(
            replace(
                row,
                state=MatterState.OPEN,
                created=now,
                waiting_since=now,
                alone_since=now if alone else None,
            )
        )
        return None

    def may_send(self, person: str) -> bool:
        """Whether somebody has not complained of too much within a week."""
        who = self._matters.sealer.hash("person", person)
        return self._pace.since(_SENT, who, self._clock.now() - WEEK) < MOST_A_WEEK

    def may_add(self, person: str) -> bool:
        """Whether somebody has not added too much to their complaints within a day."""
        who = self._matters.sealer.hash("person", person)
        return self._pace.since(_ADDED, who, self._clock.now() - DAY) < MOST_ADDED

    def add(self, person: str, number: int, text: str) -> EntryKind:
        """Add words of its writer to a complaint that is sent; a closed one is open again.

        Args:
            person: its writer.
            number: the complaint.
            text: the words.

        Returns:
            Whether they answer a question of the moderators', or come besides.
        """
        now = self._clock.now()
        self._pace.note(_ADDED, self._matters.sealer.hash("person", person), now)
        asked = self.asked_since(number) is not None
        kind = EntryKind.ANSWER if asked else EntryKind.ADDED
        self._matters.add_entry(number, kind, text)
        self._matters.waits(number)
        return kind

    def asked_since(self, number: int) -> datetime | None:
        """Return when moderators asked what its writer has not answered; None for nothing."""
        log = self._matters.entries(number, EntryKind.QUESTION, EntryKind.ANSWER)
        return log[-1].at if log and log[-1].kind == EntryKind.QUESTION else None

    def said_later(self, number: int) -> list[MatterEntry]:
        """Return what its writer has said in a complaint since it was sent, in order."""
        return self._matters.entries(number, EntryKind.ADDED, EntryKind.ANSWER)

    def log_of(self, number: int) -> list[MatterEntry]:
        """Return what its writer may read of the log of a complaint."""
        kinds = (EntryKind.ADDED, EntryKind.QUESTION, EntryKind.ANSWER, EntryKind.OFFERED)
        return self._matters.entries(number, *kinds, EntryKind.CLOSED)

    def end(self, number: int, state: MatterState = MatterState.ERASED) -> tuple[str, ...]:
        """Destroy a complaint; return the account ids of the moderators who knew of it.

        Where something was decided already, that stays, with nothing of whoever complained.
        """
        row = self._matters.table.get(number)
        knew = row is not None and row.state in ALIVE and row.told is not None
        readers = self._matters.readers(number) if knew else ()
        if any(holds(number) for holds in self._matters.needed):
            self._matters.leave_decided(number)
        else:
            self._matters.erase(number, state)
        return readers

    def hide(self, person: str) -> None:
        """Speak of nothing to somebody who has hidden their chat, until they name its number.

        What is on its way to them is not sent: they see it where they ask.
        """
        now, who = self._clock.now(), self._matters.sealer.hash("person", person)
        for link in self._matters.links.matters_of(who):
            self._store.topics.hold_back(topic(link.matter), person, now, action="send")
        self._matters.links.hide(who, now)

    def compare(self, identities: Iterable[Identity]) -> None:
        """Speak of nothing to whoever has a new phone until they name a number: who holds it now?

        Called before the new key is trusted; until then nothing that is written with it arrives.
        """
        for person, identity in newest_keys(identities).items():
            if identity.is_untrusted:
                self.hide(person)

    def bring_back(self, person: str, number: int) -> bool:
        """Speak again of a hidden complaint whose number somebody names.

        Returns:
            Whether it is theirs and they have not tried too many numbers.
        """
        now, who = self._clock.now(), self._matters.sealer.hash("person", person)
        hidden = self._of(person, lambda link: link.hidden_at is not None)
        if not hidden or self._pace.since(_TRIED, who, now - DAY) >= MOST_TRIES:
            return False
        if number not in {one.number for one in hidden}:
            self._pace.note(_TRIED, who, now)
            return False
        self._matters.links.show(number)
        return True

    def is_hidden(self, number: int) -> bool:
        """Whether a complaint is hidden from its writer."""
        link = self._matters.links.of(number)
        return link is not None and link.hidden_at is not None

    def forget_old(self) -> None:
        """Destroy drafts that nobody has gone on with; opens transactions."""
        before = self._clock.now() - DRAFT_KEPT_FOR
        for row in self._matters.table.at(MatterState.DRAFT):
            if row.created <= before:
                with self._store.transaction():
                    self._matters.erase(row.number)

    def tidy(self) -> None:
        """Forget what no limit needs any more."""
        self._pace.forget(self._clock.now() - WEEK)

    def _of(self, person: str, wanted: Callable[[LinkRow], bool]) -> list[Complaint]:
        who = self._matters.sealer.hash("person", person)
        links = [one for one in self._matters.links.matters_of(who) if wanted(one)]
        rows = (self._matters.table.get(link.matter) for link in links)
        found = [one for row in rows if row is not None and (one := self._read(row)) is not None]
        return sorted(found, key=lambda one: one.created)

    def _read(self, row: MatterRow) -> Complaint | None:
        if row.origin is not Origin.COMPLAINT:
            return None
        if row.state is MatterState.DRAFT and row.created + DRAFT_KEPT_FOR <= self._clock.now():
            return None
        contents = self._matters.contents(row)
        if contents is None:
            return None
        return Complaint(row.number, row.branch, row.state, row.created, contents)
