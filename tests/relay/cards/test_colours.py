"""Whatever a branch's colours are, what stands on them can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.cards.colours import (
    BLACK,
    SHAPE_CONTRAST,
    WHITE,
    accent_on,
    contrast,
    parse_colour,
    text_on,
)

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)

TEXT_CONTRAST = 4.5
"""The least for text that is not large (WCAG 2.2, 1.4.3)."""


@given(COLOURS)
def test_text_is_readable_on_any_colour(background: tuple[int, int, int]) -> None:
    assert contrast(text_on(background), background) >= TEXT_CONTRAST


@given(COLOURS, COLOURS)
def test_a_sign_is_seen_on_any_paper(
    band: tuple[int, int, int], paper: tuple[int, int, int]
) -> None:
    assert contrast(accent_on(paper, band), paper) >= SHAPE_CONTRAST


def test_a_branch_keeps_its_own_colour_for_signs_where_it_is_seen() -> None:
    assert accent_on(WHITE, (61, 26, 82)) == (61, 26, 82)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, BLACK, 21.0),
        (WHITE, WHITE, 1.0),
        # The grey that is known for just missing and the one that just reaches 4.5 on white.
        ((0x77, 0x77, 0x77), WHITE, 4.48),
        ((0x76, 0x76, 0x76), WHITE, 4.54),
    ],
)
def test_contrast_is_counted_as_wcag_counts_it(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    "text", ["", "red", "#12345", "#1234567", "123456", "#12345g", "#123456\n"]
)
def test_only_six_digits_are_a_colour(text: str) -> None:
    with pytest.raises(ValueError, match="six hexadecimal digits"):
        parse_colour(text)
