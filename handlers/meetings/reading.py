"""Understanding a whole message about a meeting: labelled lines, or an invitation in free words."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.meetings.facts import BRANCH, GUESSED, MOST, QUESTIONS, Facts
from handlers.meetings.places import split_place
from handlers.meetings.typed import links_in
from handlers.services import Services
from relay.meetings.meeting import DEFAULT_LENGTH
from relay.meetings.when import When, read_when

_LABEL = re.compile(r"^\W{0,3}([^\W\d][\w ]{1,24}?)\s*[:：]\s*(.*)$")
_NAMES = "|".join(QUESTIONS)
_OTHER = re.compile(
    rf"(?P<bare>{_NAMES})[:?]?|(?P<name>{_NAMES})\s*:\s*(?P<value>.+)", re.IGNORECASE
)
_SLIP = 0.75
_LABELS = {
    "title": "meeting-label-title",
    "when": "meeting-label-when",
    "where": "meeting-label-where",
    "agenda": "meeting-label-agenda",
    "papers": "meeting-label-papers",
    "access": "meeting-label-access",
}
_POINT = re.compile(r"^(?:[-•*–]|\d{1,2}[.)])\s*\S")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")


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
    when = read_when(plain, now=services.clock.now(), zone=zone)
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
    return facts.answered(
        "when",
        start=understood.start.isoformat(),
        rule=understood.rule,
        length=understood.minutes,
        notes=(*notes, GUESSED) if understood.guessed else notes,
    )


def fields_in(services: Services, text: str) -> Mapping[str, str]:
    """Return what labelled lines say, by question; a line without a label belongs to the last."""
    names = _labels(services)
    found: dict[str, list[str]] = {}
    current = ""
    for line in text.splitlines():
        match = _LABEL.match(line.strip())
        name = names.get(" ".join(match[1].casefold().split())) if match else None
        if match is not None and name is not None:
            current = name
            found.setdefault(current, []).append(match[2].strip())
        elif current:
            found[current].append(line.rstrip())
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def label_of(services: Services, text: str) -> tuple[str | None, str]:
    """Return which question a change begins with the label of, and what follows it."""
    first, _, rest = text.partition("\n")
    match = _LABEL.match(first.strip())
    label, value = (match[1], match[2]) if match else (first, "")
    name = _labels(services).get(" ".join(label.casefold().split()))
    if name is not None:
        return name, "\n".join(part for part in (value, rest) if part).strip()
    close = difflib.get_close_matches(label.casefold(), QUESTIONS, n=1, cutoff=_SLIP)
    if match and close:
        return close[0], "\n".join(part for part in (value, rest) if part).strip()
    word, _, value = text.partition(" ")
    name = word.casefold().strip(":")
    return (name, value.strip()) if name in QUESTIONS else (None, text)


def other_question(question: str, text: str) -> tuple[str, str] | None:
    """Return which other question somebody answers, and the answer, or None.

    "when: Friday 7pm" where the place was asked for, or the word alone to be asked that again.
    """
    found = _OTHER.fullmatch(text.strip())
    if found is None or question in (BRANCH, "title"):
        return None
    name = found["bare"] or found["name"]
    return None if name.casefold() == question else (name.casefold(), found["value"] or "")


def read_invitation(services: Services, facts: Facts, text: str) -> tuple[Facts, str]:
    """Take what a message says about a meeting.

    Args:
        services: the wording with the labels, the clock and the zone.
        facts: what is known.
        text: labelled lines in any order, or free words.

    Returns:
        The facts with what was found, and a sentence about a time that was not understood.
    """
    said = fields_in(services, text) or _free(services, text)
    long = {name: len(value) for name, value in said.items() if len(value) > MOST.get(name, 4_000)}
    fields = {name: value for name, value in said.items() if name not in long}
    problem = ""
    if title := fields.get("title"):
        facts = facts.answered("title", title=" ".join(title.split()))
    if when := fields.get("when"):
        understood, problem = understand_when(services, when)
        if understood is not None:
            facts = timed(facts, understood)
    if where := fields.get("where"):
        address, online = split_place(where)
        facts = facts.answered("where", address=address, online=online)
    if agenda := fields.get("agenda"):
        facts = facts.answered("agenda", agenda=agenda)
    if access := fields.get("access"):
        facts = facts.answered("access", access=access)
    if papers := links_in(fields.get("papers")):
        facts = facts.answered("papers", links=papers)
    name = next((one for one in QUESTIONS if one in long), None)
    if name is not None and not problem:
        problem = services.words.say("meeting-too-long", length=long[name], most=MOST[name])
    return facts, problem


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


def _free(services: Services, text: str) -> dict[str, str]:
    """What an invitation in free words says: only what is certain is taken, the rest is asked."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [piece.strip() for piece in re.split(r"\s*[,;]\s+", text.strip()) if piece.strip()]
    found: dict[str, list[str]] = {}
    for line in lines:
        if "when" not in found and understand_when(services, line)[0] is not None:
            found["when"] = [line]
        elif links_in(line) or _POSTCODE.search(line) or line.casefold().startswith("at "):
            place = line[3:] if line.casefold().startswith("at ") else line
            found.setdefault("where", []).append(place)
        elif _POINT.match(line):
            found.setdefault("agenda", []).append(line)
        elif "title" not in found:
            found["title"] = [line]
        elif "agenda" in found:
            found["agenda"].append(line)
        else:
            found.setdefault("rest", []).append(line)
    return {name: "\n".join(pieces) for name, pieces in found.items() if name != "rest"}


def _labels(services: Services) -> dict[str, str]:
    return {
        word.strip(): question
        for question, message in _LABELS.items()
        for word in services.words.say(message).split(",")
    }
