"""Cards as a phone shows them, 360 pixels wide: 200 titles of the kinds that branches write."""

import random
from collections.abc import Iterator
from itertools import combinations

import pytest

from relay.cards import HEIGHT, WIDTH, Card, Colours, Notice, NoticeKind, draw_card
from relay.cards.colours import contrast, parse_colour, text_on
from relay.cards.layout import Layout, lay_out
from relay.cards.shaping import Direction
from relay.cards.wanted import drawable

PHONE = 360 / WIDTH
LEAST = 10.0
"""Pixels to the em on a phone 360 wide; what matters most, the time, has more."""
LEAST_WHEN = 12.0

WORDS = {
    "en": "Annual general meeting rent strike housing surgery for tenants and residents of",
    "cy": "Cyfarfod cyffredinol blynyddol cangen Llanfairpwllgwyngyll tŷ gŵyl dŵr yng Nghymru",
    "pl": "Walne zebranie oddziału mieszkańców żółć źdźbło łączności świętowanie wspólnoty",
    "tr": "Yıllık olağan toplantı kiracılar için İstanbul şube görüşmesi çağrı güçbirliği",
    "ar": "الاجتماع السنوي العام للمستأجرين في فرع هاكني لقاء السكن والإيجار",
    "ur": "سالانہ عام اجلاس کرایہ داروں کے لیے ہیکنی شاخ میں رہائش کی مدد",
    "bn": "বার্ষিক সাধারণ সভা ভাড়াটিয়াদের জন্য হ্যাকনি শাখায় আবাসন পরামর্শ",
}
WHENS = (
    "Thursday 26 November at 7 pm",
    "Thursday 26 November, time to be confirmed",
    "Friday 4 December at 10 am until Sunday 6 December at 4 pm",
    "Wednesday 30 September 2026 at 7.30 pm until 9.30 pm, doors open at 6.45 pm",
    "Every second Tuesday of the month at 6.30 pm until 8 pm. Next: Tuesday 8 December at 7 pm",
)
PLACES = ("Place to be announced", "Hackney Town Hall, Mare Street, London E8 1EA, and online", "")
ACCESS = ("Step-free. Hearing loop. BSL. Childcare if you ask by Monday.", "")
NOTICES = (None, Notice(NoticeKind.CHANGED, "Moved from Thursday 26 November at 7 pm"))
HOSTILE = (
    "\u202eevil\u202c \u2066title\u2069",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305a\u0300\u0301\u0302\u0303lgo " * 20,
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 " * 30,
    "W" * 500,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 8,
    "a\nb\n\n\nc\u2028d\x00\x1b[31m",
)


def _cards() -> Iterator[Card]:
    chance = random.Random(360)
    for number in range(200):
        words = list(WORDS.values())[number % len(WORDS)].split()
        title = " ".join(chance.choices(words, k=chance.choice((1, 3, 6, 10, 16))))
        yield Card(
            chance.choice(("Hackney branch", "Cangen Caerdydd a Bro Morgannwg", "فرع هاكني")),
            title,
            chance.choice(WHENS),
            chance.choice(PLACES),
            chance.choice(ACCESS),
            chance.choice(NOTICES),
        )


def _stands(layout: Layout) -> None:
    boxes = [text.box for text in layout.texts] + [box for _, box in layout.icons]
    for text in layout.texts:
        size = text.paragraph.size
        for line, x, y in text.lines():
            assert x + line.left * size >= 0, text.name
            assert x + line.right * size <= WIDTH, text.name
            assert y - line.above * size >= text.box.top - 0.51, text.name
            assert y + line.below * size <= min(text.box.bottom, HEIGHT) + 0.51, text.name
            # None is the box that a font has for what it lacks.
            assert all(glyph.index for glyph in line.glyphs), text.name
    for one, other in combinations(boxes, 2):
        apart = one.right <= other.left + 0.01 or other.right <= one.left + 0.01
        assert apart or one.bottom <= other.top + 0.01 or other.bottom <= one.top + 0.01


def test_two_hundred_titles_stand_whole_and_are_read_on_a_phone() -> None:
    for card in _cards():
        layout = lay_out(card)
        _stands(layout)
        assert layout.left_out == ()
        # Longer ones end in an ellipsis; the time is never given up.
        assert not {"when", "branch", "notice"} & set(layout.cut), card
        if len(card.title) <= 60:
            assert "title" not in layout.cut, card.title
        for text in layout.texts:
            least = LEAST_WHEN if text.name == "when" else LEAST
            assert text.paragraph.size * PHONE >= least, (text.name, card)
        title = next(text for text in layout.texts if text.name == "title")
        is_right = any("\u0600" <= one <= "\u06ff" for one in card.title)
        assert (title.reading is Direction.RIGHT_TO_LEFT) == is_right


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_and_names_move_nothing_else(title: str) -> None:
    for card in (Card("Hackney", title, WHENS[0]), Card(title, title, WHENS[2], title, title)):
        layout = lay_out(card)
        _stands(layout)
        shown = {text.name: text for text in layout.texts}
        assert "".join(line.text for line in shown["when"].paragraph.lines).startswith(
            card.when.split()[0]
        )
        assert shown["when"].reading is Direction.LEFT_TO_RIGHT


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("ሰላም ስብሰባ", "Hackney branch meeting"),
        ("Meeting 会议 for 租户", "Hackney branch meeting"),
        ("Picnic 🏳️‍🌈 for all", "Picnic for all"),
        ("Cyfarfod tŷ", "Cyfarfod tŷ"),
    ],
)
def test_a_title_that_lacks_letters_becomes_a_plain_one(title: str, shown: str) -> None:
    card = Card("Hackney branch", title, WHENS[0], "会议 Hall", plain="Hackney branch meeting")
    layout = lay_out(card)
    texts = {text.name: text.paragraph.lines for text in layout.texts}
    assert " ".join(line.text for line in texts["title"]) == shown
    # Half an address would lead astray.
    assert "place" not in texts
    # Who hears the card, and the text beside it, has everything.
    assert draw_card(card).description["title"] == title
    assert drawable(title).lacks_letters == (shown == card.plain)


def test_words_have_enough_contrast_on_every_colour() -> None:
    chance = random.Random(143)
    for _ in range(200):
        colour = f"#{chance.randrange(1 << 24):06x}"
        # WCAG 2.2, 1.4.3: 4.5 to 1.
        assert contrast(text_on(parse_colour(colour)), parse_colour(colour)) >= 4.5
    assert contrast(text_on(parse_colour(Colours().band)), parse_colour(Colours().band)) >= 7
