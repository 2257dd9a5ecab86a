"""Meetings beside other conversations: a report comes first, and branches are told apart."""

from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from reporting import shown, with_teams, write


async def test_every_word_of_somebody_who_writes_a_report_belongs_to_it(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It was at the", "meeting", "agenda", "remind me", "next")
        assert "No meeting is planned" not in shown(cast.rio)
        summary = await on_stage.say(cast.rio, "done")
        # "remind me" agrees to a word about what was begun; it is no reminder of a meeting.
        assert "4 messages" in summary[-1]
        assert "I write once" in shown(cast.rio)
        await on_stage.say(cast.rio, "stop")
        assert "remind you" not in shown(cast.rio)


async def test_with_several_branches_the_admin_is_asked_which(on_stage: RelayHarness) -> None:
    north, south = on_stage.group("North board"), on_stage.group("South board")
    async with on_stage.running(
        branch("north", on_stage.alex, groups=[north]),
        branch("south", on_stage.alex, groups=[south]),
    ):
        answer = await on_stage.ask(on_stage.alex, "meeting Title: Picnic\nWhen: Saturday 2pm")
        assert "2. South branch" in answer
        await on_stage.ask(on_stage.alex, "2")
        for _ in range(3):
            await on_stage.ask(on_stage.alex, "skip")
        assert "South board" in await on_stage.ask(on_stage.alex, "skip")
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, north) == []
        assert "Picnic" in from_bot(on_stage.mo, south)[0].text


async def test_a_change_nobody_answers_is_left_and_said_so(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "cancel 1")
    stage.clock.move(timedelta(minutes=31))
    await hackney.settle()
    assert "Nothing has changed" in from_bot(stage.alex)[-1].text


async def test_deleting_the_first_message_drops_what_was_begun(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        first = on_stage.alex.say("meeting")
        await on_stage.settle()
        on_stage.alex.delete(first)
        await on_stage.settle()
        assert "Dropped" in from_bot(on_stage.alex)[-1].text


async def test_retracting_the_post_calls_the_meeting_off(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "retract 1")
    await stage.say(stage.alex, "yes")
    await hackney.settle()
    assert "CANCELLED" in await stage.ask(stage.mo, "meetings")
