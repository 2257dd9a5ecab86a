"""A meeting is where its link leads to before anybody can have read the link."""

from typing import Any

from harness.running import from_bot

from relay.meetings.tables import Meetings, PlannedReminders


async def test_the_page_is_there_before_the_groups_have_the_link(hackney: Any) -> None:
    stage = hackney.stage
    await stage.ask(stage.alex, "meeting Title: Branch meeting\nWhen: Thursday 7pm")
    for _ in range(4):
        await stage.ask(stage.alex, "skip")
    stage.alex.say("yes")
    await stage.signal.signal_cli.drained()
    await stage.relay.dispatcher.drain()
    assert from_bot(stage.mo, hackney.board) == []
    [meeting] = stage.store[Meetings].public(["hackney"], stage.clock.now())
    assert meeting.title == "Branch meeting"
    assert stage.store[PlannedReminders].due(meeting.start) != []
