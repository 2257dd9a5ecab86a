"""The leaflet to print: it can be scanned and read, on one sheet, in whatever script."""

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.answers import load_answers
from relay.cards import Colours
from relay.cards.contact import HEIGHT, QUIET_MODULES, WIDTH, PaperSize, modules
from relay.cards.leaflet import CODE, SIDES, SMALLEST, Leaflet, lay_out_leaflet, leaflet_pdf
from relay.contact.leaflet import leaflet
from relay.language.words import Words
from relay.settings import Settings

LINK = "https://signal.me/#eu/" + "aB3_-x7Q" * 8
ADMIN = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
ANSWERS = load_answers(None).answers
ARABIC = ("لماذا سيجنال؟", "لأن ما نكتبه لا يقرؤه أحد غيرنا. " * 6)
BENGALI = ("সিগন্যাল কেন?", "কারণ আমরা যা লিখি তা অন্য কেউ পড়ে না। " * 6)


def said(**more: Any) -> Settings:
    values: dict[str, Any] = {
        "signal": {"number": "+447700900000", "link": LINK},
        "web": {"public_url": "https://hackney.example.org"},
        "branches": [{"slug": "hackney", "name": "Hackney branch", "admins": [ADMIN]}],
        "webhook_token": "a" * 64,
        "store_key": "b" * 64,
    }
    return Settings(**(values | more))


def made(**more: Any) -> Leaflet:
    one = leaflet(said(**more), "hackney", Words(), ANSWERS)
    assert one is not None
    return one


def fits(one: Leaflet) -> None:
    """Everything stands on paper, nothing on anything else."""
    layout = lay_out_leaflet(one)
    for number, page in enumerate(layout.pages):
        for text in page:
            assert text.box.left >= 0
            assert text.box.right <= WIDTH
            assert 0 <= text.box.top <= text.box.bottom <= HEIGHT - 10, text.name
            assert text.paragraph.width <= text.box.width + 0.5, text.name
            assert text.name == "branch" or text.paragraph.size >= SMALLEST
        column = [text for text in page if text.name in ("question", "answer", "more")]
        for above, below in pairwise(column):
            assert above.box.bottom <= below.box.top
        if number == 0:
            for text in column:
                assert text.box.top >= layout.code.bottom
            for text in page:
                if text.name in ("title", "begin", "scan"):
                    apart = text.box.right <= layout.code.left or text.box.left >= layout.code.right
                    assert apart


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize("size", PaperSize)
def test_what_is_shipped_is_on_both_sides_of_one_sheet(size: PaperSize) -> None:
    pdf = leaflet_pdf(made(), size)
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == SIDES
    for page in pages:
        assert page.get_size() == pytest.approx(size.value, abs=0.1)
    words = text_of(pdf)
    for answer in ANSWERS:
        assert answer.question in words
        assert answer.short in words
    assert "https://hackney.example.org/answers" in words.replace("https:// ", "https://")
    fits(made())


def test_its_code_is_read_from_paper_and_is_as_large_as_a_phone_needs() -> None:
    seen = pypdfium2.PdfDocument(leaflet_pdf(made(), PaperSize.A5))[0].render(scale=3).to_pil()
    assert [one.text for one in zxingcpp.read_barcodes(seen)] == [LINK]
    cells = next(iter(modules(LINK)))[2] + 2 * QUIET_MODULES
    # 25.4 mm to the inch, 72 points: no module smaller than 1 mm.
    assert CODE / cells * 25.4 / 72 > 1


def test_without_a_page_it_says_what_to_send_to_the_bot() -> None:
    assert "send our bot the word questions" in text_of(leaflet_pdf(made(web={}), PaperSize.A5))


def test_without_a_link_to_the_bot_there_is_none() -> None:
    settings_without = said(signal={"number": "+447700900000"})
    assert leaflet(settings_without, "hackney", Words(), ANSWERS) is None


def test_what_is_to_be_on_no_leaflet_is_on_none(tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "why-signal.toml").write_text(
        'question = "Why Signal?"\nasked = ["why signal"]\nanswer = "Because."\nleaflet = false\n',
        encoding="utf-8",
    )
    one = leaflet(said(), "hackney", Words(), load_answers(tmp_path).answers)
    assert one is not None
    assert "Why Signal?" not in [question for question, _ in one.questions]


def test_long_answers_take_more_pages_and_no_smaller_letters() -> None:
    long = replace(made(), questions=tuple((f"Question {n}?", "word " * 59) for n in range(30)))
    layout = lay_out_leaflet(long)
    assert len(layout.pages) > SIDES
    assert layout.cut == ()
    assert {
        text.paragraph.size for page in layout.pages for text in page if text.name == "answer"
    } == {10.0}
    fits(long)
    words = text_of(leaflet_pdf(long, PaperSize.A5))
    assert all(f"Question {number}?" in words for number in range(30))


def test_a_question_and_its_answer_stay_on_one_page() -> None:
    for count in range(1, 25):
        one = replace(
            made(), questions=tuple((f"Question {n}?", "word " * 50) for n in range(count))
        )
        for page in lay_out_leaflet(one).pages:
            column = [text.name for text in page if text.name in ("question", "answer")]
            assert column[::2] == ["question"] * (len(column) // 2)
            assert column[1::2] == ["answer"] * (len(column) // 2)


@pytest.mark.parametrize("asked", [ARABIC, BENGALI, ("Pam Signal ŵŷ?", "Achos ŵŷâ. " * 20)])
def test_other_scripts_stand_right_and_whole(asked: tuple[str, str]) -> None:
    one = replace(made(), title=asked[0], questions=(asked, *made().questions))
    layout = lay_out_leaflet(one)
    assert layout.left_out == ()
    assert layout.cut == ()
    fits(one)
    starts_right = asked is ARABIC
    assert (layout.code.left < WIDTH / 2) is starts_right


def test_a_screen_reader_gets_headings_paragraphs_and_the_code_in_order() -> None:
    with pikepdf.open(io.BytesIO(leaflet_pdf(made(), PaperSize.A5))) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        roles = [str(part.S) for part in parts]
        assert roles[:5] == ["/H1", "/H2", "/P", "/P", "/Figure"]
        assert roles[5:-1] == ["/H2", "/P"] * len(made().questions)
        assert str(parts[4].Alt)
        pages = [page.obj.objgen for page in pdf.pages]
        assert [part.Pg.objgen for part in parts] == sorted(
            (part.Pg.objgen for part in parts), key=pages.index
        )
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert [int(numbers[at]) for at in range(0, len(numbers), 2)] == [0, 1]
        assert str(pdf.Root.Lang) == "en-GB"


def test_the_same_leaflet_is_the_same_bytes_and_names_nobody() -> None:
    one = leaflet_pdf(made(), PaperSize.A5)
    assert one == leaflet_pdf(made(), PaperSize.A5)
    for told in (ADMIN.encode(), b"447700900000", b"pikepdf", b"CreationDate"):
        assert told not in one


def test_it_has_the_colours_of_the_branch() -> None:
    seen = (
        pypdfium2.PdfDocument(
            leaflet_pdf(replace(made(), colours=Colours("#ff0000", "#00ff00")), PaperSize.A5)
        )[0]
        .render(scale=1)
        .to_pil()
    )
    assert seen.getpixel((3, 3)) == (255, 0, 0)
    assert seen.getpixel((3, 400)) == (0, 255, 0)


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=130),
    st.lists(st.tuples(st.text(max_size=120), st.text(max_size=300)), max_size=12),
)
def test_whatever_is_written_it_fits(name: str, questions: list[tuple[str, str]]) -> None:
    one = replace(made(), branch=name or "x", questions=tuple(questions))
    fits(one)
    assert leaflet_pdf(one, PaperSize.A4).startswith(b"%PDF-")
