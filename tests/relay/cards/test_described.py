"""A card's words for those who hear them."""

import pytest

from relay.cards.described import sentence
from relay.language.words import Words


@pytest.mark.parametrize(
    ("text", "heard"),
    [("AGM", "AGM."), ("What next?", "What next?"), ("Out!", "Out!"), ("At 7 p.m.", "At 7 p.m.")],
)
def test_a_text_ends_once(text: str, heard: str) -> None:
    assert sentence(Words("en-GB"), text).replace("\u2068", "").replace("\u2069", "") == heard
