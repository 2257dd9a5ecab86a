"""Points numbered by year and number, as councils do: "27/1 Apologies", "27/2 Interests"."""

import re
from collections.abc import Sequence

_REFERENCE = re.compile(
    r"\s{0,8}(?P<year>\d{2,4})/(?P<number>\d{1,3})[.:)]{0,2}[ \t]{1,8}(?=[^\W\d])"
)
_FEWEST = 3
"""Lines in a row: fewer may be days."""


def referenced(text: str, rows: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return where what is said begins in the rows that are such points, by the row's number.

    The first number stays and the second goes up by one, which days of a list do not.

    Args:
        text: plain.
        rows: where its lines are, half-open.
    """
    found: dict[int, int] = {}
    run: list[tuple[int, int, str, int]] = []
    for number, (start, end) in enumerate([*rows, (0, 0)]):
        if start < end and not text[start:end].strip():
            continue
        match = _REFERENCE.match(text, start, end)
        one = match and (number, match.end(), match["year"], int(match["number"]))
        if one and run and (run[-1][2], run[-1][3] + 1) == one[2:]:
            run.append(one)
            continue
        if len(run) >= _FEWEST:
            found.update({row: begins for row, begins, _, _ in run})
        run = [one] if one else []
    return found
