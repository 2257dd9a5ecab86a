"""The picture itself."""

import hashlib
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

import relay.cards
from relay.cards import HEIGHT, WIDTH, Card, Colours, Notice, NoticeKind, draw_card
from relay.cards.colours import contrast, parse_colour
from relay.cards.layout import MARGIN, lay_out

FONTS = Path(relay.cards.__file__).parent / "fonts"
CARD = Card(
    "Hackney branch",
    "Members’ social: tŷ, عيد مبارك and 🎉",
    "Thursday 26 November at 7 pm",
    "Old Fire Station, 61 Leswin Road, N16 7NX",
    "Step-free, hearing loop",
)
CHANGED = Notice(NoticeKind.CHANGED, "CHANGED")
CANCELLED = Notice(NoticeKind.CANCELLED, "CANCELLED")
FEW = st.text("gjWŵ (خحقٌّ🎉শ", max_size=12)
HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def card(notice: Notice | None = None, colours: Colours | None = None) -> Card:
    return Card(
        CARD.branch, CARD.title, CARD.when, CARD.place, CARD.access, notice, colours or Colours()
    )


def picture(drawn: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(drawn).picture.data)).convert("RGB")


def counted(part: Image.Image) -> list[tuple[int, tuple[int, int, int]]]:
    """How many pixels have which colour."""
    found = []
    for count, colour in part.getcolors(part.width * part.height) or ():
        assert isinstance(colour, tuple)
        red, green, blue = colour
        found.append((count, (red, green, blue)))
    return found


def test_it_is_a_png_of_the_size_that_previews_show_whole_and_hides_nothing() -> None:
    drawn = draw_card(CARD).picture
    assert (drawn.media_type, drawn.width, drawn.height) == ("image/png", 1200, 630)
    with Image.open(io.BytesIO(drawn.data)) as opened:
        assert (opened.format, opened.size) == ("PNG", (WIDTH, HEIGHT))
        assert opened.info == {}
    assert len(drawn.data) < 300_000


_ELSEWHERE = """
import hashlib, sys
from relay.cards import Card, draw_card
assert not {"PIL", "uharfbuzz", "bidi", "uniseg"} & set(sys.modules), "loaded before it is needed"
print(hashlib.sha256(draw_card(Card(*sys.argv[1:])).picture.data).hexdigest())
"""


def test_the_same_card_gives_the_same_bytes_in_any_process_and_nothing_is_loaded_before() -> None:
    words = (CARD.branch, CARD.title, CARD.when, CARD.place, CARD.access)
    draw_card(card(CANCELLED))
    here = hashlib.sha256(draw_card(CARD).picture.data).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, *words],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "7"},
    )
    assert there.stdout.strip() == here


def test_the_description_has_everything_whole() -> None:
    long = "A very long title " * 40
    drawn = draw_card(Card("Hackney", long, "7 pm", "漢字 Hall", "", CHANGED))
    assert drawn.description == {
        "branch": "Hackney",
        "title": long,
        "when": "7 pm",
        "place": "漢字 Hall",
        "access": "",
        "notice": "changed",
        "word": "CHANGED",
    }
    assert drawn.cut == ("title",)
    assert drawn.left_out == ("漢", "字")
    assert draw_card(CARD).description["notice"] == "none"


@settings(deadline=None, max_examples=12)
@given(HEX, HEX, st.sampled_from([None, CHANGED, CANCELLED]))
def test_every_text_is_drawn_in_a_colour_that_is_read(
    band: str, paper: str, notice: Notice | None
) -> None:
    wanted = card(notice, Colours(band, paper))
    seen = picture(wanted)
    on_band, on_paper = parse_colour(band), parse_colour(paper)
    for text in lay_out(wanted).texts:
        box = text.box
        part = seen.crop((int(box.left), int(box.top), int(box.right) + 1, int(box.bottom) + 1))
        colours = sorted(counted(part), reverse=True)
        background = colours[0][1]
        if text.name == "branch":
            assert background == on_band
        elif text.name != "notice":
            assert background == on_paper
        assert max(contrast(colour, background) for _, colour in colours) >= 4.5


@settings(deadline=None, max_examples=10)
@given(st.tuples(FEW, FEW, FEW, FEW))
def test_ink_is_only_where_the_layout_says(texts: tuple[str, str, str, str]) -> None:
    wanted = Card("Hackney", *texts)
    layout = lay_out(wanted)
    seen = picture(wanted)
    paper = parse_colour(wanted.colours.paper)
    for box in [*(text.box for text in layout.texts), *(box for _, box in layout.icons)]:
        seen.paste(
            paper, (int(box.left) - 1, int(box.top) - 1, int(box.right) + 2, int(box.bottom) + 2)
        )
    body = seen.crop((0, int(layout.band.bottom) + 1, WIDTH, HEIGHT - 16))
    assert body.getcolors() == [(body.width * body.height, paper)]


def test_changed_and_cancelled_are_told_apart_without_colour_and_without_words() -> None:
    def bar(notice: Notice | None) -> Image.Image:
        layout = lay_out(card(CHANGED))
        assert layout.bar is not None
        box = layout.bar
        return picture(card(notice)).convert("L").crop((0, int(box.top), WIDTH, int(box.bottom)))

    def differs(one: Image.Image, other: Image.Image) -> float:
        marked = ImageChops.difference(one, other).point(lambda value: 255 if value > 100 else 0)
        return marked.histogram()[255] / (one.width * one.height)

    plain = bar(None)
    changed = bar(Notice(NoticeKind.CHANGED, ""))
    cancelled = bar(Notice(NoticeKind.CANCELLED, ""))
    assert differs(changed, cancelled) > 0.2
    assert differs(plain, changed) > 0.1
    assert differs(plain, cancelled) > 0.2


def test_a_cancelled_time_is_struck_through() -> None:
    def darkest_row(notice: Notice) -> int:
        when = next(text for text in lay_out(card(notice)).texts if text.name == "when")
        line, x, y = next(when.lines())
        right = int(x + line.right * when.paragraph.size)
        part = (
            picture(card(notice))
            .convert("L")
            .crop((int(x) + 1, int(y - when.paragraph.size), right, int(y)))
        )
        rows = [part.crop((0, row, part.width, row + 1)) for row in range(part.height)]
        return min(max(row.tobytes()) for row in rows)

    assert darkest_row(CANCELLED) < 60
    assert darkest_row(CHANGED) > 200


def test_band_and_paper_of_one_colour_are_still_parted() -> None:
    seen = picture(card(colours=Colours("#808080", "#808080")))
    column = seen.crop((MARGIN // 2, 0, MARGIN // 2 + 1, HEIGHT))
    assert len(column.getcolors() or ()) == 2


def test_a_faulty_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="six hexadecimal digits"):
        draw_card(card(colours=Colours("purple")))


def test_a_card_takes_less_than_150_ms() -> None:
    draw_card(CARD)
    took = []
    for _ in range(5):
        began = time.process_time()
        draw_card(CARD)
        took.append(time.process_time() - began)
    assert min(took) < 0.15


def test_the_fonts_are_small_and_say_under_which_licence_they_come() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 2_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
