"""`edit N …` and `retract N`: changing what has been posted, after a yes.

States of the conversation:

    change.text       what should number N say instead?
    change.edit       `text` waits for a yes
    change.retract    the retraction waits for a yes
"""

from typing import Any

from signalbot import Context, DataMessage

from handlers.announcements.own import find_own
from handlers.announcements.preview import body, left_out
from handlers.announcements.second import propose_edit
from handlers.conversation.filters import admin, new
from handlers.conversation.flow import Coming, Flow
from handlers.conversation.heard import HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.left_out import notes_on, without_lost
from handlers.services import Services
from handlers.typed import clean
from relay.announcements.desk import MAX_TEXT, NotPosted
from relay.store.announcements import Announcement, State
from relay.store.conversations import Conversation

changes = Router("changes")
change_answers = Router("change_answers")
change_marks = Router("change_marks")
TEXT = "change.text"
EDIT = "change.edit"
RETRACT = "change.retract"
_STATES = frozenset({TEXT, EDIT, RETRACT})


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
        heard.services.wait_for(heard.person, TEXT, number=announcement.id)
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
    services.wait_for(heard.person, RETRACT, number=announcement.id, preview=sent.delivery)


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


def answers_change(heard: HeardMessage) -> bool:
    """Whether the sender has a change open and does not begin something else."""
    waiting = _waiting(heard.services, heard.person)
    if waiting is None:
        return False
    return heard.answers("yes") or heard.answers("no") or waiting.name == TEXT


@change_answers.message(new, answers_change)
async def take_answer(heard: HeardMessage) -> None:
    """Carry the change out, drop it, or take the new text."""
    services = heard.services
    waiting = _waiting(services, heard.person)
    if waiting is None:
        return
    if heard.answers("no"):
        services.store.conversations.end(heard.person)
        await heard.say("change-dropped", number=str(waiting.data["number"]))
    elif waiting.name != TEXT:
        await _carry_out(services, heard.signal, waiting)
    elif text := without_lost(clean(heard.message.text)):
        announcement = services.store.announcements.get(waiting.data["number"])
        if announcement is not None:
            await _show_edit(heard, announcement, text)


def agrees_to_change(heard: HeardReaction) -> bool:
    """Whether it is a thumbs up on the newest question."""
    waiting = _waiting(heard.services, heard.person)
    if waiting is None or "preview" not in waiting.data:
        return False
    return heard.services.agrees(heard.signal.message, waiting.data["preview"])


@change_marks.reaction(agrees_to_change)
async def agree_by_thumb(heard: HeardReaction) -> None:
    """A thumbs up on the question means yes."""
    waiting = _waiting(heard.services, heard.person)
    if waiting is not None:
        await _carry_out(heard.services, heard.signal, waiting)


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


async def _show_edit(heard: HeardMessage, announcement: Announcement, text: str) -> None:
    services, person = heard.services, heard.person
    if len(text) > MAX_TEXT:
        services.wait_for(person, TEXT, number=announcement.id)
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


def _expired(services: Services, conversation: Conversation) -> None:
    number = str(conversation.data["number"])
    services.tell(conversation.person, "change-expired", number=number)


def _left(services: Services, left: Conversation, coming: Coming) -> None:
    if coming.flow != "change":
        services.tell(left.person, "change-dropped", number=str(left.data["number"]))


CHANGE = Flow("change", expired=_expired, left=_left, put_down=lambda _services, _left: None)
