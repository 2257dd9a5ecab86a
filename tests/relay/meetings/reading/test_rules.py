"""What is read of a text about a meeting, and what is asked: rule by rule."""

import pytest
from readings import asks, end, place, read, start


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Choir, Tuesday 6pm, Vestry Hall", "2026-12-01 18:00"),
        ("Choir this coming Tuesday, 6pm, Vestry Hall", "2026-12-01 18:00"),
        ("Choir, next Monday 6pm, Vestry Hall", "2026-11-30 18:00"),
        ("Choir a week on Tuesday, 6pm, Vestry Hall", "2026-12-08 18:00"),
        ("Choir the day after tomorrow, 6pm, Vestry Hall", "2026-11-29 18:00"),
        ("Choir Thursday the tenth of December, 6pm, Vestry Hall", "2026-12-10 18:00"),
        ("Choir 3/12 6pm Vestry Hall", "2026-12-03 18:00"),
        ("2026-12-10T19:00 Choir, Vestry Hall", "2026-12-10 19:00"),
        ("<b>Choir</b><br>Sat 5 Dec, 2pm<br>Vestry Hall", "2026-12-05 14:00"),
        ("Choir, Thu 14 January, 1930, Vestry Hall", "2027-01-14 19:30"),
    ],
)
def test_a_day_and_an_hour_that_are_clear_are_taken(text: str, when: str) -> None:
    assert (start(text), asks(text)) == (when, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Choir, next Saturday, 6pm, Vestry Hall", "date"),
        ("Choir 12/13 6pm Vestry Hall", "date"),
        ("Choir 30 February 6pm Vestry Hall", "date"),
        ("Choir Tuesday 5 December 6pm Vestry Hall", "weekday-mismatch"),
        ("Choir 3 December 2024 6pm Vestry Hall", "past"),
        ("Choir Thursday 14 January 2026 6pm Vestry Hall", "year"),
        ("Choir Tuesday at 7, Vestry Hall", "am-pm"),
        ("Choir Tues 1 Dec 6pm-5pm, Vestry Hall", "end-before-start"),
        ("Choir Tues 1 Dec 5.30/6pm, Vestry Hall", "time"),
        ("Choir Tues 1 Dec, time tbc, Vestry Hall", "time-tbc"),
        ("Choir Tues 1 Dec 6pm and Thurs 3 Dec 6pm, Vestry Hall", "which-event"),
        ("Choir 5 & 6 December, 10am-4pm both days, Vestry Hall", "which-event"),
        ("Choir bi-weekly on Tuesdays 6pm, Vestry Hall", "date"),
        ("Choir every Tuesday except 8 December, 6pm, Vestry Hall", "date"),
    ],
)
def test_what_is_open_is_asked_by_its_reason_and_not_guessed(text: str, reason: str) -> None:
    assert reason in asks(text)
    assert start(text) == "" or reason == "am-pm"


def test_the_days_that_fit_are_offered() -> None:
    [ask] = read("Choir, Thursday 4 December, 6pm, Vestry Hall").asks
    assert [f"{one:%d %H}" for one in ask.choices] == ["03 18", "04 18"]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("Stall Sat 5 Dec 11-1 Market Cross", "2026-12-05 11:00", "2026-12-05 13:00"),
        ("Choir Tues 1 Dec 7 - 9.15pm Vestry Hall", "2026-12-01 19:00", "2026-12-01 21:15"),
        ("Course Tues 1 Dec 10-4 Floor 2, Vestry Hall", "2026-12-01 10:00", "2026-12-01 16:00"),
        ("Disco Sat 5 Dec 8pm-1am Vestry Hall", "2026-12-05 20:00", "2026-12-06 01:00"),
        ("Class Tues 1 Dec 1830-2000 Vestry Hall", "2026-12-01 18:30", "2026-12-01 20:00"),
    ],
)
def test_a_range_begins_and_ends(text: str, begins: str, ends: str) -> None:
    assert (start(text), end(text)) == (begins, ends)


@pytest.mark.parametrize("text", ["Supper Tues 1 Dec 6.30 for 7pm, Vestry Hall"])
def test_doors_are_no_start(text: str) -> None:
    found = read(text)
    assert start(text) == "2026-12-01 19:00"
    assert found.doors is not None
    assert f"{found.doors:%H:%M}" == "18:30"


@pytest.mark.parametrize(
    "text",
    [
        "Choir Tues 8 Dec 6pm, Vestry Hall. Reply by 1 December",
        "Choir Tues 8 Dec 6pm, Vestry Hall. Minutes of 3 November are below",
        "Date of notice: 24/11/2026\nChoir\nDate of meeting: 8/12/2026\nTime: 6pm\nVestry Hall",
        "Not Monday 7 but Tuesday 8 December, 6pm, Vestry Hall: choir",
        "Choir ~Mon 7 Dec~ Tues 8 Dec 6pm Vestry Hall",
    ],
)
def test_deadlines_minutes_and_what_was_before_are_not_its_date(text: str) -> None:
    assert start(text) == "2026-12-08 18:00"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Choir every Tuesday 6pm Vestry Hall", "FREQ=WEEKLY;BYDAY=TU"),
        ("Choir every other Tuesday 6pm Vestry Hall", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("Choir first Tuesday of the month 6pm Vestry Hall", "FREQ=MONTHLY;BYDAY=1TU"),
        ("Picket Mon-Fri, 7am to 9am, Gate 2", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("Choir on the 5th of every month, 6pm, Vestry Hall", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ],
)
def test_a_recurrence_becomes_a_rule(text: str, rule: str) -> None:
    assert read(text).rule == rule


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Choir Tues 1 Dec 6pm, Room 4, Central Library", "Room 4, Central Library"),
        ("Choir Tues 1 Dec 6pm upstairs at the Fox Inn", "upstairs at the Fox Inn"),
        ("Choir Tues 1 Dec 6pm rm G.22 bring a mug", "rm G.22"),
        ("Where: St John's Hall, Mill Road\nWhen: Tues 1 Dec 6pm", "St John's Hall, Mill Road"),
        ("Choir Tues 1 Dec 6pm, Zoom, meeting ID 000 5551 2002", "000 5551 2002"),
    ],
)
def test_a_place_is_found(text: str, where: str) -> None:
    assert place(text) == where


@pytest.mark.parametrize(
    "where",
    [
        "usual place",
        "venue tbc",
        "see poster",
        "Zoom",
        "same room as last time",
        "address to follow",
    ],
)
def test_a_place_that_is_kept_back_is_asked_for(where: str) -> None:
    text = f"Choir Tues 1 Dec 6pm, {where}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


def test_only_the_way_in_is_the_link_to_take_part() -> None:
    found = read(
        "Choir Tues 1 Dec 6pm\nTickets: https://tickets.example.org/choir\n"
        "Papers: https://files.example.org/a.pdf\nJoin: https://us02web.zoom.us/j/000"
    )
    assert found.online is not None
    assert found.online.words == "https://us02web.zoom.us/j/000"


def test_points_are_the_agenda() -> None:
    found = read("Choir Tues 1 Dec 6pm, Vestry Hall\nAgenda:\n1. Songs (10 mins)\n2. Tea\n\nCheers")
    assert found.agenda == ("Songs", "Tea")


def test_tomorrow_in_a_forwarded_message_counts_from_its_own_day() -> None:
    assert start("[24/11/2026, 18:04] Sam: choir Saturday 6pm, Vestry Hall") == "2026-11-28 18:00"
    assert start("[26/11/2026, 18:04] Sam: choir tomorrow 6pm, Vestry Hall") == "2026-11-27 18:00"


def test_a_calendar_file_is_read_as_one() -> None:
    text = (
        "BEGIN:VEVENT\nSUMMARY:Choir\nDTSTART:20261201T180000Z\nDTEND:20261201T193000Z\n"
        "LOCATION:Vestry Hall\nEND:VEVENT"
    )
    assert (start(text), end(text)) == ("2026-12-01 18:00", "2026-12-01 19:30")
    assert place(text) == "Vestry Hall"


def test_everything_found_stands_where_it_says() -> None:
    text = "𝗖𝗵𝗼𝗶𝗿 – *Tues 1 Dec* 6pm, Vestry Hall"
    found = read(text)
    assert found.title is not None
    assert found.place is not None
    assert text[slice(*found.title.at)] == "𝗖𝗵𝗼𝗶𝗿"
    assert text[slice(*found.place.at)] == "Vestry Hall"


def test_what_went_into_nothing_is_named() -> None:
    found = read("Choir\nTues 1 Dec 6pm, Vestry Hall\nThe organ has been mended at last")
    assert [one.words for one in found.unread] == ["The organ has been mended at last"]
