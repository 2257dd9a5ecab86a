"""A time and a place to be confirmed: published as such, set later, and told once as no change."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot
from published import PublishedBranch, published

PASTED = "meeting Conference\nSat 12 December, time tbc\nvenue tba"
WHEN = "Saturday 12 December, time to be confirmed"
SET = "Saturday 12 December at 7 pm"


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    async with published(on_stage) as found:
        yield found


async def test_it_is_told_as_open_and_then_as_set(hackney: PublishedBranch) -> None:
    stage, alex, mo = hackney.stage, hackney.stage.alex, hackney.stage.mo
    asked = await stage.ask(alex, PASTED)
    assert "If not, type tbc, and people read that the time is to be confirmed." in asked
    preview = await hackney.post("tbc", "tbc", "skip", "skip", "skip")
    assert f"Please check the date: {WHEN}." in preview
    assert hackney.in_group().startswith(f"Conference\nWhen: {WHEN}\nWhere: to be announced\n")
    (event,) = await hackney.events()
    # RFC 5545, 3.8.1.11 and 3.8.2.7: not sure yet, and nobody is busy all day.
    assert (event.decoded("dtstart"), event["status"]) == (date(2026, 12, 12), "TENTATIVE")
    assert event["transp"] == "TRANSPARENT"
    data = await hackney.data()
    # https://schema.org/startDate may be a day; there is no word for a time to come.
    assert (data["startDate"], data["eventStatus"]) == (
        "2026-12-12",
        "https://schema.org/EventScheduled",
    )
    assert "location" not in data
    page = await hackney.page()
    assert f"When {WHEN}" in page
    assert "Place to be announced" in page
    assert f"{WHEN}, place to be announced" in await stage.ask(mo, "meetings")
    assert WHEN in await stage.ask(mo, "remind me")

    shown = await hackney.post("move 1 7pm")
    assert f"Number 1, Conference, would get its time: {SET}." in shown
    posted = hackney.in_group()
    assert posted.startswith(f"CONFIRMED: Conference\nThe time is set: {SET}\n\nConference\n")
    heard = [one.text for one in from_bot(mo, hackney.board)]
    assert sum("The time is set" in text for text in heard) == 1
    assert not any("CHANGED" in text for text in heard)
    data = await hackney.data()
    assert data["startDate"] == "2026-12-12T19:00:00+00:00"
    assert "previousStartDate" not in data
    (event,) = await hackney.events()
    assert (event["sequence"], event["status"], event["transp"]) == (1, "TENTATIVE", "OPAQUE")
    shown = await hackney.post("where 1 Town Hall")
    assert "Number 1, Conference, would get its place: Town Hall" in shown
    assert f"CONFIRMED: Conference, {SET}\nThe place is set: Town Hall\n" in hackney.in_group()
    (event,) = await hackney.events()
    assert event["status"] == "CONFIRMED"
    # What was asked for before holds, for the time that is set now.
    await stage.wait(timedelta(days=19, hours=6))
    assert f"Tomorrow: Conference\nWhen: {SET}\n" in from_bot(mo)[-1].text
    # Once it is set, another time is a change.
    await hackney.post("move 1 8pm")
    assert "New time: Saturday 12 December at 8 pm\nIt was" in hackney.in_group()
    assert (await hackney.data())["previousStartDate"] == "2026-12-12T19:00:00+00:00"


async def test_admins_are_told_some_days_before(hackney: PublishedBranch) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, PASTED)
    await hackney.post("tbc", "skip", "skip", "skip", "skip")
    told = f"Number 1, Conference, {WHEN}, is soon, and its time and its place are still to be"
    # At 8 in the morning, three days before: nobody is woken at midnight.
    await stage.wait(timedelta(days=16, hours=18, minutes=50))
    assert not any(told in one.text for one in from_bot(alex))
    await stage.wait(timedelta(minutes=20))
    assert told in from_bot(alex)[-1].text
    assert "type for example: move 1 7pm, and then: where 1 Town Hall" in from_bot(alex)[-1].text
    await stage.wait(timedelta(days=1))
    assert sum(told in one.text for one in from_bot(alex)) == 1


async def test_days_get_their_first_time_and_lose_it_again(hackney: PublishedBranch) -> None:
    await hackney.post("meeting Camp\nWhen: 12-13 December, times tbc\nWhere: Wood", *["skip"] * 4)
    days = "Saturday 12 December until Sunday 13 December"
    assert f"When: {days}, time to be confirmed\n" in hackney.in_group()
    await hackney.post("move 1 7pm")
    when = "Saturday 12 December at 7 pm until Sunday 13 December"
    assert f"The time is set: {when}\n" in hackney.in_group()
    await hackney.post("move 1 to 12-13 December, time tbc")
    assert f"New time: {days}, time to be confirmed\nIt was {when} before." in hackney.in_group()
    await hackney.post("where 1 tbc")
    assert "New place: to be announced" in hackney.in_group()
    await hackney.post("move 1 to Sunday 13 December, tbc")
    assert "New time: Sunday 13 December until Monday 14" in hackney.in_group()


async def test_questions_answered_with_what_is_not_known(hackney: PublishedBranch) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, "meeting")
    await stage.ask(alex, "Reading group")
    assert "every first Saturday" not in await stage.ask(alex, "skip")
    answer = await stage.ask(alex, "Saturday 5 December, time tbc")
    assert "I have understood: Saturday 5 December, time to be confirmed." in answer
    for _ in range(3):
        await stage.ask(alex, "skip")
    await stage.ask(alex, "skip")
    # In the preview the time is completed, a place is taken back.
    shown = await stage.ask(alex, "when: 5 December 7pm until late")
    assert "When: Saturday 5 December at 7 pm\nWhere: to be announced" in shown
    await stage.ask(alex, "where: Town Hall")
    shown = await stage.ask(alex, "where: tbc")
    assert "Where: to be announced" in shown


@pytest.mark.parametrize(
    ("pasted", "answer", "when"),
    [
        ("Sat 12 Dec, Hall", "all day", "Saturday 12 December, all day"),
        ("Sat 12 Dec, Hall", "skip", WHEN),
        ("every Thursday, time tbc, Hall", "tbc", "Every Thursday, time to be confirmed, from"),
        ("every Thursday, time tbc, Hall", "7pm", "Every Thursday at 7 pm, from Thursday 26"),
        (
            "Friday 4 December evening to Sunday 6 December lunch",
            "7pm",
            "Friday 4 December at 7 pm until Sunday 6 December",
        ),
        (
            "All day Sunday 12 December, Tin Hut",
            "2",
            "Sunday 13 December, all day",
        ),
    ],
)
async def test_a_question_about_the_time(
    hackney: PublishedBranch, pasted: str, answer: str, when: str
) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, f"meeting Title: Social\n{pasted}")
    shown = await stage.ask(alex, answer)
    for _ in range(4):
        if "Nothing has been posted yet. This is" in shown:
            break
        shown = await stage.ask(alex, "skip")
    assert f"When: {when}" in shown


async def test_a_completion_waits_through_a_restart(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    hackney = branch("hackney", on_stage.alex, groups=[board])
    async with on_stage.running(hackney):
        for typed in (PASTED, "tbc", "skip", "skip", "skip", "skip", "yes"):
            await on_stage.say(on_stage.alex, typed)
        await on_stage.settle()
        await on_stage.ask(on_stage.alex, "move 1 7pm until 9pm")
    async with on_stage.running(hackney):
        await on_stage.say(on_stage.alex, "yes")
        await on_stage.settle()
    heard = [one.text for one in from_bot(on_stage.mo, board)]
    assert [f"The time is set: {SET} until 9 pm" in text for text in heard].count(True) == 1
