"""A leaflet to print: what people ask, our short answers, and a code by which they find the bot.

Decides where everything stands, in points on A5; A4 is the same, enlarged. It takes as many pages
as it needs: two, the sides of one sheet, if that can be with letters that are not too small.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from relay.cards.card import Colours
from relay.cards.colours import parse_colour, text_on
from relay.cards.contact import HEIGHT, WIDTH, PaperSize
from relay.cards.faces import Weight
from relay.cards.layout import Box, PlacedText
from relay.cards.paper import Paper
from relay.cards.shaping import Direction, direction_of
from relay.cards.typesetting import Typesetter
from relay.cards.wanted import drawable

SIDES = 2
"""Pages that are aimed at: both sides of one sheet."""
SMALLEST = 8.0
"""Points to the em on A5 that no text goes below."""

_MARGIN = 30.0
_BAND = 58.0
CODE = 142.0
"""Points across, the quiet zone included: 50 mm, so that a module is 1 mm."""
_GUTTER = 14.0
_NAME_SIZES = (24.0, 21.0, 18.0, 15.0, 12.0)
_SCALES = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8)
_LOOSE = 1.0
"""Where two pages are not enough, nothing is gained by small letters."""


@dataclass(frozen=True)
class Leaflet:
    """What it says, every text ready to be read; an empty one takes no room.

    Attributes:
        branch: the branch's name.
        title: what it is about.
        begin: how to get going.
        scan: what to do with the code.
        link: where the code leads.
        questions: each with its short answer.
        more: where the whole answers are, and what they are from.
        more_link: that address.
        code: what the code is, for who hears the leaflet read.
        locale: of its language.
    """

    branch: str
    title: str
    begin: str
    scan: str
    link: str
    questions: tuple[tuple[str, str], ...]
    more: str = ""
    more_link: str = ""
    code: str = ""
    locale: str = "en-GB"
    colours: Colours = field(default_factory=Colours)


@dataclass(frozen=True)
class LeafletLayout:
    """Where everything on a leaflet stands, in points from the upper left corner, on A5.

    Attributes:
        band: behind the branch's name, on the first page.
        code: the square of the code on the first page, its quiet zone included.
        pages: the texts of each.
        cut: what ends in an ellipsis, by the names of the texts.
        left_out: what no font has, as people see it, each once.
    """

    band: Box
    code: Box
    pages: tuple[tuple[PlacedText, ...], ...]
    cut: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Text:
    """A text that flows: size at full scale, and the gap above it."""

    name: str
    setter: Typesetter
    reading: Direction
    size: float
    above: float


def lay_out_leaflet(leaflet: Leaflet) -> LeafletLayout:
    """Find the largest letters with which it fits on one sheet; else take more pages."""
    left_out: dict[str, None] = {}

    def text(name: str, said: str, size: float, above: float, weight: Weight) -> _Text:
        wanted = drawable(said)
        left_out.update(dict.fromkeys(wanted.left_out))
        return _Text(name, Typesetter(wanted, weight), direction_of(wanted.text), size, above)

    name = text("branch", leaflet.branch, _NAME_SIZES[0], 0, Weight.BOLD)
    head = [
        text("title", leaflet.title, 20, 14, Weight.BOLD),
        text("begin", leaflet.begin, 10.5, 7, Weight.REGULAR),
        text("scan", leaflet.scan, 10.5, 7, Weight.BOLD),
    ]
    blocks = [
        (
            text("question", question, 11.5, 11, Weight.BOLD),
            text("answer", answer, 10, 2.5, Weight.REGULAR),
        )
        for question, answer in leaflet.questions
    ]
    closing = text("more", leaflet.more, 9.5, 14, Weight.BOLD)
    tried = (_pages(head, [*blocks, (closing,)], scale=scale) for scale in _SCALES)
    found = next((pages for pages in tried if len(pages) <= SIDES), None)
    if found is None:
        found = _pages(head, [*blocks, (closing,)], scale=_LOOSE)
    first, *others = found
    band = Box(0, 0, WIDTH, _BAND)
    pages = ((_name(name, band), *first), *map(tuple, others))
    cut = tuple(one.name for page in pages for one in page if one.paragraph.cut)
    return LeafletLayout(band, _code(head[0].reading), pages, cut, tuple(left_out))


def leaflet_pdf(leaflet: Leaflet, size: PaperSize) -> bytes:
    """Return a leaflet as a PDF. The same leaflet gives the same bytes.

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    layout = lay_out_leaflet(leaflet)
    band, ground = parse_colour(leaflet.colours.band), parse_colour(leaflet.colours.paper)
    paper = Paper(size, leaflet.branch, leaflet.locale)
    for number, texts in enumerate(layout.pages):
        paper.turn_page()
        paper.cover(Box(0, 0, WIDTH, HEIGHT), ground)
        if number == 0:
            paper.cover(layout.band, band)
            paper.link(layout.code, leaflet.link)
        for text in texts:
            is_name = text.name == "branch"
            role = "H1" if is_name else "H2" if text.name in ("title", "question") else "P"
            paper.text(text, text_on(band if is_name else ground), role)
            if text.name == "scan":
                paper.code(layout.code, leaflet.link, leaflet.code)
            if text.name == "more" and leaflet.more_link:
                paper.link(text.box, leaflet.more_link)
    return paper.written()


def _name(name: _Text, band: Box) -> PlacedText:
    room = band.width - 2 * _MARGIN
    for size in _NAME_SIZES:
        paragraph = name.setter.cut(size, room, 2)
        if not paragraph.cut and not paragraph.broken and paragraph.height < band.height - 10:
            break
    lines = 2
    while paragraph.height > band.height - 8:
        # Letters with marks piled upon them may need less than the smallest size.
        size, lines = size * 0.9, 1
        paragraph = name.setter.cut(size, room, lines)
    top = band.top + (band.height - paragraph.height) / 2
    box = Box(_MARGIN, top, WIDTH - _MARGIN, top + paragraph.height)
    return PlacedText(name.name, paragraph, box, name.reading)


def _code(reading: Direction) -> Box:
    """The code, where lines of the title end."""
    top = _BAND + 16
    left = _MARGIN if reading is Direction.RIGHT_TO_LEFT else WIDTH - _MARGIN - CODE
    return Box(left, top, left + CODE, top + CODE)


def _pages(
    head: Sequence[_Text], blocks: Sequence[Sequence[_Text]], *, scale: float
) -> list[list[PlacedText]]:
    """Everything below the band, page by page; what belongs together stays on one."""
    code = _code(head[0].reading)
    beside = WIDTH - 2 * _MARGIN - CODE - _GUTTER
    left = code.right + _GUTTER if code.left == _MARGIN else _MARGIN
    placed, top = _stacked(head, left, left + beside, _BAND, min(scale, 1.0))
    pages, top = [placed], max(top, code.bottom)
    for block in blocks:
        texts, bottom = _stacked(block, _MARGIN, WIDTH - _MARGIN, top, scale)
        if bottom > HEIGHT - _MARGIN and texts:
            pages.append([])
            texts, bottom = _stacked(block, _MARGIN, WIDTH - _MARGIN, _MARGIN / 2, scale)
        pages[-1] += texts
        top = bottom
    return pages


def _stacked(
    texts: Sequence[_Text], left: float, right: float, top: float, scale: float
) -> tuple[list[PlacedText], float]:
    """Some texts, one below the other; and where they end."""
    return _collected(_stack(texts, left, right, top, scale), top)


def _collected(placed: Iterator[PlacedText], top: float) -> tuple[list[PlacedText], float]:
    texts = list(placed)
    return texts, texts[-1].box.bottom if texts else top


def _stack(
    texts: Sequence[_Text], left: float, right: float, top: float, scale: float
) -> Iterator[PlacedText]:
    for text in texts:
        if not text.setter:
            continue
        size = max(text.size * scale, SMALLEST)
        paragraph = text.setter.set(size, right - left)
        top += text.above * scale
        box = Box(left, top, right, top + paragraph.height)
        yield PlacedText(text.name, paragraph, box, text.reading)
        top = box.bottom
