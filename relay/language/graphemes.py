"""Characters as people count them, in time that grows with the text and not with its square."""

import unicodedata
from collections.abc import Iterator

from uniseg.graphemecluster import grapheme_clusters

_MARKS = frozenset({"Mn", "Me", "Mc", "Cf"})
"""What joins the character before it (Unicode Standard Annex 29, GB9 and GB9a)."""
_MOST = 64
"""Marks on one character that are looked at together: no script writes more than a handful."""


def graphemes(text: str) -> Iterator[str]:
    """Yield the characters of a text as people count them.

    More marks than any script writes on one character count as another character: to look for the
    end of it takes time with the square of their number.

    Args:
        text: anything, however long.
    """
    begin, marks = 0, 0
    for at, char in enumerate(text):
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        if marks > _MOST:
            yield from grapheme_clusters(text[begin:at])
            begin, marks = at, 1
    yield from grapheme_clusters(text[begin:])


def beginning(text: str, most: int) -> list[str]:
    """Return the first characters of a text: all, or `most` and one that may be half of its own.

    To cut takes long, and looks back only: so no more of the text is cut than is needed.

    Args:
        text: anything, however long.
        most: not below zero.
    """
    end = most + 1
    while end < len(text):
        found = list(graphemes(text[:end]))
        if len(found) > most:
            return found[: most + 1]
        end *= 2
    return list(graphemes(text))[: most + 1]


def is_within(text: str, most: int) -> bool:
    """Return whether a text has no more than so many characters, without counting them all."""
    return len(text) <= most or len(beginning(text, most)) <= most
