"""Papers as people's programs make them, with marks of who wrote them and took their pictures.

The files are made by `tests/papers/make.py`, which says what they hold.
"""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from makers import MARKS as FOUND
from makers import PAPERS
from media_papers import unpacked
from PIL import Image, ImageChops, ImageStat

from relay.media import Accepted, Papers, Wanted, clean_file, cleaned

MARKS = tuple(FOUND.values())
MAKERS = (
    *("ReportLab", "LibreOffice", "Writer", "Skia", "Chromium", "pdfTeX", "TeX Live", "cairo"),
    *("Ghostscript", "fpdf2", "img2pdf", "Exif", "CreationDate", "ModDate"),
)
PICTURES_ONLY = {"img2pdf", "img2pdf-jpx"}
BYTES = {paper: paper.read_bytes() for paper in PAPERS}
NAMES = [paper.stem for paper in PAPERS]


def found(data: bytes, *words: str) -> list[str]:
    everything = data + unpacked(data)
    return [
        word
        for word in words
        if any(form in everything for form in (word.encode(), word.encode("utf-16-be")))
    ]


def drawn(data: bytes) -> list[Image.Image]:
    pages = pypdfium2.PdfDocument(data)
    return [page.render(scale=1).to_pil().convert("L") for page in pages]


def said(data: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(data)
    return [word for page in pages for word in page.get_textpage().get_text_range().split()]


def test_there_is_a_paper_of_each_maker() -> None:
    assert set(NAMES) == {"cairo", "chromium", "fpdf2", "ghostscript", "libreoffice", "pdftex"} | {
        "qpdf",
        "reportlab",
        *PICTURES_ONLY,
    }
    marked = [paper.stem for paper in PAPERS if found(paper.read_bytes(), *MARKS)]
    assert len(marked) >= 6
    assert all(found(paper.read_bytes(), *MAKERS) for paper in PAPERS if "img2" not in paper.stem)


@pytest.mark.parametrize("papers", list(Papers))
@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_no_mark_gets_through_and_the_pages_look_the_same(paper: Path, papers: Papers) -> None:
    data = paper.read_bytes()
    clean = clean_file(data, Wanted(Accepted.PAPERS_TOO, papers=papers))
    assert found(clean.data, *MARKS, *MAKERS) == []
    before, after = drawn(data), drawn(clean.data)
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        # The edges of links, drawn by some, are gone; nothing else may be.
        difference = ImageChops.difference(one, other.resize(one.size))
        assert ImageStat.Stat(difference).mean[0] < 1.5


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
async def test_words_can_still_be_selected(paper: Path) -> None:
    """In the process that can open nothing, as it is done for everybody."""
    data = BYTES[paper]
    clean = await cleaned(data, Wanted(Accepted.PAPERS_TOO))
    assert not clean.pictured
    # What is filled into a form has become words as well.
    assert set(said(data)) <= set(said(clean.data))
    assert bool(said(clean.data)) == (paper.stem not in PICTURES_ONLY)


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_of_a_paper_whose_words_were_asked_for_only_those_come_along(paper: Path) -> None:
    clean = clean_file(paper.read_bytes(), Wanted(Accepted.PAPERS_TOO, papers=Papers.WORDS))
    assert set(said(paper.read_bytes())) <= set(said(clean.data))
    with pikepdf.open(io.BytesIO(clean.data)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
    assert found(clean.data, "A gradient") == []


def test_a_screen_reader_still_knows_what_a_browser_wrote() -> None:
    (paper,) = (paper for paper in PAPERS if paper.stem == "chromium")
    clean = clean_file(paper.read_bytes(), Wanted(Accepted.PAPERS_TOO)).data
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        kinds, waiting = [], [pdf.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop()
            if not isinstance(element, pikepdf.Dictionary):
                continue
            kinds.append((str(element.get("/S")), str(element.get("/Alt", ""))))
            waiting += list(element.get("/K", []))
    assert ("/Figure", "A gradient") in kinds
    assert {"/H1", "/P", "/Table", "/TH"} <= {kind for kind, _ in kinds}
