"""The list in each board: one pinned message that says what stands and until when.

It is edited for as long as Signal takes edits (a day, and ten times: `Reference.may_be_edited`).
After that it is posted anew; the earlier one is deleted where that is still possible, and loses its
pin where it is not. Releases before 0.99 cannot pin: then admins are told once how they do it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

from relay.adverts.service import AdvertService, Board
from relay.adverts.tables import Advert, BoardList
from relay.delivery.observers import QuietObserver
from relay.settings import Settings
from relay.signal.outgoing import (
    SIGNAL_LANE,
    Delete,
    Earlier,
    Edit,
    Message,
    Outgoing,
    Pin,
    Unpin,
    queue_outgoing,
)
from relay.signal.priority import Priority
from relay.signal.references import Reference
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import BranchTime, Clock
from relay.time.quiet import is_quiet

TOPIC = "board:"
_RETRY = timedelta(hours=1)
_LONGEST_LINE = 60
_BY_HAND = "failed"


class BoardLists(QuietObserver):
    """Keeps the list in each board as it should be.

    Args:
        store: where the lists are, and the outbox.
        clock: the time.
        settings: when people sleep.
        time: the branch's clock, and the words of the list.
        adverts: what stands.
        tell_to_pin: called with a board whose list admins have to pin by hand.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        time: BranchTime,
        adverts: AdvertService,
        tell_to_pin: Callable[[Board], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._night = settings.announcements.night_from, settings.announcements.night_until
        self._time = time
        self._adverts = adverts
        self._tell_to_pin = tell_to_pin

    def bring_up_to_date(self) -> None:
        """Change every list that does not say what stands; called every round."""
        if is_quiet(self._clock.now(), self._time.zone, *self._night):
            return
        for board in self._adverts.boards.values():
            kept = self._adverts.table.list_of(board.id)
            if self._waits(kept):
                continue
            standing = self._adverts.table.standing(board.id)
            digest = _digest(standing)
            if digest != kept.shown:
                with self._store.transaction():
                    self._change(board, replace(kept, retry_at=None), standing, digest)

    def text(self, board: Board, standing: list[Advert]) -> str:
        """Return what a list says."""
        say = self._time.words.say
        lines = [
            say(
                "board-list-line",
                number=str(one.number),
                text=shortened(one.text),
                until=self._time.day(one.until or self._clock.now()),
            )
            for one in standing
        ]
        return say("board-list", board=board.name, count=len(lines), lines="\n".join(lines))

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A list stands: it is pinned, and the one before gives way."""
        kept = self._list_of(delivery)
        if kept is None or kept.delivery != delivery.id:
            return
        if kept.earlier is not None:
            self._retire(kept, kept.earlier)
        self._queue(kept.board, Pin(earlier=Earlier(delivery=delivery.id)))
        self._adverts.table.keep_list(replace(kept, earlier=None))

    def failed(self, delivery: Delivery, reason: str) -> None:
        """A list was not taken, or not pinned."""
        kept = self._list_of(delivery)
        if kept is None:
            return
        if delivery.action == "pin":
            if kept.pinning != _BY_HAND and kept.board in self._adverts.boards:
                self._tell_to_pin(self._adverts.boards[kept.board])
            self._adverts.table.keep_list(replace(kept, pinning=_BY_HAND))
        elif delivery.action == "edit":
            self._adverts.table.keep_list(replace(kept, shown="-", retry_at=self._later()))
        elif kept.delivery == delivery.id:
            back = replace(kept, delivery=kept.earlier, earlier=None, shown="-")
            self._adverts.table.keep_list(replace(back, retry_at=self._later()))

    def _later(self) -> Any:
        return self._clock.now() + _RETRY

    def _waits(self, kept: BoardList) -> bool:
        if kept.retry_at is not None and kept.retry_at > self._clock.now():
            return True
        return bool(self._store.topics.queued(_topic(kept.board)))

    def _change(self, board: Board, kept: BoardList, standing: list[Advert], digest: str) -> None:
        reference = self._reference(kept)
        if reference is not None and reference.may_be_edited(self._clock.now()):
            text = self.text(board, standing)
            self._queue(board.id, Edit(text=text, earlier=Earlier(delivery=kept.delivery)))
            self._adverts.table.keep_list(replace(kept, shown=digest))
        elif standing:
            posted = self._queue(board.id, Message(text=self.text(board, standing)))
            self._adverts.table.keep_list(
                replace(kept, shown=digest, delivery=posted, earlier=kept.delivery)
            )
        else:
            if kept.delivery is not None:
                self._retire(kept, kept.delivery)
            self._adverts.table.keep_list(replace(kept, shown="", delivery=None))

    def _retire(self, kept: BoardList, delivery: int) -> None:
        """Take the pin off an earlier list, and delete it where Signal still does that.

        Whether a message that is deleted loses its pin on every phone is not known: so it is said.
        """
        sent_at = self._store.outbox.sent_at(delivery)
        found = self._store.outbox.result(delivery)
        young = found is not None and Reference.read(found, sent_at).is_young(self._clock.now())
        earlier = Earlier(delivery=delivery)
        if kept.pinning != _BY_HAND:
            self._queue(kept.board, Unpin(earlier=earlier))
        if young:
            self._queue(kept.board, Delete(earlier=earlier))

    def _reference(self, kept: BoardList) -> Reference | None:
        found = None if kept.delivery is None else self._store.outbox.result(kept.delivery)
        if found is None or kept.delivery is None or found.get("timestamp") is None:
            return None
        return Reference.read(found, self._store.outbox.sent_at(kept.delivery))

    def _queue(self, board: str, outgoing: Outgoing) -> int:
        return queue_outgoing(
            self._store.outbox,
            board,
            outgoing,
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
            topic=_topic(board),
        )

    def _list_of(self, delivery: Delivery) -> BoardList | None:
        if delivery.lane != SIGNAL_LANE:
            return None
        topic = self._store.topics.of(delivery.id) or ""
        if not topic.startswith(TOPIC):
            return None
        return self._adverts.table.list_of(topic.removeprefix(TOPIC))


def shortened(text: str) -> str:
    """Return how an advert begins, in one line."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_LINE:
        return line
    return line[: _LONGEST_LINE - 1].rsplit(" ", 1)[0] + "…"


def _topic(board: str) -> str:
    return f"{TOPIC}{board}"


def _digest(standing: list[Advert]) -> str:
    if not standing:
        return ""
    shown = "\n".join(f"{one.number} {one.until}" for one in standing)
    return sha256(shown.encode()).hexdigest()[:16]
