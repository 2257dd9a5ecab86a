"""What an invitation leaves open, says twice or spells as people do."""

import pytest
from readings import asks, place, read, start


@pytest.mark.parametrize(
    "said",
    [
        "Register at https://forms.example.org/pumps and we'll email you the link.",
        "Register: https://forms.example.org/pumps",
        "Register now https://forms.example.org/pumps",
        "RSVP https://forms.example.org/pumps",
        "Book at https://forms.example.org/pumps - the link comes by email.",
        "Sign up at https://forms.example.org/pumps to get the link",
        "Reserve a place: https://forms.example.org/pumps",
        "Apply at https://forms.example.org/pumps",
    ],
)
def test_where_to_register_is_no_place(said: str) -> None:
    text = f"Webinar: heat pumps in flats. Tuesday 8 December, 12.30–1.30pm. {said}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


@pytest.mark.parametrize(
    "said",
    [
        "It starts at 5.30pm on the dot.",
        "We start at 5.30pm.",
        "The meeting will start at 5.30 sharp.",
        "The meeting begins at 5.30pm.",
    ],
)
def test_two_starts_of_one_day_are_asked(said: str) -> None:
    text = f"STAFF NETWORK – Tuesday 8 December, starts 5pm, Atrium café\n\nSee you there. {said}"
    assert (start(text), asks(text)) == ("", ["time"])


@pytest.mark.parametrize(
    "said", ["It starts at 5pm on the dot.", "The raffle starts at 6pm.", "We finish at 6.30pm."]
)
def test_the_same_start_twice_is_one(said: str) -> None:
    text = f"STAFF NETWORK – Tuesday 8 December, starts 5pm, Atrium café\n\nSee you there. {said}"
    assert start(text) in ("2026-12-08 17:00", "")
    assert "time" not in asks(text)


@pytest.mark.parametrize("mark", ["·", "•", "|", ","])
def test_a_town_behind_a_mark_belongs_to_the_address(mark: str) -> None:
    text = f"Crafting\n\nSunday, December 13\n2:00 PM\n\nYarn Barn\n22 Foregate {mark} Stafford"
    assert place(text).endswith("Stafford")
    assert "Yarn Barn" in place(text)


@pytest.mark.parametrize("who", ["Harbour Ward Team", "St Ann's Hall", "Jo Plough", "The Fleece"])
@pytest.mark.parametrize(
    "how",
    [
        "is inviting you to a scheduled Zoom meeting.",
        "invited you to a Microsoft Teams meeting",
        "invites you to join a Zoom call",
    ],
)
def test_who_invites_to_a_call_is_no_place(who: str, how: str) -> None:
    text = (
        f"{who} {how}\n\nTopic: Ward organisers\nTime: Dec 2, 2026 06:30 PM London\n\n"
        "Join\nhttps://us06web.zoom.us/j/00077001234?pwd=ZzYyXx\n\nMeeting ID: 000 7700 1234\n\n"
        "One tap mobile\n+442079460555,,00077001234# United Kingdom\n\n"
        "Find your local number: https://us06web.zoom.us/u/000abc"
    )
    found = read(text)
    assert found.online is not None
    assert (start(text), place(text), asks(text)) == ("2026-12-02 18:30", "", [])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tuesday 8 decmber", "2026-12-08"),
        ("tuesday 8 decemeber", "2026-12-08"),
        ("tuesday 8 decembr", "2026-12-08"),
        ("tues 5 janury", "2027-01-05"),
        ("tues 5th of janaury", "2027-01-05"),
        ("wensday 3 feburary", "2027-02-03"),
        ("wensday 3 febuary", "2027-02-03"),
        ("thurday 4 novmber 2027", "2027-11-04"),
        ("febuary 3", "2027-02-03"),
        ("14 octobr 2027", "2027-10-14"),
    ],
)
def test_a_misspelt_day_is_read(said: str, day: str) -> None:
    text = f"hi al, tennants meeting on {said} 6pm at the comunity center on Gorsey Bank"
    assert start(text) == f"{day} 18:00"


@pytest.mark.parametrize(
    "said",
    ["tuesday 8 dcember", "tuesday 8th of dezimber", "tuesday the 5 jnauary", "tues 9 fbruary"],
)
def test_a_day_of_no_month_is_asked_and_not_taken_by_its_weekday(said: str) -> None:
    text = f"tennants meeting on {said} 6pm at the comunity center on Gorsey Bank"
    assert start(text) == ""
    assert "date" in asks(text)


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("meet outside the Playhouse", "outside the Playhouse"),
        ("meet behind the Town Hall", "behind the Town Hall"),
        ("meet opposite the library", "opposite the library"),
        ("outside the town hall", "outside the town hall"),
        ("meet at the Playhouse", "Playhouse"),
    ],
)
def test_on_which_side_of_a_place_to_meet_is_kept(said: str, where: str) -> None:
    assert place(f"Sat 5 Dec, 4pm, Critical Mass, {said}") == where


@pytest.mark.parametrize("title", ["night shelter rota", "night workers' stall", "night bus rota"])
def test_a_shelter_for_the_night_is_no_evening(title: str) -> None:
    text = f"When: Thurs 10 Dec, 7-9\nWhere: Nave, St Olave's\nWhat: {title}"
    assert asks(text) == ["am-pm"]


@pytest.mark.parametrize("title", ["quiz night", "curry night", "members' evening"])
def test_a_quiz_night_is_in_the_evening(title: str) -> None:
    text = f"When: Thurs 10 Dec, 7-9\nWhere: Nave, St Olave's\nWhat: {title}"
    assert (start(text), asks(text)) == ("2026-12-10 19:00", [])


@pytest.mark.parametrize("label", ["Venue", "Place", "Where", "Location"])
@pytest.mark.parametrize("behind", ["\nContact: Hilary 020 7946 0431", "", "\n\nNotes:"])
def test_a_label_with_nothing_behind_it_names_no_place(label: str, behind: str) -> None:
    text = f"Group: bereavement café\nDate: Friday 11 December\nTime: 2pm\n{label}:{behind}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


def test_a_label_above_its_place_is_not_empty() -> None:
    text = "Choir\nDate: Friday 11 December\nTime: 2pm\nVenue:\nThe Fleece, Mill Lane\nAll welcome"
    assert "Fleece" in place(text)


@pytest.mark.parametrize("said", ["9.30am for a 10am start", "9.30 for a 10am start"])
def test_doors_before_a_start_with_an_article(said: str) -> None:
    found = read(f"Reps' refresher Thurs 14 Jan, {said}, ends 4pm, Lecture Room 1, Ashlar House")
    assert found.doors is not None
    assert f"{found.doors:%H:%M} {found.start:%H:%M}" == "09:30 10:00"


@pytest.mark.parametrize("said", ["it wraps up about 4.30pm", "we wrap up at 4.30pm"])
def test_it_wraps_up_at_its_end(said: str) -> None:
    found = read(f"Launch, Saturday 12 December, 2.30pm, Town Hall, Mare Street; {said}")
    assert found.end is not None
    assert f"{found.end:%H:%M}" == "16:30"


@pytest.mark.parametrize(
    "how", ["is put back to", "has been postponed to", "is moved to", "was brought forward to"]
)
def test_a_day_that_is_put_back_is_not_meant(how: str) -> None:
    text = f"The public meeting of 30 December {how} Thursday 10 December, 7.15pm, Oddfellows Hall"
    assert (start(text), asks(text)) == ("2026-12-10 19:15", [])


@pytest.mark.parametrize("said", ["Sailmaker Row", "Jury Street", "Number Lane", "Ferry Road"])
def test_the_name_of_a_street_is_no_misspelt_month(said: str) -> None:
    text = f"Language exchange, Wednesday 2 December 6pm, Harbour Library, 5 {said}"
    assert start(text) == "2026-12-02 18:00"


def test_a_later_start_behind_the_doors_is_asked() -> None:
    text = "Fri 4 Dec 7pm gig. Doors 7pm, we start at 7.30pm. The Fleece, Mill Lane"
    assert (start(text), asks(text)) == ("", ["time"])


def test_a_register_office_is_no_deadline() -> None:
    text = "Meeting at the Register Office, Tues 8 Dec 6pm"
    assert (start(text), place(text)) == ("2026-12-08 18:00", "Register Office")
