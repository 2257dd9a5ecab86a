"""Reminders that are to be sent, and who asked to be reminded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from relay.store.moments import from_ms, to_ms
from relay.store.table import Table

TOPIC = "reminder:"
"""What the topics of reminders begin with."""

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Reminder:
    """One reminder.

    Attributes:
        meeting: number.
        start: of the date it is about, aware, UTC.
        lead: how long before that it is sent.
        due: when it is to be sent, aware, UTC.
    """

    meeting: int
    start: datetime
    lead: timedelta
    due: datetime

    @property
    def topic(self) -> str:
        """What its deliveries are about, for the outbox."""
        return f"{TOPIC}{self.meeting}:{to_ms(self.start)}:{self.lead // _SECOND}"


class PlannedReminders(Table):
    """The tables reminders and meeting_followers."""

    def plan(self, reminders: Iterable[Reminder]) -> None:
        """Enter reminders; one that was entered before stays as it is, sent or not."""
        for one in reminders:
            self._db.execute(
                "INSERT INTO reminders (meeting, start_at, lead, due_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                [one.meeting, to_ms(one.start), one.lead // _SECOND, to_ms(one.due)],
            )

    def unplan(self, meeting: int) -> None:
        """Take out what has not been sent of a meeting's reminders."""
        self._db.execute("DELETE FROM reminders WHERE meeting = ? AND state = 'due'", [meeting])

    def due(self, now: datetime) -> list[Reminder]:
        """Return what is due, the longest overdue first."""
        rows = self._db.execute(
            "SELECT meeting, start_at, lead, due_at FROM reminders"
            " WHERE state = 'due' AND due_at <= ? ORDER BY due_at, meeting",
            [to_ms(now)],
        )
        return [_reminder(row) for row in rows]

    def of(self, meeting: int) -> list[Reminder]:
        """Return what is still to be sent about a meeting, soonest first."""
        rows = self._db.execute(
            "SELECT meeting, start_at, lead, due_at FROM reminders"
            " WHERE state = 'due' AND meeting = ? ORDER BY due_at",
            [meeting],
        )
        return [_reminder(row) for row in rows]

    def sent(self) -> list[Reminder]:
        """Return the reminders of which something may still be on its way, soonest date first."""
        rows = self._db.execute(
            "SELECT meeting, start_at, lead, due_at FROM reminders WHERE state = 'sent'"
            " ORDER BY start_at"
        )
        return [_reminder(row) for row in rows]

    def settle(self, reminder: Reminder, state: Literal["sent", "skipped", "over"]) -> None:
        """Note that a reminder was sent, or that it no longer helps."""
        self._db.execute(
            "UPDATE reminders SET state = ? WHERE meeting = ? AND start_at = ? AND lead = ?",
            [state, reminder.meeting, to_ms(reminder.start), reminder.lead // _SECOND],
        )

    def forget_before(self, moment: datetime) -> None:
        """Forget the reminders of dates before `moment`, and who followed what ended before it."""
        self._db.execute(
            "DELETE FROM reminders WHERE start_at < ? AND state != 'due'", [to_ms(moment)]
        )
        self.forget_followers(moment)

    def forget_followers(self, now: datetime) -> None:
        """Forget who asked to be reminded of what is over."""
        self._db.execute("DELETE FROM meeting_followers WHERE until <= ?", [to_ms(now)])

    def has_ended(self, now: datetime) -> bool:
        """Whether anybody is still remembered as following what is over."""
        row = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM meeting_followers WHERE until <= ?)", [to_ms(now)]
        ).fetchone()
        return bool(row[0])

    def follow(self, *, meeting: int, original: datetime, person: str, until: datetime) -> None:
        """Remember that a person wants to be reminded of one date.

        Args:
            meeting: number.
            original: names the date, see `Occurrence.original`.
            person: account id.
            until: when this is forgotten: the date's end.
        """
        self._db.execute(
            "INSERT INTO meeting_followers (meeting, original, person, until) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET until = excluded.until",
            [meeting, to_ms(original), person, to_ms(until)],
        )

    def unfollow(self, person: str) -> int:
        """Forget everything a person asked to be reminded of; return how much that was."""
        cursor = self._db.execute("DELETE FROM meeting_followers WHERE person = ?", [person])
        return int(cursor.rowcount)

    def followers(self, meeting: int, original: datetime) -> list[str]:
        """Return the account ids of who wants to be reminded of one date, earliest first."""
        rows = self._db.execute(
            "SELECT person FROM meeting_followers WHERE meeting = ? AND original = ?"
            " ORDER BY rowid",
            [meeting, to_ms(original)],
        )
        return [str(row[0]) for row in rows]

    def followed(self, person: str) -> list[tuple[int, datetime]]:
        """Return what a person follows: numbers of meetings and the dates meant."""
        rows = self._db.execute(
            "SELECT meeting, original FROM meeting_followers WHERE person = ? ORDER BY until",
            [person],
        )
        return [(int(row[0]), from_ms(row[1])) for row in rows]

    def followed_dates(self, meeting: int) -> list[datetime]:
        """Return the dates of a meeting that anybody wants to be reminded of, by `original`."""
        rows = self._db.execute(
            "SELECT DISTINCT original FROM meeting_followers WHERE meeting = ? ORDER BY original",
            [meeting],
        )
        return [from_ms(row[0]) for row in rows]

    def carry_followers(
        self, meeting: int, *, old: datetime, new: datetime, until: datetime
    ) -> None:
        """Let those who follow one date of a meeting follow another in its place."""
        for person in self.followers(meeting, old):
            self.follow(meeting=meeting, original=new, person=person, until=until)
        if old != new:
            self._db.execute(
                "DELETE FROM meeting_followers WHERE meeting = ? AND original = ?",
                [meeting, to_ms(old)],
            )


def _reminder(row: tuple[Any, ...]) -> Reminder:
    return Reminder(
        meeting=row[0],
        start=from_ms(row[1]),
        lead=row[2] * _SECOND,
        due=from_ms(row[3]),
    )
