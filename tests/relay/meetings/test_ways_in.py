"""Nothing to get in with is public, wherever an invitation was pasted."""

import time
from dataclasses import replace

import pytest
from catalogues import meeting
from hypothesis import given, settings
from hypothesis import strategies as st
from invitations import INVITATIONS, leaks

from relay.meetings.meeting import Change, Meeting, Paper, Place
from relay.meetings.public import PublicRules, public_meeting
from relay.meetings.public_links import LinkPolicy
from relay.meetings.ways_in import title_without_ways_in, told_in, without_ways_in

MEMBERS = PublicRules()
FIELDS = ("title", "address", "access", "agenda", "reason", "elsewhere", "paper")


def pasted(field: str, text: str, one: Meeting | None = None) -> Meeting:
    one = one or meeting(1, place=Place("Town Hall"))
    line = " ".join(text.split())
    match field:
        case "title":
            return replace(one, title=line)
        case "address":
            return replace(one, place=Place(text))
        case "elsewhere":
            change = Change(one.start, one.start, place=Place(text), reason=line)
            return replace(one, changes=(change,))
        case "paper":
            return replace(one, papers=(Paper(1, line, "application/pdf", file=1),))
        case "access":
            return replace(one, access=text)
        case "agenda":
            return replace(one, agenda=text)
        case "reason":
            return replace(one, reason=text)
    raise AssertionError(field)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", INVITATIONS)
def test_an_invitation_lets_nobody_in_wherever_it_was_pasted(name: str, field: str) -> None:
    invitation = INVITATIONS[name]
    public = public_meeting(pasted(field, invitation.text), MEMBERS)
    assert leaks(repr(public), invitation.secrets) == []


@pytest.mark.parametrize("name", INVITATIONS)
def test_what_is_public_already_stays_as_it_is(name: str) -> None:
    for field in FIELDS:
        once = public_meeting(pasted(field, INVITATIONS[name].text), MEMBERS)
        assert public_meeting(once, MEMBERS) == once


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_parts_of_invitations_in_any_fields_let_nobody_in(data: st.DataObject) -> None:
    online = "https://us02web.zoom.us/j/00055512002"
    one = meeting(1, place=Place("Town Hall", online))
    secrets: list[str] = []
    for field in data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4, unique=True)):
        invitation = INVITATIONS[data.draw(st.sampled_from(sorted(INVITATIONS)))]
        lines = invitation.text.split("\n")
        first = data.draw(st.integers(0, len(lines) - 1))
        around = data.draw(st.sampled_from(["", "1. Rents\n2. Repairs\n", "Bring a friend\n\n"]))
        # A label and its value on the next line are one thing; a value alone is only a word.
        whole = "\n".join(lines[first:] if ":" in lines[first] else lines)
        one = pasted(field, around + whole + "\n" + around, one)
        secrets += [secret for secret in invitation.secrets if secret in whole]
    # A telephone number alone lets in only where there is something to get into.
    one = replace(one, place=replace(one.place, online=online))
    public = public_meeting(one, MEMBERS)
    assert leaks(repr(public), tuple(secrets)) == []


def test_a_code_that_is_told_somewhere_stands_nowhere_else() -> None:
    one = meeting(
        1,
        title="Branch meeting (kettle)",
        place=Place("Hall", "https://us02web.zoom.us/j/00055512002?pwd=Q1x9"),
        access="The word is kettle\nStep-free",
        agenda="Passcode: kettle\nSay q1X9 at the door\nRents",
    )
    read = public_meeting(one, MEMBERS)
    assert read.title == "Branch meeting"
    assert (read.access, read.agenda) == ("Step-free", "Rents")


def test_an_ordinary_agenda_of_a_meeting_that_is_online_too_stays_whole() -> None:
    agenda = """AGENDA
1 Welcome, apologies, code of conduct (7.00)
2. Minutes of the last meeting, 12 November 2026
3) MP's report (7.20pm), 15 mins
• Motion 4: public ownership of buses
1️⃣ Nominations for 2027
Meet at 17 Ovall Place, London SW9 0ZZ on 10/12/2026 at 19:00
Tickets £8 (£5 conc.), 20% off; the 73 bus; room B12; Covid-19
Paper: https://example.org/agenda-2026-12.pdf
More: https://union.example.org/campaigns/buses and www.gov.uk/find-your-mp"""
    one = meeting(
        1,
        title="Members’ meeting, December 2026",
        place=Place("Room 6, Flax Hall\nE8 1AB", "https://us02web.zoom.us/j/00055512002"),
        access="Step-free, hearing loop, £0–£3",
        agenda=agenda,
    )
    read = public_meeting(one, PublicRules(links=LinkPolicy(("union.example.org",))))
    assert (read.title, read.access, read.agenda) == (one.title, one.access, agenda)
    assert read.place == Place("Room 6, Flax Hall\nE8 1AB", has_private_link=True)


def test_a_meeting_in_a_room_keeps_every_word_and_number() -> None:
    one = meeting(
        1,
        title="Picket, form 2026/114",
        place=Place("1204 High Road"),
        access="For a lift ring 020 7946 0123 or write to access@example.org",
        agenda="Password managers\nHow to use zoom.\nCode of conduct\nID cards for stewards",
    )
    assert public_meeting(one, MEMBERS) == one


@pytest.mark.parametrize(
    ("link", "public"),
    [
        ("https://union.example.org/rents", True),
        ("https://www.union.example.org/rents?page=2", True),
        ("https://union.example.org/join?tk=abc", False),
        ("https://union.example.org/join#abc", False),
        ("https://user:pw@union.example.org/rents", False),
        ("https://union.example.org:8443/rents", False),
        ("https://union.example.org.evil.example/rents", False),
        ("https://elsewhere.example/rents", False),
        ("https://elsewhere.example/rents.pdf", True),
        ("https://elsewhere.example/rents.pdf?pwd=abc", False),
        ("https://zoom.us/rec/rents.pdf", False),
        ("ftp://union.example.org/rents.pdf", False),
        ("https://[broken/rents.pdf", False),
    ],
)
def test_a_link_is_public_where_a_branch_vouches_for_its_site_or_it_is_a_file(
    link: str, public: bool
) -> None:
    assert LinkPolicy(("union.example.org",)).allows(link) is public


@pytest.mark.parametrize(
    ("link", "public"),
    [
        ("https://files.example.org/dec-papers", True),
        ("https://files.example.org/dec-papers?pwd=abc", False),
        ("https://cloud.example.org/call/k3xq9tz5", False),
        ("https://bbb.example.org/x", False),
        ("https://zoom.us/j/1", False),
        ("https://talk.example.org/room", False),
    ],
)
def test_what_an_admin_calls_a_paper_is_one_unless_people_meet_there(
    link: str, public: bool
) -> None:
    one = meeting(
        1, place=Place("", "https://talk.example.org/room"), papers=(Paper(1, link, url=link),)
    )
    assert bool(public_meeting(one, MEMBERS).papers) is public


def test_an_invisible_character_hides_no_code() -> None:
    one = meeting(
        1, agenda="Pass\u200bcode： ４８１５１６\nRents", place=Place("", "https://x.example/1")
    )
    assert public_meeting(one, MEMBERS).agenda == "Rents"


@pytest.mark.parametrize(
    "piece", ["a.", "a-", "1 ", "1 jan", "pin ", "Id 1", "passcode: ", "zoom.us/", "a.b/", "🔑"]
)
def test_a_text_made_to_take_long_does_not(piece: str) -> None:
    """As long as the longest text of Signal's; what is tried again for each word took minutes."""
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    codes = told_in(text, LinkPolicy())
    without_ways_in(text, LinkPolicy(), codes)
    title_without_ways_in(text, LinkPolicy(), codes)
    assert time.process_time() - began < 4
