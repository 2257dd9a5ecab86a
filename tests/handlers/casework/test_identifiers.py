"""What an officer is asked about before it is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.casework.identifiers import find_identifiers

NAMES = ("Sam Example", "Zoë", "+44 7700 900123", "4711")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I spoke to Sam Example about it.", ("Sam Example",)),
        ("i spoke to sam example about it", ("sam example",)),
        ("Sam’s phone was off", ("Sam",)),
        ("ZOE said so", ("ZOE",)),
        ("zoë said so", ("zoë",)),
        ("Call me on 07700 900-123, please", ("07700 900-123",)),
        ("Call (020) 7946 0018", ("(020) 7946 0018",)),
        ("+44·7700·900·456", ("+44·7700·900·456",)),
        ("07\u200b700900123", ("07700900123",)),
        ("٠٧٧٠٠٩٠٠١٢٣", ("٠٧٧٠٠٩٠٠١٢٣",)),
        ("Flat 4711", ("4711",)),
        ("6a7e9c52-3c4e-4f3a-9a55-0b8a1f2d3c4e", ("6a7e9c52-3c4e-4f3a-9a55-0b8a1f2d3c4e",)),
        ("Sam and Zoë and Sam", ("Sam", "Zoë")),
    ],
)
def test_names_and_numbers_are_seen(text: str, found: tuple[str, ...]) -> None:
    assert find_identifiers(text, NAMES) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you for telling us. We will write again on 22/11/2026 at 18:30.",
        "We meet on 2026-11-22 in room 12, and it takes 45 minutes.",
        "For example, the same thing happened to us.",
        "In danger now? Call 999.",
    ],
)
def test_ordinary_answers_are_not_asked_about(text: str) -> None:
    assert find_identifiers(text, NAMES) == ()


@given(st.text(), st.text())
def test_a_name_is_seen_wherever_it_stands(before: str, after: str) -> None:
    assert find_identifiers(f"{before} Sam Example {after}", NAMES)


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4))
def test_no_text_and_no_setting_is_too_strange(text: str, names: list[str]) -> None:
    find_identifiers(text, names)
