"""`meeting …`: from what an admin types to a meeting that is shown and waits for a yes.

admin: meeting
bot:   What is the meeting called? …
admin: Branch meeting
bot:   When is it? …
"""

from dataclasses import replace

from signalbot import (
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
)
from signalbot.messages import ReceivedMessage

from handlers.announcements.drafts import ConfirmDraft, open_draft
from handlers.conversation.heard import HeardDeletion
from handlers.conversation.router import Router
from handlers.left_out import notes_on, without_lost
from handlers.meetings.answers import take_answer
from handlers.meetings.ask import ask, leave, open_question, with_papers
from handlers.meetings.facts import PREFIX, QUESTIONS, Facts
from handlers.meetings.invitation import read_invitation
from handlers.meetings.reading import fields_in, label_of
from handlers.meetings.typed import MEETING, read_meeting_command
from handlers.services import Services
from handlers.typed import clean, is_no, is_yes, read_number
from relay.meetings.tables import Meetings

entering = Router("entering")
_ALWAYS = frozenset({"help", "whoami", "captcha"})
_BESIDE = _ALWAYS | {"queue", "status", "retract", "agree", "refuse", "announce", "meetings"}
_POST = frozenset({"post", "send", "yes"})
_INVITATION = 2
"""How many lines with a label make a message an invitation also without the command."""


class Enter(DataMessageHandler):
    """Begins a meeting. Not for the answers: that is `Answer`; nor for `meeting 12`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types the command, or sends an invitation with labels."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        services, person = self._services, message.source_uuid or ""
        if open_question(services, person) is not None:
            return False
        draft = open_draft(services, person)
        if _is_asked_something(services, person):
            # "Meeting on Friday: …" may be just what was asked for.
            return False
        typed = read_meeting_command(message.text)
        if typed.command in MEETING:
            admin = services.is_admin(person)
            return read_number(typed.rest)[0] is None and (admin or bool(typed.rest))
        if draft is not None or not services.is_admin(person):
            return False
        found = fields_in(services, clean(message.text))
        return len(found) >= _INVITATION and "when" in found

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take what the message says, and ask for the rest."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        branches = services.branches_of(person)
        if not branches:
            await services.say(context, "meeting-not-admin")
            return
        lead = ""
        earlier = open_draft(services, person)
        if earlier is not None:
            services.store.conversations.end(person)
            services.store.announcements.discard(earlier.number)
            lead = services.words.say("meeting-draft-replaced")
        typed = read_meeting_command(message.text)
        text = typed.rest if typed.command in MEETING else clean(message.text)
        branch = branches[0].slug if len(branches) == 1 else ""
        facts = Facts(origins=(message.timestamp,), branch=branch)
        facts = _noting(with_papers(services, person, facts), message)
        if not text:
            lead = lead or services.words.say("meeting-begin")
            await ask(services, context, person, facts, lead)
            return
        facts, problem = read_invitation(services, facts, without_lost(text))
        lead = "\n\n".join(part for part in (lead, problem) if part)
        await ask(services, context, person, facts, lead)


class Answer(DataMessageHandler):
    """What an admin answers to the questions about a meeting."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender is being asked, and does not ask for help instead."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        if open_question(self._services, message.source_uuid) is None:
            return False
        typed = read_meeting_command(message.text)
        return typed.command not in _ALWAYS or bool(typed.rest)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take the answer."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        conversation = open_question(services, person)
        if conversation is None:
            return
        facts = _noting(with_papers(services, person, Facts.of(conversation)), message)
        question = conversation.name.removeprefix(PREFIX)
        text = without_lost(clean(message.text))
        await take_answer(services, context, person, facts, question, text)


def deletes_beginning(heard: HeardDeletion) -> bool:
    """Whether the message that began a meeting is deleted, while it is being asked about."""
    conversation = open_question(heard.services, heard.person)
    return (
        conversation is not None and heard.signal.message.timestamp in conversation.data["origins"]
    )


@entering.deletion(deletes_beginning)
async def withdraw(heard: HeardDeletion) -> None:
    """Drop what was begun with the message."""
    conversation = open_question(heard.services, heard.person)
    if conversation is not None:
        await leave(heard.services, heard.signal, heard.person, Facts.of(conversation))


class PreviewChange(DataMessageHandler):
    """`where: Town Hall` while the preview of a meeting waits: shown again with the change."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether a meeting's preview is open and this is neither yes nor no."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        return changes_preview(self._services, message)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take the change and show the meeting again, or ask what is meant."""
        services, message = self._services, context.message
        person = message.source_uuid or ""
        draft = open_draft(services, person)
        meeting = None if draft is None else services.store[Meetings].get(draft.number)
        if draft is None or meeting is None:
            return
        facts = replace(Facts.of_meeting(meeting, draft.origins), notes=draft.notes)
        # The announcement keeps its number, and the files until they are attached anew.
        facts = with_papers(services, person, replace(facts, holder=draft.number))
        facts = _noting(facts, message)
        typed = read_meeting_command(message.text)
        text = without_lost(typed.rest if typed.command == "edit" else clean(message.text))
        question, value = label_of(services, text)
        if question is not None or message.attachments:
            services.store.conversations.end(person)
        if question is not None:
            undone = tuple(name for name in QUESTIONS if name != question)
            facts = replace(facts, done=undone)
            if not value:
                await ask(services, context, person, facts)
            else:
                await take_answer(services, context, person, facts, question, value)
        elif message.attachments:
            await ask(services, context, person, facts)
        elif typed.command == "edit" and not text:
            await _wait_on(services, context, person, "meeting-edit-what")
        else:
            await _wait_on(services, context, person, "meeting-answer-unclear")


def _noting(facts: Facts, message: DataMessage) -> Facts:
    """Keep what of a message does not go along, for the preview to say."""
    return replace(facts, notes=tuple(dict.fromkeys((*facts.notes, *notes_on(message)))))


def _is_asked_something(services: Services, person: str) -> bool:
    """Whether another conversation waits for words, and not only for yes or no."""
    conversation = services.store.conversations.of(person)
    if conversation is None or conversation.expires_at <= services.clock.now():
        return False
    return not conversation.name.startswith("meeting.") and not isinstance(
        services.state_of(person), ConfirmDraft
    )


async def _wait_on(
    services: Services, context: DataMessageContext, person: str, message: str
) -> None:
    state = services.state_of(person)
    if state is not None:
        services.enter(person, state)
    await services.say(context, message)


def changes_preview(services: Services, message: DataMessage) -> bool:
    """Whether a message can only be about the preview of a meeting that is open."""
    draft = open_draft(services, message.source_uuid or "")
    if not isinstance(draft, ConfirmDraft) or not services.is_meeting(draft.number):
        return False
    typed = read_meeting_command(message.text)
    if typed.command in _BESIDE and label_of(services, clean(message.text))[0] is None:
        return False
    return not (is_yes(message.text) or is_no(message.text) or typed.command in _POST)
