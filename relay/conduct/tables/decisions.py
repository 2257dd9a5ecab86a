"""The tables of decisions: what was decided, who agreed by mandate, and what is still to be done.

What names a person, a group or a reason comes here sealed, and is opened only by who has the
matter's key (`relay.conduct.matters.sealing`). Who is kept out of which group can be asked for an
account id that one has, and be told for no other: a mark is a keyed hash.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.store.marks import mark
from relay.store.table import Rows, Table

_MARK_BYTES = 16
_MOST_SHOWN = 50
"""Proposals among which one is looked for that somebody puts a thumb on."""


class Step(StrEnum):
    """What moderators can do about conduct."""

    NOTE = "note"
    """Tell somebody what they did, and nothing else."""
    TALK = "talk"
    """Talk with them, through the bot."""
    TIMEOUT = "timeout"
    """Take them out of some groups, and let them back in by itself."""
    REMOVAL = "removal"
    """Take them out of all groups of the branch."""
    DELETE = "delete_message"
    """Delete a message of theirs."""


LADDER = (Step.NOTE, Step.TALK, Step.TIMEOUT, Step.REMOVAL)
"""From the mildest step to the hardest. To delete a message is beside it."""


class Change(StrEnum):
    """What a decision does to an earlier one."""

    NEW = "new"
    """Nothing: it is the first."""
    SHORTEN = "shorten"
    LIFT = "lift"
    """Ends it from now on. That it was taken stays."""
    UNDO = "undo"
    """Ends it as if it had never been taken."""


class DecisionState(StrEnum):
    """How far a decision has come."""

    DRAFT = "draft"
    """A moderator is at it."""
    PROPOSED = "proposed"
    """It waits for other moderators."""
    REFUSED = "refused"
    """Another moderator has said no, or its proposer took it back."""
    LAPSED = "lapsed"
    """Nobody answered in time, or whoever proposed it no longer may."""
    AGREED = "agreed"
    """It is decided, and not all of it has come about."""
    APPLIED = "applied"
    """All of it has come about."""
    ENDED = "ended"
    """Its time is over."""
    LIFTED = "lifted"
    OVERTURNED = "overturned"


IN_FORCE = (DecisionState.AGREED, DecisionState.APPLIED)


class EffectKind(StrEnum):
    """What is to be done in Signal."""

    TELL = "tell"
    OUT = "out"
    BACK = "back"
    DELETE = "delete"
    BAN = "ban"
    UNBAN = "unban"
    LINK = "link"


class Stage(StrEnum):
    """How far an effect has come."""

    WAITING = "waiting"
    """Its time has not come."""
    ASKED = "asked"
    """Signal was asked for it, and it has not come about."""
    INVITED = "invited"
    """Signal has made an invitation of it, which the person has to accept."""
    STUCK = "stuck"
    """Signal does not do it. Moderators were told, and it is done as soon as somebody does it; of
    what no look at the groups shows, they are told at the next one."""


@dataclass(frozen=True)
class DecisionRow:
    """A decision as it is kept; `relay.conduct.decisions.decisions.Decision` is what others read.

    Attributes:
        number: of the decision, for the program alone; people type that of the matter.
        matter: what it is about.
        branch: slug of whose moderators decide.
        step: what is done.
        change: what it does to an earlier decision.
        changes: the number of that one.
        state: how far it has come.
        sealed: everything that names somebody or says why.
        proposed_by: number of the proposer's mandate; None in a draft.
        created: aware, UTC, as all moments here.
        deadline: until when others can answer.
        decided: when it was decided.
        until: when it ends by itself.
        reminded: how many times others were reminded.
        offers: the deliveries that show the proposal to other moderators.
    """

    number: int
    matter: int
    branch: str
    step: Step
    change: Change
    changes: int | None
    state: DecisionState
    sealed: bytes = field(repr=False)
    proposed_by: int | None
    created: datetime
    deadline: datetime | None = None
    decided: datetime | None = None
    until: datetime | None = None
    reminded: int = 0
    offers: tuple[int, ...] = ()


@dataclass(frozen=True)
class EffectRow:
    """One thing that is to be done in Signal, as it is kept.

    Attributes:
        number: for the program alone.
        decision: of which it is a part.
        kind: what is to be done.
        stage: how far it has come.
        due: when it is to be done, or tried again.
        sealed: to whom and where.
        tries: how often Signal was asked.
        delivery: the one that asks Signal.
    """

    number: int
    decision: int
    kind: EffectKind
    stage: Stage
    due: datetime
    sealed: bytes = field(repr=False)
    tries: int = 0
    delivery: int | None = None


_ROWS, _EFFECTS = Rows(DecisionRow), Rows(EffectRow)


class DecisionTable(Table):
    """The tables conduct_decisions and conduct_votes."""

    def add(self, **values: Any) -> DecisionRow:
        """Enter a decision; return it with its number."""
        number = self._insert("conduct_decisions", **values)
        found = self.get(number)
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def get(self, number: int) -> DecisionRow | None:
        """Return a decision, or None."""
        return self._one(_ROWS, "FROM conduct_decisions WHERE number = ?", [number])

    def save(self, row: DecisionRow) -> None:
        """Keep a decision as it is now."""
        self._save("conduct_decisions", _ROWS, row)

    def forget(self, number: int) -> None:
        """Forget a decision, and what is to be done of it."""
        self._run("DELETE FROM conduct_decisions WHERE number = ?", [number])

    def of_matter(self, matter: int) -> list[DecisionRow]:
        """Return everything that was proposed or decided in a matter, oldest first."""
        rest = "FROM conduct_decisions WHERE matter = ? ORDER BY number"
        return self._all(_ROWS, rest, [matter])

    def at(self, *states: DecisionState) -> list[DecisionRow]:
        """Return every decision at some states, oldest first."""
        marks = ", ".join("?" * len(states))
        return self._all(
            _ROWS,
            f"FROM conduct_decisions WHERE state IN ({marks}) ORDER BY number",
            states,
        )

    def shown(self) -> list[DecisionRow]:
        """Return what other moderators were shown, the newest first."""
        rest = "FROM conduct_decisions WHERE offers != '[]' ORDER BY number DESC LIMIT ?"
        return self._all(_ROWS, rest, [_MOST_SHOWN])

    def vote(self, number: int, mandate: int, answer: str) -> bool:
        """Note what a mandate answers; return whether it had not answered."""
        return self._insert_new("conduct_votes", decision=number, mandate=mandate, answer=answer)

    def votes(self, number: int, answer: str) -> list[int]:
        """Return the mandates that have answered so, by number."""
        return self._values(
            "SELECT mandate FROM conduct_votes WHERE decision = ? AND answer = ? ORDER BY mandate",
            [number, answer],
        )


class EffectTable(Table):
    """The table conduct_effects."""

    def add(self, **values: Any) -> int:
        """Enter what is to be done; return its number."""
        return self._insert("conduct_effects", **values)

    def get(self, number: int) -> EffectRow | None:
        """Return one, or None."""
        return self._one(_EFFECTS, "FROM conduct_effects WHERE number = ?", [number])

    def save(self, row: EffectRow) -> None:
        """Keep one as it is now."""
        self._save("conduct_effects", _EFFECTS, row)

    def forget(self, number: int) -> None:
        """Forget one that has come about."""
        self._run("DELETE FROM conduct_effects WHERE number = ?", [number])

    def all(self) -> list[EffectRow]:
        """Return everything that is still to be done, oldest first."""
        return self._all(_EFFECTS, "FROM conduct_effects ORDER BY number")

    def of(self, decision: int) -> list[EffectRow]:
        """Return what is still to be done of a decision, oldest first."""
        rest = "FROM conduct_effects WHERE decision = ? ORDER BY number"
        return self._all(_EFFECTS, rest, [decision])

    def due(self, now: datetime) -> list[EffectRow]:
        """Return what waited for a moment that has come."""
        rest = "FROM conduct_effects WHERE stage = ? AND due <= ? ORDER BY number"
        return self._all(_EFFECTS, rest, [Stage.WAITING, now])


class ConductMarks(Table):
    """The tables conduct_marks and conduct_mark_keys: that something holds for somebody."""

    def note(self, decision: int, until: datetime, *what: str | int) -> None:
        """Note that something holds for somebody because of a decision.

        Args:
            decision: its number.
            until: how long it holds, aware, UTC.
            what: what it is, where, and whom; in the same order each time.
        """
        self._insert(
            "conduct_marks",
            "ON CONFLICT (mark, decision) DO UPDATE SET until = excluded.until",
            mark=self._mark(*what),
            decision=decision,
            until=until,
        )

    def holds(self, now: datetime, *what: str | int) -> list[int]:
        """Return the decisions because of which something holds for somebody now."""
        return self._values(
            "SELECT decision FROM conduct_marks WHERE mark = ? AND until > ? ORDER BY decision",
            [self._mark(*what), now],
        )

    def holds_no_longer_than(self, until: datetime, now: datetime, *what: str | int) -> bool:
        """Return whether something holds for somebody now that was noted until then at most."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM conduct_marks"
            " WHERE mark = ? AND until > ? AND until <= ?)",
            [self._mark(*what), now, until],
        )

    def is_empty(self) -> bool:
        """Return whether nothing holds for anybody."""
        return not self._holds("SELECT EXISTS (SELECT 1 FROM conduct_marks)")

    def forget(self, decision: int, *what: str | int) -> None:
        """Forget one thing that holds because of a decision."""
        self._run(
            "DELETE FROM conduct_marks WHERE mark = ? AND decision = ?",
            [self._mark(*what), decision],
        )

    def tidy(self, now: datetime) -> int:
        """Forget what no longer holds; return how much that was."""
        return self._run("DELETE FROM conduct_marks WHERE until <= ?", [now])

    def _mark(self, *what: str | int) -> bytes:
        return mark(self._key_of("conduct_mark_keys", id=1), _MARK_BYTES, *what)
