"""A decision as those read it who may: what was done, what follows, and for how long."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, Self
from zoneinfo import ZoneInfo

from relay.conduct.tables.decisions import (
    IN_FORCE,
    LADDER,
    Change,
    DecisionRow,
    DecisionState,
    EffectKind,
    EffectRow,
    Stage,
    Step,
)

__all__ = [
    "IN_FORCE",
    "LADDER",
    "Change",
    "Decision",
    "DecisionListener",
    "DecisionState",
    "EffectKind",
    "EffectRow",
    "Place",
    "Stage",
    "Step",
    "end_after",
]


@dataclass(frozen=True)
class Place:
    """A group that somebody was taken out of, or a message stands in.

    Attributes:
        id: in the `group.` form, as it was then.
        number: in commands; None for one that the settings do not declare.
        timestamp: of the message, if it is about one.
    """

    id: str = field(repr=False)
    number: int | None = None
    timestamp: int | None = None


@dataclass(frozen=True)
class Decision:
    """What moderators have decided, or are about to.

    The first half is as in `DecisionRow`; the second is sealed in the store.

    Attributes:
        agreed_by: numbers of the mandates that have agreed, the proposer's left out.
        person: account id of whom it is about.
        standard: the title of the standard, as it was worded then.
        standard_id: which one that is.
        version: of the standards.
        effect: how it affected others, in the moderator's words.
        reason: why, in the moderator's words.
        groups: the groups of a time-out, by number; empty for all of the branch.
        days: for how many days.
        message: the message that it is about, if it is known.
        taken: the groups that the person was in when it was decided, and is taken out of.
        proposer: account id of who proposed it, until it is decided or over.
    """

    number: int
    matter: int
    branch: str
    step: Step
    change: Change
    changes: int | None
    state: DecisionState
    proposed_by: int | None
    created: datetime
    deadline: datetime | None
    decided: datetime | None
    until: datetime | None
    reminded: int
    offers: tuple[int, ...]
    agreed_by: tuple[int, ...] = ()
    person: str = field(default="", repr=False)
    standard: str = field(default="", repr=False)
    standard_id: str = ""
    version: str = ""
    effect: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    groups: tuple[int, ...] = field(default=(), repr=False)
    days: int | None = None
    message: Place | None = field(default=None, repr=False)
    taken: tuple[Place, ...] = field(default=(), repr=False)
    proposer: str = field(default="", repr=False)

    @property
    def is_in_force(self) -> bool:
        """Whether it is decided and neither over nor taken back."""
        return self.state in IN_FORCE

    @property
    def keeps_out(self) -> bool:
        """Whether somebody is not let in somewhere because of it."""
        return self.step in (Step.TIMEOUT, Step.REMOVAL)

    def but(self, **values: Any) -> Self:
        """Return the same with other values."""
        return replace(self, **values)

    def sealed_part(self) -> str:
        """Return what is sealed of it, as JSON."""
        held = {name: getattr(self, name) for name in _SEALED}
        held["message"] = None if self.message is None else _place_to_json(self.message)
        held["taken"] = [_place_to_json(place) for place in self.taken]
        return json.dumps(held, separators=(",", ":"))

    def open_part(self, sealed: bytes) -> DecisionRow:
        """Return what is kept beside it, with what was sealed."""
        return DecisionRow(**{n: getattr(self, n) for n in _OPEN}, sealed=sealed)


_OPEN = tuple(one.name for one in fields(DecisionRow) if one.name != "sealed")
_SEALED = (
    "person",
    "standard",
    "standard_id",
    "version",
    "effect",
    "reason",
    "groups",
    "days",
    "proposer",
)


def read_decision(row: DecisionRow, sealed: str, agreed_by: tuple[int, ...]) -> Decision:
    """Return a decision from what is kept of it.

    Args:
        row: what is kept in the open.
        sealed: what was sealed, opened; empty for nothing yet.
        agreed_by: numbers of the mandates that have agreed.
    """
    held: Mapping[str, Any] = json.loads(sealed) if sealed else {}
    named = {name: held[name] for name in _SEALED if name in held}
    named["groups"] = tuple(held.get("groups", ()))
    message = held.get("message")
    return Decision(
        **{name: getattr(row, name) for name in _OPEN},
        agreed_by=agreed_by,
        message=None if message is None else Place(*message),
        taken=tuple(Place(*place) for place in held.get("taken", ())),
        **named,
    )


def _place_to_json(place: Place) -> list[Any]:
    return [place.id, place.number, place.timestamp]


def end_after(now: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Return when something ends that lasts some days: at the same time on the branch's clocks.

    So a day in which the clocks change is an hour shorter or longer. Seconds are left out, because
    nobody is told of them. A time that the clocks leave out is that much later; of one that comes
    twice it is the first.

    Args:
        now: aware.
        days: one or more.
        zone: the branch's.

    Returns:
        Aware, UTC.
    """
    local = now.astimezone(zone).replace(second=0, microsecond=0, tzinfo=None, fold=0)
    return (local + timedelta(days=days)).replace(tzinfo=zone).astimezone(UTC)


class DecisionListener(Protocol):
    """Hears what becomes of decisions. Each call joins the transaction in which it happens."""

    def decided(self, decision: Decision) -> None:
        """It is decided; what follows from it in Signal is queued."""

    def applied(self, decision: Decision) -> None:
        """All that follows from it has come about."""

    def ended(self, decision: Decision) -> None:
        """Its time is over."""

    def lifted(self, decision: Decision) -> None:
        """It was lifted or overturned; its `state` says which."""
