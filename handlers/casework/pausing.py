"""Officers whose safety number changed: they wait, and an admin of the first branch confirms.

A changed safety number is mostly a new phone. It can also be somebody else with the number, so
nobody confirms themself, and nobody confirms while they wait themself.
"""

import structlog

from handlers.casework.commands import is_command
from handlers.casework.routing import is_not_reporting, is_whole, looks_named
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from relay.safeguarding import OfficerStatus, PausedOfficer

log = structlog.get_logger(__name__)

paused = Router("paused")
confirming_officers = Router("confirming_officers")


def waits(heard: HeardMessage) -> bool:
    """Whether somebody is an officer who waits, and writes no report of their own just now."""
    vault = heard.services.vault
    return vault.standing(heard.person) is OfficerStatus.PAUSED and is_not_reporting(heard)


def is_about_cases(heard: HeardMessage) -> bool:
    """Whether a message begins with a command of officers, or quotes something."""
    return heard.message.quote is not None or is_command(heard)


def is_surely_about_cases(heard: HeardMessage) -> bool:
    """Whether what is about cases can mean nothing else."""
    quotes = heard.message.quote is not None
    return quotes or is_whole(heard) or (is_command(heard) and looks_named(heard))


@paused.message(new, is_about_cases, waits)
async def say_paused(heard: HeardMessage) -> None:
    """Say that it waits, and for whom."""
    await heard.say("casework-paused")


def confirms_officers(heard: HeardMessage) -> bool:
    """Let an admin of the first branch through, who is told of officers who wait."""
    return heard.person in heard.services.settings.branches[0].admins


def is_about_officers(heard: HeardMessage) -> bool:
    """Whether an officer is to be confirmed."""
    return heard.goes_on_with("officer")


@confirming_officers.command(
    "confirm",
    new,
    is_about_officers,
    may=confirms_officers,
    section=Section.RUNNING,
    usages=((Follows.OFFICER,),),
)
async def confirm_officer(heard: HeardMessage) -> None:
    """Let the officer read again. What they missed comes by itself."""
    services, person = heard.services, heard.person
    if services.vault.standing(person) is OfficerStatus.PAUSED or services.admins.waits(person):
        await heard.say("casework-confirm-waits-too")
        return
    waiting = services.vault.watch.paused()
    chosen = _chosen(heard.typed.rest, waiting)
    if waiting and chosen is None:
        lines = "\n".join(
            services.words.say("casework-confirm-line", **_named(officer)) for officer in waiting
        )
        await heard.say("casework-confirm-which", lines=lines)
        return
    if chosen is None or not services.vault.watch.confirm(chosen, by=person):
        await heard.say("casework-confirm-nobody")
        return
    for admin in services.admins.paused():
        # One look at their phone is enough for both of what they are.
        if (admin.admin, admin.safety_number) == (chosen.officer, chosen.safety_number):
            services.admins.confirm(admin, by=person)
    await heard.say("casework-confirmed", role=chosen.role, team=chosen.team_name)
    text = services.put("casework-confirmed-officer")
    services.vault.post.to_officer(chosen.officer, text(chosen.officer))


def tell_of_pause(services: Services, officer: PausedOfficer) -> int:
    """Tell the admins that an officer waits; return how many were told."""
    others = [
        admin
        for admin in services.settings.branches[0].admins
        if admin != officer.officer and services.is_admin(admin)
    ]
    if not others:
        log.warning("officer_waits_and_no_admin_can_confirm")
    for admin in others:
        services.tell(admin, "casework-pause-told", **_named(officer))
    return len(others)


def _chosen(rest: str, waiting: tuple[PausedOfficer, ...]) -> PausedOfficer | None:
    which = rest.partition(" ")[2].strip()
    number, _ = read_number(which)
    for officer in waiting:
        if number is not None and officer.number == number:
            return officer
    named = [officer for officer in waiting if officer.role.casefold() == which.casefold()]
    return named[0] if len(named) == 1 else None


def _named(officer: PausedOfficer) -> dict[str, str]:
    return {
        "number": str(officer.number),
        "role": officer.role,
        "team": officer.team_name,
        "safety": officer.safety_number,
    }
