"""A text gives way part by part until it fits into one post, and no link is ever cut."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from relay.destinations.short import fits, fitted, shortened
from relay.destinations.spans import find_spans

LINK = "https://hackney.example.org/m/12"
FAMILY = "👩🏽‍👩🏿‍👧🏻‍👦🏼"

words = st.text(st.sampled_from("ab ŵ é#@/.:-م ر🏴👍🏽\n"), max_size=400)


def compose(parts: Mapping[str, str]) -> str:
    return "\n".join(part for part in (*parts.values(), LINK) if part)


@given(words, words, words)
def test_it_fits_ends_with_the_link_and_cuts_no_character(one: str, two: str, three: str) -> None:
    text = fitted(
        {"title": one, "place": two, "access": three}, compose, ("access", "place", "title")
    )
    assert fits(text)
    assert text.endswith(LINK)


@given(words, st.integers(min_value=0, max_value=80))
def test_what_is_shortened_is_no_longer_than_it_may_be(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(list(grapheme_clusters(short))) <= max(most, 0) or short == text


def test_a_short_text_stays_whole() -> None:
    parts = {"title": "Branch meeting", "place": "Town Hall", "access": "step-free"}
    assert fitted(parts, compose, ("access", "place", "title")) == compose(parts)


def test_the_least_important_part_gives_way_first_and_goes_before_the_next_is_cut() -> None:
    parts = {"title": "Branch meeting", "place": "Town Hall", "access": "step-free, " * 40}
    title, place, access, link = fitted(parts, compose, ("access", "place", "title")).split("\n")
    assert (title, place, link) == ("Branch meeting", "Town Hall", LINK)
    assert access.endswith("step-free…")
    parts |= {"place": "Town Hall " * 40}
    title, place, link = fitted(parts, compose, ("access", "place", "title")).split("\n")
    assert title == "Branch meeting"
    assert place.endswith("Hall…")


def test_bytes_count_too() -> None:
    text = fitted({"title": FAMILY * 150}, compose, ("title",))
    assert fits(text)
    assert text.startswith(FAMILY * 20)
    assert len(list(grapheme_clusters(text))) < 200


def test_links_and_tags_go_whole_and_the_ellipsis_is_no_part_of_them() -> None:
    text = f"All about it {LINK} and more of the same #Renters tonight"
    for most in range(len(text)):
        for span in find_spans(shortened(text, most)):
            assert span.value in (LINK, "Renters")


def test_where_there_are_no_words_it_is_cut_anywhere_but_inside_a_character() -> None:
    assert shortened(FAMILY * 9, 5) == f"{FAMILY * 3}…"


@pytest.mark.parametrize(
    "text", [" " * 40 + "x" * 90, "\n\t " * 20 + "word", "\u00a0" * 60 + "a b"]
)
def test_of_a_text_that_begins_with_blanks_alone_nothing_is_kept(text: str) -> None:
    assert shortened(text, 12) == ""
