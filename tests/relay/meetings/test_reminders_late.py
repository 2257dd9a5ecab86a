"""What could not be sent in time: late only while it helps, and not in the night."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from reminding import DAY, HOUR, NOW, Office, london


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
