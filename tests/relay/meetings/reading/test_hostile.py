"""No text is too odd to read, and none takes long."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.language.vocabulary import vocabulary
from relay.meetings.reading import Reading, read_invitation
from relay.meetings.reading.reader import LONGEST

SECONDS = 0.9
"""Of the processor, for one text; twice what any takes here."""

PIECES = (
    *("a ", "1 ", "1.", "a-", "\n", "(", "#", "mon, ", "7-8 ", "half 7 ", "first and ", "> "),
    *("thanks\n", "- a\n", "📍 x ", "| a |\n", "mondays and ", "*a* ", "~a~", "not at ", "hall, "),
    *(
        "when: ",
        "BEGIN:VEVENT\n",
        "Re: ",
        "4 dec ",
        "&amp;",
        "a.b.",
        "a@",
        "+1 ",
        "6.30/7pm ",
        "at five to ",
        "7pm CET / ",
        "office open mon-fri ",
        "7, 14, ",
        "(again) ",
        "hall + zoom ",
        "three weeks on ",
        "See you! Babs and ",
        "Jo ",
        "still looking for ",
        "we meet at ",
        "Hall or ",
        "close 1pm ",
        "four thursday evenings ",
        "12-13/12 ",
        "sat-sun ",
    ),
)
_WORDS = (
    "first last every Tuesday tue of the 7 7pm 19:00 27/11 29/2 2028 week noon half past - until"
    " for at Hall ~ * | \ufdd3 \u202e ٧ ｢ 999999999999 0 24:00 \x00 🎉 : When: Where: tbc not"
)
WORDS = st.sampled_from(_WORDS.split(" "))


def read(text: str) -> Reading:
    return read_invitation(
        text, now=datetime(2026, 11, 27, 12, tzinfo=UTC), zone=ZoneInfo("Europe/London")
    )


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_of_one_piece_is_read_soon(piece: str) -> None:
    read("warm")
    text = (piece * LONGEST)[: LONGEST - 1] + "!"
    began = time.process_time()
    read(text)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("first", ["£3", "until", "Tickets:", "7pm"])
def test_a_long_gap_within_a_line_is_read_soon(first: str) -> None:
    read("warm")
    text = f"{first}{' ' * (LONGEST - len(first) - 1)}x"
    began = time.process_time()
    read(text)
    assert time.process_time() - began < SECONDS


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=20).map(" ".join)),
)
def test_any_text_is_read_and_places_lie_within_it(text: str) -> None:
    found = read(text)
    for one in (found.title, found.place, found.online):
        assert one is None or 0 <= one.at[0] <= one.at[1] <= len(text)
    assert found.start is not None or found.asks


@pytest.mark.parametrize(
    "piece", [" ", ",", "(", "-", "\t", "1st ", "first ", "mon ", "in person "]
)
def test_no_pattern_takes_time_with_the_square_of_a_text(piece: str) -> None:
    text = (piece * 64_000)[:64_000]
    words = vocabulary("en-GB")
    before = time.process_time()
    for name in ("in_person", "nth_day", "places", "repeated_day"):
        words.phrase(name).search(text)
    words.phrase("to_come").fullmatch(text)
    # With the square it takes minutes.
    assert time.process_time() - before < 5
