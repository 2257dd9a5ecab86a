"""What people hear of decisions: the person, other moderators, admins, and whoever complained.

Implements `relay.conduct.decisions.rules.DecisionNotifier` and
`relay.conduct.decisions.effect_notifier.EffectNotifier`. Nobody reads who decided, and nobody but
moderators whom it is about. Nothing comes by itself into a chat that is hidden.
"""

from collections.abc import Callable, Iterable, Sequence

from handlers.conduct.decisions.texts import (
    back_in_names,
    branch_name,
    change_text,
    joined,
    name_of,
    notice_text,
    person_name,
    proposal_text,
)
from handlers.services import Services
from relay.conduct.decisions.decision import (
    Change,
    Decision,
    DecisionState,
    EffectKind,
    Place,
    Step,
)
from relay.conduct.decisions.rules import Why
from relay.conduct.matters.matters import topic
from relay.groups.newcomers import Newcomers, invitation_to
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority

_CHANGES = {DecisionState.LIFTED: Change.LIFT, DecisionState.OVERTURNED: Change.UNDO}


class DecisionNotices:
    """Tells each in their own language.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    # What becomes of a proposal.

    def proposed(self, decision: Decision, to: Iterable[str]) -> tuple[int, ...]:
        """Show a proposal to other moderators; return the deliveries that do."""
        services, offers = self._services, []
        for person in to:
            sent = self._send(person, decision, lambda s: proposal_text(s, decision))
            if sent is not None:
                services.matters.shown(decision.matter, person, sent)
                offers.append(sent)
        return tuple(offers)

    def reminded(self, decision: Decision, to: Iterable[str]) -> None:
        """Nobody has decided yet."""
        until = decision.deadline or self._services.clock.now()
        for person in to:
            self._send(
                person,
                decision,
                lambda s: s.words.say(
                    "decision-reminder",
                    number=str(decision.matter),
                    until=s.time.spoken(until),
                    command=f"{self._word('decision')} {decision.matter}",
                ),
            )

    def over(self, decision: Decision, why: Why, by: str, to: Iterable[str]) -> None:
        """A proposal is over: tell its proposer, and those who were asked."""
        if decision.proposer != by:
            command = f"{self._word('decide')} {decision.matter}"
            message = "decision-over-proposer"
            self._tell(decision.proposer, decision, message, why=why.value, command=command)
        if why is not Why.REPLACED:
            for person in to:
                self._tell(person, decision, "decision-over-others")
        if why in (Why.TIME, Why.NOBODY):
            self._tell_complainer(decision, "decision-complainer-still")

    def agreed(self, decision: Decision, by: str) -> None:
        """It is decided: tell its proposer, and all others who may know of it."""
        if decision.change is Change.NEW:
            self._services.matters.decided(decision.matter)
        if decision.proposer and decision.proposer != by:
            self._tell(decision.proposer, decision, "decision-agreed-proposer")
        message = "decision-agreed-others" if decision.offers else "decision-alone-others"
        is_told_already = not decision.offers and decision.change is not Change.NEW
        for person in () if is_told_already else self._services.matters.readers(decision.matter):
            if person not in (by, decision.proposer):
                self._tell(person, decision, message)
        if decision.change is Change.NEW:
            self._tell_complainer(decision, "decision-complainer-decided")

    def nobody_left(self, decision: Decision) -> None:
        """Too few may answer it: tell admins, who can name moderators, and nothing else of it."""
        branch = self._services.branches[decision.branch]
        for admin in branch.admins:
            if admin != decision.person and not self._services.admins.waits(admin):
                self._services.tell(
                    admin,
                    "decision-lack-of-moderators",
                    branch=branch.name,
                    command=self._word("moderators"),
                )

    # What comes about of a decision.

    def notice(self, decision: Decision) -> int | None:
        """Tell the person what was decided; return the delivery that does, None for later."""
        services, person = self._services, decision.person
        if services.vault.hiding.has_hidden(person):
            return None
        text = notice_text(services.speaking_to(person), decision)
        return self._queue(person, text)

    def not_told(self, decision: Decision) -> None:
        """The person could not be told."""
        self._tell_moderators(decision, "decision-not-told", named=True)

    def by_hand(self, decision: Decision, kind: EffectKind, places: Sequence[Place]) -> None:
        """Signal does not do something: moderators have to, or keepers where a group is private."""
        services = self._services
        shown = [place for place in places if not self._is_private(place)]
        if shown or kind is not EffectKind.OUT:
            groups = joined(services.in_public, [self._shown_name(one) for one in shown or places])
            self._tell_moderators(
                decision, "decision-by-hand", named=True, kind=kind.value, groups=groups
            )
        for place in places if kind is EffectKind.OUT else ():
            if self._is_private(place):
                self._tell_keepers(decision, place)

    def ended(self, decision: Decision) -> None:
        """Its time is over."""
        if decision.step is Step.REMOVAL:
            self._tell_person(
                decision,
                lambda s: s.words.say(
                    "decision-notice-removal-over",
                    branch=branch_name(s, decision.branch),
                    command=s.vocabulary.name("groups"),
                ),
            )
            return
        self._tell_person(
            decision,
            lambda s: s.words.say("decision-notice-ended", groups=back_in_names(s, decision)),
        )
        self._tell_moderators(decision, "decision-ended-moderators")

    def taken_back(self, decision: Decision, *, was_told: bool) -> None:
        """It was lifted or overturned."""
        change = _CHANGES[decision.state]
        if was_told:
            self._tell_person(decision, lambda s: change_text(s, decision.but(change=change)))
        self._tell_moderators(
            decision, "decision-changed-moderators", change=change.value, until="–"
        )
        if change is Change.UNDO:
            self._tell_complainer(decision, "decision-complainer-back")

    def shortened(self, decision: Decision) -> None:
        """It ends earlier."""
        shorter = decision.but(change=Change.SHORTEN)
        self._tell_person(decision, lambda s: change_text(s, shorter))
        self._tell_moderators(
            decision,
            "decision-changed-moderators",
            change=Change.SHORTEN.value,
            until=self._services.time.spoken(decision.until or self._services.clock.now()),
        )

    def invited(self, branch: str, place: Place, person: str) -> None:
        """Signal made an invitation of their return, which they have to accept; it is said once."""
        services = self._services
        if place.number is not None:
            about = invitation_to(place.number)
            services.store[Newcomers].tell_once(about, person, services.clock.now())
        self._say_to(
            person,
            lambda s: s.words.say("decision-back-invited", group=name_of(s, place)),
        )

    def not_back(self, branch: str, matter: int, place: Place, person: str) -> None:
        """They could not be let back in."""

        def text(speaking: Services) -> str:
            found = speaking.deciding.where.is_declared(place)
            word = speaking.vocabulary.name("join")
            join = f"{word} {place.number}" if found and place.number is not None else "none"
            return speaking.words.say(
                "decision-back-failed", group=name_of(speaking, place), join=join
            )

        self._say_to(person, text)
        self._services.matters.tell_moderators(
            matter,
            "decision-back-failed-moderators",
            number=str(matter),
            group=self._shown_name(place),
        )

    def back_by_hand(self, decision: Decision, place: Place) -> None:
        """Somebody else has let them in or invited them although they are to be out."""
        number = decision.matter
        self._tell_moderators(
            decision,
            "decision-back-by-hand",
            named=True,
            group=self._shown_name(place),
            until=self._services.time.spoken(decision.until or self._services.clock.now()),
            out=f"{self._word('out')} {number}",
            lift=f"{self._word('lift')} {number}",
        )

    def _tell_moderators(
        self, decision: Decision, message: str, *, named: bool = False, **args: str
    ) -> None:
        if named:
            args["name"] = person_name(self._services, decision.person)
        number = str(decision.matter)
        besides = (decision.person,)
        self._services.matters.tell_moderators(
            decision.matter, message, besides, number=number, **args
        )

    def _tell_complainer(self, decision: Decision, message: str) -> None:
        branch, number = branch_name(self._services, decision.branch), decision.matter
        self._services.matters.tell_complainer(number, message, number=str(number), branch=branch)

    def _tell_keepers(self, decision: Decision, place: Place) -> None:
        kept = None if place.number is None else self._services.groups.numbered(place.number)
        if kept is None:
            return
        for keeper in self._services.groups.declared(kept).keepers:
            if keeper != decision.person and not self._services.admins.waits(keeper):
                self._services.tell(
                    keeper,
                    "decision-by-hand-keeper",
                    branch=branch_name(self._services, decision.branch),
                    name=person_name(self._services, decision.person),
                    groups=name_of(self._services, place),
                )

    def _is_private(self, place: Place) -> bool:
        """Whether nobody but its keepers may learn who is in a group."""
        kept = None if place.number is None else self._services.groups.numbered(place.number)
        return kept is not None and not self._services.groups.declared(kept).listed

    def _shown_name(self, place: Place) -> str:
        if self._is_private(place):
            return self._services.in_public.words.say("decision-private-group")
        return name_of(self._services.in_public, place)

    def _tell(self, person: str, decision: Decision, message: str, **args: str) -> None:
        number = str(decision.matter)
        self._send(person, decision, lambda s: s.words.say(message, number=number, **args))

    def _tell_person(self, decision: Decision, text: Callable[[Services], str]) -> None:
        self._say_to(decision.person, text)

    def _say_to(self, person: str, text: Callable[[Services], str]) -> None:
        if not self._services.vault.hiding.has_hidden(person):
            self._queue(person, text(self._services.speaking_to(person)))

    def _send(self, person: str, decision: Decision, text: Callable[[Services], str]) -> int | None:
        """Queue a text for a moderator, which is dropped and forgotten with its matter."""
        services = self._services
        if services.vault.hiding.has_hidden(person):
            return None
        said = text(services.speaking_to(person))
        return self._queue(person, said, topic(decision.matter))

    def _queue(self, person: str, text: str, about: str | None = None) -> int:
        return queue_outgoing(
            self._services.store.outbox,
            person,
            Message(text=text),
            priority=Priority.URGENT,
            now=self._services.clock.now(),
            topic=about,
        )

    def _word(self, command: str) -> str:
        return self._services.in_public.vocabulary.name(command)
