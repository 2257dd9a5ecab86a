"""Understanding what an admin answers when they are asked when it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from handlers.meetings.facts import GUESSED, NOT_OF_TIME, Facts, doors_at
from handlers.services import Services
from relay.meetings.meeting import ONE_DAY, Times
from relay.meetings.reading.doors import without_doors
from relay.meetings.reading.hourless import answered_times, without_late
from relay.meetings.reading.stretches import read_stretch
from relay.time.when import When, read_when

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Understood:
    """A moment in words.

    Attributes:
        start: aware, UTC.
        rule: RFC 5545, or None for once.
        minutes: how long it lasts, None where no end was named.
        guessed: whether nobody said if it is morning or evening.
        doors: minutes before it in which people may come, None where that was not said.
        times: how much of its hours is known.
    """

    start: datetime
    rule: str | None
    minutes: int | None = None
    guessed: bool = False
    doors: int | None = None
    times: Times = Times.SET

    @property
    def length(self) -> timedelta | None:
        """How long it lasts, None where no end was named."""
        return None if self.minutes is None else timedelta(minutes=self.minutes)


def understand_when(services: Services, text: str) -> tuple[Understood | None, str]:
    """Read a day and a time, or return the sentence that says what is wrong."""
    say, words = services.words.say, " ".join(text.split()).rstrip(" .,!")
    zone = services.time.zone
    today = services.clock.now().astimezone(zone).date()
    days = _days(services, words)
    if isinstance(days, Understood):
        return days, ""
    bare, doors = without_doors(without_late(words), today)
    plain, fold = _as_typed(services, bare)
    when = days or read_when(plain, now=services.clock.now(), zone=zone, known=services.vocabulary)
    if isinstance(when, When):
        minutes = None if when.length is None else when.length // _MINUTE
        start = when.start.astimezone(zone).replace(fold=fold).astimezone(UTC)
        before = None if doors is None else doors // _MINUTE
        return Understood(start, when.rule, minutes, when.guessed, before), ""
    match when:
        case "past":
            return None, say("meeting-when-past", words=words)
        case "no-such-time":
            return None, say("meeting-when-skipped", words=words)
        case "no-time-of-day":
            return None, say("meeting-when-no-time", words=words)
    return None, say("meeting-when-unclear")


def _days(services: Services, words: str) -> Understood | Literal["past"] | None:
    """Read days without hours and several days, None where it is a time of one day."""
    now, zone = services.clock.now(), services.time.zone
    rest, times = answered_times(without_late(words))
    local = now.astimezone(zone).replace(tzinfo=None)
    stretch = read_stretch(rest, local)
    if stretch == "past":
        return stretch
    if stretch is not None:
        if times is not Times.SET and stretch.times is Times.SET:
            return None
        length = None if stretch.length is None else stretch.length // _MINUTE
        start = stretch.start.replace(tzinfo=zone).astimezone(UTC)
        kind = stretch.times if times is Times.SET else times
        return Understood(start, stretch.rule, length, times=kind)
    if times is Times.SET:
        return None
    # A day, or how often: read as if it were until the last minute of the day.
    when = read_when(f"{rest} 23:59", now=now, zone=zone, known=services.vocabulary)
    if not isinstance(when, When) or when.length is not None:
        return None
    start = when.start.astimezone(zone).replace(hour=0, minute=0).astimezone(UTC)
    length = ONE_DAY // _MINUTE if times is Times.DAYS else None
    return Understood(start, when.rule, length, times=times)


def timed(facts: Facts, understood: Understood, zone: ZoneInfo) -> Facts:
    """Return the facts with a time, and noted whether its half of the day is a guess.

    Doors that nobody speaks of open as long before it as before the time that was known.
    """
    notes = tuple(code for code in facts.notes if code != GUESSED)
    left = tuple(one for one in facts.open if one.reason in NOT_OF_TIME)
    before = facts.doors_before(zone)
    known = understood.times.are_known
    if understood.doors is not None:
        before = timedelta(minutes=understood.doors)
    keeps = (understood.doors is None and before is None) or not known
    doors = facts.doors if keeps else doors_at(understood.start, before, zone)
    return facts.but(open=left).answered(
        "when",
        doors=doors,
        start=understood.start.isoformat(),
        rule=understood.rule,
        minutes=understood.minutes,
        times=understood.times,
        notes=(*notes, GUESSED) if understood.guessed else notes,
    )


def _as_typed(services: Services, words: str) -> tuple[str, int]:
    """Return a date that was copied from what the bot shows as people type it, and its fold."""
    midnight = services.words.say("time-midnight")
    end = services.words.say("date-until", when="|", end=midnight).rpartition("|")[2]
    if words.casefold().endswith(end.casefold()):
        words = f"{words[: -len(midnight)]}00:00"
    for message, plain, fold in (
        ("date-midnight", " 00:00", 0),
        ("date-and-time-to-be-repeated", "", 0),
        ("date-and-time-repeated", "", 1),
    ):
        tail = services.words.say(message, day="|", time="|").rpartition("|")[2].strip(" .")
        if tail and words.casefold().endswith(tail.casefold()):
            return words[: -len(tail)].rstrip(" ,") + plain, fold
    return words, 0
