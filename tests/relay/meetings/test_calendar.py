"""Calendars: read back by a second implementation, and held against the rules of the RFCs."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Unpack
from zoneinfo import ZoneInfo

import pytest
import vobject
from catalogues import MeetingParts
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from relay.language.words import Words
from relay.meetings.calendar import calendar_of, entry_of, file_name, new_uid
from relay.meetings.meeting import Change, Meeting, MeetingState, Paper, Place
from relay.meetings.recurrence import occurrences

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
START = datetime(2026, 12, 3, 19, tzinfo=LONDON)


def page(meeting: Meeting) -> str:
    return f"https://hackney.example.org/m/{meeting.id}"


class _Parts(MeetingParts, total=False):
    id: int
    title: str


def meeting(**more: Unpack[_Parts]) -> Meeting:
    given = Meeting(
        id=12,
        branch="hackney",
        title="Branch meeting; rents, repairs",
        start=START.astimezone(UTC),
        zone="Europe/London",
        uid="abc@hackney.example.org",
        created_at=NOW,
        changed_at=NOW,
        place=Place("Mildmay Centre\nWoodville Road", "https://example.org/call?x=1,2"),
        agenda="1. Hello\n2. Rents",
        access="step-free",
        papers=(Paper(1, "Motion", url="https://example.org/motion"),),
        state=MeetingState.SCHEDULED,
    )
    return replace(given, **more)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def rules(data: bytes) -> None:
    """What RFC 5545 and 7986 ask of every calendar, checked on the bytes."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = unfolded(data)
    assert lines[0] == "BEGIN:VCALENDAR"
    for once in ("PRODID:", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:", "NAME:"):
        assert sum(line.startswith(once) for line in lines) == 1, once
    zones = {line[5:] for line in lines if line.startswith("TZID:")}
    used = set(re.findall(r";TZID=([^:;]+)", text.replace("\r\n ", "")))
    assert used == zones
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        for once in (
            "UID",
            "DTSTAMP",
            "DTSTART",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "ORGANIZER",
        ):
            assert len(re.findall(rf"^{once}[:;]", event, re.MULTILINE)) == 1, once
        assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z\r$", event, re.MULTILINE)
        assert len(re.findall(r"^DTEND[:;]", event, re.MULTILINE)) <= 1
        assert len(re.findall(r"^RRULE:", event, re.MULTILINE)) <= 1
        assert not ("RRULE:" in event and "RECURRENCE-ID" in event)
    for refresh in (line for line in lines if line.startswith("REFRESH-INTERVAL")):
        assert refresh == "REFRESH-INTERVAL;VALUE=DURATION:PT1H"


def test_one_meeting_is_read_back_by_another_implementation() -> None:
    data = entry_of(meeting(length=timedelta(hours=2)), name="Hackney branch", page=page)
    rules(data)
    event = vobject.readOne(data.decode()).vevent
    assert event.uid.value == "abc@hackney.example.org"
    assert event.summary.value == "Branch meeting; rents, repairs"
    assert event.dtstart.value.astimezone(UTC) == START.astimezone(UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=2)
    assert event.location.value == "Mildmay Centre, Woodville Road"
    assert event.url.value == "https://hackney.example.org/m/12"
    assert event.description.value.startswith("1. Hello\n2. Rents\n\nstep-free")
    assert event.status.value == "CONFIRMED"
    (conference,) = (line for line in unfolded(data) if line.startswith("CONFERENCE"))
    assert conference.endswith(":https://example.org/call?x=1,2")


def test_an_end_that_nobody_named_is_no_end_in_the_calendar() -> None:
    data = entry_of(meeting(), name="Hackney", page=page)
    rules(data)
    assert b"DTEND" not in data
    assert b"DURATION" not in data.replace(b"VALUE=DURATION", b"")
    event = vobject.readOne(data.decode()).vevent
    assert event.dtstart.value.astimezone(UTC) == START.astimezone(UTC)


def test_each_date_has_its_own_end_and_doors() -> None:
    second = datetime(2026, 12, 10, 19, tzinfo=UTC)
    third = second + timedelta(days=7)
    series = meeting(
        rule="FREQ=WEEKLY;COUNT=4",
        length=timedelta(hours=2),
        doors=timedelta(minutes=30),
        changes=(
            Change(second, second + timedelta(hours=1), length=timedelta(minutes=45)),
            Change(third, third, doors=timedelta()),
        ),
    )
    data = calendar_of([series], name="Hackney", page=page, words=Words("en-GB"))
    rules(data)
    main, longer, punctual = vobject.readOne(data.decode()).vevent_list
    assert main.dtend.value - main.dtstart.value == timedelta(hours=2)
    assert main.description.value.startswith("Doors open at 6:30 pm\n")
    assert longer.dtend.value - longer.dtstart.value == timedelta(minutes=45)
    assert longer.description.value.startswith("Doors open at 7:30 pm\n")
    assert punctual.dtend.value - punctual.dtstart.value == timedelta(hours=2)
    assert "Doors" not in punctual.description.value


def test_the_branch_is_the_organizer_and_no_person_is_named() -> None:
    for state in (MeetingState.SCHEDULED, MeetingState.CANCELLED):
        one = meeting(state=state)
        data = entry_of(one, name="Hackney", page=page, branch=lambda _: 'Hackney; "East", branch')
        rules(data)
        organizer = vobject.readOne(data.decode()).vevent.organizer
        assert organizer.value.startswith("urn:uuid:")
        assert organizer.params["CN"] == ["Hackney; 'East', branch"]
        assert b"mailto:" not in data.lower()
        moved = replace(one, uid="def@elsewhere.example.org")
        again = vobject.readOne(entry_of(moved, name="East", page=lambda _: None).decode())
        assert again.vevent.organizer.value == organizer.value


def test_a_change_keeps_the_identity_and_raises_the_sequence() -> None:
    old = entry_of(meeting(), name="Hackney", page=page)
    later = meeting(sequence=1, start=START.astimezone(UTC) + timedelta(days=1))
    new = entry_of(later, name="Hackney", page=page)
    first, second = (vobject.readOne(data.decode()).vevent for data in (old, new))
    assert first.uid.value == second.uid.value
    assert (first.sequence.value, second.sequence.value) == ("0", "1")


def test_a_cancelled_meeting_stays_and_says_so() -> None:
    off = meeting(state=MeetingState.CANCELLED, reason="The hall is flooded", sequence=2)
    single = vobject.readOne(entry_of(off, name="Hackney", page=page).decode())
    assert single.method.value == "CANCEL"
    assert single.vevent.status.value == "CANCELLED"
    assert single.vevent.comment.value == "The hall is flooded"
    feed = vobject.readOne(calendar_of([off], name="Hackney", page=page).decode())
    assert (feed.method.value, feed.vevent.status.value) == ("PUBLISH", "CANCELLED")


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=1TH", "FREQ=WEEKLY;UNTIL=20270415"])
def test_another_implementation_finds_the_same_dates_across_a_clock_change(rule: str) -> None:
    series = meeting(rule=rule)
    data = entry_of(series, name="Hackney", page=page)
    rules(data)
    event = vobject.readOne(data.decode()).vevent
    limit = datetime(2027, 6, 1, tzinfo=UTC)
    theirs = []
    for one in event.getrruleset(addRDate=True):
        # It works rules out on the wall, and leaves putting them on the clocks to its user.
        moment = one.replace(tzinfo=LONDON).astimezone(UTC)
        if moment >= limit:
            break
        theirs.append(moment)
    ours = [one.start for one in occurrences(series, series.start, limit)]
    assert theirs == ours
    assert len(ours) > 5


def test_single_exceptions_are_named_by_the_date_they_replace() -> None:
    second = datetime(2026, 12, 10, 19, tzinfo=UTC)
    third = second + timedelta(days=7)
    series = meeting(
        rule="FREQ=WEEKLY;COUNT=4",
        changes=(
            Change(second, second, cancelled=True, reason="strike"),
            Change(third, third + timedelta(days=1), place=Place("The library")),
        ),
    )
    data = calendar_of([series], name="Hackney", page=page)
    rules(data)
    main, off, moved = vobject.readOne(data.decode()).vevent_list
    assert {one.uid.value for one in (main, off, moved)} == {series.uid}
    assert (off.status.value, off.comment.value) == ("CANCELLED", "strike")
    assert off.recurrence_id.value.astimezone(UTC) == second
    assert moved.recurrence_id.value.astimezone(UTC) == third
    assert moved.dtstart.value.astimezone(UTC) == third + timedelta(days=1)
    assert moved.location.value == "The library"


def test_the_same_meetings_give_the_same_bytes_and_drafts_stay_out() -> None:
    given = [meeting(), meeting(id=13, uid="13@x", state=MeetingState.DRAFT)]
    data = calendar_of(given, name="All", page=page)
    assert data == calendar_of(given, name="All", page=page)
    assert b"13@x" not in data


def test_an_empty_calendar_is_still_a_calendar() -> None:
    rules(calendar_of([], name="Nobody yet", page=page))


def test_many_meetings_are_one_calendar_with_one_zone() -> None:
    many = [meeting(id=number, uid=f"{number}@x") for number in range(1, 201)]
    data = calendar_of(many, name="All", page=page)
    rules(data)
    assert len(vobject.readOne(data.decode()).vevent_list) == 200
    assert data.count(b"BEGIN:VTIMEZONE") == 1


def test_names_and_identities() -> None:
    assert file_name(meeting()) == "meeting-12.ics"
    one, other = new_uid("hackney.example.org"), new_uid("hackney.example.org")
    assert one != other
    assert one.endswith("@hackney.example.org")


@settings(max_examples=100, deadline=None)
@given(
    title=st.text(min_size=1, max_size=200),
    address=st.text(max_size=100),
    agenda=st.text(max_size=300),
)
def test_no_text_breaks_out_of_its_line(title: str, address: str, agenda: str) -> None:
    odd = meeting(title=title, place=Place(address), agenda=agenda)
    data = entry_of(odd, name=title, page=page)
    assert data.count(b"BEGIN:VEVENT") == 1
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["UID"] == odd.uid
    assert {"\r", "\0"}.isdisjoint(data.decode().replace("\r\n", ""))


def test_words_of_any_language_come_back() -> None:
    title = "Cyfarfod cangen Llŷn · اجتماع الفرع 👩‍🦽"
    data = entry_of(meeting(title=title), name="Hackney", page=page)
    rules(data)
    assert vobject.readOne(data.decode()).vevent.summary.value == title
