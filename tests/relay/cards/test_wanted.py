"""What a person typed, made drawable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.cards.faces import Weight, face_for
from relay.cards.wanted import MOST, clusters, drawable


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("  Branch   meeting ", "Branch meeting"),
        ("w\u0302yr a ty\u0302", "ŵyr a tŷ"),
        ("Tŷ Gŵyl Llŷn Ŵ Ŷ", "Tŷ Gŵyl Llŷn Ŵ Ŷ"),
        ("Old Fire Station\n61 Leswin Road,\nN16 7NX", "Old Fire Station, 61 Leswin Road, N16 7NX"),
        ("7\u00a0pm", "7\u00a0pm"),
        ("a\u202eb\u2066c\u200bd\x00e", "abcde"),
        ("Party 🎉", "Party 🎉"),
        ("❤️ and 1️⃣", "❤ and 1"),
        ("👍🏽 👩‍👩‍👧", "👍 👩"),
        ("🇬🇧", "🇬🇧"),
        ("می‌شود", "می‌شود"),
        ("ﬁlm", "film"),
    ],
)
def test_what_can_be_drawn_is_kept(typed: str, drawn: str) -> None:
    wanted = drawable(typed)
    assert wanted.text == drawn
    assert wanted.left_out == ()


def test_what_no_font_has_is_left_out_and_told() -> None:
    wanted = drawable("Tea 漢字 and 漢 cake")
    assert wanted.text == "Tea and cake"
    assert wanted.left_out == ("漢", "字")


@pytest.mark.parametrize(
    "flag", ["🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "🏳️‍🌈", "🏳‍⚧"]
)
def test_a_flag_made_of_several_does_not_become_another_flag(flag: str) -> None:
    wanted = drawable(f"Pride {flag}")
    assert wanted.text == "Pride"
    assert wanted.left_out == (flag,)


def test_marks_do_not_pile_up() -> None:
    assert len(drawable("o" + "\u0302\u0303\u0308" * 20).text) <= 4


def test_what_can_never_fit_is_not_looked_at_and_said_to_be_shortened() -> None:
    assert drawable("m" * MOST).shortened is False
    wanted = drawable("m" * (MOST + 1))
    assert wanted.shortened
    assert len(wanted.text) == MOST


@given(st.text())
def test_a_font_draws_every_letter_that_is_left(typed: str) -> None:
    wanted = drawable(typed)
    for weight in Weight:
        assert all(face_for(cluster, weight) for cluster in clusters(wanted.text))
    assert wanted.text == wanted.text.strip()
    assert "\n" not in wanted.text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hall,\n Mare Street ;\r\n\n London", "Hall, Mare Street, London"),
        ("\n,\n", ","),
        ("a,\n,\nb", "a, , b"),
        ("a" + " " * 100_000 + "b", "a b"),
        ("a" + "\n" * 100_000 + "b", "a, b"),
    ],
)
def test_lines_become_one_and_soon(text: str, line: str) -> None:
    assert drawable(text).text == line
