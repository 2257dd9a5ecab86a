"""`cancel 12` without a reason: people who had planned to come want to know why, so it is asked."""

from datetime import datetime
from typing import ClassVar

from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import has_lost, without_lost
from handlers.meetings.enter import is_no_call_for_help
from handlers.meetings.parsing import says, without_because
from handlers.meetings.pending import show_change
from handlers.meetings.requested import ChangesMeeting, own_meeting
from relay.language.vocabulary import clean
from relay.meetings.changes import Cancel
from relay.meetings.meeting import Meeting, Occurrence

reasons = Router("reasons")
MAX_REASON = 300


class AskReason(ChangesMeeting):
    """Why is it off?

    Attributes:
        date: the one date of it that was named, by when the rule puts it; None for none.
    """

    name: ClassVar[str] = "meeting.why"

    date: datetime | None = None


async def ask_why(heard: HeardMessage, meeting: Meeting, date: Occurrence | None = None) -> None:
    """Ask why a meeting, or the one date of it that was named, is off."""
    heard.enter(AskReason(number=meeting.id, date=None if date is None else date.original))
    await heard.say("meeting-cancel-why", number=str(meeting.id), title=meeting.title)


@reasons.answer(AskReason, new, is_no_call_for_help)
async def take_reason(heard: HeardMessage, asked: AskReason) -> None:
    """Take the reason, and show who will read it."""
    services, number = heard.services, str(asked.number)
    words, text = services.vocabulary, without_lost(clean(heard.message.text))
    if has_lost(heard.message.text):
        await heard.say("meeting-change-lost")
    meeting = own_meeting(services, heard.person, asked.number)
    if words.answers_with("no", text) or meeting is None:
        heard.leave()
        await heard.say("meeting-change-left", number=number)
        return
    if meeting.is_cancelled:
        heard.leave()
        await heard.say("meeting-is-off", number=number)
        return
    every = says(words, "every_date", text)
    none = every or words.answers_with("yes", text) or says(words, "skip", text)
    reason = "" if none else without_because(words, text)
    if len(reason) > MAX_REASON:
        heard.enter(asked)
        await heard.say("meeting-reason-long", most=MAX_REASON, length=len(reason))
    elif not (reason or none):
        heard.enter(asked)
        await heard.say("meeting-cancel-why", number=number, title=meeting.title)
    else:
        await show_change(heard, meeting, Cancel(reason=reason, all=every, date=asked.date))
