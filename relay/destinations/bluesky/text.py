"""Cutting a text into Bluesky posts.

A post holds 300 grapheme clusters and 3,000 bytes (`app.bsky.feed.post` in the atproto lexicons).
A longer text becomes a thread: cut at the end of a sentence where that is possible, otherwise
between words, otherwise anywhere but inside a character as people see it. Links, tags, mentions and
email addresses stay whole; a link too long for any post is shown shortened and still leads to its
whole address.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from uniseg.graphemecluster import grapheme_cluster_boundaries
from uniseg.sentencebreak import sentence_boundaries

from relay.destinations.base import Mark
from relay.destinations.bluesky.limits import MAX_BYTES, MAX_GRAPHEMES
from relay.destinations.spans import Span, find_spans
from relay.destinations.tidy import tidied
from relay.language.graphemes import graphemes, is_within

MAX_POSTS = 25
"""A longer thread is read by nobody; and the time it takes to cut stays short."""

_MAX_CHARACTERS = 12_000
"""Hardly any longer text fits into a thread, and cutting it would hold everything else up."""

# The dot after `St` or a name's initial, and that of a numbered line, end no sentence.
_NO_END = re.compile(r"(?:(?<!\S)[A-Z][a-z]{0,2}\.|(?:\A|\n)\W*\w{1,3}[.)]) *\Z")
_NO_END_LENGTH = 20
_LONGEST_NUMBER = len(f" ({MAX_POSTS}/{MAX_POSTS})")
_SHOWN_OF_LINK = 60


class TextTooLong(ValueError):
    """The text would need more posts than a thread may have."""


@dataclass(frozen=True)
class PostText:
    """The text of one post, numbering included, and what in it leads somewhere."""

    text: str
    marks: tuple[Mark, ...]


def posts_of(text: str) -> tuple[PostText, ...]:
    """Cut a text into posts.

    Args:
        text: of any length; tidied first.

    Returns:
        One post, unnumbered, where the text fits, else several that end in `(1/3)`; none for an
        empty text.

    Raises:
        TextTooLong: where more than `MAX_POSTS` would be needed.
    """
    text = tidied(text)
    if not text:
        return ()
    if len(text) > _MAX_CHARACTERS:
        raise TextTooLong
    if _fits_one_post(text):
        return (PostText(text, _marks(text, 0, find_spans(text))),)
    text, spans = _with_short_links(text, find_spans(text))
    for most in (9, MAX_POSTS):
        number = len(f" ({most}/{most})")
        pieces = _Cutter(text, spans, MAX_GRAPHEMES - number, MAX_BYTES - number).pieces()
        if len(pieces) <= most:
            return tuple(
                PostText(
                    f"{text[start:end]} ({place}/{len(pieces)})"
                    if len(pieces) > 1
                    else text[start:end],
                    _marks(text[start:end], start, spans),
                )
                for place, (start, end) in enumerate(pieces, 1)
            )
    raise TextTooLong


def _fits_one_post(text: str) -> bool:
    return len(text.encode()) <= MAX_BYTES and is_within(text, MAX_GRAPHEMES)


def _marks(piece: str, offset: int, spans: Iterable[Span]) -> tuple[Mark, ...]:
    marks = []
    for span in spans:
        start, end = span.start - offset, span.end - offset
        if span.kind == "plain" or start < 0 or end > len(piece):
            continue
        first = len(piece[:start].encode())
        marks.append(
            Mark(
                start=first,
                end=first + len(piece[start:end].encode()),
                kind=span.kind,
                value=span.value,
            )
        )
    return tuple(marks)


def _with_short_links(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    parts: list[str] = []
    moved: list[Span] = []
    done = length = 0
    for span in spans:
        shown = text[span.start : span.end]
        clusters = list(graphemes(shown))
        if _fits(len(clusters), len(shown.encode())):
            kept = shown
        elif span.kind == "link":
            kept = "".join(clusters[:_SHOWN_OF_LINK])[:_SHOWN_OF_LINK] + "…"
        else:
            continue
        between = text[done : span.start]
        start = length + len(between)
        parts += (between, kept)
        length = start + len(kept)
        done = span.end
        moved.append(replace(span, start=start, end=length))
    return "".join((*parts, text[done:])), moved


def _fits(graphemes: int, size: int) -> bool:
    return graphemes <= MAX_GRAPHEMES - _LONGEST_NUMBER and size <= MAX_BYTES - _LONGEST_NUMBER


class _Cutter:
    """Finds where to cut one text for a given room in each post."""

    def __init__(self, text: str, spans: Sequence[Span], graphemes: int, size: int) -> None:
        self._text = text
        self._graphemes = graphemes
        self._size = size
        self._clusters = list(grapheme_cluster_boundaries(text))
        self._bytes = [0, *accumulate(len(character.encode()) for character in text)]
        whole = {place for span in spans for place in range(span.start + 1, span.end)}
        self._anywhere = [place for place in self._clusters if place and place not in whole]
        self._words = [
            place
            for place in self._anywhere
            if place == len(text) or (text[place - 1].isspace() and not text[place].isspace())
        ]
        allowed = set(self._anywhere)
        self._sentences = [
            place
            for place in sentence_boundaries(text)
            if place in allowed and (place == len(text) or not _ends_no_sentence(text, place))
        ]

    def pieces(self) -> list[tuple[int, int]]:
        """Return the start and end of each post's part of the text, white space left out."""
        pieces = []
        start = 0
        while start < len(self._text):
            cut = self._cut(start)
            pieces.append((start, self._trimmed(start, cut)))
            start = self._skip_space(cut)
        return pieces

    def _cut(self, start: int) -> int:
        """Return where the post that begins at `start` ends."""
        sentence = self._last_fitting(self._sentences, start)
        if sentence is not None and self._next_sentence_fits(sentence):
            return sentence
        word = self._last_fitting(self._words, start)
        # A sentence too long for any post has to be cut, so it may as well begin here.
        if word is not None or sentence is not None:
            return max(word or 0, sentence or 0)
        for places in (self._anywhere, self._clusters, range(len(self._text) + 1)):
            place = self._last_fitting(places, start)
            if place is not None:
                return place
        raise AssertionError("one character always fits")

    def _next_sentence_fits(self, sentence: int) -> bool:
        start = self._skip_space(sentence)
        if start == len(self._text):
            return True
        following = self._sentences[bisect_right(self._sentences, start)]
        return self._has_room(start, following)

    def _last_fitting(self, places: Sequence[int], start: int) -> int | None:
        first = bisect_right(places, start)
        count = _count_while(
            len(places) - first, lambda ahead: self._has_room(start, places[first + ahead])
        )
        return places[first + count - 1] if count else None

    def _has_room(self, start: int, cut: int) -> bool:
        end = self._trimmed(start, cut)
        return (
            self._bytes[end] - self._bytes[start] <= self._size
            and bisect_right(self._clusters, end - 1) - bisect_right(self._clusters, start) + 1
            <= self._graphemes
        )

    def _trimmed(self, start: int, cut: int) -> int:
        return start + len(self._text[start:cut].rstrip())

    def _skip_space(self, place: int) -> int:
        following = bisect_right(self._clusters, place)
        while place < len(self._text) and self._text[place : self._clusters[following]].isspace():
            place = self._clusters[following]
            following += 1
        return place


def _ends_no_sentence(text: str, place: int) -> bool:
    return _NO_END.search(text, max(0, place - _NO_END_LENGTH), place) is not None


def _count_while(most: int, holds: Callable[[int], bool]) -> int:
    """Count how many of 0, 1, 2 … hold before the first that does not."""
    count = 0
    while count < most and holds(count):
        count += 1
    return count
