"""Meetings in a branch that wants two admins."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from harness.running import from_bot

from relay.meetings.tables import Meetings

INVITATION = (
    "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: Rents\n"
    "Access: step-free\nPapers: none"
)


async def test_another_admin_agrees_to_the_meeting_and_to_its_change(hackney_of_two: Any) -> None:
    stage, board = hackney_of_two.stage, hackney_of_two.board
    await hackney_of_two.put_up()
    assert from_bot(stage.mo, board) == []
    assert "No meeting is planned" in await stage.ask(stage.mo, "meetings")
    await stage.say(stage.bea, "agree 1")
    await hackney_of_two.settle()
    assert "Branch meeting" in from_bot(stage.mo, board)[-1].text
    assert "Branch meeting" in await stage.ask(stage.mo, "meetings")

    await stage.ask(stage.alex, "move 1 to Friday 8pm")
    await stage.say(stage.alex, "yes")
    assert "wants to change meeting number 1" in from_bot(stage.bea)[-1].text
    assert "Thursday" in from_bot(stage.mo, board)[-1].text
    await stage.say(stage.alex, "agree 1")
    assert "Thursday" in from_bot(stage.mo, board)[-1].text
    await stage.say(stage.bea, "agree 1")
    assert "Friday 27 November at 8 pm" in from_bot(stage.mo, board)[-1].text


async def test_a_refused_meeting_is_never_one(hackney_of_two: Any) -> None:
    stage, board = hackney_of_two.stage, hackney_of_two.board
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "refuse 1")
    await hackney_of_two.settle()
    assert from_bot(stage.mo, board) == []
    assert stage.store[Meetings].get(1) is None


REASON = "of snow, see https://bad.example/pay"
SERIES = "meeting Title: Branch meeting\nWhen: every Thursday 7pm\nWhere: Town Hall"


async def up(two: Any, invitation: str = "") -> tuple[Any, Any]:
    """Put a meeting up that both agreed to; return the stage and the group."""
    await two.stage.ask(two.stage.alex, invitation or INVITATION)
    for _ in range(3 if invitation else 0):
        await two.stage.say(two.stage.alex, "skip")
    await two.stage.say(two.stage.alex, "yes")
    await two.stage.say(two.stage.bea, "agree 1")
    await two.settle()
    return two.stage, two.board


def said(two: Any) -> str:
    """All that the group reads, calendar entries and descriptions included."""
    posts = from_bot(two.stage.mo, two.board)
    files = [one.data.decode("latin-1") for post in posts for one in post.attachments]
    return "\n".join([*(post.text for post in posts), *files])


async def test_one_is_enough_to_call_it_off(hackney_of_two: Any) -> None:
    stage, board = await up(hackney_of_two)
    await stage.say(stage.bea, "cancel 1")
    await stage.ask(stage.bea, "skip")
    await stage.say(stage.bea, "yes")
    assert "CANCELLED" in from_bot(stage.mo, board)[-1].text


@pytest.mark.parametrize("series", ["", SERIES])
@pytest.mark.parametrize("scope", ["yes", "all"])
async def test_it_is_off_at_once_and_why_is_read_when_two_agree(
    hackney_of_two: Any, series: str, scope: str
) -> None:
    stage, board = await up(hackney_of_two, series)
    shown = await stage.ask(stage.bea, f"cancel 1 because {REASON}")
    assert "Another admin has to agree to your reason" in shown
    if scope == "all" and series:
        await stage.ask(stage.bea, "all")
    answers = await stage.say(stage.bea, "yes")
    assert any("Your reason waits" in answer for answer in answers)
    assert "CANCELLED" in from_bot(stage.mo, board)[-1].text
    page = await stage.ask(stage.mo, "meeting 1")
    for read in (said(hackney_of_two), page):
        assert "bad.example" not in read
        assert "snow" not in read
    asked = from_bot(stage.alex)[-1].text
    assert "bad.example" in asked
    assert "is yours" in await stage.ask(stage.bea, "agree 1")

    await stage.say(stage.alex, "agree 1")
    last = from_bot(stage.mo, board)[-1].text
    assert "CANCELLED" in last
    assert "bad.example" in last


async def test_a_reason_that_is_refused_is_read_by_nobody(hackney_of_two: Any) -> None:
    stage, _ = await up(hackney_of_two)
    await stage.ask(stage.bea, f"cancel 1 because {REASON}")
    await stage.say(stage.bea, "yes")
    await stage.say(stage.alex, "refuse 1")
    assert "decided against" in from_bot(stage.bea)[-1].text
    assert "bad.example" not in said(hackney_of_two)
    assert "CANCELLED" in said(hackney_of_two)


async def test_a_change_of_what_is_off_waits_for_nobody(hackney_of_two: Any) -> None:
    stage, _ = await up(hackney_of_two)
    await stage.ask(stage.alex, "where 1 Old Library")
    await stage.say(stage.alex, "yes")
    await stage.ask(stage.bea, f"cancel 1 because {REASON}")
    await stage.say(stage.bea, "yes")
    told = [message.text for message in from_bot(stage.alex)]
    assert any("has been cancelled already" in text for text in told)
    assert "Old Library" not in said(hackney_of_two)
    await stage.say(stage.alex, "agree 1")
    assert "bad.example" in said(hackney_of_two)
    assert "Old Library" not in said(hackney_of_two)


async def test_a_change_that_became_another_one_is_shown_again(hackney_of_two: Any) -> None:
    stage, board = await up(hackney_of_two)
    await stage.ask(stage.alex, "where 1 Old Library")
    await stage.say(stage.alex, "yes")
    with stage.store.transaction():
        meetings = stage.store[Meetings]
        meeting = meetings.get(1)
        meetings.save(replace(meeting, start=meeting.start + timedelta(hours=1)))
    answer = await stage.ask(stage.bea, "agree 1")
    assert "I have done nothing yet" in answer
    assert "8 pm" in answer
    assert "Old Library" not in said(hackney_of_two)
    await stage.ask(stage.bea, "agree 1")
    assert "Old Library" not in said(hackney_of_two)
    await stage.say(stage.bea, "agree 1 3")
    assert "Old Library" in from_bot(stage.mo, board)[-1].text


async def test_while_one_change_waits_there_is_no_second(hackney_of_two: Any) -> None:
    stage, board = hackney_of_two.stage, hackney_of_two.board
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "agree 1")
    await stage.ask(stage.bea, "where 1 Old Library")
    await stage.ask(stage.alex, "move 1 to Friday 8pm")
    await stage.say(stage.alex, "yes")
    assert "Another admin’s change to number 1 is waiting" in await stage.ask(stage.bea, "yes")
    assert "Another admin’s change" in await stage.ask(stage.bea, "agenda 1 Rents only")
    assert "Your earlier change" in await stage.ask(stage.alex, "agenda 1 Rents only")
    await stage.say(stage.bea, "agree 1")
    assert "Friday 27 November at 8 pm" in from_bot(stage.mo, board)[-1].text
    assert "Old Library" not in from_bot(stage.mo, board)[-1].text
