"""Whole days, several days, and times to come: what is read of them, and what is asked."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from relay.meetings.meeting import Times
from relay.meetings.reading import read_invitation
from relay.meetings.reading.hourless import answered_times, without_late, without_times
from relay.meetings.reading.stretches import read_stretch

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def read(text: str) -> str:
    """What is read, in short: the days or times, and what is asked."""
    found = read_invitation(text, now=NOW, zone=LONDON)
    form = "%d %b %Y" if found.all_day else "%d %b %Y %H:%M"
    ends = "%d %b %Y" if found.to_a_day else form
    said = [f"{found.start:{form}}"] if found.start else []
    said += [f"to {found.end:{ends}}"] if found.end else []
    said += [f"doors {found.doors:%H:%M}"] if found.doors else []
    said += [found.rule] if found.rule else []
    return " ".join([*said, *(f"{ask.reason}?" for ask in found.asks)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Open day, Saturday 12 December (all day), Town Hall", "12 Dec 2026"),
        ("Fair: whole day Saturday 12 December, Town Hall", "12 Dec 2026"),
        ("Leap fair 29 February 2028, all day, Town Hall", "29 Feb 2028"),
        ("Summer school 12-14 June, Ruskin Hall", "12 Jun 2027 to 14 Jun 2027"),
        ("Conference Sat 16th & Sun 17th January, Ruskin Hall", "16 Jan 2027 to 17 Jan 2027"),
        ("Festival 31 Dec to 1 Jan at the Docks", "31 Dec 2026 to 01 Jan 2027"),
        ("Camp, Mon 28 Dec until Thurs 31 Dec, Long Wood", "28 Dec 2026 to 31 Dec 2026"),
        ("School Sat 12 Dec 10am - Sun 13 Dec, Hall", "12 Dec 2026 10:00 to 13 Dec 2026"),
        ("School Saturday 10am to Sunday 4pm, Hall", "28 Nov 2026 10:00 to 29 Nov 2026 16:00"),
        ("Camp Sat 12 Dec 10am to Sun, Wood", "12 Dec 2026 10:00 to 13 Dec 2026"),
        (
            "Sleepout: 6pm Sat 5 Dec to 9am Sun 6 Dec",
            "05 Dec 2026 18:00 to 06 Dec 2026 09:00 place-tbc?",
        ),
        ("Stall every first Saturday, all day, Market", "05 Dec 2026 FREQ=MONTHLY;BYDAY=1SA"),
        ("Stall every last Sunday all day, Market", "29 Nov 2026 FREQ=MONTHLY;BYDAY=-1SU"),
        ("Picnic, every year on 24 June, all day, Park", "24 Jun 2027 FREQ=YEARLY"),
        (
            "Exhibition daily 5-12 December, 10am-4pm, Library",
            "05 Dec 2026 10:00 to 05 Dec 2026 16:00 FREQ=DAILY;UNTIL=20261212",
        ),
        ("Play 5-8 Dec, 7.30pm nightly, Hall", "05 Dec 2026 19:30 FREQ=DAILY;UNTIL=20261208"),
        ("Social Thurs 3rd Dec 7pm until late, Club", "03 Dec 2026 19:00"),
        ("Dance 8pm till late Fri 4 Dec, Club", "04 Dec 2026 20:00"),
        (
            "Sat 5 Dec 2pm door knocking, Vine Street, ends 4pm",
            "05 Dec 2026 14:00 to 05 Dec 2026 16:00",
        ),
        (
            "Mon 7 Dec - Fri 11 Dec, 12-2pm daily, Advice stall, Foyer",
            "07 Dec 2026 12:00 to 07 Dec 2026 14:00 FREQ=DAILY;UNTIL=20261211",
        ),
        ("Gig 4 Dec, 6:30pm doors, 7pm start, Club", "04 Dec 2026 19:00 doors 18:30"),
        ("Gig 4 Dec, doors 6.30, kick-off 7. Club Row", "04 Dec 2026 19:00 doors 18:30"),
        (
            "Gig 4 Dec 6.30pm doors 7pm start 11pm close, Club",
            "04 Dec 2026 19:00 to 04 Dec 2026 23:00 doors 18:30",
        ),
    ],
)
def test_what_is_clear_is_taken(text: str, said: str) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Conference 12-14 June, times tbc, Hall", "time-tbc?"),
        ("AGM 30 January, venue and time TBC", "time-tbc? place-tbc?"),
        ("Meeting Thurs 10 Dec, time tbc (probably 7pm), Hall", "time-tbc?"),
        ("Conference 12-14 June, venue tbc", "12 Jun 2027 to 14 Jun 2027 place-tbc?"),
        ("Meeting 10 Dec 7pm, venue tbc", "10 Dec 2026 19:00 place-tbc?"),
        ("Reading every Thursday, time tbc, Hall", "FREQ=WEEKLY;BYDAY=TH time-tbc?"),
        ("All day Sunday 12 December, open day, Hall", "weekday-mismatch?"),
        ("Play 5-8 December, 7.30pm, Hall", "time?"),
        ("Residential Fri 15 - Sun 17 Jan, arrive from 6pm, The Barn", "time?"),
        ("Stall every third Thursday, 6pm, Market", "date?"),
        ("Every day this week 4pm, Picket, Depot", "date?"),
        ("Stall 1 Dec 10am-2pm - 2 Dec 11am-3pm, Market", "which-event?"),
        ("Reply until Friday! Choir, Tuesday 6pm, Hall", "01 Dec 2026 18:00"),
    ],
)
def test_what_is_open_is_asked(text: str, said: str) -> None:
    assert read(text) == said


def test_a_part_of_a_day_is_no_hour_and_no_place() -> None:
    text = "Camp: Friday 4 December evening to Sunday 6 December lunch, The Barn"
    found = read_invitation(text, now=NOW, zone=LONDON)
    (ask,) = found.asks
    assert (ask.reason, ask.choices) == ("time", (datetime(2026, 12, 4),))  # noqa: DTZ001
    assert found.length is not None
    assert found.length.days == 3
    assert found.place is not None
    assert found.place.words == "The Barn"


@pytest.mark.parametrize(
    ("text", "rest", "times"),
    [
        ("Saturday, all day", "Saturday", Times.DAYS),
        ("all day on Saturday", "on Saturday", Times.DAYS),
        ("5 December (time tbc)", "5 December", Times.OPEN),
        ("5 December, the start time is still to be confirmed", "5 December", Times.OPEN),
        ("Saturday 7pm", "Saturday 7pm", Times.SET),
        ("Saturday, venue tbc", "Saturday, venue tbc", Times.SET),
    ],
)
def test_days_are_split_from_what_says_that_there_is_no_hour(
    text: str, rest: str, times: Times
) -> None:
    assert without_times(text) == (rest, times)


def test_in_an_answer_tbc_alone_is_enough() -> None:
    assert answered_times("5 December tbc") == ("5 December", Times.OPEN)
    assert answered_times("5 December 7pm") == ("5 December 7pm", Times.SET)
    assert without_late("Friday 7pm till late") == "Friday 7pm"


@pytest.mark.parametrize(
    "text", ["Saturday 5 December", "Thursday 7pm", "Thursday 7pm or maybe Friday 8pm", "10-12", ""]
)
def test_one_day_and_what_is_not_understood_is_no_stretch(text: str) -> None:
    assert read_stretch(text, NOW.replace(tzinfo=None)) is None


def test_days_that_are_over_are() -> None:
    assert read_stretch("Sat 14 - Sun 15 November", NOW.replace(tzinfo=None)) == "past"


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("12-13/12", "2026-12-12", "2026-12-13"),
        ("12-13/12/2026", "2026-12-12", "2026-12-13"),
        ("12-13/12/26", "2026-12-12", "2026-12-13"),
        ("12-13.12.2026", "2026-12-12", "2026-12-13"),
        ("12/12-13/12", "2026-12-12", "2026-12-13"),
        ("30/1-1/2", "2027-01-30", "2027-02-01"),
        ("31/12-2/1/2027", "2026-12-31", "2027-01-02"),
        ("Sat-Sun 12-13/12", "2026-12-12", "2026-12-13"),
        ("Sat 12-Sun 13/12", "2026-12-12", "2026-12-13"),
        ("Sat-Sun 12-13 December", "2026-12-12", "2026-12-13"),
        ("Sat/Sun 12/13 Dec", "2026-12-12", "2026-12-13"),
        ("Fri to Sun, 11 to 13 Dec", "2026-12-11", "2026-12-13"),
        ("Sat & Sun December 12-13", "2026-12-12", "2026-12-13"),
    ],
)
def test_ranges_of_numbers_are_days(days: str, start: str, end: str) -> None:
    read = read_invitation(f"Day school {days}, Town Hall", now=NOW, zone=LONDON)
    assert read.asks == ()
    assert read.all_day
    assert read.start is not None
    assert read.end is not None
    assert (read.start.date().isoformat(), read.end.date().isoformat()) == (start, end)
    assert read.place is not None
    assert read.place.words == "Town Hall"


@pytest.mark.parametrize(
    "days", ["Sat-Sun 12-14 December", "Mon-Tue 12-13 December", "Sat-Sun 12 Dec", "28-31/2"]
)
def test_ranges_that_contradict_themselves_are_asked_about(days: str) -> None:
    read = read_invitation(f"Day school {days} 10am, Town Hall", now=NOW, zone=LONDON)
    assert read.start is None
    assert read.asks


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("Stall wensday 2pm, Library", "02 Dec 2026 14:00", "Library"),
        ("Stall tommorow 2pm, Library", "28 Nov 2026 14:00", "Library"),
        (
            "The AGM moves from Thurs 3 Dec to Thurs 10 Dec, 6pm, Friends House",
            "10 Dec 2026 18:00",
            "Friends House",
        ),
        (
            "AGM switched from 3 Dec to 10 Dec, 6pm, Friends House",
            "10 Dec 2026 18:00",
            "Friends House",
        ),
        (
            "Gig Sat 19 Dec, doors 7, first band 8pm, curfew 11pm, The Hope",
            "19 Dec 2026 20:00 to 19 Dec 2026 23:00 doors 19:00",
            "The Hope",
        ),
        (
            "Coach to London leaves Town Hall car park 7.15am Sat 5 Dec. Back about 9pm.",
            "05 Dec 2026 07:15",
            "Town Hall car park",
        ),
        (
            "Minibus departs the Station at 8am Saturday 5 Dec, returning 6pm",
            "05 Dec 2026 08:00",
            "Station",
        ),
    ],
)
def test_slips_moves_and_journeys(text: str, said: str, place: str) -> None:
    assert read(text) == said
    found = read_invitation(text, now=NOW, zone=LONDON).place
    assert found is not None
    assert found.words == place


def test_numbers_to_dial_are_no_place() -> None:
    text = (
        "Reps\nFri 4 Dec 7pm\nhttps://zoom.us/j/0001\nOne tap mobile\n"
        "+442079460123,,0001234# United Kingdom\nDial by your location\n"
        "+44 20 7946 0123 United Kingdom, London\n• +353 1 234 5678 Ireland"
    )
    found = read_invitation(text, now=NOW, zone=LONDON)
    assert found.place is None
    assert found.asks == ()
