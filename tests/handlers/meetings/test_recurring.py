"""Meetings that come again and again."""

from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot

from relay.meetings.tables import Meetings

MONTHLY = (
    "meeting Title: Branch meeting\nWhen: first Thursday of every month at 7pm\n"
    "Where: Town Hall\nAgenda: Rents\nAccess: step-free\nPapers: https://example.org/a.pdf"
)


async def test_how_often_is_said_with_the_first_date(hackney: Any) -> None:
    post = await hackney.put_up(MONTHLY)
    assert "When: First Thursday of every month at 7 pm, from Thursday 3 December at 7 pm" in post


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "first and third Tuesday of the month 7pm",
            "First and third Tuesday of every month at 7 pm, from Tuesday 1 December at 7 pm",
        ),
        (
            "every Tuesday and Thursday at 7pm until 17 December",
            (
                "Every Tuesday and Thursday at 7 pm, from Tuesday 24 November at 7 pm,"
                " the last on Thursday 17 December"
            ),
        ),
        (
            "every second Tuesday at 7pm 5 times",
            "Every 2 weeks on Tuesday at 7 pm, from Tuesday 1 December at 7 pm, 5 times",
        ),
        (
            "every month on the 15th at 7pm",
            "Every month on day 15 at 7 pm, from Tuesday 15 December at 7 pm",
        ),
        (
            "last day of every month at noon",
            "Last day of every month at 12 noon, from Monday 30 November at 12 noon",
        ),
        (
            "every 3 December at 7pm",
            "Every year on 3 December at 7 pm, from Thursday 3 December at 7 pm",
        ),
    ],
)
async def test_all_of_a_rule_is_said_and_its_end_too(hackney: Any, words: str, said: str) -> None:
    preview = await hackney.stage.ask(
        hackney.stage.alex, f"meeting Title: Stall\nWhen: {words}\nWhere: -\nAgenda: -\nAccess: -"
    )
    while "Type yes to post it" not in preview:
        preview = await hackney.stage.ask(hackney.stage.alex, "skip")
    assert f"When: {said}\n" in preview


async def test_one_date_moves_and_the_others_stay(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(MONTHLY)
    question = await stage.ask(stage.alex, "move 1 to Friday 4 December 8pm")
    assert "Only this one date changes" in question
    await stage.say(stage.alex, "yes")
    [change] = stage.store[Meetings].get(1).changes
    assert (change.original.day, change.start.day) == (3, 4)
    assert "Next: Friday 4 December at 8 pm" in from_bot(stage.mo, hackney.board)[-1].text


async def test_one_date_or_all_of_them_are_cancelled(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(MONTHLY)
    assert "cancels only this date" in await stage.ask(stage.alex, "cancel 1 because of a strike")
    await stage.say(stage.alex, "yes")
    meeting = stage.store[Meetings].get(1)
    assert not meeting.is_cancelled
    assert "Next: Thursday 7 January" in from_bot(stage.mo, hackney.board)[-1].text

    await stage.ask(stage.alex, "cancel 1")
    assert "All of number 1" in await stage.ask(stage.alex, "all")
    await stage.say(stage.alex, "👍")
    assert stage.store[Meetings].get(1).is_cancelled


async def test_two_admins_who_cancel_the_same_date_cancel_one(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    hackney = branch("hackney", on_stage.alex, on_stage.bea, groups=[board])
    async with on_stage.running(hackney):
        await on_stage.ask(on_stage.alex, MONTHLY)
        await on_stage.say(on_stage.alex, "yes")
        for admin in (on_stage.alex, on_stage.bea):
            await on_stage.ask(admin, "cancel 1 because of a strike")
        await on_stage.say(on_stage.alex, "yes")
        assert "has changed since I asked you" in await on_stage.ask(on_stage.bea, "yes")
        meeting = on_stage.store[Meetings].get(1)
        assert meeting is not None
        assert [one.original.month for one in meeting.changes] == [12]
