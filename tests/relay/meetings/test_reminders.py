"""Reminders: each once, on the hour, never for what is over or off, late only while it helps."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relay.clock import StillClock
from relay.meetings.meeting import Change, Meeting, MeetingState, Occurrence
from relay.meetings.recurrence import occurrences
from relay.meetings.reminders import Reminders
from relay.settings import Branch
from relay.store import Store
from relay.store.groups import KnownGroup

KEY = "ab" * 32
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
GROUP = "group.SGFja25leUhhY2tuZXlIYWNrbmV5SGFja25leUhhY2tuZXk9"
PERSON = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"


class Written:
    """Writes reminders so that a test can tell which is which."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        return f"{date.meeting.id} {date.start.astimezone(LONDON):%a %d %b %H:%M} {lead}"

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        return "you: " + self.reminder(date, lead)


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
            self.store.meetings.add(meeting)
            self.reminders.replan(meeting)
        return meeting

    def change(self, meeting: Meeting, **more: object) -> Meeting:
        changed = replace(meeting, changed_at=self.clock.now(), **more)  # type: ignore[arg-type]
        with self.store.transaction():
            self.store.meetings.save(changed)
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


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    opened: list[Office] = []

    def build(at: datetime = NOW, **more: object) -> Office:
        opened.append(Office(tmp_path, at, **more))
        return opened[-1]

    yield build
    for one in opened:
        one.store.close()


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[arg-type,misc]


def test_a_week_a_day_and_two_hours_before(office: Callable[..., Office]) -> None:
    desk = office()
    desk.publish(london(2026, 12, 3, 19))
    assert desk.pass_time(NOW + 14 * DAY) == [
        "26 Nov 19:00 > 1 Thu 03 Dec 19:00 7 days, 0:00:00",
        "02 Dec 19:00 > 1 Thu 03 Dec 19:00 1 day, 0:00:00",
        "03 Dec 17:00 > 1 Thu 03 Dec 19:00 2:00:00",
    ]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/St_Johns", "UTC"])
def test_the_zone_of_the_hosts_own_clock_changes_nothing(
    office: Callable[..., Office], monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        desk = office(datetime(2027, 3, 20, tzinfo=UTC))
        desk.publish(london(2027, 4, 1, 19))
        said = desk.pass_time(datetime(2027, 4, 2, tzinfo=UTC))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [one.split(" > ")[0] for one in said] == ["25 Mar 19:00", "31 Mar 19:00", "01 Apr 17:00"]


def test_what_was_published_late_is_not_reminded_of_at_once(office: Callable[..., Office]) -> None:
    desk = office()
    desk.publish(NOW + 5 * HOUR)
    said = desk.pass_time(NOW + DAY)
    assert [one[-7:] for one in said] == ["2:00:00"]


@pytest.mark.parametrize(
    ("start", "week_before"),
    [
        (london(2027, 4, 1, 19), "25 Mar 19:00"),
        (london(2027, 11, 4, 19), "28 Oct 19:00"),
        (london(2028, 3, 1, 19), "23 Feb 19:00"),
        (london(2027, 4, 4, 1, 30), "28 Mar 02:30"),
    ],
)
def test_a_week_before_is_the_same_hour_where_clocks_change_and_over_a_leap_day(
    office: Callable[..., Office], start: datetime, week_before: str
) -> None:
    desk = office(start.astimezone(UTC) - 20 * DAY, reminders=["7d"])
    desk.publish(start)
    said = desk.pass_time(start.astimezone(UTC), timedelta(minutes=30))
    assert [one.split(" > ")[0] for one in said] == [week_before]


def test_a_restart_between_any_two_ticks_changes_nothing(office: Callable[..., Office]) -> None:
    desk = office(datetime(2026, 11, 26, 6, tzinfo=UTC))
    desk.publish(london(2026, 12, 3, 19))
    said = []
    for _ in range(8 * 16):
        said += desk.tick() + desk.tick()
        desk.restart()
        desk.clock.move(1.5 * HOUR)
    assert len(said) == len(set(said)) == 3


class TestLate:
    start = london(2026, 12, 3, 19).astimezone(UTC)

    @pytest.mark.parametrize(
        ("left", "lead"),
        [
            (6 * DAY, "7 days, 0:00:00"),
            (47 * HOUR, "7 days, 0:00:00"),
            (41 * HOUR, None),
            (10 * HOUR, "1 day, 0:00:00"),
            (5 * HOUR, None),
            (HOUR, "2:00:00"),
            (timedelta(minutes=20), None),
            (timedelta(0), None),
            (-3 * HOUR, None),
        ],
    )
    def test_back_after_a_silence_it_sends_one_or_none(
        self, office: Callable[..., Office], left: timedelta, lead: str | None
    ) -> None:
        desk = office()
        desk.publish(self.start)
        desk.tick()
        desk.clock.move(self.start - left - NOW)
        desk.restart()
        said = desk.tick()
        assert [one.rpartition("19:00 ")[2] for one in said] == ([lead] if lead else [])
        assert desk.tick() == []

    def test_what_could_not_leave_in_time_is_not_sent_any_more(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office()
        desk.publish(self.start)
        desk.clock.move(self.start - 2 * HOUR - NOW)
        desk.reminders.tick()
        assert desk.store.outbox.queued() == 1
        desk.clock.move(timedelta(minutes=100))
        desk.reminders.tick()
        assert desk.store.outbox.queued() == 0

    def test_a_relay_that_was_away_for_months_goes_on_with_the_next_date(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(reminders=["1d"])
        desk.publish(self.start, "FREQ=WEEKLY")
        desk.clock.move(100 * DAY)
        said = desk.pass_time(desk.clock.now() + 9 * DAY)
        assert [one.split(" > ")[0] for one in said] == ["03 Mar 19:00", "10 Mar 19:00"]


class TestChanges:
    start = london(2026, 12, 3, 19).astimezone(UTC)

    def test_a_cancelled_meeting_is_not_reminded_of(self, office: Callable[..., Office]) -> None:
        desk = office()
        meeting = desk.publish(self.start)
        desk.clock.move(self.start - DAY - NOW)
        desk.reminders.tick()
        assert desk.store.outbox.queued() == 1
        desk.change(meeting, state=MeetingState.CANCELLED)
        assert desk.store.outbox.queued() == 0
        assert desk.pass_time(self.start) == []

    def test_reminders_follow_to_the_new_time(self, office: Callable[..., Office]) -> None:
        desk = office()
        meeting = desk.publish(self.start)
        first = desk.pass_time(self.start - DAY)
        desk.change(meeting, start=self.start + 2 * DAY)
        then = desk.pass_time(self.start + 3 * DAY)
        assert [one.rpartition("19:00 ")[2] for one in first] == [
            "7 days, 0:00:00",
            "1 day, 0:00:00",
        ]
        assert [one.split(" > ")[0] for one in then] == ["04 Dec 19:00", "05 Dec 17:00"]

    def test_there_and_back_again_says_nothing_twice(self, office: Callable[..., Office]) -> None:
        desk = office()
        meeting = desk.publish(self.start)
        said = desk.pass_time(self.start - DAY)
        away = desk.change(meeting, start=self.start + 2 * DAY)
        desk.change(away, start=self.start)
        said += desk.pass_time(self.start)
        assert len(said) == len(set(said)) == 3

    def test_one_date_of_many_is_off_or_elsewhere_in_time(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(reminders=["1d"])
        weekly = desk.publish(self.start, "FREQ=WEEKLY;COUNT=4")
        second, third = self.start + 7 * DAY, self.start + 14 * DAY
        changes = (Change(second, second, cancelled=True), Change(third, third + DAY))
        desk.change(weekly, changes=changes)
        said = desk.pass_time(self.start + 40 * DAY)
        assert [one.split(" > ")[0] for one in said] == [
            "02 Dec 19:00",
            "17 Dec 19:00",
            "23 Dec 19:00",
        ]


def test_who_asked_is_reminded_and_then_forgotten(office: Callable[..., Office]) -> None:
    desk = office(reminders=[])
    meeting = desk.publish(NOW + 5 * DAY)
    end = meeting.start + meeting.length
    desk.store.reminders.follow(
        meeting=meeting.id, original=meeting.start, person=PERSON, until=end
    )
    said = desk.pass_time(meeting.start)
    assert [one.split(" > ")[1][:4] for one in said] == ["you:", "you:"]
    desk.pass_time(end)
    assert desk.store.reminders.followed(PERSON) == []
    rows = desk.store._db.execute("SELECT count(*) FROM outbox WHERE target = ?", [PERSON])
    assert rows.fetchone()[0] == 0


def test_a_busy_year_in_seconds(office: Callable[..., Office]) -> None:
    """Every date of a year, in a year with both clock changes: each reminder once and on time."""
    desk = office(datetime(2027, 1, 1, tzinfo=UTC))
    rules = ("FREQ=MONTHLY;BYDAY=1TH", "FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-1SU", None)
    firsts = ((2027, 2, 4), (2027, 1, 19), (2027, 1, 31), (2027, 6, 15))
    meetings = [
        desk.publish(london(*day, 19), rule) for day, rule in zip(firsts, rules, strict=True)
    ]
    end = datetime(2028, 1, 1, tzinfo=UTC)
    said = desk.pass_time(end)
    expected = set()
    for meeting in meetings:
        for date in occurrences(meeting, meeting.start, end + 8 * DAY):
            for lead in desk.branch.reminders:
                local = date.start.astimezone(LONDON).replace(tzinfo=None)
                due = (local - lead).replace(tzinfo=LONDON)
                if datetime(2027, 1, 1, tzinfo=UTC) < due <= end:
                    expected.add(Written().reminder(date, lead))
    sent = [one.split(" > ")[1] for one in said]
    assert len(sent) == len(set(sent))
    assert set(sent) == expected
    assert len(sent) > 200


class TestTheNight:
    start = london(2026, 12, 3, 19).astimezone(UTC)

    def back_at(
        self, office: Callable[..., Office], start: datetime, *moment: int, **more: object
    ) -> list[str]:
        """Be silent from the day of publishing until a moment; say what is sent until the start."""
        desk = office(**more)
        desk.publish(start)
        desk.clock.move(london(*moment).astimezone(UTC) - NOW)
        return [one.split(" > ")[0] for one in desk.pass_time(start, timedelta(minutes=30))]

    def test_a_late_one_waits_for_the_morning(self, office: Callable[..., Office]) -> None:
        said = self.back_at(office, self.start, 2026, 12, 2, 23, 10, reminders=["1d"])
        assert said == ["03 Dec 08:10"]

    def test_one_that_would_not_help_in_the_morning_is_not_sent(
        self, office: Callable[..., Office]
    ) -> None:
        start = london(2026, 12, 3, 12).astimezone(UTC)
        assert self.back_at(office, start, 2026, 12, 2, 23, 10, reminders=["1d"]) == []

    def test_it_is_sent_where_the_meeting_begins_soon(self, office: Callable[..., Office]) -> None:
        start = london(2026, 12, 3, 9).astimezone(UTC)
        said = self.back_at(office, start, 2026, 12, 3, 7, 30, reminders=["2h"])
        assert said == ["03 Dec 07:30"]

    def test_one_that_is_on_time_goes_on_time(self, office: Callable[..., Office]) -> None:
        start = london(2026, 12, 3, 7).astimezone(UTC)
        said = self.back_at(office, start, 2026, 12, 1, 12, reminders=["1d"])
        assert said == ["02 Dec 07:00"]

    def test_by_the_clocks_of_the_meeting(self, office: Callable[..., Office]) -> None:
        """23:10 in London is 22:10 UTC in summer: quiet at one, and 21:10 UTC is too."""
        desk = office(datetime(2027, 6, 1, 12, tzinfo=UTC), reminders=["1d"])
        desk.publish(london(2027, 6, 10, 19))
        desk.clock.move(datetime(2027, 6, 9, 21, 10, tzinfo=UTC) - desk.clock.now())
        assert desk.tick() == []
        desk.clock.move(datetime(2027, 6, 10, 7, 0, tzinfo=UTC) - desk.clock.now())
        assert len(desk.tick()) == 1
