"""Nobody is answered for ever, and what people need always works."""

from harness.running import RelayHarness, branch, from_bot
from reporting import hours, with_teams, write

from practice.phones import Phone
from relay.people.reply_limits import ANYTHING, NOT_UNDERSTOOD

PAUSE = "I pause here"


async def test_two_bots_stop_talking_and_a_person_is_heard_again(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone in (on_stage.mo, on_stage.alex):
            assert await talk(on_stage, phone, "Sorry, this mailbox is not read.") == (
                NOT_UNDERSTOOD + 1
            )
            assert PAUSE in from_bot(phone)[-1].text
            assert await on_stage.say(phone, "Sorry, this mailbox is not read.") == []
            assert await on_stage.ask(phone, "help")
        await on_stage.wait(hours(1.1))
        assert "did not understand" in await on_stage.ask(on_stage.mo, "mumble")


async def test_nor_does_a_bot_that_always_asks_for_help(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert await talk(on_stage, on_stage.mo, "Hi! I am a bot.") <= ANYTHING + 1
        assert PAUSE in from_bot(on_stage.mo)[-1].text
        assert len(await on_stage.say(on_stage.mo, "report")) > 1
        assert await on_stage.say(on_stage.mo, "stop") != []


async def test_nor_one_that_reports_and_stops(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for _ in range(ANYTHING):
            await on_stage.say(cast.rio, "report")
            if not await on_stage.say(cast.rio, "stop"):
                break
        assert await on_stage.say(cast.rio, "report") == []
        assert PAUSE in from_bot(cast.rio)[-1].text
        await on_stage.wait(hours(1.1))
        assert len(await on_stage.say(cast.rio, "report")) > 1


async def test_who_is_reporting_can_always_leave(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await talk(on_stage, cast.rio, "case")
        assert await on_stage.say(cast.rio, "case") == []
        assert "None of it" in "".join(await on_stage.say(cast.rio, "stop"))


async def talk(stage: RelayHarness, phone: Phone, text: str) -> int:
    """Answer every answer of the bot in the same words; return how often it spoke."""
    before = len(from_bot(phone))
    for _ in range(2 * ANYTHING):
        if not await stage.say(phone, text):
            break
    return len(from_bot(phone)) - before
