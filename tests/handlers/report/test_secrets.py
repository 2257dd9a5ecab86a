"""Words that open a report from another phone go to nobody, however they are typed."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from marked import marked_picture
from reporting import send, shown, with_teams, write

WORDS = "kettle ribbon marble pigeon"
KEPT_BACK = "That looks like a passphrase"
SET = "That is set."
KEPT = (
    KEPT_BACK,
    SET,
    "There are words already",
    "did not fit",
    "many tries",
    "To nie pasuje",
    "Did you mean",
)
"""What is answered to whoever types them: each is said of words that stayed with the bot."""

TYPED = (
    f"pasphrase {WORDS}",
    f"pass phrase {WORDS}",
    f"my passphrase is {WORDS}",
    f"My new passphrase: {WORDS}",
    f"the passphrase is going to be {WORDS}",
    f"set passphrase to {WORDS}",
    f"password {WORDS}",
    f"prase {WORDS}",
    f"pharse: {WORDS}",
    f"phrse {WORDS}",
    f"resume {WORDS}",
    f"my four words are {WORDS}",
    f"“pasphrase {WORDS}”",
    "passphrase = my cat sleeps upstairs",
    "my password is my cat sleeps upstairs",
    f"hasło brzmi {WORDS}",
    f"contraseña {WORDS}",
    f"frase: {WORDS}",
    f"şifre {WORDS}",
    f"میرا جملہ {WORDS}",
    f"resum amber river 42 {WORDS}",
    f"wróć amber river 42 {WORDS}",
)
TOLD = (
    "He used a phrase that frightened me",
    "I forgot my passphrase",
    "He has my password and reads my messages",
    "The phrase he said again and again was that nobody would believe me",
    "He resumed shouting when they had gone",
    "I presume he was drunk",
    "Four words: leave me alone, please",
    "volver a casa me da miedo",
    "hasło",
    "It was at the canal bridge near the market",
    "pass the parcel was what they called it",
)
"""Words of a report that begin or go on like those."""


def suggested(stage: RelayHarness) -> str:
    """Words as the bot suggests them."""
    return stage.relay.services.vault.reports.offer_phrase()


@pytest.mark.parametrize("answered", [False, True], ids=["asked", "consented"])
async def test_no_words_go_to_whoever_reads_a_case(on_stage: RelayHarness, answered: bool) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        if answered:
            await on_stage.say(cast.rio, "One thing more.")
            await on_stage.say(cast.rio, "yes")
        alone = suggested(on_stage)
        for text in (*TYPED, alone, f"{name} {alone}", f"{name}: my passphrase is {WORDS}"):
            answers = "\n".join(await on_stage.say(cast.rio, text))
            assert any(one in answers for one in KEPT), (text, answers)
            await on_stage.say(cast.rio, "yes")
        told = shown(cast.una)
        assert not any(word in told for word in (*WORDS.split(), *alone.split(), "upstairs"))


async def test_the_command_sets_it_with_its_other_name_and_with_quotation_marks(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    for number, typed in enumerate(
        ("passphrase {}", "“passphrase {}”", "“phrase {}”", "Passphrase: {}")
    ):
        phone, other = (on_stage.signal.new_phone(f"{who} {number}") for who in ("Old", "New"))
        async with on_stage.running(branch("hackney", on_stage.alex)):
            name = await send(on_stage, phone)
            answers = "\n".join(await on_stage.say(phone, typed.format(WORDS)))
            assert SET in answers, typed
            back = "\n".join(await on_stage.say(other, f"“resume {name} {WORDS}”"))
            assert f"You are back with {name}" in back
    assert "kettle" not in shown(cast.una)


async def test_no_words_become_a_part_of_what_is_being_written(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        # At a question, too.
        for text in (f"phrase {WORDS}", f"resume amber river 42 {WORDS}", *TYPED):
            answers = "\n".join(await on_stage.say(cast.rio, text))
            assert KEPT_BACK in answers or "To wygląda na hasło" in answers, text
        for text in ("1", "0", "It happened."):
            await on_stage.say(cast.rio, text)
        moment = cast.rio.say("And then it went on.")
        await on_stage.settle()
        for text in (f"phrase {WORDS}", f"resume amber river 42 {WORDS}", suggested(on_stage)):
            assert KEPT_BACK in "\n".join(await on_stage.say(cast.rio, text)), text
        cast.rio.edit(moment, f"passphrase {WORDS}")
        await on_stage.settle()
        assert KEPT_BACK in from_bot(cast.rio)[-1].text
        told = await on_stage.say(
            cast.rio, f"my passphrase is {WORDS}", attachments=[marked_picture()]
        )
        assert "file that came with it" in "\n".join(told)
        summary = "\n".join(await on_stage.say(cast.rio, "done"))
        assert "2 messages" in summary or "two messages" in summary, summary
        await on_stage.say(cast.rio, "send")
    assert not any(word in shown(cast.una) for word in WORDS.split())
    assert "And then it went on." in shown(cast.una)


async def test_what_is_told_goes_along_though_it_sounds_like_it(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        for text in TOLD:
            assert KEPT_BACK not in "\n".join(await on_stage.say(cast.rio, text)), text
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
    assert all(text in shown(cast.una) for text in TOLD)


async def test_whoever_has_nothing_here_is_answered_as_before(on_stage: RelayHarness) -> None:
    """What is hidden is given away by no word either."""
    cast, stranger = with_teams(on_stage), on_stage.signal.new_phone("Stranger")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        for text in TYPED[:6]:
            assert await on_stage.say(cast.rio, text) == await on_stage.say(stranger, text)
