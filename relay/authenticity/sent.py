"""By what a text is known again that was sent to groups and is no longer there in these words.

Earlier versions of a post, notices, reminders and what was taken back are kept as keyed hashes
alone. All that goes to a group is noted when it has arrived there; what those post whom a branch
follows, when it is read.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from relay.authenticity.beside import is_dress
from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.particulars import prepared
from relay.authenticity.tables import FollowedMarks, SentMarks, TextSent
from relay.delivery.observers import QuietObserver
from relay.signal.outgoing import SIGNAL_LANE
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

KEPT_FOR = timedelta(days=400)
_GROUP = "group."
_OF_MEMBERS = ("advert:", "board:")
"""Topics of what the bot posts for members and nobody vouches for."""
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
        self._followed = store[FollowedMarks]
        self._noted: set[tuple[str, int, int]] = set()

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Note the words of what went to a group."""
        if delivery.lane != SIGNAL_LANE or not delivery.target.startswith(_GROUP):
            return
        if (self._store.topics.of(delivery.id) or "").startswith(_OF_MEMBERS):
            return
        for name in ("text", "question", "instead"):
            text = delivery.payload.get(name)
            if isinstance(text, str) and (made := _canonical(text)):
                self._marks.note(made, self._announcement(delivery), self._clock.now())

    def find(self, text: str) -> tuple[TextSent, str] | None:
        """Return what is known of a text that somebody has, and what dresses it; or None."""
        for one, beside in _versions(text):
            if (made := _canonical(one)) and (found := self._marks.find(made)) is not None:
                return found, beside
        return None

    def note_followed(self, posts: Iterable[KnownPost], most: int) -> bool:
        """Note what those have posted whom the branches follow; joins a transaction.

        Args:
            posts: as they stand now.
            most: how many are noted now: each takes a few milliseconds.

        Returns:
            Whether all are noted.
        """
        left = most
        for post in posts:
            key = (post.source, post.number, hash(post.text))
            if post.text and post.state is not PostState.FALSE and key not in self._noted:
                if left == 0:
                    return False
                left -= 1
                self._noted.add(key)
                if made := _canonical(post.text):
                    self._followed.note(made, post.source, post.number, self._clock.now())
        return True

    def find_followed(self, text: str) -> tuple[str, int] | None:
        """Return the feed and the number of the post that once said what somebody has, or None."""
        made = (_canonical(one) for one, _ in _versions(text))
        found = (self._followed.find(one) for one in made if one)
        return next((one for one in found if one is not None), None)

    def tidy(self) -> None:
        """Forget what was sent long ago."""
        before = self._clock.now() - KEPT_FOR
        self._marks.forget_before(before)
        self._followed.forget_before(before)

    def _announcement(self, delivery: Delivery) -> int | None:
        if delivery.operation is None:
            return None
        try:
            return self._store.operations.get(delivery.operation).announcement
        except KeyError:
            # It was given up with its announcement meanwhile.
            return None


def _versions(text: str) -> Iterator[tuple[str, str]]:
    """A text, and the same without some lines at either end that only dress it; and those."""
    lines = text.strip().splitlines()
    most = min(_MOST_LINES, len(lines) - 1)
    for first in range(max(most, 0) + 1):
        for last in range(max(most, 0) + 1):
            until = len(lines) - last
            beside = "\n".join((*lines[:first], *lines[until:])).strip()
            if first < until and is_dress(beside):
                yield "\n".join(lines[first:until]), beside


def _canonical(text: str) -> str:
    made = prepared(text)
    return made.canonical if len(made.folded) >= _FEWEST_LETTERS else ""
