"""Numbers by which people answer: they are drawn, so that one tells nothing of others."""

import secrets
from collections.abc import Collection


def free_number(taken: Collection[int], smallest: int, largest: int) -> int:
    """Return a number that is not taken; with more digits where many of them are.

    Args:
        taken: what is in use.
        smallest: the least that is drawn.
        largest: the greatest, as long as few are taken.
    """
    while len(taken) * 4 > largest:
        largest = largest * 10 + 9
    while (drawn := smallest + secrets.randbelow(largest - smallest + 1)) in taken:
        pass
    return drawn
