"""Whoever asks with Signal's own link says yes to the standards first, as everybody does."""

from datetime import timedelta

from harness.doors import Doorstep
from harness.running import RelayHarness, from_bot

from practice.phones import Phone
from relay.groups.requests import JoinRequests, Waiting


async def _asks(door: Doorstep, who: Phone) -> None:
    door.committee.requesting.add(who.aci)
    world = door.stage.signal.world
    world.fetch_group(world.group_chat(door.committee.api_id))
    await door.look()
    await door.stage.wait(timedelta(seconds=15))


def _states(door: Doorstep) -> list[Waiting]:
    return [one.state for one in door.stage.store[JoinRequests].all()]


async def test_nobody_is_asked_before_they_have_said_yes(door: Doorstep) -> None:
    before = len(from_bot(door.kit))
    await _asks(door, door.nat)
    assert "To go on, write to me: join 2" in door.heard(door.nat)[-1]
    [early] = door.heard(door.kit, before)
    assert "has not said yes to what the branch expects" in early
    number = early.split(":")[0]
    question = from_bot(door.kit)[-1]
    assert "There is no open request" in await door.say(door.kit, f"let in {number}")
    door.kit.react(question.timestamp, "👍")
    await door.look()
    assert door.nat.aci in door.committee.requesting
    assert "What we expect of each other" in await door.say(door.nat, "join 2")
    assert "Would you tell them" in await door.say(door.nat, "yes")
    await door.say(door.nat, "I rent.")
    assert _states(door) == [Waiting.ASKED]
    assert f"{number}: “Nat Newcomer” wants to join" in door.heard(door.kit)[-1]
    await door.say(door.kit, f"let in {number}")
    await door.look()
    assert door.nat.aci in door.committee.members
    assert door.nat.aci not in door.committee.requesting


async def test_a_mere_yes_goes_on_and_a_no_to_the_standards_lets_nobody_in(door: Doorstep) -> None:
    await _asks(door, door.nat)
    assert "What we expect of each other" in await door.say(door.nat, "Yes")
    assert "You have not joined" in await door.say(door.nat, "no")
    assert _states(door) == [Waiting.AGREEING]
    await door.say(door.nat, "leave 2")
    await door.look()
    assert _states(door) == []
    assert door.nat.aci not in door.committee.requesting


async def test_whoever_is_not_reached_is_explained_to_keepers_and_ends_after_two_weeks(
    door: Doorstep,
) -> None:
    await door.say(door.nat, "silence")
    heard = len(from_bot(door.nat))
    await _asks(door, door.nat)
    before = len(from_bot(door.kit))
    await door.stage.wait(timedelta(hours=49))
    [late] = door.heard(door.kit, before)
    assert "they can write to me: join 2" in late
    await door.stage.wait(timedelta(days=13))
    await door.look()
    assert _states(door) == []
    assert door.nat.aci not in door.committee.requesting
    assert len(from_bot(door.nat)) == heard


async def test_an_open_group_with_a_link_asks_for_the_yes_alone(on_stage: RelayHarness) -> None:
    async with Doorstep(on_stage).kept(committee={"entry": "open"}) as door:
        before = len(from_bot(door.kit))
        await _asks(door, door.nat)
        assert len(from_bot(door.kit)) == before
        await door.say(door.nat, "join 2")
        await door.say(door.nat, "yes")
        await door.look()
        assert door.nat.aci in door.committee.members
