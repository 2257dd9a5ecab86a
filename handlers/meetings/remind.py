"""`remind me` and `stop`: personal reminders of one date, forgotten once it is over."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.meetings.listing import asked_about
from handlers.meetings.times import date_of
from handlers.meetings.typed import asks_for_reminders, ends_reminders
from handlers.services import Services
from handlers.typed import clean, is_no, read_number
from relay.meetings.recurrence import next_occurrence
from relay.meetings.tables import PlannedReminders


class RemindMe(DataMessageHandler):
    """Remembers who wants to be reminded of which date, and nothing else about them."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody asks for it."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        return asks_for_reminders(message.text)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Remember it until the date is over."""
        services = self._services
        person = context.message.source_uuid or ""
        words = clean(context.message.text).split()
        last = words[-1] if words and read_number(words[-1])[0] is not None else ""
        asked = asked_about(services, last)
        date = None
        if asked.meeting is not None:
            date = next_occurrence(asked.meeting, services.clock.now())
        if date is None and asked.number is not None:
            await services.say(context, "remind-nothing-left", number=str(asked.number))
        elif date is None:
            await services.say(context, "meetings-none")
        else:
            named = {"title": date.meeting.title, "when": date_of(services, date)}
            follows = (date.meeting.id, date.original)
            if follows in services.store[PlannedReminders].followed(person):
                await services.say(context, "remind-already", **named)
                return
            services.store[PlannedReminders].follow(
                meeting=date.meeting.id, original=date.original, person=person, until=date.end
            )
            parts = [services.words.say("remind-began", **named)]
            if date.meeting.recurs:
                parts.append(services.words.say("remind-one-date"))
            await services.say_text(context, "\n".join(parts))


class StopReminding(DataMessageHandler):
    """Forgets who asked. Not for `stop` in the middle of something: that is answered there."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody who is in no conversation asks to be left alone."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        person = message.source_uuid or ""
        if not ends_reminders(message.text):
            return False
        if is_no(message.text) and not self._services.store[PlannedReminders].followed(person):
            # "Stop" alone is also what people answer to things that are over.
            return False
        conversation = self._services.store.conversations.of(person)
        return conversation is None or conversation.expires_at <= self._services.clock.now()

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Forget it."""
        services = self._services
        ended = services.store[PlannedReminders].unfollow(context.message.source_uuid or "")
        if ended:
            services.store.shredder.shred(services.clock.now())
        await services.say(context, "remind-ended" if ended else "remind-not-on")
