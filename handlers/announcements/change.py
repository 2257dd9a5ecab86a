"""`edit N …` and `retract N`: changing what has been posted, after a yes."""

from typing import Any, ClassVar

from signalbot import DataMessage

from handlers.announcements.approval import propose_edit
from handlers.announcements.arriving import (
    again_in_the_morning,
    night_change_text,
    says_morning,
    says_now,
    wakes_with_change,
)
from handlers.announcements.changing import AnnouncementChange, AsksPublic, correct
from handlers.announcements.lookup import beginning, find_own_or_newest
from handlers.announcements.preview import body, left_out
from handlers.announcements.publicly import (
    gives_public_text,
    public_answer,
    public_hints,
    texts_of,
    with_public,
)
from handlers.announcements.styled import shown
from handlers.conversation.approval import waits_already
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new, says_no
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.left_out import notes_beside_formatting, without_lost
from handlers.public_places import place_name, places_said, say_of
from handlers.services import Services
from relay.announcements.service import MAX_TEXT, NotPosted
from relay.formatting import StyledText, StyleRange
from relay.language.vocabulary import clean
from relay.store.announcements import Announcement, State
from relay.store.on_page import OnPage

changes = Router("changes")
change_answers = Router("change_answers")
_LOOKED_THROUGH = 20
"""Posts among which somebody's own newest one is looked for."""


class AskNewText(AnnouncementChange):
    """What should it say instead?"""

    name: ClassVar[str] = "change.text"


class AskPublicEdit(AsksPublic):
    """May everybody read what may be somebody's own in the new text?"""

    name: ClassVar[str] = "change.public"


class ConfirmEdit(AnnouncementChange, Pending):
    """A new text is shown.

    Attributes:
        text: it.
        styles: how it is formatted.
        public: what everybody reads instead; empty for the same, None as it is.
    """

    name: ClassVar[str] = "change.edit"

    text: str
    styles: tuple[StyleRange, ...] = ()
    public: str | None = None

    async def accept(self, heard: Heard[Any]) -> None:
        """Correct what was posted, or ask another admin; at night, ask whether it can wait."""
        announcement = heard.services.store.announcements.get(self.number)
        if announcement is not None and wakes_with_change(heard.services, announcement):
            heard.enter(self)
            await heard.say_text(night_change_text(heard.services))
            return
        await self.settle(heard)

    async def settle(self, heard: Heard[Any]) -> None:
        """Correct it at once, or ask another admin."""
        heard.leave()
        announcement = await self.own(heard)
        if announcement is None:
            return
        services, new = heard.services, StyledText(self.text, self.styles)
        if services.branches[announcement.branch].approvals > 1:
            await propose_edit(heard, announcement, new, self.public)
            return
        try:
            correct(services, announcement, new, self.public, heard.person)
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
            heard.services.announcements.retract(announcement, asked_by=heard.person)
        except NotPosted:
            await heard.say("change-not-posted", number=str(self.number))
        else:
            await heard.say("retract-under-way", number=str(self.number))

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it where it is."""
        await self.drop(heard)


@changes.command(
    "edit", may=admin, section=Section.POSTING, usages=((Follows.NUMBER, Follows.TEXT), ())
)
async def edit(heard: HeardMessage) -> None:
    """Show what would change, and ask; or ask for the new text."""
    found = await _posted(heard, "edit")
    if found is None:
        return
    announcement, text = found
    if await waits_already(heard, heard.services.branches[announcement.branch], announcement.id):
        return
    if text:
        await _take_edit(heard, announcement, text)
        return
    heard.enter(AskNewText(number=announcement.id))
    number = str(announcement.id)
    if heard.typed.rest:
        await heard.say("edit-ask-text", number=number)
    else:
        text = heard.services.words.say("edit-ask-newest", number=number, text=announcement.text)
        await heard.say_text(shown(heard.services, announcement, text))


@changes.command("retract", may=admin, section=Section.POSTING, usages=((Follows.NUMBER,), ()))
async def retract(heard: HeardMessage) -> None:
    """Show what would be deleted, and ask."""
    found = await _posted(heard, "retract")
    if found is not None:
        await _ask_to_retract(heard, found[0])


def _waits_for_no_yes(heard: HeardMessage) -> bool:
    """Whether nothing is shown that "undo" could be about and that nobody has said yes to."""
    return not isinstance(heard.state, Pending)


@changes.command("undo", _waits_for_no_yes, may=admin, section=Section.POSTING)
async def undo(heard: HeardMessage) -> None:
    """Offer to take back what their last yes posted, and just that."""
    services = heard.services
    own = services.slugs_of(heard.person)
    store = services.store.announcements
    known = [*store.scheduled(own), *store.newest(own, _LOOKED_THROUGH)]
    theirs = [one for one in known if one.author == heard.person]
    if not theirs:
        await heard.say("undo-nothing")
        return
    last = max(theirs, key=lambda one: one.posted_at or one.created_at)
    if last.state is State.POSTED:
        await _ask_to_retract(heard, last)
    else:
        await heard.say("undo-not-posted-yet", number=str(last.id), text=beginning(last.text))


async def _ask_to_retract(heard: HeardMessage, announcement: Announcement) -> None:
    services = heard.services
    if not services.announcements.can_retract(announcement):
        is_meeting = services.is_meeting(announcement.id)
        message = "retract-impossible-meeting" if is_meeting else "retract-impossible"
        await heard.say(message, number=str(announcement.id))
        return
    text = _retract_text(services, announcement)
    sent = await heard.say_text(shown(services, announcement, text))
    heard.enter(ConfirmRetraction(number=announcement.id, preview=sent.delivery))


async def _posted(heard: HeardMessage, command: str) -> tuple[Announcement, str] | None:
    """The announcement that is named and what follows its number; None, and said, if it is not."""
    found = await find_own_or_newest(heard, command)
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
    text = clean(heard.message.text)
    announcement = heard.services.store.announcements.get(asked.number)
    if without_lost(text) and announcement is not None:
        await _take_edit(heard, announcement, text)


@change_answers.answer(AskPublicEdit, new, says_no)
async def leave_as_posted(heard: HeardMessage, asked: AskPublicEdit) -> None:
    """Leave it as it was posted."""
    await asked.drop(heard)


@change_answers.answer(AskPublicEdit, new)
async def take_public_choice(heard: HeardMessage, asked: AskPublicEdit) -> None:
    """Show the change, with what may be somebody's own or without the sentences that hold it."""
    decided = await asked.decided(heard)
    if decided is not None:
        await _show_edit(heard, *decided)


@change_answers.answer(ConfirmEdit, new, says_now)
async def correct_at_night(heard: HeardMessage, shown_edit: ConfirmEdit) -> None:
    """Correct it although it is night."""
    await shown_edit.settle(heard)


@change_answers.answer(ConfirmEdit, new, says_morning)
async def leave_for_the_morning(heard: HeardMessage, shown_edit: ConfirmEdit) -> None:
    """Leave it as it was posted, and say that the new text is kept by nobody."""
    await shown_edit.refuse(heard)
    await heard.say_text(again_in_the_morning(heard.services))


@change_answers.answer(ConfirmEdit, new, gives_public_text)
async def take_public_text(heard: HeardMessage, shown_edit: ConfirmEdit) -> None:
    """Take what everybody reads instead, and show it again."""
    announcement = heard.services.store.announcements.get(shown_edit.number)
    public = None if announcement is None else await public_answer(heard, announcement)
    if announcement is None or public is None:
        heard.enter(shown_edit)
        return
    new_text = StyledText(shown_edit.text, shown_edit.styles)
    await _ask_or_show(heard, announcement, new_text, public)


def _retract_text(services: Services, announcement: Announcement) -> str:
    say, number = services.words.say, str(announcement.id)
    lanes = services.announcements.public_lanes(announcement)
    public = [place_name(services, lane) for lane in lanes]
    on_page = services.announcements.pages.of(announcement) is not OnPage.NOTHING
    if on_page:
        public.append(say("place-page"))
    question = say(
        "retract-ask",
        number=number,
        text=announcement.text,
        late="no" if services.announcements.reach.lets_delete(announcement) else "yes",
        places=places_said(services, public),
    )
    if on_page:
        return "\n\n".join([say("retract-page"), question])
    if services.is_meeting(announcement.id):
        return "\n\n".join([say("retract-meeting", number=number), question])
    return question


async def _take_edit(heard: HeardMessage, announcement: Announcement, text: str) -> None:
    """Read the new text, perhaps with one for the public or only that, and show it."""
    services = heard.services
    branch = services.branches[announcement.branch]
    new_text, public = texts_of(services, heard.message, (branch,), text, announcement.styled)
    await _ask_or_show(heard, announcement, new_text, public)


async def _ask_or_show(
    heard: HeardMessage, announcement: Announcement, new: StyledText, public: str | None
) -> None:
    """Ask first about what in the new text may be somebody's own; what is too long goes back."""
    asked = AskPublicEdit(number=announcement.id, text=new.text, styles=new.styles, public=public)
    if len(new.text) > MAX_TEXT or not await asked.is_put(heard, announcement):
        await _show_edit(heard, announcement, new, public)


async def _show_edit(
    heard: HeardMessage, announcement: Announcement, new: StyledText, public: str | None
) -> None:
    services = heard.services
    if not new.text:
        heard.enter(AskNewText(number=announcement.id))
        await heard.say("edit-ask-text", number=str(announcement.id))
        return
    if len(new.text) > MAX_TEXT:
        heard.enter(AskNewText(number=announcement.id))
        await heard.say("announce-too-long", length=len(new.text), most=MAX_TEXT)
        return
    say = services.words.say
    changed = with_public(announcement.with_text(new.text, new.styles), public)
    stays = changed.public_text is not None and changed.public_text == announcement.public_text
    preview = services.announcements.preview(changed)
    parts = [
        say("edit-heading", number=str(announcement.id)),
        *body(services, changed, new.text, preview),
        *left_out(services, changed, preview, _notes(heard.message)),
        *_apart(services, announcement),
        *(say_of(services, one.lane, "correction") for one in preview.public if not stays),
        *([say("edit-public-stays")] if stays else public_hints(services, changed, preview)),
        *([say("edit-page")] if not stays and preview.on_page is not OnPage.NOTHING else []),
        say("edit-answers"),
    ]
    sent = await heard.say_text(shown(services, changed, "\n\n".join(parts)))
    heard.enter(
        ConfirmEdit(
            number=announcement.id,
            text=new.text,
            styles=new.styles,
            public=public,
            preview=sent.delivery,
        )
    )


def _notes(message: DataMessage) -> tuple[str, ...]:
    """What of a message does not go into the text that it changes."""
    files = ("edit-files",) if message.attachments else ()
    return (*notes_beside_formatting(message), *files)


def _apart(services: Services, announcement: Announcement) -> list[str]:
    """What is said where the groups get a correction as a message of its own."""
    reach = services.announcements.reach
    if reach.is_edited_out(announcement):
        return [services.words.say("edit-often")]
    return [] if reach.lets_edit(announcement) else [services.words.say("edit-late")]
