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


TEAMS = """Microsoft Teams meeting
Join on your computer, mobile app or room device
Dial in by phone
+44 20 7946 0123,,123456789# United Kingdom, City of London
Find a local number
Phone conference ID: 123 456 789#"""
TEAMS_BEFORE = """Or call in (audio only)
+44 20 7946 0123,,123456789#   United Kingdom, London
Phone Conference ID: 123 456 789#"""
ZOOM = """One tap mobile
+442079460123,,81234567890#,,,,*123456# United Kingdom
+442079460124,,81234567890#,,,,*123456# United Kingdom

---

Dial by your location
• +44 20 7946 0123 United Kingdom
• +44 20 7946 0124 United Kingdom
        +353 1 234 5678 Ireland
Meeting ID: 812 3456 7890"""
MEET = "Or dial: (GB) +44 20 7946 0123 PIN: 123 456 789#"
WEBEX = "Join by phone\n+44-20-7946-0123 United Kingdom Toll\nAccess code: 123 456 789"
GOTO = (
    "You can also dial in using your phone.\nUnited Kingdom: +44 20 7946 0123\n"
    "Access Code: 123-456-789"
)
JITSI = "To join by phone instead, tap this: +1.512.402.2718,,3213231232#"


@pytest.mark.parametrize("text", [TEAMS, TEAMS_BEFORE, ZOOM, MEET, WEBEX, GOTO, JITSI])
def test_numbers_to_dial_into_a_call_are_nobodys(text: str) -> None:
    for around in (text, f"Rents, and the street party\n\n{text}\n\nApologies to the secretary"):
        assert personal_in(around, vocabulary("en-GB"), "GB") == ()


@pytest.mark.parametrize("text", [TEAMS, ZOOM, MEET, WEBEX, GOTO])
@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Questions? Ring Sam 07700 900456", "07700 900456"),
        ("07700 900456", "07700 900456"),
        ("To dial in ring Sam Okoro 020 7946 0456", "020 7946 0456"),
        ("Lifts: 020 7946 0456", "020 7946 0456"),
        ("If you cannot come, dial in: 07700 900456", "07700 900456"),
    ],
)
def test_somebodys_number_beside_those_is_still_found(text: str, line: str, number: str) -> None:
    for around in (f"{line}\n{text}", f"{text}\n{line}", f"{text}\n\n{line}"):
        assert [one.words for one in personal_in(around, vocabulary("en-GB"), "GB")] == [number]
