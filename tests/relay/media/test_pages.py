"""Of a paper that comes with a report, what is seen on its pages gets through and nothing else."""

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from media_papers import CANARY, HIDDEN, holds, locked, written
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from relay.media import Accepted, MediaError, Papers, Wanted, clean_file
from relay.media.pages import MAX_BYTES, pages_as_pictures

AS_PICTURES = Wanted(Accepted.RECORDINGS_TOO, papers=Papers.PICTURES)


def drawn(data: bytes, number: int = 0) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(data)[number].render(scale=1).to_pil()
    return picture.convert("L")


def grey(picture: Image.Image, x: int, y: int) -> int:
    """How light a place is: 0 is black."""
    return picture.tobytes()[y * picture.width + x]


def black_square(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"0 g 50 20 50 50 re f")


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_is_gone(hide: Callable[[pikepdf.Pdf], None]) -> None:
    clean = clean_file(written(hide), AS_PICTURES)
    assert not holds(clean.data)
    assert (clean.media_type, clean.pictured) == ("application/pdf", True)
    with pikepdf.open(io.BytesIO(clean.data)) as pdf:
        (page,) = pdf.pages
        assert set(page.obj.keys()) == {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert set(pdf.trailer.keys()) <= {"/Root", "/ID", "/Size", "/Type", "/W", "/Index"} | {
            "/Filter",
            "/Length",
            "/DecodeParms",
        }


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_is_gone_where_words_were_asked_for(
    hide: Callable[[pikepdf.Pdf], None],
) -> None:
    words = Wanted(Accepted.RECORDINGS_TOO, papers=Papers.WORDS)
    assert not holds(clean_file(written(hide), words).data)


def test_a_page_looks_the_same() -> None:
    before, after = written(black_square), pages_as_pictures(written(black_square))
    one, other = drawn(before), drawn(after)
    assert one.size == other.size == (200, 100)
    assert grey(other, 75, 55) < 10
    assert grey(other, 10, 10) > 245


def test_a_page_that_lies_on_its_side_is_upright() -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        black_square(pdf)
        pdf.pages[0].obj.Rotate = 90

    data = written(turned)
    assert drawn(pages_as_pictures(data)).size == drawn(data).size == (100, 200)


def test_there_is_no_text_left() -> None:
    def wrote(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        )
        pdf.pages[0].Contents = pdf.make_stream(f"BT /F 20 Tf 9 9 Td ({CANARY}) Tj ET".encode())

    assert CANARY in pypdfium2.PdfDocument(written(wrote))[0].get_textpage().get_text_range()
    clean = pages_as_pictures(written(wrote))
    assert min(drawn(clean).tobytes()) < 100
    assert not pypdfium2.PdfDocument(clean)[0].get_textpage().get_text_range()


def test_what_is_filled_into_a_form_is_seen() -> None:
    def filled(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(b"0 g 0 0 40 40 re f", Subtype=Name.Form, BBox=Array([0, 0, 40, 40]))
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String("who"),
                V=String(CANARY),
                Rect=Array([50, 20, 90, 60]),
                AP=Dictionary(N=look),
                F=4,
            )
        )
        pdf.pages[0].obj.Annots = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))

    clean = pages_as_pictures(written(filled))
    assert grey(drawn(clean), 70, 60) < 128
    assert not holds(clean)


def test_a_layer_that_is_off_is_not_seen() -> None:
    def layered(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(CANARY)))
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
        )
        pdf.pages[0].obj.Resources = Dictionary(Properties=Dictionary(L=layer))
        pdf.pages[0].Contents = pdf.make_stream(b"/OC /L BDC 0 g 0 0 200 100 re f EMC")

    clean = pages_as_pictures(written(layered))
    assert drawn(clean).getextrema() == (255, 255)
    assert not holds(clean)


def test_locked_papers() -> None:
    with pytest.raises(MediaError) as caught:
        pages_as_pictures(locked(user="secret"))
    assert caught.value.code == "encrypted"
    assert not holds(pages_as_pictures(locked(user="")))


def test_too_many_pages_are_refused() -> None:
    def more(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page()

    assert pages_as_pictures(written(more), max_pages=2)
    with pytest.raises(MediaError) as caught:
        pages_as_pictures(written(more), max_pages=1)
    assert caught.value.code == "too_complex"


def test_a_page_that_claims_to_be_a_field_is_a_picture_like_any_other() -> None:
    def huge(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 1_000_000, 1_000_000])

    assert len(pages_as_pictures(written(huge))) < MAX_BYTES


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "unsupported"), (b"%PDF-1.7\n" + bytes(500), "damaged")]
)
def test_what_is_no_paper_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        pages_as_pictures(data)
    assert caught.value.code == code
