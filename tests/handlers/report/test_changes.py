"""Edits and deletions in Signal are followed, before sending and after."""

from harness.running import KEY, RelayHarness, branch, from_bot
from opened import opened
from reporting import hours, last, send, shown, with_teams, write

MARK = "the ladder behind the greenhouse"


async def test_an_edit_before_sending_is_all_that_is_sent(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        at = cast.rio.say(f"He lives by {MARK}.")
        await on_stage.settle()
        second = cast.rio.edit(at, "He lives near me.")
        await on_stage.settle()
        cast.rio.edit(second, "He lives nearby.")
        await on_stage.settle()
        assert "one message" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "He lives nearby." in shown(cast.una)
        assert "near me" not in shown(cast.una)
        assert MARK not in shown(cast.una)


async def test_a_deletion_before_sending_takes_the_part_out(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        at = cast.rio.say(MARK)
        await on_stage.settle()
        cast.rio.delete(at)
        await on_stage.settle()
        assert "I have removed that message here" in last(cast.rio)
        assert "one message from you" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert MARK not in shown(cast.una)


async def test_edits_and_deletions_after_sending_reach_the_readers(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        first = cast.rio.say(f"It was {MARK}.")
        await on_stage.settle()
        second = cast.rio.say("He said he would come back.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        edited = cast.rio.edit(first, "It was by the canal.")
        await on_stage.settle()
        now = "\n".join(m.text for m in from_bot(cast.una))
        assert "It was by the canal." in now
        assert MARK not in now
        cast.rio.edit(edited, "It was elsewhere.")
        await on_stage.settle()
        assert "It was elsewhere." in "\n".join(m.text for m in from_bot(cast.vic))
        cast.rio.delete(second)
        await on_stage.settle()
        assert "come back" not in "\n".join(m.text for m in from_bot(cast.una))
        await on_stage.wait(hours(0.1))
        pages = opened(on_stage.folder / "relay.db", KEY)
        assert MARK.encode() not in pages


async def test_what_waits_for_an_answer_can_be_changed_too(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        at = cast.rio.say(MARK)
        await on_stage.settle()
        cast.rio.edit(at, "There is more.")
        gone = cast.rio.say("His name is in the minutes.")
        await on_stage.settle()
        cast.rio.delete(gone)
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        assert "There is more." in shown(cast.una)
        assert MARK not in shown(cast.una)
        assert "minutes" not in shown(cast.una)


async def test_somebody_elses_moment_changes_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        at = cast.rio.say("It happened.")
        await on_stage.settle()
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        on_stage.mo.say("hello")
        await on_stage.settle()
        on_stage.mo.delete(at)
        await on_stage.settle()
        assert "It happened." in "\n".join(m.text for m in from_bot(cast.una))
