"""Changing what has been posted: edit, retract, and what Signal's time limits make of them."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group


async def _posted(on_stage: RelayHarness, text: str = "Meeting on Thursday") -> None:
    await on_stage.ask(on_stage.alex, f"announce {text}")
    await on_stage.say(on_stage.alex, "yes")


def _board(on_stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(on_stage.mo, board) if not m.deleted]


async def test_an_edit_is_shown_first_and_changes_the_message_itself(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)

        preview = await on_stage.ask(on_stage.alex, "edit 1 Meeting on Friday")
        assert "Meeting on Friday" in preview
        assert _board(on_stage, board) == ["Meeting on Thursday"]

        _, receipt = await on_stage.say(on_stage.alex, "yes")
        assert "changed in 1 of 1 group" in receipt
        assert _board(on_stage, board) == ["Meeting on Friday"]
        assert len(from_bot(on_stage.mo, board)) == 1


async def test_a_second_edit_changes_the_same_message_again(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        for day in ("Friday", "Saturday"):
            await on_stage.ask(on_stage.alex, f"edit 1 Meeting on {day}")
            await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Meeting on Saturday"]


async def test_after_a_day_an_edit_comes_as_a_correction(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        await on_stage.wait(timedelta(hours=25))

        preview = await on_stage.ask(on_stage.alex, "edit #1: Meeting on Friday")
        assert "more than a day ago" in preview
        receipt = (await on_stage.say(on_stage.alex, "yes"))[-1]
        assert "says it is a correction" in receipt
        assert _board(on_stage, board) == [
            "Meeting on Thursday",
            "Correction:\nMeeting on Friday",
        ]


async def test_the_new_text_can_come_in_a_message_of_its_own(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        assert "whole new text" in await on_stage.ask(on_stage.alex, "edit 1")
        assert "Meeting on Friday" in await on_stage.ask(on_stage.alex, "Meeting on Friday")
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Meeting on Friday"]


async def test_no_leaves_it_as_it_is(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        await on_stage.ask(on_stage.alex, "edit 1 Meeting on Friday")
        assert "stays as it is" in await on_stage.ask(on_stage.alex, "no")
        assert _board(on_stage, board) == ["Meeting on Thursday"]


async def test_retract_asks_and_deletes(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        question = await on_stage.ask(on_stage.alex, "retract 1")
        assert "Meeting on Thursday" in question
        receipt = (await on_stage.say(on_stage.alex, "👍"))[-1]
        assert "deleted in 1 of 1 group" in receipt
        assert _board(on_stage, board) == []
        assert "does not stand anywhere" in await on_stage.ask(on_stage.alex, "retract 1")


async def test_after_a_day_retract_says_that_it_cannot(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        await on_stage.wait(timedelta(hours=25))
        assert "can no longer be deleted" in await on_stage.ask(on_stage.alex, "retract 1")
        assert _board(on_stage, board) == ["Meeting on Thursday"]


async def test_another_branchs_announcement_does_not_exist(on_stage: RelayHarness) -> None:
    board, other = on_stage.group("Board"), on_stage.group("Other")
    async with on_stage.running(
        branch("hackney", on_stage.alex, groups=[board]),
        branch("leeds", on_stage.bea, groups=[other]),
    ):
        await _posted(on_stage)
        for command in ("edit 1 Nonsense", "retract 1", "status 1", "cancel 1"):
            answer = await on_stage.ask(on_stage.bea, command)
            assert "I know no announcement with the number 1" in answer
        assert _board(on_stage, board) == ["Meeting on Thursday"]


async def test_status_tells_where_it_stands(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        status = await on_stage.ask(on_stage.alex, "status 1")
        assert "was posted on Sunday 22 November" in status
        assert "Board: done" in status
        overview = await on_stage.ask(on_stage.alex, "status")
        assert "Everything that was due has been sent" in overview


async def test_what_is_not_posted_yet_is_told_how_to_stop(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce tomorrow 9am: Tea")
        await on_stage.say(on_stage.alex, "yes")
        answer = await on_stage.ask(on_stage.alex, "retract 1")
        assert "To stop it, type cancel 1" in answer
        assert "type edit 1 and the new text" in answer


async def test_ok_is_no_yes_and_is_not_thanked_for(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _posted(on_stage)
        for command in ("edit 1 Meeting on Friday", "retract 1"):
            await on_stage.ask(on_stage.alex, command)
            for vague in ("ok", "thanks", "undo"):
                assert "waiting for a yes" in await on_stage.ask(on_stage.alex, vague)
        assert _board(on_stage, board) == ["Meeting on Thursday"]
