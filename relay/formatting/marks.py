"""Marks that people type for formatting, as they do in WhatsApp: `*bold*`, `_italic_`, `~struck~`.

And three backticks around what has letters of one width. Those who type them know them from
https://faq.whatsapp.com/539178204879377 ("How to format your messages"). A sign is a mark only
where it is at the edge of words, with its twin on the same line: what merely holds such a sign, a
sum, a list, a footnote, a link, "~20 people", stays as it is.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from relay.formatting.styles import Span, Style, StyledText

_MARKS = {"*": Style.BOLD, "_": Style.ITALIC, "~": Style.STRIKETHROUGH}
_SIGNS = (*_MARKS, "```")
_BLOCK = re.compile(r"(?<!`)```(?!`)(?P<words>[^`]+)(?<!`)```(?!`)")
_TOKEN = re.compile(r"\S+")
_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789+.-")
_AFTER_A_LINK = "*_~.,;:!?)]}'\"”’»"
_NOT_BEFORE = frozenset("@#/\\&=+%$^<|`")
"""No mark begins right after one of these: paths, handles, sums, faces such as `¯\\_(ツ)_/¯`."""
_NOT_AFTER = frozenset("@/\\=|`")


def read_marks(styled: StyledText) -> StyledText:
    """Return a text without the marks in it, and the styles that they stand for beside it.

    Args:
        styled: as written; the styles that it has already are kept.
    """
    text = styled.text
    if not any(sign in text for sign in _SIGNS):
        return styled
    spans = styled.spans
    blocks = [one for one in _BLOCK.finditer(text) if any(_is_word(char) for char in one["words"])]
    found = _Found(text, [(one.start, one.end) for one in spans if one.style is Style.MONOSPACE])
    for block in blocks:
        found.add(block.start(), block.start("words"), block.end("words"), Style.MONOSPACE)
    begin = 0
    for line in text.splitlines(keepends=True):
        found.look(begin, begin + len(line.rstrip("\r\n")))
        begin += len(line)
    return found.without_marks(spans)


class _Found:
    """The marks of a text, as they are found."""

    def __init__(self, text: str, kept: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._spans: list[Span] = []
        self._cut: set[int] = set()
        self._kept = {index for start, end in (*kept, *_links(text)) for index in range(start, end)}
        self._letters = frozenset(char for char in frozenset(text) if _is_word(char))
        self._closing: dict[str, list[int]] = {}
        self._words: list[int] = []

    def add(self, mark: int, start: int, end: int, style: Style) -> None:
        """Note a style from `start` to `end`, whose first mark is at `mark`; both marks go."""
        size = start - mark
        self._spans.append(Span(start, end, style))
        self._cut.update((*range(mark, start), *range(end, end + size)))
        if style is Style.MONOSPACE:
            self._kept.update(range(mark, end + size))

    def look(self, start: int, end: int) -> None:
        """Find the marks of a line."""
        line = self._text[start:end]
        self._closing = {
            mark: [at for at, char in enumerate(line, start) if char == mark and self._closes(at)]
            for mark in _MARKS
        }
        self._words = [at for at, char in enumerate(line, start) if char in self._letters]
        self._look_between(start, end)

    def _look_between(self, start: int, end: int) -> None:
        at = start
        while at < end:
            mark = self._text[at]
            twin = self._twin(at, end) if mark in _MARKS and self._opens(at) else None
            if twin is None:
                at += 1
                continue
            self.add(at, at + 1, twin, _MARKS[mark])
            self._look_between(at + 1, twin)
            at = twin + 1

    def without_marks(self, spans: Iterable[Span]) -> StyledText:
        """Return the text without its marks, with these styles and those that were found."""
        moved, kept = [], 0
        for index in range(len(self._text) + 1):
            moved.append(kept)
            kept += index not in self._cut
        text = "".join([char for index, char in enumerate(self._text) if index not in self._cut])
        every = (*spans, *self._spans)
        return StyledText.of_spans(
            text, [Span(moved[one.start], moved[one.end], one.style) for one in every]
        )

    def _twin(self, at: int, end: int) -> int | None:
        """Where a mark that opens at a place is closed, after a word at least."""
        word = next(iter(self._words[(at_ := bisect_left(self._words, at)) : at_ + 1]), end)
        closing = self._closing[self._text[at]]
        place = next(iter(closing[(to := bisect_left(closing, word)) : to + 1]), end)
        return place if place < end else None

    def _opens(self, at: int) -> bool:
        before, mark, after = self._around(at)
        if at in self._kept or after.isspace() or mark in (before, after):
            return False
        return not _is_word(before) and before not in _NOT_BEFORE

    def _closes(self, at: int) -> bool:
        before, mark, after = self._around(at)
        if at in self._kept or before.isspace() or mark in (before, after):
            return False
        return not _is_word(after) and after not in _NOT_AFTER

    def _around(self, at: int) -> tuple[str, str, str]:
        """A sign with what stands before and after it; a blank where the text ends."""
        return self._text[at - 1 : at] or " ", self._text[at], self._text[at + 1 : at + 2] or " "


def _links(text: str) -> Iterable[tuple[int, int]]:
    """Where links and addresses of mail stand, without the signs at their ends."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        start, scheme = 0, word.find("://")
        host, _, path = word.partition("/")
        if scheme >= 0:
            start = scheme
            while start and word[start - 1].lower() in _SCHEME:
                start -= 1
        elif (at := word.lower().find("www.")) >= 0:
            start = at
        elif not ("@" in word and "." in word) and not (path and "." in host.strip(".")):
            continue
        yield token.start() + start, token.start() + len(word.rstrip(_AFTER_A_LINK))


def _is_word(char: str) -> bool:
    """Whether a character is part of a word: letters, digits, and what stands on them."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"
