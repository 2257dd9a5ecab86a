"""A PDF gets through with its pages and without its past."""

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from media_papers import (
    CANARY,
    DRAWN,
    HIDDEN,
    attached_to_a_page,
    camera_jpeg,
    drawing,
    holds,
    info,
    link,
    locked,
    packed_photograph,
    photograph,
    written,
)
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from relay.media import MediaError, clean_document


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_is_gone_and_the_page_stays(hide: Callable[[pikepdf.Pdf], None]) -> None:
    data = written(hide)
    assert holds(data) or hide is packed_photograph
    clean = clean_document(data).data
    assert not holds(clean)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        assert len(pdf.pages) == 1
        words = pdf.pages[0].Contents.read_bytes().split()
        assert words == b"BT /N0 12 Tf 20 50 Td (AGENDA) Tj ET".split()
        assert "/Info" not in pdf.trailer
        assert "/Metadata" not in pdf.Root


@pytest.mark.parametrize("hide", DRAWN)
def test_what_is_hidden_in_what_is_drawn_is_gone(hide: Callable[[pikepdf.Pdf], None]) -> None:
    data = written(hide)
    clean = clean_document(data)
    assert not holds(clean.data)
    seen = [pypdfium2.PdfDocument(one)[0].render().to_pil() for one in (data, clean.data)]
    assert ImageChops.difference(*seen).convert("L").point(lambda one: one > 90).getbbox() is None


def test_of_what_is_drawn_some_is_hidden_before() -> None:
    """Or the test above would prove nothing."""
    assert sum(holds(written(hide)) for hide in DRAWN) > len(DRAWN) * 2 // 3


@pytest.mark.parametrize("put", [photograph, packed_photograph])
def test_a_photograph_on_a_page_looks_the_same(put: Callable[[pikepdf.Pdf], None]) -> None:
    def drawn(pdf: pikepdf.Pdf) -> None:
        put(pdf)
        pdf.pages[0].Contents = pdf.make_stream(b"q 50 0 0 50 9 9 cm /Im0 Do Q")

    with pikepdf.open(io.BytesIO(clean_document(written(drawn)).data)) as pdf:
        (image,) = pdf.pages[0].images.values()
        cleaned = image.read_raw_bytes()
    assert CANARY.encode() not in cleaned
    before, after = (Image.open(io.BytesIO(jpeg)) for jpeg in (camera_jpeg(), cleaned))
    assert before.tobytes() == after.tobytes()


def test_an_earlier_version_of_the_paper_is_left_behind() -> None:
    """Programs that save by appending leave the first draft in the file."""
    first = written(lambda pdf: None)
    body = b"BT (" + CANARY.encode() + b") Tj ET"
    orphan = b"\n99 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(body), body)
    place = first.rindex(b"startxref")
    data = first[:place] + orphan + first[place:]
    assert CANARY.encode() in data
    assert not holds(clean_document(data).data)


def test_links_and_form_fields_that_people_use_stay() -> None:
    data = written(link(S=Name.URI, URI=String("https://example.org/agenda")))
    assert holds(clean_document(data).data, "https://example.org/agenda")


def test_what_screen_readers_use_stays() -> None:
    def tagged(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = String("en-GB")
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        figure = pdf.make_indirect(Dictionary(S=Name.Figure, Alt=String("A red square")))
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([figure]))

    with pikepdf.open(io.BytesIO(clean_document(written(tagged)).data)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.Root.StructTreeRoot.K[0].Alt) == "A red square"


def test_the_number_that_follows_a_paper_through_its_versions_is_new() -> None:
    data = written(info)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        before = bytes(pdf.trailer.ID[0])
    with pikepdf.open(io.BytesIO(clean_document(data).data)) as pdf:
        assert bytes(pdf.trailer.ID[0]) != before


def test_a_paper_with_a_password_is_refused() -> None:
    with pytest.raises(MediaError) as caught:
        clean_document(locked(user="secret"))
    assert caught.value.code == "encrypted"


def test_a_paper_that_only_forbids_printing_is_cleaned() -> None:
    clean = clean_document(locked(user="")).data
    assert not holds(clean)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unsupported"),
        (b"PK\x03\x04 a word processor's file", "unsupported"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "damaged"),
    ],
)
def test_what_is_no_paper_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        clean_document(data)
    assert caught.value.code == code


def test_a_place_within_the_paper_can_still_be_gone_to() -> None:
    def linked(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page()
        there = Array([pdf.pages[1].obj, Name.XYZ, 0, 50, None])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(CANARY), there])))
        link(S=Name.GoTo, D=String(CANARY))(pdf)

    clean = clean_document(written(linked)).data
    assert not holds(clean)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        (only,) = pdf.pages[0].obj.Annots
        assert only.Dest[0].objgen == pdf.pages[1].obj.objgen


def test_only_the_page_with_something_unseen_becomes_a_picture() -> None:
    def two(pdf: pikepdf.Pdf) -> None:
        drawing(f"BT 1 g /F 12 Tf 10 40 Td ({CANARY}) Tj ET")(pdf)
        pdf.pages.append(pdf.pages[0])
        drawing("BT /F 12 Tf 10 40 Td (SEEN) Tj ET")(pdf)

    clean = clean_document(written(two))
    assert clean.pictured == 1
    pages = pypdfium2.PdfDocument(clean.data)
    said = [page.get_textpage().get_text_range() for page in pages]
    assert ["SEEN" in text for text in said] == [True, False]
    assert not holds(clean.data)


def test_a_paper_of_too_many_parts_is_refused() -> None:
    with pytest.raises(MediaError) as caught:
        clean_document(written(info), max_objects=2)
    assert caught.value.code == "too_complex"


WHOLE = written(attached_to_a_page)


@settings(max_examples=60)
@given(st.data())
def test_a_file_made_to_break_us_is_refused_or_cleaned(data: st.DataObject) -> None:
    broken = bytearray(WHOLE[: data.draw(st.integers(100, len(WHOLE)))])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[place] = data.draw(st.integers(0, 255))
    try:
        clean = clean_document(bytes(broken)).data
    except MediaError:
        return
    assert clean.startswith(b"%PDF-")


def test_what_leads_to_a_page_does_not_keep_what_it_was() -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(200, 100))
        hiding = pdf.pages[1].obj
        hiding.Resources = pdf.pages[0].obj.Resources
        hiding.Contents = pdf.make_stream(f"1 g BT /F 12 Tf 9 9 Td ({CANARY}) Tj ET".encode())
        target = Array([hiding, Name.Fit])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=target)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])

    clean = clean_document(written(build))
    assert clean.pictured == 1
    assert not holds(clean.data)
    with pikepdf.open(io.BytesIO(clean.data)) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert link.Dest[0].objgen == pdf.pages[1].obj.objgen
