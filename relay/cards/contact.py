"""A card to print: whom to write to in Signal, with a code for a phone's camera. A5, or A4.

Decides where everything stands, in points on A5; A4 is the same, enlarged.
`relay.cards.pdf` writes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from relay.cards.card import Colours
from relay.cards.faces import Weight
from relay.cards.layout import Box, PlacedText
from relay.cards.shaping import Direction, direction_of
from relay.cards.typesetting import Paragraph, Typesetter
from relay.cards.wanted import drawable

WIDTH, HEIGHT = 419.53, 595.28
"""A5 in points: 148 x 210 mm."""
QUIET_MODULES = 4
"""Free of everything round a code, in modules (ISO/IEC 18004:2015, 6.3.8)."""
CODE = 187.0
"""Points across, the quiet zone included: 66 mm, so that a module is 1.3 mm."""

_MARGIN = 34.0
_BAND = 92.0
_LEAST = 0.6
_STEP = 0.04


class PaperSize(Enum):
    """How large the sheet is. The value is its width and height in points (ISO 216)."""

    A5 = (WIDTH, HEIGHT)
    A4 = (595.28, 841.89)


@dataclass(frozen=True)
class ContactCard:
    """What it says, every text ready to be read; an empty one takes no room.

    Attributes:
        branch: the branch's name.
        title: what the card is for, in a few words.
        about: what the bot does.
        scan: what to do with the code.
        link: where the code leads.
        report: how to tell of harm.
        notice: what it is not for.
        page: a sentence with the address of the public page.
        page_link: that address.
        key: a sentence with the fingerprint of the key that the branch signs its posts with.
        code: what the code is, for who hears the card read.
        locale: of its language.
    """

    branch: str
    title: str
    about: str
    scan: str
    link: str
    report: str = ""
    notice: str = ""
    page: str = ""
    page_link: str = ""
    key: str = ""
    code: str = ""
    locale: str = "en-GB"
    colours: Colours = field(default_factory=Colours)


@dataclass(frozen=True)
class Sheet:
    """Where everything on a card stands, in points from its upper left corner, on A5.

    Attributes:
        band: behind the branch's name.
        code: the square of the code, its quiet zone included.
        cut: names of the texts that end in an ellipsis.
        left_out: what no font has, as people see it, each once.
    """

    band: Box
    code: Box
    texts: tuple[PlacedText, ...]
    cut: tuple[str, ...]
    left_out: tuple[str, ...]


# Points to the em, weight, and points above, of each text in its order; the code is before "scan".
_TEXTS = {
    "title": (27.0, Weight.BOLD, 20.0),
    "about": (14.0, Weight.REGULAR, 8.0),
    "scan": (14.0, Weight.BOLD, 6.0),
    "link": (9.0, Weight.REGULAR, 4.0),
    "report": (14.0, Weight.BOLD, 14.0),
    "notice": (12.0, Weight.REGULAR, 6.0),
    "page": (12.0, Weight.REGULAR, 8.0),
    "key": (9.0, Weight.REGULAR, 4.0),
}
SMALLEST = 8.0
"""Points to the em on A5 that no text goes below, unless marks are piled upon its letters."""
_ABOVE_CODE = 12.0


def lay_out_contact(card: ContactCard) -> Sheet:
    """Find the largest sizes at which everything fits; cut only below the smallest."""
    said = {name: str(getattr(card, name)) for name in ("branch", *_TEXTS)}
    cleaned = {name: drawable(text) for name, text in said.items()}
    reading = direction_of(cleaned["title"].text or cleaned["branch"].text)
    setters = {
        name: Typesetter(wanted, _TEXTS.get(name, (0, Weight.BOLD))[1])
        for name, wanted in cleaned.items()
    }
    band = Box(0, 0, WIDTH, _BAND)
    name = _name(setters.pop("branch"), band, reading)
    scale = 1.0
    while True:
        is_last = scale <= _LEAST
        placed, code = _column(setters, scale, reading, lines=2 if is_last else None)
        if is_last or (placed and placed[-1].box.bottom <= HEIGHT - _MARGIN / 2):
            break
        scale -= _STEP
    texts = tuple(text for text in (name, *placed) if text.paragraph.lines)
    return Sheet(
        band,
        code,
        texts,
        tuple(text.name for text in texts if text.paragraph.cut),
        tuple(dict.fromkeys(one for wanted in cleaned.values() for one in wanted.left_out)),
    )


def _name(setter: Typesetter, band: Box, reading: Direction) -> PlacedText:
    room = band.width - 2 * _MARGIN
    paragraph = None
    for size in (28.0, 25.0, 22.0, 19.0, 16.0):
        paragraph = setter.cut(size, room, 2)
        if not paragraph.cut and not paragraph.broken and paragraph.height < band.height - 16:
            break
    assert paragraph is not None  # noqa: S101 - there are sizes
    paragraph = _within(setter, paragraph, room, band.height - 12)
    top = band.top + (band.height - paragraph.height) / 2
    box = Box(_MARGIN, top, WIDTH - _MARGIN, top + paragraph.height)
    return PlacedText("branch", paragraph, box, reading)


def _within(setter: Typesetter, paragraph: Paragraph, room: float, height: float) -> Paragraph:
    """Letters with marks piled upon them may need less than the smallest size."""
    size, lines = paragraph.size, 2
    while paragraph.height > height:
        lines = 1
        size *= 0.9
        paragraph = setter.cut(size, room, lines)
    return paragraph


def _column(
    setters: dict[str, Typesetter], scale: float, reading: Direction, *, lines: int | None
) -> tuple[list[PlacedText], Box]:
    """Everything below the band, one below the other."""
    room, top = WIDTH - 2 * _MARGIN, _BAND
    placed: list[PlacedText] = []
    code = Box(0, 0, 0, 0)
    for name, (largest, _, above) in _TEXTS.items():
        if name == "scan":
            top += _ABOVE_CODE
            left = (WIDTH - CODE) / 2
            code = Box(left, top, left + CODE, top + CODE)
            top = code.bottom
        if not setters[name]:
            continue
        size = max(largest * scale, SMALLEST)
        setter = setters[name]
        paragraph = setter.set(size, room) if lines is None else setter.cut(size, room, lines)
        if lines is not None:
            paragraph = _within(setter, paragraph, room, size * 4)
        top += above
        bottom = top + paragraph.height
        placed.append(
            PlacedText(name, paragraph, Box(_MARGIN, top, WIDTH - _MARGIN, bottom), reading)
        )
        top = bottom
    return placed, code


def modules(link: str) -> Iterator[tuple[int, int, int]]:
    """The dark modules of a link's code: column, row, and how many modules the row has.

    Error correction M: 15 of 100 code words may be lost to a fold or a stain.
    """
    import segno

    matrix = segno.make(link, error="m", micro=False).matrix
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            if dark:
                yield column, row, len(cells)
