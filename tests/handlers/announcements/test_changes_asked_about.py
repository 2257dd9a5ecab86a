"""A new text for what is up or waits is asked about as a first one is: details, and the night."""

from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group

NUMBER = "07700 900123"
OTHER = "07700 900456"


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


async def post(stage: RelayHarness, text: str) -> None:
    await stage.say(stage.alex, f"announce {text}")
    await stage.say(stage.alex, "yes")


async def test_a_number_that_a_correction_adds_is_asked_about(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "Tea at four.")
        question = await on_stage.ask(alex, f"edit 1 Tea at five. Ring Sam on {NUMBER}.")
        assert f"phone number: {NUMBER}" in question or f"Sam on {NUMBER}" in question
        assert "answer 1 or 2" in await on_stage.ask(alex, "hmm")
        assert f"Ring Sam on {NUMBER}." in await on_stage.ask(alex, "1")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == [f"Tea at five. Ring Sam on {NUMBER}."]
        # What is read already is not asked about again; another one is.
        shown = await on_stage.ask(alex, f"edit 1 Tea at six. Ring Sam on {NUMBER}.")
        assert "would then say this" in shown
        await on_stage.say(alex, "no")
        asked = await on_stage.ask(alex, f"edit 1 Tea at six. Sam {NUMBER}. Jo {OTHER}.")
        assert OTHER in asked
        assert NUMBER not in asked
        shown = await on_stage.ask(alex, "2")
        assert f"Tea at six. Sam {NUMBER}." in shown
        assert OTHER not in shown
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == [f"Tea at six. Sam {NUMBER}."]


async def test_no_leaves_it_and_an_empty_rest_is_asked_for(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "Tea at four.")
        for opening in (f"edit 1 Ring Sam on {NUMBER}", "edit 1"):
            await on_stage.ask(alex, opening)
            if opening == "edit 1":
                assert "May everybody" in await on_stage.ask(alex, f"At my house, ring {NUMBER}")
            said = await on_stage.ask(alex, "no")
            assert "Number 1" in said
            assert "May everybody" not in said
        await on_stage.ask(alex, f"edit 1 Ring Sam on {NUMBER}")
        assert "What should number 1 say instead?" in await on_stage.ask(alex, "2")
        await on_stage.say(alex, "no")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_what_waits_is_asked_about_too(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "tomorrow 9am: Tea at four.")
        asked = await on_stage.ask(alex, f"edit 1 Tea at five. Ring Sam on {NUMBER}.")
        assert "May everybody read it?" in asked
        shown = await on_stage.ask(alex, "2")
        assert "Tea at five." in shown
        assert "Monday 23 November at 9 am" in shown
        assert NUMBER not in shown
        await on_stage.say(alex, "yes")
        await on_stage.ask(alex, f"edit 1 At my flat, ring {NUMBER}")
        assert "waits to be posted" in await on_stage.ask(alex, "2")
        await on_stage.wait(timedelta(days=1))
        assert board_of(on_stage, board) == ["Tea at five."]


@pytest.mark.parametrize("answer", ["now", "1", "yes, now"])
async def test_a_correction_at_night_is_asked_about(on_stage: RelayHarness, answer: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "Tea at four.")
        await on_stage.wait(timedelta(hours=10))
        await on_stage.ask(alex, "edit 1 Tea at five.")
        question = await on_stage.ask(alex, "yes")
        assert question.startswith("It is 11 pm")
        alex.react(from_bot(alex)[-2].timestamp, "👍")
        await on_stage.settle()
        assert board_of(on_stage, board) == ["Tea at four."]
        await on_stage.say(alex, answer)
        assert board_of(on_stage, board) == ["Tea at five."]
        await on_stage.ask(alex, "edit 1 Tea at six.")
        await on_stage.ask(alex, "yes")
        assert "stays as it" in await on_stage.ask(alex, "no")
        assert board_of(on_stage, board) == ["Tea at five."]


@pytest.mark.parametrize(("answer", "posted"), [("now", True), ("morning", False)])
async def test_what_waits_and_is_hurried_at_night_too(
    on_stage: RelayHarness, answer: str, posted: bool
) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "tomorrow 9am: Tea at four.")
        await on_stage.wait(timedelta(hours=10))
        await on_stage.ask(alex, "now 1")
        question = await on_stage.ask(alex, "yes")
        assert "2. On Monday 23 November at 8 am: type morning." in question
        await on_stage.say(alex, answer)
        assert board_of(on_stage, board) == (["Tea at four."] if posted else [])
        await on_stage.wait(timedelta(hours=9, minutes=30))
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_a_change_of_a_meeting_at_night_is_asked_about_and_what_is_off_is_not(
    on_stage: RelayHarness,
) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    meeting = "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: -\nAccess: -"
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.ask(alex, meeting)
        await on_stage.ask(alex, "skip")
        await on_stage.say(alex, "yes")
        before = board_of(on_stage, board)
        await on_stage.wait(timedelta(hours=10))
        for change in ("where 1 Library", "agenda 1 Rents", "rsvp 1"):
            await on_stage.ask(alex, change)
            assert (await on_stage.ask(alex, "yes")).startswith("It is 11 pm")
            await on_stage.say(alex, "no")
        assert board_of(on_stage, board) == before
        await on_stage.ask(alex, "where 1 Library")
        await on_stage.ask(alex, "yes")
        await on_stage.say(alex, "now")
        assert "Library" in board_of(on_stage, board)[-1]
        await on_stage.ask(alex, "cancel 1 because of snow")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board)[-1].startswith("CANCELLED")


@pytest.mark.parametrize("answer", ["morning", "2", "it can wait"])
async def test_who_lets_a_change_wait_for_the_morning_hears_that_it_is_not_kept(
    on_stage: RelayHarness, answer: str
) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    meeting = "meeting Title: Social\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: -\nAccess: -"
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, "Tea at four.")
        await on_stage.ask(alex, meeting)
        await on_stage.ask(alex, "skip")
        await on_stage.say(alex, "yes")
        before = board_of(on_stage, board)
        await on_stage.wait(timedelta(hours=10))
        for change in ("edit 1 Tea at five.", "where 2 Library"):
            await on_stage.ask(alex, change)
            assert (await on_stage.ask(alex, "yes")).startswith("It is 11 pm")
            await on_stage.say(alex, answer)
            left, said = (message.text for message in from_bot(alex)[-2:])
            assert "stays as it" in left
            assert "send it again after Monday 23 November at 8 am" in said
        await on_stage.wait(timedelta(hours=10))
        assert board_of(on_stage, board) == before
