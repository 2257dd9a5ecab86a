"""Whether a text is just what a branch has said."""

from datetime import UTC, datetime

import pytest

from relay.signed_feed.comparing import LONGEST, by_words, entry_with
from relay.signed_feed.entry import Content, Entry, Kind, SignedEntry
from relay.signed_feed.keys import SigningKey

SAID = "Pay £5 into 20459137 by Friday."


def asked(text: str) -> bool:
    content = Content(SAID, "en")
    entry = Entry(
        "0" * 64, "hackney", 1, None, Kind.POST, 1, datetime(2026, 11, 20, tzinfo=UTC), "0" * 64
    )
    return entry_with(by_words([SignedEntry(entry, KEY.public, b"", content)]), text) is not None


KEY = SigningKey.make()


@pytest.mark.parametrize("gap", [" ", "\n", "\u200b"])
def test_what_stands_behind_a_long_gap_is_not_overlooked(gap: str) -> None:
    assert asked(SAID)
    assert not asked(f"{SAID}{gap * (LONGEST + 1)}evil.example.com")


@pytest.mark.parametrize("sign", ["\u202b", "\u202d", "\u202e", "\u2067"])
def test_signs_that_turn_a_number_round_are_not_overlooked(sign: str) -> None:
    assert not asked(SAID.replace("20459137", f"{sign}20459137\u202c"))


def test_what_shows_nothing_does_not_count() -> None:
    assert asked(
        SAID.replace("20459137", "\u202a20459137\u202c").replace(" by", "\u200b  by\ufeff")
    )
