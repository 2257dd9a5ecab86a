"""Reminders: each once, on the hour, to all who are to get it, never for what is over or off."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from reminding import ADMIN, DAY, GROUP, HOUR, LONDON, NOW, PERSON, Office, Written, london

from relay.meetings.meeting import Change, MeetingState
from relay.meetings.recurrence import occurrences
from relay.meetings.tables import PlannedReminders
from relay.store.groups import KnownGroup


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


class TestGroupsThatGetNone:
    start = london(2026, 12, 3, 19)
    other = "group.T3RoZXJPdGhlck90aGVyT3RoZXJPdGhlck90aGVyT3RoZXI="

    def test_admins_hear_of_it_each_time_and_the_others_are_reminded(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(
            announcement_groups=[GROUP, self.other], admins=[PERSON, ADMIN], reminders=["1d", "2h"]
        )
        desk.publish(self.start)
        told = "1 closed: [], unknown: 1"
        said = [one.partition(" > ")[2] for one in desk.pass_time(self.start)]
        assert Counter(said) == {
            "1 Thu 03 Dec 19:00 1 day, 0:00:00": 1,
            "1 Thu 03 Dec 19:00 2:00:00": 1,
            told: 4,
        }

    def test_a_group_that_lets_only_admins_post_is_named(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(admins=[PERSON], reminders=["1d"])
        with desk.store.transaction():
            closed = KnownGroup(GROUP, "internal", "All members", 20, False, False)
            desk.store.groups.replace_all([closed], NOW)
        desk.publish(self.start)
        said = desk.pass_time(self.start)
        assert said == ["02 Dec 19:00 > 1 closed: ['All members'], unknown: 0"]

    def test_when_only_people_are_reminded_no_group_is_missed(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(announcement_groups=[self.other], admins=[PERSON], reminders=[])
        desk.publish(self.start)
        assert desk.pass_time(self.start) == []

    def test_what_could_not_be_told_in_time_is_not_told_any_more(
        self, office: Callable[..., Office]
    ) -> None:
        desk = office(announcement_groups=[self.other], admins=[PERSON], reminders=["2h"])
        desk.publish(self.start)
        desk.clock.move(self.start - 2 * HOUR - NOW)
        desk.reminders.tick()
        assert desk.store.outbox.queued() == 1
        desk.clock.move(3 * HOUR)
        assert desk.tick() == []


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
    end = meeting.start + meeting.lasts
    desk.store[PlannedReminders].follow(
        meeting=meeting.id, original=meeting.start, person=PERSON, until=end
    )
    said = desk.pass_time(meeting.start)
    assert [one.split(" > ")[1][:4] for one in said] == ["you:", "you:"]
    desk.pass_time(end)
    assert desk.store[PlannedReminders].followed(PERSON) == []
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
