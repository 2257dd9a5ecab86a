"""Nothing more from the bot that somebody has not asked for."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from harness.newcomers import Comings
from harness.restoring import restored
from harness.running import RelayHarness

from practice.phones import Phone

SILENT = "From now on I write to you only about what you ask me for"


@pytest.fixture
async def comings(on_stage: RelayHarness) -> AsyncIterator[Comings]:
    chat = on_stage.group("Hackney chat", on_stage.mo, only_admins=False)
    private = on_stage.group("Lavender", on_stage.mo, only_admins=False)
    async with Comings(on_stage, chat, private).running() as running:
        yield running


async def _welcomed(comings: Comings) -> Phone:
    zoe = comings.person("Zoe")
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    assert "To get nothing like that: silence." in comings.said_to(zoe)[0]
    return zoe


async def _ask_members(comings: Comings) -> None:
    alex = comings.stage.alex
    for text in ("ballot Which day?\nTuesday\nFriday", "Friday 6pm", "1", "yes"):
        await comings.stage.say(alex, text)
    await comings.stage.settle()


@pytest.mark.parametrize("typed", ["silence", "Stop", "No more from you!", "stop messaging me"])
async def test_whoever_was_welcomed_says_stop_and_is_left_alone(
    comings: Comings, typed: str
) -> None:
    zoe = await _welcomed(comings)
    assert SILENT in await comings.stage.ask(zoe, typed)
    before = len(comings.said_to(zoe))
    comings.take_out(zoe)
    await comings.look()
    await comings.pass_time(timedelta(days=200))
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    assert len(comings.said_to(zoe)) == before


@pytest.mark.parametrize("typed", ["stop", "quiet hours in the chat?", "leave me alone"])
async def test_whoever_got_nothing_unasked_is_not_taken_at_such_words(
    comings: Comings, typed: str
) -> None:
    bea = comings.stage.bea
    assert SILENT not in await comings.stage.ask(bea, typed)
    assert not comings.stage.relay.services.left_alone.wants(bea.aci)


async def test_who_is_silent_before_they_come_gets_no_welcome(comings: Comings) -> None:
    zoe, ada = comings.person("Zoe"), comings.person("Ada")
    await comings.stage.ask(zoe, "silence")
    for one in (zoe, ada):
        comings.put_in(one)
    await comings.look()
    await comings.pass_time(turns=5)
    assert [len(comings.said_to(one)) for one in (zoe, ada)] == [1, 1]


async def test_what_they_ask_for_still_comes(comings: Comings) -> None:
    zoe = await _welcomed(comings)
    await comings.stage.ask(zoe, "silence")
    assert "You get" in await comings.stage.ask(zoe, "subscribe") or comings.said_to(zoe)
    said = await comings.stage.ask(zoe, "silence")
    assert "You still get announcements here" in said
    assert "no more announcements" in await comings.stage.ask(zoe, "stop messaging me")


async def test_it_is_taken_back(comings: Comings) -> None:
    zoe = await _welcomed(comings)
    assert "so nothing changes" in await comings.stage.ask(zoe, "unsilence")
    await comings.stage.ask(zoe, "silence")
    assert "I may write to you again" in await comings.stage.ask(zoe, "You may write to me again")
    assert not comings.stage.relay.services.left_alone.wants(zoe.aci)


async def test_members_are_asked_but_not_who_is_silent_and_no_number_tells(
    comings: Comings,
) -> None:
    people = [comings.person(name) for name in ("Zoe", "Ada", "Ben", "Cleo", "Dee", "Eli")]
    for one in people:
        comings.put_in(one)
    await comings.look()
    await comings.pass_time(turns=12)
    await comings.stage.ask(people[0], "silence")
    before = [len(comings.said_to(one)) for one in people]
    await _ask_members(comings)
    await comings.pass_time(timedelta(minutes=10), turns=20)
    got = [len(comings.said_to(one)) - n for one, n in zip(people, before, strict=True)]
    assert got == [0, 1, 1, 1, 1, 1], comings.said_to(comings.stage.alex)[-3:]


async def test_nobody_finds_the_account_id_of_who_is_silent_in_the_store(
    comings: Comings,
) -> None:
    zoe = comings.person("Zoe")
    await comings.stage.ask(zoe, "silence")
    rows = comings.stage.store._db.execute("SELECT mark FROM join_marks").fetchall()
    assert len(rows) == 1
    assert zoe.aci.encode() not in bytes(rows[0][0])


async def test_a_restore_does_not_let_it_be_forgotten(on_stage: RelayHarness) -> None:
    chat = on_stage.group("Hackney chat", on_stage.mo, only_admins=False)
    private = on_stage.group("Lavender", on_stage.mo, only_admins=False)
    async with Comings(on_stage, chat, private).running() as comings:
        zoe, yan = comings.person("Zoe"), comings.person("Yan")
        await comings.stage.ask(zoe, "silence")
    before = len(comings.said_to(zoe))
    restored(on_stage, timedelta(hours=1))
    async with on_stage.running(*comings.stage.relay.settings.branches):
        await comings.look()
        comings.put_in(zoe)
        comings.put_in(yan)
        await comings.look()
        await comings.pass_time()
        assert "Welcome to Hackney branch" in comings.said_to(yan)[-1]
        assert comings.said_to(zoe)[before:] == []
