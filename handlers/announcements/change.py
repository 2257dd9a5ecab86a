"""`edit N …` and `retract N`: changing what has been posted, after a yes.

States of the conversation:

    change.text       what should number N say instead?
    change.edit       `text` waits for a yes
    change.retract    the retraction waits for a yes
"""

from typing import Any

from signalbot import (
    Context,
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
    ReactionContext,
    ReactionHandler,
)
from signalbot.messages import ReceivedMessage

from handlers.announcements.own import find_own
from handlers.announcements.preview import body, left_out
from handlers.announcements.second import propose_edit
from handlers.left_out import notes_on, without_lost
from handlers.services import Services
from handlers.typed import clean, is_no, is_yes, read_command
from relay.announcements.desk import MAX_TEXT, NotPosted
from relay.store.announcements import Announcement, State
from relay.store.conversations import Conversation

TEXT = "change.text"
EDIT = "change.edit"
RETRACT = "change.retract"
_STATES = frozenset({TEXT, EDIT, RETRACT})


class Change(DataMessageHandler):
    """Begins a change of something posted."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types one of the two commands."""
        return (
            isinstance(message, DataMessage)
            and read_command(message.text).command in ("edit", "retract", "delete")
            and self._services.is_admin(message.source_uuid)
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Show what would change, and ask."""
        services = self._services
        person = context.message.source_uuid or ""
        typed = read_command(context.message.text)
        found = await find_own(services, context, person, typed.rest, example=f"{typed.command} 12")
        if found is None:
            return
        announcement, text = found
        if announcement.state is not State.POSTED:
            waits = announcement.state in (State.SCHEDULED, State.PROPOSED)
            message = "change-not-posted-yet" if waits else "change-not-posted"
            await services.say(context, message, number=str(announcement.id))
        elif typed.command != "edit" and not services.desk.can_retract(announcement):
            is_meeting = services.is_meeting(announcement.id)
            message = "retract-impossible-meeting" if is_meeting else "retract-impossible"
            await services.say(context, message, number=str(announcement.id))
        elif typed.command != "edit":
            sent = await services.say_text(context, _retract_text(services, announcement))
            services.wait_for(person, RETRACT, number=announcement.id, preview=sent.delivery)
        elif not text:
            services.wait_for(person, TEXT, number=announcement.id)
            await services.say(context, "edit-ask-text", number=str(announcement.id))
        else:
            text = without_lost(text)
            await _show_edit(services, context, person, announcement, text)


class ChangeAnswer(DataMessageHandler):
    """What an admin answers while a change waits."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender has a change open and does not begin something else."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        waiting = _waiting(self._services, message.source_uuid)
        if waiting is None:
            return False
        answers = is_yes(message.text) or is_no(message.text)
        return answers or waiting.name == TEXT

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Carry the change out, drop it, or take the new text."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        waiting = _waiting(services, person)
        if waiting is None:
            return
        if is_no(message.text):
            services.store.conversations.end(person)
            await services.say(context, "change-dropped", number=str(waiting.data["number"]))
        elif waiting.name != TEXT:
            await _carry_out(services, context, waiting)
        elif text := without_lost(clean(message.text)):
            announcement = services.store.announcements.get(waiting.data["number"])
            if announcement is not None:
                await _show_edit(services, context, person, announcement, text)


class ChangeThumb(ReactionHandler):
    """A thumbs up on the question means yes."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def handle_reaction(self, context: ReactionContext) -> None:
        """Take a thumbs up on the newest question."""
        services, reaction = self._services, context.message
        waiting = _waiting(services, reaction.source_uuid)
        if waiting is None or "preview" not in waiting.data:
            return
        if services.agrees(reaction, waiting.data["preview"]):
            await _carry_out(services, context, waiting)


def _waiting(services: Services, person: str | None) -> Conversation | None:
    return services.waiting(person, *_STATES)


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


async def _show_edit(
    services: Services,
    context: Context[Any],
    person: str,
    announcement: Announcement,
    text: str,
) -> None:
    if len(text) > MAX_TEXT:
        services.wait_for(person, TEXT, number=announcement.id)
        await services.say(context, "announce-too-long", length=len(text), most=MAX_TEXT)
        return
    say = services.words.say
    changed = announcement.with_text(text)
    outlook = services.desk.outlook(changed)
    parts = [
        say("edit-heading", number=str(announcement.id)),
        *body(services, changed, text, outlook),
        *left_out(services, changed, outlook, _notes(context.message)),
        *_apart(services, announcement),
        *([say("edit-bluesky")] if outlook.public else []),
        say("edit-answers"),
    ]
    sent = await services.say_text(context, "\n\n".join(parts))
    services.wait_for(person, EDIT, number=announcement.id, text=text, preview=sent.delivery)


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


async def _carry_out(services: Services, context: Context[Any], waiting: Conversation) -> None:
    services.store.conversations.end(waiting.person)
    number = waiting.data["number"]
    announcement = services.store.announcements.get(number)
    own = {branch.slug for branch in services.branches_of(waiting.person)}
    if announcement is None or announcement.branch not in own:
        await services.say(context, "number-unknown", number=str(number))
        return
    if waiting.name == EDIT and services.branches[announcement.branch].approvals > 1:
        await propose_edit(services, context, waiting.person, announcement, waiting.data["text"])
        return
    try:
        if waiting.name == EDIT:
            text = waiting.data["text"]
            services.desk.correct(
                announcement,
                text,
                correction=services.words.say("correction", text=text),
                asked_by=waiting.person,
            )
            await services.say(context, "edit-under-way", number=str(number))
        else:
            services.desk.retract(announcement, asked_by=waiting.person)
            await services.say(context, "retract-under-way", number=str(number))
    except NotPosted:
        await services.say(context, "change-not-posted", number=str(number))
