"""One person has one conversation at a time: what another one ends is said to have ended."""

from harness.running import RelayHarness, branch, from_bot
from reporting import hours, send, shown, with_teams

from relay.store.announcements import State


async def test_a_preview_that_another_question_replaces_is_dropped_aloud(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce The hall is open.")
        await on_stage.say(on_stage.alex, "yes")
        await on_stage.say(on_stage.alex, "announce The hall is closed.")
        answers = await on_stage.say(on_stage.alex, "retract 1")
        assert any("has not been posted" in answer for answer in answers)
        assert any("delete" in answer.lower() for answer in answers)
        assert on_stage.store.announcements.get(2) is None
        await on_stage.say(on_stage.alex, "no")
        posted = on_stage.store.announcements.get(1)
        assert posted is not None
        assert posted.state is State.POSTED
        assert len(from_bot(on_stage.mo, board)) == 1


async def test_a_report_ends_what_an_admin_was_about_to_change(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce The hall is open.")
        await on_stage.say(on_stage.alex, "yes")
        await on_stage.say(on_stage.alex, "edit 1 The hall is shut.")
        answers = await on_stage.say(on_stage.alex, "report")
        assert any("Number 1 stays as it is" in answer for answer in answers)
        await on_stage.say(on_stage.alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open."]


async def test_words_for_a_case_are_dropped_aloud_by_an_announcement(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", cast.una, groups=[board])):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.una, f"reply {name} Ring me on 07700 900123.")
        answers = await on_stage.say(cast.una, "announce Tea at four.")
        assert any("has not been sent" in answer for answer in answers)
        await on_stage.say(cast.una, "no")
        assert "Ring me" not in shown(cast.rio)


async def test_what_an_admin_wrote_to_their_case_is_dropped_aloud(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        name = await send(on_stage, on_stage.alex)
        await on_stage.say(on_stage.alex, f"{name[1:]} One more thing.")
        answers = await on_stage.say(on_stage.alex, "announce Tea at four.")
        assert any("kept nothing of it" in answer for answer in answers)
        await on_stage.say(on_stage.alex, "no")
        assert "One more thing" not in shown(cast.una)


async def test_a_draft_outlives_the_end_of_an_old_case(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, keep_link_days=0)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        name = await send(on_stage, on_stage.alex)
        await on_stage.say(on_stage.alex, "announce The hall is open.")
        await on_stage.say(cast.una, f"close {name} resolved")
        assert "Number 1" in "\n".join(await on_stage.say(on_stage.alex, "yes"))


async def test_a_draft_that_expired_unseen_leaves_nothing_behind(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce The hall is open.")
        on_stage.clock.move(hours(2))
        on_stage.alex.say("announce The hall is closed.")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()
        assert on_stage.store.announcements.get(1) is None


async def test_a_report_can_be_erased_in_the_middle_of_an_announcement(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        name = await send(on_stage, on_stage.alex)
        await on_stage.say(on_stage.alex, "announce")
        answers = await on_stage.say(on_stage.alex, "erase")
        assert any(name in answer for answer in answers)
        assert any("has not been posted" in answer for answer in answers)
        await on_stage.say(on_stage.alex, "yes")
        assert "withdrawn" in shown(cast.una)
        assert from_bot(on_stage.mo, board) == []
