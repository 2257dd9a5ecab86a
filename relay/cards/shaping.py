"""Turning a line of text into glyphs and where they stand, in any script and direction.

Direction is decided by the Unicode Bidirectional Algorithm (python-bidi), letters are joined and
marks placed by HarfBuzz. Both come with their wheels, so a card looks the same on every host.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Any

from relay.cards.faces import Face, Weight, face_for
from relay.cards.wanted import clusters

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NEEDS_REORDERING = frozenset({"R", "AL", "AN"})
_FOLLOWS_ITS_BASE = frozenset({"NSM", "BN"})


class Direction(Enum):
    """Which way a text runs. The value is what python-bidi calls it."""

    LEFT_TO_RIGHT = "L"
    RIGHT_TO_LEFT = "R"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape of a font. `x` and `y` in ems from the start of the baseline, `y` upwards.

    Attributes:
        text: the letters it stands for; empty where another shape stands for them too.
    """

    face: Face
    index: int
    x: float
    y: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line. Lengths in ems: multiply by the size.

    Attributes:
        text: in the order it is read.
        left, right: how far ink or advance reach from the start of the baseline; `left` is never
            above 0.
        above, below: how far ink reaches from the baseline, both counted positive outwards.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    above: float
    below: float

    @property
    def width(self) -> float:
        """From the leftmost ink to the rightmost."""
        return self.right - self.left


def direction_of(text: str) -> Direction:
    """The direction of the first letter that has one (UAX #9, P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT_TO_LEFT:
            return Direction.RIGHT_TO_LEFT
        if kind == "L":
            break
    return Direction.LEFT_TO_RIGHT


def shape_line(text: str, weight: Weight, base: Direction) -> Line:
    """Shape one line.

    Args:
        text: as `relay.cards.wanted.drawable` returns it, in the order it is read.
        weight: of its letters.
        base: of the paragraph that the line was broken from.
    """
    glyphs: list[Glyph] = []
    x = left = right = above = below = 0.0
    for piece, face, backwards in _pieces(_visual(text, base), weight):
        buffer = _shaped(piece, face, backwards)
        said = _said(piece, [info.cluster for info in buffer.glyph_infos])
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            at = x + position.x_offset / face.units
            up = position.y_offset / face.units
            glyphs.append(Glyph(face, info.codepoint, at, up, said.pop(info.cluster, "")))
            extents = face.font.get_glyph_extents(info.codepoint)
            if extents is not None and extents.width:
                left = min(left, at + extents.x_bearing / face.units)
                right = max(right, at + (extents.x_bearing + extents.width) / face.units)
                above = max(above, up + extents.y_bearing / face.units)
                below = max(below, -(up + (extents.y_bearing + extents.height) / face.units))
            x += position.x_advance / face.units
    return Line(text, tuple(glyphs), left, max(right, x), above, below)


def _visual(text: str, base: Direction) -> str:
    """The characters from left to right, brackets mirrored (UAX #9)."""
    if not any(unicodedata.bidirectional(character) in _NEEDS_REORDERING for character in text):
        return text
    from bidi.algorithm import get_display

    return str(get_display(text, base_dir=base.value))


def _pieces(visual: str, weight: Weight) -> Iterator[tuple[str, Face, bool]]:
    """Cut into what one font draws in one direction, each in the order it is read."""
    for backwards, run in groupby(_directions(visual), key=lambda pair: pair[1]):
        characters = [character for character, _ in run]
        spoken = "".join(reversed(characters) if backwards else characters)
        pieces = [
            ("".join(drawn), face)
            for face, drawn in groupby(
                clusters(spoken), key=lambda cluster: face_for(cluster, weight)
            )
        ]
        for piece, face in reversed(pieces) if backwards else pieces:
            if face is not None:
                yield piece, face, backwards


def _directions(visual: str) -> Iterator[tuple[str, bool]]:
    """Each character with whether it is part of a word that runs right to left."""
    own = [unicodedata.bidirectional(character) for character in visual]
    backwards = False
    for at, character in enumerate(visual):
        if own[at] in _FOLLOWS_ITS_BASE:
            # A mark stands after its base, so in a word laid out backwards before it.
            after = next((one for one in own[at:] if one not in _FOLLOWS_ITS_BASE), "")
            backwards = backwards or (after in _RIGHT_TO_LEFT and not _after_a_letter(own, at))
        else:
            backwards = own[at] in _RIGHT_TO_LEFT
        yield character, backwards


def _after_a_letter(own: list[str], at: int) -> bool:
    before = next((one for one in reversed(own[:at]) if one not in _FOLLOWS_ITS_BASE), "")
    return before == "L"


def _said(piece: str, starts: Iterable[int]) -> dict[int, str]:
    """What each cluster of a piece says, by where HarfBuzz says that it starts."""
    known = sorted(set(starts))
    return {
        start: piece[start:end] for start, end in zip(known, [*known[1:], len(piece)], strict=True)
    }


def _shaped(piece: str, face: Face, backwards: bool) -> Any:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(piece)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    uharfbuzz.shape(face.font, buffer)
    return buffer
