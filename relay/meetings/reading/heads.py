"""The head of a forwarded message: who wrote it, when, and about what."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from relay.meetings.reading.dates import find_days
from relay.meetings.reading.lines import Line
from relay.meetings.reading.vocabulary import Vocabulary

_NAMES = ("from", "to", "date", "subject")
_LONGEST = 300
"""Characters of a line of a head that are looked at."""


@dataclass(frozen=True)
class Head:
    """The head.

    Attributes:
        lines: its lines.
        subject: what it names as its subject, half-open, or None.
        written: on which day it was written, or None.
        rows: how many lines of the text it is.
        ends: where it ends within a line, as in a forwarded chat; else 0.
    """

    lines: tuple[Line, ...] = ()
    subject: tuple[int, int] | None = None
    written: date | None = None
    rows: int = 0
    ends: int = 0


@cache
def _fields(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    table = words.tables["forwarded"]
    return {
        name: re.compile(rf"\W{{0,4}}(?:{table[name]})\s?:\s{{0,4}}", re.IGNORECASE)
        for name in _NAMES
    }


@cache
def _whole(words: Vocabulary, name: str) -> re.Pattern[str]:
    return re.compile(words.pattern("forwarded", name), re.IGNORECASE)


def read_head(text: str, rows: list[tuple[int, int]], today: date, words: Vocabulary) -> Head:
    """Read the head of a forwarded mail or chat; without one, nothing.

    Args:
        text: plain.
        rows: its lines, half-open.
        today: when it is read.
        words: the vocabulary.
    """
    for name in ("chat", "wrote"):
        match = _whole(words, name).match(text[:_LONGEST])
        written = None if match is None else _written(match["date"], today, words)
        if match is not None and written is not None and written <= today:
            return Head((Line((0, match.end()), "head"),), None, written, ends=match.end())
    return _mail(text, rows, today, words)


def _mail(text: str, rows: list[tuple[int, int]], today: date, words: Vocabulary) -> Head:
    seen: dict[str, tuple[int, int]] = {}
    lines: list[Line] = []
    number = 0
    for number, (start, end) in enumerate([*rows, (len(text), len(text))]):
        content = text[start : min(end, start + _LONGEST)]
        if not content.strip():
            if len(seen) > 1:
                break
            continue
        if not _whole(words, "head").fullmatch(content.strip()):
            field = _field(content, words, begun=bool(lines))
            if field is None:
                break
            name, length = field
            seen[name] = (start + length, end)
        lines.append(Line((start, end), "head", row=number))
    if not ("from" in seen or "subject" in seen):
        return Head()
    said = text[slice(*seen["date"])] if "date" in seen else ""
    return Head(tuple(lines), seen.get("subject"), _written(said, today, words), number)


def _field(content: str, words: Vocabulary, *, begun: bool) -> tuple[str, int] | None:
    """Which field of a mail's head a line is, and how long its name; a head begins with "From"."""
    for name, pattern in _fields(words).items():
        match = pattern.match(content)
        if match is not None:
            return (name, match.end()) if begun or name == "from" else None
    return None


def _written(said: str, today: date, words: Vocabulary) -> date | None:
    """The day of a stamp; it may be over."""
    days = find_days(said, today.replace(day=1, year=max(1, today.year - 2)), words)
    return next((day.day for day in days if day.day), None)
