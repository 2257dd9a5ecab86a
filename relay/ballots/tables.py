"""The tables of ballots.

While one is open, a vote is kept under a hash with a secret of that ballot; with its end the
secret, the votes and the reasons are destroyed.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from relay.store.moments import to_ms
from relay.store.table import Rows, Table


@dataclass(frozen=True)
class Ballot:
    """A question to members.

    Attributes:
        number: the announcement's that its outcome becomes.
        branch: slug.
        question: as people read it.
        answers: to choose one from.
        text: the message that asks.
        until: when it ends, aware, UTC.
        asked: how many people are asked.
        asked_by: account id of the admin; None once it has ended.
        secret: under which account ids are hashed; None once it has ended.
        ended_at: when it ended, aware, UTC; None while it is open.
    """

    number: int
    branch: str
    question: str = field(repr=False)
    answers: tuple[str, ...] = field(repr=False)
    text: str = field(repr=False)
    until: datetime
    asked: int
    asked_by: str | None = field(repr=False)
    secret: bytes | None = field(repr=False)
    ended_at: datetime | None


@dataclass(frozen=True)
class Vote:
    """A vote, without whose it is."""

    choice: int
    reason: str | None = field(repr=False)


@dataclass(frozen=True)
class Asking:
    """Who is asked next, and whether only because they have subscribed."""

    ballot: Ballot
    person: str = field(repr=False)
    is_subscriber: bool


_BALLOTS = Rows(Ballot)
_VOTES = Rows(Vote)


class Ballots(Table):
    """The tables ballots, ballot_votes and ballot_people."""

    def open(
        self,
        *,
        number: int,
        branch: str,
        question: str,
        answers: Sequence[str],
        text: str,
        until: datetime,
        people: Collection[str],
        asked_by: str,
        subscribers: Collection[str] = (),
    ) -> None:
        """Begin a ballot; the arguments are those of `Ballot`, with whom to ask (account ids).

        `subscribers` are those of `people` who are asked for no other reason.
        """
        secret = secrets.token_bytes(32)
        self._insert(
            "ballots",
            number=number,
            branch=branch,
            question=question,
            answers=list(answers),
            text=text,
            until=until,
            asked=len(people),
            asked_by=asked_by,
            secret=secret,
        )
        for person in people:
            self._insert(
                "ballot_people",
                ballot=number,
                person=person,
                is_subscriber=person in subscribers,
            )
            self._insert("ballot_votes", ballot=number, voter=_hashed(secret, person))

    def get(self, number: int) -> Ballot | None:
        """Return a ballot by its number."""
        return self._one(_BALLOTS, "FROM ballots WHERE number = ?", [number])

    def open_ones(self) -> list[Ballot]:
        """Return the ballots that are open, oldest first."""
        return self._all(_BALLOTS, "FROM ballots WHERE ended_at IS NULL ORDER BY number")

    def has_asked(self, ballot: Ballot, person: str) -> bool:
        """Whether somebody is asked."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM ballot_votes WHERE ballot = ? AND voter = ?)",
            [ballot.number, _voter(ballot, person)],
        )

    def has_answered(self, ballot: Ballot, person: str) -> bool:
        """Whether somebody has answered."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM ballot_votes WHERE ballot = ? AND voter = ?"
            " AND choice IS NOT NULL)",
            [ballot.number, _voter(ballot, person)],
        )

    def forget_answer(self, ballot: Ballot, person: str) -> None:
        """Take back what somebody has answered, and ask them no more if it has not gone out yet."""
        self._run(
            "UPDATE ballot_votes SET choice = NULL, reason = NULL WHERE ballot = ? AND voter = ?",
            [ballot.number, _voter(ballot, person)],
        )
        self._run(
            "DELETE FROM ballot_people WHERE ballot = ? AND person = ?", [ballot.number, person]
        )

    def vote(self, ballot: Ballot, person: str, choice: int, reason: str | None) -> bool:
        """Keep somebody's vote in place of an earlier one; return whether there was one."""
        voter = _voter(ballot, person)
        before = self._value(
            "SELECT choice FROM ballot_votes WHERE ballot = ? AND voter = ?",
            [ballot.number, voter],
        )
        self._run(
            "UPDATE ballot_votes SET choice = ?, reason = ? WHERE ballot = ? AND voter = ?",
            [choice, reason, ballot.number, voter],
        )
        return before is not None

    def answered(self, number: int) -> int:
        """Return how many people have answered."""
        return self._count(
            "SELECT count(*) FROM ballot_votes WHERE ballot = ? AND choice IS NOT NULL", [number]
        )

    def votes(self, number: int) -> list[Vote]:
        """Return the votes, in the order of their hashes, which tells nothing."""
        return self._all(
            _VOTES, "FROM ballot_votes WHERE ballot = ? AND choice IS NOT NULL", [number]
        )

    def next_person(self, now: datetime) -> Asking | None:
        """Take somebody off the list of those who have still to be asked; None for nobody.

        Whose question is over at `now` is asked no more.
        """
        found = self._db.execute(
            "SELECT p.ballot, p.person, p.is_subscriber FROM ballot_people AS p"
            " JOIN ballots AS b ON b.number = p.ballot WHERE b.until > ?"
            " ORDER BY p.ballot, p.person LIMIT 1",
            [to_ms(now)],
        ).fetchone()
        if found is None:
            return None
        number, person, is_subscriber = int(found[0]), str(found[1]), bool(found[2])
        self._run("DELETE FROM ballot_people WHERE ballot = ? AND person = ?", [number, person])
        ballot = self.get(number)
        assert ballot is not None  # noqa: S101 -- its foreign key
        return Asking(ballot, person, is_subscriber)

    def unsubscribed(self, branch: str, person: str) -> list[int]:
        """Ask somebody nothing more whom nothing but a subscription has made somebody to ask.

        Returns:
            The numbers of the open ballots of that branch.
        """
        numbers = [one.number for one in self.open_ones() if one.branch == branch]
        for number in numbers:
            self._run(
                "DELETE FROM ballot_people WHERE ballot = ? AND person = ? AND is_subscriber",
                [number, person],
            )
        return numbers

    def has_people(self) -> bool:
        """Whether anybody has still to be asked."""
        return self._holds("SELECT EXISTS (SELECT 1 FROM ballot_people)")

    def end(self, number: int, now: datetime) -> None:
        """End a ballot: who was asked, votes, reasons and the secret are destroyed."""
        self._run("DELETE FROM ballot_people WHERE ballot = ?", [number])
        self._run("DELETE FROM ballot_votes WHERE ballot = ?", [number])
        self._run(
            "UPDATE ballots SET secret = NULL, asked_by = NULL, ended_at = ? WHERE number = ?",
            [now, number],
        )

    def forget_before(self, moment: datetime) -> None:
        """Forget the questions that ended before a moment."""
        self._run("DELETE FROM ballots WHERE ended_at < ?", [moment])


def _voter(ballot: Ballot, person: str) -> bytes:
    return b"" if ballot.secret is None else _hashed(ballot.secret, person)


def _hashed(secret: bytes, person: str) -> bytes:
    return hmac.new(secret, person.encode(), hashlib.sha256).digest()
