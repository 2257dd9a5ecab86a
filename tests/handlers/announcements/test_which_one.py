"""Commands without a number, `undo`, and commands in full where words are asked for."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group


async def _post(on_stage: RelayHarness, text: str) -> None:
    await on_stage.ask(on_stage.alex, f"announce {text}")
    await on_stage.say(on_stage.alex, "yes")


def _board(on_stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(on_stage.mo, board) if not m.deleted]


async def test_without_a_number_the_newest_is_meant_and_shown(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Leaflets at noon")
        await on_stage.wait(timedelta(hours=2))
        await _post(on_stage, "Meeting on Thursday")

        asked = await on_stage.ask(on_stage.alex, "edit")
        assert "Meeting on Thursday" in asked
        assert "number 2" in asked
        await on_stage.ask(on_stage.alex, "Meeting on Friday")
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Leaflets at noon", "Meeting on Friday"]

        assert "Meeting on Friday" in await on_stage.ask(on_stage.alex, "retract")
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Leaflets at noon"]

        status = await on_stage.ask(on_stage.alex, "status")
        assert "Leaflets at noon" in status
        assert "Board: done" in status


async def test_a_new_text_without_a_number_is_shown_for_the_newest(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Meeting on Thursday")
        preview = await on_stage.ask(on_stage.alex, "edit Meeting on Friday")
        assert "Number 1 would then say" in preview
        assert _board(on_stage, board) == ["Meeting on Thursday"]
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Meeting on Friday"]


async def test_of_two_within_an_hour_the_number_is_asked(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Leaflets at noon")
        await on_stage.wait(timedelta(minutes=10))
        await _post(on_stage, "Meeting on Thursday")
        assert "edit 12" in await on_stage.ask(on_stage.alex, "edit")
        assert "retract 12" in await on_stage.ask(on_stage.alex, "delete")
        assert _board(on_stage, board) == ["Leaflets at noon", "Meeting on Thursday"]


async def test_nothing_posted_is_no_newest_one(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])):
        assert "retract 12" in await on_stage.ask(on_stage.alex, "retract")
        assert "nothing of yours" in await on_stage.ask(on_stage.alex, "undo")


async def test_undo_offers_to_take_back_just_that(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, on_stage.bea, groups=[board])):
        await _post(on_stage, "Meeting on Thursday")
        await on_stage.ask(on_stage.bea, "announce Leaflets at noon")
        await on_stage.say(on_stage.bea, "yes")

        asked = await on_stage.ask(on_stage.alex, "undo")
        assert "Meeting on Thursday" in asked
        assert "Leaflets" not in asked
        assert len(_board(on_stage, board)) == 2
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["Leaflets at noon"]


async def test_undo_of_what_waits_says_how_to_drop_it(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Meeting on Thursday")
        await on_stage.wait(timedelta(minutes=1))
        await _post(on_stage, "tomorrow 9am: Leaflets at noon")
        assert "cancel 2" in await on_stage.ask(on_stage.alex, "undo")
        assert _board(on_stage, board) == ["Meeting on Thursday"]


async def test_a_command_in_full_is_no_text(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Meeting on Thursday")
        await on_stage.ask(on_stage.alex, "edit 1")
        preview = await on_stage.ask(on_stage.alex, "edit 1 The hall opens at 7")
        assert "edit 1" not in preview.partition("———")[2].partition("———")[0]
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == ["The hall opens at 7"]


async def test_a_command_in_full_ends_a_draft_that_waits_for_its_text(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await _post(on_stage, "Meeting on Thursday")
        await on_stage.ask(on_stage.alex, "announce")
        said = await on_stage.say(on_stage.alex, "retract 1")
        assert "Meeting on Thursday" in "\n".join(said)
        await on_stage.say(on_stage.alex, "yes")
        assert _board(on_stage, board) == []


async def test_what_only_looks_like_a_command_is_the_text(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce")
        for text in ("edit 99 pages", "Status 7 of the plan", "Cancel your bus passes"):
            preview = await on_stage.ask(on_stage.alex, text)
            assert text in preview
            await on_stage.ask(on_stage.alex, "edit")
