"""The tables of adverts: what stands or may stand, who may post freely, and each board's list."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.store.marks import mark
from relay.store.table import Rows, Table

_MARK_BYTES = 16


class Stage(StrEnum):
    """How far an advert has come."""

    DRAFT = "draft"
    """Its writer is at it."""
    ASKED = "asked"
    """Moderators have been asked."""
    READY = "ready"
    """It is posted as soon as nobody is woken by it."""
    POSTING = "posting"
    """It is on its way."""
    STANDING = "standing"
    """It stands in the board."""
    OVER = "over"
    """Its time is over, it was taken down, or it never came to stand."""


@dataclass(frozen=True)
class Advert:
    """One advert.

    Attributes:
        number: in commands, and above it in the board.
        branch: slug of whose board it is.
        board: the group's id.
        stage: how far it has come.
        since: since when it is there.
        writer: the account id that has to hear of it; None once nobody has.
        text: the writer's words.
        photo: a stored file.
        description: what the photo shows; empty if its writer did not say, None before.
        days: how long it is to stand.
        until: when it ends; None before its writer has said yes.
        origins: the timestamps of the messages that it was written in.
        offers: the deliveries that show it to moderators.
        nudged: whether both sides were told that nobody has answered.
        delivery: that of the post.
        sent_at: when that went out.
    """

    number: int
    branch: str
    board: str = field(repr=False)
    stage: Stage
    since: datetime
    writer: str | None = field(repr=False)
    text: str = field(repr=False)
    photo: int | None
    description: str | None = field(repr=False)
    days: int
    until: datetime | None
    origins: tuple[int, ...] = field(repr=False)
    offers: tuple[int, ...]
    nudged: bool
    delivery: int | None
    sent_at: datetime | None


@dataclass(frozen=True)
class BoardList:
    """The message in a board that lists what stands.

    Attributes:
        board: the group's id.
        shown: a digest of what it says; empty for nothing.
        delivery: the message.
        earlier: the one whose place it takes, until that is gone.
        pinning: `failed` once admins were told that they have to pin it by hand.
        retry_at: when it is tried again that could not be sent.
    """

    board: str = field(repr=False)
    shown: str = ""
    delivery: int | None = None
    earlier: int | None = None
    pinning: str = ""
    retry_at: datetime | None = None


_ROWS = Rows(Advert)
_LISTS = Rows(BoardList)
_UNDER_WAY = (Stage.ASKED, Stage.READY, Stage.POSTING, Stage.STANDING)


class Adverts(Table):
    """The tables adverts, advert_marks, advert_keys and board_lists."""

    def begin(self, branch: str, board: str, writer: str, days: int, now: datetime) -> Advert:
        """Begin a draft; an earlier one of the same writer is forgotten."""
        self._run("DELETE FROM adverts WHERE writer = ? AND stage = ?", [writer, Stage.DRAFT])
        number = self._insert(
            "adverts",
            branch=branch,
            board=board,
            stage=Stage.DRAFT,
            since=now,
            writer=writer,
            days=days,
        )
        return self.numbered(number)

    def get(self, number: int) -> Advert | None:
        """Return an advert, or None."""
        return self._one(_ROWS, "FROM adverts WHERE number = ?", [number])

    def numbered(self, number: int) -> Advert:
        """Return an advert.

        Raises:
            KeyError: there is none (any more).
        """
        found = self.get(number)
        if found is None:
            raise KeyError(number)
        return found

    def save(self, advert: Advert) -> None:
        """Keep an advert as it is now."""
        self._save("adverts", _ROWS, advert)

    def forget(self, number: int) -> None:
        """Forget an advert; its number is not given again."""
        self._run("DELETE FROM adverts WHERE number = ?", [number])

    def forget_over(self, before: datetime) -> int:
        """Forget what has been over since a moment, and drafts that nobody went on with.

        Returns:
            How many that were.
        """
        return self._run(
            "DELETE FROM adverts WHERE stage IN (?, ?) AND since < ?",
            [Stage.OVER, Stage.DRAFT, before],
        )

    def of(self, writer: str) -> list[Advert]:
        """Return what somebody has written and is still known to be theirs, newest first."""
        return self._all(_ROWS, "FROM adverts WHERE writer = ? ORDER BY number DESC", [writer])

    def current(self, writer: str, branch: str) -> Advert | None:
        """Return what of somebody waits, stands, or is on its way, the newest of it."""
        found = [one for one in self.of(writer) if one.stage in _UNDER_WAY]
        return next((one for one in found if one.branch == branch), None)

    def at(self, stage: Stage) -> list[Advert]:
        """Return all adverts at a stage, by number."""
        return self._all(_ROWS, "FROM adverts WHERE stage = ? ORDER BY number", [stage])

    def standing(self, board: str) -> list[Advert]:
        """Return what stands in a board, by number."""
        rest = "FROM adverts WHERE board = ? AND stage = ? ORDER BY number"
        return self._all(_ROWS, rest, [board, Stage.STANDING])

    def due(self, now: datetime) -> list[Advert]:
        """Return what is not over although its time is."""
        rest = "FROM adverts WHERE until <= ? AND stage != ? ORDER BY number"
        return self._all(_ROWS, rest, [now, Stage.OVER])

    def mark(self, person: str, branch: str, what: str, now: datetime) -> None:
        """Note something about somebody, as a keyed hash of their account id."""
        self._insert("advert_marks", mark=self._mark(person), branch=branch, what=what, at=now)

    def marked(self, person: str, branch: str, what: str) -> int:
        """Return how often something is noted about somebody."""
        return self._count(
            "SELECT count(*) FROM advert_marks WHERE mark = ? AND branch = ? AND what = ?",
            [self._mark(person), branch, what],
        )

    def unmark(self, person: str, branch: str, what: str) -> None:
        """Forget something about somebody."""
        self._run(
            "DELETE FROM advert_marks WHERE mark = ? AND branch = ? AND what = ?",
            [self._mark(person), branch, what],
        )

    def forget_marks(self, what: str, before: datetime) -> None:
        """Forget something about everybody of whom it was noted before a moment."""
        self._run("DELETE FROM advert_marks WHERE what = ? AND at < ?", [what, before])

    def list_of(self, board: str) -> BoardList:
        """Return the list in a board."""
        found = self._one(_LISTS, "FROM board_lists WHERE board = ?", [board])
        return BoardList(board) if found is None else found

    def keep_list(self, one: BoardList) -> None:
        """Keep where the list in a board is."""
        names = [name for name in _LISTS.values(one) if name != "board"]
        changes = ", ".join(f"{name} = excluded.{name}" for name in names)
        clause = f"ON CONFLICT (board) DO UPDATE SET {changes}"
        self._insert("board_lists", clause, **_LISTS.values(one))

    def lists(self) -> list[BoardList]:
        """Return the lists in all boards, also in those that are no longer declared."""
        return self._all(_LISTS, "FROM board_lists ORDER BY board")

    def forget_list(self, board: str) -> None:
        """Forget where the list in a board is."""
        self._run("DELETE FROM board_lists WHERE board = ?", [board])

    def _mark(self, person: str) -> bytes:
        return mark(self._key_of("advert_keys", id=1), _MARK_BYTES, person)
