"""What people type about meetings, in their own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.parsing import asks_for_next, asks_what_is_on, without_to
from relay.language.vocabulary import vocabulary

ENGLISH = vocabulary("en-GB")


@pytest.mark.parametrize(
    "text",
    [
        "when is the next meeting?",
        "When’s the next meeting",
        "next meeting",
        "Next branch meeting please",
        "where is the meeting?",
        "hi, what time is the meeting?",
        "when do we meet next?",
        "tell me about the next meeting",
    ],
)
def test_the_next_meeting_is_asked_for(text: str) -> None:
    assert asks_for_next(ENGLISH, text)
    assert not asks_what_is_on(ENGLISH, text)


@pytest.mark.parametrize(
    "text",
    [
        "whats on",
        "What's on this week?",
        "is there a meeting this week",
        "Is there a meeting tonight?",
        "are there any meetings coming up?",
        "any meetings?",
        "what meetings are there",
        "what is happening this month?",
        "anything on tomorrow?",
        "do we have a meeting on Thursday?",
    ],
)
def test_what_is_on_is_asked_for(text: str) -> None:
    assert asks_what_is_on(ENGLISH, text)
    assert not asks_for_next(ENGLISH, text)


@pytest.mark.parametrize(
    "text",
    [
        "something happened at the last meeting",
        "what happened at the meeting",
        "is there a meeting for people who were hurt by an officer",
        "when is the next meeting with the officers who read reports",
        "on",
        "",
        "is it on",
        "my manager shouted at me in the meeting today",
    ],
)
def test_whoever_tells_something_is_not_answered_with_a_list(text: str) -> None:
    assert not asks_for_next(ENGLISH, text)
    assert not asks_what_is_on(ENGLISH, text)


@given(st.text(max_size=400))
def test_nothing_crashes(text: str) -> None:
    asks_for_next(ENGLISH, text)
    asks_what_is_on(ENGLISH, text)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Town Hall", "Town Hall"),
        ("Tooting Library", "Tooting Library"),
        ("Islington Library", "Islington Library"),
        ("Ontario Room", "Ontario Room"),
        ("to Town Hall", "Town Hall"),
        ("to: Town Hall", "Town Hall"),
        ("is on the green", "on the green"),
        (": Town Hall", "Town Hall"),
    ],
)
def test_only_a_whole_word_before_a_place_is_taken_away(typed: str, place: str) -> None:
    assert without_to(ENGLISH, typed) == place
