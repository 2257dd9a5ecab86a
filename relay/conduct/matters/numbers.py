"""Numbers that people type and that tell nothing: neither how many there are nor in which order.

Somebody who must not know of a matter would learn of it from a gap in a sequence.
"""

from collections.abc import Callable

from relay.groups.drawing import draw

LOWEST = 100
"""Of the numbers of matters."""

_CROWDED = 3
"""One in so many numbers of a length may be taken before longer ones are drawn."""


def draw_number(taken: int, is_taken: Callable[[int], bool]) -> int:
    """Return a number that is free, of three digits or more, and nothing that is rung in danger.

    Args:
        taken: how many are not free.
        is_taken: whether one is not free.
    """
    low = LOWEST
    while taken * _CROWDED > low * 9:
        low *= 10
    return draw(low, 10 * low - 1, is_taken)
