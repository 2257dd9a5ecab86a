"""Whether somebody tells in their own words that something was done to them."""

import re

from relay.language.cries import may_call_out
from relay.language.vocabulary import Vocabulary, clean

_MARKS = re.compile(r"[^\w\s\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u200c\u200d]")
"""Punctuation: what is no letter, nor a vowel sign that stands with one."""

_FEW = 6
"""Words of what somebody types in haste."""

_LONGEST = 1500
"""Characters that are looked at. Who tells something begins with it."""


def tells(vocabulary: Vocabulary, text: str) -> bool:
    """Whether somebody tells that something was or is done to them, in their own words."""
    said = _spaced(text)
    return any(vocabulary.phrase(one).search(said) for one in ("told_in_group", "danger_now"))


def is_in_danger_now(vocabulary: Vocabulary, text: str) -> bool:
    """Whether somebody tells of what happens at this moment, or that they cannot go on.

    It is no part of a story that waits: also who is writing one reads what to do.
    """
    said = _spaced(text)
    comes = len(text.split()) <= _FEW and vocabulary.phrase("they_come").search(said) is not None
    return (
        comes
        or vocabulary.phrase("danger_now").search(said) is not None
        or despairs(vocabulary, text)
    )


def may_be_in_danger(vocabulary: Vocabulary, text: str) -> bool:
    """Whether words that answer some question may be said in danger, or tell of harm or despair.

    That somebody comes counts in few words: in many it is part of a story.
    """
    return may_call_out(text) or is_in_danger_now(vocabulary, text) or tells(vocabulary, text)


def despairs(vocabulary: Vocabulary, text: str) -> bool:
    """Whether somebody says that they may kill or hurt themselves, or cannot go on."""
    return vocabulary.phrase("despairs").search(_spaced(text)) is not None


def _spaced(text: str) -> str:
    said = clean(text[:_LONGEST]).casefold().replace("’", "").replace("'", "")
    return " ".join(_MARKS.sub(" ", said).split())
