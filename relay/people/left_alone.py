"""Who wants nothing that they have not asked for: kept as marks, for good, in no dated backup."""

from collections.abc import Callable
from datetime import timedelta

from relay.groups.requests import JoinMarks
from relay.store import Store
from relay.time.clock import Clock

_FOR_GOOD = timedelta(days=36_500)
"""Until they take it back: to forget it sooner would be to write to them again."""


class LeftAlone:
    """Remembers it. Joins a transaction.

    Args:
        store: where the marks are.
        clock: the time.
        has_hidden: whether somebody has a hidden chat.
    """

    def __init__(self, store: Store, clock: Clock, has_hidden: Callable[[str], bool]) -> None:
        self._marks = store[JoinMarks]
        self._clock = clock
        self._has_hidden = has_hidden

    def wants(self, person: str) -> bool:
        """Return whether an account id wants nothing unasked."""
        return self._marks.count(self._mark(person), self._clock.now()) > 0

    def spares(self, person: str) -> bool:
        """Return whether nothing unasked is to come to somebody, for whatever reason.

        They want it so, or somebody else may look at their phone.
        """
        return self.wants(person) or self._has_hidden(person)

    def begin(self, person: str) -> None:
        """Let nothing unasked come to an account id from now on."""
        if not self.wants(person):
            self._marks.note(self._mark(person), self._clock.now() + _FOR_GOOD)

    def end(self, person: str) -> None:
        """Let it come again, and forget that it did not."""
        self._marks.forget(self._mark(person))

    def _mark(self, person: str) -> bytes:
        return self._marks.mark("left-alone", person)
