"""Invitations as branches write them, pasted whole."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.meetings.facts import Facts
from handlers.meetings.invitation import read_invitation
from relay.language.vocabulary import vocabulary
from relay.language.words import Words
from relay.time.clock import BranchTime, StillClock

LONDON = ZoneInfo("Europe/London")
WORDS = Words("en-GB")
CLOCK = StillClock(datetime(2026, 11, 22, 13, 0, tzinfo=UTC))
HERE: Any = SimpleNamespace(
    words=WORDS,
    clock=CLOCK,
    time=BranchTime(LONDON, WORDS, CLOCK),
    vocabulary=vocabulary("en-GB"),
    settings=SimpleNamespace(signal=SimpleNamespace(number="+447700900000")),
)


def read(text: str) -> tuple[str, str, str, str]:
    """Return title, when, address and link."""
    facts, _ = read_invitation(HERE, Facts(branch="hackney"), text)
    when = "" if facts.begins is None else f"{facts.begins.astimezone(LONDON):%d %b %H:%M}"
    return facts.title, when, facts.address, facts.online


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            (
                "Hi all, a reminder that our next branch meeting is on Thursday 3rd December at"
                " 6.30pm at the Town Hall, Mare Street, E8 1EA. All welcome!"
            ),
            ("Branch meeting", "03 Dec 18:30", "Town Hall, Mare Street, E8 1EA", ""),
        ),
        (
            (
                "Dear members,\n\nOur monthly branch meeting will take place on Wednesday 9th"
                " December, 7pm - 9pm\nVenue: Committee Room 2, London E8 1EA\n\nAgenda:\n1. Pay"
                "\n\nZoom link: https://zoom.us/j/1\n\nIn solidarity,\nSam"
            ),
            ("Branch meeting", "09 Dec 19:00", "Committee Room 2, London E8 1EA", "ZOOM"),
        ),
        (
            "Pub quiz! Sat 28 Nov 7.30pm, The Crown, Church Street. £3 entry",
            ("Pub quiz", "28 Nov 19:30", "The Crown, Church Street", ""),
        ),
        (
            "Reading group, every second Tuesday at 7pm, Housmans, 5 Caledonian Road, N1 9DX",
            ("Reading group", "01 Dec 19:00", "Housmans, 5 Caledonian Road, N1 9DX", ""),
        ),
        (
            "Organising meeting - Thursday 3 December 2026 - 18:30 - Unite House, Theobalds Road",
            ("Organising meeting", "03 Dec 18:30", "Unite House, Theobalds Road", ""),
        ),
        (
            "Branch meeting Thursday 7pm Town Hall",
            ("Branch meeting", "26 Nov 19:00", "Town Hall", ""),
        ),
        (
            "Title: Branch meeting. When: Thurs 7pm. Where: Town Hall. Agenda: rents, pay",
            ("Branch meeting", "26 Nov 19:00", "Town Hall", ""),
        ),
        (
            "*Emergency meeting*\n*When:* tomorrow 6pm\n*Where:* Zoom",
            ("Emergency meeting", "23 Nov 18:00", "", ""),
        ),
        (
            "Tuesday 1st December\n7pm\nSt Mary's Hall\nAgenda: pay; rents",
            ("", "01 Dec 19:00", "St Mary's Hall", ""),
        ),
        (
            (
                "You are invited to a Zoom meeting.\n\nTopic: Branch Committee\nTime: Dec 3,"
                " 2026 07:00 PM London\n\nJoin Zoom Meeting\nhttps://zoom.us/j/1\n\nPasscode: 1234"
            ),
            ("Branch Committee", "03 Dec 19:00", "", "ZOOM"),
        ),
        (
            "Next meeting: 7:30pm on Monday 30th November in the room at the Red Lion (no lift)",
            ("", "30 Nov 19:30", "Room at the Red Lion", ""),
        ),
    ],
)
def test_what_is_certain_is_taken(text: str, known: tuple[str, str, str, str]) -> None:
    assert tuple(one.replace("https://zoom.us/j/1", "ZOOM") for one in read(text)) == known


@pytest.mark.parametrize(
    "text",
    [
        "Picket every Thursday except 3 December at 7pm",
        "The meeting of Thursday 7pm is moved to Friday 7pm",
        "Talks on Thursday 3 December at 7pm and on Friday 4 December at 6pm in the hall",
        "We open at 7pm",
    ],
)
def test_a_time_that_is_not_certain_is_asked_for(text: str) -> None:
    assert read(text)[1] == ""


def test_the_agenda_ends_before_the_greetings_and_the_way_in() -> None:
    facts, _ = read_invitation(
        HERE,
        Facts(branch="hackney"),
        "Title: AGM\nAgenda:\n1. Pay\n2. AOB\n\nJoin at https://zoom.us/j/1\n\nThanks,\nSam",
    )
    assert facts.agenda == "1. Pay\n2. AOB"
    assert facts.online == "https://zoom.us/j/1"


def test_who_can_come_is_heard_from_a_sentence() -> None:
    facts, _ = read_invitation(
        HERE, Facts(branch="hackney"), "AGM Thursday 7pm, Town Hall. Step-free, hearing loop"
    )
    assert facts.access == "Step-free, hearing loop"
