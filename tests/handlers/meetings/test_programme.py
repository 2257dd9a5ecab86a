"""The parts of a meeting with times of their own: from a pasted notice to wherever people look."""

from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

import feedparser
import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

from relay.meetings.reading import read_invitation

PARTS = "10am registration, 10.30 plenary, 1pm lunch, 2pm workshops"
PASTED = f"meeting Day school\nSat 5 Dec, Town Hall, Mare Street\n{PARTS}"
LINES = ["10 am: Registration", "10:30 am: Plenary", "1 pm: Lunch", "2 pm: Workshops"]
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
