"""Understanding what an admin answers: to a question, or in lines with labels."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.meetings.facts import BRANCH, NO_PLACE, OFFERED, Facts
from handlers.meetings.parsing import first_booking, first_link, split_place
from handlers.meetings.texts import one_line
from handlers.parsing import nearest
from handlers.services import Services
from relay.meetings.reading.costs import conditions_in
from relay.meetings.reading.programme import Part, read_programme
from relay.meetings.reading.vocabulary import vocabulary

_LABEL = re.compile(r"^\W{0,3}([^\W\d][\w ]{1,24}?)\s*[:：]\s*(.*)$")
_OTHER = re.compile(r"(?P<name>[^\W\d_]+)(?:[:?]?|\s*:\s*(?P<value>.+))")
_SLIP = 0.75
_LABELS = {
    "title": "meeting-label-title",
    "when": "meeting-label-when",
    "where": "meeting-label-where",
    "agenda": "meeting-label-agenda",
    "papers": "meeting-label-papers",
    "access": "meeting-label-access",
    "cost": "meeting-label-cost",
    "tickets": "meeting-label-tickets",
    "contact": "meeting-label-contact",
    "programme": "meeting-label-programme",
}


def in_words(services: Services, facts: Facts, question: str, text: str) -> Facts:
    """Return the facts with the answer to a question that any words answer."""
    match question:
        case "title":
            told = facts.settled(OFFERED["title"])
            return told.answered("title", title=" ".join(text.split()))
        case "where":
            address, online = split_place(services.vocabulary, text)
            told = facts.settled(NO_PLACE, OFFERED["where"])
            if booking := first_booking(text):
                told = told.but(tickets=booking)
            return told.answered("where", address=address, online=online)
        case "agenda":
            return facts.answered("agenda", agenda=text)
        case "cost":
            return facts.but(cost=one_line(text))
        case "programme":
            return facts.but(programme=programme_in(text))
        case "contact":
            # Said by its word alone, it is for admins: what everybody may read is asked.
            return facts.but(private_contact=one_line(text), contact="")
        case "tickets":
            link = first_link(text)
            return facts.but(tickets=link or facts.tickets)
    return with_access(facts, text)


def programme_in(text: str) -> tuple[tuple[int, str], ...]:
    """Return the parts of what is said to be a programme, as facts hold them."""
    return in_minutes(read_programme(text, vocabulary()))


def in_minutes(programme: Sequence[Part]) -> tuple[tuple[int, str], ...]:
    """Return the parts of a programme as facts hold them."""
    return tuple((part.begins // timedelta(minutes=1), part.what) for part in programme)


def with_access(facts: Facts, text: str) -> Facts:
    """Return the facts with an answer to the question who can come, and what it costs."""
    conditions, link = conditions_in(text, vocabulary())
    if not conditions.cost and not link:
        return facts.answered("access", access=text)
    return facts.answered(
        "access",
        access="\n".join(conditions.access),
        cost="; ".join(conditions.cost) or facts.cost,
        tickets=first_link(link) or facts.tickets,
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
    names = _names(services)
    close = nearest(label.casefold(), names, _SLIP)
    if match and close:
        return names[close], "\n".join(part for part in (value, rest) if part).strip()
    word, _, value = text.partition(" ")
    name = names.get(word.casefold().strip(":"))
    return (None, text) if name is None else (name, value.strip())


def other_question(services: Services, question: str, text: str) -> tuple[str, str] | None:
    """Return which other question somebody answers, and the answer, or None.

    "when: Friday 7pm" where the place was asked for, or the word alone to be asked that again.
    """
    found = _OTHER.fullmatch(text.strip())
    if found is None or question in (BRANCH, "title"):
        return None
    name = _names(services).get(found["name"].casefold(), question)
    return None if name == question else (name, found["value"] or "")


def _names(services: Services) -> dict[str, str]:
    """What the questions are called: the first of their labels."""
    say = services.words.say
    return {say(message).split(",")[0].strip(): name for name, message in _LABELS.items()}


def _labels(services: Services) -> dict[str, str]:
    return {
        word.strip(): question
        for question, message in _LABELS.items()
        for word in services.words.say(message).split(",")
    }
