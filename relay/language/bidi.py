"""Keeping the writing direction of one piece of text from spilling into the sentence around it.

A name in Arabic inside an English sentence would otherwise pull the words beside it to the wrong
side, and a right-to-left override typed by a stranger could make a sentence of ours read backwards.
The rules are those of the Unicode Bidirectional Algorithm (UAX #9, sections 2 and 3.1): isolates
(FSI … PDI) confine whatever is inside, and end with the paragraph.
"""

import re
import unicodedata

from babel import Locale

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_ISOLATE_STARTS = frozenset("\u2066\u2067\u2068")
_NEEDS_ISOLATION = frozenset(
    {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
)


_RIGHT_TO_LEFT_MARK = "\u200f"
_STRONG = frozenset({"L", "R", "AL"})
_ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_COUNT = re.compile(r"\d{1,3}")


def runs_right_to_left(locale: str) -> bool:
    """Return whether a locale is written from right to left, as CLDR says (`characterOrder`)."""
    known: str = Locale.parse(locale.replace("-", "_")).character_order
    return known == "right-to-left"


def isolate_foreign(text: str) -> str:
    """Confine the direction of an argument inside a sentence that runs right to left, line by line.

    Unlike in one that runs left to right, digits need it too: the groups of `0808 2000 247` would
    be read in the opposite order (UAX #9, rules N1 and N2). A whole number of a few digits is one
    group, and stays as it is.
    """
    lines = text.splitlines(keepends=True)
    return "".join(
        line if not line.strip() or _COUNT.fullmatch(line.strip()) else _confined(line)
        for line in lines
    )


def standing_right(text: str) -> str:
    """Let each line of a text of ours begin at the right, also where it begins with a number.

    Who shows a paragraph goes by its first letter and passes over what is isolated (UAX #9, rule
    P2), but browsers do not pass over it (HTML, the `dir` attribute, "auto"). So a line begins with
    the mark U+200F, unless its first letter is one from right to left by both.
    """
    lines = text.splitlines(keepends=True)
    return "".join(
        line if _begins_right(line) else f"{_RIGHT_TO_LEFT_MARK}{line}" for line in lines
    )


def _begins_right(line: str) -> bool:
    if not line.strip():
        return True
    bare = line
    while _ISOLATED.search(bare):
        bare = _ISOLATED.sub("", bare)
    return "L" not in (_first_strong(line), _first_strong(bare))


def _first_strong(text: str) -> str:
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in _STRONG), "L")


def isolate(text: str) -> str:
    """Confine the direction of `text`, line by line.

    Text that only runs left to right comes back unchanged, so that nothing invisible ends up in
    what people copy. In every other line, isolates that were left open are closed and closings
    without an opening are dropped, because either would undo the isolation.

    Returns:
        the same text as a reader sees it, safe to be placed inside a sentence.
    """
    if text.isascii():
        return text
    lines = text.splitlines(keepends=True)
    return "".join(_confined(line) if _needs_isolation(line) else line for line in lines)


def _needs_isolation(line: str) -> bool:
    return any(unicodedata.bidirectional(character) in _NEEDS_ISOLATION for character in line)


def _confined(line: str) -> str:
    body = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    kept: list[str] = []
    open_isolates = 0
    for character in body:
        if character in _ISOLATE_STARTS:
            open_isolates += 1
        elif character == _POP_ISOLATE:
            if open_isolates == 0:
                continue
            open_isolates -= 1
        kept.append(character)
    closing = _POP_ISOLATE * open_isolates
    return f"{_FIRST_STRONG_ISOLATE}{''.join(kept)}{closing}{_POP_ISOLATE}{line[len(body) :]}"
