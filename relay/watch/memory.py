"""Giving memory back to the system.

glibc keeps what a program has freed as long as something lies after it on the heap. A relay that
draws cards and pages all day so holds some ten megabytes that nobody uses, and a little more every
hour. `malloc_trim(3)` gives back whole pages also from the middle of the heap; it takes a
millisecond for each ten megabytes or so.
"""

import ctypes
from functools import cache
from typing import Protocol

GIVE_BACK_MINUTES = 5
"""How often a relay does so."""


class _Trim(Protocol):
    def __call__(self, pad: int, /) -> int: ...


async def give_back() -> None:
    """Give back to the system what was freed; does nothing where the C library cannot."""
    trim = _malloc_trim()
    if trim is not None:
        trim(0)


@cache
def _malloc_trim() -> _Trim | None:
    # musl has none, and needs none.
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
