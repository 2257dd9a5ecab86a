"""Putting a layout on a canvas, with Pillow; the letters by HarfBuzz."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from relay.cards.card import HEIGHT, WIDTH, Card, DrawnCard, NoticeKind
from relay.cards.colours import Rgb, accent_on, contrast, parse_colour, text_on
from relay.cards.icons import calendar, cross, information, pin, triangle
from relay.cards.layout import FRAME, STRIPE, Box, Layout, PlacedText, lay_out
from relay.cards.shaping import Direction
from relay.media.pictures import CleanPicture

if TYPE_CHECKING:
    from relay.cards.shaping import Line

_ICONS: dict[str, Callable[[int], Image.Image]] = {
    "when": calendar,
    "place": pin,
    "access": information,
}
_NOTICES: dict[NoticeKind, Callable[[int], Image.Image]] = {
    NoticeKind.CHANGED: triangle,
    NoticeKind.CANCELLED: cross,
}
_TOO_ALIKE = 1.2
"""Contrast below which band and paper need a line between them."""
_HATCH = 44


def draw(card: Card) -> DrawnCard:
    """Draw `card`.

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    layout = lay_out(card)
    canvas = _painted(card, layout)
    out = io.BytesIO()
    canvas.save(out, "PNG", compress_level=6)
    return DrawnCard(
        CleanPicture(out.getvalue(), "image/png", WIDTH, HEIGHT),
        {
            "branch": card.branch,
            "title": card.title,
            "when": card.when,
            "place": card.place,
            "access": card.access,
            "notice": card.notice.kind.value if card.notice else "none",
            "word": card.notice.word if card.notice else "",
        },
        layout.cut,
        layout.left_out,
    )


def _painted(card: Card, layout: Layout) -> Image.Image:
    band, paper = parse_colour(card.colours.band), parse_colour(card.colours.paper)
    ink, accent = text_on(paper), accent_on(paper, band)
    canvas = Image.new("RGB", (WIDTH, HEIGHT), paper)
    pen = ImageDraw.Draw(canvas)
    pen.rectangle(_corners(layout.band), fill=band)
    pen.rectangle((0, HEIGHT - STRIPE, WIDTH, HEIGHT), fill=band)
    if contrast(band, paper) < _TOO_ALIKE:
        pen.rectangle((0, layout.band.bottom - 4, WIDTH, layout.band.bottom - 1), fill=ink)
    inks = dict.fromkeys(("title", "when", "place", "access"), ink) | {"branch": text_on(band)}
    icon_inks = dict.fromkeys(_ICONS, accent)
    icons = dict(_ICONS)
    if card.notice is not None and layout.bar is not None:
        inks["notice"] = icon_inks["notice"] = _bar(
            canvas, layout, card.notice.kind, ink=ink, paper=paper
        )
        icons["notice"] = _NOTICES[card.notice.kind]
    for name, box in layout.icons:
        mask = icons[name](round(box.width))
        canvas.paste(icon_inks[name], (round(box.left), round(box.top)), mask)
    for text in layout.texts:
        for line, x, y in text.lines():
            _write(canvas, line, x, y, text.paragraph.size, inks[text.name])
    if card.notice is not None and card.notice.kind is NoticeKind.CANCELLED:
        for text in layout.texts:
            if text.name == "when":
                _strike(pen, text, ink)
    return canvas


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right - 1, box.bottom - 1


def _bar(canvas: Image.Image, layout: Layout, kind: NoticeKind, *, ink: Rgb, paper: Rgb) -> Rgb:
    """The notice's bar; its shape says what it is without colour. Returns the ink on it."""
    assert layout.bar is not None  # noqa: S101 - for the type checker: the caller looked
    pen = ImageDraw.Draw(canvas)
    left, top, right, bottom = _corners(layout.bar)
    if kind is NoticeKind.CANCELLED:
        pen.rectangle((left, top, right, bottom), fill=ink)
        _hatch(canvas, layout, paper)
        return paper
    pen.rectangle((left, top, right, top + FRAME - 1), fill=ink)
    pen.rectangle((left, bottom - FRAME + 1, right, bottom), fill=ink)
    return ink


def _hatch(canvas: Image.Image, layout: Layout, paper: Rgb) -> None:
    """Slanted stripes in what the word leaves of the bar, as on a barrier."""
    assert layout.bar is not None  # noqa: S101 - for the type checker: the caller looked
    word = next((text for text in layout.texts if text.name == "notice"), None)
    free = layout.bar
    if word is not None:
        wide = word.paragraph.width + _HATCH
        if word.reading is Direction.RIGHT_TO_LEFT:
            free = replace(free, right=word.box.right - wide)
        else:
            free = replace(free, left=word.box.left + wide)
    if free.width < _HATCH:
        return
    mask = Image.new("L", (round(free.width) * 2, round(free.height) * 2))
    pen = ImageDraw.Draw(mask)
    for left in range(0, mask.width, _HATCH * 2):
        pen.polygon(
            (
                (left + mask.height, 0),
                (left + mask.height + _HATCH, 0),
                (left + _HATCH, mask.height),
                (left, mask.height),
            ),
            fill=255,
        )
    mask = mask.resize((round(free.width), round(free.height)), Image.Resampling.BOX)
    if word is not None and word.reading is Direction.RIGHT_TO_LEFT:
        mask = mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    canvas.paste(paper, (round(free.left), round(free.top)), mask)


def _strike(pen: ImageDraw.ImageDraw, text: PlacedText, ink: Rgb) -> None:
    size = text.paragraph.size
    for line, x, y in text.lines():
        middle = y - size * 0.28
        pen.rectangle(
            (x + line.left * size, middle - 2, x + line.right * size, middle + 2), fill=ink
        )


def _write(canvas: Image.Image, line: "Line", x: float, y: float, size: float, ink: Rgb) -> None:
    import uharfbuzz

    drawer = uharfbuzz.RasterDraw()
    # HarfBuzz counts upwards: the canvas is turned over and its origin put at the lower edge.
    for glyph in line.glyphs:
        scale = size / glyph.face.units
        drawer.transform = (
            scale,
            0.0,
            0.0,
            scale,
            x + glyph.x * size,
            HEIGHT - y + glyph.y * size,
        )
        drawer.draw_glyph(glyph.face.font, glyph.index)
    image = drawer.render()
    extents = image.extents
    if not extents.width or not extents.height:
        return
    mask = Image.frombuffer(
        "L", (extents.width, extents.height), bytes(image.buffer), "raw", "L", extents.stride, -1
    )
    canvas.paste(ink, (extents.x_origin, HEIGHT - extents.y_origin - extents.height), mask)
