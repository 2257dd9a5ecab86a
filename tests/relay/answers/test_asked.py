"""How many of the ways in which people ask are known, and that nothing else is taken for one.

`phrasings.toml` says which of them were written before anything could read them.
"""

import tomllib
from pathlib import Path

import pytest

from relay.answers import load_answers
from relay.answers.asked import LONGEST

SAID = tomllib.loads(Path(__file__).with_name("phrasings.toml").read_text(encoding="utf-8"))
ANSWERS = load_answers(None).answers
NEVER = [text for texts in SAID["never"].values() for text in texts]

LISTS = ("first", "later", "last", "fresh", "untouched", "final")
LEAST = 0.9
"""What of each list is answered with its own question at least, now that the words are known."""


@pytest.mark.parametrize("written", LISTS)
def test_most_ways_to_ask_are_known_and_none_is_taken_for_another_question(written: str) -> None:
    asked = [(slug, text) for slug, texts in SAID[written].items() for text in texts]
    found = [(slug, text, ANSWERS.find(text)) for slug, text in asked]
    wrong = [
        (text, one.answer.slug) for slug, text, one in found if one and one.answer.slug != slug
    ]
    assert wrong == []
    right = [text for _, text, one in found if one is not None]
    assert len(right) / len(asked) >= LEAST, sorted({t for _, t in asked} - {*right})


@pytest.mark.parametrize("text", NEVER)
def test_what_tells_of_something_is_no_question(text: str) -> None:
    assert ANSWERS.find(text) is None


def test_there_are_sixty_of_each_and_more() -> None:
    assert sum(len(texts) for name in LISTS for texts in SAID[name].values()) >= 120
    assert len(NEVER) >= 120


@pytest.mark.parametrize(
    "text",
    [
        "WHY SIGNAL",
        "why  signal ?!",
        "Why\nSignal?",
        "Whỳ Sígnal",
        "\u200eWhy Signal\u200f",
        "why singal",
    ],
)
def test_case_marks_and_slips_change_nothing(text: str) -> None:
    found = ANSWERS.find(text)
    assert found is not None
    assert found.answer.slug == "why-signal"
    assert found.is_certain


def test_where_no_app_is_named_it_is_not_certain() -> None:
    for text in ("too difficult", "who can see my number", "what if I lose my phone"):
        found = ANSWERS.find(text)
        assert found is not None
        assert not found.is_certain


@pytest.mark.parametrize(
    "text", [None, "", " ", "?", "why signal " * 40, "x" * 100_000, "why " * 50_000]
)
def test_what_is_empty_or_long_is_none(text: str | None) -> None:
    assert ANSWERS.find(text) is None
    assert not ANSWERS.concerns(text)
    assert LONGEST < 400
