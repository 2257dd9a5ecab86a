"""What another branch wrote, without what acts, hides or turns."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.following.readable import MOST_NAME, readable, readable_name

_MOST = 500


@given(st.text(max_size=700))
def test_nothing_is_left_that_is_not_seen(text: str) -> None:
    said = readable(text, _MOST)
    assert len(said) <= _MOST
    assert "\n\n\n" not in said
    assert said == said.strip()
    for char in said:
        assert char in "\n\u200d" or not unicodedata.category(char).startswith("C")


@given(st.text(max_size=700))
def test_it_is_the_same_when_it_is_read_again(text: str) -> None:
    said = readable(text, _MOST)
    assert readable(said, _MOST) == said


@given(st.text(max_size=300))
def test_a_name_is_one_short_line(name: str) -> None:
    said = readable_name(name, "…")
    assert len(said) <= MOST_NAME
    assert "\n" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The hall\r\nis open.\r", "The hall\nis open."),
        ("One\n\n\n\nTwo", "One\n\nTwo"),
        ("Pay \u202e000,1£\u202c now", "Pay 000,1£ now"),
        ("zero\u200bwidth\ufeff and \u00ad soft", "zerowidth and soft"),
        ("\ufffcAlex said", "Alex said"),
        ("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u00e1\u0301\u0301\u0301\u0301"),
        ("tab\there\u00a0and\u3000there", "tab here and there"),
        ("\U0001f469\u200d\U0001f467 family", "\U0001f469\u200d\U0001f467 family"),
        ("plain\u200dletters", "plainletters"),
        ("see https://example.org/x?y=1", "see https://example.org/x?y=1"),
        ("مرحبا", "مرحبا"),
        ("hidden \U000e0068\U000e0069 tags", "hidden tags"),
    ],
)
def test_words_and_lines_and_links_stay(text: str, said: str) -> None:
    assert readable(text, _MOST) == said
