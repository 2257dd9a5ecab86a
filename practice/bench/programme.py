"""What many meetings cost: a round over all of them, and the calendar of a large branch."""

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practice.bench.measures import Result
from practice.bench.rig import STORE_KEY
from relay.meetings.calendar import calendar_of
from relay.meetings.meeting import Meeting, MeetingState, Occurrence, Place
from relay.meetings.reminders import Reminders
from relay.meetings.tables import Meetings
from relay.settings import Branch
from relay.store import Store
from relay.store.groups import KnownGroup
from relay.time.clock import StillClock

MEETINGS = 10_000
ENTRIES = 1_000
_ROUNDS = 20
START = datetime(2026, 11, 22, 13, tzinfo=UTC)
BRANCH = "hackney"


class _Silent:
    """Writes the same to everybody."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        return date.meeting.title

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        return date.meeting.title

    def not_reminded(self, date: Occurrence, closed: Sequence[KnownGroup], unknown: int) -> str:
        return date.meeting.title


async def programme(folder: Path) -> Result:
    """A round with `MEETINGS` in the store, and a calendar of `ENTRIES`; in milliseconds."""
    clock = StillClock(START)
    branches = {BRANCH: Branch(slug=BRANCH, name="Hackney branch")}
    with Store(folder / "relay.db", STORE_KEY) as store:
        reminders = Reminders(store, clock, branches, _Silent())
        with store.transaction():
            meetings = [_add(store, reminders, index) for index in range(MEETINGS)]
        ticks = [_milliseconds(reminders.tick) for _ in range(_ROUNDS)]
        clock.move(timedelta(hours=2))
        busy = _milliseconds(reminders.tick)
    entries = meetings[:ENTRIES]
    calendar = [
        _milliseconds(lambda: calendar_of(entries, name="Hackney", page=lambda _: None))
        for _ in range(3)
    ]
    return Result(
        {
            "meetings_tick_ms": statistics.median(ticks),
            "calendar_ms": statistics.median(calendar),
        },
        {"meetings_busy_tick_ms": round(busy, 1), "calendar_first_ms": round(calendar[0], 1)},
    )


def _add(store: Store, reminders: Reminders, index: int) -> Meeting:
    number = store.announcements.draft(branch=BRANCH, text="", author="nobody", now=START)
    start = START + timedelta(days=1 + index % 300, minutes=index % 60)
    meeting = meeting_number(number, index, start)
    store[Meetings].add(meeting)
    reminders.replan(meeting)
    return meeting


def meeting_number(number: int, index: int, start: datetime) -> Meeting:
    """Return a published meeting; every tenth recurs.

    Args:
        number: of its announcement.
        index: among the others.
        start: of its first date, aware.
    """
    return Meeting(
        id=number,
        branch=BRANCH,
        title=f"Meeting {index}",
        start=start,
        zone="Europe/London",
        uid=f"{number}@branch-relay.invalid",
        created_at=START,
        changed_at=START,
        rule="FREQ=WEEKLY" if index % 10 == 0 else None,
        place=Place("Mildmay Centre, Woodville Road"),
        state=MeetingState.SCHEDULED,
    )


def _milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
