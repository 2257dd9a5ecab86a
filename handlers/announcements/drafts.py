"""A draft on its way to a yes: which question comes next, and what the preview says.

States of the conversation, each with the draft's `number`:

    announce.branch    which branch is it for?
    announce.text      what should it say?
    announce.describe  what does the picture at `position` show?
    announce.confirm   `preview` is the delivery that a yes or a thumbs up answers
"""

from dataclasses import dataclass
from typing import Any

from signalbot import Context

from handlers.announcements.preview import preview_text
from handlers.conversation.flow import Coming, Flow
from handlers.services import Services
from relay.announcements.desk import MAX_TEXT
from relay.store.announcements import Announcement, State
from relay.store.conversations import Conversation

BRANCH = "announce.branch"
TEXT = "announce.text"
DESCRIBE = "announce.describe"
CONFIRM = "announce.confirm"
STATES = frozenset({BRANCH, TEXT, DESCRIBE, CONFIRM})


@dataclass(frozen=True)
class Draft:
    """An open draft.

    Attributes:
        number: the announcement's.
        origins: the timestamps of the message that began it, original and edits: apps name any of
            them when it is edited again.
        opening: words read as a moment that may have been meant as text ("On Friday at 7pm we …").
        notes: codes of what was left out on the way in (`formatting`, `mentions`, refused files).
        state: which question was asked last; empty at the beginning.
        position: of the picture that was asked about.
        preview: the delivery that shows the preview.
    """

    number: int
    origins: tuple[int, ...]
    notes: tuple[str, ...] = ()
    opening: str = ""
    state: str = ""
    position: int | None = None
    preview: int | None = None


def open_draft(services: Services, person: str) -> Draft | None:
    """Return a person's open draft, or None if there is none or its time is over."""
    conversation = services.store.conversations.of(person)
    if conversation is None or conversation.name not in STATES:
        return None
    if conversation.expires_at <= services.clock.now():
        return None
    return read_draft(conversation)


def read_draft(conversation: Conversation) -> Draft:
    """Return the draft that a conversation is about."""
    data = conversation.data
    return Draft(
        number=data["number"],
        origins=tuple(data["origins"]),
        notes=tuple(data["notes"]),
        opening=data["opening"],
        state=conversation.name,
        position=data.get("position"),
        preview=data.get("preview"),
    )


async def ask_next(services: Services, context: Context[Any], person: str, draft: Draft) -> None:
    """Ask for what the draft still lacks, or show the preview."""
    announcement = services.store.announcements.get(draft.number)
    if announcement is None:
        services.store.conversations.end(person)
        await services.say(context, "announce-nothing-open")
        return
    undescribed = next((p for p in announcement.pictures if not p.description), None)
    if not announcement.branch:
        await _ask_branch(services, context, person, draft)
    elif not announcement.text:
        wait(services, person, draft, TEXT)
        await services.say(context, "announce-ask-text")
    elif len(announcement.text) > MAX_TEXT:
        services.store.announcements.rewrite(draft.number, "")
        wait(services, person, draft, TEXT)
        await services.say(
            context, "announce-too-long", length=len(announcement.text), most=MAX_TEXT
        )
    elif undescribed is not None:
        index = announcement.pictures.index(undescribed) + 1
        wait(services, person, draft, DESCRIBE, position=undescribed.position)
        await services.say(
            context, "announce-ask-description", index=index, total=len(announcement.pictures)
        )
    else:
        await _preview(services, context, person, draft, announcement)


def wait(services: Services, person: str, draft: Draft, state: str, **data: Any) -> None:
    """Put the draft's conversation into a state."""
    services.wait_for(
        person,
        state,
        number=draft.number,
        origins=list(draft.origins),
        notes=list(draft.notes),
        opening=draft.opening,
        **data,
    )


async def _ask_branch(services: Services, context: Context[Any], person: str, draft: Draft) -> None:
    wait(services, person, draft, BRANCH)
    lines = [
        services.words.say("announce-branch-choice", index=index, branch=branch.name)
        for index, branch in enumerate(services.branches_of(person), start=1)
    ]
    await services.say(context, "announce-ask-branch", choices="\n".join(lines))


async def _preview(
    services: Services,
    context: Context[Any],
    person: str,
    draft: Draft,
    announcement: Announcement,
) -> None:
    outlook = services.desk.outlook(announcement)
    if (
        not services.store.groups.known()
        and services.branches[announcement.branch].announcement_groups
    ):
        wait(services, person, draft, TEXT)
        await services.say(context, "announce-groups-unknown")
        return
    if outlook.reaches_nobody:
        services.store.announcements.discard(draft.number)
        services.store.conversations.end(person)
        await services.say(context, "announce-reaches-nobody")
        return
    until = services.clock.now() + services.patience
    text = preview_text(services, announcement, outlook, draft.notes, until)
    files = tuple(file.file for file in announcement.files)
    sent = await services.say_text(context, text, files)
    wait(services, person, draft, CONFIRM, preview=sent.delivery)


def _expired(services: Services, conversation: Conversation) -> None:
    _discard(services, conversation)
    services.tell(conversation.person, "announce-expired")


def _left(services: Services, left: Conversation, coming: Coming) -> None:
    if left.data["number"] == coming.data.get("number"):
        return
    if _discard(services, left) and coming.flow != "announce":
        services.tell(left.person, "report-announcement-dropped")


def _discard(services: Services, conversation: Conversation) -> bool:
    announcement = services.store.announcements.get(conversation.data["number"])
    if announcement is None or announcement.state is not State.DRAFT:
        return False
    services.store.announcements.discard(announcement.id)
    return True


def _put_down(services: Services, conversation: Conversation) -> None:
    _discard(services, conversation)


ANNOUNCE = Flow("announce", expired=_expired, left=_left, put_down=_put_down)
