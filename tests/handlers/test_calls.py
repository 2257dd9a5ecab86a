"""Somebody rings, or changes a message into a cry for help: they are answered at once."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import send, with_teams, write

from practice import envelopes, rare_traffic, traffic
from practice.messages import Content
from practice.phones import Phone

DANGER = "999"


async def ring(stage: RelayHarness, phone: Phone, call: int) -> list[str]:
    """Ring the bot, as the API tells of it; return what it answers."""
    before = len(from_bot(phone))
    bot = stage.signal.world.account.self_
    rare_traffic.call(stage.signal.world, phone.person, bot, envelopes.call_offer(call))
    await stage.settle()
    return [message.text for message in from_bot(phone)[before:]]


@pytest.mark.parametrize("where", ["nowhere", "draft", "case", "admin", "officer"])
async def test_whoever_rings_is_told_that_nobody_answers(
    on_stage: RelayHarness, where: str
) -> None:
    cast = with_teams(on_stage)
    who = {"admin": on_stage.alex, "officer": cast.una}.get(where, cast.rio)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        if where == "draft":
            await write(on_stage, who, "He hit me.")
        elif where == "case":
            await send(on_stage, who, "He hit me.")
        (said,) = await ring(on_stage, who, 2**63 + 5)
        assert said.index(DANGER) < said.index("I cannot be rung")
        for word in ("report", "case", "note", "draft"):
            assert word not in said.split("I cannot be rung")[1]
        if where == "draft":
            # What they are in the middle of goes on.
            assert "one message" in "\n".join(await on_stage.say(who, "done"))


async def test_an_edit_of_a_member_is_said_not_to_be_read(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        at = on_stage.mo.say("lunch?")
        await on_stage.settle()
        before = len(from_bot(on_stage.mo))
        traffic.edit(
            on_stage.mo.world,
            on_stage.mo.person,
            on_stage.mo.chat(None),
            at,
            Content("he is here, help me please"),
        )
        await on_stage.settle()
        (said,) = (message.text for message in from_bot(on_stage.mo)[before:])
        assert DANGER in said
        assert "send them as a new message" in said
