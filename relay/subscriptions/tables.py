"""The tables of subscriptions: who gets what, how far it has come, and what of it can be changed.

An account id is kept because that person must be written to, for as long as they want it. Nothing
else in these tables says who somebody is: copies are known by the subscription's number.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.store.table import Rows, Table


class Scope(StrEnum):
    """What somebody wants to get."""

    ALL = "all"
    MEETINGS = "meetings"


@dataclass(frozen=True)
class Subscriber:
    """Somebody who gets what a branch posts by direct message.

    Attributes:
        id: grows with every subscription, and is never given again; the order of sending.
        branch: slug.
        person: account id.
        scope: what they get.
        is_waiting: whether they are on the waiting list, and get nothing yet.
        is_known: whether the bot knew them from one of its groups when they asked.
        since: when they asked or, from the waiting list, got their place; aware, UTC.
        failures: how often in a row Signal has refused to write to them.
        failing_since: since when it does; None while it does not.
    """

    id: int
    branch: str
    person: str = field(repr=False)
    scope: Scope
    is_waiting: bool
    is_known: bool
    since: datetime
    failures: int = 0
    failing_since: datetime | None = None


_SUBSCRIBERS = Rows(Subscriber)
_WANTS = "(scope = 'all' OR :is_meeting)"


class Subscribers(Table):
    """The table subscribers."""

    def of(self, person: str) -> list[Subscriber]:
        """Return the subscriptions of a person, the first one first."""
        return self._all(_SUBSCRIBERS, "FROM subscribers WHERE person = ? ORDER BY id", [person])

    def get(self, number: int) -> Subscriber | None:
        """Return a subscription by its number; None once it has ended."""
        return self._one(_SUBSCRIBERS, "FROM subscribers WHERE id = ?", [number])

    def add(
        self,
        branch: str,
        person: str,
        scope: Scope,
        *,
        is_waiting: bool,
        is_known: bool,
        now: datetime,
    ) -> None:
        """Enter somebody who is not among the branch's subscribers yet."""
        self._insert(
            "subscribers",
            branch=branch,
            person=person,
            scope=scope,
            is_waiting=is_waiting,
            is_known=is_known,
            since=now,
        )

    def change(self, subscriber: Subscriber, scope: Scope) -> None:
        """Let somebody get something else."""
        self._run("UPDATE subscribers SET scope = ? WHERE id = ?", [scope, subscriber.id])

    def of_branch(self, branch: str) -> list[Subscriber]:
        """Return everybody who has subscribed to a branch, or waits to, the first one first."""
        return self._all(_SUBSCRIBERS, "FROM subscribers WHERE branch = ? ORDER BY id", [branch])

    def let_in(self, subscriber: Subscriber, now: datetime) -> None:
        """Give somebody from the waiting list a place."""
        self._run(
            "UPDATE subscribers SET is_waiting = 0, since = ? WHERE id = ?", [now, subscriber.id]
        )

    def remove(self, subscriber: Subscriber) -> None:
        """Forget a subscription, and where copies for it stand."""
        self._run("DELETE FROM mailing_copies WHERE subscriber = ?", [subscriber.id])
        self._run("DELETE FROM subscribers WHERE id = ?", [subscriber.id])

    def next_waiting(self, branch: str) -> Subscriber | None:
        """Return who gets the next place: people whom the bot knows first, then who asked first."""
        return self._one(
            _SUBSCRIBERS,
            "FROM subscribers WHERE branch = ? AND is_waiting ORDER BY is_known DESC, id LIMIT 1",
            [branch],
        )

    def count(self, branch: str, *, is_meeting: bool = True) -> int:
        """Return how many people get something of a branch: a meeting, or another announcement."""
        return self._count(
            f"SELECT count(*) FROM subscribers WHERE branch = :branch AND {_WANTS}"  # noqa: S608
            " AND NOT is_waiting",
            {"branch": branch, "is_meeting": is_meeting},
        )

    def waiting(self, branch: str) -> int:
        """Return how many are on a branch's waiting list."""
        return self._count(
            "SELECT count(*) FROM subscribers WHERE branch = ? AND is_waiting", [branch]
        )

    def has_waiting(self) -> bool:
        """Whether anybody is on a waiting list."""
        return self._holds("SELECT EXISTS (SELECT 1 FROM subscribers WHERE is_waiting)")

    def strangers_since(self, branch: str, moment: datetime) -> int:
        """Return how many people have got a place since a moment whom the bot did not know."""
        return self._count(
            "SELECT count(*) FROM subscribers WHERE branch = ? AND NOT is_waiting"
            " AND NOT is_known AND since > ?",
            [branch, moment],
        )

    def branches(self) -> list[str]:
        """Return the slugs of all branches that anybody has subscribed to."""
        return self._values("SELECT DISTINCT branch FROM subscribers ORDER BY branch")

    def last(self) -> int:
        """Return the number of the newest subscription there is; 0 for none."""
        return self._count("SELECT coalesce(max(id), 0) FROM subscribers")

    def after(self, branch: str, number: int, last: int, *, is_meeting: bool) -> Subscriber | None:
        """Return who comes next.

        Args:
            branch: slug.
            number: of the subscription that was last.
            last: the number of the last one that is to get it.
            is_meeting: whether it is about a meeting.
        """
        return self._one(
            _SUBSCRIBERS,
            "FROM subscribers WHERE branch = :branch AND id > :number AND id <= :last"
            f" AND NOT is_waiting AND {_WANTS} ORDER BY id LIMIT 1",
            {"branch": branch, "number": number, "last": last, "is_meeting": is_meeting},
        )

    def reached(self, number: int) -> None:
        """Note that Signal takes messages for somebody."""
        self._run(
            "UPDATE subscribers SET failures = 0, failing_since = NULL"
            " WHERE id = ? AND failures > 0",
            [number],
        )

    def refused(self, number: int, now: datetime) -> None:
        """Note that Signal has refused to write to somebody."""
        self._run(
            "UPDATE subscribers SET failures = failures + 1,"
            " failing_since = coalesce(failing_since, ?) WHERE id = ?",
            [now, number],
        )


@dataclass(frozen=True)
class Mailing:
    """One thing that goes to the subscribers of a branch, as it stands.

    Attributes:
        id: its number.
        branch: slug.
        about: `post:12`, or the topic of a reminder.
        announcement: its number; None for what is no announcement.
        is_meeting: whether those get it too who only want meetings.
        kind: the newest that happened: `post`, `edit`, `amend`, `renew`, `retract`, `reminder`.
        steps: what groups got then, as payloads of the Signal lane.
        revision: how often anything has happened.
        place: the number of the subscription that has got the newest.
        last: the number of the last one that is to get it.
        first_last: the same when it was posted.
        reached: the highest number that has got anything of it.
        owed_after: whoever has a higher number has not got what an earlier change said aloud; None
            where nothing was interrupted.
        sent: to how many people it went.
        revised_at: when the newest happened, aware, UTC.
        until: until when it is worth sending.
        is_open: whether anybody has still to get it.
    """

    id: int
    branch: str
    about: str
    announcement: int | None
    is_meeting: bool
    kind: str
    steps: tuple[dict[str, Any], ...] = field(repr=False)
    revision: int
    place: int
    last: int
    first_last: int
    reached: int
    owed_after: int | None
    sent: int
    revised_at: datetime
    until: datetime
    is_open: bool


@dataclass(frozen=True)
class Copy:
    """A message that stands, or is about to, in a subscriber's chat.

    Attributes:
        delivery: that carries it.
        mailing: whose it is.
        subscriber: the number of the subscription.
        role: `post`; `beside` for what follows one; `step` for an edit or a deletion.
        sent_at: when it went out, aware, UTC; None while it has not.
    """

    delivery: int
    mailing: int
    subscriber: int
    role: str
    sent_at: datetime | None


_MAILINGS = Rows(Mailing)
_COPIES = Rows(Copy)


class Mailings(Table):
    """The tables mailings and mailing_copies."""

    def about(self, about: str) -> Mailing | None:
        """Return what goes out about something."""
        return self._one(_MAILINGS, "FROM mailings WHERE about = ?", [about])

    def stands(self, about: str) -> bool:
        """Whether anybody has something, or is about to."""
        rest = "FROM mailings WHERE about = ? AND (is_open OR sent > 0)"
        return self._holds(f"SELECT EXISTS (SELECT 1 {rest})", [about])

    def has_copies_since(self, about: str, moment: datetime) -> bool:
        """Whether a copy went out after a moment, or waits."""
        rest = "FROM mailing_copies WHERE mailing = (SELECT id FROM mailings WHERE about = ?)"
        rest += " AND role != 'step' AND (sent_at IS NULL OR sent_at > ?)"
        return self._holds(f"SELECT EXISTS (SELECT 1 {rest})", [about, moment])

    def get(self, mailing: int) -> Mailing | None:
        """Return a mailing by its number."""
        return self._one(_MAILINGS, "FROM mailings WHERE id = ?", [mailing])

    def open(self) -> list[Mailing]:
        """Return what is under way: what corrects or takes back goes before what is new."""
        return self._all(_MAILINGS, "FROM mailings WHERE is_open ORDER BY revision = 1, id")

    def add(self, **values: Any) -> None:
        """Enter something new."""
        self._insert("mailings", place=0, sent=0, revision=1, is_open=True, **values)

    def save(self, mailing: Mailing) -> None:
        """Keep a mailing as it is now."""
        self._save("mailings", _MAILINGS, mailing, key="id")

    def forget_before(self, moment: datetime) -> None:
        """Forget what has been over since a moment or before."""
        self._run("DELETE FROM mailings WHERE NOT is_open AND revised_at < ?", [moment])

    def sent_one(self, mailing: int) -> None:
        """Count one more person who has got it."""
        self._run("UPDATE mailings SET sent = sent + 1 WHERE id = ?", [mailing])

    def add_copy(self, delivery: int, mailing: int, subscriber: int, role: str) -> None:
        """Note which delivery carries a copy."""
        self._insert(
            "mailing_copies", delivery=delivery, mailing=mailing, subscriber=subscriber, role=role
        )

    def copy_of(self, delivery: int) -> Copy | None:
        """Return the copy that a delivery carries."""
        return self._one(_COPIES, "FROM mailing_copies WHERE delivery = ?", [delivery])

    def copies(self, mailing: int, subscriber: int) -> list[Copy]:
        """Return what somebody has, or is about to get, oldest first."""
        return self._all(
            _COPIES,
            "FROM mailing_copies WHERE mailing = ? AND subscriber = ? ORDER BY delivery",
            [mailing, subscriber],
        )

    def unsent(self, mailing: int) -> list[Copy]:
        """Return the copies of a mailing that have not gone out."""
        return self._all(
            _COPIES,
            "FROM mailing_copies WHERE mailing = ? AND sent_at IS NULL ORDER BY delivery",
            [mailing],
        )

    def unsent_to(self, subscriber: int) -> list[Copy]:
        """Return the copies for a subscription that have not gone out."""
        return self._all(
            _COPIES,
            "FROM mailing_copies WHERE subscriber = ? AND sent_at IS NULL ORDER BY delivery",
            [subscriber],
        )

    def sent_copy(self, delivery: int, now: datetime) -> None:
        """Note that a copy went out."""
        self._run("UPDATE mailing_copies SET sent_at = ? WHERE delivery = ?", [now, delivery])

    def drop_copy(self, delivery: int) -> None:
        """Forget a copy."""
        self._run("DELETE FROM mailing_copies WHERE delivery = ?", [delivery])

    def stands_beside(self, delivery: int) -> None:
        """Note that what was to change a copy stands beside it, as a message of its own."""
        self._run("UPDATE mailing_copies SET role = 'beside' WHERE delivery = ?", [delivery])

    def is_reminded(self, topic: str, person: str) -> bool:
        """Whether somebody gets a reminder because they have asked for just that."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE topic = ? AND target = ?)", [topic, person]
        )

    def forget_copies_before(self, moment: datetime) -> None:
        """Forget copies that Signal changes no more."""
        self._run(
            "DELETE FROM mailing_copies WHERE sent_at < ? OR (sent_at IS NULL AND delivery NOT IN"
            " (SELECT id FROM outbox WHERE state = 'queued'))",
            [moment],
        )
