"""What follows from a decision in Signal: who is taken out, kept out, and let back in.

Everything that is to be done is kept, sealed, until it has come about
(`relay.conduct.decisions.effect_watch` looks). A decision, what follows from it, and what is queued
for that are one transaction.
"""

from collections.abc import Mapping
from dataclasses import replace

from relay.conduct.decisions.decision import (
    Decision,
    DecisionState,
    EffectKind,
    Place,
    Stage,
    Step,
)
from relay.conduct.decisions.effect_notifier import EffectNotifier
from relay.conduct.decisions.effect_rows import EffectRows
from relay.conduct.decisions.whereabouts import Presence, Whereabouts
from relay.groups.doors import Doors
from relay.settings import Branch
from relay.signal.abilities import Abilities
from relay.store import Store
from relay.time.clock import Clock

_THERE = (Presence.INSIDE, Presence.AT_DOOR)


class Effects:
    """Carries out decisions; implements `relay.conduct.decisions.rules.Carrier`.

    Args:
        store: the outbox.
        clock: the time.
        branches: their settings, by slug.
        rows: what is still to be done.
        where: who is where.
        doors: who waits to be let in.
        abilities: what can be done in Signal here.

    Attributes:
        notifier: tells people; set before anything happens.
    """

    notifier: EffectNotifier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        rows: EffectRows,
        where: Whereabouts,
        doors: Doors,
        abilities: Abilities,
    ) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._rows = rows
        self._where = where
        self._doors = doors
        self._abilities = abilities

    def begin(self, decision: Decision) -> Decision:
        """Queue what follows from a decision; return it with what it takes somebody out of."""
        person, places = decision.person, self._places(decision)
        presence = {place.id: self._where.presence(place, person) for place in places}
        returning = self._stop_returns(person, places)
        inside = tuple(
            one for one in places if presence[one.id] is Presence.INSIDE or one.id in returning
        )
        for place in places:
            self._close_door(place, person)
            if presence[place.id] in _THERE or place.id in returning:
                self._rows.ask_now(decision, EffectKind.OUT, place)
        if decision.step is Step.REMOVAL:
            self._shut_links(decision, [one for one in places if self._where.has_link(one)])
        if decision.step is Step.TIMEOUT and decision.until is not None:
            for place in inside:
                self._rows.add(decision, EffectKind.BACK, place, decision.until)
        if decision.step is Step.DELETE and decision.message is not None:
            self._delete(decision, decision.message)
        self._rows.add(decision, EffectKind.TELL, Place(""), self._clock.now())
        unknown = [one for one in places if presence[one.id] is Presence.UNKNOWN]
        if unknown:
            self.notifier.by_hand(decision, EffectKind.OUT, unknown)
        return decision.but(taken=inside)

    def end(self, decision: Decision) -> None:
        """Take back what follows from a decision that is lifted or overturned."""
        was_told, now = True, self._clock.now()
        for effect in self._rows.of(decision.number):
            if effect.kind is EffectKind.BACK:
                self._rows.table.save(replace(effect.row, due=now))
            else:
                was_told = was_told and not effect.is_untold
                self._rows.forget(effect.row)
        if decision.step is Step.REMOVAL and decision.state is DecisionState.OVERTURNED:
            for place in decision.taken:
                self._rows.add(decision, EffectKind.BACK, place, now)
        self._unban(decision)
        self.notifier.taken_back(decision, was_told=was_told)

    def over(self, decision: Decision) -> None:
        """Let somebody be again where they may be: the time of a decision is over."""
        for effect in self._rows.of(decision.number):
            if effect.kind is EffectKind.OUT:
                self._rows.forget(effect.row)
        self._unban(decision)
        if decision.keeps_out:
            self.notifier.ended(decision)

    def shorten(self, decision: Decision) -> None:
        """Have a decision end at its new moment."""
        for effect in self._rows.of(decision.number):
            if effect.kind is EffectKind.BACK and decision.until is not None:
                self._rows.table.save(replace(effect.row, due=decision.until))
        self.notifier.shortened(decision)

    def stay_out(self, person: str) -> None:
        """Let nobody back in by itself who wants to be out of the groups, when a time-out ends."""
        for effect in self._rows.all():
            if effect.kind is EffectKind.BACK and effect.person == person:
                self._rows.forget(effect.row)

    def take_out_again(self, decision: Decision) -> int:
        """Take somebody out whom others have let in although they are to be out.

        Returns:
            Of how many groups.
        """
        under_way = {
            one.place.id for one in self._rows.of(decision.number) if one.kind is EffectKind.OUT
        }
        again = [
            one
            for one in self._places(decision)
            if one.id not in under_way and self._where.presence(one, decision.person) in _THERE
        ]
        for place in again:
            self._rows.ask_now(decision, EffectKind.OUT, place)
        return len(again)

    def _places(self, decision: Decision) -> list[Place]:
        """Return the groups that somebody is kept out of."""
        if not decision.keeps_out:
            return []
        all_of_them = self._where.groups_of(self._branches[decision.branch])
        if decision.step is Step.REMOVAL:
            return all_of_them
        return [one for one in all_of_them if one.number in decision.groups]

    def _stop_returns(self, person: str, places: list[Place]) -> frozenset[str]:
        """Let nothing of earlier decisions let somebody back in now.

        Returns:
            The ids of the groups into which they would have come back.
        """
        ids, returning = {place.id for place in places}, set()
        for effect in self._rows.all():
            if effect.kind is not EffectKind.BACK or effect.person != person:
                continue
            place = self._where.now(effect.place)
            if place.id in ids:
                returning.add(place.id)
                if effect.row.stage is not Stage.WAITING:
                    self._rows.forget(effect.row)
        return frozenset(returning)

    def _close_door(self, place: Place, person: str) -> None:
        """Forget what somebody waits for at a group: it is not to let them in later."""
        number = place.number
        request = None if number is None else self._doors.requests.of(number, person)
        if request is not None:
            if request.delivery is not None:
                self._store.topics.drop_delivery(request.delivery, self._clock.now())
            self._doors.forget(request)

    def _shut_links(self, decision: Decision, places: list[Place]) -> None:
        """Ban somebody from groups with a link, and change it; say where that cannot be done."""
        for place in places:
            if self._abilities.ban:
                self._rows.ask_now(decision, EffectKind.BAN, place)
            if self._abilities.reset_link:
                self._rows.ask_now(decision, EffectKind.LINK, place)
        if places and not self._abilities.reset_link:
            self.notifier.by_hand(decision, EffectKind.LINK, places)

    def _unban(self, decision: Decision) -> None:
        if decision.step is Step.REMOVAL and self._abilities.ban:
            for place in self._places(decision):
                if self._where.has_link(place):
                    self._rows.ask_now(decision, EffectKind.UNBAN, place)

    def _delete(self, decision: Decision, message: Place) -> None:
        if self._abilities.delete_others:
            self._rows.ask_now(decision, EffectKind.DELETE, message)
        else:
            self.notifier.by_hand(decision, EffectKind.DELETE, [message])
