"""Where everything on a card stands. Decides; draws nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from relay.cards.card import HEIGHT, WIDTH, Card, NoticeKind
from relay.cards.faces import Weight
from relay.cards.fitting import BELOW_TITLE, BETWEEN_DETAILS, DETAILS, fitted
from relay.cards.shaping import Direction, Line, direction_of
from relay.cards.typesetting import Paragraph, Typesetter
from relay.cards.wanted import Wanted, drawable

MARGIN = 56
STRIPE = 16
"""Pixels at the foot in the colour of the band."""
_BAND = 108
_BAR = 100
FRAME = 10
"""Pixels above and below the word of a change."""
_BAR_PADDING = {NoticeKind.CHANGED: FRAME + 4, NoticeKind.CANCELLED: 6}
_ABOVE_BODY = 30
_BELOW_BODY = 26
_ICONS = 64
"""Pixels across that the icons of the details take, the gap beside them included."""
_BESIDE_ICON = 18
_NOTICE_ICON = 66
_HALF_A_CAPITAL = 0.357
"""In ems, of Noto Sans (OS/2 table, sCapHeight 714)."""

# Pixels to the em.
_BRANCH_SIZES = (50, 46, 42, 38)
_NOTICE_SIZES = (60, 56, 52, 48, 44, 40)


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels from the upper left corner of the card."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A paragraph in its box.

    Attributes:
        name: which text of the card: "branch", "title", "when", "place", "access" or "notice".
        reading: at which edge of the box its lines begin.
    """

    name: str
    paragraph: Paragraph
    box: Box
    reading: Direction

    def lines(self) -> Iterator[tuple[Line, float, float]]:
        """Each line with where its baseline starts, pixels from the card's upper left corner."""
        size = self.paragraph.size
        for line, baseline in zip(self.paragraph.lines, self.paragraph.baselines, strict=True):
            if self.reading is Direction.RIGHT_TO_LEFT:
                left = self.box.right - line.right * size
            else:
                left = self.box.left - line.left * size
            # Whole pixels make the edges of the letters crisp.
            yield line, left, round(self.box.top + baseline)


@dataclass(frozen=True, slots=True)
class Layout:
    """A card, ready to be drawn.

    Attributes:
        band: behind the branch's name.
        bar: behind the notice, None without one.
        icons: what stands beside which text: "when", "place", "access" or "notice".
        left_out: what no font has, as people see it, each once.
    """

    band: Box
    bar: Box | None
    texts: tuple[PlacedText, ...]
    icons: tuple[tuple[str, Box], ...]
    left_out: tuple[str, ...]

    @property
    def cut(self) -> tuple[str, ...]:
        """Names of the texts that end in an ellipsis."""
        return tuple(text.name for text in self.texts if text.paragraph.cut)


def lay_out(card: Card) -> Layout:
    """Find the largest sizes at which everything fits; cut only below the smallest."""
    asked = {
        "branch": card.branch,
        "title": card.title,
        "when": card.when,
        "place": card.place,
        "access": card.access,
        "notice": card.notice.word if card.notice else "",
    }
    cleaned = _whole({name: drawable(text) for name, text in asked.items()}, card.plain)
    reading = direction_of(cleaned["title"].text or cleaned["branch"].text)
    setters = {
        name: Typesetter(wanted, Weight.REGULAR if name in ("place", "access") else Weight.BOLD)
        for name, wanted in cleaned.items()
    }
    band = Box(0, 0, WIDTH, _BAND)
    bar = Box(0, _BAND, WIDTH, _BAND + _BAR) if card.notice else None
    texts = [_one_liner("branch", setters["branch"], _inside(band, 8), _BRANCH_SIZES, reading)]
    icons: list[tuple[str, Box]] = []
    if card.notice is not None and bar is not None:
        words, icon = _beside_icon(_inside(bar, _BAR_PADDING[card.notice.kind]), reading)
        texts.append(_one_liner("notice", setters["notice"], words, _NOTICE_SIZES, reading))
        icons.append(("notice", icon))
    top = (bar or band).bottom + _ABOVE_BODY
    body = Box(MARGIN, top, WIDTH - MARGIN, HEIGHT - STRIPE - _BELOW_BODY)
    said = {name: setters[name] for name in ("title", *DETAILS) if setters[name]}
    placed, beside = _body(said, body, reading)
    return Layout(
        band,
        bar,
        tuple(text for text in (*texts, *placed) if text.paragraph.lines),
        (*icons, *beside),
        tuple(dict.fromkeys(one for wanted in cleaned.values() for one in wanted.left_out)),
    )


def _whole(cleaned: dict[str, Wanted], plain: str) -> dict[str, Wanted]:
    """Replace a title that lacks letters, and leave out the details that do.

    A picture says nothing rather than half of it: the text beside it has all. An emoji that is
    missing is no loss.
    """
    kept = dict(cleaned)
    for name in ("title", "place", "access"):
        if cleaned[name].lacks_letters:
            instead = drawable(plain).text if name == "title" else ""
            kept[name] = replace(cleaned[name], text=instead, shortened=False)
    return kept


def _inside(box: Box, padding: float) -> Box:
    return Box(box.left + MARGIN, box.top + padding, box.right - MARGIN, box.bottom - padding)


def _beside_icon(box: Box, reading: Direction) -> tuple[Box, Box]:
    """Room for the notice's word, and a square where the line begins."""
    top = box.top + (box.height - _NOTICE_ICON) / 2
    bottom = top + _NOTICE_ICON
    if reading is Direction.RIGHT_TO_LEFT:
        icon = Box(box.right - _NOTICE_ICON, top, box.right, bottom)
        return replace(box, right=icon.left - 24), icon
    icon = Box(box.left, top, box.left + _NOTICE_ICON, bottom)
    return replace(box, left=icon.right + 24), icon


def _one_liner(
    name: str, setter: Typesetter, box: Box, sizes: tuple[int, ...], reading: Direction
) -> PlacedText:
    """In one line while that is readable, else in two; its capitals halfway up the box."""
    for size in sizes:
        paragraph = setter.set(size, box.width)
        if len(paragraph.lines) <= 1 and paragraph.height <= box.height:
            break
    else:
        paragraph = _shrunk(setter, box, sizes[-1])
    top = box.top + (box.height - paragraph.height) / 2
    if len(paragraph.lines) == 1:
        middle = (box.top + box.bottom) / 2
        level = middle + paragraph.size * _HALF_A_CAPITAL - paragraph.baselines[0]
        top = min(max(level, box.top), box.bottom - paragraph.height)
    inside = replace(box, top=top, bottom=top + paragraph.height)
    return PlacedText(name, paragraph, inside, reading)


def _shrunk(setter: Typesetter, box: Box, smallest: float) -> Paragraph:
    size = smallest * 0.9
    paragraph = setter.cut(size, box.width, 2)
    while paragraph.height > box.height:
        paragraph = setter.cut(size, box.width, 1)
        size *= 0.9
    return paragraph


def _body(
    setters: dict[str, Typesetter], body: Box, reading: Direction
) -> tuple[list[PlacedText], list[tuple[str, Box]]]:
    """The title in the middle of what the details leave, the details at the foot."""
    column, beside = _without_icons(body, reading)
    room = dict.fromkeys(DETAILS, column.width) | {"title": body.width}
    paragraphs = fitted(setters, room, body.height)
    texts: list[PlacedText] = []
    icons: list[tuple[str, Box]] = []
    bottom = body.bottom
    for name in reversed(DETAILS):
        if name not in paragraphs:
            continue
        paragraph = paragraphs[name]
        box = Box(column.left, bottom - paragraph.height, column.right, bottom)
        texts.insert(0, PlacedText(name, paragraph, box, reading))
        icons.insert(0, (name, _icon(paragraph, box.top, beside, reading)))
        bottom = box.top - BETWEEN_DETAILS
    if "title" in paragraphs:
        paragraph = paragraphs["title"]
        lowest = bottom + BETWEEN_DETAILS - BELOW_TITLE if texts else bottom
        top = body.top + max(0.0, (lowest - body.top - paragraph.height) / 2)
        box = Box(body.left, top, body.right, top + paragraph.height)
        texts.insert(0, PlacedText("title", paragraph, box, reading))
    return texts, icons


def _without_icons(body: Box, reading: Direction) -> tuple[Box, Box]:
    """The column of the details, and the one of their icons where a line begins."""
    if reading is Direction.RIGHT_TO_LEFT:
        edge = body.right - _ICONS
        return replace(body, right=edge), replace(body, left=edge)
    edge = body.left + _ICONS
    return replace(body, left=edge), replace(body, right=edge)


def _icon(paragraph: Paragraph, top: float, column: Box, reading: Direction) -> Box:
    """A square beside the first line, level with its capitals."""
    side = round(min(_ICONS - _BESIDE_ICON, paragraph.size * 0.86))
    middle = top + paragraph.baselines[0] - paragraph.size * _HALF_A_CAPITAL
    aside = (_ICONS - _BESIDE_ICON - side) / 2
    if reading is Direction.RIGHT_TO_LEFT:
        left = column.right - side - aside
    else:
        left = column.left + aside
    return Box(left, middle - side / 2, left + side, middle + side / 2)
