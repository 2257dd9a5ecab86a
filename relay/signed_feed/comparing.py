"""Whether somebody has exactly the words of an entry before them."""

import re
import unicodedata
from collections.abc import Sequence

from relay.signed_feed.entry import SignedEntry
from relay.signed_feed.models import LONGEST_TEXT

LONGEST = 2 * LONGEST_TEXT
"""Characters that are looked at: no entry has half as many."""

_HEAPS = re.compile(r"[^\w\s]{31,}")
"""More than 30 signs after each other: to put as many accents in order takes the square of that."""

_UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xFE0F])


def as_compared(text: str) -> str:
    """Return what has to be the same: every letter, figure and sign; neither space nor the unseen.

    Unlike `relay.language.same_text` it takes a changed amount for another text: a "£" or a dot
    that is missing is what somebody changes who wants money.
    """
    plain = _HEAPS.sub(" ", text[:LONGEST].translate(_UNSEEN))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def entry_with(entries: Sequence[SignedEntry], text: str) -> SignedEntry | None:
    """Return the newest entry whose words stand and are the text, or None.

    Args:
        entries: oldest first.
        text: as somebody got it.
    """
    asked = as_compared(text)
    for one in reversed(entries):
        if asked and one.content is not None and as_compared(one.content.text) == asked:
            return one
    return None
