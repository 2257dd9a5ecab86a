"""Understanding what an admin answers when they are asked when it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.meetings.facts import GUESSED, NO_PLACE, Facts
from handlers.services import Services
from relay.meetings.meeting import DEFAULT_LENGTH
from relay.time.when import When, read_when


@dataclass(frozen=True)
class Understood:
    """A moment in words.

    Attributes:
        start: aware, UTC.
        rule: RFC 5545, or None for once.
        minutes: how long it lasts.
        guessed: whether nobody said if it is morning or evening.
    """

    start: datetime
    rule: str | None
    minutes: int
    guessed: bool = False


def understand_when(services: Services, text: str) -> tuple[Understood | None, str]:
    """Read a day and a time, or return the sentence that says what is wrong."""
    say, words = services.words.say, " ".join(text.split()).rstrip(" .,!")
    zone = services.time.zone
    plain, fold = _as_typed(services, words)
    when = read_when(plain, now=services.clock.now(), zone=zone, known=services.vocabulary)
    if isinstance(when, When):
        length = when.length or DEFAULT_LENGTH
        minutes = length // timedelta(minutes=1)
        start = when.start.astimezone(zone).replace(fold=fold).astimezone(UTC)
        return Understood(start, when.rule, minutes, when.guessed), ""
    match when:
        case "past":
            return None, say("meeting-when-past", words=words)
        case "no-such-time":
            return None, say("meeting-when-skipped", words=words)
        case "no-time-of-day":
            return None, say("meeting-when-no-time", words=words)
    return None, say("meeting-when-unclear")


def timed(facts: Facts, understood: Understood) -> Facts:
    """Return the facts with a time, and noted whether its half of the day is a guess."""
    notes = tuple(code for code in facts.notes if code != GUESSED)
    left = tuple(one for one in facts.open if one.reason == NO_PLACE)
    return facts.but(open=left).answered(
        "when",
        start=understood.start.isoformat(),
        rule=understood.rule,
        length=understood.minutes,
        notes=(*notes, GUESSED) if understood.guessed else notes,
    )


def _as_typed(services: Services, words: str) -> tuple[str, int]:
    """Return a date that was copied from what the bot shows as people type it, and its fold."""
    for message, plain, fold in (
        ("date-midnight", " 00:00", 0),
        ("date-and-time-to-be-repeated", "", 0),
        ("date-and-time-repeated", "", 1),
    ):
        tail = services.words.say(message, day="|", time="|").rpartition("|")[2].strip(" .")
        if tail and words.casefold().endswith(tail.casefold()):
            return words[: -len(tail)].rstrip(" ,") + plain, fold
    return words, 0
