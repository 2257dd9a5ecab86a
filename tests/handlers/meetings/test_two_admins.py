"""Meetings in a branch that wants two admins."""

from typing import Any

from harness.running import from_bot

from relay.meetings.tables import Meetings


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


async def test_one_is_enough_to_call_it_off(hackney_of_two: Any) -> None:
    stage, board = hackney_of_two.stage, hackney_of_two.board
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "agree 1")
    await stage.ask(stage.bea, "cancel 1 because of snow")
    await stage.say(stage.bea, "yes")
    assert "CANCELLED" in from_bot(stage.mo, board)[-1].text


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
