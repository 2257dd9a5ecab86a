"""The name with which a text is signed: it is no place and no title."""

import re
from functools import cache

from relay.meetings.reading.masks import HIDDEN
from relay.meetings.reading.vocabulary import Vocabulary

_TAIL = 160
"""Characters at the end of a text that are looked at."""


@cache
def _pattern(words: Vocabulary) -> re.Pattern[str]:
    get = words.tables["signatures"]
    name = r"[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
    more = rf" (?:{name}|(?i:{get['join']}) {name})"
    role = rf"\s*[,(\n–-]\s*(?i:{get['role']})(?!\w)[^\n.!?]{{0,60}}"
    return re.compile(
        rf"(?:(?<=[.!?])\s+|(?<=\S) *\n *\n\s*)(?P<signed>(?:(?i:{get['lead']})[,!]?\s+)?"
        rf"(?P<name>{name}(?:{more}){{0,3}})(?:\s(?i:{get['kiss']}))?(?:{role})?)\W*$"
    )


def find_signature(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Return where a text is signed, half-open; None where it is not.

    A name is one at the end, behind a sentence or behind an empty line; not right behind a moment,
    where it is a place.

    Args:
        text: in which moments and links are masked.
        words: the vocabulary.
    """
    start = max(0, len(text.rstrip()) - _TAIL)
    match = _pattern(words).search(text.rstrip(), start)
    if match is None:
        return None
    said = text[: match.start()].rstrip(" .!?")
    if not said or said.endswith(HIDDEN) or words.ending("text", "abbreviations").search(said):
        return None
    named = match["name"]
    if any(words.regex("places", kind).search(named) for kind in ("venue", "event")):
        return None
    return match.span("signed")
