"""The parts of a meeting with times of their own: from a pasted notice to wherever people look."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import feedparser
import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

from relay.meetings.reading import read_invitation
from relay.meetings.reading.programme import read_programme
from relay.meetings.reading.vocabulary import vocabulary

PARTS = "10am registration, 10.30 plenary, 1pm lunch, 2pm workshops"
PASTED = f"meeting Day school\nSat 5 Dec, Town Hall, Mare Street\n{PARTS}"
LINES = ["10 am: Registration", "10:30 am: Plenary", "1 pm: Lunch", "2 pm: Workshops"]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as branch:
        yield branch


async def test_it_stands_wherever_people_look_and_moves_along(hackney: PublishedBranch) -> None:
    preview = await hackney.post(PASTED, "skip", "skip")
    told = "Programme:\n" + "\n".join(LINES)
    assert told in preview
    assert "When: Saturday 5 December at 10:30 am\n" in preview
    assert told in hackney.in_group()
    page = await hackney.page()
    assert f"Programme {' '.join(LINES)}" in page
    (event,) = await hackney.events()
    assert told in event["description"]
    assert "dtend" not in event
    feed = feedparser.parse(await hackney.fetch("/b/hackney/feed.atom"))
    assert "10:30 am: Plenary<br />1 pm: Lunch" in feed.entries[0].content[0].value
    await hackney.post("move 1 to Saturday 12 December 11.30am")
    assert "Programme:\n11 am: Registration\n11:30 am: Plenary\n2 pm: Lunch" in hackney.in_group()


async def test_the_preview_is_corrected_by_the_word(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    for typed in (PASTED, "skip", "skip"):
        await stage.ask(stage.alex, typed)
    assert "\n".join(LINES) in await stage.ask(stage.alex, "where: Library")
    shown = await stage.ask(stage.alex, "programme: 10am doors, 11am talks, 12.30 soup")
    assert "Programme:\n10 am: Doors\n11 am: Talks\n12:30 pm: Soup\n" in shown


async def test_what_is_up_gets_another_one_and_none(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await hackney.post(PASTED, "skip", "skip")
    shown = await stage.ask(stage.alex, "programme 1 10.30am doors, 11 talks; 12.45 soup")
    lines = "10:30 am: Doors\n11 am: Talks\n12:45 pm: Soup"
    assert f"would be the programme of number 1, Day school:\n{lines}" in shown
    await hackney.post()
    told = f"CHANGED: Day school, Saturday 5 December at 10:30 am\nThe programme is new:\n{lines}"
    assert told in hackney.in_group()
    page = await hackney.page()
    assert "12:45 pm: Soup" in page
    assert "Plenary" not in page
    (event,) = await hackney.events()
    assert lines in event["description"]
    same = await stage.ask(stage.alex, "programme 1 10.30am doors, 11 talks; 12.45 soup")
    assert "It says that already" in same
    # It goes with the meeting's time afterwards, too.
    await hackney.post("move 1 to Saturday 12 December 11.30am")
    assert "Programme:\n11:30 am: Doors\n12 noon: Talks\n1:45 pm: Soup" in hackney.in_group()
    await hackney.post("programme 1 none")
    assert "There is no programme any more." in hackney.in_group()
    assert "Soup" not in await hackney.page()


@pytest.mark.parametrize("text", ["", " soup and talks", " 7"])
async def test_what_is_no_programme_is_asked_for(hackney: PublishedBranch, text: str) -> None:
    stage = hackney.stage
    await hackney.post("meeting Social\nThurs 3 Dec 7pm\nTown Hall\nAgenda: tea", "skip", "skip")
    asked = await stage.ask(stage.alex, f"programme 1{text}")
    assert "Each part with its time" in asked


async def test_somebodys_number_in_a_programme_is_asked_about(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    await hackney.post("meeting Social\nThurs 3 Dec 7pm\nTown Hall\nAgenda: tea", "skip", "skip")
    asked = await stage.ask(stage.alex, "programme 1 7pm tea, 8pm talk (ring Sal on 07700 900123)")
    assert "May everybody read it?" in asked
    assert "900123" in await stage.ask(stage.alex, "1")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"Day school\nSat 12 Dec 9.30am-4pm, Town Hall\n{PARTS}", "2026-12-12T09:30"),
        (f"Day school\nSat 12 Dec, Town Hall\nProgramme: {PARTS}", "2026-12-12T10:30"),
        (
            "Day school\nSat 12 Dec\nTown Hall\n\n10.00 Registration\n10.30 Plenary\n13.00 Lunch",
            "2026-12-12T10:30",
        ),
        ("Pay ballot: Thurs 3 Dec 1pm or 6pm, canteen", None),
        ("Induction: 9.30am talk, 1pm the same again, Wed 13 January, Training Suite", None),
    ],
)
def test_it_is_never_taken_for_another_beginning(text: str, start: str | None) -> None:
    now = datetime(2026, 11, 27, 12, tzinfo=LONDON)
    read = read_invitation(text, now=now, zone=LONDON)
    assert (read.start and read.start.isoformat(timespec="minutes")) == start
    assert bool(read.programme) is (start is not None)
    assert read.end is None or read.end.hour == 16


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("10am doors", ["10:00 Doors"]),
        ("2pm speakers, 4 social", ["14:00 Speakers", "16:00 Social"]),
        (
            "10:00-10:30 Registration, tea and cake\n10:30 - 12 noon Plenary\n1pm Lunch",
            [
                "10:00 Registration, tea and cake (until 10:30)",
                "10:30 Plenary (until 12 noon)",
                "13:00 Lunch",
            ],
        ),
        ("• 9.30am – doors\n• 10am – talk (with Q&A)", ["9:30 Doors", "10:00 talk (with Q&A)"]),
        # What cannot be told apart is asked for, and never left out.
        ("tea at 4, cake at 5", None),
        ("7 tea, 8 talk", None),
        ("Saturday: 10am doors, 11am talk", None),
        ("2pm talk, 1pm lunch", None),
        ("10am doors, 11am", None),
    ],
)
def test_what_is_said_to_be_a_programme_is_read_whole(text: str, parts: list[str] | None) -> None:
    read = read_programme(text, vocabulary())
    said = [f"{part.begins // HOUR}:{part.begins % HOUR // MINUTE:02} {part.what}" for part in read]
    assert [one.casefold() for one in said] == [one.casefold() for one in parts or []]


async def test_search_engines_read_its_parts(hackney: PublishedBranch) -> None:
    await hackney.post(PASTED, "skip", "skip")
    data = await hackney.data()
    parts = data["subEvent"]
    assert [(one["name"], one["startDate"]) for one in parts] == [
        ("Registration", "2026-12-05T10:00:00+00:00"),
        ("Plenary", "2026-12-05T10:30:00+00:00"),
        ("Lunch", "2026-12-05T13:00:00+00:00"),
        ("Workshops", "2026-12-05T14:00:00+00:00"),
    ]
    # What Google asks of each event, also of one within another.
    assert all(one["@type"] == "Event" and one["location"] == data["location"] for one in parts)
    assert all(one["eventStatus"].endswith("EventScheduled") for one in parts)
    await hackney.post("programme 1 none")
    assert "subEvent" not in await hackney.data()
