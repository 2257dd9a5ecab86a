"""Everything on a card has its place, and stays in it."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relay.cards import HEIGHT, WIDTH, Card, Notice, NoticeKind
from relay.cards.layout import Box, Layout, PlacedText, lay_out
from relay.cards.wanted import drawable

ALPHABET = "aeilmMWgŵŷÂñß’-–/.,:()&£ 019 اجتماعحقٌّגשبাংলাहिन्दीதமிழ்🎉👩‍👧漢\n\u0302\u0303"
TEXTS = st.one_of(
    st.text(ALPHABET, max_size=400),
    st.lists(st.text(ALPHABET, max_size=14), max_size=60).map(" ".join),
    st.text(max_size=60),
)
CARDS = st.builds(
    Card,
    branch=TEXTS,
    title=TEXTS,
    when=TEXTS,
    place=TEXTS,
    access=TEXTS,
    notice=st.none() | st.builds(Notice, st.sampled_from(NoticeKind), TEXTS),
)
MARKED = "g\u0302\u0303\u0308\u0323\u0324\u0325 " * 60
LONG = "Public meeting about the new housing law and what it means for you, "


def placed(layout: Layout) -> dict[str, PlacedText]:
    return {text.name: text for text in layout.texts}


def ink(text: PlacedText) -> list[Box]:
    size = text.paragraph.size
    return [
        Box(
            x + line.left * size,
            y - line.above * size,
            x + line.right * size,
            y + line.below * size,
        )
        for line, x, y in text.lines()
    ]


def is_inside(inner: Box, outer: Box, tolerance: float) -> bool:
    return (
        inner.left >= outer.left - tolerance
        and inner.top >= outer.top - tolerance
        and inner.right <= outer.right + tolerance
        and inner.bottom <= outer.bottom + tolerance
    )


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - 0.01
        and other.left < one.right - 0.01
        and one.top < other.bottom - 0.01
        and other.top < one.bottom - 0.01
    )


@settings(deadline=None, max_examples=80)
@given(CARDS)
@example(
    Card("Branch " * 40, LONG * 10, LONG, LONG * 3, LONG * 3, Notice(NoticeKind.CHANGED, LONG))
)
@example(Card("", "00000000000த/00000000Mج🎉00000ج🎉0", "", "0", "0"))
@example(Card("W" * 90, "W" * 300, "W" * 90, "W" * 90, "W" * 90))
@example(Card("g\u0302\u0303\u0308", MARKED, MARKED, MARKED, MARKED))
def test_no_text_leaves_its_box_and_no_boxes_meet(card: Card) -> None:
    layout = lay_out(card)
    for text in layout.texts:
        assert is_inside(text.box, Box(0, 0, WIDTH, HEIGHT), 0)
        # Baselines stand on whole pixels.
        assert all(is_inside(box, text.box, 0.51) for box in ink(text))
    boxes = [text.box for text in layout.texts] + [box for _, box in layout.icons]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@settings(deadline=None, max_examples=60)
@given(CARDS)
def test_what_is_not_said_to_be_cut_is_all_there(card: Card) -> None:
    layout = lay_out(card)
    shown = placed(layout)
    given_texts = {
        "branch": card.branch,
        "title": card.title,
        "when": card.when,
        "place": card.place,
        "access": card.access,
        "notice": card.notice.word if card.notice else "",
    }
    for name, typed in given_texts.items():
        wanted = drawable(typed)
        if wanted.lacks_letters and name in ("title", "place", "access"):
            assert name not in shown
            continue
        lines = shown[name].paragraph.lines if name in shown else ()
        drawn = "".join(line.text for line in lines)
        if name in layout.cut:
            assert drawn.endswith("…")
        else:
            assert "".join(drawn.split()) == "".join(wanted.text.split())
        assert set(wanted.left_out) <= set(layout.left_out)


PLAIN = st.lists(st.text("aeilmMWg’-.,:£019ŵ", min_size=1, max_size=20), max_size=60).map(" ".join)


@settings(deadline=None, max_examples=40)
@given(st.tuples(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN), st.none() | PLAIN)
def test_nothing_is_too_small_for_a_phone(
    texts: tuple[str, str, str, str, str], word: str | None
) -> None:
    notice = None if word is None else Notice(NoticeKind.CHANGED, word)
    # 34 pixels to the em are 9 on a phone that shows the card 320 pixels wide. Only a name that
    # takes two lines is that small, and only letters with marks piled upon them may need less.
    for text in lay_out(Card(*texts, notice=notice)).texts:
        assert text.paragraph.size >= (34 if text.name in ("branch", "notice") else 38)


def test_a_short_title_is_large_and_a_long_one_shrinks_before_it_is_cut() -> None:
    def title(text: str) -> PlacedText:
        return placed(lay_out(Card("Hackney", text, "Thursday at 7 pm")))["title"]

    short, long, endless = title("AGM"), title(LONG * 2), title(LONG * 20)
    assert short.paragraph.size > 100
    assert short.paragraph.size > long.paragraph.size
    assert not long.paragraph.cut
    assert endless.paragraph.cut


def test_a_long_word_is_broken_only_where_no_size_helps() -> None:
    village = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    whole = placed(lay_out(Card("Llŷn", "Aberystwyth-Machynlleth", "7 pm")))["title"]
    broken = placed(lay_out(Card("Llŷn", village, "7 pm")))["title"]
    assert not whole.paragraph.broken
    assert broken.paragraph.broken
    assert not broken.paragraph.cut


def test_an_ellipsis_follows_a_whole_word() -> None:
    text = placed(lay_out(Card("Hackney", LONG * 20, "7 pm")))["title"]
    last = text.paragraph.lines[-1].text.removesuffix("…").split()[-1]
    assert last.strip(",") in LONG.replace(",", "").split()


def test_when_is_never_given_up_for_what_else_there_is_to_say() -> None:
    layout = lay_out(
        Card(
            "Hackney",
            LONG * 5,
            "Thursday 26 November 2026 at 7.30 pm until 9.30 pm",
            LONG * 3,
            LONG * 3,
            Notice(NoticeKind.CANCELLED, "CANCELLED"),
        )
    )
    assert "when" not in layout.cut
    assert {"title", "place", "access"} <= set(layout.cut)


def test_a_card_in_arabic_begins_at_the_right() -> None:
    layout = lay_out(Card("Hackney", "اجتماع الفرع", "Thursday at 7 pm", "مركز"))
    for text in layout.texts:
        line, x, _ = next(text.lines())
        assert x + line.right * text.paragraph.size == pytest.approx(text.box.right)
    icons = dict(layout.icons)
    assert icons["when"].left > WIDTH / 2


@pytest.mark.parametrize("name", ["when", "place", "access"])
def test_what_was_not_said_takes_no_room(name: str) -> None:
    said = {"when": "Thursday at 7 pm", "place": "Hall", "access": "Step-free"} | {name: " "}
    card = Card("Hackney", "Meeting", said["when"], said["place"], said["access"])
    layout = lay_out(card)
    assert name not in placed(layout)
    assert name not in dict(layout.icons)
