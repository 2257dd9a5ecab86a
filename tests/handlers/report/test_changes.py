"""Edits and deletions in Signal are followed, before sending and after."""

import re

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
        # Pressing on it shows no earlier text, as it would after an edit.
        standing = [m for m in from_bot(cast.una) if not m.deleted]
        assert all(MARK not in "\n".join(m.history) for m in standing)
        assert "asked Signal to delete what you wrote before" in last(cast.rio)
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


async def test_what_is_too_old_to_be_deleted_is_said_to_both(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        first, second = cast.rio.say(f"It was {MARK}."), cast.rio.say("He will come back.")
        await on_stage.settle()
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        await on_stage.wait(hours(25))
        cast.rio.edit(first, "It was by the canal.")
        await on_stage.settle()
        assert "it may stay on their phones" in last(cast.rio)
        told = last(cast.una)
        assert "please delete it yourself" in told
        assert MARK not in told
        cast.rio.delete(second)
        await on_stage.settle()
        assert "so it may stay there" in last(cast.rio)


async def test_a_muted_writer_takes_words_back_and_is_told_that_new_ones_go_nowhere(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        first, second = cast.rio.say(f"It was {MARK}."), cast.rio.say("His name is Jo.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "done")
        found = re.search(r"I call it ([\w ]+)\.", "\n".join(await on_stage.say(cast.rio, "send")))
        assert found is not None
        await on_stage.say(cast.una, f"mute {found[1]}")
        cast.rio.edit(first, "It was by the canal.")
        await on_stage.settle()
        assert "Nobody was sent that" in last(cast.rio)
        assert "canal" not in shown(cast.una)
        cast.rio.delete(second)
        await on_stage.settle()
        assert "I have removed that message here" in last(cast.rio)
        assert "His name is Jo." not in "\n".join(m.text for m in from_bot(cast.una))


async def test_an_edit_of_an_answer_to_a_question_is_said_not_to_count(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        at = cast.rio.say("1")
        await on_stage.settle()
        cast.rio.edit(at, "He is here")
        await on_stage.settle()
        assert "999" in last(cast.rio)
        assert "please send them as a new message" in last(cast.rio)
