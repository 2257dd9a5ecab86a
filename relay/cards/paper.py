"""Writing sheets as a PDF: shapes of the fonts where they stand, and the words they say.

The letters are placed by HarfBuzz as on the picture cards, so that every script stands right, and
stay letters: each font is embedded with the shapes that are used (HarfBuzz's subsetter), with a map
back to Unicode, and each line says its text (ISO 32000-1, 9.10 and 14.9.4). Parts are tagged, so
that a screen reader reads them in order (14.8). Nothing says who made it, with what, or when.
"""

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from relay.cards.contact import HEIGHT, QUIET_MODULES, WIDTH, PaperSize, modules
from relay.cards.layout import Box, PlacedText

if TYPE_CHECKING:
    import pikepdf

    from relay.cards.colours import Rgb
    from relay.cards.faces import Face
    from relay.cards.shaping import Line

_MEDIA_DECIMALS = 2
_BLEED = 4.0


@dataclass
class _Sheet:
    """What is on one page: operators, tags by their numbers, links."""

    content: list[str] = field(default_factory=list)
    tags: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)


class Paper:
    """A document whose pages have one size; positions are points on A5, which A4 enlarges.

    Args:
        size: of the sheet.
        title: of the document.
        locale: of its language.
    """

    def __init__(self, size: PaperSize, title: str, locale: str) -> None:
        self._size = size
        self._title = title
        self._locale = locale
        self._zoom = size.value[1] / HEIGHT
        self._shift = (size.value[0] - WIDTH * self._zoom) / 2
        self._sheets: list[_Sheet] = []
        self._fonts: dict[Face, dict[int, str]] = {}

    def turn_page(self) -> None:
        """Begin the next page; also the first."""
        self._sheets.append(_Sheet())
        self._draw(f"q {self._zoom:.6f} 0 0 {self._zoom:.6f} {self._shift:.3f} 0 cm")

    def _draw(self, operators: str) -> None:
        self._sheets[-1].content.append(operators)

    def cover(self, box: Box, colour: "Rgb") -> None:
        """Paint a box to both edges of the sheet: A4 is a hair wider than two A5."""
        self.fill(replace(box, left=-_BLEED, right=WIDTH + _BLEED), colour)

    def fill(self, box: Box, colour: "Rgb") -> None:
        """Paint a box, as what is no content (14.8.2.2)."""
        self._draw(f"/Artifact BMC {_ink(colour)} {_rectangle(box)} f EMC")

    def code(self, square: Box, link: str, says: str) -> None:
        """Paint a link's code in black on white, whatever the colours are.

        Args:
            square: its quiet zone included.
            link: where it leads.
            says: what it is, for who hears the sheet read.
        """
        cells = list(modules(link))
        side = square.width / (cells[0][2] + 2 * QUIET_MODULES)
        self.fill(square, (255, 255, 255))
        self._begin("Figure", says)
        self._draw(_ink((0, 0, 0)))
        for column, row, _ in cells:
            left = square.left + (column + QUIET_MODULES) * side
            top = square.top + (row + QUIET_MODULES) * side
            # A hair more than a module, so that no printer leaves a gap between two.
            self._draw(_rectangle(Box(left, top, left + side * 1.01, top + side * 1.01)))
        self._draw("f EMC")

    def text(self, text: PlacedText, colour: "Rgb", role: str = "P") -> None:
        """Write a paragraph.

        Args:
            text: where it stands.
            colour: of its letters.
            role: what it is: `H1`, `H2` or `P`.
        """
        spoken = " ".join(line.text for line in text.paragraph.lines)
        self._begin(role, spoken)
        self._draw(f"{_ink(colour)} BT")
        for line, x, y in text.lines():
            self._line(line, x, y, text.paragraph.size)
        self._draw("ET EMC")

    def link(self, box: Box, address: str) -> None:
        """Let a box lead to an address."""
        self._sheets[-1].links.append((box, address))

    def written(self) -> bytes:
        """Return the document. The same pages give the same bytes."""
        import pikepdf
        from pikepdf import Dictionary, String

        pdf = pikepdf.new()
        fonts = {
            f"/F{number}": _font(pdf, face, names)
            for number, (face, names) in enumerate(self._fonts.items())
        }
        for number, sheet in enumerate(self._sheets):
            sheet.content.append("Q")
            self._put(pdf, sheet, Dictionary(fonts), number)
        self._tag(pdf)
        pdf.Root.Lang = String(self._locale)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(self._title)))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()

    def _begin(self, role: str, spoken: str) -> None:
        tags = self._sheets[-1].tags
        self._draw(f"/{role} <</MCID {len(tags)}>> BDC")
        tags.append((role, spoken))

    def _line(self, line: "Line", x: float, y: float, size: float) -> None:
        said = line.text.encode("utf-16-be").hex()
        self._draw(f"/Span <</ActualText <feff{said}>>> BDC")
        for glyph in line.glyphs:
            face = glyph.face
            names = self._fonts.setdefault(face, {})
            names[glyph.index] = names.get(glyph.index) or glyph.text
            left, bottom = x + glyph.x * size, HEIGHT - y + glyph.y * size
            scale = size * face.font.face.upem / face.units
            font = f"/F{list(self._fonts).index(face)} {scale:.3f} Tf"
            self._draw(f"{font} 1 0 0 1 {left:.3f} {bottom:.3f} Tm <{glyph.index:04x}> Tj")
        self._draw("EMC")

    def _put(self, pdf: "pikepdf.Pdf", sheet: _Sheet, fonts: Any, number: int) -> None:
        import pikepdf
        from pikepdf import Array, Dictionary, Name

        page = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, *self._size.value]),
                Contents=pdf.make_stream("\n".join(sheet.content).encode("ascii")),
                Resources=Dictionary(Font=fonts),
                StructParents=number,
                Tabs=Name.S,
                Annots=Array([self._annotation(box, address) for box, address in sheet.links]),
            )
        )
        pdf.pages.append(pikepdf.Page(page))

    def _annotation(self, box: Box, address: str) -> Any:
        from pikepdf import Array, Dictionary, Name, String

        left, right = (
            round(x * self._zoom + self._shift, _MEDIA_DECIMALS) for x in (box.left, box.right)
        )
        bottom, top = (
            round((HEIGHT - y) * self._zoom, _MEDIA_DECIMALS) for y in (box.bottom, box.top)
        )
        return Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([left, bottom, right, top]),
            Border=Array([0, 0, 0]),
            Contents=String(address),
            A=Dictionary(S=Name.URI, URI=String(address)),
        )

    def _tag(self, pdf: "pikepdf.Pdf") -> None:
        from pikepdf import Array, Dictionary, Name, String

        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        everything, by_page = [], []
        for number, sheet in enumerate(self._sheets):
            parts = []
            for place, (role, spoken) in enumerate(sheet.tags):
                part = Dictionary(
                    Type=Name.StructElem,
                    S=Name(f"/{role}"),
                    P=whole,
                    Pg=pdf.pages[number].obj,
                    K=place,
                )
                if role == "Figure":
                    part.Alt = String(spoken)
                parts.append(pdf.make_indirect(part))
            everything += parts
            by_page += [number, Array(parts)]
        whole.K = Array(everything)
        root.K = Array([whole])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(by_page)))
        root.ParentTreeNextKey = len(self._sheets)
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
