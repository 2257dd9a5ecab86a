"""Reading what a person typed: a command and the rest, or an answer.

People type on phones: capitals, slashes from other bots, full stops, a hash before a number and
invisible marks from copying are all understood.
"""

import difflib
import re
from collections.abc import Collection

from relay.language.vocabulary import plain

_THUMB = "\N{THUMBS UP SIGN}"
_NUMBER = re.compile(
    r"(?:no\.?\s*|number\s+)?#?(\d{1,9})(?=[\s.,:;!?]|$)(?![.,:]\d)[.,:;!?]*\s*", re.IGNORECASE
)


def read_number(text: str) -> tuple[int | None, str]:
    """Read `12 …`, `#12 …`, `no. 12 …`; return the number (or None) and what follows it."""
    found = _NUMBER.match(text)
    return (None, text) if found is None else (int(found[1]), text[found.end() :].strip())


def first_word(text: str) -> str:
    """Return the first word of a text, or nothing."""
    return next(iter(text.split(maxsplit=1)), "")


def is_thumb(emoji: str | None) -> bool:
    """Whether a reaction is a thumbs up, in any skin tone."""
    return plain(emoji) == _THUMB


def nearest(word: str, known: Collection[str], cutoff: float) -> str:
    """Return which of the `known` a word is nearly, by a slip of the finger, or nothing.

    Args:
        word: as it was typed, however long.
        known: what it may have been meant as.
        cutoff: how alike they must be, as `difflib.SequenceMatcher.ratio` counts it.
    """
    longest = max(map(len, known), default=0)
    # Twice the shorter of two, by both, is the most that they can be alike. To compare the longest
    # that Signal carries takes a quarter of a second.
    if len(word) * cutoff > longest * (2 - cutoff):
        return ""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=cutoff)), "")
