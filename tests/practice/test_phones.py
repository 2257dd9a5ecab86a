"""Phones in a test: waiting, and what each one holds."""

import asyncio

import pytest

from practice.groups import Permission
from practice.people import NumberSharing
from practice.refusals import ApiCrashed, Refusal
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.world import World


async def test_next_returns_each_message_once_and_in_order(signal: PracticeSignal) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("Hackney", [ada, bob])
    ada.say("one", group)
    ada.say("two", group)
    assert [(await bob.next(group)).text for _ in range(2)] == ["one", "two"]
    with pytest.raises(TimeoutError):
        await bob.next(group, within=0.01)
    waiting = asyncio.create_task(bob.next(group))
    await asyncio.sleep(0)
    ada.say("three", group)
    assert (await waiting).text == "three"


async def test_nobody_is_shown_what_they_wrote_themselves(signal: PracticeSignal) -> None:
    ada = signal.new_phone("Ada")
    ada.say("hello")
    with pytest.raises(TimeoutError):
        await ada.next(within=0.01)


async def test_a_skipped_message_is_not_next(signal: PracticeSignal) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    ada.say("one", bob.aci)
    bob.skip()
    ada.say("two", bob.aci)
    assert (await bob.next(ada.aci)).text == "two"
    ada.react(ada.messages(bob.aci)[0].timestamp, to=bob.aci, author=ada.aci)
    assert (await bob.next_anywhere(["reaction"])).detail == "👍"


async def test_a_number_is_on_the_screen_only_if_it_is_shown(signal: PracticeSignal) -> None:
    ada = signal.new_phone("Ada", number="+447700900001")
    bob = signal.new_phone("Bob", number="+447700900002", sharing=NumberSharing.SHOWN)
    group = signal.new_group("Hackney", [ada, bob])
    ada.say("a", group)
    bob.say("b", group)
    numbers = [seen.sender_number for seen in ada.messages(group)]
    assert numbers == [None, "+447700900002"]


async def test_an_app_does_not_let_people_write_where_only_admins_may(
    signal: PracticeSignal,
) -> None:
    ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
    group = signal.new_group("News", [ada], admins=[bob], send_messages=Permission.ONLY_ADMINS)
    with pytest.raises(Refusal):
        ada.say("x", group)
    ada.react(bob.say("y", group), to=group, author=bob.aci)
    ada.leave(group)
    with pytest.raises(Refusal):
        ada.say("x", group)


async def test_the_world_can_be_waited_for(signal: PracticeSignal) -> None:
    ada = signal.new_phone("Ada")
    waiting = asyncio.create_task(
        signal.world.events.until(lambda: len(ada.messages()) == 2, within=5)
    )
    for text in ("one", "two"):
        ada.say(text)
        await asyncio.sleep(0)
    await waiting


async def test_a_cleared_world_holds_only_the_bot(signal: PracticeSignal) -> None:
    ada = signal.new_phone("Ada", number="+447700900001")
    signal.new_group("Hackney", [ada])
    signal.world.clear()
    assert list(signal.world.people) == [signal.world.account.aci]
    assert signal.world.chats == {}
    with pytest.raises(KeyError):
        signal.phone("+447700900001")
    again = signal.new_phone("Ada", number="+447700900001")
    again.say("hello")
    assert [seen.text for seen in again.messages()] == ["hello"]


async def test_a_server_that_is_ended_during_a_slow_call_does_not_linger(
    signal: PracticeSignal,
) -> None:
    signal.tuning.latency = 600.0
    calling = asyncio.create_task(signal.signal_cli.call("listAccounts", lambda forced: None))
    await asyncio.sleep(0)
    await signal.stop()
    with pytest.raises(ApiCrashed):
        async with asyncio.timeout(1):
            await calling


async def test_messages_disappear_from_when_they_are_read() -> None:
    moment = [1_000_000]
    async with practice_signal(World(time=lambda: moment[0])) as signal:
        ada, bob = signal.new_phone("Ada"), signal.new_phone("Bob")
        group = signal.new_group("Hackney", [ada, bob])
        ada.set_timer(60, group)
        stamp = ada.say("for a minute", group)

        moment[0] += 59_999
        assert [m.text for m in ada.messages(group)] == ["for a minute"]
        bob.acknowledge([stamp], "read", to=ada.person)
        moment[0] += 1
        assert ada.messages(group) == []
        assert [m.text for m in bob.messages(group)] == ["for a minute"]
        bob.acknowledge([stamp], "viewed", to=ada.person)
        moment[0] += 59_999
        assert bob.messages(group) == []


async def test_messages_without_a_timer_stay(signal: PracticeSignal) -> None:
    ada = signal.new_phone("Ada")
    stamp = ada.say("hello")
    ada.acknowledge([stamp], to=ada.person)
    assert [m.text for m in ada.messages()] == ["hello"]
