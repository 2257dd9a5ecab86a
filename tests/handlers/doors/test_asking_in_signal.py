"""Somebody asks with Signal's own link: what they hear, how fast, and what Signal does not do."""

from datetime import timedelta

import pytest
from harness.doors import Doorstep
from harness.running import RelayHarness, from_bot

from practice.faults import Fault
from practice.groups import Group
from practice.phones import Phone
from relay.groups.door_rules import MOST_ASKINGS, MOST_OPEN
from relay.groups.requests import JoinRequests, Waiting
from relay.groups.standards import version_of


async def changed(door: Doorstep, group: Group) -> None:
    """Have signal-cli see a group as it is, and the relay look."""
    world = door.stage.signal.world
    world.fetch_group(world.group_chat(group.api_id))
    await door.look()


def agreed(door: Doorstep, *people: Phone) -> None:
    """They have agreed to the standards by now."""
    services = door.stage.relay.services
    with door.stage.store.transaction():
        for one in people:
            version = version_of(services.standards.whole("hackney"))
            services.doors.standards.agree("hackney", one.aci, version)


async def asks(door: Doorstep, who: Phone, group: Group | None = None) -> None:
    """They ask with the link of a group, the committee if none is named, and have agreed before."""
    group = group or door.committee
    agreed(door, who)
    group.requesting.add(who.aci)
    await changed(door, group)


async def turned_down_in_signal(door: Doorstep, who: Phone) -> None:
    """Somebody denies the request in Signal."""
    door.committee.requesting.discard(who.aci)
    await changed(door, door.committee)


def waiting(door: Doorstep) -> list[tuple[Waiting, bool]]:
    return [(one.state, one.by_link) for one in door.stage.store[JoinRequests].all()]


async def test_who_is_turned_down_in_signal_hears_that_it_is_over(door: Doorstep) -> None:
    await asks(door, door.nat)
    await turned_down_in_signal(door, door.nat)
    assert "Your request to join Rent committee is no longer open" in door.heard(door.nat)[-1]
    assert "is no longer open in Signal" in door.heard(door.kit)[-1]
    assert waiting(door) == []


async def test_what_was_asked_of_the_bot_outlives_what_was_asked_in_signal(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    before = len(door.heard(door.nat))
    await asks(door, door.nat)
    await turned_down_in_signal(door, door.nat)
    assert door.heard(door.nat, before) == []
    assert waiting(door) == [(Waiting.ASKED, False)]
    await door.say(door.kit, f"let in {number}")
    await door.look()
    assert door.nat.aci in door.committee.members


async def test_a_refusal_by_the_bot_goes_for_what_was_asked_in_signal_besides(
    door: Doorstep,
) -> None:
    number = await door.asked(door.nat)
    await asks(door, door.nat)
    await door.say(door.kit, f"turn away {number}")
    await door.look()
    assert door.nat.aci not in door.committee.requesting


async def test_who_gathers_vouches_goes_on_when_the_link_came_to_nothing(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    async with door.kept(committee={"entry": "vouched", "keepers": ()}):
        await door.agreed(door.nat, "join 2")
        await asks(door, door.nat)
        await turned_down_in_signal(door, door.nat)
        assert waiting(door) == [(Waiting.VOUCHING, False)]


async def test_who_asks_again_while_being_taken_out_is_heard_once_they_are(
    door: Doorstep,
) -> None:
    world = door.stage.signal.world
    door.mo.say("leave 2")
    await door.stage.signal.signal_cli.drained()
    await door.stage.relay.dispatcher.drain()
    assert waiting(door) == [(Waiting.LEAVING, False)]
    agreed(door, door.mo)
    door.committee.requesting.add(door.mo.aci)
    world.fetch_group(world.group_chat(door.committee.api_id))
    await door.stage.relay.directory.refresh()
    assert waiting(door) == [(Waiting.LEAVING, False)]
    await changed(door, door.committee)
    door.committee.requesting.add(door.mo.aci)
    await changed(door, door.committee)
    assert waiting(door) == [(Waiting.ASKED, True)]


@pytest.mark.parametrize("said", ["turn away", "leave 2"])
async def test_what_signal_does_not_take_away_is_tried_again_each_hour(
    door: Doorstep, said: str
) -> None:
    await asks(door, door.nat)
    number = door.heard(door.kit)[-1].split(":")[0]
    path = f"/v1/groups/{door.stage.signal.number}/{door.committee.api_id}/members"
    door.stage.signal.faults.add(Fault("refuse", method="DELETE", path=path, text="Sorry"))
    if said == "leave 2":
        await door.say(door.nat, said)
    else:
        await door.say(door.kit, f"{said} {number}")
    await door.look()
    assert waiting(door) == []
    assert door.nat.aci in door.committee.requesting
    await door.stage.wait(timedelta(minutes=61))
    await door.look()
    assert door.nat.aci not in door.committee.requesting
    assert waiting(door) == []


async def test_many_who_ask_in_signal_are_heard_within_the_limits_and_written_to_in_turn(
    door: Doorstep,
) -> None:
    people = [door.stage.signal.new_phone(f"Sam {place}") for place in range(MOST_OPEN + 3)]
    agreed(door, *people)
    door.committee.requesting.update(one.aci for one in people)
    await changed(door, door.committee)
    assert len(waiting(door)) == MOST_OPEN
    assert sum(bool(from_bot(one)) for one in people) == 1
    for _ in range(3):
        await door.stage.wait(timedelta(seconds=15))
    assert sum(bool(from_bot(one)) for one in people) == 4
    # After a restart or not, nobody is written to twice, and keepers are reminded of all at once.
    before = len(door.heard(door.kit))
    await door.stage.wait(timedelta(hours=25))
    said = door.heard(door.kit, before)
    assert said == [f"{MOST_OPEN} requests wait for an answer of yours. To see them all: requests"]
    assert all(len(from_bot(one)) <= 1 for one in people)
    before = len(door.heard(door.kit))
    await door.stage.wait(timedelta(days=14))
    told = door.heard(door.kit, before)
    assert told[0] == f"{MOST_OPEN} requests have ended: nobody answered for two weeks."


async def test_one_person_rings_with_the_link_a_few_times_a_day(door: Doorstep) -> None:
    rung = len(door.heard(door.kit))
    for _ in range(MOST_ASKINGS + 3):
        await asks(door, door.nat)
        await turned_down_in_signal(door, door.nat)
    told = [one for one in door.heard(door.kit, rung) if "let in" in one]
    assert len(told) == MOST_ASKINGS
