"""`remind me` and `stop`: personal reminders of one date, forgotten once it is over."""

import re

from handlers.conversation.catalogue import Command, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.meetings.listing import asked_about
from handlers.meetings.parsing import says
from handlers.meetings.times import date_of
from handlers.parsing import read_number
from relay.language.vocabulary import clean
from relay.meetings.recurrence import next_occurrence
from relay.meetings.tables import PlannedReminders

personal_reminders = Router("personal_reminders")
_NUMBER_AT_END = re.compile(r"\s*#?\d+[ .,!]*$")


def asks_for_reminders(heard: HeardMessage) -> bool:
    """Whether a message, but for a number at its end, asks for personal reminders."""
    text = _NUMBER_AT_END.sub("", clean(heard.message.text))
    return says(heard.services.vocabulary, "remind", text)


@personal_reminders.message(
    new, asks_for_reminders, commands=(Command("remind", section=Section.ATTENDING),)
)
async def remind(heard: HeardMessage) -> None:
    """Remember until it is over who wants to be reminded of a date, and nothing else."""
    services = heard.services
    reminders = services.store[PlannedReminders]
    words = clean(heard.message.text).split()
    last = words[-1] if words and read_number(words[-1])[0] is not None else ""
    asked = asked_about(services, last)
    date = None
    if asked.meeting is not None:
        date = next_occurrence(asked.meeting, services.clock.now())
    if date is None and asked.number is not None:
        await heard.say("remind-nothing-left", number=str(asked.number))
        return
    if date is None:
        await heard.say("meetings-none")
        return
    named = {"title": date.meeting.title, "when": date_of(services, date)}
    if (date.meeting.id, date.original) in reminders.followed(heard.person):
        await heard.say("remind-already", **named)
        return
    reminders.follow(
        meeting=date.meeting.id, original=date.original, person=heard.person, until=date.end
    )
    parts = [services.words.say("remind-began", **named)]
    if date.meeting.recurs:
        parts.append(services.words.say("remind-one-date"))
    await heard.say_text("\n".join(parts))


def ends_reminders(heard: HeardMessage) -> bool:
    """Whether somebody asks to be left alone, and is not asked anything."""
    services, person = heard.services, heard.person
    if not says(services.vocabulary, "stop_reminding", heard.message.text):
        return False
    if heard.answers("no") and not services.store[PlannedReminders].followed(person):
        # "Stop" alone is also what people answer to things that are over.
        return False
    # A question about a report, or what they write to those who read it, is no reason to go on.
    return heard.state is None or heard.state.is_discreet


@personal_reminders.message(
    new, ends_reminders, commands=(Command("stop", section=Section.ATTENDING),)
)
async def stop_reminding(heard: HeardMessage) -> None:
    """Forget it."""
    services = heard.services
    if heard.state is not None:
        heard.leave()
        heard.state.expired(services, heard.person)
    ended = services.store[PlannedReminders].unfollow(heard.person)
    if ended:
        services.store.shredder.shred(services.clock.now())
    await heard.say("remind-ended" if ended else "remind-not-on")
