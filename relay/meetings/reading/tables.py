"""A table whose first row names what its columns are about, with one row below it."""

import re
from itertools import pairwise

from relay.meetings.reading.lines import Line, heading_kind, trimmed
from relay.meetings.reading.vocabulary import Vocabulary

_LONGEST = 400


def read_table(
    text: str, rows: list[tuple[int, int]], words: Vocabulary
) -> tuple[list[Line], list[tuple[int, int]]]:
    """Return its cells, and the rows it takes; nothing where there is none.

    Args:
        text: plain.
        rows: its lines, half-open.
        words: the vocabulary.
    """
    used = [row for row in rows if text[slice(*row)].count("|") >= 2]
    bodies = [row for row in used if not re.fullmatch(r"[\s|:-]+", text[slice(*row)])]
    if len(bodies) != 2 or any(end - start > _LONGEST for start, end in bodies):
        return [], []
    heads, cells = (_cells(text, row) for row in bodies)
    kinds = [heading_kind(text[slice(*head)], words) for head in heads]
    if len(heads) != len(cells) or not all(kinds):
        return [], []
    lines = [
        Line(trimmed(text, *cell), kind, label=True)
        for kind, cell in zip(kinds, cells, strict=True)
    ]
    return lines, used


def _cells(text: str, row: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = row
    marks = [at for at in range(start, end) if text[at] == "|"]
    if not text[start:end].lstrip().startswith("|"):
        marks.insert(0, start - 1)
    if not text[start:end].rstrip().endswith("|"):
        marks.append(end)
    return [(one + 1, other) for one, other in pairwise(marks)]
