"""Kinds of invitations that read differently: overnight, by a star, with helpers, by reference."""

import pytest
from readings import asks, end, place, read, start


@pytest.mark.parametrize(
    "said",
    [
        "PUBLIC MEETING*TUES 1 DEC*7.30PM*ST BRIDES HALL*ALL WELCOME*FREE PARKING",
        "PUBLIC MEETING * TUES 1 DEC * 7.30PM * ST BRIDES HALL * ALL WELCOME",
        "Public meeting ** Tues 1 Dec ** 7.30pm ** St Brides Hall",
        "Public meeting / Tues 1 Dec / 7.30pm / St Brides Hall / all welcome",
        "Public meeting · Tues 1 Dec · 7.30pm · St Brides Hall · all welcome",
        "Public meeting... Tues 1 Dec... 7.30pm... St Brides Hall... all welcome",
        "Public meeting… Tues 1 Dec… 7.30pm… St Brides Hall… all welcome",
    ],
)
def test_stars_dots_and_strokes_stand_between_the_parts_of_a_line(said: str) -> None:
    assert (start(said), place(said).casefold()) == ("2026-12-01 19:30", "st brides hall")
    assert asks(said) == []


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("picket support, loading bay, Vulcan Way", "loading bay, Vulcan Way"),
        ("picket support, side entrance, Mill Lane", "side entrance, Mill Lane"),
        ("leafleting, meet by the clock, Ashgrove station", "clock, Ashgrove station"),
        ("stall, Bull Ring fountain, bring a brolly", "Bull Ring fountain"),
        ("choir, the launderette, Mill Lane", "the launderette, Mill Lane"),
    ],
)
def test_a_place_of_two_parts_is_taken_whole(said: str, where: str) -> None:
    assert place(f"Sat 5 Dec 4pm – {said}") == where


def test_a_leading_word_makes_a_place_of_a_line_of_two_parts() -> None:
    text = "🗓 Sunday 29 Nov\n⌚ 10.30am - 12\n👣 meet by the ticket machines, Ashgrove station"
    assert place(text) == "ticket machines, Ashgrove station"


def test_the_same_time_is_no_promise_of_a_place() -> None:
    text = (
        "Choir moved from Mon 7 Dec to Tues 8 December. Same time (6pm), same place (Old Bakery)."
    )
    assert (start(text), place(text)) == ("2026-12-08 18:00", "Old Bakery")


@pytest.mark.parametrize("room", ["B204", "G.04", "C2.07", "Room 14"])
def test_a_room_alone_in_its_line_is_the_place(room: str) -> None:
    assert place(f"Faculty reps\nFri 11 December, 1–2pm\n{room}\n\nAgenda\nMoves") == room


@pytest.mark.parametrize("title", ["Climate café", "Car park protest", "Youth club", "Book club"])
def test_what_stands_before_an_at_sign_is_the_title(title: str) -> None:
    text = f"{title} @ The Pantry, Wyle Cop, Sun 6 Dec, 2.30pm"
    found = read(text)
    assert found.title is not None
    assert (found.title.words, place(text)) == (title, "Pantry, Wyle Cop")


@pytest.mark.parametrize(
    "said",
    [
        "12.30pm or 5.30pm",
        "at 12.30pm or 5.30pm",
        "either 2pm or 6pm",
        "10 or 11am",
        "2 or 2.30pm",
        "10am, or 2pm, or 6pm",
        "come at 10am or come at 6.30pm",
    ],
)
def test_or_between_two_times_is_asked(said: str) -> None:
    text = f"Choir: Tues 8 December {said}, Town Hall"
    assert (start(text), len(asks(text))) == ("", 1)


def test_by_zoom_is_no_deadline() -> None:
    text = "Pension briefing by Zoom: Tues 8 December 5.30pm https://us02web.zoom.us/j/00055514002"
    assert (start(text), asks(text)) == ("2026-12-08 17:30", [])


@pytest.mark.parametrize(
    "said",
    [
        "gates 12.30pm, kick-off 1.15pm",
        "gates open 12.30pm, kick off 1.15pm",
        "kick-off 1.15pm, gates from 12.30pm",
        "doors 12.30pm, the show will start at 1.15pm",
        "The doors will be open from 12.30pm and the lecture will begin at 1.15pm",
    ],
)
def test_gates_and_doors_open_before_it_begins(said: str) -> None:
    text = f"Match, Sun 13 Dec, {said}, Marsh Lane ground"
    found = read(text)
    assert start(text) == "2026-12-13 13:15"
    assert found.doors is not None
    assert (f"{found.doors:%H:%M}", place(text)) == ("12:30", "Marsh Lane ground")


@pytest.mark.parametrize(
    "said",
    [
        "(helpers 9am to set up please, clear by 4.30pm)",
        ". Volunteers from 9am for setting up",
        ". Set up from 9am, clear up from 3pm",
        "(9.30am to help set up)",
        ". Setting up 9am, tidying up till 4pm",
    ],
)
def test_when_helpers_come_is_not_when_it_begins(said: str) -> None:
    text = f"Bric-a-brac, Sat 5 Dec 11am to 3pm, Seamen's Mission {said}"
    assert (start(text), end(text)) == ("2026-12-05 11:00", "2026-12-05 15:00")


@pytest.mark.parametrize(
    "said",
    [
        "Sat 12 December 9pm until 7am Sunday 13 December",
        "Sat 12 December 9pm until 7am Sunday",
        "Sat 12 December 9pm – 7am Sunday",
        "Saturday 12 December, 9pm till 7am on Sunday 13 December",
        "Sat 12 December 9pm to Sun 13 December 7am",
        "Arrive: Sat 12 December, 9pm\nDepart: Sun 13 December, 7am\n",
        "Arrival Sat 12 December 9pm, departure Sun 13 December 7am",
    ],
)
def test_it_may_go_on_over_the_night(said: str) -> None:
    text = f"Sleep-out\n{said}, Minster Yard"
    assert (start(text), end(text)) == ("2026-12-12 21:00", "2026-12-13 07:00")
    assert place(text) == "Minster Yard"


@pytest.mark.parametrize(
    "said", ["Sat 12 Dec 10am-4pm Sun 13 Dec 11am-3pm", "Sat 12 Dec 10am-4pm, Sun 13 Dec"]
)
def test_two_days_with_hours_of_their_own_are_asked(said: str) -> None:
    assert start(f"Sale {said}, Minster Yard") == ""


def test_times_places_and_years_of_points_are_not_the_meetings() -> None:
    text = (
        "Festival working group\nSun 6 Dec 3.00pm-4.30pm, Print Room, Jute Works\n\n"
        "1. Stage (3.05)\n2. Rain: move to the Sports Centre? (3.20)\n3. Stewards (3.45)\n"
        "4. Date for 2027: 19 June? (4.10)"
    )
    assert (start(text), end(text)) == ("2026-12-06 15:00", "2026-12-06 16:30")
    assert place(text) == "Print Room, Jute Works"
    assert len(read(text).agenda) == 4


def test_points_that_a_council_numbers_by_its_year_are_no_days() -> None:
    text = (
        "Finance Committee, the Pavilion, Thursday 17 December 2026 at 7.00pm\n\n"
        "27/1 Apologies\n27/2 Interests\n27/3 Precept for 2027/28\n27/4 Grass from April"
    )
    assert start(text) == "2026-12-17 19:00"
    assert read(text).agenda == (
        "Apologies",
        "Interests",
        "Precept for 2027/28",
        "Grass from April",
    )


def test_days_of_the_same_month_in_a_list_are_days() -> None:
    assert start("Choir, 6pm, Town Hall\n5/12 carols\n12/12 carols\n19/12 carols") == ""


def test_a_holiday_in_another_sentence_is_not_the_day() -> None:
    text = "Choir at nine o'clock at night on Mon 14 December, Town Hall. Tips, Christmas Eve."
    assert start(text) == "2026-12-14 21:00"


@pytest.mark.parametrize(
    "said",
    [
        "at 7pm (change from usual 8pm start)",
        "at 7pm, please note change from the usual 8pm start",
        "at 7pm, not the usual 8pm",
        "7pm instead of the normal 8pm",
        "7pm (normally 8pm)",
        "moved from 8pm to 7pm",
        "time changed from 6.30 to 7pm",
        "brought forward from 8pm to 7pm",
    ],
)
def test_when_it_usually_is_is_not_when_it_is(said: str) -> None:
    assert start(f"Branch meeting Thursday 10 December, Town Hall, {said}") == "2026-12-10 19:00"


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("WhatsApp video call with the twin branch in Derry", "WhatsApp video call"),
        ("Signal call about the picket in Leeds", "Signal call"),
        ("Conference call with Kerry", "Conference call"),
    ],
)
def test_a_call_is_where_it_is(said: str, where: str) -> None:
    assert place(f"{said}, Sunday 29 Nov 8pm") == where


@pytest.mark.parametrize(
    ("line", "online", "where"),
    [
        ("LOCATION:https://meet.jit.si/Law000", "https://meet.jit.si/Law000", ""),
        ("LOCATION:Town Hall\nDESCRIPTION:https://meet.jit.si/Law0", "https://meet.jit.si/Law0",
         "Town Hall"),
        ("LOCATION:Town Hall / https://meet.jit.si/Law0", "https://meet.jit.si/Law0", "Town Hall"),
        ("LOCATION:Town Hall\nURL:https://example.org/events/1", "", "Town Hall"),
    ],
)  # fmt: skip
def test_a_link_in_a_calendar_is_the_way_in(line: str, online: str, where: str) -> None:
    text = f"BEGIN:VEVENT\nDTSTART:20270114T180000Z\nSUMMARY:Law\n{line}\nEND:VEVENT"
    found = read(text).online
    assert ("" if found is None else found.words, place(text)) == (online, where)


def test_a_sentence_with_a_condition_names_no_place() -> None:
    text = (
        "Briefing on Thursday 3 December from 6 to 6.45pm at https://meet.google.com/vvv-0000-ttt. "
        "If you get stuck ring Kofi on 07700 900845."
    )
    assert asks(text) == []


@pytest.mark.parametrize(
    "said",
    [
        "Book group:",
        "Book club,",
        "Book launch:",
        "Closing rally:",
        "Motions meeting",
        "Nominations night:",
        "Last surgery before Christmas:",
        "Before Christmas social:",
        "Pension briefing by phone:",
    ],
)
def test_a_title_is_no_deadline(said: str) -> None:
    text = f"{said} Tues 15 Dec 6pm, Town Hall. Next one 12 January."
    assert (start(text), place(text)) == ("2026-12-15 18:00", "Town Hall")


@pytest.mark.parametrize(
    "title", ["Volunteers meeting", "Crew briefing", "Phone bank", "Text bank", "Helpers' lunch"]
)
def test_a_title_does_not_say_whose_hour_it_is(title: str) -> None:
    assert start(f"{title} 6pm Fri 11 Dec, Labour Rooms") == "2026-12-11 18:00"


@pytest.mark.parametrize("said", ["Jo's, no 14", "Both gates, Northern General", "Kim's, flat 3b"])
def test_the_number_of_a_house_goes_on_with_it(said: str) -> None:
    assert place(f"Street party meeting\nThurs 10 Dec 6pm, {said}") == said


@pytest.mark.parametrize(
    "said",
    [
        "first Monday each month, 6.15pm, Oddfellows. (January's is on the 11th.)",
        "Mondays 7.15–9pm, Wesley Hall. Concert 19 Dec 7pm.",
        "every Tuesday 2pm, the Hub.\nParty Sat 12 Dec 2pm.",
    ],
)
def test_a_day_that_does_not_follow_a_rule_elsewhere_is_asked(said: str) -> None:
    assert start(f"Choir: {said}") == ""


@pytest.mark.parametrize(
    "said",
    [
        "Pulp Friction\n12 Stramongate",
        "Chats Palace\n42–44 Brooksby's Walk, E9 6XX",
        "Chats Palace\n7a Mill Hill",
    ],
)
def test_an_address_goes_on_in_the_line_below(said: str) -> None:
    text = f"Winter fair\nSaturday 12 December 12–5pm\n{said}"
    assert place(text) == said.replace("\n", " ")


def test_days_before_a_dash_are_no_points() -> None:
    text = "Diary\n1 Dec - committee, 6pm, Trades Hall\n8 Dec - branch, 7pm, Trades Hall"
    assert (start(text), read(text).agenda, asks(text)[0]) == ("", (), "which-event")


def test_a_place_behind_then_is_not_sure() -> None:
    text = "11am Sunday (29th) cemetery gates, wreath laying, then tea in the chapel"
    assert (place(text), asks(text)) == ("", ["which-place"])


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("every last Thursday, The Grapes, 8pm, next one 17 Dec because of Xmas", "2026-12-17"),
        ("every Tuesday, The Grapes, 8pm. Next meeting 8 December", "2026-12-08"),
        ("every Tuesday, The Grapes, 8pm. Next: 8 December", "2026-12-08"),
    ],
)
def test_the_next_one_of_a_rule_is_the_first(said: str, when: str) -> None:
    assert start(f"Pub quiz {said}") == f"{when} 20:00"


@pytest.mark.parametrize(
    "said",
    [
        "Rescheduled: Fri 4 Dec 6pm → Fri 11 Dec 6pm",
        "MOVED Fri 4 Dec to Fri 11 Dec, 6pm",
        "Date change: Fri 4 Dec -> Fri 11 Dec, 6pm",
        "Postponed - Fri 4 Dec 6pm to Fri 11 Dec 6pm",
    ],
)
def test_from_one_day_to_another_it_may_be_moved(said: str) -> None:
    text = f"{said}. Old Fire Station"
    assert (end(text), start(text) in ("", "2026-12-11 18:00")) == ("", True)


def test_where_cars_leave_is_not_where_it_is() -> None:
    text = "Solidarity! Coventry, BHX4, Fri 4 Dec, 6am-9am. Cars leave Brum 5am"
    assert (place(text), asks(text)) == ("", ["which-place"])


@pytest.mark.parametrize("said", ["Licensed bar till 11pm", "Food served until 9", "Bar til 11pm"])
def test_until_when_the_bar_is_open_is_no_end(said: str) -> None:
    assert end(f"Sat 12 Dec 7pm Ceilidh, Town Hall. {said}") == ""
