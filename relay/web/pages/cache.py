"""What was made last, kept until it may look different: so that many readers cost little."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from relay.meetings.meeting import Occurrence
from relay.time.clock import Clock

KEPT = 1000
"""For how many addresses at once."""

LONGEST = timedelta(hours=1)
"""How long at most: a date far ahead comes into a list, or gets its year, at no exact moment."""

_Made = TypeVar("_Made")


class PageCache(Generic[_Made]):
    """Things by address, until the catalogue changes or one of the dates they show is over.

    Args:
        version: of the catalogue; another value means that everything may have changed.
        clock: the time.
    """

    def __init__(self, version: Callable[[], Hashable], clock: Clock) -> None:
        self._version = version
        self._clock = clock
        self._stands: Hashable = None
        self._kept: dict[str, tuple[datetime, _Made]] = {}

    def get(
        self, address: str, make: Callable[[], tuple[_Made, Iterable[Occurrence]] | None]
    ) -> _Made | None:
        """Return what stands at an address.

        Args:
            address: of the thing.
            make: called where it is not known; gives the thing and the dates it shows, or None
                where there is no such thing, which is not kept.
        """
        now, version = self._clock.now(), self._version()
        if version != self._stands or len(self._kept) >= KEPT:
            self._kept.clear()
            self._stands = version
        kept = self._kept.get(address)
        # A clock that was put back makes what is kept older than it seems, not wrong for ever.
        if kept is not None and now < kept[0] <= now + LONGEST:
            return kept[1]
        made = make()
        if made is None:
            return None
        thing, dates = made
        ends = (date.end for date in dates if date.end > now)
        self._kept[address] = (min([now + LONGEST, *ends]), thing)
        return thing
