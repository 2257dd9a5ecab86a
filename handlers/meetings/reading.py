"""Understanding a whole message about a meeting: labelled lines, or an invitation in free words."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.meetings.facts import BRANCH, GUESSED, MOST, QUESTIONS, Facts
from handlers.meetings.invitation import free_words, moment_in, tidied, without_ways_in
from handlers.meetings.places import split_place
from handlers.meetings.typed import is_skip, links_in
from handlers.services import Services
from relay.meetings.meeting import DEFAULT_LENGTH
from relay.meetings.when import When, read_when

_LABEL = re.compile(r"^\W{0,3}([^\W\d][\w ]{1,24}?)\s*[:：]\s*(.*)$")
_NAMES = "|".join(QUESTIONS)
_OTHER = re.compile(
    rf"(?P<bare>{_NAMES})[:?]?|(?P<name>{_NAMES})\s*:\s*(?P<value>.+)", re.IGNORECASE
)
_IN_WORDS = ("title", "where", "agenda", "access")
_SKIPPABLE = ("where", "agenda", "papers", "access")
_SLIP = 0.75
_LABELS = {
    "title": "meeting-label-title",
    "when": "meeting-label-when",
    "where": "meeting-label-where",
    "agenda": "meeting-label-agenda",
    "papers": "meeting-label-papers",
    "access": "meeting-label-access",
}


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


def in_words(facts: Facts, question: str, text: str) -> Facts:
    """Return the facts with the answer to a question that any words answer."""
    match question:
        case "title":
            return facts.answered("title", title=" ".join(text.split()))
        case "where":
            address, online = split_place(text)
            return facts.answered("where", address=address, online=online)
        case "agenda":
            return facts.answered("agenda", agenda=text)
    return facts.answered("access", access=text)


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
    said = _said(services, text)
    long = {name: len(value) for name, value in said.items() if len(value) > MOST.get(name, 4_000)}
    short = {name: value for name, value in said.items() if name not in long}
    facts, fields = _without_skipped(facts, short)
    problem = ""
    for question in _IN_WORDS:
        if value := fields.get(question):
            facts = in_words(facts, question, value)
    if when := fields.get("when"):
        understood, problem = understand_when(services, when)
        if understood is not None:
            facts = timed(facts, understood)
    if papers := links_in(fields.get("papers")):
        facts = facts.answered("papers", links=papers)
    name = next((one for one in QUESTIONS if one in long), None)
    if name is not None and not problem:
        problem = services.words.say("meeting-too-long", length=long[name], most=MOST[name])
    return facts, problem


def _without_skipped(facts: Facts, fields: dict[str, str]) -> tuple[Facts, dict[str, str]]:
    """Take "Papers: none" as the answer that it is; return what else was said."""
    skipped = [name for name in _SKIPPABLE if name in fields and is_skip(fields[name])]
    for name in skipped:
        facts = facts.answered(name)
    return facts, {name: value for name, value in fields.items() if name not in skipped}


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


def _said(services: Services, text: str) -> dict[str, str]:
    """What an invitation says by question; what its labels leave open may stand before them."""
    text = tidied(text)
    names = _labels(services)
    lines = _label_by_line(names, text).splitlines()
    first = next((at for at, line in enumerate(lines) if _label_in(names, line)), len(lines))

    def is_moment(words: str) -> bool:
        return understand_when(services, words)[0] is not None

    said = dict(fields_in(services, "\n".join(lines)))
    loose = free_words("\n".join(lines[:first]), is_moment)
    after = ""
    for name in ("title", "when", "where"):
        # What follows an empty line is about something else, perhaps about how to join.
        if name in said:
            said[name], _, rest = said[name].partition("\n\n")
            after += f"\n{rest}"
    if when := said.get("when"):
        found = None if is_moment(when) else moment_in(when, is_moment)
        said["when"] = when if found is None else found[1]
    if agenda := said.get("agenda"):
        said["agenda"], ways = without_ways_in(agenda)
        after += f"\n{ways}"
    if (links := links_in(after)) and not links_in(said.get("where")):
        said["where"] = "\n".join(part for part in (said.get("where"), links[0]) if part)
    if first < len(lines):
        loose.pop("agenda", None)
    return {**loose, **said}


def _label_in(names: Mapping[str, str], line: str) -> str | None:
    match = _LABEL.match(line.strip())
    return names.get(" ".join(match[1].casefold().split())) if match else None


def _label_by_line(names: Mapping[str, str], text: str) -> str:
    """Put every label of a line that has several at the beginning of a line of its own."""
    words = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    inner = re.compile(rf"(?:(?<=^)|[.;,|]?\s+)(?=(?:{words})\s*[:：]\s)", re.IGNORECASE)
    return "\n".join(
        inner.sub("\n", line).strip() if len(inner.findall(line)) > 1 or ". " in line else line
        for line in text.splitlines()
    )


def _labels(services: Services) -> dict[str, str]:
    return {
        word.strip(): question
        for question, message in _LABELS.items()
        for word in services.words.say(message).split(",")
    }
