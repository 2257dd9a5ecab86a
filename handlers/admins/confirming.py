"""Admins and keepers whose safety number changed: they wait until somebody has spoken to them.

As with officers, nobody confirms themself, and nobody confirms while they wait themself. Another
admin of the same branch or of the first one does, or an officer; where there is nobody, the host.
"""

import structlog

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, keeper, moderator, new, trusted
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from relay.conduct.matters.numbers import LOWEST
from relay.people.admins import PausedAdmin

log = structlog.get_logger(__name__)

confirming = Router("confirming")


def is_about_admins(heard: HeardMessage) -> bool:
    """Whether an admin, a keeper of a group or a moderator is to be confirmed, and no officer."""
    return any(heard.goes_on_with(role) for role in ("admin", "keeper", "moderator"))


def wants_what_waits(heard: HeardMessage) -> bool:
    """Whether somebody who waits types what only admins, keepers or moderators may do.

    Moderators' commands alone are no sign of it: `ask`, `talk` and `close` begin other messages,
    too. With the number of a matter they are.
    """
    if not heard.services.admins.waits(heard.person):
        return False
    number, _ = read_number(heard.typed.rest)
    has_number = number is not None
    if heard.begins_with("meeting"):
        # `meeting 12` shows one to everybody.
        return not has_number
    if heard.begins_with("where"):
        # "Where is it?" is anybody's question.
        return has_number
    commands = heard.services.commands
    if number is not None and number >= LOWEST and commands.is_kept_for(heard, moderator):
        return True
    return commands.is_kept_for(heard, admin, keeper, trusted)


@confirming.command(
    "confirm",
    new,
    is_about_admins,
    may=trusted,
    section=Section.RUNNING,
    usages=((Follows.ADMIN,),),
)
async def confirm_admin(heard: HeardMessage) -> None:
    """Let an admin or a keeper work again."""
    services, person = heard.services, heard.person
    waiting = tuple(a for a in services.admins.paused() if person in confirmers(services, a))
    if not waiting:
        await heard.say("admin-confirm-nobody")
        return
    number, _ = read_number(heard.typed.rest.partition(" ")[2].strip())
    chosen = [admin for admin in waiting if admin.number == number]
    if not chosen:
        lines = "\n".join(_line(services, admin) for admin in waiting)
        await heard.say("admin-confirm-which", lines=lines)
    elif services.admins.confirm(chosen[0], by=person):
        note_confirmed(services, chosen[0], by=person)
        await heard.say("admin-confirmed", role=chosen[0].role, branches=_names(chosen[0]))
    else:
        await heard.say("admin-confirm-nobody")


@confirming.message(new, wants_what_waits)
async def say_paused(heard: HeardMessage) -> None:
    """Say, every time, that it waits and how it ends."""
    await heard.say_text(paused_text(heard.services, heard.person))


def confirmers(services: Services, admin: PausedAdmin) -> tuple[str, ...]:
    """Return who may confirm an admin: those who work now, and never the admin.

    Other admins of their branches and of the first branch; where there are none, officers.
    """
    first = services.settings.branches[0]
    admins = [one for branch in (*admin.branches, first) for one in branch.admins]
    teams = services.settings.safeguarding.teams
    officers = [officer.id for team in teams for officer in team.officers]
    candidates = dict.fromkeys(p for p in (*admins, *officers) if p != admin.admin)
    return tuple(person for person in candidates if services.is_trusted(person))


def tell_of_waiting(services: Services, admin: PausedAdmin) -> int:
    """Tell those who may confirm that an admin waits; return how many were told."""
    chosen = confirmers(services, admin)
    others = [person for person in chosen if services.is_admin(person)] or list(chosen)
    if not others:
        log.warning("admin_waits_and_nobody_can_confirm")
    for person in others:
        services.tell(
            person,
            "admin-waits-told",
            role=admin.role,
            branches=_names(admin),
            number=str(admin.number),
            safety=admin.safety_number,
        )
    return len(others)


def note_confirmed(services: Services, admin: PausedAdmin, by: str) -> None:
    """Record that an admin was confirmed, and tell them."""
    services.store.audit.record(
        actor=by,
        action="confirm-admin",
        subject=", ".join(branch.slug for branch in admin.branches),
        now=services.clock.now(),
    )
    services.tell(admin.admin, "admin-confirmed-admin", role=admin.role)


def paused_text(services: Services, person: str) -> str:
    """Return what an admin who waits is told: that it waits, who ends it, and what works."""
    waiting = [admin for admin in services.admins.paused() if admin.admin == person]
    somebody = any(confirmers(services, admin) for admin in waiting)
    role = waiting[0].role if waiting else "admin"
    who = "somebody" if somebody else "host"
    return services.words.say("admin-paused", role=role, who=who)


def _names(admin: PausedAdmin) -> str:
    return ", ".join(branch.name for branch in admin.branches)


def _line(services: Services, admin: PausedAdmin) -> str:
    return services.words.say(
        "admin-confirm-line",
        role=admin.role,
        number=str(admin.number),
        branches=_names(admin),
        safety=admin.safety_number,
    )
