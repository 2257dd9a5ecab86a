"""What may be somebody's own phone number, and what is a date, an hour or a name."""

import pytest

from relay.language.personal import Personal, personal_in, with_name
from relay.language.vocabulary import vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "Meeting 03 19",
        "Meeting 03.12.2026 19:00",
        "on 03 12 2026",
        "01.12.2026 - 03.12.2026",
        "01-12-26 19 00 to 21 00",
        "01 12 2026 19 00",
        "from 0900 to 1730",
        "07-09 08-10",
        "05 06 07 08 workshops",
        "Room 0123",
        "Flats 01 to 09, block 04",
    ],
)
def test_dates_hours_and_rooms_are_nobodys_number(text: str) -> None:
    assert personal_in(text, vocabulary("en-GB"), "GB") == ()


@pytest.mark.parametrize(
    "number",
    [
        "07700 900123",
        "07700900123",
        "020 7946 0123",
        "01234 56789",
        "(0161) 496 0000",
        "+44 7700 900123",
        "+353 1 234 5678",
    ],
)
def test_a_number_that_can_be_rung_is_found_wherever_it_stands(number: str) -> None:
    for text in (number, f"Ring Sam {number} on 03.12.2026 at 19:00", f"03 12 2026, {number}"):
        assert [one.words for one in personal_in(text, vocabulary("en-GB"), "GB")] == [number]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ask Sam Okoro: ", ""),
        ("Ask Sam Okoro, ", "Ask Sam Okoro "),
        ("see a-b-c or Mary-Jane O'Neil - ", "Mary-Jane O'Neil "),
        ("Sam-", "Sam "),
        ("a-" * 3_000 + "a 1 ", ""),
    ],
)
def test_a_number_is_told_with_the_name_before_it(before: str, name: str) -> None:
    number = "07700 900123"
    found = Personal("phone", number, (len(before), len(before) + len(number)))
    assert with_name(before + number, found) == name + number
