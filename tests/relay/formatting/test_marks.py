"""What people type for formatting is read; what merely holds such a sign stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.formatting import Style, StyledText, StyleRange, read_marks


def read(text: str) -> tuple[str, list[tuple[str, str]]]:
    found = read_marks(StyledText(text))
    return found.text, [(found.text[one.start : one.end], one.style.value) for one in found.spans]


@pytest.mark.parametrize(
    ("typed", "text", "styles"),
    [
        ("*Hall* at 6", "Hall at 6", [("Hall", "BOLD")]),
        ("_soon_ and ~never~", "soon and never", [("soon", "ITALIC"), ("never", "STRIKETHROUGH")]),
        ("```x = 1```", "x = 1", [("x = 1", "MONOSPACE")]),
        ("```code *x*```", "code *x*", [("code *x*", "MONOSPACE")]),
        ("(*Room 4*, _up_)!", "(Room 4, up)!", [("Room 4", "BOLD"), ("up", "ITALIC")]),
        ("*_both_*", "both", [("both", "BOLD"), ("both", "ITALIC")]),
        ("*a*b*", "a*b", [("a*b", "BOLD")]),
        ("🗓 *Sat 5th*", "🗓 Sat 5th", [("Sat 5th", "BOLD")]),
        ("*Book: x.org/a_b*", "Book: x.org/a_b", [("Book: x.org/a_b", "BOLD")]),
        ("*20:00*–_late_", "20:00–late", [("20:00", "BOLD"), ("late", "ITALIC")]),
        ("*मीटिंग* आज", "मीटिंग आज", [("मीटिंग", "BOLD")]),
        ("~£5~ £3", "£5 £3", [("£5", "STRIKETHROUGH")]),
    ],
)  # fmt: skip
def test_marks_are_read(typed: str, text: str, styles: list[tuple[str, str]]) -> None:
    assert read(typed) == (text, styles)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 and 5*3=15, 2*2",
        "snake_case_name and file_name_2",
        "https://x.org/_foo_/a_b_/*c* then x.org/~ann/~bob/ and www.x.org/*a*",
        "mail a_b@x.org and _c_d_@x.org",
        "@_anna_ and #_tag_",
        "~20 people, ~30 chairs",
        "20~25 and 30~35",
        "* item one\n* item two*",
        "*bring water\n*bring food",
        "free* for all (*while stocks last)",
        "**not this** __nor this__ ~~nor this~~",
        "||nobody types this in WhatsApp||",
        "*over\ntwo lines*",
        "M*A*S*H",
        "¯\\_(ツ)_/¯",
        "***\n---\n___\n* * *",
        "*🎉* *-*",
        "`one backtick`",
    ],
)
def test_what_merely_holds_a_sign_stays_as_it_is(text: str) -> None:
    assert read(text) == (text, [])


@given(
    st.lists(
        st.sampled_from(["a", "é", "5", " * ", " _ ", " ~ ", "b*c", "d_e", "f~g", "||", "\n", " "])
    )
)
def test_signs_between_blanks_or_inside_words_are_no_marks(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert read(text) == (text, [])


@given(st.text("ab*_~` \n👋\\", max_size=40))
def test_nothing_but_marks_ever_goes(text: str) -> None:
    found = read_marks(StyledText(text))
    rest = iter(text)
    assert all(char in rest for char in found.text)
    assert [c for c in found.text if c not in "*_~`"] == [c for c in text if c not in "*_~`"]


def test_what_is_formatted_already_stays_so() -> None:
    styled = StyledText(
        "👋 *hid* x_y", (StyleRange(3, 5, Style.SPOILER), StyleRange(9, 3, Style.MONOSPACE))
    )
    found = read_marks(styled)
    assert found.text == "👋 hid x_y"
    assert set(found.styles) == {
        StyleRange(3, 3, Style.SPOILER),
        StyleRange(3, 3, Style.BOLD),
        StyleRange(7, 3, Style.MONOSPACE),
    }
