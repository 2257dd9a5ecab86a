"""Reminders of one branch: a store, a clock, and a group that is reminded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Unpack
from zoneinfo import ZoneInfo

from catalogues import MeetingParts

from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.reminders import Reminders
from relay.meetings.tables import Meetings
from relay.settings import Branch
from relay.store import Store
from relay.store.groups import KnownGroup
from relay.time.clock import StillClock

KEY = "ab" * 32
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"
PERSON = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"
ADMIN = "6b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"


class Written:
    """Writes reminders so that a test can tell which is which."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        return f"{date.meeting.id} {date.start.astimezone(LONDON):%a %d %b %H:%M} {lead}"

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        return "you: " + self.reminder(date, lead)

    def not_reminded(self, date: Occurrence, closed: Sequence[KnownGroup], unknown: int) -> str:
        return f"{date.meeting.id} closed: {[group.name for group in closed]}, unknown: {unknown}"


class Office:
    """A store, a clock and the reminders; `pass_time` ticks every so often."""

    def __init__(self, folder: Path, at: datetime, **more: object) -> None:
        self.path = folder / "relay.db"
        self.clock = StillClock(at)
        self.branch = Branch.model_validate(
            {"slug": "hackney", "name": "Hackney", "announcement_groups": [GROUP], **more}
        )
        self.open()
        with self.store.transaction():
            group = KnownGroup(GROUP, "internal", "All members", 20, True, True)
            self.store.groups.replace_all([group], at)

    def open(self) -> None:
        self.store = Store(self.path, KEY)
        branches = {"hackney": self.branch}
        self.reminders = Reminders(self.store, self.clock, branches, Written())

    def restart(self) -> None:
        self.store.close()
        self.open()

    def publish(self, start: datetime, rule: str | None = None) -> Meeting:
        now = self.clock.now()
        with self.store.transaction():
            number = self.store.announcements.draft(
                branch="hackney", text="", author=PERSON, now=now
            )
            meeting = Meeting(
                id=number,
                branch="hackney",
                title="Branch meeting",
                start=start.astimezone(UTC),
                zone="Europe/London",
                uid=f"{number}@x",
                created_at=now,
                changed_at=now,
                rule=rule,
                state=MeetingState.SCHEDULED,
            )
            self.store[Meetings].add(meeting)
            self.reminders.replan(meeting)
        return meeting

    def change(self, meeting: Meeting, **more: Unpack[MeetingParts]) -> Meeting:
        parts: MeetingParts = {"changed_at": self.clock.now(), **more}
        changed = replace(meeting, **parts)
        with self.store.transaction():
            self.store[Meetings].save(changed)
            self.reminders.replan(changed)
        return changed

    def tick(self) -> list[str]:
        self.reminders.tick()
        return self.carry()

    def carry(self) -> list[str]:
        """Deliver what is queued; say what it was."""
        said = []
        while delivery := self.store.outbox.next("signal", self.clock.now()):
            said.append(
                f"{self.clock.now().astimezone(LONDON):%d %b %H:%M} > "
                + str(delivery.payload["text"])
            )
            with self.store.transaction():
                self.store.outbox.delivered(delivery, {"timestamp": 1}, self.clock.now())
        return said

    def pass_time(self, until: datetime, step: timedelta = HOUR) -> list[str]:
        said = self.tick()
        while self.clock.now() < until:
            self.clock.move(min(step, until - self.clock.now()))
            said += self.tick()
        return said


def london(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)
