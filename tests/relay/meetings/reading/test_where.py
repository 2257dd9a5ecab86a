"""What is a place, what only promises one, and who signs or invites."""

import pytest
from readings import asks, place, read


@pytest.mark.parametrize(
    "said",
    [
        "DM for address",
        "still to be booked",
        "we're still looking for a room",
        "address on registration",
        "shared with those who sign up",
        "Secret location, revealed on the day",
        "as per the WhatsApp group",
        "check the website nearer the time",
        "see members' area of the website",
        "Same as last week",
        "room to be found",
        "not decided yet",
        "?",
    ],
)
def test_a_label_that_only_promises_a_place_is_asked(said: str) -> None:
    text = f"Choir\nWhen: Thu 17 Dec 6pm\nWhere: {said}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


@pytest.mark.parametrize(
    "said",
    [
        ", place to be sorted",
        ". Venue not decided yet",
        ", details on our Facebook page",
        ", somewhere central",
        ". Same café. If not shout.",
        ". Book with Carol.",
        ". Menu choices to Sheila by 11 December.",
        ", time and place to follow",
        ". Public meeting: The Future of Our Parks",
    ],
)
def test_a_sentence_that_only_promises_a_place_is_asked(said: str) -> None:
    text = f"Choir Thu 17 Dec 6pm{said}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("Canteen - ask at the gate", "Canteen"),
        ("Vestry Hall (check the website for parking)", "Vestry Hall"),
        ("Hall", "Hall"),
        ("Room F, Guildhall (or Teams on request)", "Room F, Guildhall"),
    ],
)
def test_a_place_beside_which_something_is_promised_is_taken(said: str, where: str) -> None:
    text = f"Choir\nWhen: Thu 17 Dec 6pm\nWhere: {said}"
    assert place(text).startswith(where)


@pytest.mark.parametrize(
    "end",
    [
        ". Hope to see you all there! Babs",
        ". Hope to see you all there!\n\nBabs",
        "\nAll welcome.\nJo and Sam",
        ". Bring a friend. Babs (secretary)",
        ". Please send apologies.\n\nMargaret Hodge-Wright\nBranch Secretary",
        ". Bring a friend! Thanks, Babs x",
    ],
)
def test_a_name_at_the_end_is_no_place(end: str) -> None:
    text = f"Choir Thu 17 Dec 6pm{end}"
    assert (place(text), asks(text)) == ("", ["place-tbc"])


def test_a_name_right_behind_the_moment_may_be_a_place() -> None:
    assert place("Choir\nTues 8 Dec 6pm\nEbenezer (side entrance)") != ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Choir Tues 8 Dec 6pm, smoking shelter (yes really) by Goods In", "shelter"),
        ("Speak-out, Tues 8 Dec 6pm, steps of the Corn Exchange", "steps of the Corn Exchange"),
        ("TUES 8 DEC 6pm! Speak-out for cleaners, steps of the Mill", "steps of the Mill"),
        ("Tues 8 Dec, 17:30, casework help, Room 5, Union House", "Room 5, Union House"),
        ("Weds 6pm, Costa, station concourse. Tenants' drop-in", "Costa, station concourse"),
        ("Choir Tues 8 Dec 6pm, Room 1 at the Hub", "Room 1 at the Hub"),
        ("Choir\nEvery Tuesday, 6pm\nMeet at the lock-keeper's cottage", "lock-keeper's cottage"),
        ("Choir tues 8 dec 6pm rm b14", "rm b14"),
        ("Choir is tues 8 dec 6pm at the soft play on trent street kids can come", "trent street"),
        ("Choir at number 9, Orchard Close, Tues 8 Dec 6pm", "number 9, Orchard Close"),
        ("Choir Tues 8 Dec 6pm at the Society's premises, 4 Market Row", "4 Market Row"),
        ("Cór Déardaoin 10 Nollaig ag 7i.n. i Halla an Phobail", "Halla an Phobail"),
        ("CHOIR\nTUES\n8\nDEC\n6pm\nLIBRARY STEPS\nChapel Square", "LIBRARY STEPS Chapel Square"),
        ("Choir\nThurs 10 Dec\n6pm finish 8pm\nQuaker Meeting House\n12 Mount St", "12 Mount St"),
        ("Choir\nBy Lamplight Readers\n8 Dec 6pm\nFish Street Hull HU1 0XX", "Fish Street Hull"),
        ("🏠 House tea 🏠\n🗓 Tues 8 Dec 6pm\n📍 Vestry Hall", "Vestry Hall"),
        ("Choir Tues 8 Dec 6pm, Mildmay, 33 Newington Green, London, N16 9PR", "N16 9PR"),
        ("Every Wednesday we hold our choir at the Hub from 5 till 7.", "Hub"),
        ("Choir\nBAKERS' UNION\nTUES 8 DEC\n6PM\nVICTORIA EMBANKMENT", "VICTORIA EMBANKMENT"),
        ("Thurs 3 Dec / 5.45pm / Meeting Room 3 / stress at work", "Meeting Room 3"),
        ("Mon 14/12/26, 13:15, G.04: marking boycott", "G.04"),
        ("Choir\nSat 9 Jan, 10:30\nNew Library\n2 Station Rd\nNewton\nNE0 0XX", "NE0 0XX"),
        ("Choir Tues 8 Dec 6pm Eastgate House (opposite the Odeon)", "Eastgate House"),
        ("Choir fri 4th 6pm back of the Co-op, bring ya letters", "back of the Co-op"),
        ("Public meeting: The Future of Our Parks\nTues 8 Dec 7pm\nVestry Hall", "Vestry Hall"),
        ("Choir\nThurs. 21st Jan. 7.30 p.m.\nSt. John's Hall", "St. John's Hall"),
        ("Choir (3 Dec, 7pm) moves from the Library to the Friends' Room", "Friends' Room"),
        ("DATE ... Fri 11 December\nTIME ... 6pm\nPLACE ... British Legion", "British Legion"),
    ],
)
def test_a_place_in_the_middle_of_other_words_is_read(text: str, where: str) -> None:
    assert where in place(text)
    assert not {"place-tbc", "which-place"} & set(asks(text))
    assert "Readers" not in place(text)
    assert not place(text).startswith("moves")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Room 4 + Zoom", "Room 4"),
        ("Room 4 and Zoom", "Room 4"),
        ("Vestry Hall/Zoom", "Vestry Hall"),
        ("the Fleece & online", "Fleece"),
        ("Vestry Hall, or join on Zoom:", "Vestry Hall"),
    ],
)
def test_a_place_is_read_apart_from_the_way_in(text: str, where: str) -> None:
    reading = read(f"Choir, Tues 8 Dec 6pm, {text} https://zoom.us/j/0001")
    assert reading.place is not None
    assert reading.online is not None
    assert reading.place.words.removeprefix("the ") == where


def test_a_name_that_may_be_a_part_of_the_place_is_offered_with_it() -> None:
    (ask,) = read("Thu 7pm Mechanics, upstairs bar. Agenda to follow").asks
    assert (ask.reason, ask.names) == ("which-place", ("Mechanics, upstairs bar", "upstairs bar"))


@pytest.mark.parametrize("first", ["👩‍🏫 Teachers' surgery", "📌 Save the date 📌"])
def test_a_picture_before_the_first_line_is_for_show(first: str) -> None:
    text = f"{first}\n🗓 Tues 8 Dec 6pm\n🖥 link follows"
    assert (place(text), asks(text)[:1]) == ("", ["place-tbc"])


def test_one_of_two_places_is_offered_and_not_taken() -> None:
    text = "Choir on Tues 8 Dec 6pm at the Plough, or the library café if you'd rather."
    assert (place(text), "which-place" in asks(text)) == ("", True)
