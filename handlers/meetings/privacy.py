"""May everybody read it? Asked once, before the preview, about what may be somebody's own.

Pure: from facts to what is asked, and from the answer to facts.
"""

import re

from handlers.meetings.facts import Facts
from handlers.meetings.texts import one_line
from handlers.personal import Choice, found_in, line_of
from handlers.services import Services
from relay.language.personal import with_name, without_personal
from relay.meetings.changes import (
    CallingOff,
    MeetingChange,
    Relocate,
    SetAccess,
    SetAgenda,
    SetCost,
    SetProgramme,
)
from relay.meetings.reading.vocabulary import vocabulary

CHOICES = (Choice.PUBLISH, Choice.KEEP, Choice.DROP)
_TEXTS = ("agenda", "access", "cost")
"""Of which sentences can be left out."""

_AT = "at "
"""What a place is read after: "flat 3" is one somebody may live in, also where nobody says "at"."""

_SHORT = 80
"""Characters of a line that went into nothing and is about a number alone."""


def noticed(services: Services, facts: Facts, text: str) -> Facts:
    """Return the facts with what a pasted text holds of somebody's own.

    Args:
        services: the vocabulary.
        facts: what was read of it.
        text: the text.
    """
    words = vocabulary()
    senders = re.compile(
        rf"\W*(?:{words.pattern('forwarded', 'from')}|{words.pattern('forwarded', 'to')})\s*:", re.I
    )
    lines = [line for line in text.splitlines() if not senders.match(line)]
    told = "\n".join(lines)
    found = found_in(services, told)
    contacts = tuple(with_name(told, one) for one in found if one.kind != "home")
    home = any(one.kind == "home" for one in found)
    return facts.but(told=contacts, at_home=home or facts.at_home)


def asked_about(services: Services, facts: Facts) -> tuple[str, ...]:
    """Return a line for each thing that is asked about; none where nothing is open."""
    lines = [line_of(services, _kind(services, one), one) for one in _contacts(facts)]
    for kind, words in _published(services, facts):
        if not any(words in one for one in _contacts(facts)):
            lines.append(line_of(services, kind, words))
    return tuple(dict.fromkeys(lines))


def decided(services: Services, facts: Facts) -> Facts:
    """Return the facts with all that they hold now as something everybody may read."""
    words = tuple(words for _, words in _published(services, facts))
    return facts.but(may_be_public=tuple(dict.fromkeys((*facts.may_be_public, *words))))


def with_choice(services: Services, facts: Facts, choice: Choice) -> Facts:
    """Return the facts as they are after the answer."""
    contacts, published = _contacts(facts), _published(services, facts)
    words = [words for _, words in published]
    bare = [one.words for contact in contacts for one in found_in(services, contact)]
    unread = tuple(
        line
        for line in facts.unread
        if len(line) > _SHORT or not any(one in line for one in (*words, *bare))
    )
    facts = facts.but(unread=unread)
    told = [one for one in contacts if not any(one.endswith(own) for own in words)]
    if choice is Choice.PUBLISH:
        contact = "; ".join(filter(None, (facts.contact, *told)))
        return decided(services, facts.but(contact=contact, told=(), at_home=False))
    taken: list[str] = []
    home = facts.address if any(kind == "home" for kind, _ in published) else ""
    for name in _TEXTS:
        kept, out = without_personal(getattr(facts, name), words)
        facts, taken = facts.but(**{name: kept}), [*taken, *out]
    gone = [part for part in facts.programme if any(one in part[1] for one in words)]
    taken += [what for _, what in gone]
    facts = facts.but(programme=tuple(part for part in facts.programme if part not in gone))
    for one in words:
        facts = facts.but(title=" ".join(facts.title.replace(one, " ").split()))
    if home:
        address = services.in_public.words.say("meeting-place-private")
        facts, taken = facts.but(address=address), [*taken, one_line(home)]
    else:
        kept, out = without_personal(facts.address, words)
        facts, taken = facts.but(address=kept), [*taken, *out]
    known = (facts.private_contact, *told, *taken) if choice is Choice.KEEP else ()
    kept_back = "; ".join(dict.fromkeys(filter(None, known))) or facts.private_contact
    return facts.but(private_contact=kept_back, told=(), at_home=False)


def _contacts(facts: Facts) -> tuple[str, ...]:
    return tuple(one for one in facts.told if one not in facts.may_be_public)


def _published(services: Services, facts: Facts) -> list[tuple[str, str]]:
    """What would be posted and may be somebody's own: its kind and its words."""
    posted = (facts.title, *(getattr(facts, name) for name in _TEXTS))
    found: list[tuple[str, str]] = [
        (one.kind, one.words) for text in posted for one in found_in(services, text)
    ]
    if facts.address:
        found += _in_place(services, facts)
    for _, what in facts.programme:
        found += [(one.kind, one.words) for one in found_in(services, what)]
    return [one for one in found if one[1] not in facts.may_be_public]


def _in_place(services: Services, facts: Facts) -> list[tuple[str, str]]:
    found = found_in(services, f"{_AT}{facts.address}")
    homes = facts.at_home or any(one.kind == "home" for one in found)
    other = [(one.kind, one.words) for one in found if one.kind != "home"]
    return [*other, *([("home", one_line(facts.address))] if homes else [])]


def _kind(services: Services, contact: str) -> str:
    return next((one.kind for one in found_in(services, contact)), "phone")


def personal_lines(services: Services, change: MeetingChange) -> tuple[str, ...]:
    """Return a line for each thing in a change that may be somebody's own."""
    match change:
        case Relocate(address=address) if address:
            facts = Facts(address=address)
        case SetAgenda(text=text) | SetAccess(text=text) | SetCost(text=text):
            facts = Facts(agenda=text)
        case SetProgramme(parts=parts):
            facts = Facts(programme=parts)
        case CallingOff(reason=reason):
            facts = Facts(agenda=reason)
        case _:
            return ()
    return asked_about(services, facts)
