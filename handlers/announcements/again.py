"""`again 12`: the same post once more, as a new announcement with a number of its own."""

from handlers.announcements.drafts import ConfirmDraft, Draft, ask_next
from handlers.announcements.lookup import find_own_or_newest
from handlers.announcements.repeated import is_over
from handlers.announcements.timed import put_off
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.store.announcements import Announcement, State

repeats = Router("repeats")


@repeats.command("again", new, may=admin, section=Section.POSTING, usages=((Follows.NUMBER,), ()))
async def again(heard: HeardMessage) -> None:
    """Show what was posted as it would be posted again, and ask."""
    found = await find_own_or_newest(heard, "again")
    if found is None:
        return
    services, (announcement, after) = heard.services, found
    number = str(announcement.id)
    if announcement.state not in (State.POSTED, State.RETRACTED) or not announcement.text:
        waits = announcement.state in (State.SCHEDULED, State.PROPOSED)
        await heard.say("again-waits" if waits else "again-dropped", number=number)
        return
    if is_over(services, announcement):
        await heard.say("again-meeting-over", number=number)
        return
    if isinstance(heard.state, Draft):
        await heard.say("announce-draft-replaced")
    copy = _copied(heard, announcement)
    notes = put_off(heard, copy, after) if after else ()
    draft = ConfirmDraft(
        number=copy, origins=(heard.message.timestamp,), notes=notes, repeats=announcement.id
    )
    await ask_next(services, heard.signal, heard.person, draft)


def _copied(heard: HeardMessage, announcement: Announcement) -> int:
    """A draft with the same text, formatting, files and public text."""
    announcements = heard.services.store.announcements
    number = announcements.draft(
        branch=announcement.branch,
        text=announcement.text,
        styles=announcement.styles,
        author=heard.person,
        now=heard.services.clock.now(),
    )
    announcements.say_in_public(number, announcement.public_text)
    for position, file in enumerate(announcement.files, start=1):
        announcements.attach(number, file.file)
        if file.description is not None:
            announcements.describe(number, position, file.description)
    return number
