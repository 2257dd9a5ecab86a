"""Kinds of invitations that people paste, spoken, bilingual and from other programs."""

import pytest
from readings import asks, end, place, read, start

from relay.meetings.reading import Reading


def title(text: str) -> str:
    found = read(text).title
    return "" if found is None else found.words


def doors(reading: Reading) -> str:
    return "" if reading.doors is None else f"{reading.doors:%H:%M}"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Choir on sunday at four in Vestry Hall", "2026-11-29 16:00"),
        ("Choir on sunday 3ish, Vestry Hall", "2026-11-29 15:00"),
        (
            "Côr, nos Iau 10 Rhagfyr / Thursday 10 December, 6yh / 6pm, Vestry Hall",
            "2026-12-10 18:00",
        ),
        ("Choir on the 8th (Tuesday), 6pm, Vestry Hall", "2026-12-08 18:00"),
        ("Choir 15 December, Tuesday, 6pm, Vestry Hall", "2026-12-15 18:00"),
        ("Sorry, we can't do the 3rd. Choir is on the 8th, 6pm, Vestry Hall", "2026-12-08 18:00"),
        ("Easter Monday egg hunt, 11am, Vestry Hall", "2027-03-29 11:00"),
        ("Good Friday walk, 10am, Vestry Hall", "2027-03-26 10:00"),
        ("Boxing Day swim, Sunday 27 December 11am, Vestry Hall", "2026-12-27 11:00"),
        ("Boxing Day swim, 11am, Vestry Hall", "2026-12-26 11:00"),
        ("Choir, Thu 3 Dec 6pm by the bust of Nye Thomas, Vestry Hall", "2026-12-03 18:00"),
    ],
)
def test_a_moment_is_read_as_it_is_spoken(text: str, when: str) -> None:
    assert (start(text), asks(text)) == (when, [])


def test_a_number_in_words_that_is_no_hour_is_none() -> None:
    assert start("Choir Tues 1 Dec 6pm, two to four of us at the front, Vestry Hall").endswith(
        "18:00"
    )
    assert end("Choir Tues 1 Dec 6pm, two to four of us at the front, Vestry Hall") == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bank holiday Monday fun day, 2pm, Vestry Hall", "date"),
        ("Choir on the 8th (Weds), 6pm, Vestry Hall", "weekday-mismatch"),
        ("Choir Tuesdays 6pm in term time, Vestry Hall", "date"),
        ("Choir Tuesdays 6pm, not in school holidays, Vestry Hall", "date"),
        ("Choir Tues 1 Dec, 5.30pm / 6pm, Vestry Hall", "which-event"),
    ],
)
def test_what_no_calendar_says_is_asked(text: str, reason: str) -> None:
    assert reason in asks(text)
    assert start(text) == ""


def test_an_arrow_joins_two_moments() -> None:
    text = "Camp, Fri 5 Feb 6pm → Sun 7 Feb 2pm, Vestry Hall"
    assert (start(text), end(text), asks(text)) == ("2027-02-05 18:00", "2027-02-07 14:00", [])


def test_a_weekday_within_the_days_of_a_camp_is_one_of_them() -> None:
    text = "Summer camp\n9-11 July 2027\nVestry Hall\nBring lunch for Saturday"
    assert (start(text), end(text)) == ("2027-07-09 00:00", "2027-07-11 00:00")


def test_another_day_of_the_same_name_outside_the_range_is_asked_about() -> None:
    text = "Choir Thursday 6pm, Vestry Hall. Choir again Thursday 17 Dec 6pm"
    assert asks(text) == ["which-event"]


def test_a_series_of_zoom_is_a_rule() -> None:
    text = (
        "Topic: Choir\nTime: Dec 15, 2026 06:00 PM London\n"
        "Every month on the Third Tue, 4 occurrence(s)\nhttps://us02web.zoom.us/j/00055512002"
    )
    reading = read(text)
    assert reading.rule == "FREQ=MONTHLY;BYDAY=3TU;COUNT=4"
    assert (start(text), end(text), asks(text)) == ("2026-12-15 18:00", "", [])


def test_registration_and_coffee_come_before_the_start() -> None:
    assert (
        doors(read("Choir day Sat 5 Dec, coffee & registration 9.30, starts 10am, Vestry Hall"))
        == "09:30"
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("CHOIR\nVESTRY HALL\nMILL LANE\nTues 1 Dec 6pm", "VESTRY HALL MILL LANE"),
        ("Choir\nTues 1 Dec 6pm\nVestry Hall\nHeol y Felin", "Vestry Hall Heol y Felin"),
        ("Walk, Sun 6 Dec 2pm, car park at Penrhos", "car park at Penrhos"),
        ("Choir. Tues 1 Dec 6pm NOT 5pm. Still in the Lodge, Penrhos", "Lodge, Penrhos"),
        ("01.12.26 // 18:00 // CHOIR // VESTRY HALL, MILL LANE", "VESTRY HALL, MILL LANE"),
        ("Choir Tues 1 Dec 6pm, same place, Vestry Hall", "Vestry Hall"),
        (
            "Walk, meet by the clock on Mill Lane, Sun 6 Dec 2pm. Finishes 4pm at Vestry Hall",
            "clock on Mill Lane",
        ),
        ("⚠️ Choir Tues 1 Dec 6pm, meet by the gate in Penrhos Park ⚠️", "gate in Penrhos Park"),
    ],
)
def test_the_whole_place_is_read(text: str, where: str) -> None:
    assert (place(text), asks(text)) == (where, [])


def test_a_hall_beside_a_link_is_kept() -> None:
    text = "Choir\nTues 1 Dec 6pm\nHen Gapel, Penrhos, or on Zoom https://us02web.zoom.us/j/00055512002"
    reading = read(text)
    assert place(text) == "Hen Gapel, Penrhos"
    assert reading.online is not None


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Teams meeting\nChoir practice\nTues 1 Dec 6pm\nVestry Hall",
        "CHANGE OF VENUE\nChoir practice\nTues 1 Dec 6pm\nVestry Hall",
        "Save the date! Choir practice Tues 1 Dec 6pm, Vestry Hall",
    ],
)
def test_what_heads_any_notice_is_no_title(text: str) -> None:
    assert title(text) == "Choir practice"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Party, Fri 4 Dec 6pm, Vestry Hall, karaoke from 9", "2026-12-04 18:00"),
        (
            "Service\nSunday 6 December\n6.00pm\nMince pies from 5pm\nVestry Hall",
            "2026-12-06 18:00",
        ),
        ("Concert - Vestry Hall - Fri 4 Dec - doors 7pm - bands 8pm", "2026-12-04 20:00"),
    ],
)
def test_what_there_is_besides_does_not_say_when_it_begins(text: str, when: str) -> None:
    assert (start(text), asks(text)) == (when, [])


def test_a_school_above_its_days_is_the_title_and_the_line_below_them_the_place() -> None:
    text = "Summer School\n9-11 July 2027\nPlas Penrhos"
    assert (title(text), place(text)) == ("Summer School", "Plas Penrhos")


@pytest.mark.parametrize(
    "text",
    [
        "Choir, Tues 1 Dec 6pm, venue tbc, cake guaranteed",
        "Choir, Tues 1 Dec 6pm, zoom, Mel will send the link",
    ],
)
def test_what_stands_beside_a_place_to_come_is_no_place(text: str) -> None:
    assert (place(text), asks(text)) == ("", ["place-tbc"])


def test_a_headline_about_a_change_of_venue_is_no_label() -> None:
    text = "VENUE CHANGE! Choir Tues 1 Dec 6pm is at Vestry Hall (NOT the Lodge)"
    assert (place(text), asks(text)) == ("Vestry Hall", [])


def test_the_parts_of_a_programme_are_not_said_to_be_unread() -> None:
    text = "Choir day\nSat 5 Dec\nVestry Hall\n10.30am warming up\n11am singing\n1pm soup and bread"
    assert len(read(text).programme) == 3
    assert read(text).unread == ()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Choir is on the thirtieth day of January at six thirty in the evening, Vestry Hall",
            "2027-01-30 18:30",
        ),
        ("Choir cancelled today, now Saturday 5 Dec, 2pm, Vestry Hall", "2026-12-05 14:00"),
        ("Tomorrow is off, choir is on Sunday 29 Nov at 2pm, Vestry Hall", "2026-11-29 14:00"),
        ("Reading group Tues 1 Dec 6pm, chapters 2-4, Vestry Hall", "2026-12-01 18:00"),
        ("🚌 Outing 🚌 Sat 5 Dec, 9am, Vestry Hall", "2026-12-05 09:00"),
        ("Choir Tues 1 Dec 2pm till whenever, Vestry Hall", "2026-12-01 14:00"),
    ],
)
def test_what_is_not_when_it_is_does_not_get_in_the_way(text: str, when: str) -> None:
    assert (start(text), end(text), asks(text)) == (when, "", [])


def test_an_end_behind_a_word_in_brackets() -> None:
    text = "When: Sat 5 Dec 10:30 (prompt) - 12:30\nWhere: Vestry Hall\nWhat: Choir"
    assert (start(text), end(text)) == ("2026-12-05 10:30", "2026-12-05 12:30")


@pytest.mark.parametrize(
    "text",
    [
        "Choir: first Saturday of the month, 10am, Vestry Hall. No choir in January.",
        "Choir every Tuesday until Easter, 6pm, Vestry Hall",
    ],
)
def test_what_a_rule_cannot_say_is_asked(text: str) -> None:
    assert (start(text), asks(text)) == ("", ["date"])


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Tues 1 Dec 6pm in the dinner hall at Penrhos School, choir",
            "dinner hall at Penrhos School",
        ),
        ("Where❓Vestry Hall\nWhen❓Tues 1 Dec 6pm\nChoir", "Vestry Hall"),
    ],
)
def test_a_place_is_not_cut_by_words_of_the_day_or_by_a_picture(text: str, where: str) -> None:
    assert (place(text), asks(text)) == (where, [])


def test_a_home_whose_address_is_asked_for_is_no_place() -> None:
    text = "Sunday 6 Dec 1pm, bring & share lunch at Lou & Asif's, text me for the address"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


@pytest.mark.parametrize(
    "text",
    [
        "Lecture, place tbc, time tbc, Fri 11 Dec",
        "Lecture, Fri 11 Dec, place tbc, time tbc",
        "Time and place TBC: lecture, Fri 11 Dec",
    ],
)
def test_a_day_behind_what_is_to_come_is_the_day(text: str) -> None:
    (when, where) = read(text).asks
    assert (when.reason, when.choices[0].date().isoformat()) == ("time-tbc", "2026-12-11")
    assert where.reason == "place-tbc"
