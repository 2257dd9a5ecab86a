"""`edit 12 …`, `move 12 …` and `now 12` for what waits in the queue.

What waits stays as it is until a yes. In a branch that wants two admins, only its author changes
it, and what comes of it is shown to the others anew: nobody has agreed to that yet.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from handlers.announcements.apply import accept
from handlers.announcements.arriving import (
    arrival,
    is_night,
    morning_after,
    night_text,
    says_now,
    wakes_people,
)
from handlers.announcements.changing import AnnouncementChange, AsksPublic
from handlers.announcements.lookup import find_own
from handlers.announcements.preview import body, left_out
from handlers.announcements.publicly import (
    gives_public_text,
    public_answer,
    public_hints,
    texts_of,
    with_public,
)
from handlers.announcements.styled import shown
from handlers.announcements.timed import read_moment_after
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new, says_no
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.left_out import notes_beside_formatting
from handlers.parsing import read_number
from relay.announcements.service import MAX_TEXT
from relay.formatting import StyledText, StyleRange
from relay.store.announcements import Announcement, State

waiting = Router("waiting")
waiting_answers = Router("waiting_answers")
_COMMANDS = ("edit", "move", "now")


class AskPublicWaiting(AsksPublic):
    """May everybody read what may be somebody's own in the new text?

    Attributes:
        post_at: when it would be posted (aware); None for at once.
    """

    name: ClassVar[str] = "waiting.public"

    post_at: datetime | None = None


class ConfirmWaiting(AnnouncementChange, Pending):
    """What waits is shown as it would be.

    Attributes:
        text: the text.
        styles: how it is formatted.
        public: what everybody reads instead; empty for the same, None as it is.
        post_at: when it would be posted (aware); None for at once.
        was_text: what it says until then.
        was_post_at: when it is posted until then; if either is another by the yes, nothing is done.
    """

    name: ClassVar[str] = "waiting.confirm"

    text: str
    styles: tuple[StyleRange, ...] = ()
    public: str | None = None
    post_at: datetime | None = None
    was_text: str = ""
    was_post_at: datetime | None = None

    async def accept(self, heard: Heard[Any]) -> None:
        """Let it wait so from now on, post it, or ask another admin; at night, ask when."""
        announcement = heard.services.store.announcements.get(self.number)
        at_once = announcement is not None and replace(announcement, post_at=self.post_at)
        if at_once and self.post_at is None and wakes_people(heard.services, at_once):
            heard.enter(self)
            await heard.say_text(night_text(heard.services))
            return
        await self.settle(heard)

    async def settle(self, heard: Heard[Any]) -> None:
        """Let it wait so, post it, or ask another admin."""
        heard.leave()
        announcement, services = await self.own(heard), heard.services
        if announcement is None:
            return
        number = str(self.number)
        same = (announcement.text, announcement.post_at) == (self.was_text, self.was_post_at)
        branch = services.branches[announcement.branch]
        if branch.approvals > 1 and announcement.author != heard.person:
            # Since it was shown, the branch has come to want two: its author has not seen this.
            await heard.say("waiting-not-yours", number=number)
            return
        if announcement.state not in _WAITS or not same:
            await heard.say("waiting-changed", number=number)
            return
        if self.post_at is not None and self.post_at <= services.clock.now():
            await heard.say("waiting-time-over", number=number)
            return
        services.store.announcements.rewrite(self.number, self.text, self.styles)
        changed = with_public(announcement, self.public)
        services.store.announcements.say_in_public(self.number, changed.public_text)
        services.store.announcements.reschedule(self.number, self.post_at)
        services.record(heard.person, "change-waiting", self.number)
        await accept(services, heard.signal, heard.person, self.number)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave it as it waits."""
        await self.drop(heard)


_WAITS = (State.SCHEDULED, State.PROPOSED)


def is_about_what_waits(heard: HeardMessage) -> bool:
    """Whether the number that is named waits to be posted, and is no meeting."""
    announcement = _named(heard)
    return announcement is not None and announcement.state in _WAITS


def _named(heard: HeardMessage) -> Announcement | None:
    number, _ = read_number(heard.typed.rest)
    if number is None or heard.services.is_meeting(number):
        return None
    return heard.services.announcement_of(heard.person, number)


@waiting.command(
    "now",
    new,
    is_about_what_waits,
    may=admin,
    section=Section.POSTING,
    usages=((Follows.NUMBER,),),
)
@waiting.command("move", new, is_about_what_waits, may=admin)
@waiting.command("edit", new, is_about_what_waits, may=admin)
async def change_waiting(heard: HeardMessage) -> None:
    """Show what waits as it would be, and ask."""
    services, announcement = heard.services, _named(heard)
    _, after = read_number(heard.typed.rest)
    command = services.vocabulary.command(heard.typed.command, _COMMANDS)
    if announcement is None:
        return
    number, branch = str(announcement.id), services.branches[announcement.branch]
    if branch.approvals > 1 and announcement.author != heard.person:
        await heard.say("waiting-not-yours", number=number)
    elif command == "now":
        await _show(heard, announcement, announcement.styled, None)
    elif not after:
        message = "waiting-edit-how" if command == "edit" else "waiting-move-how"
        await heard.say(message, number=number)
    elif command == "edit":
        before = announcement.styled
        new_text, public = texts_of(services, heard.message, (branch,), after, before)
        if len(new_text.text) > MAX_TEXT:
            await heard.say("announce-too-long", length=len(new_text.text), most=MAX_TEXT)
        else:
            await _ask_or_show(heard, announcement, new_text, announcement.post_at, public)
    elif (moment := read_moment_after(heard, after)) is None:
        await heard.say("waiting-move-unclear", number=number)
    else:
        await _show(heard, announcement, announcement.styled, moment)


def names_number(heard: HeardMessage) -> bool:
    """Whether a number follows: without one, "now" is a word like any other."""
    return read_number(heard.typed.rest)[0] is not None


@waiting.command("now", new, names_number, may=admin)
async def say_it_does_not_wait(heard: HeardMessage) -> None:
    """Say that the number does not wait, or is none of theirs."""
    found = await find_own(heard, "now")
    if found is not None:
        await heard.say("waiting-no-more", number=str(found[0].id))


@waiting_answers.answer(AskPublicWaiting, new, says_no)
async def leave_as_it_waits(heard: HeardMessage, asked: AskPublicWaiting) -> None:
    """Leave it as it waits."""
    await asked.drop(heard)


@waiting_answers.answer(AskPublicWaiting, new)
async def take_public_choice(heard: HeardMessage, asked: AskPublicWaiting) -> None:
    """Show the change, with what may be somebody's own or without the sentences that hold it."""
    decided = await asked.decided(heard)
    if decided is None:
        return
    announcement, new_text, public = decided
    if new_text.text:
        await _show(heard, announcement, new_text, asked.post_at, public)
    else:
        heard.leave()
        await heard.say("waiting-edit-how", number=str(announcement.id))


def says_at_night(heard: HeardMessage) -> bool:
    """Whether a message says when what was shown at night is posted."""
    services = heard.services
    is_asked = isinstance(heard.state, ConfirmWaiting) and heard.state.post_at is None
    waits = is_night(services, services.clock.now()) and heard.answers("in_the_morning")
    return is_asked and (waits or says_now(heard))


@waiting_answers.answer(ConfirmWaiting, new, says_at_night)
async def take_time(heard: HeardMessage, shown_change: ConfirmWaiting) -> None:
    """Post it although it is night, or let it wait for the morning."""
    if heard.answers("in_the_morning"):
        at = morning_after(heard.services, heard.services.clock.now())
        shown_change = shown_change.but(post_at=at)
    await shown_change.settle(heard)


@waiting_answers.answer(ConfirmWaiting, new, gives_public_text)
async def take_public_text(heard: HeardMessage, shown_change: ConfirmWaiting) -> None:
    """Take what everybody reads instead, and show it again."""
    announcement = heard.services.store.announcements.get(shown_change.number)
    public = None if announcement is None else await public_answer(heard, announcement)
    if announcement is None or public is None:
        heard.enter(shown_change)
        return
    new_text = StyledText(shown_change.text, shown_change.styles)
    await _ask_or_show(heard, announcement, new_text, shown_change.post_at, public)


async def _ask_or_show(
    heard: HeardMessage,
    announcement: Announcement,
    new_text: StyledText,
    when: datetime | None,
    public: str | None,
) -> None:
    """Ask first about what in the new text may be somebody's own."""
    asked = AskPublicWaiting(
        number=announcement.id,
        text=new_text.text,
        styles=new_text.styles,
        public=public,
        post_at=when,
    )
    if not await asked.is_put(heard, announcement):
        await _show(heard, announcement, new_text, when, public)


async def _show(
    heard: HeardMessage,
    announcement: Announcement,
    new_text: StyledText,
    when: datetime | None,
    public: str | None = None,
) -> None:
    services = heard.services
    say, number = services.words.say, str(announcement.id)
    changed = with_public(announcement.with_text(new_text.text, new_text.styles), public)
    changed = replace(changed, post_at=when)
    preview = services.announcements.preview(changed)
    told = (
        say("waiting-heading-now", number=number)
        if when is None
        else say("waiting-heading", number=number, when=services.time.spoken(when))
    )
    parts = [
        told,
        *body(services, changed, changed.text, preview),
        *left_out(services, changed, preview, notes_beside_formatting(heard.message)),
        *public_hints(services, changed, preview),
        *arrival(services, changed, preview),
    ]
    if services.branches[changed.branch].approvals > 1:
        parts.append(say("preview-needs-second-admin"))
    parts.append(say("waiting-answers"))
    sent = await heard.say_text(shown(services, changed, "\n\n".join(parts)))
    heard.enter(
        ConfirmWaiting(
            number=announcement.id,
            text=changed.text,
            styles=changed.styles,
            public=public,
            post_at=when,
            was_text=announcement.text,
            was_post_at=announcement.post_at,
            preview=sent.delivery,
        )
    )
