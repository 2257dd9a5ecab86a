"""Reminders that are to be sent, and who asked to be reminded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from relay.store.moments import from_ms, to_ms
from relay.store.table import Rows, Table

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


_ROWS = Rows(Reminder, start="start_at", lead="lead * 1000", due="due_at")


class PlannedReminders(Table):
    """The tables reminders and meeting_followers."""

    def plan(self, reminders: Iterable[Reminder]) -> None:
        """Enter reminders; one that was entered before stays as it is, sent or not."""
        for one in reminders:
            self._insert_new(
                "reminders",
                meeting=one.meeting,
                start_at=one.start,
                lead=one.lead // _SECOND,
                due_at=one.due,
            )

    def unplan(self, meeting: int) -> None:
        """Take out what has not been sent of a meeting's reminders."""
        self._run("DELETE FROM reminders WHERE meeting = ? AND state = 'due'", [meeting])

    def due(self, now: datetime) -> list[Reminder]:
        """Return what is due, the longest overdue first."""
        rest = "FROM reminders WHERE state = 'due' AND due_at <= ? ORDER BY due_at, meeting"
        return self._all(_ROWS, rest, [now])

    def of(self, meeting: int) -> list[Reminder]:
        """Return what is still to be sent about a meeting, soonest first."""
        rest = "FROM reminders WHERE state = 'due' AND meeting = ? ORDER BY due_at"
        return self._all(_ROWS, rest, [meeting])

    def sent(self) -> list[Reminder]:
        """Return the reminders of which something may still be on its way, soonest date first."""
        return self._all(_ROWS, "FROM reminders WHERE state = 'sent' ORDER BY start_at")

    def settle(self, reminder: Reminder, state: Literal["sent", "skipped", "over"]) -> None:
        """Note that a reminder was sent, or that it no longer helps."""
        self._run(
            "UPDATE reminders SET state = ? WHERE meeting = ? AND start_at = ? AND lead = ?",
            [state, reminder.meeting, reminder.start, reminder.lead // _SECOND],
        )

    def forget_before(self, moment: datetime) -> None:
        """Forget the reminders of dates before `moment`, and who followed what ended before it."""
        self._run("DELETE FROM reminders WHERE start_at < ? AND state != 'due'", [moment])
        self.forget_followers(moment)

    def forget_followers(self, now: datetime) -> None:
        """Forget who asked to be reminded of what is over."""
        self._run("DELETE FROM meeting_followers WHERE until <= ?", [now])

    def has_ended(self, now: datetime) -> bool:
        """Whether anybody is still remembered as following what is over."""
        return self._holds(
            "SELECT EXISTS (SELECT 1 FROM meeting_followers WHERE until <= ?)", [now]
        )

    def follow(self, *, meeting: int, original: datetime, person: str, until: datetime) -> None:
        """Remember that a person wants to be reminded of one date.

        Args:
            meeting: number.
            original: names the date, see `Occurrence.original`.
            person: account id.
            until: when this is forgotten: the date's end.
        """
        self._insert(
            "meeting_followers",
            "ON CONFLICT DO UPDATE SET until = excluded.until",
            meeting=meeting,
            original=original,
            person=person,
            until=until,
        )

    def unfollow(self, person: str) -> int:
        """Forget everything a person asked to be reminded of; return how much that was."""
        return self._run("DELETE FROM meeting_followers WHERE person = ?", [person])

    def followers(self, meeting: int, original: datetime) -> list[str]:
        """Return the account ids of who wants to be reminded of one date, earliest first."""
        return self._values(
            "SELECT person FROM meeting_followers WHERE meeting = ? AND original = ?"
            " ORDER BY rowid",
            [meeting, original],
        )

    def followed(self, person: str) -> list[tuple[int, datetime]]:
        """Return what a person follows: numbers of meetings and the dates meant."""
        rows = self._db.execute(
            "SELECT meeting, original FROM meeting_followers WHERE person = ? ORDER BY until",
            [person],
        )
        return [(int(row[0]), from_ms(row[1])) for row in rows]

    def followed_dates(self, meeting: int) -> list[datetime]:
        """Return the dates of a meeting that anybody wants to be reminded of, by `original`."""
        return [
            from_ms(one)
            for one in self._values(
                "SELECT DISTINCT original FROM meeting_followers WHERE meeting = ? ORDER BY"
                " original",
                [meeting],
            )
        ]

    def carry_followers(
        self, meeting: int, *, old: datetime, new: datetime, until: datetime
    ) -> None:
        """Let those who follow one date of a meeting follow another in its place."""
        for person in self.followers(meeting, old):
            self.follow(meeting=meeting, original=new, person=person, until=until)
        if old != new:
            self._run(
                "DELETE FROM meeting_followers WHERE meeting = ? AND original = ?", [meeting, old]
            )
