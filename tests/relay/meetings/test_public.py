"""No way into an online meeting stands in public, wherever somebody wrote it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from catalogues import meeting

from relay.meetings.meeting import Change, Paper, Place
from relay.meetings.public import PublicRules, public_meeting

ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=Zm9vYmFy"
MEMBERS = PublicRules()
PASTED = f"""Rents
Join Zoom Meeting
{ZOOM}
Meeting ID: 812 3456 7890
Passcode: 123456
Repairs (slides: https://example.org/slides.pdf)"""


def test_a_place_only_says_that_there_is_a_link() -> None:
    place = public_meeting(meeting(1, place=Place("Town Hall", ZOOM)), MEMBERS).place
    assert place == Place("Town Hall", has_private_link=True)
    assert place.is_online
    assert not Place("Town Hall").is_online


def test_reading_what_is_public_already_changes_nothing() -> None:
    once = public_meeting(meeting(1, place=Place("Town Hall", ZOOM), agenda=PASTED), MEMBERS)
    assert public_meeting(once, MEMBERS) == once


def test_a_branch_may_want_its_links_public() -> None:
    one = meeting(1, place=Place("Town Hall", ZOOM), agenda=PASTED)
    assert public_meeting(one, PublicRules("everyone")) == one


def test_what_a_pasted_invitation_says_to_get_in_is_left_out_and_the_rest_is_not() -> None:
    agenda = public_meeting(meeting(1, agenda=PASTED), MEMBERS).agenda
    assert agenda == ("Rents\nJoin Zoom Meeting\nRepairs (slides: https://example.org/slides.pdf)")


@pytest.mark.parametrize(
    "link",
    [
        "https://zoom.us/j/1",
        "zoom.us/j/1",
        "HTTPS://ZOOM.US/j/1",
        "https://teams.microsoft.com/l/meetup-join/19%3a",
        "meet.google.com/abc-defg-hij",
        "https://meet.jit.si/OurMeeting",
    ],
)
def test_links_to_where_people_meet_are_known_however_they_are_written(link: str) -> None:
    place = public_meeting(meeting(1, place=Place(f"Town Hall\n{link}")), MEMBERS).place
    assert place == Place("Town Hall", has_private_link=True)


def test_a_link_to_anywhere_that_is_the_way_in_is_left_out_everywhere() -> None:
    link = "https://talk.example.org/room"
    one = meeting(
        1,
        title="Meeting talk.example.org/room",
        place=Place("", link),
        access=f"Captions at {link}",
        papers=(Paper(1, link, url=link), Paper(2, "Rents", url="https://example.org/rents")),
        reason=f"see {link}",
    )
    read = public_meeting(one, MEMBERS)
    assert (read.title, read.access, read.reason) == ("Meeting", "Captions at", "see")
    assert [paper.name for paper in read.papers] == ["Rents"]


def test_the_names_of_the_services_and_addresses_to_write_to_stay() -> None:
    one = meeting(
        1,
        title="How to use zoom.",
        agenda="Password managers\nmail@zoom.us",
        access="Ask access@zoom.us",
    )
    assert public_meeting(one, MEMBERS) == one


def test_a_link_to_anywhere_may_be_a_way_in() -> None:
    one = meeting(1, agenda="Rents\nhttps://notzoom.us.example.org/j/1\nRepairs")
    assert public_meeting(one, MEMBERS).agenda == "Rents\nRepairs"


def test_one_date_elsewhere_is_public_in_the_same_way() -> None:
    one = meeting(1, rule="FREQ=WEEKLY")
    one = replace(
        one,
        changes=(
            Change(one.start, one.start, place=Place("", ZOOM)),
            Change(one.start + timedelta(days=7), one.start, cancelled=True, reason=ZOOM),
        ),
    )
    elsewhere, off = public_meeting(one, MEMBERS).changes
    assert elsewhere.place == Place(has_private_link=True)
    assert off.reason == ""
