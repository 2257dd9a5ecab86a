"""The marks of `text_mode: styled`, read as each release reads them.

Every expectation here is what `NewTextstyleParser(…).Parse()` of that release says.
"""

import pytest

from practice.releases import Release
from practice.rest.textstyle import parse_styles

_BOTH: tuple[Release, Release] = ("0.100", "0.101-dev")


def parsed(text: str, release: Release) -> tuple[str, list[tuple[int, int, str]]]:
    plain, styles = parse_styles(text, release)
    return plain, [(one.start, one.length, one.style) for one in styles]


@pytest.mark.parametrize("release", _BOTH)
@pytest.mark.parametrize(
    ("text", "plain", "styles"),
    [
        ("plain", "plain", []),
        ("*a*", "a", [(0, 1, "ITALIC")]),
        ("a **b** *c*", "a b c", [(2, 1, "BOLD"), (4, 1, "ITALIC")]),
        ("~a~ `b`", "a b", [(0, 1, "STRIKETHROUGH"), (2, 1, "MONOSPACE")]),
        ("||**a**||", "a", [(0, 1, "BOLD"), (0, 1, "SPOILER")]),
        ("👋🏾**a**", "👋🏾a", [(4, 1, "BOLD")]),
        (r"\*a\* \**b\** \|", "*a* **b** |", []),
        ("a | b", "a | b", []),
        # What is never closed is gone, and nothing is said.
        ("5 * 3, ~20", "5  3, 20", []),
        ("**a ||b** c||", "a b c", []),
        # A backslash in front of a mark cannot be sent.
        (r"\\*a*", r"\*a", []),
    ],
)
def test_marks_become_styles(
    release: Release, text: str, plain: str, styles: list[tuple[int, int, str]]
) -> None:
    assert parsed(text, release) == (plain, styles)


def test_three_asterisks_are_one_mark_only_since_the_newest() -> None:
    assert parsed("***a***", "0.100") == ("a", [])
    assert parsed("***a***", "0.101-dev") == ("a", [(0, 1, "BOLD"), (0, 1, "ITALIC")])
    assert parsed("**a***b*", "0.100") == ("ab", [(0, 1, "BOLD"), (1, 1, "ITALIC")])
    assert parsed("**a***b*", "0.101-dev") == ("ab", [])
    assert parsed(r"\***a**", "0.100") == ("**a", [])
    assert parsed(r"\***a**", "0.101-dev") == ("***a", [])
