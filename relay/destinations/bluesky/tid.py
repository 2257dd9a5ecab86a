"""Record keys: timestamp identifiers, as https://atproto.com/specs/tid defines them."""

import secrets
from collections.abc import Sequence

from relay.time.clock import Clock

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_LENGTH = 13
_CLOCK_BITS = 10
_TIME_BITS = 53


def tid(microseconds: int, clock_id: int) -> str:
    """Write a timestamp identifier.

    Args:
        microseconds: since 1970, UTC; at most 53 bits.
        clock_id: 0 to 1023; tells apart writers that share a microsecond.

    Raises:
        ValueError: if either does not fit.
    """
    if not 0 <= microseconds < 1 << _TIME_BITS or not 0 <= clock_id < 1 << _CLOCK_BITS:
        raise ValueError("out of range for a timestamp identifier")
    number = microseconds << _CLOCK_BITS | clock_id
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))


class TidClock:
    """Hands out record keys that sort by time and never come twice.

    Args:
        clock: where the time comes from.
        clock_id: 0 to 1023, or None for a random one.
    """

    def __init__(self, clock: Clock, clock_id: int | None = None) -> None:
        self._clock = clock
        self._clock_id = secrets.randbelow(1 << _CLOCK_BITS) if clock_id is None else clock_id
        self._last = 0

    def keys(self, count: int) -> Sequence[str]:
        """Return fresh keys in ascending order."""
        first = max(int(self._clock.now().timestamp() * 1_000_000), self._last + 1)
        self._last = first + count - 1
        return [tid(first + place, self._clock_id) for place in range(count)]
