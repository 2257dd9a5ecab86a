"""The list in each board: one pinned message that says what stands and until when.

What is added comes in by an edit, for as long as Signal takes edits (a day, and ten times:
`Reference.may_be_edited`). After that, and once something has gone from it, it is posted anew: the
apps show earlier texts of what was edited (`EditMessageHistoryDialog` in
signalapp/Signal-Android), so a line goes with its message. The earlier one is deleted where that is
still possible, and loses its pin where it is not: its lines can still be read there then.

What is taken down leaves the list too, at least while its own message can be deleted. So a list
that is older than an advert, by more than `ADDED_WITHIN`, takes no line for it by an edit and is
posted anew; and a list is deleted for that much longer than a day, which phones obey (they do for
two: `SIGNAL_WINDOW`). Edits and deletions wake nobody, so these are done at night too: only posting
anew waits for the day.

Releases before 0.99 cannot pin: then admins are told once how they do it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from relay.adverts.notifier import Board
from relay.adverts.service import AdvertService
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
from relay.signal.references import SIGNAL_WINDOW, Reference
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import BranchTime, Clock

TOPIC = "board:"
ADDED_WITHIN = timedelta(hours=3)
"""By how much a list may be older than an advert that is added to it by an edit."""
_RETRY = timedelta(hours=1)
_LONGEST_LINE = 60
_BY_HAND = "failed"
_RENEW = " -"
"""Behind what a list says that is to be posted anew by day."""


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
        self._settings = settings.announcements
        self._time = time
        self._adverts = adverts
        self._tell_to_pin = tell_to_pin

    def bring_up_to_date(self) -> None:
        """Change every list that does not say what stands; called every round."""
        night = self._settings.is_night(self._clock.now(), self._time.zone)
        for board in self._adverts.boards.values():
            kept = self._adverts.table.list_of(board.id)
            if self._waits(kept):
                continue
            standing = self._adverts.table.standing(board.id)
            digest = _digest(standing)
            if night and kept.delivery is None:
                continue
            shown = kept.shown.removesuffix(_RENEW) if night else kept.shown
            if digest != shown or (not night and self._is_too_old_for(kept, standing)):
                change = self._change_at_night if night else self._change
                with self._store.transaction():
                    change(board, replace(kept, retry_at=None), standing, digest)

        self._forget_undeclared()

    def _forget_undeclared(self) -> None:
        """Take away the list in a group that is a board no more."""
        table = self._adverts.table
        gone = [one for one in table.lists() if one.board not in self._adverts.boards]
        for kept in gone:
            if not self._store.topics.queued(_topic(kept.board)):
                with self._store.transaction():
                    for delivery in (kept.earlier, kept.delivery):
                        if delivery is not None:
                            self._retire(kept, delivery)
                    table.forget_list(kept.board)

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

    def _later(self) -> datetime:
        return self._clock.now() + _RETRY

    def _waits(self, kept: BoardList) -> bool:
        if kept.retry_at is not None and kept.retry_at > self._clock.now():
            return True
        return bool(self._store.topics.queued(_topic(kept.board)))

    def _change_at_night(
        self, board: Board, kept: BoardList, standing: list[Advert], digest: str
    ) -> None:
        """Change it without waking anybody: what cannot be edited goes, and comes back by day.

        What has gone is taken out at once, and the list is posted anew by day.
        """
        if self._may_be_edited(kept):
            self._edit(board, kept, standing, digest + _RENEW * _has_gone(kept, standing))
        elif kept.delivery is not None:
            self._retire(kept, kept.delivery)
            self._adverts.table.keep_list(replace(kept, shown="-", delivery=None))

    def _change(self, board: Board, kept: BoardList, standing: list[Advert], digest: str) -> None:
        stays = not (_has_gone(kept, standing) or self._is_too_old_for(kept, standing))
        if stays and self._may_be_edited(kept):
            self._edit(board, kept, standing, digest)
        elif standing:
            posted = self._queue(board.id, Message(text=self.text(board, standing)))
            self._adverts.table.keep_list(
                replace(kept, shown=digest, delivery=posted, earlier=kept.delivery)
            )
        else:
            if kept.delivery is not None:
                self._retire(kept, kept.delivery)
            self._adverts.table.keep_list(replace(kept, shown="", delivery=None))

    def _edit(self, board: Board, kept: BoardList, standing: list[Advert], digest: str) -> None:
        text = self.text(board, standing)
        self._queue(board.id, Edit(text=text, earlier=Earlier(delivery=kept.delivery)))
        self._adverts.table.keep_list(replace(kept, shown=digest))

    def _may_be_edited(self, kept: BoardList) -> bool:
        reference = self._reference(kept)
        return reference is not None and reference.may_be_edited(self._clock.now())

    def _is_obeyed(self, reference: Reference) -> bool:
        """Whether phones surely still delete a list when they are told to."""
        sent = reference.sent_at
        return sent is not None and self._clock.now() - sent < SIGNAL_WINDOW + ADDED_WITHIN

    def _is_too_old_for(self, kept: BoardList, standing: list[Advert]) -> bool:
        """Whether an advert that can be deleted may outlast the time in which its line can be."""
        reference = self._reference(kept)
        if reference is None or reference.sent_at is None:
            return False
        listed, now = reference.sent_at, self._clock.now()
        sent = [one.sent_at for one in standing if one.sent_at is not None]
        return any(now - at < SIGNAL_WINDOW and at - listed > ADDED_WITHIN for at in sent)

    def _retire(self, kept: BoardList, delivery: int) -> None:
        """Take the pin off an earlier list, and delete it where Signal still does that.

        Whether a message that is deleted loses its pin on every phone is not known: so it is said.
        """
        sent_at = self._store.outbox.sent_at(delivery)
        found = self._store.outbox.result(delivery)
        young = found is not None and self._is_obeyed(Reference.read(found, sent_at))
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
    """What a list says, in short: the number of each advert, and a digest of until when."""
    return " ".join(
        f"{one.number}:{sha256(str(one.until).encode()).hexdigest()[:8]}" for one in standing
    )


def _has_gone(kept: BoardList, standing: list[Advert]) -> bool:
    """Whether a list shows what stands no more.

    Of a list that an earlier release wrote, and of one that could not be changed, it is not known
    what it says.
    """
    numbers = {str(one.number) for one in standing}
    return any(one.partition(":")[0] not in numbers for one in kept.shown.split())
