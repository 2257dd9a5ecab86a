"""What an invitation calls its meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.masks import HIDDEN
from relay.meetings.reading.vocabulary import Vocabulary

_MOST_WORDS = 14
_SENTENCE = re.compile(rf"[.!?;](?:\s|$)|{HIDDEN}+|\s[–—-]\s|[()]")
_OPENING = "#'\"“‘(£"
_CLOSING = "?)'\"”’"
_BETWEEN = " ,:;@–—-"
_LONGEST_WORD = 20
_MOST = 8
"""Candidates that are looked at."""

_At = tuple[int, int]


@cache
def _regex(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    table = words.tables["titles"]
    noise = f"{words.tables['places']['noise']}|{table['nothing']}"
    greeting = words.tables["forwarded"]["greeting"]
    return {
        "lead": re.compile(rf"^\W{{0,8}}(?:{table['lead']})\s+", re.IGNORECASE),
        "tail": re.compile(rf"(?<![\w-])(?:{table['tail']})$", re.IGNORECASE),
        "open": re.compile(
            rf"(?<!\w)(?:{words.tables['endings']['open']}) (?:{words.tables['time']['tbc']})",
            re.IGNORECASE,
        ),
        "noise": re.compile(rf"\W*(?:{noise})\W*", re.IGNORECASE),
        "greeting": re.compile(rf"(?:{greeting})\W*", re.IGNORECASE),
    }


def is_saying(content: str, words: Vocabulary) -> bool:
    """Whether some words tell something instead of naming it: "we are having"."""
    return words.regex("sureness", "saying_title").search(content) is not None


@dataclass(frozen=True)
class TitleFinder:
    """Finds the title in a text whose moments, links and agenda are masked.

    Attributes:
        text: the masked text.
        layout: its lines.
        words: the vocabulary.
        taken: the parts that say when and where it is, half-open.
    """

    text: str
    layout: Layout
    words: Vocabulary
    taken: tuple[_At, ...]

    def title(self) -> _At | None:
        """Return where the title stands, or None where none is stated."""
        for line in self.layout.of("title"):
            if not self.text[slice(*line.at)].strip(HIDDEN + " "):
                continue
            if not self._is_taken(line.at):
                return self._trimmed(*line.at)
            # "Meeting: Tuesday 8 December, 7pm, Vestry Hall".
            inner = next(self._in_line(*line.at), None)
            if inner is not None:
                return inner
        if self.layout.subject is not None:
            return self._trimmed(*self.layout.subject) or self.layout.subject
        lines = (line.at for line in self.layout.lines if not line.kind and not line.point)
        found = list(islice((one for at in lines for one in self._in_line(*at)), _MOST))
        event = self.words.regex("places", "event")
        named = (one for one in found if event.search(self.text[slice(*one)]))
        if not found or not is_saying(self.text[slice(*found[0])], self.words):
            return found[0] if found else None
        clear = (one for one in named if not is_saying(self.text[slice(*one)], self.words))
        return next(clear, found[0])

    def _is_taken(self, at: _At) -> bool:
        """Whether a part that says when or where it is stands within another."""
        return any(at[0] <= start < at[1] for start, _ in self.taken)

    def _in_line(self, start: int, end: int) -> Iterator[_At]:
        if greeting := _regex(self.words)["greeting"].match(self.text[start:end]):
            start += greeting.end()
        cuts = sorted(at for at in self.taken if start <= at[0] < end)
        edges = [start, *[edge for at in cuts for edge in at], end]
        for one, other in zip(edges[::2], edges[1::2], strict=True):
            for begin, stop in self._sentences(one, other):
                found = self._trimmed(begin, stop)
                if found is not None and self._is_title(self.text[slice(*found)]):
                    yield found

    def _is_title(self, content: str) -> bool:
        if not re.search(r"\w{2}", content) or len(content.split()) > _MOST_WORDS:
            return False
        return _regex(self.words)["noise"].fullmatch(content) is None

    def _sentences(self, start: int, end: int) -> list[_At]:
        found, begin = [], start
        for match in _SENTENCE.finditer(self.text[start:end]):
            found.append((begin, start + match.start()))
            begin = start + match.end()
        return [*found, (begin, end)]

    def _trimmed(self, start: int, end: int) -> _At | None:
        """Without words that lead to it or on from it, such as "Join us for our"."""
        regex, text = _regex(self.words), self.text
        if cut := regex["open"].search(text[start:end]):
            end = start + cut.start()
        while start < end and (match := regex["lead"].match(text[start:end] + " ")):
            start += match.end()
        while start < end:
            end = start + len(text[start:end].rstrip(_BETWEEN))
            word = regex["tail"].search(text[max(start, end - _LONGEST_WORD) : end])
            if word is None:
                break
            end -= len(word.group())
        while start < end and not text[start].isalnum() and text[start] not in _OPENING:
            start += 1
        while end > start and not text[end - 1].isalnum() and text[end - 1] not in _CLOSING:
            end -= 1
        return (start, end) if start < end else None
