"""By what a text is known again that was sent to groups and is no longer there in these words.

Earlier versions of a post, notices, reminders and what was taken back are kept as keyed hashes
alone. All that goes to a group is noted when it has arrived there.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from relay.authenticity.particulars import prepared
from relay.authenticity.tables import SentMarks, TextSent
from relay.delivery.observers import QuietObserver
from relay.signal.outgoing import SIGNAL_LANE
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

KEPT_FOR = timedelta(days=400)
_GROUP = "group."
_FEWEST_LETTERS = 12
_MOST_LINES = 3
"""Lines that a phone or a person puts before or after a text."""


class SentTexts(QuietObserver):
    """Notes what has gone to groups, and finds it.

    Args:
        store: where marks are kept, and operations.
        clock: the time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._marks = store[SentMarks]

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Note the words of what went to a group."""
        if delivery.lane != SIGNAL_LANE or not delivery.target.startswith(_GROUP):
            return
        for name in ("text", "question", "instead"):
            text = delivery.payload.get(name)
            if isinstance(text, str) and (made := _canonical(text)):
                self._marks.note(made, self._announcement(delivery), self._clock.now())

    def find(self, text: str) -> TextSent | None:
        """Return what is known of a text that somebody has, or None."""
        found = (self._marks.find(made) for one in _versions(text) if (made := _canonical(one)))
        return next((one for one in found if one is not None), None)

    def tidy(self) -> None:
        """Forget what was sent long ago."""
        self._marks.forget_before(self._clock.now() - KEPT_FOR)

    def _announcement(self, delivery: Delivery) -> int | None:
        if delivery.operation is None:
            return None
        return self._store.operations.get(delivery.operation).announcement


def _versions(text: str) -> Iterator[str]:
    """A text, and the same without some lines at either end."""
    lines = text.strip().splitlines()
    most = min(_MOST_LINES, len(lines) - 1)
    for first in range(max(most, 0) + 1):
        for last in range(max(most, 0) + 1):
            if first + last < max(len(lines), 1):
                yield "\n".join(lines[first : len(lines) - last])


def _canonical(text: str) -> str:
    made = prepared(text)
    return made.canonical if len(made.folded) >= _FEWEST_LETTERS else ""
