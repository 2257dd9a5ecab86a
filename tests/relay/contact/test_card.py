"""The card to print: it can be scanned, read, and tells nothing of anybody."""

import io
import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from relay.cards import Colours
from relay.cards.colours import contrast, parse_colour, text_on
from relay.cards.contact import (
    CODE,
    HEIGHT,
    QUIET_MODULES,
    SMALLEST,
    WIDTH,
    ContactCard,
    PaperSize,
    lay_out_contact,
    modules,
)
from relay.cards.layout import Box
from relay.cards.pdf import contact_card_pdf
from relay.cards.wanted import drawable
from relay.contact import contact_card
from relay.language.vocabulary import vocabulary
from relay.language.words import Words, shipped_locales
from relay.settings import Settings

LINK = "https://signal.me/#eu/" + "aB3_-x7Q" * 8
OFFICER = "c2a1d9e4-3b5f-4e6a-8c7d-9e0f1a2b3c4d"
ADMIN = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
NUMBER = "+447700900000"
DPI = 300
NAMES = ("Hackney branch", "Cangen Caerdydd a Bro Morgannwg ŵŷ", "Kangen Łódź", "فرع هاكني", "শাখা")


def said(**more: Any) -> Settings:
    team = {
        "slug": "hackney",
        "name": "Hackney safeguarding team",
        "officers": [{"id": OFFICER, "role": "Welfare officer", "name": "Sam Doe"}],
    }
    values: dict[str, Any] = {
        "signal": {"number": NUMBER, "link": LINK},
        "web": {"public_url": "https://hackney.example.org"},
        "branches": [{"slug": "hackney", "name": "Hackney branch", "admins": [ADMIN]}],
        "safeguarding": {"teams": [team]},
        "webhook_token": "a" * 64,
        "store_key": "b" * 64,
    }
    return Settings(**(values | more))


def card(locale: str = "en-GB", name: str = "Hackney branch") -> ContactCard:
    made = contact_card(said(), "hackney", Words(locale))
    assert made is not None
    return replace(made, branch=name)


def picture(pdf: bytes, dpi: int = DPI) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf)[0]
    drawn: Image.Image = page.render(scale=dpi / 72).to_pil()
    return drawn


def decoded(seen: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(seen)]


def photographed(seen: Image.Image, *, angle: float, width: int) -> Image.Image:
    """As a phone sees it from a table away: turned, seen at a slant, small, soft and grey."""
    small = seen.resize((width, round(seen.height * width / seen.width)), Image.Resampling.BOX)
    around = Image.new("RGB", (small.width * 2, small.height * 2), "#6b645c")
    around.paste(small, (small.width // 2, small.height // 2))
    turned = around.rotate(angle, Image.Resampling.BICUBIC, fillcolor="#6b645c")
    slant = (1, 0.12, -20, 0.05, 1.08, -20, 0.0002, 0.0001)
    tilted = turned.transform(
        turned.size, Image.Transform.PERSPECTIVE, slant, Image.Resampling.BICUBIC
    )
    dimmed = tilted.filter(ImageFilter.GaussianBlur(0.8)).point(lambda value: 40 + value * 0.6)
    out = io.BytesIO()
    dimmed.save(out, "JPEG", quality=40)
    return Image.open(out)


@pytest.mark.parametrize("size", PaperSize)
def test_a_decoder_reads_the_link_from_paper_and_from_a_photograph(size: PaperSize) -> None:
    seen = picture(contact_card_pdf(card(), size))
    assert abs(seen.width - size.value[0] * DPI / 72) <= 1
    assert decoded(seen) == [LINK]
    for angle in (-17, 8, 93):
        assert decoded(photographed(seen, angle=angle, width=640)) == [LINK], angle


def test_the_code_is_large_dark_on_white_and_has_its_quiet_zone_on_every_colour() -> None:
    colours = Colours("#10131a", "#202830")
    seen = picture(contact_card_pdf(replace(card(), colours=colours), PaperSize.A5)).convert("L")
    scale = DPI / 72
    code = lay_out_contact(card()).code
    side = code.width / (next(iter(modules(LINK)))[2] + 2 * QUIET_MODULES)
    # 25.4 mm to the inch, 72 points: no module smaller than 1 mm.
    assert side * 25.4 / 72 > 1
    left, top, right, bottom = (round(edge * scale) for edge in _edges(code))
    whole = seen.crop((left, top, right, bottom))
    quiet = round(QUIET_MODULES * side * scale) - 2
    for strip in (
        (3, 3, whole.width - 3, quiet),
        (3, whole.height - quiet, whole.width - 3, whole.height - 3),
        (3, 3, quiet, whole.height - 3),
        (whole.width - quiet, 3, whole.width - 3, whole.height - 3),
    ):
        assert whole.crop(strip).getextrema() == (255, 255), strip
    inside = whole.crop((quiet, quiet, whole.width - quiet, whole.height - quiet))
    assert inside.getextrema()[0] == 0
    assert decoded(seen) == [LINK]


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


@pytest.mark.parametrize("locale", shipped_locales())
def test_every_language_stands_whole_and_large_enough(locale: str) -> None:
    for name in NAMES:
        made = card(locale, name)
        sheet = lay_out_contact(made)
        assert sheet.left_out == ()
        assert sheet.cut == ()
        assert {text.name for text in sheet.texts} == {
            *("branch", "title", "about", "scan", "link", "report", "notice", "page")
        }
        _stands(made)
        # In points on A5. The link is there to be checked, not typed.
        for text in sheet.texts:
            assert text.paragraph.size >= (SMALLEST if text.name == "link" else 10.5), text.name


def _stands(made: ContactCard) -> None:
    """Nothing leaves the sheet, and nothing meets anything else."""
    sheet = lay_out_contact(made)
    boxes = [text.box for text in sheet.texts] + [sheet.code]
    for text in sheet.texts:
        for line, x, y in text.lines():
            size = text.paragraph.size
            assert x + line.left * size >= 0
            assert x + line.right * size <= WIDTH
            assert y - line.above * size >= text.box.top - 0.51
            assert y + line.below * size <= text.box.bottom + 0.51
    assert all(box.top >= 0 and box.bottom <= HEIGHT for box in boxes)
    for one, other in combinations(boxes, 2):
        assert one.bottom <= other.top + 0.01 or other.bottom <= one.top + 0.01
    assert sheet.code.width == CODE


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=120))
@example("W" * 500)
@example("Branch " * 80)
@example("g\u0302\u0303\u0308\u0323\u0324\u0325" * 40)
@example("\u202e\u2066evil\u2069 gpj.exe")
@example("👩‍👩‍👧‍👦🏳️‍🌈🏴\U000e0067\U000e0062\U000e007f" * 20)
@example("漢字")
@example("<</Type/Action>> BDC ET ) \\ \x00")
def test_whatever_a_branch_is_called_everything_else_stands(name: str) -> None:
    made = card("en-GB", name)
    _stands(made)
    pdf = contact_card_pdf(made, PaperSize.A5)
    assert len(pikepdf.open(io.BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize("locale", shipped_locales())
def test_the_words_can_be_found_copied_and_heard(locale: str) -> None:
    made = card(locale)
    pdf = pikepdf.open(io.BytesIO(contact_card_pdf(made, PaperSize.A5)))
    content = pdf.pages[0].Contents.read_bytes().decode()
    spans = [
        bytes.fromhex(one).decode("utf-16-be")
        for one in re.findall(r"ActualText <feff([0-9a-f]*)>", content)
    ]
    everything = "".join(" ".join(spans).split())
    for text in (made.branch, made.title, made.about, made.scan, made.link, made.report, made.page):
        assert "".join(drawable(text).text.split()) in everything
    assert vocabulary(locale).name("report") in made.report
    document = pdf.Root.StructTreeRoot.K[0]
    assert [str(part.S) for part in document.K] == [
        *("/H1", "/P", "/P", "/Figure", "/P", "/P", "/P", "/P", "/P")
    ]
    (figure,) = (part for part in document.K if part.S == "/Figure")
    assert str(figure.Alt) == made.code
    assert str(pdf.Root.Lang) == locale
    addresses = [str(one.A.URI) for one in pdf.pages[0].Annots]
    assert addresses == [LINK, LINK, "https://hackney.example.org/b/hackney"]


@pytest.mark.parametrize("locale", ["en-GB", "cy", "pl", "tr", "es"])
def test_its_letters_are_letters_for_other_programs_too(locale: str) -> None:
    made = card(locale)
    page = pypdfium2.PdfDocument(contact_card_pdf(made, PaperSize.A4))[0]
    text = "".join(page.get_textpage().get_text_range().split())
    for sentence in (made.branch, made.title, made.about, made.scan, made.report):
        assert "".join(sentence.split()) in text


def test_it_tells_nothing_of_who_made_it_and_is_the_same_each_time() -> None:
    one, other = (contact_card_pdf(card(), PaperSize.A5) for _ in range(2))
    assert one == other
    assert len(one) < 100_000
    pdf = pikepdf.open(io.BytesIO(one))
    assert set(pdf.trailer.Info.keys()) == {"/Title"}
    assert "/Metadata" not in pdf.Root
    whole = b"".join(
        item.read_bytes() if isinstance(item, pikepdf.Stream) else item.unparse()
        for item in pdf.objects
    )
    for secret in (NUMBER, NUMBER[3:], ADMIN, OFFICER, "Sam Doe", "/tmp", "/home", "pikepdf"):
        assert secret.encode() not in whole, secret
    assert not re.search(rb"/(CreationDate|ModDate|Producer|Creator|Author)\b", whole)


def test_text_is_seen_on_every_colour() -> None:
    for colour in ("#3d1a52", "#ffffff", "#808080", "#00aa00", "#ffff00", "#000000"):
        # WCAG 2.2, 1.4.3.
        assert contrast(text_on(parse_colour(colour)), parse_colour(colour)) >= 4.5


def test_there_is_none_without_a_link_and_a_number_only_where_the_branch_wants_it() -> None:
    assert contact_card(said(signal={"number": NUMBER}), "hackney", Words()) is None
    wanted = f"https://signal.me/#p/{NUMBER}"
    made = contact_card(said(signal={"number": NUMBER, "link": wanted}), "hackney", Words())
    assert made is not None
    assert made.link == wanted


@pytest.mark.parametrize(
    "link",
    [
        "https://signal.me/#eu/short",
        "https://signal.group/#CjQKIA",
        "http://signal.me/#eu/" + "a" * 64,
        "https://signal.me.example.org/#eu/" + "a" * 64,
        "https://signal.me/#eu/" + "a" * 64 + "\n",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_link_to_an_account_is_refused(link: str) -> None:
    with pytest.raises(ValueError, match="link to a Signal account"):
        said(signal={"number": NUMBER, "link": link})


def test_where_nobody_reads_reports_the_card_promises_none() -> None:
    made = contact_card(said(safeguarding={}, web={}), "hackney", Words())
    assert made is not None
    assert (made.report, made.notice, made.page) == ("", "", "")
    assert {text.name for text in lay_out_contact(made).texts} == {
        *("branch", "title", "about", "scan", "link")
    }
