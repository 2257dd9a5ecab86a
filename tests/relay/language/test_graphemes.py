"""Characters as people count them, also where somebody has piled marks on one."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from relay.language.graphemes import graphemes, is_within


@given(st.text(max_size=80))
def test_they_are_those_of_the_standard(text: str) -> None:
    assert list(graphemes(text)) == list(grapheme_clusters(text))


@pytest.mark.parametrize("text", ["e\u0301té", "👩‍👩‍👧‍👦!", "ক্ষ", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇬🇧🇵🇱", "\r\n"])
def test_so_they_are_in_scripts_and_emoji(text: str) -> None:
    assert list(graphemes(text)) == list(grapheme_clusters(text))


def test_marks_without_end_are_cut_into_pieces() -> None:
    piled = "a" + "\u0301" * 60_000
    found = list(graphemes(piled))
    assert "".join(found) == piled
    assert max(map(len, found)) < 200


def calls_of(work: Callable[[], object]) -> int:
    calls: list[str] = []
    sys.setprofile(lambda frame, event, _: calls.append(event))
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(calls)


def test_whether_it_fits_is_known_without_reading_to_the_end() -> None:
    text = "word " * 800
    asked = calls_of(lambda: is_within(text, 300))
    assert 4 * asked < calls_of(lambda: list(graphemes(text)))


@pytest.mark.parametrize(
    ("text", "most", "fits"),
    [
        ("a" + "\u0301" * 40, 1, True),
        ("", 0, True),
        ("a", 0, False),
        ("ab", 1, False),
        ("e\u0301" * 300, 300, True),
        ("e\u0301" * 301, 300, False),
        ("word " * 800, 300, False),
    ],
)
def test_it_fits_or_not(text: str, most: int, fits: bool) -> None:
    assert is_within(text, most) is fits
