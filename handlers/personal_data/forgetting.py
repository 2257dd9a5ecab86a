"""`forget me`: shown first, then a yes; and whether they want out of the groups as well.

All that it destroys and queues is one transaction with the yes: whatever kills the relay, either
nothing has happened or all of it, and once more changes nothing.
"""

from typing import Any, ClassVar

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import asked_for, new, without_files
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending, State
from handlers.personal_data.texts import (
    as_lines,
    has_reports,
    held_by_all,
    stays_text,
    without_gaps,
)
from handlers.services import Services
from relay.backup.making import is_set_up

forgetting = Router("forgetting")
forgetting_answers = Router("forgetting_answers")


class ConfirmForgetting(Pending):
    """What would be destroyed is shown, and what stays."""

    name: ClassVar[str] = "personal_data.forget"

    async def accept(self, heard: Heard[Any]) -> None:
        """Destroy it; they stay in their groups."""
        heard.leave()
        if not await _has_duties(heard):
            await _forget(heard, None)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it is."""
        heard.leave()
        await heard.say("forget-me-kept")

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was destroyed."""
        services.tell(person, "forget-me-kept")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, unless they ask once more."""
        if not isinstance(coming, ConfirmForgetting):
            services.tell(person, "forget-me-kept")


@forgetting.command("forget_me", new, without_files, by=asked_for, section=Section.ATTENDING)
async def ask(heard: HeardMessage) -> None:
    """Show what would be destroyed and what would stay, or what has to be done first."""
    services = heard.services
    if await _has_duties(heard):
        return
    held = held_by_all(services, heard.person)
    goes = [one.text for one in held if not one.stays]
    text = services.words.say(
        "forget-me-ask",
        count=len(goes),
        lines=as_lines(services, goes),
        stays=stays_text(services, held),
        reports=has_reports(services),
    )
    sent = await heard.say_text(without_gaps(text))
    heard.enter(ConfirmForgetting(preview=sent.delivery))


def wants_out_too(heard: HeardMessage) -> bool:
    """Whether they want to be taken out of their groups as well."""
    return heard.answers("forget_and_leave")


@forgetting_answers.answer(ConfirmForgetting, new, without_files, wants_out_too)
async def forget_and_leave(heard: HeardMessage, _: ConfirmForgetting) -> None:
    """Destroy it, and take them out of the groups."""
    heard.leave()
    if await _has_duties(heard):
        return
    await _forget(heard, _leave(heard))


async def _has_duties(heard: Heard[Any]) -> bool:
    """Say what has to be done first, if anything has."""
    services = heard.services
    duties = [one for holder in services.holders for one in holder.duties(services, heard.person)]
    if duties:
        await heard.say("forget-me-first", lines=as_lines(services, duties))
    return bool(duties)


def _leave(heard: Heard[Any]) -> list[str]:
    services = heard.services
    return [one for holder in services.holders for one in holder.leave(services, heard.person)]


async def _forget(heard: Heard[Any], left: list[str] | None) -> None:
    """Destroy what may be, and say what stays.

    Args:
        heard: the yes.
        left: which groups they have to leave themselves; None where they stay in theirs.
    """
    services, person = heard.services, heard.person
    count = sum(not one.stays for one in held_by_all(services, person))
    for holder in services.holders:
        holder.forget(services, person)
    # Pictures that nothing needs any more.
    services.store.files.forget_orphans()
    services.store.backups.outdate()
    services.store.shredder.shred(services.clock.now())
    text = services.words.say(
        "forget-me-done",
        count=count,
        backups="yes" if is_set_up(services.settings) else "no",
        leaving="no" if left is None else "yes",
        left=", ".join(left or ()) or "none",
        stays=stays_text(services, held_by_all(services, person)),
    )
    await heard.say_text(without_gaps(text))
