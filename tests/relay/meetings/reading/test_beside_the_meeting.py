"""Days and times of other things stand beside a meeting's: they are not taken for its own."""

import pytest
from readings import asks, end, place, read, start


@pytest.mark.parametrize(
    "rest",
    [
        "Nominations close Monday 7 December at noon.",
        "Entries close Monday 7 December at 9am",
        "Voting closes on Friday 4 December at 5pm; postal votes by Thursday 3rd.",
        "Registration closes noon Monday 7 December",
        "Book by Monday 7 December, 5pm.",
        "Agenda published 1 December 2026",
        "Printed 27 November 2026, 4pm",
        "Circulated on Monday 30 November",
        "Our office is open Monday to Thursday 10am-3pm.",
        "Office hours: Mon–Fri 9.30am–4pm, closed Wednesdays. Tel 020 7946 0444",
        "Opening hours:\nMon-Fri 9am-5pm\nSat: 10am - 1pm\nSun closed",
        "The phone lines are open Mon-Fri 9-5",
        "See you on Tuesday 8 December at 6pm!",
    ],
)
def test_a_deadline_or_opening_hours_are_not_the_meetings(rest: str) -> None:
    text = f"Choir\nTues 8 Dec 6pm\nVestry Hall\n\n{rest}"
    assert (start(text), end(text), asks(text)) == ("2026-12-08 18:00", "", [])
    assert read(text).rule is None


def test_a_deadline_gives_a_meeting_without_a_time_none() -> None:
    assert asks("Choir Tues 8 Dec, Vestry Hall. Book by Monday 7 December, 5pm.") == ["time"]


def test_opening_times_are_an_events_where_nothing_else_has_a_day() -> None:
    text = "Exhibition at Vestry Hall\nOpening times: Sat 5 December 10am-4pm"
    assert (start(text), end(text)) == ("2026-12-05 10:00", "2026-12-05 16:00")


@pytest.mark.parametrize(
    "said",
    [
        "6pm GMT / 7pm CET",
        "7pm Paris / 6pm London",
        "6pm (7pm CET)",
        "6pm UK time (1pm New York)",
        "18:00, 19:00 Brussels time",
        "1pm ET / 6pm UK",
        "18:00 (UTC+00:00) Dublin, Edinburgh, Lisbon, London",
    ],
)
def test_of_two_time_zones_the_branchs_is_read(said: str) -> None:
    text = f"Choir, Tues 8 Dec, {said}, https://zoom.us/j/000123"
    assert (start(text), asks(text)) == ("2026-12-08 18:00", [])


@pytest.mark.parametrize(
    "said", ["7pm CET", "19:00 Brussels time", "13:00-14:00 (UTC+01:00) Brussels, Madrid, Paris"]
)
def test_a_time_of_another_zone_alone_is_asked(said: str) -> None:
    text = f"Choir, Tues 8 Dec, {said}, https://zoom.us/j/000123"
    assert (start(text), asks(text)) == ("", ["time"])


def test_a_city_behind_a_time_may_begin_a_title() -> None:
    assert start("Thursday 17 December 7pm Paris Commune film, Vestry Hall") == "2026-12-17 19:00"


@pytest.mark.parametrize(
    "text",
    [
        "Subject: Choir, Tues 8 Dec, 6.30pm\n\nWe meet at 8pm on Tues 8 Dec in Vestry Hall.",
        "Choir Tues 8 Dec 6pm, Vestry Hall. Come on Tuesday 8 December at half six.",
    ],
)
def test_two_hours_of_one_day_are_asked(text: str) -> None:
    assert start(text) == ""
    assert asks(text) in (["which-event"], ["moment"])


@pytest.mark.parametrize(
    "minutes",
    [
        "Minutes, Choir, 17 November 2026\nThe meeting closed at 8.40pm.\nNext meeting: ",
        (
            "Minutes of the meeting held on 10 November 2026 at 7pm\nApologies: Sam\n"
            "Date of next meeting: "
        ),
        (
            "Notes from the choir, Thursday 19 November\nIt was agreed to sing.\n"
            "The next meeting will be held on "
        ),
    ],
)
def test_minutes_invite_to_the_next_meeting(minutes: str) -> None:
    text = f"{minutes}Tuesday 8 December at 6pm in the Vestry Hall."
    assert (start(text), place(text), asks(text)) == ("2026-12-08 18:00", "Vestry Hall", [])


def test_the_next_meeting_is_read_beside_one_that_is_cancelled() -> None:
    text = "Cancelled: Tuesday's choir (1 Dec). Next choir Tues 15 Dec 7pm, Swan Inn"
    assert (start(text), place(text)) == ("2026-12-15 19:00", "Swan Inn")


def test_what_ends_before_is_no_end_in_the_morning_after() -> None:
    text = "Choir at five past seven pm on Tuesday 8 December, Vestry Hall (practice ends at 7)"
    assert end(text) == ""


def test_a_mail_is_written_on_the_day_before_wrote() -> None:
    text = "On Wed, 25 Nov 2026 at 08:00, Pat wrote:\n> Choir is a week today at 1pm, Canteen B."
    assert start(text) == "2026-12-02 13:00"


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("School, Fri 22 January 6pm, closes 1pm Sunday 24 January, Hall", "2027-01-24 13:00"),
        ("School, Fri 22 January 6pm, ending Sunday 24 January 2pm, Hall", "2027-01-24 14:00"),
        ("Show opens 10am Sat 5 Dec and closes 4pm Sun 6 Dec, Hall", "2026-12-06 16:00"),
        ("Camp: arrive 4pm Fri 2 July, leave by noon Sun 4 July 2027, Hall", "2027-07-04 12:00"),
        ("Choir Tues 8 Dec. 2pm prompt, finish no later than 3.45. Hall", "2026-12-08 15:45"),
        ("Choir Tues 8 Dec, 2pm, ends by 4 at the latest, Hall", "2026-12-08 16:00"),
    ],
)
def test_the_last_hour_is_the_end(text: str, until: str) -> None:
    assert (end(text), place(text)) == (until, "Hall")


@pytest.mark.parametrize(
    "text",
    [
        "Choir 7, 14, 21 January, 6pm, Vestry Hall",
        "Choir 9, 16, 23 Dec. 6pm, Vestry Hall",
        "Choir Thursdays 7, 14 January. 6pm, Vestry Hall",
        "Choir on Thursdays 7, 14, 21 and 28 January, 6pm, Vestry Hall",
        "Choir, three Sundays: 6, 13 and 20 December, 3pm, Vestry Hall",
    ],
)
def test_days_in_a_row_are_several(text: str) -> None:
    assert (start(text), asks(text)) == ("", ["which-event"])
