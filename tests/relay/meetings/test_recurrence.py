"""Dates of meetings: the hour on the wall stays, exceptions count, and the search always ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relay.meetings.meeting import ONE_DAY, Change, Meeting, MeetingState, Place, Times
from relay.meetings.recurrence import (
    ends_at,
    is_over,
    last_occurrence,
    next_listed,
    next_occurrence,
    occurrence_at,
    occurrence_of,
    occurrences,
    with_change,
)
from relay.time.rules import BadRule, check_rule

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def meeting(local: datetime, rule: str | None = None) -> Meeting:
    return Meeting(
        id=12,
        branch="hackney",
        title="Branch meeting",
        start=local.astimezone(UTC),
        zone="Europe/London",
        uid="12@example.org",
        created_at=NOW,
        changed_at=NOW,
        rule=rule,
        state=MeetingState.SCHEDULED,
    )


def said(found: Meeting, days: int = 400, after: datetime | None = None) -> list[str]:
    begin = after or found.start
    dates = occurrences(found, begin, begin + timedelta(days=days))
    return [
        f"{one.start.astimezone(LONDON):%a %d %b %H:%M}" + (" off" if one.cancelled else "")
        for one in dates
    ]


def test_the_first_thursday_of_every_month_at_seven_across_both_clock_changes() -> None:
    first = meeting(at(2027, 2, 4, 19), "FREQ=MONTHLY;BYDAY=1TH")
    assert said(first, 310) == [
        "Thu 04 Feb 19:00",
        "Thu 04 Mar 19:00",
        "Thu 01 Apr 19:00",
        "Thu 06 May 19:00",
        "Thu 03 Jun 19:00",
        "Thu 01 Jul 19:00",
        "Thu 05 Aug 19:00",
        "Thu 02 Sep 19:00",
        "Thu 07 Oct 19:00",
        "Thu 04 Nov 19:00",
        "Thu 02 Dec 19:00",
    ]


def test_an_hour_that_does_not_exist_is_read_with_the_offset_before() -> None:
    nightly = meeting(at(2027, 3, 27, 1, 30), "FREQ=DAILY;COUNT=3")
    assert said(nightly, 5) == ["Sat 27 Mar 01:30", "Sun 28 Mar 02:30", "Mon 29 Mar 01:30"]


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    nightly = meeting(at(2027, 10, 30, 1, 30), "FREQ=DAILY;COUNT=3")
    starts = [one.start for one in occurrences(nightly, nightly.start, NOW + timedelta(days=900))]
    assert starts == [
        datetime(2027, 10, 30, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 11, 1, 1, 30, tzinfo=UTC),
    ]


def test_a_leap_day_comes_back_after_four_years() -> None:
    yearly = meeting(at(2028, 2, 29, 19), "FREQ=YEARLY")
    upcoming = next_occurrence(yearly, datetime(2028, 3, 1, tzinfo=UTC))
    assert upcoming is not None
    assert upcoming.start == datetime(2032, 2, 29, 19, tzinfo=UTC)


def test_a_leap_day_comes_back_after_the_year_2100_that_has_none() -> None:
    yearly = meeting(at(2096, 2, 29, 19), "FREQ=YEARLY")
    upcoming = next_occurrence(yearly, datetime(2096, 3, 1, tzinfo=UTC))
    assert upcoming is not None
    assert upcoming.start.year == 2104


def test_the_thirty_first_skips_short_months() -> None:
    monthly = meeting(at(2027, 1, 31, 11), "FREQ=MONTHLY;COUNT=4")
    assert [day[4:10] for day in said(monthly)] == ["31 Jan", "31 Mar", "31 May", "31 Jul"]


@pytest.mark.parametrize(
    ("until", "count"),
    [("20261217", 3), ("20261217T190000Z", 3), ("20261217T185959Z", 2), ("20261216T235959Z", 2)],
)
def test_a_rule_ends_with_the_last_date_it_names(until: str, count: int) -> None:
    weekly = meeting(at(2026, 12, 3, 19), f"FREQ=WEEKLY;UNTIL={until}")
    assert len(said(weekly)) == count


class TestExceptions:
    weekly = meeting(at(2026, 12, 3, 19), "FREQ=WEEKLY;BYDAY=TH")
    second = datetime(2026, 12, 10, 19, tzinfo=UTC)

    def test_one_date_is_off_and_the_others_stay(self) -> None:
        change = Change(self.second, self.second, cancelled=True, reason="strike day")
        changed = replace(self.weekly, changes=with_change(self.weekly, change))
        assert said(changed, 20) == ["Thu 03 Dec 19:00", "Thu 10 Dec 19:00 off", "Thu 17 Dec 19:00"]
        upcoming = next_occurrence(changed, self.second - timedelta(days=1))
        assert upcoming is not None
        assert upcoming.start.day == 17
        listed = next_listed(changed, self.second - timedelta(days=1))
        assert listed is not None
        assert (listed.cancelled, listed.reason) == (True, "strike day")

    def test_one_date_is_on_another_day_and_elsewhere(self) -> None:
        friday = self.second + timedelta(days=1)
        change = Change(self.second, friday, place=Place(address="The library"))
        changed = replace(self.weekly, changes=(change,))
        assert said(changed, 20) == ["Thu 03 Dec 19:00", "Fri 11 Dec 19:00", "Thu 17 Dec 19:00"]
        found = occurrence_at(changed, friday)
        assert found == occurrence_of(changed, self.second)
        assert found is not None
        assert found.is_moved
        assert found.place.address == "The library"
        assert occurrence_at(changed, self.second) is None

    def test_a_date_moved_far_away_is_found_where_it_is(self) -> None:
        far = self.second + timedelta(days=60, hours=2)
        changed = replace(self.weekly, changes=(Change(self.second, far),))
        window = list(occurrences(changed, far, far + timedelta(hours=1)))
        assert [one.original for one in window] == [self.second]

    def test_changing_a_date_again_replaces_the_first_change(self) -> None:
        once = replace(
            self.weekly, changes=(Change(self.second, self.second + timedelta(hours=1)),)
        )
        again = with_change(once, Change(self.second, self.second, cancelled=True))
        assert again == (Change(self.second, self.second, cancelled=True),)


class TestOnce:
    single = meeting(at(2026, 11, 27, 19))

    def test_it_is_next_until_it_ends_and_then_the_last(self) -> None:
        end = self.single.start + self.single.lasts
        just_before = end - timedelta(seconds=1)
        assert next_occurrence(self.single, just_before) is not None
        assert last_occurrence(self.single, just_before) is None
        assert not is_over(self.single, just_before)
        assert next_occurrence(self.single, end) is None
        assert last_occurrence(self.single, end) is not None
        assert is_over(self.single, end)

    def test_a_cancelled_one_is_listed_but_never_next(self) -> None:
        off = replace(self.single, state=MeetingState.CANCELLED, reason="no room")
        assert next_occurrence(off, NOW) is None
        listed = next_listed(off, NOW)
        assert listed is not None
        assert listed.reason == "no room"


def test_the_last_date_of_a_long_series_is_found() -> None:
    weekly = meeting(at(2020, 1, 2, 19), "FREQ=WEEKLY")
    latest = last_occurrence(weekly, NOW)
    assert latest is not None
    assert latest.start == datetime(2026, 11, 19, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ",
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;BYHOUR=3",
        "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;INTERVAL=99999999",
    ],
)
def test_rules_that_cannot_be_followed_are_refused(rule: str) -> None:
    with pytest.raises(BadRule):
        check_rule(rule, datetime(2026, 12, 3, 19, tzinfo=UTC), LONDON)


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1TH", "FREQ=DAILY;COUNT=2"])
def test_rules_that_begin_at_the_start_are_taken(rule: str) -> None:
    check_rule(rule, datetime(2026, 12, 3, 19, tzinfo=UTC), LONDON)


@settings(max_examples=60, deadline=None)
@given(
    day=st.integers(0, 1500),
    hour=st.integers(0, 23),
    rule=st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY")),
    zone=st.sampled_from(("Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC")),
)
def test_every_date_is_in_order_and_at_the_hour_on_the_wall(
    day: int, hour: int, rule: str, zone: str
) -> None:
    local = at(2026, 1, 1, hour) + timedelta(days=day)
    start = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    regular = replace(meeting(at(2026, 1, 1), rule), start=start, zone=zone)
    found = list(occurrences(regular, start, start + timedelta(days=120)))
    assert found[0].start == start
    assert found == sorted(found, key=lambda one: one.start)
    for one in found:
        seen = one.start.astimezone(ZoneInfo(zone))
        exists = datetime(seen.year, seen.month, seen.day, hour, tzinfo=ZoneInfo(zone))
        if exists.astimezone(UTC).astimezone(ZoneInfo(zone)).hour == hour:
            assert seen.hour == start.astimezone(ZoneInfo(zone)).hour or one.start == start


@pytest.mark.parametrize(
    ("start", "length", "times", "end"),
    [
        # 25 hours, and 23: an end is where people were told, whatever the clocks do in between.
        (at(2026, 10, 25), timedelta(days=1), Times.DAYS, at(2026, 10, 26)),
        (at(2027, 3, 28), timedelta(days=1), Times.DAYS, at(2027, 3, 29)),
        (at(2026, 10, 23, 19), timedelta(hours=45), Times.SET, at(2026, 10, 25, 16)),
        (at(2027, 3, 26, 19), timedelta(hours=45), Times.SET, at(2027, 3, 28, 16)),
        (at(2026, 10, 24, 10), timedelta(hours=38), Times.TO_A_DAY, at(2026, 10, 26)),
        # Hours are hours.
        (at(2026, 10, 24, 23), timedelta(hours=4), Times.SET, at(2026, 10, 25, 2)),
        (at(2026, 12, 31), timedelta(days=2), Times.OPEN, at(2027, 1, 2)),
        (at(2028, 2, 28), timedelta(days=2), Times.DAYS, at(2028, 3, 1)),
        (at(2026, 12, 5), None, Times.OPEN, at(2026, 12, 6)),
    ],
)
def test_when_days_and_several_days_are_over(
    start: datetime, length: timedelta | None, times: Times, end: datetime
) -> None:
    found = replace(meeting(start), length=length, times=times)
    (date,) = occurrences(found, start - timedelta(days=9), start + timedelta(days=9))
    assert date.end == end.astimezone(UTC)
    assert ends_at(found) == date.end
    # It is on until then.
    last = date.end - timedelta(seconds=1)
    assert next_occurrence(found, last) == date
    assert next_occurrence(found, date.end) is None


def test_a_date_at_a_time_among_whole_days_lasts_as_long_as_is_said_of_it() -> None:
    days = replace(
        meeting(at(2026, 12, 5), "FREQ=MONTHLY;BYDAY=1SA"), length=ONE_DAY, times=Times.DAYS
    )
    single = Change(at(2027, 1, 2).astimezone(UTC), at(2027, 1, 2, 14).astimezone(UTC))
    timed = replace(days, changes=(replace(single, times=Times.SET),))
    date = occurrence_of(timed, single.original)
    assert date is not None
    assert (date.length, date.until, date.times) == (None, None, Times.SET)
    assert date.is_moved
