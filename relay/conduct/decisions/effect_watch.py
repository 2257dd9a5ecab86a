"""Sees what came about of decisions, goes on with what has not, and says what has to be by hand.

Signal's answers do not say what came about: who is where is looked at. Each look, each delivery's
end and each thing that is due is a transaction; what is interrupted between two goes on at the next
look, and nothing is done twice that would show.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from relay.conduct.decisions.decision import EffectKind, EffectRow, Place, Stage
from relay.conduct.decisions.decisions import Decisions
from relay.conduct.decisions.effect_rows import Effect, EffectRows
from relay.conduct.decisions.effects import Effects
from relay.conduct.decisions.whereabouts import Presence, Whereabouts, presence_in
from relay.delivery.observers import QuietObserver
from relay.groups.membership import Person, QuietListener
from relay.groups.newcomers import Newcomers, welcome_to
from relay.groups.tables import KeptGroup
from relay.signal.types import Group
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

MOST_TRIES = 3
"""How often Signal is asked for the same before people hear how it is done by hand."""

_ANSWERED = (EffectKind.BAN, EffectKind.UNBAN, EffectKind.LINK, EffectKind.DELETE)
"""What no look at the groups shows: Signal's own answer has to do."""


class EffectWatch(QuietObserver):
    """Follows what is to be done.

    Args:
        store: what a transaction is opened on.
        clock: the time.
        decisions: what was decided.
        rows: what is still to be done.
        effects: what follows from a decision.
        where: who is where.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        decisions: Decisions,
        rows: EffectRows,
        effects: Effects,
        where: Whereabouts,
    ) -> None:
        self._store = store
        self._clock = clock
        self._decisions = decisions
        self._rows = rows
        self._effects = effects
        self._where = where

    def go_on(self) -> None:
        """Do what is due by now; opens transactions."""
        for row in self._rows.table.due(self._clock.now()):
            with self._store.transaction():
                if row.kind is EffectKind.TELL:
                    self._tell(row)
                else:
                    self._let_back(self._rows.open(row))

    def look(self, groups: Sequence[Group]) -> None:
        """See what came about since the last look.

        Args:
            groups: all that the API knows.
        """
        stuck: dict[int, list[Place]] = {}
        for row in self._rows.table.all():
            if row.kind not in (EffectKind.OUT, EffectKind.BACK) or row.stage is Stage.WAITING:
                continue
            if self._rows.is_queued(row):
                continue
            effect = self._rows.open(row)
            presence = presence_in(groups, self._where.now(effect.place), effect.person)
            if row.kind is EffectKind.BACK:
                self._look_in(effect, presence)
            elif self._is_stuck(effect, presence):
                stuck.setdefault(row.decision, []).append(effect.place)
        for number, places in stuck.items():
            decision = self._decisions.get(number)
            if decision is not None:
                self._effects.notifier.by_hand(decision, EffectKind.OUT, places)
        self._tell_of_refused()

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Signal has taken something; who is where is looked at."""
        row = self._rows.asked_by(delivery)
        if row is not None and (row.kind in _ANSWERED or row.kind is EffectKind.TELL):
            self._done(row)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Signal does not take something; who is where is looked at."""
        row = self._rows.asked_by(delivery)
        if row is None or row.kind in (EffectKind.OUT, EffectKind.BACK):
            return
        decision = self._decisions.get(row.decision)
        if decision is not None and row.kind is EffectKind.TELL:
            self._effects.notifier.not_told(decision)
        elif decision is not None and row.kind is EffectKind.DELETE:
            place = self._rows.open(row).place
            self._effects.notifier.by_hand(decision, row.kind, [place])
        elif decision is not None:
            # It is told of with all others of its kind, at the next look.
            self._rows.table.save(replace(row, stage=Stage.STUCK))
            return
        self._done(row)

    def _tell_of_refused(self) -> None:
        """Say once for all groups what Signal did not do, when the last of them has answered."""
        asked: dict[tuple[int, EffectKind], list[EffectRow]] = {}
        for row in self._rows.table.all():
            if row.kind in _ANSWERED:
                asked.setdefault((row.decision, row.kind), []).append(row)
        for (number, kind), rows in asked.items():
            if any(row.stage is not Stage.STUCK for row in rows):
                continue
            decision = self._decisions.get(number)
            if decision is not None:
                places = [self._rows.open(row).place for row in rows]
                self._effects.notifier.by_hand(decision, kind, places)
            for row in rows:
                self._done(row)

    def came_back(self, group: KeptGroup, person: str) -> None:
        """Somebody is in a group, or invited: tell moderators if they are to be out."""
        for number in self._decisions.keeping_out(person, group.branch, group.number):
            decision = self._decisions.get(number)
            if decision is not None:
                place = Place(group.id, group.number)
                self._effects.notifier.back_by_hand(decision, place)

    def _tell(self, row: EffectRow) -> None:
        decision = self._decisions.get(row.decision)
        if decision is None:
            self._rows.forget(row)
        elif (delivery := self._effects.notifier.notice(decision)) is not None:
            self._rows.carried_by(row, delivery)

    def _let_back(self, effect: Effect) -> None:
        """Let somebody back in, unless something else keeps them out by now."""
        place, row = self._where.now(effect.place), effect.row
        branch = self._decisions.branch_of(row.decision)
        if self._decisions.keeping_out(effect.person, branch, place.number or 0):
            # That lets them back in when it ends, or does not.
            self._done(row)
        elif (
            not self._where.is_declared(place)
            or self._where.presence(place, effect.person) is Presence.UNKNOWN
        ):
            self._give_up(effect)
        else:
            # Whoever comes back is no newcomer to be welcomed.
            newcomers = self._store[Newcomers]
            newcomers.tell_once(welcome_to(branch), effect.person, self._clock.now())
            self._rows.ask(row)

    def _look_in(self, effect: Effect, presence: Presence) -> None:
        """Go on letting somebody back in."""
        row = effect.row
        if presence is Presence.INSIDE:
            self._done(row)
        elif presence is Presence.AT_DOOR:
            if row.stage is not Stage.INVITED:
                self._rows.table.save(replace(row, stage=Stage.INVITED))
                branch = self._decisions.branch_of(row.decision)
                self._effects.notifier.invited(branch, effect.place, effect.person)
        elif row.stage is Stage.INVITED:
            # They have not accepted it, or somebody took it back.
            self._done(row)
        elif presence is Presence.OUTSIDE and row.tries < MOST_TRIES:
            self._rows.ask(row)
        else:
            self._give_up(effect)

    def _give_up(self, effect: Effect) -> None:
        """Say that somebody could not be let back in."""
        number = effect.row.decision
        branch, matter = self._decisions.branch_of(number), self._decisions.matter_of(number)
        self._effects.notifier.not_back(branch, matter, effect.place, effect.person)
        self._done(effect.row)

    def _is_stuck(self, effect: Effect, presence: Presence) -> bool:
        """Go on taking somebody out; return whether it has just become clear that it fails."""
        row = effect.row
        if presence is Presence.OUTSIDE or not self._where.is_declared(effect.place):
            self._done(row)
        elif presence is not Presence.UNKNOWN and row.tries < MOST_TRIES:
            self._rows.ask(row)
        elif row.stage is not Stage.STUCK:
            self._rows.table.save(replace(row, stage=Stage.STUCK))
            return True
        return False

    def _done(self, row: EffectRow) -> None:
        """Forget what has come about; say so once all of a decision has."""
        self._rows.forget(row)
        if all(one.kind is EffectKind.BACK for one in self._rows.table.of(row.decision)):
            decision = self._decisions.get(row.decision)
            if decision is not None:
                self._decisions.came_about(decision)


class ReturnListener(QuietListener):
    """Hears who comes into a group or is invited, by whomever.

    Args:
        watch: tells moderators of those who are to be out.
    """

    def __init__(self, watch: EffectWatch) -> None:
        self._watch = watch

    def joined(self, group: KeptGroup, person: Person) -> None:
        """Somebody is in."""
        self._watch.came_back(group, person.id)

    def pending(self, group: KeptGroup, person: Person) -> None:
        """Somebody was invited."""
        self._watch.came_back(group, person.id)
