"""What people type on phones, and what it is taken for."""

import difflib
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.parsing import is_thumb, nearest, read_number
from relay.language.vocabulary import clean, vocabulary

ENGLISH = vocabulary("en-GB")


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("announce The hall is open", "announce", "The hall is open"),
        ("ANNOUNCE: The hall", "announce", "The hall"),
        ("/announce The hall", "announce", "The hall"),
        ("  !help ", "help", ""),
        ("\u200bannounce\nTwo\nlines", "announce", "Two\nlines"),
        ("help.", "help", ""),
        ("help?!", "help", ""),
        ("12 people", "", "12 people"),
        ("", "", ""),
        (None, "", ""),
        ("👍", "", "👍"),
        ("announceX", "announcex", ""),
        ("Ärger 5", "arger", "5"),
    ],
)
def test_the_first_word_is_the_command(text: str | None, command: str, rest: str) -> None:
    typed = ENGLISH.read(text)
    assert (typed.command, typed.rest) == (command, rest)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("12 New text", 12, "New text"),
        ("#12: New text", 12, "New text"),
        ("no. 12 New", 12, "New"),
        ("Number 12", 12, ""),
        ("12.30 in the hall", None, "12.30 in the hall"),
        ("12th", None, "12th"),
        ("-1", None, "-1"),
        ("9999999999", None, "9999999999"),
        ("", None, ""),
    ],
)
def test_a_number_is_read_with_what_follows_it(text: str, number: int | None, rest: str) -> None:
    assert read_number(text) == (number, rest)


@pytest.mark.parametrize("text", ["yes", "Yes.", " YES ", "y", "yes please", "👍", "👍🏾", "Yes!"])
def test_these_mean_yes(text: str) -> None:
    assert ENGLISH.answers_with("yes", text)
    assert not ENGLISH.answers_with("no", text)


@pytest.mark.parametrize(
    "text", ["", None, "ok", "yes but later", "yes no", "yesterday", "👎", "yeah", "not yes", "?"]
)
def test_nothing_vague_means_yes(text: str | None) -> None:
    assert not ENGLISH.answers_with("yes", text)


@pytest.mark.parametrize("text", ["no", "No.", "n", "STOP", "cancel", "no thanks", "Drop it"])
def test_these_mean_no(text: str) -> None:
    assert ENGLISH.answers_with("no", text)
    assert not ENGLISH.answers_with("yes", text)


@pytest.mark.parametrize("emoji", ["👍", "👍🏻", "👍🏿", "👍\ufe0f"])
def test_a_thumb_is_a_thumb_in_any_skin(emoji: str) -> None:
    assert is_thumb(emoji)


@pytest.mark.parametrize("emoji", ["👎", "❤️", "👍👍", "", None, "🤙"])
def test_other_emoji_are_no_thumb(emoji: str | None) -> None:
    assert not is_thumb(emoji)


def test_marks_that_can_make_a_text_look_like_another_are_taken_out() -> None:
    assert clean("Room \u202e54\u202d 4\x00") == "Room 54 4"
    assert clean("👩\u200d👧 ok") == "👩\u200d👧 ok"


@given(st.text())
def test_whatever_is_typed_is_read_without_a_fault(text: str) -> None:
    typed = ENGLISH.read(text)
    read_number(typed.rest)
    assert not (ENGLISH.answers_with("yes", text) and ENGLISH.answers_with("no", text))
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ("announce:The hall", "announce", "The hall"),
        ("Announce-The hall", "announce", "The hall"),
        ("ANNOUNCE—The hall", "announce", "The hall"),
        ("announce：The hall", "announce", "The hall"),
        ("announce https://example.org/a", "announce", "https://example.org/a"),
        ("meeting:AGM", "meeting", "AGM"),
        ("https://example.org", "", "https://example.org"),
        ("post-box 7 is full", "post-box", "7 is full"),
        ("meeting-room keys", "meeting-room", "keys"),
    ],
)
def test_a_command_without_a_blank_after_it_is_the_command(
    typed: str, command: str, rest: str
) -> None:
    found = ENGLISH.read(typed)
    assert (found.command, found.rest) == (command, rest)


@given(
    st.text(
        st.characters(exclude_categories=["Cs"])
        | st.sampled_from("\0\t\n\x7f\x85\u202d\u202e\u200b ")
    )
)
def test_only_controls_and_overrides_are_taken_out(text: str) -> None:
    kept = [
        char
        for char in text
        if char in "\n\t" or (char not in "\u202d\u202e" and category(char) != "Cc")
    ]
    ends = "\u200b\u200e\u200f\u2060\ufeff\ufffc"
    assert clean(text) == "".join(kept).strip().strip(ends).strip()


@given(
    st.text("announcemtigs", max_size=40),
    st.lists(st.text("announcemtigs", min_size=1, max_size=12), max_size=4),
    st.sampled_from([0.75, 0.8, 0.85]),
)
def test_the_nearest_is_what_difflib_finds(word: str, known: list[str], cutoff: float) -> None:
    found = difflib.get_close_matches(word, known, n=1, cutoff=cutoff)
    assert nearest(word, known, cutoff) == (found[0] if found else "")
