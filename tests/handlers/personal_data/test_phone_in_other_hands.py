"""Somebody else holds the phone, and asks what is kept, or would have it destroyed."""

import pytest
from harness.remembered import WORDS, Remembered
from harness.running import RelayHarness, branch, from_bot
from reporting import TELLING, send, with_teams, write

from practice.phones import Phone

ASKS = ("about me", "what do you know about me", "about me file", "forget me", "no", "privacy")
CODEWORD = "garden party"


async def said(stage: RelayHarness, phone: Phone, text: str) -> list[tuple[str, list[bytes]]]:
    """What the bot answers, with what is in its files."""
    before = len(from_bot(phone))
    await stage.say(phone, text)
    new = from_bot(phone)[before:]
    return [(one.text, [file.data for file in one.attachments]) for one in new]


async def gets_what_a_stranger_gets(stage: RelayHarness, phone: Phone) -> None:
    """Whoever asks on that phone reads, word for word, what a stranger reads."""
    stranger = stage.signal.new_phone("Stranger")
    for text in ASKS:
        assert await said(stage, phone, text) == await said(stage, stranger, text), text


@pytest.mark.parametrize("word", ["report", CODEWORD])
async def test_of_a_report_nothing_is_told_whether_it_is_hidden_or_not(
    on_stage: RelayHarness, word: str
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "It happened on Friday", word=word)
        await gets_what_a_stranger_gets(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        await gets_what_a_stranger_gets(on_stage, cast.rio)


async def test_nor_of_one_that_is_half_written_and_hidden(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened on Friday, when he had locked the hall")
        await on_stage.say(cast.rio, "hide")
        await gets_what_a_stranger_gets(on_stage, cast.rio)


async def test_nor_where_it_has_had_an_answer_that_waits(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "It happened on Friday")
        await on_stage.say(cast.rio, "hide")
        await on_stage.say(cast.una, f"{name}: We are here")
        await on_stage.say(cast.una, "yes")
        await gets_what_a_stranger_gets(on_stage, cast.rio)


async def test_nor_of_a_complaint(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        world = cast.stage.signal.world
        twins = [cast.stage.signal.new_phone(name) for name in ("Castor", "Pollux")]
        for twin in twins:
            world.join(world.group_chat(cast.chat.api_id), twin.aci)
        await cast.look()
        assert "is number" in await cast.complain(twins[0])
        for text in ASKS:
            first, second = [await said(cast.stage, twin, text) for twin in twins]
            assert first == second, text


async def test_forget_me_destroys_no_report_and_no_complaint(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running():
        sent = await cast.complain()
        number = sent.split("complaint is number ")[1].split(".")[0]
        await cast.report()
        assert "Reports of harm and complaints are not touched" in await cast.say(
            cast.zeb, "forget me"
        )
        await cast.say(cast.zeb, "leave")
        await cast.look()
        assert WORDS["complaint"] in await cast.say(cast.dee, f"complaint {number}")
        [name] = cast.cases()
        assert any(WORDS["report"] in one.text for one in from_bot(cast.una) if not one.deleted)
        assert "It has been waiting for an answer" in await cast.say(cast.una, f"case {name}")
        # Its writer, who knows what it is called, still gets what is answered.
        assert name in await cast.say(cast.zeb, name)


async def test_what_is_said_names_no_private_group(remembered: Remembered) -> None:
    cast = remembered
    async with cast.running(approvals=1):
        await cast.do_everything()
        await cast.play(cast.zeb, "join Queer caucus", "yes", "I am one")
        for text in ("about me", "forget me", "leave"):
            assert "caucus" not in (await cast.say(cast.zeb, text)).casefold()


async def test_in_a_discreet_chat_only_what_everybody_reads_tells(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "It happened on Friday", word=CODEWORD)
        text = await on_stage.ask(cast.rio, "about me")
        stranger = on_stage.signal.new_phone("Stranger")
        assert text == await on_stage.ask(stranger, "about me")
        # That there is a way to report is said to everybody, as in the help.
        assert TELLING.search(text)


async def test_while_a_report_is_written_the_words_are_part_of_it(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened on Friday")
        for text in ("about me", "forget me"):
            assert "destroy this now" not in "".join(await on_stage.say(cast.rio, text))
            assert "What I keep of you" not in "".join(await on_stage.say(cast.rio, text))
