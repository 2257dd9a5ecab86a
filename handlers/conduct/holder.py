"""What is kept of whoever moderators have decided about or talk with, and of moderators.

Complaints are not named here, whoever wrote them or whomever they are about: somebody else may hold
the phone (`docs/threat-model.md`).
"""

from collections.abc import Iterator, Sequence

from handlers.conduct.appeals.texts import name_of, step_text
from handlers.conduct.mandates.accepting import tell_declined
from handlers.conduct.mandates.ending import resignable
from handlers.conduct.talks.passing import tell, tell_moderators
from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.conduct.record.record import Recorded


class ConductHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"decision", "talk", "mandate"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name decisions about them, talks, and how they moderate or did."""
        return [
            *(_decision(services, one) for one in services.conduct_record.of_person(person)),
            *_talks(services, person),
            *_mandates(services, person),
        ]

    def duties(self, services: Services, person: str) -> Sequence[str]:
        """A moderator gives that up first."""
        say, held = services.words.say, services.moderators.held_by(person)
        if resignable(services, person):
            return (say("forget-first-moderator", command=services.vocabulary.name("resign")),)
        return (say("forget-first-moderator-settings"),) if held else ()

    def forget(self, services: Services, person: str) -> None:
        """Forget that they would moderate, and have them read along nowhere.

        What was decided about them stays, with its talk, until its time is over: else it would end
        for whoever asks for that.
        """
        services.moderators.table.forget_offer(person)
        for proposal in services.two_admins.naming(person):
            services.two_admins.table.forget(proposal)
            tell_declined(services, proposal)
        for talk in services.talks.read_along_by(person):
            services.talks.send_away(talk)
            tell(services, talk, talk.person, "talk-friend-gone")
            tell_moderators(services, talk, "talk-companion-gone")

    def leave(self, services: Services, person: str) -> Sequence[str]:
        """Have no time-out bring them back in at its end."""
        services.deciding.effects.stay_out(person)
        return ()


def _decision(services: Services, one: Recorded) -> Held:
    say, decision = services.words.say, one.decision
    text = say(
        "held-decision",
        number=str(decision.matter),
        branch=name_of(services, decision.branch),
        step=step_text(services, decision),
        day=services.time.day(decision.decided or decision.created),
        appeal="none" if one.appeal is None else "yes",
    )
    until = services.conduct_record.kept_until(decision.matter)
    days = services.conduct_record.days(decision.branch)
    stays = say(
        "held-decision-stays",
        number=str(decision.matter),
        until="none" if until is None else services.time.day(until),
        days=days,
    )
    return Held("decision", text, stays)


def _talks(services: Services, person: str) -> Iterator[Held]:
    say = services.words.say
    for talk in services.talks.of_person(person):
        number, branch = str(talk.matter), name_of(services, talk.branch)
        yield Held(
            "talk",
            say("held-talk", number=number, branch=branch),
            say("held-talk-stays", number=number),
        )
    for talk in services.talks.read_along_by(person):
        yield Held("talk", say("held-talk-along", branch=name_of(services, talk.branch)))


def _mandates(services: Services, person: str) -> Iterator[Held]:
    say, moderators = services.words.say, services.moderators
    for one in moderators.held_by(person):
        yield Held("mandate", say("held-mandate", branch=name_of(services, one.branch)))
    for slug, branch in services.branches.items():
        own = {one.number for one in moderators.held_by(person) if one.branch == slug}
        if moderators.numbers_of(person, slug) - own:
            text, stays = say("held-mandate-over", branch=branch.name), say("held-mandate-stays")
            yield Held("mandate", text, stays)
    if moderators.table.offer_of(person, services.clock.now()) is not None:
        yield Held("mandate", say("held-mandate-offer"))
    if services.two_admins.naming(person):
        yield Held("mandate", say("held-mandate-asked"))
