"""Out of a group that the bot cannot change, before it has looked, or that it no longer keeps."""

import re

from harness.doors import CAUCUS, Doorstep
from harness.running import RelayHarness

from relay.groups.requests import JoinRequests, Waiting
from relay.groups.tables import KeptGroups, Standing


async def test_where_the_bot_is_no_admin_they_read_how_to_leave_and_take_back(
    door: Doorstep,
) -> None:
    await door.asked(door.nat)
    door.committee.admins.clear()
    world = door.stage.signal.world
    world.fetch_group(world.group_chat(door.committee.api_id))
    await door.look()
    assert "I can take nobody out of Rent committee" in await door.say(door.mo, "leave 2")
    assert "I can take nobody out" in await door.say(door.mo, "leave Rent committee")
    assert "taken that back" in await door.say(door.nat, "leave 2")
    assert door.stage.store[JoinRequests].all() == []


async def test_before_the_first_look_nobody_is_taken_out(door: Doorstep) -> None:
    doors = door.stage.relay.services.doors
    doors.admins.note([])
    assert "try again in a minute" in await door.say(door.mo, "leave 1")
    assert door.stage.store[JoinRequests].all() == []
    await door.look()
    assert "I am taking you out" in await door.say(door.mo, "leave 1")


async def test_what_was_asked_of_a_group_that_is_handed_over_ends_and_both_hear_so(
    door: Doorstep,
) -> None:
    number = await door.asked(door.nat, CAUCUS)
    await door.say(door.kit, "groups hand over 3")
    await door.say(door.kit, "yes")
    await door.look()
    kept = door.stage.store[KeptGroups].numbered(3)
    assert kept is not None
    assert kept.standing is Standing.HANDED_OVER
    assert door.stage.store[JoinRequests].all() == []
    assert "no longer among those I look after" in door.heard(door.nat)[-1]
    assert any(f"Request {number} has ended, because" in one for one in door.heard(door.kit))


async def test_who_was_added_by_hand_does_not_vouch_for_a_week(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept(committee={"entry": "vouched", "keepers": ()}):
        world = on_stage.signal.world
        world.join(world.group_chat(door.committee.api_id), door.kay.aci)
        await door.look()
        code = re.search(r"\b[A-Z2-9]{8}\b", await door.agreed(door.nat, "join 2"))
        assert code is not None
        assert "less than a week" in await door.say(door.kay, f"vouch {code[0]}")
        assert [one.state for one in on_stage.store[JoinRequests].all()] == [Waiting.VOUCHING]
