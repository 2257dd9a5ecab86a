"""Zones in calendars: a second reader of them comes to the same offsets, hour by hour."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from relay.meetings.zones import zone_component

NAMES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
)


@pytest.mark.parametrize("name", NAMES)
def test_another_reader_finds_the_offsets_of_every_hour_round_the_changes(name: str) -> None:
    zone = ZoneInfo(name)
    calendar = Calendar()
    calendar.add_component(zone_component(zone, since=2026))
    theirs = tzical(io.StringIO(calendar.to_ical().decode())).get(name)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment < datetime(2029, 1, 1, tzinfo=UTC):
        local = moment.astimezone(zone)
        if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
            assert local.replace(tzinfo=theirs).utcoffset() == local.utcoffset(), local
        moment += timedelta(hours=3)


def test_london_is_two_rules_that_hold_for_ever() -> None:
    written = zone_component(ZoneInfo("Europe/London"), since=2026).to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in written
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in written
    assert "DTSTART:20250330T010000" in written
    assert "DTSTART:20251026T020000" in written
    assert "RDATE" not in written
