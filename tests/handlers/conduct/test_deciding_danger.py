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
