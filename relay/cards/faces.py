"""The fonts that cards are set in: which one draws which character."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "fonts"
_ENLARGED = {"NotoSansArabic": 1.15}
"""Arabic letters are drawn smaller in their square than Latin ones of the same size."""
# Scripts with one weight stand in both. The first that has a character draws it.
_OTHER_SCRIPTS = ("Hebrew", "Bengali", "Devanagari", "Gurmukhi", "Gujarati", "Tamil")


class Weight(Enum):
    """How heavy the letters are."""

    REGULAR = "Regular"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file, loaded.

    Attributes:
        name: of the file, without its ending.
        font: for HarfBuzz.
        units: font units to the em, fewer in a font that is drawn enlarged.
        covered: the code points it can draw.
    """

    name: str
    font: Any = field(repr=False)
    units: float
    covered: frozenset[int] = field(repr=False)

    def draws(self, cluster: str) -> bool:
        """Whether it has every character of `cluster`."""
        return all(ord(character) in self.covered for character in cluster)


@cache
def faces(weight: Weight) -> tuple[Face, ...]:
    """The fonts of a weight, in the order in which they are asked."""
    return tuple(_load(name) for name in _names(weight))


def _names(weight: Weight) -> Iterator[str]:
    yield f"NotoSans-{weight.value}"
    yield f"NotoSansArabic-{weight.value}"
    for script in _OTHER_SCRIPTS:
        yield f"NotoSans{script}-Bold"
    yield "NotoEmoji-Bold"


@cache
def _load(name: str) -> Face:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_FOLDER / f"{name}.ttf")))
    units = face.upem / _ENLARGED.get(name.partition("-")[0], 1.0)
    return Face(name, uharfbuzz.Font(face), units, frozenset(face.unicodes))


@lru_cache(maxsize=4096)
def face_for(cluster: str, weight: Weight) -> Face | None:
    """The font that draws all of `cluster`, or None."""
    return next((face for face in faces(weight) if face.draws(cluster)), None)
