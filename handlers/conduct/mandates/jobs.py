"""What time brings for moderators: a term is announced to end, and ends; nobody answered."""

from dataclasses import replace

from handlers.conduct.mandates.ending import tell_admins_of
from handlers.conduct.mandates.naming import remind_person
from handlers.conduct.proposals.agreeing import tell_admins
from handlers.conduct.proposals.kinds import KINDS
from handlers.conduct.standards.balloting import is_asked_now
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.conduct.mandates.moderators import Mandate
from relay.conduct.tables.admin_proposals import AdminProposal


def look_at_terms(services: Services) -> None:
    """End what has lapsed and announce what will; called every round.

    Rights end at the moment itself, whenever this is called (`Moderators`): here people are told.
    What lapses is told at any hour; what will, not at night.
    """
    for mandate in services.moderators.lapsed():
        with services.store.transaction():
            _lapse(services, mandate)
    settings, now = services.settings.announcements, services.clock.now()
    if settings.is_night(now, services.time.zone):
        return
    for mandate in services.moderators.due_reminders():
        with services.store.transaction():
            _announce(services, mandate)


def look_at_proposals(services: Services) -> None:
    """Say of each proposal that nobody has answered, or that it has ended; called every round."""
    for proposal in services.two_admins.due():
        if is_asked_now(services, proposal):
            continue
        with services.store.transaction():
            if services.two_admins.is_over(proposal):
                services.two_admins.table.forget(proposal)
                tell_admins(services, proposal, "mandate-unanswered-admins")
                KINDS[proposal.kind].unanswered(services, proposal)
            else:
                _remind(services, proposal)


def _lapse(services: Services, mandate: Mandate) -> None:
    services.moderators.end(mandate)
    if mandate.branch not in services.branches:
        return
    branch = services.branches[mandate.branch].name
    if mandate.person is not None:
        tell_unasked(services, mandate.person, "mandate-lapsed", branch=branch)
    tell_admins_of(services, mandate, "mandate-lapsed-admins")


def _announce(services: Services, mandate: Mandate) -> None:
    services.moderators.reminded(mandate)
    if mandate.until is None or mandate.branch not in services.branches:
        return
    last = services.moderators.last_day(mandate.until)
    if mandate.person is not None:
        branch = services.branches[mandate.branch].name
        day = services.speaking_to(mandate.person).time.day(last)
        tell_unasked(services, mandate.person, "mandate-ends-soon", branch=branch, until=day)
    tell_admins_of(services, mandate, "mandate-ends-soon-admins", until=services.time.day(last))


def _remind(services: Services, proposal: AdminProposal) -> None:
    told = replace(proposal, told=True)
    services.two_admins.table.save(told)
    if proposal.accepting:
        remind_person(services, told)
    else:
        tell_admins(services, told, "mandate-reminder")
