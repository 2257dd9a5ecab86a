"""`cancel 12` without a reason: people who had planned to come want to know why, so it is asked.

State of the conversation:

    meeting.why   why is number `number`, or its date `date`, off?
"""

from typing import Any

from signalbot import Context, DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.left_out import has_lost, without_lost
from handlers.meetings.changing import own_meeting, show_change
from handlers.meetings.plans import CANCEL
from handlers.meetings.typed import is_all, is_skip, without_because
from handlers.services import Services
from handlers.typed import clean, is_no, is_yes, read_command
from relay.meetings.meeting import Meeting, Occurrence
from relay.store.conversations import Conversation

WHY = "meeting.why"
MAX_REASON = 300
_ALWAYS = frozenset({"help", "whoami", "captcha"})


async def ask_why(
    services: Services,
    context: Context[Any],
    person: str,
    meeting: Meeting,
    date: Occurrence | None = None,
) -> None:
    """Ask why a meeting, or the one date of it that was named, is off."""
    named = None if date is None else date.original.isoformat()
    services.wait_for(person, WHY, number=meeting.id, holder=None, date=named)
    await services.say(context, "meeting-cancel-why", number=str(meeting.id), title=meeting.title)


class Why(DataMessageHandler):
    """Takes the reason, and shows who will read it."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether the sender is being asked why, and does not ask for help instead."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        typed = read_command(message.text)
        if _waiting(self._services, message.source_uuid) is None:
            return False
        return typed.command not in _ALWAYS or bool(typed.rest)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Take it."""
        services, text = self._services, without_lost(clean(context.message.text))
        person = context.message.source_uuid or ""
        waiting = _waiting(services, person)
        if waiting is None:
            return
        if has_lost(context.message.text):
            await services.say(context, "meeting-change-lost")
        number = waiting.data["number"]
        meeting = own_meeting(services, person, number)
        if is_no(text) or meeting is None:
            services.store.conversations.end(person)
            await services.say(context, "meeting-change-left", number=str(number))
            return
        if meeting.is_cancelled:
            services.store.conversations.end(person)
            await services.say(context, "meeting-is-off", number=str(number))
            return
        none = is_skip(text) or is_yes(text) or is_all(text)
        reason = "" if none else without_because(text)
        if len(reason) > MAX_REASON:
            services.wait_for(person, WHY, **waiting.data)
            await services.say(context, "meeting-reason-long", most=MAX_REASON, length=len(reason))
        elif not (reason or none):
            services.wait_for(person, WHY, **waiting.data)
            await services.say(
                context, "meeting-cancel-why", number=str(number), title=meeting.title
            )
        else:
            what = {"reason": reason, "all": is_all(text), "date": waiting.data.get("date")}
            await show_change(services, context, person, meeting, CANCEL, what)


def _waiting(services: Services, person: str | None) -> Conversation | None:
    return services.waiting(person, WHY)
