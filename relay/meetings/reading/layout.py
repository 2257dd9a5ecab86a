"""The lines of an invitation and what each is about, by its label, its picture or its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from relay.meetings.reading.clock import find_hours
from relay.meetings.reading.dates import find_days
from relay.meetings.reading.heads import Head, read_head
from relay.meetings.reading.lines import POSTCODE, Line, heading_kind, pieces_of
from relay.meetings.reading.references import referenced
from relay.meetings.reading.tables import read_table
from relay.meetings.reading.vocabulary import Vocabulary

_LONGEST_SIGN_OFF = 60
_MOST_AFTER_SIGN_OFF = 5
_MOST_ROWS_AFTER_SIGN_OFF = 20
"""With the empty ones."""

_LONGEST_AFTER_SIGN_OFF = 80
_LONGEST_HEADING = 60
_SHOWN = " !.📌📍"
_NUMBER = re.compile(r"(?<!\S)\d{1,3}\s$")
_LONGEST_NUMBER = 8
_TIMING = re.compile(r"\s?\([^()\n]{0,12}\d[^()\n]{0,12}\)\W{0,3}$")
"""How long or when behind a point: "Stewards (3.45)"."""

_BEGINNING = 30
"""Characters of a point in which a day makes it a date and no business."""


@dataclass(frozen=True)
class Layout:
    """An invitation by its lines.

    Attributes:
        lines: in order, without empty ones.
        subject: where a forwarded mail names its subject, or None.
        written: on which day a forwarded mail was written, or None.
        empty: the kinds of labels behind and below which nothing stands.
    """

    lines: tuple[Line, ...]
    subject: tuple[int, int] | None = None
    written: date | None = None
    empty: frozenset[str] = frozenset()

    def is_left_empty(self, kind: str) -> bool:
        """Whether a label of this kind stands there with nothing behind it, nor below it."""
        return kind in self.empty and not any(one.at[0] < one.at[1] for one in self.of(kind))

    def of(self, kind: str) -> tuple[Line, ...]:
        """Return the lines of a kind, in order."""
        return tuple(line for line in self.lines if line.kind == kind)


def read_layout(text: str, today: date, words: Vocabulary) -> Layout:
    """Divide a plain text into lines and say what each is about.

    Args:
        text: plain.
        today: when it is read.
        words: the vocabulary.
    """
    rows, place = [], 0
    for row in text.split("\n"):
        rows.append((place, place + len(row)))
        place += len(row) + 1
    head = read_head(text, rows, today, words)
    rows = [(max(start, head.ends), end) for start, end in rows if end >= head.ends]
    return _Divider(text, rows, head, today, words).layout()


class _Divider:
    def __init__(
        self,
        text: str,
        rows: list[tuple[int, int]],
        head: Head,
        today: date,
        words: Vocabulary,
    ) -> None:
        self._text, self._rows, self._head = text, rows, head
        self._today, self._words = today, words
        self._lines: list[Line] = list(head.lines)
        self._references = referenced(text, rows)
        self._current = ""
        """What a heading above said that lines are about."""

    def layout(self) -> Layout:
        cells, used = read_table(self._text, self._rows[self._head.rows :], self._words)
        self._lines += cells
        ended = False
        for number, (start, end) in list(enumerate(self._rows))[self._head.rows :]:
            if (start, end) in used:
                continue
            ended = ended or self._is_sign_off(number)
            if not self._text[start:end].strip():
                self._current = self._current if self._current == "agenda" else ""
            elif ended:
                self._lines.append(Line((start, end), "sign-off", row=number))
            elif kind := self._heading(number):
                self._current = kind
                self._lines.append(Line((start, end), "heading", row=number))
            else:
                self._take(number, start, end)
        lines = _with_lists(self._text, self._lines, self._today, self._words)
        lines = _with_head_line(self._text, lines, self._words)
        empty = frozenset(self._left_empty())
        return Layout(tuple(lines), self._head.subject, self._head.written, empty)

    def _left_empty(self) -> Iterator[str]:
        for number, line in enumerate(self._lines):
            content = self._text[slice(*line.at)].strip()
            below = self._lines[number + 1 : number + 2]
            alone = all(one.label or one.kind == "heading" for one in below)
            if line.label and not content:
                yield line.kind
            elif alone and line.kind == "heading" and content.endswith(":"):
                yield heading_kind(content, self._words)

    def _take(self, number: int, start: int, end: int) -> None:
        if chat := _chat(self._words).match(self._text[start:end]):
            self._lines.append(Line((start, start + chat.end()), "head", row=number))
            start += chat.end()
        if number in self._references:
            self._lines.append(
                Line((self._references[number], end), "agenda", row=number, point=True)
            )
            return
        for piece in pieces_of(self._text, start, end, self._words):
            line = replace(piece, row=number)
            if line.point and self._current == "where":
                # The number of a house.
                line = replace(line, at=(start, end), point=False)
            if line.kind:
                self._current = line.kind if line.kind == "agenda" else ""
            elif self._current == "agenda" and not line.point and self._ends_agenda(line):
                self._current = ""
            elif self._current or self._is_address(line):
                line = replace(line, kind=self._current or "where")
            self._lines.append(line)

    def _is_address(self, line: Line) -> bool:
        """Whether a line with a postcode goes on with the place of the line above."""
        last = self._lines[-1] if self._lines else None
        if last is None or last.kind != "where" or last.row != line.row - 1:
            return False
        return POSTCODE.search(self._text[slice(*line.at)]) is not None

    def _heading(self, number: int) -> str:
        """Which kind a line alone announces for those below it."""
        content = self._text[slice(*self._rows[number])].strip()
        if len(content) > _LONGEST_HEADING or number + 1 == len(self._rows):
            return ""
        kind, colon = heading_kind(content, self._words), content.endswith(":")
        if re.search(r"\d", content) or (kind == "title" and not colon):
            return ""
        if kind in ("other", "online", "agenda") and not self._lines:
            # Where it was copied from, or what it is: "Facebook:", "Agenda".
            return ""
        single = kind in ("other", "papers") and not colon and len(content.split()) == 1
        if single and self._current != "where":
            return ""
        return kind

    def _is_sign_off(self, number: int) -> bool:
        """Whether a line takes leave and little follows: a name, a number."""
        content = self._text[slice(*self._rows[number])].strip()
        if number <= self._head.rows or not 0 < len(content) <= _LONGEST_SIGN_OFF:
            return False
        if not _sign_off(self._words).match(content):
            return False
        if any(not hour.bare for hour in find_hours(content, self._words)):
            # "See you there. It starts at 5.30pm": that still says when it is.
            return False
        rows = self._rows[number + 1 :]
        if len(rows) > _MOST_ROWS_AFTER_SIGN_OFF:
            return False
        rest = [line for row in rows if (line := self._text[slice(*row)].strip())]
        short = all(len(line) <= _LONGEST_AFTER_SIGN_OFF for line in rest)
        short = short and not any(find_days(line, self._today, self._words) for line in rest)
        return short and len(rest) <= _MOST_AFTER_SIGN_OFF

    def _ends_agenda(self, line: Line) -> bool:
        """Whether a line without a number ends an agenda: after an empty line, or with a day."""
        if not self._lines:
            return False
        last = self._lines[-1]
        gap = self._text[last.at[1] : line.at[0]].count("\n") > 1
        if gap and last.kind != "heading":
            return True
        listed = any(one.point and one.kind == "agenda" for one in self._lines)
        content = self._text[slice(*line.at)]
        return listed and (gap or bool(find_days(content, self._today, self._words)))


@cache
def _chat(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(words.pattern("forwarded", "chat"), re.IGNORECASE)


@cache
def _sign_off(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(words.pattern("forwarded", "sign_off"), re.IGNORECASE)


def _with_lists(text: str, lines: list[Line], today: date, words: Vocabulary) -> list[Line]:
    """Make a run of two and more points an agenda, where most of them name no day to come."""
    runs: list[list[int]] = []
    for place, line in enumerate(lines):
        if line.point and not line.kind:
            if runs and runs[-1][-1] == place - 1:
                runs[-1].append(place)
            else:
                runs.append([place])
    out = list(lines)
    for run in runs:
        said = [text[slice(*lines[place].at)] for place in run]
        contents = [_TIMING.sub("", one)[:_BEGINNING] for one in said]
        dated = sum(
            any(day.day and not day.role for day in find_days(content, today, words))
            for content in contents
        )
        timed = sum(any(not one.bare for one in find_hours(one, words)) for one in contents)
        listed = len(run) > 1 and dated <= len(run) // 3 and not (dated and timed)
        for place in run:
            kind = "agenda" if listed else ""
            at = lines[place].at
            if len(run) == 1 and (number := _NUMBER.search(text[: at[0]][-_LONGEST_NUMBER:])):
                # Of a house: "12 Mount Street".
                at = (at[0] - len(number.group()), at[1])
            out[place] = replace(lines[place], at=at, kind=kind, point=listed)
    return out


def _with_head_line(text: str, lines: list[Line], words: Vocabulary) -> list[Line]:
    """Take the picture of a house before the first line for show where the place comes later."""
    if not lines or lines[0].kind != "where" or not lines[0].label:
        return lines
    first, rest = lines[0], lines[1:]
    pictured = not re.search(r"\w", text[text.rfind("\n", 0, first.at[0]) + 1 : first.at[0]])
    said = text[slice(*first.at)]
    named = words.regex("places", "venue").search(said) is not None
    occasion = words.regex("places", "event").search(said) is not None and not named
    occasion = (
        occasion or words.regex("titles", "nothing").fullmatch(said.strip(_SHOWN)) is not None
    )
    if not pictured or not (occasion or any(line.kind == "where" for line in rest)):
        return lines
    return [replace(first, kind="", label=False), *rest]
