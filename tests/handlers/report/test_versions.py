"""Whatever version of a message somebody names, it is the message that is meant."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot
from reporting import send, shown, with_teams


async def test_a_part_that_is_edited_twice_is_sent_anew_twice_to_its_readers(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        at = cast.rio.say("It was on Monday.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        second = cast.rio.edit(at, "It was on Tuesday.")
        await on_stage.settle()
        third = cast.rio.edit(second, "It was on Wednesday.")
        await on_stage.settle()
        for officer in (cast.una, cast.vic):
            assert from_bot(officer)[-1].text.endswith("It was on Wednesday.")
            *_, first, second_one, newest = from_bot(officer)
            assert first.deleted
            assert second_one.deleted
            # No earlier words in what Signal shows as the history of a message.
            assert len(newest.history) == 1
        cast.rio.delete(third)
        await on_stage.settle()
        assert from_bot(cast.una)[-1].deleted


async def test_edits_that_are_queued_together_all_arrive(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        at = cast.rio.say("It was on Monday.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        second = cast.rio.edit(at, "It was on Tuesday.")
        cast.rio.edit(second, "It was on Wednesday.")
        await on_stage.settle()
        assert from_bot(cast.una)[-1].text.endswith("It was on Wednesday.")


async def test_an_officer_may_quote_any_version(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        at = cast.rio.say("It was on Monday.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        first = from_bot(cast.una)[-1]
        cast.rio.edit(at, "It was on Tuesday.")
        await on_stage.settle()
        edited = from_bot(cast.una)[-1]
        assert edited.newest > first.timestamp
        for number, version in enumerate((first.timestamp, edited.newest)):
            answers = await on_stage.say(
                cast.una, f"Thank you, {number}.", quote=edited.as_of(version)
            )
            assert name in answers[-1], answers
            assert f"Thank you, {number}." in shown(cast.rio)


async def test_what_waits_for_an_answer_may_be_edited_twice_and_then_deleted(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        at = cast.rio.say("First words.")
        gone = cast.rio.say("The name.")
        await on_stage.settle()
        second = cast.rio.edit(at, "Second words.")
        await on_stage.settle()
        third = cast.rio.edit(second, "Third words.")
        fourth = cast.rio.edit(gone, "Another name.")
        await on_stage.settle()
        cast.rio.delete(fourth)
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        assert "Third words." in shown(cast.una)
        for words in ("First words.", "Second words.", "name."):
            assert words not in shown(cast.una)
        # It is known by the version that was shown last, also once it is sent.
        cast.rio.edit(third, "Fourth words.")
        await on_stage.settle()
        assert "Fourth words." in from_bot(cast.una)[-1].text


async def test_a_part_too_old_to_be_changed_is_followed_by_its_new_text(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        at = cast.rio.say("It was on Monday.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "yes")
        await on_stage.wait(timedelta(hours=30))
        second = cast.rio.edit(at, "It was on Tuesday.")
        await on_stage.settle()
        newest = from_bot(cast.una)[-1]
        assert newest.text.endswith("It was on Tuesday.")
        assert "more than a day old, so Signal may not delete it" in newest.text
        assert "it may stay on their phones" in from_bot(cast.rio)[-1].text
        cast.rio.edit(second, "It was on Friday.")
        await on_stage.settle()
        *_, before, newest = from_bot(cast.una)
        assert newest.text.endswith("It was on Friday.")
        assert "more than a day old" not in newest.text
        assert before.deleted
        assert not any(m.text.endswith("Tuesday.") for m in from_bot(cast.una))
