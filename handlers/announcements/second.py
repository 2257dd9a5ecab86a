"""The second admin's word on a correction, in a branch that wants two.

What two agreed to must not be changed by one of them. Deleting it takes only one: what is gone
misleads nobody.

State of the conversation of who wants it:

    change.proposed    `text` of number `number` waits for another admin
"""

from typing import Any

from signalbot import Context

from handlers.announcements.decide import record
from handlers.announcements.preview import body
from handlers.services import Services
from relay.announcements.desk import NotPosted
from relay.store.announcements import Announcement
from relay.store.conversations import Conversation

PROPOSED = "change.proposed"


async def propose_edit(
    services: Services, context: Context[Any], person: str, announcement: Announcement, text: str
) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    say, number = services.words.say, str(announcement.id)
    branch = services.branches[announcement.branch]
    changed = announcement.with_text(text)
    asked = "\n\n".join(
        [
            say("edit-proposal-heading", branch=branch.name, number=number),
            *body(services, changed, text, services.desk.outlook(changed)),
            say("edit-proposal-answers", number=number),
        ]
    )
    others = [admin for admin in branch.admins if admin != person]
    for admin in others:
        services.tell_text(admin, asked)
    record(services, person, "propose-edit", announcement)
    until = services.time.spoken(services.clock.now() + services.patience)
    services.wait_for(person, PROPOSED, number=announcement.id, text=text)
    await services.say(context, "edit-proposed", number=number, others=len(others), until=until)


def proposed_edit(services: Services, announcement: Announcement) -> Conversation | None:
    """Return the correction of an announcement that waits for a second admin, or None."""
    for admin in services.branches[announcement.branch].admins:
        waiting = services.store.conversations.of(admin)
        if (
            waiting is not None
            and waiting.name == PROPOSED
            and waiting.data["number"] == announcement.id
            and waiting.expires_at > services.clock.now()
        ):
            return waiting
    return None


async def decide_edit(
    services: Services,
    context: Context[Any],
    person: str,
    announcement: Announcement,
    proposed: Conversation,
    command: str,
) -> None:
    """Take `agree` or `refuse` to a correction; nobody agrees to their own."""
    number, asker = str(announcement.id), proposed.person
    if command == "agree" and person == asker:
        await services.say(context, "edit-own", number=number)
        return
    services.store.conversations.end(asker)
    if command == "refuse":
        record(services, person, "refuse-edit", announcement)
        if person != asker:
            services.tell(asker, "edit-was-refused", number=number)
        await services.say(context, "change-dropped", number=number)
        return
    text = proposed.data["text"]
    correction = services.words.say("correction", text=text)
    try:
        services.desk.correct(announcement, text, correction=correction, asked_by=asker)
    except NotPosted:
        await services.say(context, "change-not-posted", number=number)
        return
    record(services, person, "agree-edit", announcement)
    services.tell(asker, "agree-was-agreed", number=number)
    await services.say(context, "edit-under-way", number=number)
