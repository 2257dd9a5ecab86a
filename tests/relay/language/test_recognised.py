"""Which short texts are taken for which language, and which of them are offered other languages."""

import pytest
from short_texts import ENGLISH, FOREIGN, OTHERS

from relay.language.recognised import is_foreign, recognised

MISSED = {"dim byd", "mam problem z szefem"}
"""Not known to be foreign: a word of one of them is English, and the rest is in no list."""


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_offered_no_other_language(text: str) -> None:
    assert recognised(text).locales == ()
    assert not is_foreign(text)


def test_nothing_is_taken_for_another_of_the_languages() -> None:
    wrong = [t for t, locale in FOREIGN if recognised(t).locale not in (locale, None)]
    assert wrong == []


def test_nearly_all_are_answered_in_their_language_or_offered_it() -> None:
    named = {text for text, locale in FOREIGN if locale in recognised(text).locales}
    sure = {text for text, locale in FOREIGN if recognised(text).locale == locale}
    assert {text for text, _ in FOREIGN} - named <= MISSED
    assert len(sure) * 10 >= 8 * len(FOREIGN)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_in_none_of_them_is_offered_all(text: str) -> None:
    assert recognised(text).locale is None
    assert is_foreign(text)
