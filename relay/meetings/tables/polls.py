"""Polls about meetings: how many chose which answer, never who."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from relay.meetings.meeting import Times
from relay.store.moments import from_ms, to_ms
from relay.store.table import Rows, Table


class Vote(Protocol):
    """A vote, as `relay.signal.notification` reads it."""

    @property
    def poll(self) -> int:
        """The poll's timestamp in milliseconds."""

    @property
    def choices(self) -> tuple[int, ...]:
        """Places of the chosen answers, from 0."""

    @property
    def count(self) -> int:
        """How often this person has voted in this poll."""

    @property
    def group(self) -> str:
        """The internal id of the group it came in."""


TOPIC = "rsvp:"
"""What the topics of polls begin with."""


def topic_of(meeting: int, poll: int) -> str:
    """Return what the deliveries of a poll are about, for the outbox."""
    return f"{TOPIC}{meeting}:{poll}"


def poll_of(topic: str) -> int | None:
    """Return the poll that a topic names, or None: it is another's, or of before they did."""
    meeting, _, poll = topic.removeprefix(TOPIC).partition(":")
    return int(poll) if topic.startswith(TOPIC) and meeting and poll else None


@dataclass(frozen=True)
class Asked:
    """A poll on a meeting.

    Attributes:
        poll: its id.
        meeting: number.
        original: names the date it is about, see `Occurrence.original`.
        until: when counting ends, aware, UTC: the end of the date as it was when it was asked.
        counts: how many chose each answer, in the order of the answers.
    """

    poll: int
    meeting: int
    original: datetime
    until: datetime
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Before:
    """What was answered about a date before it moved.

    Attributes:
        start: when it was to begin, aware, UTC.
        times: how much of its hours was known.
        counts: how many chose each answer, in the order of the answers.
    """

    start: datetime
    times: Times
    counts: tuple[int, ...]


@dataclass(frozen=True)
class PollPlace:
    """Where a poll was put.

    Attributes:
        delivery: that put it there.
        group: the group's id.
        timestamp: the poll's own, in milliseconds; None while it is not sent.
        sent_at: when it went out, aware, UTC; None while it is not sent.
    """

    delivery: int
    group: str = field(repr=False)
    timestamp: int | None
    sent_at: datetime | None


_STANDS = "(result IS NULL OR json_type(result) = 'array')"
"""Of a poll about a date that has moved since, the result is an object: see `Polls.supersede`."""

_PLACES = Rows(
    PollPlace,
    delivery="o.id",
    group="o.target",
    timestamp="json_extract(o.result, '$.timestamp')",
    sent_at="o.finished_at",
)


class Polls(Table):
    """The tables meeting_polls, meeting_votes and meeting_poll_places.

    While a date is ahead, each vote is kept under a hash with a secret of its poll, so that who
    votes again is counted once. `close` destroys the votes and the secret; the counts stay.
    """

    def open(self, *, meeting: int, original: datetime, answers: int, until: datetime) -> int:
        """Begin a poll and return its id.

        Args:
            meeting: number.
            original: names the date, see `Occurrence.original`.
            answers: how many there are to choose from.
            until: when counting ends, aware.
        """
        return self._insert(
            "meeting_polls",
            meeting=meeting,
            original=original,
            answers=answers,
            until=until,
            secret=secrets.token_bytes(32),
        )

    def put(self, poll: int, delivery: int) -> None:
        """Note which delivery puts a poll into a group."""
        self._insert("meeting_poll_places", delivery=delivery, poll=poll)

    def count(self, vote: Vote, voter: str) -> bool:
        """Count a vote; return whether it was in a poll that is open, in a group that was asked.

        Signal lets only people in a group vote there.

        Args:
            vote: the latest of a person counts; one without a choice takes theirs back.
            voter: account id; only a keyed hash of it is kept.
        """
        row = self._db.execute(
            "SELECT p.id, p.secret, p.answers FROM outbox AS o"
            " JOIN meeting_poll_places AS l ON l.delivery = o.id"
            " JOIN meeting_polls AS p ON p.id = l.poll"
            " JOIN groups AS g ON g.id = o.target AND g.internal_id = ?"
            " WHERE p.secret IS NOT NULL AND json_extract(o.result, '$.timestamp') = ?",
            [vote.group, vote.poll],
        ).fetchone()
        if row is None:
            return False
        poll, secret, answers = row
        choice = vote.choices[0] if vote.choices and vote.choices[0] < answers else None
        self._insert(
            "meeting_votes",
            "ON CONFLICT (poll, voter) DO UPDATE SET choice = excluded.choice, timestamp ="
            " excluded.timestamp, count = excluded.count WHERE excluded.timestamp != timestamp OR"
            " excluded.count >= count",
            poll=poll,
            voter=hashed_voter(secret, voter),
            choice=choice,
            timestamp=vote.poll,
            count=vote.count,
        )
        return True

    def awaits_answer(self, group: str) -> bool:
        """Whether an open poll is on its way to a group, and Signal has not said that it was sent.

        Args:
            group: by its internal id.
        """
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM outbox AS o"
            " JOIN meeting_poll_places AS l ON l.delivery = o.id"
            " JOIN meeting_polls AS p ON p.id = l.poll"
            " JOIN groups AS g ON g.id = o.target AND g.internal_id = ?"
            " WHERE p.secret IS NOT NULL AND o.state = 'queued')",
            [group],
        )

    def counts(self, meeting: int) -> tuple[int, ...] | None:
        """Return how many chose each answer in the latest poll on a meeting, or None."""
        asked = self.latest(meeting)
        return None if asked is None else asked.counts

    def latest(self, meeting: int) -> Asked | None:
        """Return the latest poll on a meeting, or None; not one about a date that has moved."""
        found = self._select(f"meeting = ? AND {_STANDS} ORDER BY id DESC LIMIT 1", meeting)
        return found[0] if found else None

    def before(self, meeting: int) -> Before | None:
        """Return what was answered last about a date of a meeting that has moved since, or None."""
        row = self._db.execute(
            f"SELECT result FROM meeting_polls WHERE meeting = ? AND NOT ({_STANDS})"  # noqa: S608
            " ORDER BY id DESC LIMIT 1",
            [meeting],
        ).fetchone()
        if row is None:
            return None
        kept = json.loads(row[0])
        return Before(from_ms(kept["start"]), Times(kept["times"]), tuple(kept["counts"]))

    def counting(self, meeting: int) -> list[Asked]:
        """Return the polls on a meeting that are still open, oldest first."""
        return self._select("meeting = ? AND secret IS NOT NULL ORDER BY id", meeting)

    def get_open(self, poll: int) -> Asked | None:
        """Return a poll, or None where it is not open any more."""
        found = self._select("id = ? AND secret IS NOT NULL", poll)
        return found[0] if found else None

    def places(self, poll: int) -> list[PollPlace]:
        """Return where a poll stands or is about to, unless it failed to get there."""
        return self._all(
            _PLACES,
            "FROM meeting_poll_places AS l JOIN outbox AS o ON o.id = l.delivery"
            " WHERE l.poll = ? AND o.state IN ('queued', 'delivered') ORDER BY o.id",
            [poll],
        )

    def carry(self, asked: Asked, original: datetime, until: datetime) -> None:
        """Let a poll count on for a date of which more is known now; its votes stay.

        Args:
            asked: the poll.
            original: names the date now, see `Occurrence.original`.
            until: when counting ends, aware.
        """
        self._run(
            "UPDATE meeting_polls SET original = ?, until = ? WHERE id = ?",
            [original, until, asked.poll],
        )

    def supersede(self, asked: Asked, start: datetime, times: Times, now: datetime) -> None:
        """End a poll about a date that has moved: counts stay, votes and the secret are destroyed.

        Args:
            asked: the poll; nothing of it stays where nobody had answered.
            start: when the date was to begin, aware.
            times: how much of its hours was known.
            now: aware.
        """
        if not any(asked.counts):
            self.withdraw(asked, now)
            return
        self._unsend(asked, now)
        kept = {"counts": asked.counts, "start": to_ms(start), "times": times.value}
        self._run(
            "UPDATE meeting_polls SET secret = NULL, result = ? WHERE id = ?",
            [json.dumps(kept), asked.poll],
        )
        self._run("DELETE FROM meeting_votes WHERE poll = ?", [asked.poll])
        self._run("DELETE FROM meeting_poll_places WHERE poll = ?", [asked.poll])

    def forget_before(self, meeting: int) -> None:
        """Forget what was answered about dates of a meeting that had moved."""
        self._run(
            f"DELETE FROM meeting_polls WHERE meeting = ? AND NOT ({_STANDS})",  # noqa: S608
            [meeting],
        )

    def _unsend(self, asked: Asked, now: datetime) -> None:
        for place in self.places(asked.poll):
            self._run(
                "UPDATE outbox SET state = 'dropped', payload = NULL, finished_at = ?"
                " WHERE id = ? AND state = 'queued'",
                [now, place.delivery],
            )

    def withdraw(self, asked: Asked, now: datetime) -> None:
        """Forget a poll, with its votes, counts and secret; what of it waits is not sent."""
        self._unsend(asked, now)
        for table, column in (
            ("meeting_votes", "poll"),
            ("meeting_poll_places", "poll"),
            ("meeting_polls", "id"),
        ):
            self._run(f"DELETE FROM {table} WHERE {column} = ?", [asked.poll])  # noqa: S608

    def has_ended(self, now: datetime) -> bool:
        """Whether there is a poll to close."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM meeting_polls WHERE secret IS NOT NULL AND until <= ?)",
            [now],
        )

    def close(self, now: datetime) -> None:
        """End the polls whose time is over: their counts stay, votes and secrets are destroyed."""
        rows = self._db.execute(
            "SELECT id, answers FROM meeting_polls WHERE secret IS NOT NULL AND until <= ?", [now]
        ).fetchall()
        for poll, answers in rows:
            self._run(
                "UPDATE meeting_polls SET secret = NULL, result = ? WHERE id = ?",
                [self._counted(poll, answers), poll],
            )
            self._run("DELETE FROM meeting_votes WHERE poll = ?", [poll])
            self._run("DELETE FROM meeting_poll_places WHERE poll = ?", [poll])

    def _select(self, condition: str, value: int) -> list[Asked]:
        rows = self._db.execute(
            "SELECT id, meeting, answers, result, original, until"  # noqa: S608 -- constants
            f" FROM meeting_polls WHERE {condition}",
            [value],
        ).fetchall()
        return [self._asked(*row) for row in rows]

    def _asked(
        self,
        poll: int,
        meeting: int,
        answers: int,
        result: str | None,
        original: int,
        until: int,
    ) -> Asked:
        counts = self._counted(poll, answers) if result is None else tuple(json.loads(result))
        return Asked(poll, meeting, from_ms(original), from_ms(until), counts)

    def _counted(self, poll: int, answers: int) -> tuple[int, ...]:
        rows = self._db.execute(
            "SELECT choice, count(*) FROM meeting_votes WHERE poll = ? AND choice IS NOT NULL"
            " GROUP BY choice",
            [poll],
        ).fetchall()
        found: dict[int, int] = dict(rows)
        return tuple(found.get(place, 0) for place in range(answers))


def hashed_voter(secret: bytes, person: str) -> str:
    """Return what stands for an account id in a poll."""
    return hmac.new(secret, person.encode(), hashlib.sha256).hexdigest()
