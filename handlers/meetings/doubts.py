"""What a text about a meeting leaves open about when it is: asked by its reason, with choices.

bot:   4 December is a Friday. Which day do you mean? …
       1. Thursday 3 December at 7 pm
       2. Friday 4 December at 7 pm
admin: 2
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from babel.dates import format_date

from handlers.meetings.facts import Facts, Open
from handlers.meetings.parsing import says
from handlers.meetings.times import spoken
from handlers.meetings.timing import Understood, timed, understand_when
from handlers.parsing import read_number
from handlers.services import Services
from relay.meetings.meeting import ONE_DAY, Times
from relay.meetings.reading.dates import find_days
from relay.meetings.reading.hourless import without_times
from relay.meetings.reading.spans import part_of_day
from relay.meetings.reading.vocabulary import vocabulary

_HALF_DAY, _MINUTE = timedelta(hours=12), timedelta(minutes=1)
_WITH_CHOICES = {
    "date": "meeting-open-date-choices",
    "which-event": "meeting-open-dates-choices",
    "year": "meeting-open-year-choices",
    "weekday-mismatch": "meeting-open-weekday",
    "am-pm": "meeting-open-am-pm-choices",
    "moment": "meeting-open-moment",
}
_WITHOUT_CHOICES = {
    "which-event": "meeting-open-which-event",
    "past": "meeting-open-past",
    "time-tbc": "meeting-open-time-tbc",
    "end-before-start": "meeting-open-end-before-start",
    "whole-day": "meeting-open-whole-day",
}
_TIME_OPEN = frozenset({"time", "time-tbc", "whole-day"})
_OF_A_DAY = frozenset({"past", "whole-day"})


def in_doubt(services: Services, doubt: Open) -> str:
    """Return the question about what is open."""
    say = services.words.say
    if doubt.reason in _WITH_CHOICES and doubt.choices:
        lines = [
            say("meeting-open-choice", number=str(number), choice=_spoken(services, moment))
            for number, moment in enumerate(doubt.moments, start=1)
        ]
        why = _why(services, doubt)
        how = say("meeting-open-answer", count=len(lines))
        return "\n".join((why, *lines, how))
    day = doubt.moments[0] if doubt.choices else None
    if doubt.reason == "time" and day is not None:
        return say("meeting-open-time", day=_spoken(services, _midnight(day)))
    if doubt.reason == "past" and doubt.words:
        return say("meeting-when-past", words=doubt.words)
    if doubt.reason in _WITHOUT_CHOICES and (doubt.reason not in _OF_A_DAY or day is not None):
        known = "" if day is None else _spoken(services, day)
        return say(_WITHOUT_CHOICES[doubt.reason], day=known)
    return say("meeting-open-unread")


def _why(services: Services, doubt: Open) -> str:
    say, moments = services.words.say, doubt.moments
    if doubt.reason == "weekday-mismatch":
        numbers = {int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", doubt.words)}
        day = next((one for one in moments if one.day in numbers), moments[0])
        locale = services.words.locale.replace("-", "_")
        named, weekday = (format_date(day, form, locale=locale) for form in ("d MMMM", "EEEE"))
        return say("meeting-open-weekday", day=named, weekday=weekday)
    if doubt.reason == "date" and doubt.words:
        return say("meeting-open-date-words-choices", words=doubt.words)
    return say(_WITH_CHOICES[doubt.reason], words=doubt.words)


def _spoken(services: Services, moment: datetime) -> str:
    """A moment as people say it; at midnight only its day."""
    aware = moment.replace(tzinfo=services.time.zone)
    if moment.time() == time():
        return services.time.day(aware.replace(hour=12))
    return spoken(services, aware, services.time.zone)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


def chosen(services: Services, doubt: Open, text: str) -> datetime | None:
    """Return which of the choices an answer takes: by its number, or by the half of the day."""
    if doubt.reason not in _WITH_CHOICES:
        return None
    moments = doubt.moments
    number, rest = read_number(text)
    if number is not None and not rest.strip(" .)!"):
        return moments[number - 1] if 0 < number <= len(moments) else None
    if len(moments) == 1 and services.vocabulary.answers_with("yes", text):
        return moments[0]
    if doubt.reason == "am-pm" and moments:
        words, said = vocabulary(), text.strip(" .!")
        marks = [name for name in ("am", "pm") if words.regex("time", name).fullmatch(said)]
        half = marks[0] if marks else part_of_day(text, words)
        return moments[half == "pm"] if half and not re.search(r"\d", text) else None
    return None


def resolve(services: Services, facts: Facts, doubt: Open, choice: datetime) -> tuple[Facts, str]:
    """Take a choice.

    Returns:
        The facts: with a time, or with what is open still. And a sentence about a choice that is
        over, else an empty one.
    """
    left, zone = facts.settled(doubt.reason), services.time.zone
    if choice.time() == time() and facts.times is Times.DAYS:
        start = choice.replace(tzinfo=services.time.zone).astimezone(UTC)
        minutes = facts.minutes or ONE_DAY // _MINUTE
        return timed(facts, Understood(start, facts.rule, minutes, times=facts.times), zone), ""
    if choice.time() == time():
        asked = Open("time", (choice.isoformat(),))
        return left.settled("time", "am-pm").but(open=(asked, *left.open)), ""
    if any(one.reason == "am-pm" for one in left.open):
        early = choice - _HALF_DAY if choice.hour >= 12 else choice
        halves = Open("am-pm", (early.isoformat(), (early + _HALF_DAY).isoformat()))
        return left.but(open=(halves, *left.settled("am-pm").open)), ""
    start = choice.replace(tzinfo=zone).astimezone(UTC)
    if start <= services.clock.now():
        words = _spoken(services, choice)
        return facts, services.words.say("meeting-when-past", words=words)
    understood = Understood(start, facts.rule, facts.minutes)
    if doubt.reason == "am-pm":
        facts = _with_doors_before(facts, choice)
    return timed(facts, understood, zone), ""


def _with_doors_before(facts: Facts, choice: datetime) -> Facts:
    """Put the doors of "7 for 7.30" into the half of the day that was chosen."""
    if not facts.doors:
        return facts
    doors = time.fromisoformat(facts.doors)
    opens = choice.replace(hour=doors.hour, minute=doors.minute)
    near = min((opens, opens + _HALF_DAY), key=lambda one: (choice - one) % ONE_DAY)
    return facts.but(doors=f"{near:%H:%M}")


def on_day(services: Services, facts: Facts, doubt: Open, text: str) -> Understood | None:
    """Return when it is, where an answer gives the time of a day that is known already.

    "All day" is such a time too, and "tbc" and "skip": that the time is to be confirmed. How often
    it is, and which day is the last, stays as the text said.
    """
    if len(doubt.choices) != 1 or doubt.reason not in _TIME_OPEN:
        return None
    day = doubt.moments[0]
    if find_days(text, day.date(), vocabulary()):
        return None
    if is_open(services, text):
        start = day.replace(tzinfo=services.time.zone).astimezone(UTC)
        return Understood(start, facts.rule, facts.minutes, times=Times.OPEN)
    found = understand_when(services, f"{day:%d/%m/%Y} {text}")[0]
    if found is None or found.rule is not None:
        return found
    minutes, times = found.minutes, found.times
    if facts.times is Times.TO_A_DAY and facts.minutes is not None:
        # The last day is known, and when it is over that day is not, unless it is said now.
        if times is Times.DAYS:
            minutes = facts.minutes
        elif times is Times.SET and minutes is None:
            local = found.start.astimezone(services.time.zone)
            minutes, times = facts.minutes - 60 * local.hour - local.minute, Times.TO_A_DAY
    return replace(found, rule=facts.rule, minutes=minutes, times=times)


def is_open(services: Services, text: str) -> bool:
    """Whether an answer says that something is to be confirmed, or that nobody knows it yet."""
    words = services.vocabulary
    rest, times = without_times(text)
    is_tbc = words.phrase("to_come").fullmatch(text) is not None
    return is_tbc or says(words, "skip", text) or (times is Times.OPEN and not rest)
