"""Adverts: what becomes of one between its writer's yes and its end.

Signal deletes a message on other people's phones only for a day (`SIGNAL_WINDOW`), and lets nobody
edit it later. So what is taken down after that stays in the board: it leaves the list that is
pinned there, and the board is told that it no longer stands; of one whose time is simply over, its
own first line says so. All here joins the caller's transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from relay.adverts.notifier import AdvertNotifier, Board, Left, Why
from relay.adverts.tables import Advert, Adverts, Stage
from relay.delivery.observers import QuietObserver
from relay.language.links import find_links
from relay.settings import Branch, Settings
from relay.settings.groups import GroupKind
from relay.signal.outgoing import (
    SIGNAL_LANE,
    Delete,
    Earlier,
    Message,
    queue_outgoing,
)
from relay.signal.priority import Priority
from relay.signal.references import SIGNAL_WINDOW
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import BranchTime, Clock

MAX_TEXT = 800
"""Characters of an advert: more than a screen of a phone nobody reads in a list of many."""

USUAL_DAYS, MOST_DAYS = 14, 28

MOST_A_WEEK = 3
"""New adverts of one person: a board that one person fills is muted by all others."""

UNREAD_FOR = timedelta(hours=48)
"""After how long both sides hear that no moderator has answered."""

CLEARED_FOR = timedelta(days=365)
AGAIN_FOR = timedelta(days=7)
"""How long an advert is kept after its time, to be put up again."""

TOPIC = "advert:"
_POST = "send"
_CLEARED, _POSTED = "cleared", "posted"


class AdvertService(QuietObserver):
    """What stands in which board, and what follows from time and from Signal's answers.

    Args:
        store: where adverts are kept, and the outbox.
        clock: the time.
        settings: the boards, and when people sleep.
        time: the branch's clock and the words of what is posted.
        moderating: who reads the adverts of a branch, by account id.
        notifier: tells writers and moderators; set before anything happens.
    """

    notifier: AdvertNotifier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        time: BranchTime,
        moderating: Callable[[Branch], tuple[str, ...]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._time = time
        self.moderating = moderating
        self.table = store[Adverts]
        self.boards: Mapping[str, Board] = {
            group.id: Board(group.id, group.name, branch)
            for branch in settings.branches
            for group in branch.groups
            if group.kind is GroupKind.BOARD
        }

    def branch_of(self, advert: Advert) -> Branch | None:
        """Return the branch of an advert, None if the settings no longer have its board."""
        board = self.boards.get(advert.board)
        return None if board is None else board.branch

    def board_name(self, advert: Advert) -> str:
        """Return what the board of an advert is called, or its group if it is no board any more."""
        board, group = self.boards.get(advert.board), self._store.groups.get(advert.board)
        if board is not None:
            return board.name
        return "–" if group is None else group.name

    def post_text(self, advert: Advert) -> str:
        """Return what stands in the board."""
        return self._time.words.say(
            "advert-post",
            number=str(advert.number),
            until=self._time.day(advert.until or self.end_after(advert.days)),
            text=advert.text,
            photo="yes" if advert.description and advert.photo is not None else "no",
            description=advert.description or "",
        )

    def end_after(self, days: int) -> datetime:
        """Return the end of an advert that stands for some days: in the evening, nobody sleeps."""
        zone = self._time.zone
        day = (self._clock.now().astimezone(zone) + timedelta(days=days)).date()
        return datetime.combine(day, self._settings.announcements.night_from, zone) - timedelta(
            hours=2
        )

    def is_read_first(self, advert: Advert) -> bool:
        """Whether a moderator reads an advert before it is posted."""
        branch, writer = self.branch_of(advert), advert.writer
        if branch is None or writer is None or not set(self.moderating(branch)) - {writer}:
            return False
        if branch.adverts_read == "all":
            return True
        if writer in (*self.moderating(branch), *branch.admins):
            return False
        return not self.is_cleared(writer, advert.branch) or any(
            True for _ in find_links(advert.text)
        )

    def has_posted_enough(self, writer: str, branch: str) -> bool:
        """Whether somebody has posted as much as is good for a board in a week."""
        return self.table.marked(writer, branch, _POSTED) >= MOST_A_WEEK

    def has_posted(self, writer: str, branch: str) -> bool:
        """Whether somebody has posted anything in a board this week."""
        return bool(self.table.marked(writer, branch, _POSTED))

    def is_cleared(self, writer: str, branch: str) -> bool:
        """Whether somebody may post without being read first."""
        return bool(self.table.marked(writer, branch, _CLEARED))

    def forget_cleared(self, writer: str, branch: str) -> None:
        """Have what somebody posts next read first again."""
        self.table.unmark(writer, branch, _CLEARED)

    def submit(self, advert: Advert) -> Advert:
        """Have an advert read or posted: its writer has said yes to what they were shown."""
        now = self._clock.now()
        if advert.writer is not None:
            self.table.mark(advert.writer, advert.branch, _POSTED, now)
        asked = self.is_read_first(advert)
        before = None if advert.writer is None else self.table.current(advert.writer, advert.branch)
        if before is not None and before.stage in (Stage.ASKED, Stage.READY):
            self.empty(before)
        return self._move(
            replace(advert, until=self.end_after(advert.days)),
            Stage.ASKED if asked else Stage.READY,
        )

    def agree(self, advert: Advert, by: str) -> None:
        """Have an advert posted that a moderator has read; its writer may post freely now."""
        self._record(advert, by, "advert-agreed")
        if advert.writer is not None:
            self.table.unmark(advert.writer, advert.branch, _CLEARED)
            self.table.mark(advert.writer, advert.branch, _CLEARED, self._clock.now())
        self._move(advert, Stage.READY)

    def refuse(self, advert: Advert, by: str) -> Left:
        """Have an advert not posted, or taken down, as a moderator says; return what is left.

        What its writer posts next is read first again.
        """
        self._record(advert, by, "advert-refused")
        if advert.writer is not None:
            self.table.unmark(advert.writer, advert.branch, _CLEARED)
        return self.end(advert, Why.MODERATOR)

    def end(self, advert: Advert, why: Why) -> Left:
        """End an advert, wherever it has come to; return what is left of it in the board."""
        left = Left.NOTHING
        if advert.stage is Stage.POSTING:
            # Should it be on its way at this very moment, it is deleted as soon as it is there.
            self._store.topics.drop(_topic(advert), self._clock.now())
        elif advert.stage is Stage.STANDING:
            left = self._take_down(advert, why)
        if why is Why.TIME and advert.stage is Stage.STANDING:
            self._move(advert, Stage.OVER)
        else:
            self.empty(advert)
        return left

    def empty(self, advert: Advert) -> None:
        """Forget what an advert said and whose it was, and leave no copy of it."""
        self._move(
            replace(advert, writer=None, text="", photo=None, description=None, origins=()),
            Stage.OVER,
        )
        self._store.shredder.shred(self._clock.now())

    def forget(self, number: int) -> None:
        """Forget an advert that nobody has seen, and leave no copy of it."""
        self.table.forget(number)
        self._store.shredder.shred(self._clock.now())

    def begin(self, board: Board, writer: str, days: int) -> Advert:
        """Begin a draft; an earlier one of the same writer is forgotten, and no copy is left."""
        now = self._clock.now()
        if any(one.stage is Stage.DRAFT for one in self.table.of(writer)):
            self._store.shredder.shred(now)
        return self.table.begin(board.branch.slug, board.id, writer, days, now)

    def reword(self, advert: Advert) -> None:
        """Keep a draft in other words, and leave no copy of those before."""
        self.table.save(advert)
        self._store.shredder.shred(self._clock.now())

    def post_ready(self) -> None:
        """Post what has been agreed to, by day."""
        if self._settings.announcements.is_night(self._clock.now(), self._time.zone):
            return
        for advert in self.table.at(Stage.READY):
            if advert.board in self.boards:
                with self._store.transaction():
                    self._post(advert)

    def end_due(self) -> None:
        """End what has had its time, and tell of what nobody reads."""
        now = self._clock.now()
        for advert in self.table.due(now):
            with self._store.transaction():
                if advert.stage is Stage.ASKED:
                    self.notifier.never_read(advert)
                    self.empty(advert)
                else:
                    self.notifier.over(advert, Why.TIME, self.end(advert, Why.TIME))
        for advert in self.table.at(Stage.ASKED):
            if not advert.nudged and advert.since + UNREAD_FOR <= now:
                with self._store.transaction():
                    self.table.save(replace(advert, nudged=True))
                    self.notifier.unread(advert)

    def tidy(self) -> None:
        """Forget what is over for long."""
        now = self._clock.now()
        if self.table.forget_over(now - AGAIN_FOR):
            self._store.shredder.shred(now)
        self.table.forget_marks(_POSTED, now - timedelta(days=7))
        self.table.forget_marks(_CLEARED, now - CLEARED_FOR)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """An advert has come to stand, if it is still wanted."""
        advert = self._posted_by(delivery)
        if advert is None:
            return
        if advert.stage is not Stage.POSTING:
            self._delete(advert)
            return
        stands = self._move(replace(advert, sent_at=self._clock.now()), Stage.STANDING)
        for before in self._others(stands):
            self.notifier.over(before, Why.REPLACED, self.end(before, Why.REPLACED))
        self.notifier.stands(stands)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Signal does not take an advert."""
        advert = self._posted_by(delivery)
        if advert is not None and advert.stage is Stage.POSTING:
            self.notifier.refused_by_signal(advert)
            self.empty(advert)

    def _post(self, advert: Advert) -> None:
        delivery = queue_outgoing(
            self._store.outbox,
            advert.board,
            Message(
                text=self.post_text(advert),
                files=() if advert.photo is None else (advert.photo,),
            ),
            priority=Priority.REPLY,
            now=self._clock.now(),
            topic=_topic(advert),
        )
        self._move(replace(advert, delivery=delivery), Stage.POSTING)

    def _take_down(self, advert: Advert, why: Why) -> Left:
        now = self._clock.now()
        if advert.sent_at is not None and now - advert.sent_at < SIGNAL_WINDOW:
            self._delete(advert)
            return Left.NOTHING
        if why is not Why.TIME:
            said = self._time.words.say("advert-no-longer", number=str(advert.number))
            self._queue(advert, Message(text=said))
        return Left.MESSAGE

    def _delete(self, advert: Advert) -> None:
        self._queue(advert, Delete(earlier=Earlier(delivery=advert.delivery)))

    def _queue(self, advert: Advert, outgoing: Message | Delete) -> None:
        queue_outgoing(
            self._store.outbox,
            advert.board,
            outgoing,
            priority=Priority.REPLY,
            now=self._clock.now(),
        )

    def _posted_by(self, delivery: Delivery) -> Advert | None:
        if delivery.lane != SIGNAL_LANE or delivery.action != _POST:
            return None
        topic = self._store.topics.of(delivery.id) or ""
        if not topic.startswith(TOPIC):
            return None
        advert = self.table.get(int(topic.removeprefix(TOPIC)))
        return advert if advert is not None and advert.delivery == delivery.id else None

    def _others(self, advert: Advert) -> Iterable[Advert]:
        """Return what else of its writer stands in the same branch."""
        theirs = [] if advert.writer is None else self.table.of(advert.writer)
        return [
            one
            for one in theirs
            if one.stage is Stage.STANDING
            and one.branch == advert.branch
            and one.number != advert.number
        ]

    def _move(self, advert: Advert, stage: Stage) -> Advert:
        moved = replace(advert, stage=stage, since=self._clock.now())
        self.table.save(moved)
        return moved

    def _record(self, advert: Advert, by: str, action: str) -> None:
        subject = f"advert {advert.number}"
        now = self._clock.now()
        self._store.audit.record(actor=by, action=action, subject=subject, now=now)


def _topic(advert: Advert) -> str:
    return f"{TOPIC}{advert.number}"
