"""Sentences and lines of a text: what stands together is about the same thing."""

import bisect
import re

from relay.meetings.reading.vocabulary import Vocabulary

_END = re.compile(r"\n+|(?<=[\w)'”\"][.!?])\s+(?=[A-Z\"“'(])")
_LONGEST_ABBREVIATION = 8


class Sentences:
    """Where they are.

    Args:
        text: plain.
        words: the vocabulary, for what a full stop abbreviates.
    """

    def __init__(self, text: str, words: Vocabulary) -> None:
        short = re.compile(rf"\b(?:{words.pattern('text', 'abbreviations')}|(?-i:[A-Z]))\.$", re.I)
        self._starts = [0]
        for match in _END.finditer(text):
            before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
            if "\n" in match.group() or not short.search(before):
                self._starts.append(match.end())

    def number(self, at: tuple[int, int]) -> int:
        """Return which sentence a part of the text begins in."""
        return bisect.bisect_right(self._starts, at[0])

    def together(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether two parts of the text are in the same sentence."""
        return self.number(one) == self.number(other)
