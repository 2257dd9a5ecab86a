"""Saying something in one post: what matters less gives way until the rest fits.

The room is the least that any of the public destinations has.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from relay.destinations import KINDS
from relay.destinations.spans import find_spans
from relay.destinations.tidy import tidied
from relay.language.graphemes import beginning, graphemes, is_within

_ROOMS = [kind.room for kind in KINDS if kind.room is not None]
_MAX_BYTES = min(room.bytes for room in _ROOMS)
_MAX_GRAPHEMES = min(room.graphemes for room in _ROOMS)

_WORTH_SAYING = 12
"""Graphemes; what is left of a part that is shorter says nothing."""

Compose = Callable[[Mapping[str, str]], str]
"""Makes the text from its parts; a part that is empty takes no room."""


def fitted(parts: Mapping[str, str], compose: Compose, giving_way: Sequence[str]) -> str:
    """Return a text that fits into one post.

    Args:
        parts: by name.
        compose: makes the text of them.
        giving_way: names of the parts that may be shortened, the least important first. All but
            the last of them may be left out whole.

    Returns:
        The whole text where it fits. It is longer than a post only where it would be without any
        of the parts that may give way.
    """
    kept = dict(parts)
    for name in giving_way:
        text = tidied(compose(kept))
        if fits(text):
            return text
        least = _WORTH_SAYING if name == giving_way[-1] else 0
        kept[name] = _longest(kept, name, compose, least)
    return tidied(compose(kept))


def fits(text: str) -> bool:
    """Whether a text fits into one post."""
    return len(text.encode()) <= _MAX_BYTES and is_within(text, _MAX_GRAPHEMES)


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words where there are any, and an ellipsis.

    Links and tags stay whole or go whole: half of one leads elsewhere.

    Args:
        text: any.
        most: graphemes, the ellipsis and the gap before it included.
    """
    if len(text) <= most:
        return text
    clusters = beginning(text, most)
    if len(clusters) <= most:
        return text
    kept = "".join(clusters[: max(most - 2, 0)])
    spans = [span for span in find_spans(text) if span.start < len(kept)]
    if spans and spans[-1].end > len(kept):
        kept = text[: spans[-1].start]
    elif (
        kept.strip() and not text[len(kept)].isspace() and any(letter.isspace() for letter in kept)
    ):
        kept = kept[: len(kept.rstrip()) - len(kept.split()[-1])]
    kept = kept.rstrip(" \n\t,;:(–—-")
    if not kept.strip():
        return ""
    # An ellipsis right behind a link or a tag would be read as a part of it.
    gap = " " if any(span.end == len(kept) for span in spans) else ""
    return f"{kept}{gap}…"


def tags_in(text: str) -> tuple[str, ...]:
    """Return the hashtags of a text, each with its `#`, in order."""
    return tuple(f"#{span.value}" for span in find_spans(text) if span.kind == "tag")


def _longest(kept: Mapping[str, str], name: str, compose: Compose, least: int) -> str:
    """The most of a part with which the text fits, or the least that is allowed."""
    whole = kept[name]
    room = range(sum(1 for _ in graphemes(whole)))

    def is_too_much(most: int) -> bool:
        return not fits(tidied(compose({**kept, name: shortened(whole, most)})))

    most = bisect_right(room, False, key=is_too_much) - 1
    if most < _WORTH_SAYING:
        return shortened(whole, least) if least else ""
    return shortened(whole, most)
