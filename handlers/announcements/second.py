"""The second admin's word on a correction, in a branch that wants two.

What two agreed to must not be changed by one of them. Deleting it takes only one: what is gone
misleads nobody.
"""

from functools import partial
from typing import Any, ClassVar

from handlers.announcements.changing import AnnouncementChange
from handlers.announcements.decide import record
from handlers.announcements.preview import body
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from relay.announcements.service import NotPosted
from relay.store.announcements import Announcement


class ProposedEdit(AnnouncementChange):
    """A correction of one's own waits for another admin.

    Attributes:
        text: the new text.
    """

    name: ClassVar[str] = "change.proposed"

    text: str


async def propose_edit(heard: Heard[Any], announcement: Announcement, text: str) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    services, person = heard.services, heard.person
    number = str(announcement.id)
    branch = services.branches[announcement.branch]
    changed = announcement.with_text(text)
    others = [admin for admin in branch.admins if admin != person]
    for admin in others:
        services.tell_text(admin, partial(_asked, changed=changed))
    record(services, person, "propose-edit", announcement)
    until = services.time.spoken(services.clock.now() + services.patience)
    heard.enter(ProposedEdit(number=announcement.id, text=text))
    await heard.say("edit-proposed", number=number, others=len(others), until=until)


def _asked(services: Services, changed: Announcement) -> str:
    say, number = services.words.say, str(changed.id)
    branch = services.branches[changed.branch]
    return "\n\n".join(
        [
            say("edit-proposal-heading", branch=branch.name, number=number),
            *body(services, changed, changed.text, services.announcements.preview(changed)),
            say("edit-proposal-answers", number=number),
        ]
    )


def proposed_edit(
    services: Services, announcement: Announcement
) -> tuple[str, ProposedEdit] | None:
    """Return who wants a correction that waits for a second admin, and the correction, or None."""
    for admin in services.branches[announcement.branch].admins:
        state = services.state_of(admin)
        if isinstance(state, ProposedEdit) and state.number == announcement.id:
            return admin, state
    return None


async def decide_edit(
    heard: HeardMessage, announcement: Announcement, asker: str, edit: ProposedEdit, command: str
) -> None:
    """Take `agree` or `refuse` to a correction; nobody agrees to their own."""
    services, person, number = heard.services, heard.person, str(announcement.id)
    if command == "agree" and person == asker:
        await heard.say("edit-own", number=number)
        return
    services.store.conversations.end(asker)
    if command == "refuse":
        record(services, person, "refuse-edit", announcement)
        if person != asker:
            services.tell(asker, "edit-was-refused", number=number)
        await heard.say("change-dropped", number=number)
        return
    correction = services.in_public.words.say("correction", text=edit.text)
    try:
        services.announcements.correct(
            announcement, edit.text, correction=correction, asked_by=asker
        )
    except NotPosted:
        await heard.say("change-not-posted", number=number)
        return
    record(services, person, "agree-edit", announcement)
    services.tell(asker, "agree-was-agreed", number=number)
    await heard.say("edit-under-way", number=number)
