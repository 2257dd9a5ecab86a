"""`rsvp 12`: a question in the branch's groups about who comes, of which only counts are kept.

admin: rsvp 12
bot:   Nothing has been asked yet. …
admin: yes
bot:   I am asking 2 groups …
admin: rsvp 12
bot:   Answers so far: 8 yes, 2 no, 1 maybe.

A meeting that recurs is asked about one date at a time, the next.
"""

from typing import Any

from handlers.conversation.heard import Heard
from handlers.meetings.apply import ask, groups_of
from handlers.meetings.planning import questions_of
from handlers.meetings.texts import ANSWERS, question_text
from handlers.meetings.times import begins_of, spoken
from handlers.services import Services
from relay.meetings.changes import AskWhoComes
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import next_occurrence, occurrence_of
from relay.meetings.saying import start_said
from relay.meetings.tables import Polls
from relay.meetings.tables.polls import Asked
from relay.time.clock import BranchTime


def next_to_ask(services: Services, meeting: Meeting) -> Occurrence | None:
    """Return the date a question now would be about, None where there is none left."""
    return next_occurrence(meeting, services.clock.now())


def asked_already(services: Services, date: Occurrence) -> Asked | None:
    """Return the question that was asked about a date as it now stands, or None."""
    asked = services.store[Polls].latest(date.meeting.id)
    same = asked is not None and (asked.original, asked.until) == (date.original, date.end)
    return asked if same else None


def preview_parts(services: Services, date: Occurrence) -> list[str]:
    """Return what would be asked of whom, and what is kept of the answers."""
    say, meeting = services.words.say, date.meeting
    lines = "\n".join(
        say("rsvp-told-group", group=group.name, people=group.members)
        for group in groups_of(services, meeting)
    )
    return [
        say(
            "rsvp-heading",
            number=str(meeting.id),
            question=question_text(services.in_public, date),
            answers=" / ".join(say(answer) for answer in ANSWERS),
        ),
        *([say("rsvp-one-date")] if meeting.recurs else []),
        say("rsvp-who-is-asked", lines=lines),
        say("rsvp-kept"),
    ]


def question_lines(services: Services, revised: Meeting) -> list[str]:
    """Return what becomes of a question that was asked, where a change makes it untrue."""
    ending = questions_of(services).ending(revised)
    if not ending.ended:
        answers = sum(sum(asked.counts) for asked, _ in ending.kept)
        return [services.words.say("rsvp-told-kept", answers=answers)] if ending.kept else []
    yes, no, maybe = ending.ended[-1].counts
    again = ending.again
    message = "rsvp-told-off" if again is None else "rsvp-told-again"
    return [
        services.words.say(
            message,
            question="none" if again is None else question_text(services.in_public, again),
            deletes="yes" if ending.deletes else "no",
            answers=yes + no + maybe,
            number=str(revised.id),
        )
    ]


def counts_text(services: Services, meeting: Meeting) -> str | None:
    """Return how many chose which answer in the latest question on a meeting, or None."""
    lines = [_counts_now(services, meeting), _counts_before(services, meeting)]
    return "\n".join(filter(None, lines)) or None


def _counts_before(services: Services, meeting: Meeting) -> str:
    """How many had answered what about a date before it moved."""
    before = services.store[Polls].before(meeting.id)
    if before is None:
        return ""
    yes, no, maybe = before.counts
    time = BranchTime(meeting.local_zone, services.words, services.clock)
    when = start_said(time, before.start, before.times)
    return services.words.say("rsvp-counts-before", when=when, yes=yes, no=no, maybe=maybe)


def _counts_now(services: Services, meeting: Meeting) -> str:
    asked = services.store[Polls].latest(meeting.id)
    if asked is None:
        return ""
    date = occurrence_of(meeting, asked.original)
    if date is None:
        when = spoken(services, asked.until - meeting.lasts, meeting.local_zone)
    else:
        when = begins_of(services, date)
    yes, no, maybe = asked.counts
    if not any(asked.counts):
        return services.words.say("rsvp-no-answers", when=when)
    return services.words.say("rsvp-counts", when=when, yes=yes, no=no, maybe=maybe)


async def ask_groups(
    heard: Heard[Any], meeting: Meeting, question: AskWhoComes, author: str
) -> None:
    """Ask after everybody said yes who has to; not twice, and not about a date that has changed."""
    services, number = heard.services, str(meeting.id)
    date = None if question.date is None else occurrence_of(meeting, question.date)
    now = services.clock.now()
    if date is None or date.cancelled or date.end <= now or date.start != question.start:
        await heard.say("meeting-date-gone", number=number)
        return
    if asked_already(services, date) is not None:
        await say_counts(heard, meeting)
        return
    groups = ask(services, date)
    if not groups:
        await heard.say("rsvp-no-group")
        return
    services.record(author, "meeting-rsvp", meeting.id)
    await heard.say("rsvp-under-way", groups=groups, number=number)


async def say_counts(heard: Heard[Any], meeting: Meeting) -> None:
    """Say that the question was asked already, and what was answered."""
    counts = counts_text(heard.services, meeting) or ""
    await heard.say("rsvp-asked-already", number=str(meeting.id), counts=counts)
