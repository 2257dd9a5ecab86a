"""Letters in their order, joined, with their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.cards.faces import Weight
from relay.cards.shaping import Direction, Line, direction_of, shape_line
from relay.cards.wanted import drawable


def shaped(text: str) -> Line:
    return shape_line(text, Weight.BOLD, direction_of(text))


def indexes(text: str) -> list[int]:
    return [glyph.index for glyph in shaped(text).glyphs]


def test_arabic_letters_join() -> None:
    alone, pair = indexes("ب"), indexes("بب")
    assert len(pair) == 2
    assert alone[0] not in pair
    assert pair[0] != pair[1]


def test_arabic_begins_at_the_right() -> None:
    # Alef does not join onwards: it looks the same alone and at the beginning.
    alef = indexes("ا")[0]
    glyphs = shaped("اب").glyphs
    assert max(glyphs, key=lambda glyph: glyph.x).index == alef


def test_a_vowel_sign_stands_over_its_letter() -> None:
    plain, marked = shaped("بس"), shaped("بِسَ")
    assert len(marked.glyphs) > len(plain.glyphs)
    assert marked.width == pytest.approx(plain.width)
    assert marked.above > plain.above
    assert marked.below > plain.below


def test_numbers_in_arabic_run_left_to_right() -> None:
    twelve = shaped("شارع 12").glyphs
    one, two = indexes("1")[0], indexes("2")[0]
    at = {glyph.index: glyph.x for glyph in twelve}
    assert at[one] < at[two]


def test_brackets_in_arabic_open_towards_their_words() -> None:
    glyphs = sorted(shaped("ا (ب)").glyphs, key=lambda glyph: glyph.x)
    opening, closing = indexes("(")[0], indexes(")")[0]
    order = [glyph.index for glyph in glyphs if glyph.index in (opening, closing)]
    assert order == [opening, closing]


def test_english_inside_arabic_stays_readable() -> None:
    glyphs = sorted(shaped("اب Brady").glyphs, key=lambda glyph: glyph.x)
    assert [glyph.index for glyph in glyphs][:5] == indexes("Brady")


def test_letters_are_kerned() -> None:
    assert shaped("AV").width < shaped("A").width + shaped("V").width


def test_words_run_the_way_of_their_first_letter() -> None:
    assert direction_of("12: Meeting اجتماع") is Direction.LEFT_TO_RIGHT
    assert direction_of("12: اجتماع Meeting") is Direction.RIGHT_TO_LEFT
    assert direction_of("12") is Direction.LEFT_TO_RIGHT


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize(
    "text", ["ŵŷŴŶ", "🎉♿👍", "বাংলা", "ਪੰਜਾਬੀ", "हिन्दी", "ગુજરાતી", "தமிழ்", "שלום", "Łódź"]
)
def test_nothing_becomes_a_box(text: str, weight: Weight) -> None:
    line = shape_line(text, weight, direction_of(text))
    assert line.glyphs
    assert all(glyph.index for glyph in line.glyphs)


@given(st.text(), st.sampled_from(Direction))
def test_nothing_anybody_types_becomes_a_box(typed: str, base: Direction) -> None:
    wanted = drawable(typed)
    line = shape_line(wanted.text, Weight.BOLD, base)
    assert all(glyph.index for glyph in line.glyphs)
    assert bool(line.glyphs) == bool(wanted.text)
