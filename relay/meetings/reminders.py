"""Reminders: planned into the store, and sent by one tick over what is due there.

A reminder is one row, named by its meeting, by when the date really begins and by how long before;
sending it and noting that it was sent are one transaction. So no restart, clock change or day
offline sends it twice, and a date that was moved is reminded of anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from typing import Protocol
from zoneinfo import ZoneInfo

from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.recurrence import next_listed, occurrence_at, occurrences
from relay.meetings.tables import Contacts, Meetings, PlannedReminders, Polls
from relay.meetings.tables.reminders import Reminder
from relay.settings import Branch
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.groups import KnownGroup
from relay.time.clock import Clock

AHEAD = timedelta(days=14)
"""How far beyond the longest reminder the dates of a recurring meeting are planned."""

KEEP_SENT = timedelta(days=400)
"""How long the store remembers what it has reminded of."""

PERSONAL = (timedelta(days=1), timedelta(hours=2))
"""When a person is reminded who asked for it, in a branch that reminds nobody."""

AWAKE = range(8, 22)
"""Hours on the clocks of the meeting's zone; in the others a phone that rings wakes people."""

_LATE = timedelta(minutes=15)
"""From then on a reminder is late, and has no claim to its minute any more."""

_IMMINENT = timedelta(hours=3)
"""Who goes to a meeting this soon is awake."""

EVENING = 18
"""The hour on the clocks at which people are reminded of a day without a time, on a day before."""

_USEFUL = 4
"""A late reminder helps while at least a quarter of the time it was to give is left."""


class Speaker(Protocol):
    """Writes reminders; implemented by the conversations. Each is called in a transaction."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a group reads.

        Args:
            date: what is about to begin.
            lead: which of the branch's reminders this is.
        """

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        """Return what a person reads who asked to be reminded; it says that "stop" ends it."""

    def not_reminded(self, date: Occurrence, closed: Sequence[KnownGroup], unknown: int) -> str:
        """Return what admins read where groups get no reminder.

        Args:
            date: what is about to begin.
            closed: groups the bot is in but may not post to.
            unknown: how many groups of the settings it is not in.
        """


class DirectReaders(Protocol):
    """Those who read by direct message what groups do; each is called in a transaction."""

    def remind(self, branch: str, topic: str, text: str, until: timedelta) -> None:
        """Send them a reminder.

        Args:
            branch: slug.
            topic: of the reminder. Who has asked to be reminded has a delivery with it already.
            text: what groups read.
            until: how long from now it still helps.
        """

    def withdraw(self, topic: str) -> None:
        """Send no more of it."""


class Reminders:
    """Plans and sends.

    Args:
        store: where reminders wait.
        clock: the time.
        branches: the configured branches by slug.
        speaker: writes them.
        direct: who reads by direct message what groups do, if anybody.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        speaker: Speaker,
        direct: DirectReaders | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches
        self._speaker = speaker
        self._direct = direct

    def replan(self, meeting: Meeting) -> None:
        """Plan a meeting anew, after it was published, moved or cancelled; joins a transaction.

        What would have been due by now is not planned: who reads of the change needs no reminder.
        """
        self._store[PlannedReminders].unplan(meeting.id)
        self._store[Meetings].planned(meeting.id, None)
        for one in self._store[PlannedReminders].sent():
            if one.meeting == meeting.id and not is_on(meeting, one):
                self._withdraw(one)
        if meeting.state is MeetingState.SCHEDULED:
            self._plan(meeting, self._clock.now())

    def tick(self) -> None:
        """Plan what comes near, send what is due, forget what is over; called every few seconds."""
        now = self._clock.now()
        horizon = now + self._longest() + AHEAD / 2
        for meeting in self._store[Meetings].to_plan(horizon):
            with self._store.transaction():
                self._plan(meeting, meeting.changed_at)
        for one in self._store[PlannedReminders].sent():
            if not helps(one, now):
                with self._store.transaction():
                    self._withdraw(one)
        due = self._store[PlannedReminders].due(now)
        ordered = sorted(due, key=lambda one: (one.start, one.meeting, one.lead))
        for _, rows in groupby(ordered, key=lambda one: (one.start, one.meeting)):
            with self._store.transaction():
                self._remind(list(rows), now)
        if self._has_ended(now):
            with self._store.transaction():
                self.tidy()

    def tidy(self) -> None:
        """Forget old reminders, and who follows, voted on or is to be asked about what is over.

        Joins a transaction.
        """
        now = self._clock.now()
        if self._has_ended(now):
            self._store[PlannedReminders].forget_followers(now)
            self._store[Polls].close(now)
            self._store[Contacts].forget_ended(now)
            self._store.shredder.shred(now)
        self._store[PlannedReminders].forget_before(now - KEEP_SENT)

    def _has_ended(self, now: datetime) -> bool:
        """Whether anybody is still remembered for following, voting on or knowing what is over."""
        return (
            self._store[PlannedReminders].has_ended(now)
            or self._store[Polls].has_ended(now)
            or self._store[Contacts].has_ended(now)
        )

    def _longest(self) -> timedelta:
        leads = [lead for branch in self._branches.values() for lead in branch.reminders]
        return max([*leads, *PERSONAL])

    def _plan(self, meeting: Meeting, since: datetime) -> None:
        now = self._clock.now()
        horizon = now + self._longest() + AHEAD
        dates = occurrences(meeting, now, horizon)
        self._store[PlannedReminders].plan(
            one for date in dates for one in self._of(date) if one.due > since
        )
        later = next_listed(meeting, horizon)
        self._store[Meetings].planned(meeting.id, None if later is None else horizon)

    def _of(self, date: Occurrence) -> Iterable[Reminder]:
        if date.cancelled:
            return
        branch = self._branches.get(date.meeting.branch)
        for lead in leads_of(branch):
            yield Reminder(date.meeting.id, date.start, lead, due_at(date, lead))

    def _remind(self, rows: Sequence[Reminder], now: datetime) -> None:
        """Send the last of the reminders of one date that are due, if it still helps."""
        last, *older = rows
        for one in older:
            self._store[PlannedReminders].settle(one, "skipped")
        meeting = self._store[Meetings].get(last.meeting)
        date = None if meeting is None else occurrence_at(meeting, last.start)
        if date is None or not is_on(date.meeting, last) or not helps(last, now):
            self._store[PlannedReminders].settle(last, "skipped")
            return
        if waits_for_morning(last, now, date.meeting.local_zone):
            return
        self._send(date, last)
        self._store[PlannedReminders].settle(last, "sent")

    def _withdraw(self, reminder: Reminder) -> None:
        """Send no more of a reminder, and forget who got it."""
        self._store.topics.drop(reminder.topic, self._clock.now())
        self._store.topics.scrub(reminder.topic)
        if self._direct is not None:
            self._direct.withdraw(reminder.topic)
        self._store[PlannedReminders].settle(reminder, "over")

    def _send(self, date: Occurrence, reminder: Reminder) -> None:
        lead = reminder.lead
        branch = self._branches.get(date.meeting.branch)
        if branch is None:
            return
        if lead in branch.reminders:
            self._remind_groups(branch, date, reminder)
        people = self._store[PlannedReminders].followers(date.meeting.id, date.original)
        if people:
            text = self._speaker.personal_reminder(date, lead)
            for person in people:
                self._queue(person, text, Priority.REPLY, reminder)
        if self._direct is not None and lead in branch.reminders:
            text, until = self._speaker.reminder(date, lead), _helps_until(reminder)
            self._direct.remind(branch.slug, reminder.topic, text, until - self._clock.now())

    def _remind_groups(self, branch: Branch, date: Occurrence, reminder: Reminder) -> None:
        reach = self._store.groups.reach(branch.announcement_groups)
        if reach.open:
            text = self._speaker.reminder(date, reminder.lead)
            for group in reach.open:
                self._queue(group.id, text, Priority.ANNOUNCEMENT, reminder)
        if reach.closed or reach.unknown:
            text = self._speaker.not_reminded(date, reach.closed, reach.unknown)
            for admin in branch.admins:
                self._queue(admin, text, Priority.URGENT, reminder)

    def _queue(self, target: str, text: str, priority: Priority, reminder: Reminder) -> None:
        queue_outgoing(
            self._store.outbox,
            target,
            Message(text=text),
            priority=priority,
            now=self._clock.now(),
            # What still waits when it no longer helps is dropped by this.
            topic=reminder.topic,
        )


def leads_of(branch: Branch | None) -> tuple[timedelta, ...]:
    """Return how long before a date of a branch there is something to send."""
    if branch is None:
        return ()
    return branch.reminders or PERSONAL


def due_at(date: Occurrence, lead: timedelta) -> datetime:
    """Return when a reminder is to be sent, aware, UTC.

    Whole days are counted on the clocks, so that "a week before 7 pm" is 7 pm also where the
    clocks change in between; hours are hours. Of days without a time people are reminded in the
    evening, at the latest the day before.
    """
    if not date.times.are_known:
        # The evening before, or so many days before as the branch wants.
        days = max(1, -(-lead // timedelta(days=1)))
        evening = datetime.combine(date.first_day - timedelta(days=days), time(EVENING))
        return evening.replace(tzinfo=date.meeting.local_zone).astimezone(UTC)
    if lead % timedelta(days=1):
        return date.start - lead
    local = date.start.astimezone(date.meeting.local_zone).replace(tzinfo=None) - lead
    return local.replace(tzinfo=date.meeting.local_zone).astimezone(UTC)


def is_on(meeting: Meeting, reminder: Reminder) -> bool:
    """Whether the date that a reminder is about still begins then."""
    date = occurrence_at(meeting, reminder.start)
    on = meeting.state is MeetingState.SCHEDULED
    return on and date is not None and not date.cancelled


def helps(reminder: Reminder, now: datetime) -> bool:
    """Whether a reminder that may be late is still of use: enough of its time is left to act."""
    return reminder.start - now >= (reminder.start - reminder.due) / _USEFUL


def _helps_until(reminder: Reminder) -> datetime:
    """Until when `helps` says so."""
    return reminder.start - (reminder.start - reminder.due) / _USEFUL


def waits_for_morning(reminder: Reminder, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a late reminder is kept until the quiet hours are over.

    In the morning it is judged anew whether it still helps. One that is on time goes when the
    branch wants it to go.
    """
    late = now - reminder.due >= _LATE
    soon = reminder.start - now <= _IMMINENT
    return late and not soon and now.astimezone(zone).hour not in AWAKE


__all__ = ["Reminders", "Speaker", "due_at", "helps", "is_on", "leads_of", "waits_for_morning"]
