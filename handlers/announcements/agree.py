"""`agree N` and `refuse N`: the second admin's answer to a proposal."""

from handlers.announcements.decide import record, release
from handlers.announcements.own import find_own
from handlers.announcements.second import decide_edit, proposed_edit
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.store.announcements import Announcement, State

approvals = Router("approvals")


@approvals.command("agree", may=admin)
async def agree(heard: HeardMessage) -> None:
    """Post or schedule a proposal. Nobody agrees to their own unless nobody else has to."""
    announcement = await _proposed(heard, "agree")
    if announcement is None:
        return
    services, person = heard.services, heard.person
    if person == announcement.author and person in services.branches[announcement.branch].admins:
        await heard.say("agree-own", number=str(announcement.id))
        return
    record(services, person, "agree", announcement)
    text = release(services, announcement, person)
    _tell_author(heard, announcement, "agree-was-agreed")
    await heard.say_text(text)


@approvals.command("refuse", may=admin)
async def refuse(heard: HeardMessage) -> None:
    """Drop a proposal."""
    announcement = await _proposed(heard, "refuse")
    if announcement is None:
        return
    services, person = heard.services, heard.person
    services.store.announcements.move_to(announcement.id, State.DROPPED, approver=person)
    record(services, person, "refuse", announcement)
    _tell_author(heard, announcement, "agree-was-refused")
    await heard.say("agree-refused", number=str(announcement.id))


async def _proposed(heard: HeardMessage, command: str) -> Announcement | None:
    """The proposal that is named; None where there is none, or what waits is a correction."""
    services = heard.services
    found = await find_own(heard, command)
    if found is None:
        return None
    announcement, _ = found
    proposed = proposed_edit(services, announcement)
    if proposed is not None:
        await decide_edit(heard, announcement, *proposed, command)
        return None
    if announcement.state is not State.PROPOSED:
        await heard.say("agree-already-decided", number=str(announcement.id))
        return None
    return announcement


def _tell_author(heard: HeardMessage, announcement: Announcement, message: str) -> None:
    """Tell whoever wanted it how it was decided, unless they did so."""
    if announcement.author != heard.person:
        heard.services.tell(announcement.author, message, number=str(announcement.id))
