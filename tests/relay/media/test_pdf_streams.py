"""What stands in a paper where a font, a table of letters or a function belongs, and is none.

Whatever is copied as it stands could be anything. So it is written anew, or has to look like what
it is taken for.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from media_papers import CANARY, holds, written
from pikepdf import Array, Dictionary, Name

from relay.media import Accepted, Papers, Wanted, clean_file
from relay.media.pdf_cmaps import plain_cmap
from relay.media.pdf_fonts import is_program, plain_calculator

PAPERS = Path(__file__).parents[2] / "papers"
FONT = {"/Type": Name.Font, "/Subtype": Name.TrueType, "/BaseFont": Name.Helvetica}
CMAP = f"""%!PS-Adobe-3.0 Resource-CMap
%%Copyright: {CANARY}
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry ({CANARY}) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{CANARY} def
/Author ({CANARY}) def
1 begincodespacerange
<00><ff>
endcodespacerange
({CANARY}) pop
2 beginbfchar
<01> <0041>
({CANARY})
<02><00420043>
endbfchar
1 beginbfrange
<03> <05> [<0044> <0045> <0046>]
endbfrange
endcmap
""".encode()


def _font(key: str, within: str = "") -> Callable[[pikepdf.Pdf], None]:
    def hide(pdf: pikepdf.Pdf) -> None:
        font = pdf.make_indirect(Dictionary(FONT))
        stream = pdf.make_stream(CANARY.encode() * 2)
        if within:
            font[within] = Dictionary({"/Type": Name.FontDescriptor, key: stream})
        else:
            font[key] = stream
        pdf.pages[0].obj.Resources.Font.F = font

    hide.__name__ = key.strip("/")
    return hide


def _shading(**keys: Any) -> Callable[[pikepdf.Pdf], None]:
    def hide(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        shading = pdf.make_stream(CANARY.encode(), ColorSpace=Name.DeviceRGB, **keys)
        page.Resources.Shading = Dictionary(S=shading)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /S sh")

    return hide


def _function(**keys: Any) -> Callable[[pikepdf.Pdf], None]:
    def hide(pdf: pikepdf.Pdf) -> None:
        data = f"{{ ({CANARY}) pop }} {CANARY}".encode()
        function = pdf.make_stream(data, Domain=Array([0, 1]), Range=Array([0, 1]), **keys)
        space = Array([Name.Separation, Name.Black, Name.DeviceGray, function])
        page = pdf.pages[0].obj
        page.Resources.ColorSpace = Dictionary(C=space)
        page.Contents = pdf.make_stream(b"/C cs 1 scn 0 0 9 9 re f " + page.Contents.read_bytes())

    return hide


HIDDEN = {
    "encoding": _font("/Encoding"),
    "letters": _font("/ToUnicode"),
    "glyphs": _font("/CIDToGIDMap"),
    "TrueType": _font("/FontFile2", "/FontDescriptor"),
    "Type 1": _font("/FontFile", "/FontDescriptor"),
    "CFF": _font("/FontFile3", "/FontDescriptor"),
    "a shading of no kind": _shading(),
    "a shading that is no stream": _shading(ShadingType=2),
    "a calculator": _function(FunctionType=4),
    "samples": _function(FunctionType=0, Size=Array([2]), BitsPerSample=8),
    "no function": _function(FunctionType=2, N=1),
    "a function of no kind": _function(),
}


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_what_it_stands_for_does_not_come_along(
    hide: Callable[[pikepdf.Pdf], None],
) -> None:
    data = written(hide)
    assert holds(data)
    clean = clean_file(data, Wanted(Accepted.PAPERS_TOO, papers=Papers.REBUILT))
    assert not holds(clean.data)


def test_a_cmap_is_written_anew_with_its_tables_alone() -> None:
    plain = plain_cmap(CMAP)
    assert plain is not None
    assert CANARY.encode() not in plain
    assert b"1 begincodespacerange\n<00> <ff>\nend" in plain
    assert b"2 beginbfchar\n<01> <0041>\n<02> <00420043>\nend" in plain
    assert b"1 beginbfrange\n<03> <05> [<0044> <0045> <0046>]\nend" in plain
    assert plain_cmap(plain) == plain


@pytest.mark.parametrize("program", [b"", b"begincmap", b"1 beginbfchar <01> <0041>", b"<" * 99])
def test_what_has_no_tables_is_no_cmap(program: bytes) -> None:
    assert plain_cmap(program) is None


def test_the_cmaps_of_real_makers_lose_no_letter() -> None:
    found = 0
    for paper in sorted(PAPERS.glob("*.pdf")):
        with pikepdf.open(io.BytesIO(paper.read_bytes())) as pdf:
            for one in pdf.objects:
                cmap = one.get("/ToUnicode") if isinstance(one, Dictionary) else None
                if isinstance(cmap, pikepdf.Stream):
                    program = cmap.read_bytes()
                    plain = plain_cmap(program)
                    assert plain is not None
                    assert plain.count(b"<") == program.count(b"<"), paper.name
                    found += 1
    assert found > 10


def test_the_fonts_of_real_makers_are_known() -> None:
    found = 0
    for paper in sorted(PAPERS.glob("*.pdf")):
        with pikepdf.open(io.BytesIO(paper.read_bytes())) as pdf:
            for one in pdf.objects:
                for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                    if isinstance(one, Dictionary) and isinstance(one.get(key), pikepdf.Stream):
                        assert is_program(one[key].read_bytes()), (paper.name, key)
                        found += 1
    assert found > 10


def test_a_calculator_keeps_what_it_calculates_with() -> None:
    program = b"{ % a note\n dup 0.5 mul -1 add exch .25 ge {pop 1} {2 copy} ifelse (words) }"
    expected = b"{ dup 0.5 mul -1 add exch .25 ge { pop 1 } { 2 copy } ifelse }"
    assert plain_calculator(program) == expected
