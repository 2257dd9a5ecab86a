"""Whom a matter is about that names nobody, and who may know of a matter at all."""

import re
from datetime import timedelta

import pytest
from harness.complaints import Chat
from harness.deciding import NOTE, REMOVAL, Moot

from relay.groups.drawing import draw

WORDS = ("4", "Two people have left.", "They called others names.", "1")


async def about_nobody(chat: Chat) -> str:
    """Have Mo complain of nobody in particular; return the number."""
    said = await chat.play(chat.mo, "complain", "none", "1", "skip", "4", "I cannot sleep", "no")
    found = re.search(r"number (\d+)", await chat.say(chat.mo, "yes"))
    assert found is not None, said
    return found[1]


async def picked(chat: Chat, name: str, number: str) -> str:
    """Let Cai pick somebody by name; return what is asked then."""
    listed = await chat.say(chat.cai, f"decide {number}")
    line = next(one for one in listed.splitlines() if one.endswith(name))
    return await chat.say(chat.cai, line.split(".")[0])


async def test_who_picks_the_wrong_one_and_stops_shuts_nobody_out(chat: Chat) -> None:
    async with chat.open():
        number = await about_nobody(chat)
        assert "is about Bea Moss" in await picked(chat, "Bea Moss", number)
        assert "nobody was named" in await chat.say(chat.bea, f"complaint {number}")
        await chat.say(chat.cai, "stop")
        assert "nobody was named" in await chat.say(chat.bea, f"complaint {number}")
        assert "is about Ned Neighbour" in await picked(chat, "Ned Neighbour", number)


async def test_with_the_yes_the_matter_is_about_them(chat: Chat) -> None:
    async with chat.open():
        number = await about_nobody(chat)
        await picked(chat, "Ned Neighbour", number)
        said = await chat.play(chat.cai, "no", *WORDS, "yes")
        assert "is decided" in said
        assert "About: Ned" in await chat.say(chat.bea, f"complaint {number}")
        assert "the moderators of Hackney branch" in "\n".join(chat.heard(chat.ned))


async def test_two_who_pick_different_people_decide_about_one(chat: Chat) -> None:
    async with chat.open():
        number = await about_nobody(chat)
        await picked(chat, "Ned Neighbour", number)
        await chat.play(chat.cai, "no", *WORDS)
        listed = await chat.say(chat.bea, f"decide {number}")
        line = next(one for one in listed.splitlines() if one.endswith("Mo Member"))
        await chat.play(chat.bea, line.split(".")[0], "no", *WORDS, "yes")
        said = await chat.say(chat.cai, "yes")
        assert "about somebody else" in said
        assert chat.heard(chat.ned) == []


_TYPED = (
    "complaint {}",
    "ask {} When was that?",
    "offer {}",
    "close {} They have talked it over",
    "talk {}",
    "talk {} Hello, can we talk?",
    "decide {}",
    "decision {}",
    "decision yes {}",
    "decision no {}",
    "decision pass {}",
    "lift {}",
    "undo {}",
    "shorten {} 3 days",
    "shorten {} 400 days",
    "out {}",
    "appeal {}",
    "appeal {} uphold It was meant for one person",
    "decisions {}",
)


@pytest.mark.parametrize("step", [NOTE, REMOVAL])
async def test_for_whoever_is_left_out_what_was_decided_is_as_unknown_as_any(
    moot: Moot, step: str
) -> None:
    async with moot.open():
        number = moot.matter(excluded=(moot.dee.aci,))
        await moot.decided(moot.bea, number, step)
        if step == REMOVAL:
            await moot.say(moot.cai, f"decision yes {number}")
        await moot.look()
        await moot.say(moot.mo, f"appeal {number} It was a quotation")
        other = draw(100, 999, number.__eq__)
        for typed in _TYPED:
            await moot.stage.wait(timedelta(hours=1))
            said = await moot.say(moot.dee, typed.format(number))
            await moot.say(moot.dee, "stop")
            same = await moot.say(moot.dee, typed.format(other))
            await moot.say(moot.dee, "stop")
            assert said.replace(str(number), "N") == same.replace(str(other), "N"), typed
