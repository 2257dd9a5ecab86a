"""Numbers by which people answer: they are drawn, so that one tells nothing of others."""

import secrets
from collections.abc import Callable, Collection

from relay.language.cries import may_call_out


def free_number(taken: Collection[int], smallest: int, largest: int) -> int:
    """Return a number that is not taken; with more digits where many of them are.

    Args:
        taken: what is in use.
        smallest: the least that is drawn.
        largest: the greatest, as long as few are taken.
    """
    while len(taken) * 4 > largest:
        largest = largest * 10 + 9
    return draw(smallest, largest, taken.__contains__)


def draw(smallest: int, largest: int, is_taken: Callable[[int], bool]) -> int:
    """Return a number that is not taken, and nothing that is rung in danger.

    `let in 999` would be heard as a cry for help.

    Args:
        smallest: the least that is drawn.
        largest: the greatest.
        is_taken: whether one is in use.
    """
    while True:
        drawn = smallest + secrets.randbelow(largest - smallest + 1)
        if not (is_taken(drawn) or may_call_out(str(drawn))):
            return drawn
