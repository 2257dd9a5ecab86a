"""Keeping the writing direction of one piece of text from spilling into the sentence around it.

A name in Arabic inside an English sentence would otherwise pull the words beside it to the wrong
side, and a right-to-left override typed by a stranger could make a sentence of ours read backwards.
The rules are those of the Unicode Bidirectional Algorithm (UAX #9, sections 2 and 3.1): isolates
(FSI … PDI) confine whatever is inside, and end with the paragraph.
"""

import unicodedata

_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_ISOLATE_STARTS = frozenset("\u2066\u2067\u2068")
_NEEDS_ISOLATION = frozenset(
    {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
)


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
    return "".join(_isolate_line(line) for line in text.splitlines(keepends=True))


def _isolate_line(line: str) -> str:
    if not any(unicodedata.bidirectional(character) in _NEEDS_ISOLATION for character in line):
        return line
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
