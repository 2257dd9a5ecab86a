"""Whether somebody has exactly the words of an entry before them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from relay.signed_feed.entry import SignedEntry
from relay.signed_feed.models import LONGEST_TEXT

LONGEST = 2 * LONGEST_TEXT
"""Characters that are looked at: no entry has half as many."""

_HEAPS = re.compile(r"[^\w\s]{31,}")
"""More than 30 signs after each other: to put as many accents in order takes the square of that."""

_UNSEEN = re.compile("[\u200b-\u200f\u202a\u202c\u2060\ufeff\ufe0f]")
"""What shows nothing. Signs that turn round what follows them do (UAX 9, 2.1 to 2.5)."""


def as_compared(text: str) -> str:
    """Return what has to be the same: every letter, figure and sign; neither space nor the unseen.

    Unlike `relay.language.same_text` it takes a changed amount for another text: a "£" or a dot
    that is missing is what somebody changes who wants money.
    """
    plain = " ".join(_HEAPS.sub(" ", _UNSEEN.sub("", text)).split())
    return unicodedata.normalize("NFC", plain[: LONGEST + 1])


def by_words(entries: Iterable[SignedEntry]) -> dict[str, SignedEntry]:
    """Return the newest entry whose words stand, by those words as they are compared.

    Args:
        entries: oldest first.
    """
    stand = ((one.content, one) for one in entries)
    return {as_compared(words.text): one for words, one in stand if words is not None}


def entry_with(entries: Mapping[str, SignedEntry], text: str) -> SignedEntry | None:
    """Return the entry that says just what a text says, or None.

    Args:
        entries: as `by_words` returns them.
        text: as somebody got it.
    """
    asked = as_compared(text)
    return entries.get(asked) if asked else None
