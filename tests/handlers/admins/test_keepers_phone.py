"""A keeper of a group with a new phone, and somebody who has taken a keeper's number over."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from harness.doors import CAUCUS, Doorstep
from harness.running import RelayHarness, from_bot

WAITS = "What you can do as a keeper of a group waits for you just now"


@pytest.fixture
async def door(on_stage: RelayHarness) -> AsyncIterator[Doorstep]:
    """The relay runs, the groups are kept, and everybody's key has been seen."""
    step = Doorstep(on_stage)
    async with step.kept():
        await step.asked(step.nat)
        await on_stage.watch()
        yield step


def _read(door: Doorstep, who: str) -> str:
    return "\n".join(door.heard(getattr(door, who)))


async def test_what_a_keeper_may_do_waits_until_an_admin_confirms(door: Doorstep) -> None:
    request = from_bot(door.kit)[-1]
    number = request.text.split(":")[0]
    door.kit.change_safety_number()
    for text in (f"let in {number}", f"turn away {number}", "requests", "groups hand over 3"):
        answer = await door.say(door.kit, text)
        assert WAITS in answer, text
        assert "an admin, or one of the safeguarding officers" in answer
    door.kit.react(request.timestamp, "👍")
    await door.look()
    assert door.nat.aci not in door.committee.members
    assert "open to all" in await door.say(door.kit, "groups")
    told = [text for text in door.heard(door.alex) if "type confirm keeper 1" in text]
    assert len(told) == 1
    assert "a keeper of a group of Hackney branch" in told[0]
    assert "Kit" not in told[0]
    assert CAUCUS not in told[0]
    assert "Confirmed. They can work as a keeper" in await door.say(door.alex, "confirm keeper 1")
    assert "To see who waits to be let in: requests" in door.heard(door.kit)[-1]
    assert number in await door.say(door.kit, "requests")
    assert "I am adding the person" in await door.say(door.kit, f"let in {number}")


async def test_the_other_keeper_goes_on_and_hears_of_new_requests_alone(door: Doorstep) -> None:
    door.kit.change_safety_number()
    await door.say(door.kit, "requests")
    before = len(from_bot(door.kit))
    await door.say(door.stage.bea, "join 2")
    await door.say(door.stage.bea, "yes")
    await door.say(door.stage.bea, "I rent, too.")
    assert "“I rent, too.”" in door.heard(door.kay)[-1]
    assert len(from_bot(door.kit)) == before
    number = door.heard(door.kay)[-1].split(":")[0]
    assert "I am adding the person" in await door.say(door.kay, f"let in {number}")


async def test_a_keeper_who_waits_confirms_nobody_and_not_themself(door: Doorstep) -> None:
    door.kit.change_safety_number()
    assert WAITS in await door.say(door.kit, "confirm keeper 1")
    assert "keeper" not in await door.say(door.nat, "confirm keeper 1")
    assert WAITS in await door.say(door.kit, "requests")


async def test_a_caucus_is_not_handed_to_a_phone_that_nobody_has_confirmed(
    door: Doorstep,
) -> None:
    door.kit.change_safety_number()
    await door.say(door.kit, "requests")
    assert "nobody has confirmed yet" in await door.say(door.alex, "groups hand over 3")
    await door.say(door.alex, "confirm keeper 1")
    assert "Once I am gone" in await door.say(door.alex, "groups hand over 3")


async def test_whoever_keeps_a_group_that_the_bot_has_made_waits_too(door: Doorstep) -> None:
    await door.say(door.mo, "suggest group Tenants: repairs")
    number = [t for t in door.heard(door.alex) if "Tenants" in t][-1]
    word = next(one for one in number.split() if one.strip(".,:").isdigit()).strip(".,:")
    await door.say(door.alex, f"agree {word}")
    await door.look()
    await door.stage.watch()
    await door.stage.wait(timedelta(minutes=1))
    door.mo.change_safety_number()
    assert WAITS in await door.say(door.mo, "requests")
