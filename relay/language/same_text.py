"""When two texts are the same message: forwarded, pasted, or typed once more by hand.

What a forward, a clipboard or a keyboard changes does not count: spaces and line ends, quotes and
other punctuation, emoji, capital letters, how a letter is composed, and what stands for a mention.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

MOST = 8_000
"""Characters that are looked at. What is as long and begins the same is the same."""

BEGINNING = 300
"""Letters of the beginning of a long text by which it is found as well. Signal puts what is beyond
2 KiB into a file, which may not come along (`MAX_INLINE_BODY_SIZE_BYTES`, the same place); so many
letters are before that in any script."""

HEAPS = re.compile(r"[^\w\s]{31,}")
"""More than 30 signs after each other, as accents on one letter (UAX 15, "Stream-Safe Text"): to
put those in order takes the square of how many they are."""
_NO_LETTERS = re.compile(r"[\W_]+")
_DRESS = re.compile("[\\s\u200b-\u200f\u2060\ufe00-\ufe0f\ufffc\U0001f3fb-\U0001f3ff]+")
"""What signs and emoji are dressed with: space, joiners, variants, shades of skin."""
_QUOTED = re.compile('["“„«‘]([^“„«‘]{2,1000}?)["”“»’](?=\\W|$)')
_MENTION = re.compile(r"@\S+(?:[^\S\n]+\S+){0,2}")
_SHORTEST_PART = 8
_MOST_READINGS = 60
_MOST_MENTIONS = 3


def folded(text: str) -> str:
    """Return what of a text has to be the same; empty for none."""
    plain = unicodedata.normalize("NFKC", HEAPS.sub(" ", text[:MOST])).casefold()
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKD", plain))
    return letters or _DRESS.sub("", text[:MOST])


def readings(text: str) -> list[str]:
    """Return how a text may have stood in a group, folded, the likeliest first.

    Whoever pastes a message may put words round it, several messages under each other, and a name
    where somebody was mentioned: that is spelled out in what people write to the bot.

    Args:
        text: as somebody sends it to the bot.
    """
    found = dict.fromkeys(folded(one) for one in islice(_readings(text[:MOST]), _MOST_READINGS))
    return [one for one in found if one]


def _readings(text: str) -> Iterator[str]:
    yield text
    yield from _without_mentions(text)
    for part in (*(one[1] for one in _QUOTED.finditer(text)), *text.splitlines()):
        if len(part) < len(text) and len(folded(part)) >= _SHORTEST_PART:
            yield part
            yield from _without_mentions(part)


def _without_mentions(text: str) -> Iterator[str]:
    """A text without its mentions, each of one to three words."""
    found = list(islice(_MENTION.finditer(text), _MOST_MENTIONS))
    if not found:
        return
    for counts in product((1, 2, 3), repeat=len(found)):
        pieces, done = [], 0
        for mention, words in zip(found, counts, strict=True):
            pieces.append(text[done : mention.start()])
            name = re.match(rf"\S+(?:[^\S\n]+\S+){{0,{words - 1}}}", mention[0])
            done = mention.start() + (name.end() if name else 0)
        yield "".join((*pieces, text[done:]))
