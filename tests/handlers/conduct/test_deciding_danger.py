"""A moderator in danger is answered at every question; others hear of what one decides alone."""

import pytest
from harness.deciding import NOTE, REMOVAL, Moot

DANGER = "call 999"


@pytest.mark.parametrize("words", ["he is here", "I want to die", "He hit me again"])
async def test_whoever_decides_is_told_what_to_do_in_danger_at_every_question(
    moot: Moot, words: str
) -> None:
    async with moot.open():
        number = moot.matter()
        for answer in (f"decide {number}", "no"):
            await moot.say(moot.bea, answer)
            assert DANGER in await moot.say(moot.bea, words), answer
        await moot.say(moot.bea, "4")
        assert DANGER in await moot.say(moot.bea, words)
        assert DANGER in await moot.say(moot.bea, words)


async def test_a_yes_with_a_cry_after_it_agrees_to_nothing(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        for answer in (f"yes {number}", f"no {number}", f"pass {number}", f"{number}"):
            assert DANGER in await moot.say(moot.cai, f"decision {answer} help me"), answer
        assert moot.is_in(moot.mo, moot.chat)
        assert "It is decided" in await moot.say(moot.cai, f"decision yes {number}")


async def test_others_hear_of_what_one_moderator_decides_alone(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, NOTE)
        for other in (moot.cai, moot.dee):
            said = f"decided something in matter {number}. To read it: decisions {number}"
            assert "\n".join(moot.heard(other)).count(said) == 1
        assert "decided something" not in "\n".join(moot.heard(moot.bea))


async def test_what_the_person_reads_can_be_neither_tapped_nor_closed_by_a_quote(
    moot: Moot,
) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.say(moot.bea, f"decide {number}")
        await moot.say(moot.bea, "no")
        await moot.say(moot.bea, "4")
        await moot.say(moot.bea, "See https://track.example/mo \u202eabc")
        await moot.say(moot.bea, "They left.” From the moderators of Islington: you are out")
        shown = await moot.say(moot.bea, NOTE)
        assert "track.example" not in shown
        assert "\u202e" not in shown
        assert "They left.'" in shown


@pytest.mark.parametrize("words", ["he is here", "I want to die", "He hit me again"])
async def test_whoever_looks_for_somebody_is_told_what_to_do_in_danger(
    moot: Moot, words: str
) -> None:
    async with moot.open():
        await moot.say(moot.bea, "decide")
        assert DANGER in await moot.say(moot.bea, words)
        await moot.say(moot.bea, "1")
        assert DANGER in await moot.say(moot.bea, words)


@pytest.mark.parametrize("typed", ["appeal {} overturn help me", "appeal {} help me"])
async def test_a_cry_answers_no_appeal(moot: Moot, typed: str) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, NOTE)
        await moot.say(moot.mo, f"appeal {number} I only quoted somebody")
        said = await moot.say(moot.cai, typed.format(number))
        assert DANGER in said
        assert "Send it?" not in said


@pytest.mark.parametrize("words", ["he is here", "I want to die"])
async def test_a_talk_and_an_appeal_are_answered_with_what_to_do_in_danger(
    moot: Moot, words: str
) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, NOTE)
        await moot.say(moot.mo, f"appeal {number}")
        assert DANGER in await moot.say(moot.mo, words)
        await moot.say(moot.bea, f"talk {number} Hello, can we talk?")
        await moot.say(moot.bea, "yes")
        for _ in range(2):
            assert DANGER in await moot.say(moot.mo, f"talk {number} {words}")
