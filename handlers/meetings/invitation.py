"""A whole text about a meeting, pasted or typed: what is certain becomes facts, the rest is asked.

What is taken here is shown before it is posted.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta

from handlers.meetings.facts import (
    MAX_LINE,
    MOST,
    NO_PLACE,
    NOT_OF_TIME,
    OFFERED,
    QUESTIONS,
    Facts,
    Open,
)
from handlers.meetings.labels import fields_in, in_minutes, in_words
from handlers.meetings.parsing import first_link, links_in, says
from handlers.meetings.privacy import noticed
from handlers.meetings.timing import Understood, timed, understand_when
from handlers.services import Services
from relay.meetings.meeting import ONE_DAY, Times
from relay.meetings.reading import Ask, Reading
from relay.meetings.reading import read_invitation as read_text
from relay.time.rules import BadRule, check_rule

_SKIPPABLE = ("where", "agenda", "papers", "access")
_NUMBERED = re.compile(
    r"(?:[^:]{1,30}:\s+)?(?P<mark>[\W\d]*|\W*(?:[ivx]{1,4}|[a-h])[.)]\s*)", re.IGNORECASE
)
_MOST_UNREAD = 8
_WORDS_OPEN = {"title": (OFFERED["title"],), "where": (NO_PLACE, OFFERED["where"])}
_UNFOUND = frozenset({"date", "time"})


def read_invitation(services: Services, facts: Facts, text: str) -> tuple[Facts, str]:
    """Take what a message says about a meeting.

    Args:
        services: the wording with the labels, the clock and the zone.
        facts: what is known.
        text: labelled lines in any order, or free words.

    Returns:
        The facts with what was found and with what is open, and a sentence about what is too long.
    """
    fields = fields_in(services, text)
    reading = read_text(text, now=services.clock.now(), zone=services.time.zone)
    said = _said(services, text, fields, reading)
    long = {name: len(value) for name, value in said.items() if len(value) > MOST[name]}
    facts = _without_skipped(services, facts, fields)
    for question in (*QUESTIONS, "cost"):
        if question in said and question not in long:
            facts = _with(services, facts, question, said[question], reading)
    if "where" not in said and reading.online is not None:
        online = {"online": reading.online.words}
        is_open = any(ask.reason == OFFERED["where"] for ask in reading.asks)
        facts = facts.but(**online) if is_open else facts.answered("where", **online)
    if papers := links_in(fields.get("papers")):
        facts = facts.answered("papers", links=papers)
    if reading.programme:
        facts = facts.but(programme=in_minutes(reading.programme)).answered("agenda")
    if reading.tickets is not None:
        facts = facts.but(tickets=first_link(reading.tickets.words))
    facts = _with_moment(services, facts, fields, reading)
    unread = tuple(found.words for found in reading.unread[:_MOST_UNREAD])
    facts = noticed(services, facts.but(unread=unread), text)
    name = next(iter(long), None)
    if name is None:
        return facts, ""
    return facts, services.words.say("meeting-too-long", length=long[name], most=MOST[name])


def _said(
    services: Services, text: str, fields: Mapping[str, str], reading: Reading
) -> dict[str, str]:
    """What a text says by question, but for the moment."""
    title, place = reading.title, reading.place
    said = {
        "title": _capital(title.words) if title else fields.get("title", "").partition("\n")[0],
        "where": _capital(place.words) if place else "",
        "agenda": "\n".join(_as_typed(text, point) for point in reading.agenda),
        "access": "\n".join(reading.access),
        "cost": "; ".join(reading.cost),
    }
    return {
        name: value
        for name, value in said.items()
        if value and not (name in _SKIPPABLE and says(services.vocabulary, "skip", value))
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _as_typed(text: str, point: str) -> str:
    """A point of the agenda with the number or bullet it has in the text."""
    for line in text.splitlines():
        before, found, _ = " ".join(line.split()).partition(point)
        if found and (numbered := _NUMBERED.fullmatch(before)):
            return numbered["mark"] + point
    return point


def _with(services: Services, facts: Facts, question: str, value: str, reading: Reading) -> Facts:
    if question == "where":
        online = reading.online.words if reading.online else ""
        return facts.answered("where", address=value, online=online)
    return in_words(services, facts, question, value)


def _without_skipped(services: Services, facts: Facts, fields: Mapping[str, str]) -> Facts:
    """Take "Papers: none" as the answer that it is; a place that is to come is asked for."""
    is_open = services.vocabulary.phrase("to_come").fullmatch
    for name in _SKIPPABLE:
        value = fields.get(name, "")
        if name in fields and says(services.vocabulary, "skip", value):
            to_come = name == "where" and is_open(value) is not None
            facts = facts if to_come else facts.answered(name)
    return facts


def _with_moment(
    services: Services, facts: Facts, fields: Mapping[str, str], reading: Reading
) -> Facts:
    """The facts with when it is, or with why that is open."""
    asks = [ask for ask in reading.asks if ask.reason not in NOT_OF_TIME]
    left = [_open(ask) for ask in asks]
    labelled, _ = understand_when(services, fields.get("when", ""))
    if labelled is not None and labelled.times is Times.OPEN:
        # Asked about, once: a text that is passed on may be older than what its reader knows.
        labelled = None
    if labelled is not None and labelled.rule is not None and not labelled.guessed:
        # Every word of it is understood, also "5 times" and "until March".
        facts, left = timed(facts, labelled, services.time.zone), []
    elif not asks and reading.start is not None:
        known = _once_certain(services, facts, reading)
        facts, left = (facts, [Open("date")]) if known is None else (known, left)
    elif labelled is not None and not labelled.guessed and _is_unfound(asks):
        # Labels of the branch's own, which the vocabulary does not know.
        facts, left = timed(facts, labelled, services.time.zone), []
    if left and reading.length is not None:
        facts = facts.but(minutes=_minutes(reading.length))
    if left:
        facts = facts.but(rule=reading.rule, times=_times_of(reading))
    if reading.doors is not None:
        facts = facts.but(doors=f"{reading.doors:%H:%M}")
    for question, reasons in _WORDS_OPEN.items():
        if question not in facts.done:
            left += [_open(ask) for ask in reading.asks if ask.reason in reasons]
    return facts.but(open=tuple(left))


def _is_unfound(asks: Sequence[Ask]) -> bool:
    """Whether no day and no hour was found at all."""
    return {ask.reason for ask in asks} == _UNFOUND and not any(ask.choices for ask in asks)


def _once_certain(services: Services, facts: Facts, reading: Reading) -> Facts | None:
    """The facts with the start that was read, None where its rule cannot be kept."""
    if reading.start is None:
        return None
    zone = services.time.zone
    start = reading.start.replace(tzinfo=zone).astimezone(UTC)
    if start.astimezone(zone).replace(tzinfo=None) != reading.start:
        # A time that the change of the clocks leaves out.
        return None
    try:
        if reading.rule is not None:
            check_rule(reading.rule, start, zone)
    except BadRule:
        return None
    length = None if reading.length is None else _minutes(reading.length)
    if reading.all_day:
        last = reading.end or reading.start
        length = _minutes(last - reading.start + ONE_DAY)
    return timed(facts, Understood(start, reading.rule, length, times=_times_of(reading)), zone)


def _times_of(reading: Reading) -> Times:
    if reading.all_day:
        return Times.DAYS
    return Times.TO_A_DAY if reading.to_a_day else Times.SET


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


def _open(ask: Ask) -> Open:
    names = tuple(_capital(name) for name in ask.names if len(name) <= MAX_LINE)
    choices = names or tuple(moment.isoformat() for moment in ask.choices)
    return Open(ask.reason, choices, " ".join(ask.words.split()))
