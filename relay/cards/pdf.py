"""Writing a contact card as a PDF: shapes of the fonts where they stand, and the words they say.

The letters are placed by HarfBuzz as on the picture cards, so that every script stands right, and
stay letters: each font is embedded with the shapes that are used (HarfBuzz's subsetter), with a map
back to Unicode, and each line says its text (ISO 32000-1, 9.10 and 14.9.4). Parts are tagged, so
that a screen reader reads them in order (14.8). Nothing says who made it, with what, or when.
"""

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relay.cards.colours import parse_colour, text_on
from relay.cards.contact import (
    HEIGHT,
    QUIET_MODULES,
    WIDTH,
    ContactCard,
    PaperSize,
    lay_out_contact,
    modules,
)
from relay.cards.layout import Box, PlacedText

if TYPE_CHECKING:
    import pikepdf

    from relay.cards.colours import Rgb
    from relay.cards.faces import Face
    from relay.cards.shaping import Line

_MEDIA_DECIMALS = 2
_BLEED = 4.0
_LINKS = {"link": "link", "page": "page_link"}


def contact_card_pdf(card: ContactCard, size: PaperSize) -> bytes:
    """Return a contact card as a PDF. The same card gives the same bytes.

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    import pikepdf

    sheet = lay_out_contact(card)
    pdf = pikepdf.new()
    writer = _Writer(pdf, card, size)
    writer.draw(f"q {writer.zoom:.6f} 0 0 {writer.zoom:.6f} {writer.shift:.3f} 0 cm")
    band, paper = parse_colour(card.colours.band), parse_colour(card.colours.paper)
    for box, colour in ((Box(0, 0, WIDTH, HEIGHT), paper), (sheet.band, band)):
        # A4 is a hair wider than two A5.
        writer.fill(replace(box, left=-_BLEED, right=WIDTH + _BLEED), colour)
    for text in sheet.texts:
        if text.name == "scan":
            writer.code(sheet.code)
        writer.text(text, text_on(band) if text.name == "branch" else text_on(paper))
    writer.draw("Q")
    links = [
        (text.box, getattr(card, _LINKS[text.name]))
        for text in sheet.texts
        if text.name in _LINKS and getattr(card, _LINKS[text.name])
    ]
    writer.finish([(sheet.code, card.link), *links])
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


class _Writer:
    """One page."""

    def __init__(self, pdf: "pikepdf.Pdf", card: ContactCard, size: PaperSize) -> None:
        self._size = size
        self.zoom = size.value[1] / HEIGHT
        self.shift = (size.value[0] - WIDTH * self.zoom) / 2
        self._pdf = pdf
        self._card = card
        self._content: list[str] = []
        self._fonts: dict[Face, dict[int, str]] = {}
        self._tags: list[tuple[str, str]] = []

    def draw(self, operators: str) -> None:
        self._content.append(operators)

    def fill(self, box: Box, colour: "Rgb") -> None:
        """Paint a box, as what is no content (14.8.2.2)."""
        self.draw(f"/Artifact BMC {_ink(colour)} {_rectangle(box)} f EMC")

    def code(self, square: Box) -> None:
        """Paint the code in black on white, whatever the card's colours are."""
        cells = list(modules(self._card.link))
        side = square.width / (cells[0][2] + 2 * QUIET_MODULES)
        self.fill(square, (255, 255, 255))
        self._begin("Figure", self._card.code)
        self.draw(_ink((0, 0, 0)))
        for column, row, _ in cells:
            left = square.left + (column + QUIET_MODULES) * side
            top = square.top + (row + QUIET_MODULES) * side
            # A hair more than a module, so that no printer leaves a gap between two.
            self.draw(_rectangle(Box(left, top, left + side * 1.01, top + side * 1.01)))
        self.draw("f EMC")

    def text(self, text: PlacedText, colour: "Rgb") -> None:
        """Write a paragraph."""
        spoken = " ".join(line.text for line in text.paragraph.lines)
        self._begin("H1" if text.name == "branch" else "P", spoken)
        self.draw(f"{_ink(colour)} BT")
        for line, x, y in text.lines():
            self._line(line, x, y, text.paragraph.size)
        self.draw("ET EMC")

    def _begin(self, role: str, spoken: str) -> None:
        number = len(self._tags)
        self._tags.append((role, spoken))
        self.draw(f"/{role} <</MCID {number}>> BDC")

    def _line(self, line: "Line", x: float, y: float, size: float) -> None:
        said = line.text.encode("utf-16-be").hex()
        self.draw(f"/Span <</ActualText <feff{said}>>> BDC")
        for glyph in line.glyphs:
            face = glyph.face
            names = self._fonts.setdefault(face, {})
            names[glyph.index] = names.get(glyph.index) or glyph.text
            left, bottom = x + glyph.x * size, HEIGHT - y + glyph.y * size
            scale = size * face.font.face.upem / face.units
            font = f"/F{list(self._fonts).index(face)} {scale:.3f} Tf"
            self.draw(f"{font} 1 0 0 1 {left:.3f} {bottom:.3f} Tm <{glyph.index:04x}> Tj")
        self.draw("EMC")

    def finish(self, links: list[tuple[Box, str]]) -> None:
        """Put the page together."""
        import pikepdf
        from pikepdf import Array, Dictionary, Name, String

        pdf = self._pdf
        fonts = {
            f"/F{number}": _font(pdf, face, names)
            for number, (face, names) in enumerate(self._fonts.items())
        }
        page = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, *self._size.value]),
                Contents=pdf.make_stream("\n".join(self._content).encode("ascii")),
                Resources=Dictionary(Font=Dictionary(fonts)),
                StructParents=0,
                Tabs=Name.S,
                Annots=Array([self._link(box, address) for box, address in links]),
            )
        )
        pdf.pages.append(pikepdf.Page(page))
        self._tag(pdf.pages[0].obj)
        pdf.Root.Lang = String(self._card.locale)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(self._card.branch)))

    def _link(self, box: Box, address: str) -> Any:
        from pikepdf import Array, Dictionary, Name, String

        left, right = (
            round(x * self.zoom + self.shift, _MEDIA_DECIMALS) for x in (box.left, box.right)
        )
        bottom, top = (
            round((HEIGHT - y) * self.zoom, _MEDIA_DECIMALS) for y in (box.bottom, box.top)
        )
        return Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([left, bottom, right, top]),
            Border=Array([0, 0, 0]),
            Contents=String(address),
            A=Dictionary(S=Name.URI, URI=String(address)),
        )

    def _tag(self, page: Any) -> None:
        from pikepdf import Array, Dictionary, Name, String

        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        parts = []
        for number, (role, spoken) in enumerate(self._tags):
            part = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=whole, Pg=page, K=number)
            if role == "Figure":
                part.Alt = String(spoken)
            parts.append(pdf.make_indirect(part))
        whole.K = Array(parts)
        root.K = Array([whole])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array(parts)])))
        root.ParentTreeNextKey = 1
        pdf.Root.StructTreeRoot = root


def _font(pdf: "pikepdf.Pdf", face: "Face", names: dict[int, str]) -> Any:
    """A font with the shapes that are used, by their numbers (ISO 32000-1, 9.7)."""
    from pikepdf import Array, Dictionary, Name, String

    base = Name(f"/AAAAAA+{face.name}")
    file = pdf.make_stream(_subset(face, names))
    file.Length1 = len(file.read_bytes())
    per_em = 1000 / face.font.face.upem
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=base,
            Flags=4,
            FontBBox=Array([-1000, -500, 3000, 1500]),
            ItalicAngle=0,
            Ascent=1069,
            Descent=-293,
            CapHeight=714,
            StemV=100,
            FontFile2=file,
        )
    )
    widths = [
        part
        for index in sorted(names)
        for part in (index, Array([round(face.font.get_glyph_h_advance(index) * per_em)]))
    ]
    inner = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=base,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=descriptor,
            W=Array(widths),
            CIDToGIDMap=Name.Identity,
        )
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=base,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([inner]),
            ToUnicode=pdf.make_stream(_to_unicode(names)),
        )
    )


def _subset(face: "Face", names: dict[int, str]) -> bytes:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(set(names))
    return bytes(uharfbuzz.subset(face.font.face, wanted).blob.data)


def _to_unicode(names: dict[int, str]) -> bytes:
    """What each shape says (ISO 32000-1, 9.10.3)."""
    said = [(index, text) for index, text in sorted(names.items()) if text]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Said def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for first in range(0, len(said), 100):
        some = said[first : first + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{index:04x}> <{text.encode('utf-16-be').hex()}>" for index, text in some]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _ink(colour: "Rgb") -> str:
    return " ".join(f"{channel / 255:.4f}" for channel in colour) + " rg"


def _rectangle(box: Box) -> str:
    return f"{box.left:.3f} {HEIGHT - box.bottom:.3f} {box.width:.3f} {box.height:.3f} re"
