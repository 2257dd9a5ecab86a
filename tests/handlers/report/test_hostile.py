"""People who mean harm, and what only looks like it: floods, pretending, tricks with characters."""

import re
import time

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import hours, last, send, shown, with_teams, write

from practice.attachments import Attachment


async def test_a_flood_is_answered_once_and_nothing_before_it_is_lost(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, messages_per_hour=5)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        for number in range(1, 5):
            await on_stage.say(cast.rio, f"part {number}")
        said = len(from_bot(cast.rio))
        for number in range(5, 12):
            await on_stage.say(cast.rio, f"part {number}")
        assert len(from_bot(cast.rio)) == said + 1
        assert "You are not being ignored" in last(cast.rio)
        await on_stage.wait(hours(1.1))
        await on_stage.say(cast.rio, "part 12")
        assert "5 messages" in await on_stage.ask(cast.rio, "done")


async def test_a_flood_after_sending_is_not_passed_on(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, messages_per_hour=5)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "1", "2")
        await on_stage.say(cast.rio, "part 3")
        await on_stage.say(cast.rio, "yes")
        for number in range(4, 10):
            await on_stage.say(cast.rio, f"part {number}")
        assert "part 4" in shown(cast.una)
        assert "part 5" not in shown(cast.una)
        assert shown(cast.rio).count("You are not being ignored") == 1


async def test_who_is_muted_is_told_and_reaches_nobody(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "First.")
        await on_stage.say(cast.rio, "yes")
        await on_stage.say(cast.una, f"mute {name}")
        assert "Nobody was sent that" in await on_stage.ask(cast.rio, "Now listen to me.")
        assert "Now listen" not in shown(cast.una)
        file = Attachment(b"%PDF-1.7", "application/pdf", "x.pdf")
        assert await on_stage.say(cast.rio, "Look.", attachments=[file]) == []
        assert "x.pdf" not in shown(cast.una)
        assert "Una" not in shown(cast.rio)


async def test_pretending_to_be_an_officer_does_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        before = shown(cast.una)
        for text in (f"reply {name} Well done.", f"close {name} resolved", f"mute {name}"):
            await on_stage.say(cast.rio, text)
            await on_stage.say(on_stage.mo, text)
            await on_stage.say(on_stage.alex, text)
        assert shown(cast.una) == before
        assert name not in shown(on_stage.mo) + shown(on_stage.alex)
        assert "Well done" not in shown(cast.rio)
        assert "Nobody has answered yet" in await on_stage.ask(cast.rio, "case")


async def test_the_name_of_a_case_alone_opens_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened.")
        for text in (f"case {name}", f"erase {name}", "case", "erase", "hide", f"resume {name}"):
            await on_stage.say(on_stage.mo, text)
        assert name not in shown(on_stage.mo)
        assert "It happened." in "".join(m.text for m in from_bot(cast.una))


async def test_overrides_of_direction_change_no_command_and_no_message(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "a \u202epots\u202c b")
        await on_stage.say(cast.rio, "\u202edone")
        await on_stage.say(cast.rio, "send\u200f")
        assert "a pots" in shown(cast.una)
        assert "\u202e" not in shown(cast.una)


async def test_a_huge_text_arrives_whole(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    story = "He came back. " * 4_000 + "The end of it."
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, story)
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert story in shown(cast.una)


async def test_answers_hold_nothing_of_what_was_written(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    mark = "the ladder behind the greenhouse"
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, mark)
        await on_stage.say(cast.rio, f"and {mark}")
        for text in ("yes", "case", "help", "hide"):
            await on_stage.say(cast.rio, text)
        assert mark not in shown(cast.rio)
        assert re.fullmatch(r"\w+ \w+ \d+", name)


async def test_reports_of_two_people_do_not_meet(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "Rio wrote this.")
        await write(on_stage, on_stage.mo, "Mo wrote this.")
        await on_stage.say(on_stage.mo, "stop")
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        assert "Rio wrote this." in shown(cast.una)
        assert "Mo wrote this." not in shown(cast.una)


@pytest.mark.parametrize(
    "text",
    [
        "resume " + "1" * 60_000,
        "r" * 60_000,
        "rhubarb " * 8_000,
        # What may stand round a command, and is none at its end.
        "Look" + " this chat" * 25 + " well",
        "Look" + " please" * 8_000 + " well",
    ],
)
async def test_no_text_keeps_the_relay_busy(on_stage: RelayHarness, text: str) -> None:
    with_teams(on_stage, codeword="rhubarb")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        on_stage.mo.say(text)
        await on_stage.signal.signal_cli.drained()
        began = time.process_time()
        await on_stage.relay.dispatcher.drain()
        assert time.process_time() - began < 1
        await on_stage.settle()
        assert len(from_bot(on_stage.mo)) == 1


async def test_edits_are_not_passed_on_for_ever(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, messages_per_hour=5)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        origin = cast.rio.say("One.")
        await on_stage.settle()
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        for number in range(10):
            cast.rio.edit(origin, f"One, changed {number}.")
            await on_stage.settle()
        assert "changed 2" in shown(cast.una)
        assert "changed 3" not in shown(cast.una)
        assert shown(cast.rio).count("You are not being ignored") == 1


async def test_what_waits_for_a_yes_does_not_grow_for_ever(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, messages_per_hour=5)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "One.")
        for number in range(10):
            await on_stage.say(cast.rio, f"later {number}")
        waiting = on_stage.store.conversations.of(cast.rio.aci)
        assert waiting is not None
        assert len(waiting.data["said"]) == 5
        assert shown(cast.rio).count("You are not being ignored") == 1
        await on_stage.say(cast.rio, "yes")
        assert "later 0" in shown(cast.una)
