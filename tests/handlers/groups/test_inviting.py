"""Who was invited and hangs learns how to get in, once; who looks after the group knows of it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from harness.newcomers import Comings
from harness.running import RelayHarness

from practice.groups import Group
from practice.phones import Phone
from relay.groups.newcomers import INVITED_FOR


@pytest.fixture
async def comings(on_stage: RelayHarness) -> AsyncIterator[Comings]:
    chat = on_stage.group("Hackney chat", on_stage.mo, only_admins=False)
    private = on_stage.group("Lavender", on_stage.mo, only_admins=False)
    async with Comings(on_stage, chat, private).running() as running:
        yield running


def invite(comings: Comings, phone: Phone, group: Group) -> None:
    """Somebody in the group adds them, of whom nothing is known yet."""
    phone.person.profile_key = False
    world = comings.stage.signal.world
    world.add_or_invite(world.group_chat(group.internal_id), phone.aci)


async def test_an_invitation_that_hangs_is_explained_to_both_sides_and_joined_by_a_word(
    comings: Comings,
) -> None:
    zoe, alex = comings.person("Zoe"), comings.stage.alex
    invite(comings, zoe, comings.chat)
    await comings.look()
    before = len(comings.said_to(alex))
    await comings.pass_time(INVITED_FOR)
    [told] = comings.said_to(zoe)
    assert "You were invited to Hackney chat" in told
    assert "join 1" in told
    [keeper] = comings.said_to(alex)[before:]
    assert keeper.startswith("Somebody who was invited to Hackney chat is not in it yet")
    await comings.pass_time(timedelta(days=2))
    assert len(comings.said_to(zoe)) == 1
    # To write to the bot gives it the key without which there was only an invitation.
    zoe.person.profile_key = True
    await comings.stage.say(zoe, "join 1")
    await comings.stage.say(zoe, "yes")
    await comings.look()
    assert zoe.aci in comings.chat.members
    assert comings.chat.invited == set()


async def test_who_was_invited_to_a_private_group_reads_no_name_of_it_and_waits_for_nobody(
    comings: Comings,
) -> None:
    zoe = comings.person("Zoe")
    invite(comings, zoe, comings.private)
    await comings.look()
    await comings.pass_time(INVITED_FOR)
    [told] = comings.said_to(zoe)
    assert "You were invited to a group of Hackney branch" in told
    assert "Lavender" not in told
    zoe.person.profile_key = True
    await comings.stage.say(zoe, "join lavender")
    await comings.stage.say(zoe, "yes")
    await comings.look()
    # Whoever looks after it has invited them already.
    assert zoe.aci in comings.private.members


async def test_an_invitation_that_is_accepted_soon_is_not_spoken_of(comings: Comings) -> None:
    zoe, alex = comings.person("Zoe"), comings.stage.alex
    invite(comings, zoe, comings.chat)
    await comings.look()
    before = len(comings.said_to(alex))
    zoe.join(comings.chat)
    await comings.look()
    await comings.pass_time(INVITED_FOR)
    assert [text.split()[0] for text in comings.said_to(zoe)] == ["Welcome"]
    assert comings.said_to(alex)[before:] == []


async def test_many_that_hang_are_one_line_for_the_keepers_and_one_each_in_turn(
    comings: Comings,
) -> None:
    crowd, alex = [comings.person(f"N{index}") for index in range(20)], comings.stage.alex
    for one in crowd:
        invite(comings, one, comings.chat)
    await comings.look()
    before = len(comings.said_to(alex))
    await comings.pass_time(INVITED_FOR, turns=5)
    assert sum(bool(comings.said_to(one)) for one in crowd) == 5
    await comings.pass_time(turns=20)
    assert all(len(comings.said_to(one)) == 1 for one in crowd)
    [told] = comings.said_to(alex)[before:]
    assert told.startswith("20 people who were invited to Hackney chat are not in it yet")
    for one in crowd:
        one.decline(comings.chat)
    await comings.look()
    invite(comings, crowd[0], comings.chat)
    await comings.look()
    await comings.pass_time(INVITED_FOR)
    assert len(comings.said_to(crowd[0])) == 1
    assert len(comings.said_to(alex)) == before + 1
