"""When it ends and when the doors open: from a pasted notice to wherever people look."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

from handlers.meetings.facts import AskAgenda, Facts

PASTED = (
    "meeting *BRANCH SOCIAL* 🎉\n\n🗓 Thurs 3rd Dec\n⏰ 6.30 for 7pm, finish 9pm\n"
    "📍 Town Hall, Mare Street, E8 1EA\nStep-free access"
)
WHEN = "Thursday 3 December at 7 pm until 9 pm"
DOORS = "Doors open at 6:30 pm"


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as found:
        yield found


async def test_a_pasted_end_and_doors_stand_wherever_people_look(hackney: PublishedBranch) -> None:
    preview = await hackney.post(PASTED, "skip", "skip")
    assert f"Please check the date: {WHEN}." in preview
    assert f"When: {WHEN}\n{DOORS}\nWhere: Town Hall" in preview
    assert f"{WHEN}. {DOORS}. Town Hall, Mare Street, E8 1EA." in preview  # the card, described
    assert hackney.in_group().startswith(f"BRANCH SOCIAL\nWhen: {WHEN}\n{DOORS}\n")
    assert "Access: Step-free access" in hackney.in_group()

    page = await hackney.page()
    assert f"When {WHEN}" in page
    assert DOORS in page
    assert WHEN in await hackney.page("/b/hackney")
    data = await hackney.data()
    # https://schema.org/doorTime and https://schema.org/endDate
    assert data["startDate"] == "2026-12-03T19:00:00+00:00"
    assert data["endDate"] == "2026-12-03T21:00:00+00:00"
    assert data["doorTime"] == "2026-12-03T18:30:00+00:00"
    for path in ("/m/1.ics", "/b/hackney/calendar.ics", "/calendar.ics"):
        (event,) = await hackney.events(path)
        assert event.decoded("dtend").astimezone(UTC) == datetime(2026, 12, 3, 21, tzinfo=UTC)
        assert event["description"].startswith(DOORS)
    feed = feedparser.parse(await hackney.fetch("/b/hackney/feed.atom"))
    assert (
        feed.entries[0]
        .content[0]
        .value.startswith(f'<p dir="auto">When: {WHEN}<br />{DOORS}<br />Where: ')
    )

    stage = hackney.stage
    assert WHEN in await stage.ask(stage.mo, "meetings")
    assert f"When: {WHEN}\n{DOORS}" in await stage.ask(stage.mo, "next")
    assert WHEN in await stage.ask(stage.mo, "remind me")
    await stage.wait(timedelta(days=10, hours=6))
    assert f"Tomorrow: BRANCH SOCIAL\nWhen: {WHEN}\n{DOORS}\nWhere: " in hackney.in_group()


async def test_an_end_that_nobody_named_is_told_nowhere(hackney: PublishedBranch) -> None:
    pasted = "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: none\nAccess: none"
    preview = await hackney.post(pasted, "skip")
    heard = (hackney.in_group(), await hackney.page(), await hackney.page("/b/hackney"))
    for text in (preview.partition("I will wait until")[0], *heard):
        assert "until" not in text
        assert "9 pm" not in text
        assert "Doors" not in text
    assert not {"endDate", "doorTime"} & set(await hackney.data())
    (event,) = await hackney.events()
    assert "dtend" not in event
    assert "duration" not in event


async def test_a_move_keeps_the_end_and_doors_that_it_does_not_speak_of(
    hackney: PublishedBranch,
) -> None:
    await hackney.post(PASTED, "skip", "skip")
    shown = await hackney.post("move 1 to Friday 4 December 8pm")
    moved = "Friday 4 December at 8 pm until 10 pm"
    assert f"would move from {WHEN} to {moved}. Doors open at 7:30 pm." in shown
    assert (
        f"New time: {moved}\nIt was {WHEN} before.\nDoors open at 7:30 pm\n" in hackney.in_group()
    )
    data = await hackney.data()
    assert (data["endDate"], data["doorTime"]) == (
        "2026-12-04T22:00:00+00:00",
        "2026-12-04T19:30:00+00:00",
    )
    shown = await hackney.post("move 1 to Friday 4 December 7 for 7.30-11pm")
    assert "at 7:30 pm until 11 pm. Doors open at 7 pm." in shown
    (event,) = await hackney.events()
    assert event["description"].startswith("Doors open at 7 pm")
    assert event.decoded("dtend").astimezone(UTC).hour == 23
    assert event["sequence"] == 2
    # Doors at its beginning are no doors.
    await hackney.post("move 1 to Friday 4 December 8pm, doors 8pm")
    assert "Doors" not in hackney.in_group()
    assert "doorTime" not in await hackney.data()


async def test_one_date_of_a_series_has_an_end_and_doors_of_its_own(
    hackney: PublishedBranch,
) -> None:
    await hackney.post(
        "meeting Title: Reading group\nWhen: every Thursday 7-9pm\nWhere: Library\n"
        "Agenda: none\nPapers: none\nAccess: none"
    )
    rule = "Every Thursday at 7 pm until 9 pm, from Thursday 26 November at 7 pm"
    assert f"When: {rule}" in hackney.in_group()
    shown = await hackney.post("move 1 on 3 December to 3 December 6.30 for 7-10pm")
    assert "to Thursday 3 December at 7 pm until 10 pm. Doors open at 6:30 pm." in shown
    await hackney.post("where 1 on 3 December Town Hall")
    usual, single = await hackney.events()
    assert usual.decoded("dtend").astimezone(UTC).hour == 21
    assert single.decoded("dtend").astimezone(UTC).hour == 22
    assert single["location"] == "Town Hall"
    assert single["description"].startswith(DOORS)
    assert "Thursday 3 December at 7 pm until 10 pm" in await hackney.page()
    assert "Thursday 10 December at 7 pm until 9 pm" in await hackney.page()
    await hackney.stage.wait(timedelta(days=10, hours=6))
    reminder = f"When: Thursday 3 December at 7 pm until 10 pm\n{DOORS}\nWhere: Town Hall"
    assert reminder in hackney.in_group()


async def test_the_preview_is_corrected_by_a_range_and_doors(hackney: PublishedBranch) -> None:
    stage = hackney.stage
    for typed in (PASTED, "skip", "skip"):
        await stage.ask(stage.alex, typed)
    later = await stage.ask(stage.alex, "when: Thursday 3 December 8pm")
    # Nobody speaks of an end any more; the doors open half an hour before, as they did.
    assert "When: Thursday 3 December at 8 pm\nDoors open at 7:30 pm\n" in later
    again = await stage.ask(stage.alex, "when: Thursday 3 December 7.30 for 8pm until midnight")
    assert "When: Thursday 3 December at 8 pm until midnight\nDoors open at 7:30 pm\n" in again


def test_two_hours_that_an_older_version_made_up_are_no_end() -> None:
    assert AskAgenda.model_validate({"length": 120}).length is None
    assert AskAgenda.model_validate({"length": 90}).length == timedelta(minutes=90)
    assert Facts.model_validate({"minutes": 120}).length == timedelta(hours=2)


async def test_from_one_day_to_another_by_the_hour(hackney: PublishedBranch) -> None:
    await hackney.post(
        "meeting Weekend school\nFri 4 Dec 7pm - Sun 6 Dec 4pm\nWhere: Hall", "skip", "skip", "skip"
    )
    when = "Friday 4 December at 7 pm until Sunday 6 December at 4 pm"
    assert f"When: {when}\nWhere: Hall" in hackney.in_group()
    assert f"When {when}" in await hackney.page()
    assert (await hackney.data())["endDate"] == "2026-12-06T16:00:00+00:00"
    (event,) = await hackney.events()
    assert event.decoded("dtend").astimezone(UTC) == datetime(2026, 12, 6, 16, tzinfo=UTC)
    # It is on until its end, for pages, lists and calendars.
    await hackney.stage.wait(timedelta(days=13))
    assert when in await hackney.stage.ask(hackney.stage.mo, "meetings")
    await hackney.stage.wait(timedelta(days=2))
    assert when not in await hackney.stage.ask(hackney.stage.mo, "meetings")


async def test_doors_follow_the_half_of_the_day_that_is_chosen(hackney: PublishedBranch) -> None:
    text = "meeting Breakfast club, Thurs 3rd Dec, 7 for 7.30, Town Hall"
    preview = await hackney.post(text, "1", "skip", "skip")
    assert "When: Thursday 3 December at 7:30 am\nDoors open at 7 am\n" in preview
