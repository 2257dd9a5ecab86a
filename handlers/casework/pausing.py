"""Officers whose safety number changed: they wait, and an admin of the first branch confirms.

A changed safety number is mostly a new phone. It can also be somebody else with the number, so
nobody confirms themself, and nobody confirms while they wait themself.
"""

import structlog
from signalbot import DataMessage, DataMessageContext, DataMessageHandler
from signalbot.messages import ReceivedMessage

from handlers.casework.commands import (
    COMMANDS,
    is_plain,
    is_reporting,
    is_whole_command,
    looks_named,
)
from handlers.services import Services
from handlers.typed import read_command, read_number
from relay.safeguarding import PausedOfficer, Standing

log = structlog.get_logger(__name__)


class PausedCommand(DataMessageHandler):
    """Answers everything an officer does about cases while they wait."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants_first(self, message: ReceivedMessage) -> bool:
        """Whether an officer who waits certainly means a case: no other conversation gets that."""
        if not self.wants(message) or not is_plain(message):
            return False
        typed = read_command(message.text)
        about_a_case = typed.command in COMMANDS and looks_named(typed.rest)
        return message.quote is not None or about_a_case or is_whole_command(message.text)

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an officer who waits types a command or quotes something."""
        if not is_plain(message):
            return False
        person = message.source_uuid or ""
        if self._services.vault.standing(person) is not Standing.PAUSED:
            return False
        if is_reporting(self._services, person):
            return False
        return message.quote is not None or read_command(message.text).command in COMMANDS

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say that it waits, and for whom."""
        await self._services.say(context, "casework-paused")


class ConfirmOfficer(DataMessageHandler):
    """`confirm officer …` by an admin of the first branch."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether such an admin types it."""
        if not is_plain(message) or message.source_uuid not in confirmers(self._services):
            return False
        typed = read_command(message.text)
        return typed.command == "confirm" and _is_about_officers(typed.rest)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Let the officer read again. What they missed comes with the rounds."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        if services.vault.standing(person) is Standing.PAUSED or services.admins.waits(person):
            await services.say(context, "casework-confirm-waits-too")
            return
        waiting = services.vault.watch.paused()
        if not waiting:
            await services.say(context, "casework-confirm-nobody")
            return
        chosen = _chosen(message, waiting)
        if chosen is None:
            lines = "\n".join(_line(services, officer) for officer in waiting)
            await services.say(context, "casework-confirm-which", lines=lines)
            return
        if not services.vault.watch.confirm(chosen, by=person):
            await services.say(context, "casework-confirm-nobody")
            return
        for admin in services.admins.paused():
            # One look at their phone is enough for both of what they are.
            if (admin.admin, admin.safety_number) == (chosen.officer, chosen.safety_number):
                services.admins.confirm(admin, by=person)
        await services.say(context, "casework-confirmed", role=chosen.role, team=chosen.team_name)
        services.vault.post.to_officer(
            chosen.officer, services.words.say("casework-confirmed-officer")
        )


def confirmers(services: Services) -> tuple[str, ...]:
    """Return who is told of officers who wait, and may confirm them."""
    return services.settings.branches[0].admins


def tell_of_pause(services: Services, officer: PausedOfficer) -> int:
    """Tell the admins that an officer waits; return how many were told."""
    text = services.words.say(
        "casework-pause-told",
        role=officer.role,
        team=officer.team_name,
        number=str(officer.number),
        safety=officer.safety_number,
    )
    others = [
        admin
        for admin in confirmers(services)
        if admin != officer.officer and services.is_admin(admin)
    ]
    if not others:
        log.warning("officer_waits_and_no_admin_can_confirm")
    for admin in others:
        services.tell_text(admin, lambda _: text)
    return len(others)


def _is_about_officers(rest: str) -> bool:
    first = rest.casefold().split(maxsplit=1)[:1]
    return first in (["officer"], ["officers"])


def _chosen(message: DataMessage, waiting: tuple[PausedOfficer, ...]) -> PausedOfficer | None:
    _, _, which = read_command(message.text).rest.partition(" ")
    number, _ = read_number(which.strip())
    for officer in waiting:
        if number is not None and officer.number == number:
            return officer
    named = [o for o in waiting if o.role.casefold() == which.strip().casefold()]
    return named[0] if len(named) == 1 else None


def _line(services: Services, officer: PausedOfficer) -> str:
    return services.words.say(
        "casework-confirm-line",
        number=str(officer.number),
        role=officer.role,
        team=officer.team_name,
        safety=officer.safety_number,
    )
