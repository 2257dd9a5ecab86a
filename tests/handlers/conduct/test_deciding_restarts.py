"""The relay is killed at each step of a decision: nothing happens twice, and nothing is lost."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from harness.deciding import REMOVAL, TIMEOUT, Moot
from harness.running import RelayHarness

from practice.faults import Fault
from practice.groups import Group
from relay.conduct.tables.decisions import EffectTable

GROUPS = 50


def _notices(moot: Moot) -> int:
    return sum("This is from the moderators" in one for one in moot.heard(moot.mo))


async def _said_only(moot: Moot, text: str) -> None:
    """Have something taken into the inbox, and nothing done about it."""
    moot.bea.say(text)
    await moot.stage.signal.signal_cli.drained()


async def _handled(moot: Moot, text: str) -> None:
    """Have it handled, and nothing sent."""
    await _said_only(moot, text)
    await moot.stage.relay.dispatcher.drain()


async def _went_round(moot: Moot, text: str) -> None:
    """Have the notice queued as well."""
    await _handled(moot, text)
    await moot.stage.relay.go_round()


async def _one_sent(moot: Moot, text: str) -> None:
    """Have one delivery go out."""
    await _went_round(moot, text)
    for lane in moot.stage.relay.lanes:
        await lane.step()


async def _all_sent(moot: Moot, text: str) -> None:
    """Have all of them go out, and no look at the groups follow."""
    await moot.say(moot.bea, text)


@pytest.mark.parametrize("step", [_said_only, _handled, _went_round, _one_sent, _all_sent])
async def test_a_timeout_is_carried_out_once_wherever_it_was_interrupted(
    moot: Moot, step: Callable[[Moot, str], Awaitable[None]]
) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        told = _notices(moot)
        await moot.shown(moot.bea, moot.matter(), TIMEOUT, "all", "3")
        await step(moot, "yes")
    async with moot.open():
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert not moot.is_in(moot.mo, moot.area)
        assert _notices(moot) == told + 1
        assert len(moot.stage.store[EffectTable].all()) == 2


@pytest.mark.parametrize("rounds", [0, 1, 2, 4])
async def test_a_return_comes_about_once_wherever_it_was_interrupted(
    moot: Moot, rounds: int
) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        await moot.decided(moot.bea, moot.matter(), TIMEOUT, "all", "3")
        await moot.look()
        moot.stage.clock.move(timedelta(days=3))
        await moot.stage.relay.go_round()
        for _ in range(rounds):
            for lane in moot.stage.relay.lanes:
                await lane.step()
    async with moot.open():
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        assert sum("time-out is over" in one for one in moot.heard(moot.mo)) == 1
        assert moot.stage.store[EffectTable].all() == []


async def test_a_return_that_was_missed_while_the_relay_was_down_comes_at_its_start(
    moot: Moot,
) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        await moot.decided(moot.bea, moot.matter(), TIMEOUT, "1", "3")
        await moot.look()
    moot.stage.clock.move(timedelta(days=5))
    async with moot.open():
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)


async def test_a_thumb_that_came_before_a_kill_decides_after_it(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        moot.cai.say(f"decision yes {number}")
        await moot.stage.signal.signal_cli.drained()
    async with moot.open():
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert "It is decided" in "\n".join(moot.heard(moot.cai))


def _still_in(moot: Moot) -> list[Group]:
    return [group for group in moot.groups if moot.is_in(moot.mo, group)]


async def test_what_signal_refuses_in_many_groups_is_told_of_once(on_stage: RelayHarness) -> None:
    await on_stage.open_rpc()
    moot = Moot(on_stage, more_groups=5)
    async with moot.open():
        on_stage.signal.put_in_the_way(Fault("refuse", times=None, method="RPC", text="No"))
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        await moot.say(moot.cai, f"decision yes {number}")
        await moot.look()
        told = [one for one in moot.heard(moot.dee) if "I could not" in one]
        assert len(told) == 2
        assert all("Chat, Area, Other, Group 0" in one for one in told)
        assert not any(moot.is_in(moot.mo, group) for group in moot.groups)
        assert moot.stage.store[EffectTable].all() == []


async def test_out_of_fifty_groups_of_which_some_fail_and_the_relay_dies_meanwhile(
    on_stage: RelayHarness,
) -> None:
    moot = Moot(on_stage, more_groups=GROUPS - 3)
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        stubborn = moot.many[7]
        for _ in range(12):
            path = f"/v1/groups/{on_stage.signal.number}/{stubborn.api_id}/members"
            on_stage.signal.faults.add(Fault("refuse", method="DELETE", path=path, text="No"))
        path = f"/v1/groups/{on_stage.signal.number}/{moot.many[3].api_id}/members"
        on_stage.signal.faults.add(Fault("refuse", method="DELETE", path=path, text="No"))
        moot.cai.say(f"decision yes {number}")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()
        await on_stage.relay.go_round()
        for _ in range(20):
            for lane in on_stage.relay.lanes:
                await lane.step()
        assert 0 < len(_still_in(moot)) < GROUPS - 1
    async with moot.open():
        for _ in range(5):
            await moot.look()
            await on_stage.wait(timedelta(minutes=11))
        assert _still_in(moot) == [stubborn]
        told = [one for one in moot.heard(moot.bea) if "could not take Mo Member out" in one]
        assert len(told) == 1
        assert "Group 7" in told[0]
        assert "Group 8" not in told[0]
        assert _notices(moot) == 1
        stubborn.members.pop(moot.mo.aci)
        await moot.look()
        assert on_stage.store[EffectTable].all() == []
