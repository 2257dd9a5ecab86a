"""Breaking text into lines that fit, and cutting it only where nothing else helps."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import regex
from uniseg.linebreak import line_break_units

from relay.cards.faces import Weight
from relay.cards.shaping import Line, direction_of, shape_line
from relay.cards.wanted import Wanted, clusters

ELLIPSIS = "…"
# In ems. Lines keep at least this distance even where no letter is tall.
_ABOVE = 0.78
_BELOW = 0.22
_BETWEEN = 0.17
_HAIR = 0.005
_WORTH_KEEPING = 0.6
# Words without a chance of a break, as most are: asking uniseg takes a hundred times as long.
_WHOLE = regex.compile(r"[\p{L}\p{M}\p{N}’'.,:;()\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text broken into lines at a size.

    Attributes:
        size: pixels to the em.
        broken: whether a word had to be broken inside.
        cut: whether it ends in an ellipsis.
    """

    lines: tuple[Line, ...]
    size: float
    broken: bool = False
    cut: bool = False

    @property
    def baselines(self) -> tuple[float, ...]:
        """Of each line, pixels below the top of the paragraph."""
        found: list[float] = []
        bottom = 0.0
        for line in self.lines:
            gap = _BETWEEN * self.size if found else 0.0
            found.append(bottom + gap + max(_ABOVE, line.above) * self.size)
            bottom = found[-1] + max(_BELOW, line.below) * self.size
        return tuple(found)

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last; 0 without lines."""
        if not self.lines:
            return 0.0
        return self.baselines[-1] + max(_BELOW, self.lines[-1].below) * self.size

    @property
    def width(self) -> float:
        """Pixels of the widest line."""
        return max((line.width for line in self.lines), default=0.0) * self.size


class Typesetter:
    """Sets one text in one weight.

    Remembers what it shaped, since the search for a size asks for the same words again and again.
    """

    def __init__(self, wanted: Wanted, weight: Weight) -> None:
        self._weight = weight
        self._base = direction_of(wanted.text)
        text = wanted.text + ELLIPSIS * wanted.shortened
        self._units = _units(text)
        self._shortened = wanted.shortened
        self._shaped: dict[str, Line] = {}

    def __bool__(self) -> bool:
        return bool(self._units)

    def set(self, size: float, width: float) -> Paragraph:
        """Break the text into lines of at most `width` pixels at `size` pixels to the em."""
        room = width / size
        while True:
            texts, broken = self._wrapped(room)
            lines = tuple(self._line(text) for text in texts)
            # Words are measured one by one; beside each other they may take a hair more.
            over = max((line.width for line in lines), default=0.0) - width / size
            if over <= 0:
                return Paragraph(lines, size, broken, cut=self._shortened)
            room -= over + _HAIR

    def balanced(self, size: float, width: float) -> Paragraph:
        """Like `set`, with lines about equally long, and no more of them."""
        widest = self.set(size, width)
        if len(widest.lines) < 2 or widest.broken:
            return widest
        best, low, high = widest, width / 2, width
        while high - low > size / 4:
            middle = (low + high) / 2
            tried = self.set(size, middle)
            if tried.broken or len(tried.lines) > len(widest.lines):
                low = middle
            else:
                best, high = tried, middle
        return best

    def cut(self, size: float, width: float, lines: int) -> Paragraph:
        """Like `set`, with at most `lines` lines; what does not fit becomes an ellipsis."""
        whole = self.set(size, width)
        if len(whole.lines) <= lines:
            return whole
        kept = whole.lines[:lines]
        ending = self._ending(kept[-1].text, width / size)
        return Paragraph((*kept[:-1], ending), size, whole.broken, cut=True)

    def _wrapped(self, room: float) -> tuple[list[str], bool]:
        texts: list[str] = []
        broken = False
        current, used = "", 0.0
        for unit in self._units:
            word = self._line(unit).width
            if current and used + word > room:
                texts.append(current)
                current, used = "", 0.0
            if word > room:
                *full, current = self._broken(unit, room)
                texts += full
                used, broken = self._line(current).width, True
            else:
                current += unit
                used += word
            used += (len(unit) - len(unit.rstrip())) * self._space
        if current.strip():
            texts.append(current)
        return texts, broken

    @cached_property
    def _space(self) -> float:
        together = shape_line("n n", self._weight, self._base).width
        return together - shape_line("nn", self._weight, self._base).width

    def _ending(self, text: str, room: float) -> Line:
        """As much of a line as leaves room for an ellipsis, whole words if that costs little."""
        kept = clusters(text)
        while kept and self._with_ellipsis("".join(kept)).width > room:
            kept.pop()
        fitting = "".join(kept)
        whole_words = fitting.rpartition(" ")[0]
        followed = text[len(fitting) :][:1]
        if followed.strip() and len(whole_words) >= len(fitting) * _WORTH_KEEPING:
            fitting = whole_words
        return self._with_ellipsis(fitting)

    def _with_ellipsis(self, text: str) -> Line:
        return self._line(text.rstrip(" ,،;:–-") + ELLIPSIS)

    def _broken(self, word: str, room: float) -> list[str]:
        parts = [""]
        used = 0.0
        for cluster in clusters(word):
            wide = self._line(cluster).width
            if parts[-1] and used + wide > room:
                parts.append("")
                used = 0.0
            parts[-1] += cluster
            used += wide
        return parts

    def _line(self, text: str) -> Line:
        text = text.strip()
        if text not in self._shaped:
            self._shaped[text] = shape_line(text, self._weight, self._base)
        return self._shaped[text]


def _units(text: str) -> tuple[str, ...]:
    """Cut where a line may end: at spaces, and inside words where UAX #14 lets it."""
    found: list[str] = []
    for word in text.split(" ") if text else ():
        parts = (word,) if _WHOLE.fullmatch(word) else _unhyphenated(line_break_units(word))
        found += parts[:-1]
        found.append(parts[-1] + " ")
    return tuple(found)


def _unhyphenated(units: Iterable[str]) -> tuple[str, ...]:
    """Names with a hyphen kept whole: Y Bont-faen is one place."""
    joined: list[str] = []
    for unit in units:
        if joined and joined[-1][-2:-1].isalpha() and joined[-1].endswith("-"):
            joined[-1] += unit
        else:
            joined.append(unit)
    return tuple(joined)
