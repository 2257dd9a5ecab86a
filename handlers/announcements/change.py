"""`edit N …` and `retract N`: changing what has been posted, after a yes."""

from typing import Any, ClassVar

from signalbot import DataMessage

from handlers.announcements.changing import AnnouncementChange
from handlers.announcements.own import find_own
from handlers.announcements.preview import body, left_out
from handlers.announcements.second import propose_edit
from handlers.conversation.filters import admin, new, says_no
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.left_out import notes_on, without_lost
from handlers.services import Services
from handlers.typed import clean
from relay.announcements.desk import MAX_TEXT, NotPosted
from relay.store.announcements import Announcement, State

changes = Router("changes")
change_answers = Router("change_answers")


class AskNewText(AnnouncementChange):
    """What should it say instead?"""

    name: ClassVar[str] = "change.text"


class ConfirmEdit(AnnouncementChange, Pending):
    """A new text is shown.

    Attributes:
        text: it.
    """

    name: ClassVar[str] = "change.edit"

    text: str

    async def accept(self, heard: Heard[Any]) -> None:
        """Correct what was posted, or ask another admin."""
        heard.leave()
        announcement = await self.own(heard)
        if announcement is None:
            return
        services = heard.services
        if services.branches[announcement.branch].approvals > 1:
            await propose_edit(heard, announcement, self.text)
            return
        correction = services.words.say("correction", text=self.text)
        try:
            services.desk.correct(
                announcement, self.text, correction=correction, asked_by=heard.person
            )
        except NotPosted:
            await heard.say("change-not-posted", number=str(self.number))
        else:
            await heard.say("edit-under-way", number=str(self.number))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it was posted."""
        await self.drop(heard)


class ConfirmRetraction(AnnouncementChange, Pending):
    """What would be deleted is shown."""

    name: ClassVar[str] = "change.retract"

    async def accept(self, heard: Heard[Any]) -> None:
        """Delete it wherever it was posted."""
        heard.leave()
        announcement = await self.own(heard)
        if announcement is None:
            return
        try:
            heard.services.desk.retract(announcement, asked_by=heard.person)
        except NotPosted:
            await heard.say("change-not-posted", number=str(self.number))
        else:
            await heard.say("retract-under-way", number=str(self.number))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it where it is."""
        await self.drop(heard)


@changes.command("edit", may=admin)
async def edit(heard: HeardMessage) -> None:
    """Show what would change, and ask; or ask for the new text."""
    found = await _posted(heard)
    if found is None:
        return
    announcement, text = found
    if text:
        await _show_edit(heard, announcement, without_lost(text))
    else:
        heard.enter(AskNewText(number=announcement.id))
        await heard.say("edit-ask-text", number=str(announcement.id))


@changes.command("retract", may=admin)
async def retract(heard: HeardMessage) -> None:
    """Show what would be deleted, and ask."""
    services = heard.services
    found = await _posted(heard)
    if found is None:
        return
    announcement, _ = found
    if not services.desk.can_retract(announcement):
        is_meeting = services.is_meeting(announcement.id)
        message = "retract-impossible-meeting" if is_meeting else "retract-impossible"
        await heard.say(message, number=str(announcement.id))
        return
    sent = await heard.say_text(_retract_text(services, announcement))
    heard.enter(ConfirmRetraction(number=announcement.id, preview=sent.delivery))


async def _posted(heard: HeardMessage) -> tuple[Announcement, str] | None:
    """The announcement that is named and what follows its number; None, and said, if it is not."""
    found = await find_own(
        heard.services,
        heard.signal,
        heard.person,
        heard.typed.rest,
        example=f"{heard.typed.command} 12",
    )
    if found is None or found[0].state is State.POSTED:
        return found
    waits = found[0].state in (State.SCHEDULED, State.PROPOSED)
    message = "change-not-posted-yet" if waits else "change-not-posted"
    await heard.say(message, number=str(found[0].id))
    return None


@change_answers.answer(AskNewText, new, says_no)
async def drop_change(heard: HeardMessage, asked: AskNewText) -> None:
    """Leave it as it was posted."""
    await asked.drop(heard)


@change_answers.answer(AskNewText, new)
async def take_new_text(heard: HeardMessage, asked: AskNewText) -> None:
    """Show what would change, and ask."""
    text = without_lost(clean(heard.message.text))
    announcement = heard.services.store.announcements.get(asked.number)
    if text and announcement is not None:
        await _show_edit(heard, announcement, text)


def _retract_text(services: Services, announcement: Announcement) -> str:
    say, number = services.words.say, str(announcement.id)
    question = say(
        "retract-ask",
        number=number,
        text=announcement.text,
        late="no" if services.desk.reach.lets_delete(announcement) else "yes",
    )
    if services.is_meeting(announcement.id):
        return "\n\n".join([say("retract-meeting", number=number), question])
    return question


async def _show_edit(heard: HeardMessage, announcement: Announcement, text: str) -> None:
    services = heard.services
    if len(text) > MAX_TEXT:
        heard.enter(AskNewText(number=announcement.id))
        await heard.say("announce-too-long", length=len(text), most=MAX_TEXT)
        return
    say = services.words.say
    changed = announcement.with_text(text)
    outlook = services.desk.outlook(changed)
    parts = [
        say("edit-heading", number=str(announcement.id)),
        *body(services, changed, text, outlook),
        *left_out(services, changed, outlook, _notes(heard.message)),
        *_apart(services, announcement),
        *([say("edit-bluesky")] if outlook.public else []),
        say("edit-answers"),
    ]
    sent = await heard.say_text("\n\n".join(parts))
    heard.enter(ConfirmEdit(number=announcement.id, text=text, preview=sent.delivery))


def _notes(message: DataMessage) -> tuple[str, ...]:
    """What of a message does not go into the text that it changes."""
    files = ("edit-files",) if message.attachments else ()
    return (*notes_on(message), *files)


def _apart(services: Services, announcement: Announcement) -> list[str]:
    """What is said where the groups get a correction as a message of its own."""
    reach = services.desk.reach
    if reach.is_edited_out(announcement):
        return [services.words.say("edit-often")]
    return [] if reach.lets_edit(announcement) else [services.words.say("edit-late")]
