"""Texts with styles beside them, and what becomes of the styles when a text is cut or quoted.

A text itself holds no marks: whoever knows nothing of styles has the plain words. Positions are
counted in UTF-16 units, as all of Signal counts them (`BodyRange` in SignalService.proto).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple, Self


class Style(StrEnum):
    """The styles that Signal knows (`TextStyle.Style` of signal-cli; `NONE` is none)."""

    BOLD = "BOLD"
    ITALIC = "ITALIC"
    STRIKETHROUGH = "STRIKETHROUGH"
    SPOILER = "SPOILER"
    MONOSPACE = "MONOSPACE"


class StyleRange(NamedTuple):
    """One style on a part of a text: `start` and `length` in UTF-16 units."""

    start: int
    length: int
    style: Style


class Span(NamedTuple):
    """The same in characters of Python, with its end."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True)
class StyledText:
    """A text and its styles."""

    text: str = field(repr=False)
    styles: tuple[StyleRange, ...] = ()

    @classmethod
    def of_spans(cls, text: str, spans: Iterable[Span]) -> Self:
        """Return a text with styles that are counted in characters; those that touch are one."""
        whole = joined(spans)
        offsets = _offsets(text) if whole else []
        return cls(
            text,
            tuple(
                StyleRange(offsets[one.start], offsets[one.end] - offsets[one.start], one.style)
                for one in whole
            ),
        )

    @property
    def spans(self) -> list[Span]:
        """The styles, counted in characters; what points beyond the text is cut off."""
        if not self.styles:
            return []
        offsets = _offsets(self.text)
        place = {offset: index for index, offset in enumerate(offsets)}
        last = len(self.text)
        found = []
        for start, length, style in self.styles:
            # What points into the middle of a character means all of it.
            begin = place.get(start, place.get(start - 1, last))
            end = place.get(start + length, place.get(start + length + 1, last))
            if 0 <= begin < end:
                found.append(Span(begin, end, style))
        return joined(found)

    def taken(self, part: str) -> "StyledText":
        """Return a text that was cut out of this one, with the styles that its words had.

        Args:
            part: what is left of the text, its end first of all, after a command, a moment or
                marks were taken out of it.
        """
        if not self.styles:
            return StyledText(part)
        at = self.text.rfind(part)
        places = range(at, at + len(part)) if at >= 0 else _places(part, self.text)
        stood = [(place, index) for index, place in enumerate(places) if place is not None]
        moved = []
        for start, end, style in self.spans:
            inside = stood[bisect_left(stood, (start, 0)) : bisect_left(stood, (end, 0))]
            if inside:
                moved.append(Span(inside[0][1], inside[-1][1] + 1, style))
        return StyledText.of_spans(part, moved)

    def within(self, whole: str) -> "StyledText":
        """Return a text that quotes this one, with the styles where its words stand.

        Args:
            whole: perhaps with marks of direction at the ends of lines (`relay.language.bidi`); a
                line that is not in it has its styles no more.
        """
        at = whole.find(self.text)
        if at >= 0:
            return StyledText.of_spans(
                whole, [Span(one.start + at, one.end + at, one.style) for one in self.spans]
            )
        moved, begin, cursor = [], 0, 0
        for line in self.text.splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            end = begin + len(bare)
            at = whole.find(bare, cursor) if bare.strip() else -1
            if at >= 0:
                moved += [
                    Span(max(one.start, begin) - begin + at, min(one.end, end) - begin + at, one[2])
                    for one in self.spans
                    if one.start < end and begin < one.end
                ]
                cursor = at + len(bare)
            begin += len(line)
        return StyledText.of_spans(whole, moved)


def styled_text(text: str | StyledText) -> StyledText:
    """Return a text that may be plain as one with styles."""
    return StyledText(text) if isinstance(text, str) else text


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans with those of one style that touch made one, outermost first."""
    found: list[Span] = []
    for start, end, style in sorted(spans, key=lambda one: (one.style, one.start, one.end)):
        last = found[-1] if found else None
        if last is not None and last.style is style and start <= last.end:
            found[-1] = Span(last.start, max(last.end, end), style)
        elif start < end:
            found.append(Span(start, end, style))
    return sorted(found, key=lambda one: (one.start, -one.end, one.style))


def known_styles(ranges: Iterable[tuple[int | None, int | None, str | None]]) -> list[StyleRange]:
    """Return ranges as they came from elsewhere, without what is none or not known here."""
    found = []
    for start, length, style in ranges:
        name = (style or "").upper()
        if start is not None and start >= 0 and length and length > 0 and name in set(Style):
            found.append(StyleRange(start, length, Style(name)))
    return found


def _offsets(text: str) -> list[int]:
    """Where each character begins, in UTF-16 units, and where the text ends."""
    return list(accumulate([2 if char > "\uffff" else 1 for char in text], initial=0))


def _places(part: str, text: str) -> Sequence[int | None]:
    """Where each character of a part stood in the text, read from its end."""
    places: list[int | None] = []
    cursor = len(text)
    for char in reversed(part):
        if char.isspace():
            here = cursor - 1 if cursor and text[cursor - 1].isspace() else -1
        else:
            here = text.rfind(char, 0, cursor)
        places.append(None if here < 0 else here)
        cursor = cursor if here < 0 else here
    return places[::-1]
