"""Understanding what an admin answers when they are asked when it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.meetings.facts import GUESSED, NO_PLACE, Facts, doors_at
from handlers.services import Services
from relay.meetings.reading.doors import without_doors
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
    """

    start: datetime
    rule: str | None
    minutes: int | None = None
    guessed: bool = False
    doors: int | None = None

    @property
    def length(self) -> timedelta | None:
        """How long it lasts, None where no end was named."""
        return None if self.minutes is None else timedelta(minutes=self.minutes)


def understand_when(services: Services, text: str) -> tuple[Understood | None, str]:
    """Read a day and a time, or return the sentence that says what is wrong."""
    say, words = services.words.say, " ".join(text.split()).rstrip(" .,!")
    zone = services.time.zone
    today = services.clock.now().astimezone(zone).date()
    bare, doors = without_doors(words, today)
    plain, fold = _as_typed(services, bare)
    when = read_when(plain, now=services.clock.now(), zone=zone, known=services.vocabulary)
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


def timed(facts: Facts, understood: Understood, zone: ZoneInfo) -> Facts:
    """Return the facts with a time, and noted whether its half of the day is a guess.

    Doors that nobody speaks of open as long before it as before the time that was known.
    """
    notes = tuple(code for code in facts.notes if code != GUESSED)
    left = tuple(one for one in facts.open if one.reason == NO_PLACE)
    before = facts.doors_before(zone)
    if understood.doors is not None:
        before = timedelta(minutes=understood.doors)
    keeps = understood.doors is None and before is None
    doors = facts.doors if keeps else doors_at(understood.start, before, zone)
    return facts.but(open=left).answered(
        "when",
        doors=doors,
        start=understood.start.isoformat(),
        rule=understood.rule,
        minutes=understood.minutes,
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
