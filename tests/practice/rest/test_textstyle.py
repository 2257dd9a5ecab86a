"""The marks of `text_mode: styled`."""

import pytest

from practice.rest.textstyle import parse_styles


@pytest.mark.parametrize(
    ("text", "plain", "styles"),
    [
        ("plain", "plain", []),
        ("*a*", "a", [(0, 1, "ITALIC")]),
        ("a **b** *c*", "a b c", [(2, 1, "BOLD"), (4, 1, "ITALIC")]),
        ("***a***", "a", [(0, 1, "BOLD"), (0, 1, "ITALIC")]),
        ("~a~ `b`", "a b", [(0, 1, "STRIKETHROUGH"), (2, 1, "MONOSPACE")]),
        ("||**a**||", "a", [(0, 1, "BOLD"), (0, 1, "SPOILER")]),
        ("👋🏾**a**", "👋🏾a", [(4, 1, "BOLD")]),
        (r"\*a\* \**b\** \|", "*a* **b** |", []),
        ("a | b", "a | b", []),
    ],
)
def test_marks_become_styles(text: str, plain: str, styles: list[tuple[int, int, str]]) -> None:
    found, spans = parse_styles(text)
    assert found == plain
    assert [(span.start, span.length, span.style) for span in spans] == styles
