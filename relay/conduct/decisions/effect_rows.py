"""What is still to be done of decisions, opened; and how Signal is asked for it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from relay.conduct.decisions.decision import Decision, EffectKind, EffectRow, Place, Stage
from relay.conduct.decisions.whereabouts import Whereabouts
from relay.conduct.tables.decisions import EffectTable
from relay.conduct.tables.keys import ConductKeys
from relay.sealing import open_sealed, seal
from relay.signal.outgoing import (
    Ban,
    ChangeMembers,
    DeleteTheirs,
    Outgoing,
    ResetLink,
    Unban,
    queue_outgoing,
)
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

TOPIC = "effect:"
"""What the topics of deliveries begin with that carry out a decision; its number follows."""


@dataclass(frozen=True)
class Effect:
    """One thing that is to be done.

    Attributes:
        row: as it is kept.
        person: account id.
        place: where.
    """

    row: EffectRow
    person: str = field(repr=False)
    place: Place

    @property
    def kind(self) -> EffectKind:
        """What is to be done."""
        return self.row.kind

    @property
    def is_untold(self) -> bool:
        """Whether it is a notice that was not sent yet."""
        return self.kind is EffectKind.TELL and self.row.stage is Stage.WAITING


class EffectRows:
    """Keeps effects, sealed with a key of the store's own, so that they outlive their matter.

    Whoever erases a complaint must not keep somebody out for good whose time-out it began.

    Args:
        store: where they are, and the outbox.
        clock: the time.
        where: where a group is by now.
    """

    def __init__(self, store: Store, clock: Clock, where: Whereabouts) -> None:
        self._store = store
        self._clock = clock
        self._where = where
        self._keys = store[ConductKeys]
        self.table = store[EffectTable]

    def all(self) -> Iterator[Effect]:
        """Return everything that is still to be done, oldest first."""
        return (self.open(row) for row in self.table.all())

    def of(self, decision: int) -> list[Effect]:
        """Return what is still to be done of a decision, oldest first."""
        return [self.open(row) for row in self.table.of(decision)]

    def open(self, row: EffectRow) -> Effect:
        """Return one with whom and where it is about."""
        person, *place = json.loads(open_sealed(self._key(), _what(row.kind), row.sealed))
        return Effect(row, person, Place(*place))

    def add(self, decision: Decision, kind: EffectKind, place: Place, due: datetime) -> EffectRow:
        """Enter what is to be done once its time has come."""
        held = json.dumps([decision.person, place.id, place.number, place.timestamp])
        number = self.table.add(
            decision=decision.number,
            kind=kind,
            stage=Stage.WAITING,
            due=due,
            sealed=seal(self._key(), _what(kind), held.encode()),
        )
        row = self.table.get(number)
        assert row is not None  # noqa: S101 -- it was entered just now
        return row

    def ask(self, row: EffectRow) -> None:
        """Ask Signal for one, once more perhaps."""
        effect = self.open(row)
        delivery = queue_outgoing(
            self._store.outbox,
            self._where.now(effect.place).id,
            _outgoing(effect),
            priority=Priority.REPLY,
            now=self._clock.now(),
            topic=_topic(row),
        )
        if row.delivery is not None:
            self._store.topics.scrub_delivery(row.delivery)
        asked = replace(row, stage=Stage.ASKED, tries=row.tries + 1, delivery=delivery)
        self.table.save(asked)

    def ask_now(self, decision: Decision, kind: EffectKind, place: Place) -> None:
        """Enter what is to be done at once, and ask Signal for it."""
        self.ask(self.add(decision, kind, place, self._clock.now()))

    def carried_by(self, row: EffectRow, delivery: int) -> None:
        """Note that a delivery, which is queued already, carries one."""
        self._store.topics.assign(delivery, _topic(row))
        self.table.save(replace(row, stage=Stage.ASKED, delivery=delivery))

    def is_queued(self, row: EffectRow) -> bool:
        """Whether Signal has still to be asked for one."""
        return bool(self._store.topics.queued(_topic(row)))

    def asked_by(self, delivery: Delivery) -> EffectRow | None:
        """Return what a delivery asks for, or None if it is none of these or another does now."""
        topic = self._store.topics.of(delivery.id) or ""
        if not topic.startswith(TOPIC):
            return None
        row = self.table.get(int(topic.removeprefix(TOPIC)))
        return row if row is not None and row.delivery == delivery.id else None

    def forget(self, row: EffectRow) -> None:
        """Forget one, whether or not it has come about; what is queued for it is dropped."""
        self._store.topics.drop(_topic(row), self._clock.now())
        self.table.forget(row.number)
        if row.delivery is not None:
            self._store.topics.scrub_delivery(row.delivery)
        self._store.shredder.shred(self._clock.now())

    def _key(self) -> bytes:
        return self._keys.store_secret("effects")


def _outgoing(effect: Effect) -> Outgoing:
    person, timestamp = effect.person, effect.place.timestamp
    match effect.kind:
        case EffectKind.OUT:
            return ChangeMembers(remove=(person,))
        case EffectKind.BACK:
            return ChangeMembers(add=(person,))
        case EffectKind.BAN:
            return Ban(person=person)
        case EffectKind.UNBAN:
            return Unban(person=person)
        case EffectKind.LINK:
            return ResetLink()
        case EffectKind.DELETE if timestamp is not None:
            return DeleteTheirs(author=person, timestamp=timestamp)
        case kind:
            raise ValueError(kind)


def _topic(row: EffectRow) -> str:
    return f"{TOPIC}{row.number}"


def _what(kind: EffectKind) -> str:
    return f"branch-relay conduct effect {kind.value}"
