"""Whole days and several: from what an admin types to wherever people look."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import feedparser
import pytest
from harness.running import RelayHarness
from published import PublishedBranch, published

REST = ("skip", "skip", "skip")


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as found:
        yield found


async def test_a_whole_day_stands_wherever_people_look(hackney: PublishedBranch) -> None:
    when = "Saturday 5 December, all day"
    preview = await hackney.post("meeting *OPEN DAY*\n🗓 Sat 5 Dec, all day\n📍 Town Hall", *REST)
    assert f"Please check the date: {when}." in preview
    assert f"OPEN DAY. {when}. Town Hall." in preview  # the card, described
    assert hackney.in_group().startswith(f"OPEN DAY\nWhen: {when}\nWhere: Town Hall\n")

    page = await hackney.page()
    assert f"When {when}" in page
    assert "midnight" not in page
    assert '<time datetime="2026-12-05">' in await hackney.fetch("/b/hackney")
    data = await hackney.data()
    assert (data["startDate"], data["endDate"]) == ("2026-12-05", "2026-12-05")
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    for path in ("/m/1.ics", "/b/hackney/calendar.ics", "/calendar.ics"):
        (event,) = await hackney.events(path)
        # The end is the day after the last (RFC 5545, 3.6.1 and 3.8.2.2).
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (
            date(2026, 12, 5),
            date(2026, 12, 6),
        )
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["status"] == "CONFIRMED"
    feed = feedparser.parse(await hackney.fetch("/b/hackney/feed.atom"))
    assert (
        feed.entries[0]
        .content[0]
        .value.startswith(f'<p dir="auto">When: {when}<br />Where: Town Hall')
    )

    stage = hackney.stage
    assert when in await stage.ask(stage.mo, "meetings")
    assert f"When: {when}\nWhere" in await stage.ask(stage.mo, "next")
    assert when in await stage.ask(stage.mo, "remind me")
    asked = await stage.ask(stage.alex, "rsvp 1")
    assert f"Are you coming to OPEN DAY, {when}?" in asked
    await stage.say(stage.alex, "no")
    # In the evening of the day before, and on until the day is over.
    await stage.wait(timedelta(days=12, hours=4, minutes=59))
    assert "Tomorrow" not in hackney.in_group()
    await stage.wait(timedelta(minutes=1))
    assert f"Tomorrow: OPEN DAY\nWhen: {when}\nWhere: Town Hall" in hackney.in_group()
    await stage.wait(timedelta(hours=29))
    assert when in await stage.ask(stage.mo, "meetings")
    await stage.wait(timedelta(hours=2))
    assert when not in await stage.ask(stage.mo, "meetings")


async def test_days_and_times_take_each_others_place(hackney: PublishedBranch) -> None:
    await hackney.post("meeting Fair\nWhen: Sat 5 Dec 2-4pm, doors 1.30pm\nWhere: Hall", *REST)
    shown = await hackney.post("move 1 all day")
    assert "from Saturday 5 December at 2 pm until 4 pm to Saturday 5 December, all day." in shown
    assert "Doors" not in hackney.in_group()
    assert "New time: Saturday 5 December, all day\nIt was Saturday 5" in hackney.in_group()
    data = await hackney.data()
    assert data["previousStartDate"] == "2026-12-05T14:00:00+00:00"
    assert "This date was moved. It was planned for Saturday 5 December at 2 pm." in (
        await hackney.page()
    )
    await hackney.post("move 1 to 12-13 December")
    await hackney.post("move 1 10am")
    when = "Saturday 12 December at 10 am until Sunday 13 December"
    assert f"New time: {when}\nIt was Saturday 12 December until Sunday 13" in hackney.in_group()
    data = await hackney.data()
    assert (data["startDate"], data["endDate"]) == ("2026-12-12T10:00:00+00:00", "2026-12-13")
    (event,) = await hackney.events()
    assert f"{event.decoded('dtend'):%d %H:%M}" == "14 00:00"
    # Back to what people were first told: nothing is moved any more.
    await hackney.post("move 1 to Saturday 5 December 2-4pm")
    assert "previousStartDate" not in await hackney.data()


async def test_several_days_over_the_end_of_the_year(hackney: PublishedBranch) -> None:
    await hackney.post("meeting Winter camp, 29 December to 2 January, Long Meadow", *REST)
    when = "Tuesday 29 December until Saturday 2 January"
    assert f"When: {when}\n" in hackney.in_group()
    (event,) = await hackney.events()
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2026, 12, 29),
        date(2027, 1, 3),
    )
    assert (await hackney.data())["endDate"] == "2027-01-02"
    stage = hackney.stage
    answer = await stage.ask(stage.alex, "cancel 1 on 31 December because the water is off")
    assert f"Number 1 is one meeting of several days, {when}, so I have done nothing." in answer
    await hackney.post("move 1 to 29-30 December")
    assert "New time: Tuesday 29 December until Wednesday 30 December" in hackney.in_group()


async def test_a_time_of_only_the_first_day(hackney: PublishedBranch) -> None:
    when = "Saturday 12 December at 10 am until Sunday 13 December"
    await hackney.post("meeting Weekend school\nSat 12 Dec 10am - Sun 13 Dec\nWhere: Hall", *REST)
    assert f"When: {when}\n" in hackney.in_group()
    # Another day, as long as before.
    await hackney.post("move 1 to Saturday 19 December 11am")
    assert "New time: Saturday 19 December at 11 am until Sunday 20 December" in hackney.in_group()
    # What the bot shows can be typed as it stands.
    await hackney.post(f"move 1 to {when}")
    assert f"New time: {when}" in hackney.in_group()


async def test_every_first_saturday_all_day_and_one_of_them_not(hackney: PublishedBranch) -> None:
    await hackney.post(
        "meeting Title: Stall\nWhen: every first Saturday, all day\nWhere: Market\n"
        "Agenda: none\nPapers: none\nAccess: none"
    )
    rule = "First Saturday of every month, all day, from Saturday 5 December"
    assert f"When: {rule}" in hackney.in_group()
    await hackney.post("move 1 on 2 January to 2 January 2pm")
    await hackney.post("cancel 1 on 6 February because of the strike")
    usual, moved, off = await hackney.events()
    assert usual.decoded("dtstart") == date(2026, 12, 5)
    assert usual["rrule"].to_ical() == b"FREQ=MONTHLY;BYDAY=1SA"
    # Of the kind of the series' DTSTART (RFC 5545, 3.8.4.4).
    assert moved.decoded("recurrence-id") == date(2027, 1, 2)
    assert f"{moved.decoded('dtstart'):%Y-%m-%d %H:%M}" == "2027-01-02 14:00"
    assert "dtend" not in moved
    assert (off.decoded("recurrence-id"), off["status"]) == (date(2027, 2, 6), "CANCELLED")
    page = await hackney.page()
    assert "Saturday 2 January at 2 pm" in page
    assert "Saturday 6 March, all day" in page
    assert f"When: {rule}" in await hackney.stage.ask(hackney.stage.mo, "next")


async def test_the_weekend_of_the_clocks(hackney: PublishedBranch) -> None:
    """27 March 2027, 23 hours long on its Sunday; the end stays where people were told."""
    typed = "meeting School\nFri 26 March 2027 7pm - Sun 28 March 2027 4pm\nWhere: Hall"
    await hackney.post(typed, *REST)
    assert "until Sunday 28 March at 4 pm" in hackney.in_group()
    assert (await hackney.data())["endDate"] == "2027-03-28T16:00:00+01:00"
    await hackney.post("move 1 to 27-28 March 2027")
    assert "New time: Saturday 27 March until Sunday 28 March" in hackney.in_group()
    (event,) = await hackney.events()
    assert event.decoded("dtend") == date(2027, 3, 29)
