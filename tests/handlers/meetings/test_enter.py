"""Putting a meeting up: what an admin is asked, what they are shown, what the groups get."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group


@asynccontextmanager
async def meeting_stage(on_stage: RelayHarness, **more: object) -> AsyncIterator[Group]:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board], **more)):
        yield board


async def test_a_meeting_is_asked_for_step_by_step(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage) as board:
        alex = on_stage.alex
        assert "What is the meeting called?" in await on_stage.ask(alex, "meeting")
        assert "When is it?" in await on_stage.ask(alex, "Branch meeting")
        answer = await on_stage.ask(alex, "Thursday 7pm")
        assert "I have understood: Thursday 26 November at 7 pm." in answer
        assert "Where is it?" in answer
        answer = await on_stage.ask(alex, "Town Hall, Mare Street https://meet.example.org/b")
        assert "What is on the agenda?" in answer
        assert "Are there papers?" in await on_stage.ask(alex, "1. Rents\n2. Elections")
        assert "who can come?" in await on_stage.ask(alex, "no")
        preview = await on_stage.ask(alex, "Step-free. Hearing loop.")
        assert "Nothing has been posted yet" in preview
        assert "When: Thursday 26 November at 7 pm" in preview
        assert "Where: Town Hall, Mare Street" in preview
        assert from_bot(on_stage.mo, board) == []

        await on_stage.say(alex, "yes")

        [post] = from_bot(on_stage.mo, board)
        assert "Branch meeting\nWhen: Thursday 26 November at 7 pm" in post.text
        kinds = [one.content_type for one in post.attachments]
        assert kinds == ["image/png", "text/calendar"]


async def test_every_question_but_the_time_can_be_skipped(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage) as board:
        alex = on_stage.alex
        await on_stage.ask(alex, "meeting")
        await on_stage.ask(alex, "skip")
        assert "cannot skip" in await on_stage.ask(alex, "skip")
        await on_stage.ask(alex, "27/11 19:00")
        for _ in range(3):
            await on_stage.ask(alex, "skip")
        preview = await on_stage.ask(alex, "skip")
        assert "Hackney branch meeting\nWhen: Friday 27 November at 7 pm" in preview
        await on_stage.say(alex, "yes")
        assert len(from_bot(on_stage.mo, board)) == 1


async def test_one_message_with_labels_is_enough(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        answer = await on_stage.ask(
            on_stage.alex,
            "When: Thursday 7pm\nTitle: Branch meeting\nWhere: Town Hall\nAgenda:\n1. Rents\n"
            "2. Elections\nAccess: step-free",
        )
        assert "Are there papers?" in answer
        preview = await on_stage.ask(on_stage.alex, "skip")
        assert "Agenda:\n1. Rents\n2. Elections" in preview
        assert "Access: step-free" in preview


async def test_a_label_can_say_that_there_is_nothing(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        preview = await on_stage.ask(
            on_stage.alex,
            "meeting Title: Social\nWhen: Friday 7pm\nWhere: The Rose\nAgenda: tbc\nPapers: none\n"
            "Access: not yet",
        )
        assert "Nothing has been posted yet" in preview
        assert "tbc" not in preview
        assert "none" not in preview


async def test_a_pasted_invitation_gives_what_it_can(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        answer = await on_stage.ask(
            on_stage.alex,
            "meeting Rent strike planning\nThursday 26 November, 7pm\nat Town Hall, E8 1EA",
        )
        assert "What is on the agenda?" in answer
        for _ in range(2):
            await on_stage.ask(on_stage.alex, "skip")
        preview = await on_stage.ask(on_stage.alex, "skip")
        assert "Rent strike planning\nWhen: Thursday 26 November at 7 pm" in preview
        assert "Where: Town Hall, E8 1EA" in preview


async def test_the_preview_can_be_changed(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage) as board:
        alex = on_stage.alex
        await on_stage.ask(alex, "meeting Title: Branch meeting\nWhen: Thursday 7pm")
        for _ in range(3):
            await on_stage.ask(alex, "skip")
        await on_stage.ask(alex, "skip")
        assert "Where: Old Library" in await on_stage.ask(alex, "where: Old Library")
        assert "When is it?" in await on_stage.ask(alex, "when")
        assert "Friday 27 November at 8 pm" in await on_stage.ask(alex, "Friday 8pm")
        assert "not sure what you mean" in await on_stage.ask(alex, "hm")
        await on_stage.say(alex, "yes")
        [post] = from_bot(on_stage.mo, board)
        assert "Friday 27 November at 8 pm" in post.text
        assert "Old Library" in post.text


async def test_a_member_cannot_put_one_up(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        answer = await on_stage.ask(on_stage.mo, "meeting Party on Friday 7pm")
        assert "Only people who look after a branch" in answer


async def test_a_guess_is_called_one_and_can_be_put_right(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        alex = on_stage.alex
        await on_stage.ask(alex, "meeting")
        await on_stage.ask(alex, "Branch meeting")
        answer = await on_stage.ask(alex, "Thursday at 7")
        assert "Thursday 26 November at 7 pm. You did not say morning or evening" in answer
        for _ in range(3):
            await on_stage.ask(alex, "skip")
        preview = await on_stage.ask(alex, "skip")
        assert "so 7 pm is my guess" in preview
        assert "what I could not" not in preview
        assert "my guess" in await on_stage.ask(alex, "where: Town Hall")
        offered = preview.partition("type for example:\n")[2].splitlines()[0]
        assert offered == "when: Thursday 26 November at 7 am"
        corrected = await on_stage.ask(alex, offered)
        assert "Thursday 26 November at 7 am" in corrected
        assert "guess" not in corrected


async def test_a_guess_in_a_move_is_called_one(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        alex = on_stage.alex
        answer = await on_stage.ask(alex, "meeting Title: A\nWhen: every Thursday at 7\nWhere: B")
        assert "Is it in the morning or in the evening?" in answer
        assert "1. Thursday 26 November at 7 am\n2. Thursday 26 November at 7 pm" in answer
        await on_stage.ask(alex, "2")
        for _ in range(2):
            await on_stage.ask(alex, "skip")
        assert "Every Thursday at 7 pm" in await on_stage.ask(alex, "skip")
        await on_stage.say(alex, "yes")
        assert "8 pm is my guess" in await on_stage.ask(alex, "move 1 to Friday at 8")
        assert "guess" not in await on_stage.ask(alex, "move 1 to Friday 8pm")


async def test_an_answer_to_another_question_is_taken_as_one(on_stage: RelayHarness) -> None:
    async with meeting_stage(on_stage):
        alex = on_stage.alex
        for text in ("meeting", "Branch meeting", "Thursday 7pm"):
            await on_stage.ask(alex, text)
        assert "Where is it?" in await on_stage.ask(alex, "when: Friday 8pm")
        assert "agenda" in await on_stage.ask(alex, "Town Hall")
        assert "Where is it?" in await on_stage.ask(alex, "where")
        assert "agenda" in await on_stage.ask(alex, "Old Library")
        assert "When is it?" in await on_stage.ask(alex, "When")
        assert "has already passed" in await on_stage.ask(alex, "1/1/2020 7pm")
        for text in ("Friday 9pm", "skip", "skip"):
            await on_stage.ask(alex, text)
        preview = await on_stage.ask(alex, "skip")
        assert "Friday 27 November at 9 pm" in preview
        assert "Where: Old Library" in preview
        assert "Members’ meeting" in await on_stage.ask(alex, "titel: Members’ meeting")


@pytest.mark.parametrize("text", ["ا" * 200, "Title: " + "x" * 200 + "\nWhen: Thursday 7pm"])
async def test_a_title_that_is_too_long_is_asked_for_again(
    on_stage: RelayHarness, text: str
) -> None:
    async with meeting_stage(on_stage):
        await on_stage.ask(on_stage.alex, "meeting")
        answer = await on_stage.ask(on_stage.alex, text)
        assert "200 characters, and the most is 150" in answer
        assert "What is the meeting called?" in answer
