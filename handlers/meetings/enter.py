"""`meeting …`: from what an admin types to a meeting that is shown and waits for a yes.

admin: meeting
bot:   What is the meeting called? …
admin: Branch meeting
bot:   When is it? …
"""

from handlers.announcements.arriving import says_when
from handlers.announcements.drafts import ConfirmDraft, Draft
from handlers.conversation.catalogue import Command, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardDeletion, HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import notes_on, without_lost
from handlers.meetings.answers import take_answer
from handlers.meetings.ask import ask, leave, with_papers
from handlers.meetings.facts import QUESTIONS, Facts
from handlers.meetings.invitation import read_invitation
from handlers.meetings.labels import fields_in, label_of
from handlers.meetings.parsing import read_meeting_command
from handlers.meetings.privacy import decided
from handlers.meetings.states import AboutMeeting
from handlers.parsing import read_number
from relay.language.vocabulary import Typed, clean
from relay.meetings.tables import Contacts, Meetings

entering = Router("entering")
meeting_answers = Router("meeting_answers")
meeting_marks = Router("meeting_marks")
_ALWAYS = ("help", "whoami", "captcha")
_BESIDE = (*_ALWAYS, "queue", "status", "retract", "agree", "refuse", "announce", "meetings")
_INVITATION = 2
"""How many lines with a label make a message an invitation also without the command."""


def is_no_call_for_help(heard: HeardMessage) -> bool:
    """Whether a message does not only ask for help, whatever else is asked."""
    typed = heard.typed
    return typed.command not in heard.services.vocabulary.names(_ALWAYS) or bool(typed.rest)


@meeting_answers.answer(Facts, new, is_no_call_for_help)
async def answer(heard: HeardMessage, asked: Facts) -> None:
    """Take what an admin answers to a question about a meeting."""
    facts = with_papers(heard, asked).noting(*notes_on(heard.message))
    text = without_lost(clean(heard.message.text))
    await take_answer(heard, facts, asked.question, text)


def begins_meeting(heard: HeardMessage) -> bool:
    """Whether an admin types the command, or sends an invitation with labels.

    Not for the answers: those are heard before; nor for `meeting 12`.
    """
    services, state = heard.services, heard.state
    if state is not None and not isinstance(state, AboutMeeting | ConfirmDraft):
        # "Meeting on Friday: …" may be just what was asked for.
        return False
    is_admin, typed = services.is_admin(heard.person), _typed(heard)
    if _is_command(heard, typed):
        return read_number(typed.rest)[0] is None and (is_admin or bool(typed.rest))
    if isinstance(state, Draft) or not is_admin:
        return False
    found = fields_in(services, clean(heard.message.text))
    return len(found) >= _INVITATION and "when" in found


@entering.message(new, begins_meeting, commands=(Command("meeting", admin, Section.ARRANGING),))
async def enter(heard: HeardMessage) -> None:
    """Take what the message says, and ask for the rest."""
    services, message = heard.services, heard.message
    branches = services.branches_of(heard.person)
    if not branches:
        await heard.say_text(services.said_in_danger("meeting-not-admin"))
        return
    lead, announced = "", ""
    if isinstance(heard.state, Draft):
        announced = _announced(heard, heard.state)
        heard.leave()
        services.store.announcements.discard(heard.state.number)
        lead = services.words.say("meeting-draft-replaced")
    typed = _typed(heard)
    text = typed.rest if _is_command(heard, typed) else clean(message.text)
    if not text and announced:
        # What was shown as an announcement is meant as a meeting.
        text, lead = announced, ""
    branch = branches[0].slug if len(branches) == 1 else ""
    facts = with_papers(heard, Facts(origins=(message.timestamp,), branch=branch))
    facts = facts.noting(*notes_on(message))
    if not text:
        await ask(heard, facts, lead or services.words.say("meeting-begin"))
        return
    facts, problem = read_invitation(services, facts, without_lost(text))
    await ask(heard, facts, "\n\n".join(part for part in (lead, problem) if part))


def _announced(heard: HeardMessage, draft: Draft) -> str:
    """The text of an announcement that is shown and is no meeting yet."""
    announcement = heard.services.store.announcements.get(draft.number)
    if announcement is None or heard.services.is_meeting(draft.number):
        return ""
    return announcement.text


def deletes_beginning(heard: HeardDeletion) -> bool:
    """Whether the message that began a meeting is deleted, while it is being asked about."""
    asked = heard.state
    return isinstance(asked, Facts) and heard.signal.message.timestamp in asked.origins


@meeting_marks.deletion(deletes_beginning)
async def withdraw(heard: HeardDeletion) -> None:
    """Drop what was begun with the message."""
    if isinstance(heard.state, Facts):
        await leave(heard, heard.state)


def changes_preview(heard: HeardMessage) -> bool:
    """Whether a message can only be about the preview of a meeting that is open."""
    services, draft = heard.services, heard.state
    if not isinstance(draft, ConfirmDraft) or not services.is_meeting(draft.number):
        return False
    words, command = services.vocabulary, _typed(heard).command
    text = clean(heard.message.text)
    if command in words.names(_BESIDE) and label_of(services, text)[0] is None:
        return False
    return not (
        heard.answers("yes")
        or heard.answers("no")
        or command in words.answers["begins_post"]
        or says_when(heard, draft.number)
    )


@entering.answer(ConfirmDraft, new, changes_preview)
async def change_preview(heard: HeardMessage, draft: ConfirmDraft) -> None:
    """`where: Town Hall` while the preview waits: shown again, or asked what is meant."""
    services, message = heard.services, heard.message
    meeting = services.store[Meetings].get(draft.number)
    if meeting is None:
        return
    # The announcement keeps its number, and the files until they are attached anew.
    facts = Facts.of_meeting(meeting, draft.origins).but(notes=draft.notes, holder=draft.number)
    # What is shown was asked about already.
    facts = decided(services, facts.but(private_contact=services.store[Contacts].of(meeting.id)))
    facts = with_papers(heard, facts).noting(*notes_on(message))
    typed = _typed(heard)
    edits = typed.command in services.vocabulary.words("edit")
    text = without_lost(typed.rest if edits else clean(message.text))
    question, value = label_of(services, text)
    if question is None and not message.attachments:
        heard.enter(draft)
        await heard.say("meeting-edit-what" if edits and not text else "meeting-answer-unclear")
        return
    heard.leave()
    if question is not None:
        facts = facts.but(done=tuple(name for name in QUESTIONS if name != question))
    if question is not None and value:
        await take_answer(heard, facts, question, value)
    else:
        await ask(heard, facts)


def _typed(heard: HeardMessage) -> Typed:
    return read_meeting_command(heard.services.vocabulary, heard.message.text)


def _is_command(heard: HeardMessage, typed: Typed) -> bool:
    return typed.command in heard.services.vocabulary.words("meeting")
