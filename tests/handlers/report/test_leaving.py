"""Leaving: `stop` keeps nothing, `erase` destroys what was sent, and a draft ends by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from harness.running import KEY, RelayHarness, branch, from_bot, relay_harness
from opened import opened
from reporting import hours, last, send, shown, with_teams, write

from practice.phones import Phone

MARK = "the ladder behind the greenhouse"
SHREDDED = timedelta(minutes=2)
"""By then the store's file has been rewritten."""


async def test_stop_leaves_at_every_step_with_nothing_kept(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    steps = ("report", "1", "0", MARK, "done")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for length in range(1, len(steps) + 1):
            for text in steps[:length]:
                await on_stage.say(cast.rio, text)
            goodbye = await on_stage.ask(cast.rio, "Stop.")
            assert "None of it was sent to anybody" in goodbye
            await on_stage.wait(SHREDDED)
            assert _kept(on_stage, MARK, cast.rio.aci) == []
        assert shown(cast.una) + shown(cast.vic) == ""


async def test_erase_while_writing_is_stop(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "It happened.")
        await write(on_stage, cast.rio, MARK)
        assert "What you sent before is still there" in await on_stage.ask(cast.rio, "erase")
        assert _kept(on_stage, MARK) == []


async def test_erase_destroys_a_case_and_tells_readers_only_that(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio, MARK)
        question = await on_stage.ask(rio, "erase")
        assert f"Take {name} back for good?" in question
        assert MARK in "".join(m.text for m in from_bot(una))
        assert f"{name} is still there" in await on_stage.ask(rio, "no")

        await on_stage.say(rio, "erase")
        assert f"{name} is gone" in await _last_of(on_stage, cast.rio, "yes")
        assert MARK not in "".join(m.text for m in from_bot(una))
        assert "has been withdrawn" in last(una)
        assert [m.text for m in from_bot(rio) if m.text] == [last(rio)]
        await on_stage.wait(SHREDDED)
        assert _kept(on_stage, MARK, rio.aci) == []
        assert "nothing that you have sent" in await on_stage.ask(rio, "case")


async def test_of_several_the_right_one_is_erased(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = await send(on_stage, cast.rio, MARK)
        second = await send(on_stage, cast.rio, "Another.")
        assert f"1. {second}\n2. {first}" in await on_stage.ask(cast.rio, "erase")
        assert f"Take {first} back" in await on_stage.ask(cast.rio, "2")
        await on_stage.say(cast.rio, "yes")
        state = await on_stage.ask(cast.rio, "case")
        assert second in state
        assert first not in state
        assert _kept(on_stage, MARK) == []


async def test_a_yes_that_comes_much_later_erases_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "erase")
        await on_stage.wait(hours(2))
        await on_stage.say(cast.rio, "yes")
        await on_stage.say(cast.rio, "no")
        assert name in await on_stage.ask(cast.rio, "case")


async def test_a_draft_is_nudged_once_and_destroyed_over_a_clock_change(tmp_path: Path) -> None:
    # The clocks go back at 1 UTC on 25 October: hours are counted as they pass.
    async with relay_harness(tmp_path, datetime(2026, 10, 24, 12, 0, tzinfo=UTC)) as on_stage:
        cast = with_teams(on_stage, nudge_after_hours=6)
        async with on_stage.running(branch("hackney", on_stage.alex)):
            await write(on_stage, cast.rio, MARK)
            await on_stage.say(cast.rio, "remind me")
            said = len(from_bot(cast.rio))
            await on_stage.wait(hours(5.9))
            assert len(from_bot(cast.rio)) == said
            await on_stage.wait(hours(0.2))
            assert "You began something here" in last(cast.rio)
            await on_stage.wait(hours(17.8))
            assert len(from_bot(cast.rio)) == said + 1
            assert on_stage.relay.services.vault.reports.draft_of(cast.rio.aci) is not None
            await on_stage.wait(hours(0.2))
            assert len(from_bot(cast.rio)) == said + 1
            assert _kept(on_stage, MARK) == []
            assert "Take" not in await on_stage.ask(cast.rio, "done")


async def test_a_nudge_says_nothing_of_what_was_begun(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, MARK)
        await on_stage.say(cast.rio, "remind me")
        await on_stage.wait(timedelta(hours=6, minutes=1))
        assert "You began something here" in last(cast.rio)
        nudge = last(cast.rio).casefold()
        for telling in ("report", "safe", "team", "read", "officer", "complain", "send"):
            assert telling not in nudge


async def _last_of(on_stage: RelayHarness, phone: Phone, text: str) -> str:
    await on_stage.say(phone, text)
    return last(phone)


def _kept(on_stage: RelayHarness, *marks: str) -> list[str]:
    """Which of these still stand anywhere in the pages of the store's file."""
    pages = opened(on_stage.folder / "relay.db", KEY)
    return [mark for mark in marks if mark.encode() in pages]


async def test_a_longer_yes_or_one_in_another_language_is_asked_about_again(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "erase")
        for unclear in ("yes delete it", "yes please now", "tak", "nie", "no I am not sure", "ok"):
            # Twice, and not for ever.
            await on_stage.say(cast.rio, "erase")
            assert f"Take {name} back for good?" in await on_stage.ask(cast.rio, unclear), unclear
        assert "is gone" in await on_stage.ask(cast.rio, "yes")
