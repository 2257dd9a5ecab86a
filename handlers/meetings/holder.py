"""What is kept of whoever wants to be reminded of a meeting, or has answered a poll on one."""

from collections.abc import Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.meetings.tables import Meetings, PlannedReminders, PollAnswers
from relay.meetings.tables.reminders import TOPIC


class MeetingHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"reminders", "poll_answers"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each date that they want to be reminded of, and how many polls they answered."""
        say, found = services.words.say, []
        for number, original in services.store[PlannedReminders].followed(person):
            meeting = services.store[Meetings].get(number)
            text = say(
                "held-reminder",
                title=str(number) if meeting is None else meeting.title,
                when=services.time.day(original),
            )
            found.append(Held("reminders", text))
        if count := services.store[PollAnswers].count(person):
            found.append(Held("poll_answers", say("held-poll-answers", count=count)))
        return found

    def forget(self, services: Services, person: str) -> None:
        """End the reminders, those on their way too, and take back the answers."""
        store = services.store
        store[PlannedReminders].unfollow(person)
        store.topics.hold_back(f"{TOPIC}*", person, services.clock.now())
        store[PollAnswers].forget(person)
