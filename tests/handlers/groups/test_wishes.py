"""A caucus that was handed over: who wants to join it is passed on to its keepers, if they like."""

import pytest
from harness.doors import CAUCUS, Doorstep
from harness.running import RelayHarness, from_bot

LISTED = {"caucus": {"listed": True}}


async def _hand_over(door: Doorstep) -> None:
    await door.say(door.alex, "groups hand over 3")
    await door.say(door.alex, "yes")
    await door.look()
    assert door.caucus.admins == {door.kit.aci}


async def test_the_keepers_read_it_and_how_to_reach_them_and_nobody_else(
    on_stage: RelayHarness,
) -> None:
    async with Doorstep(on_stage).kept(**LISTED) as door:
        await _hand_over(door)
        assert "its keepers run it without me" in await door.say(door.nat, "groups")
        said = await door.say(door.nat, "join 3")
        assert "I am not in it, so I cannot let you in" in said
        before = [len(from_bot(one)) for one in (door.kit, door.kay, door.alex)]
        said = await door.say(door.nat, "I am Nat from the estate, @nat_n.42, see evil.example")
        assert "I do not hear what they decide" in said
        heard = [
            door.heard(one, n)
            for one, n in zip((door.kit, door.kay, door.alex), before, strict=True)
        ]
        assert [len(texts) for texts in heard] == [1, 1, 0]
        assert "“Nat Newcomer” would like to join" in heard[0][0]
        assert "To reach them in Signal: nat_n.42" in heard[0][0]
        assert "evil.example" not in heard[0][0]
        assert door.nat.aci not in heard[0][0]
        assert "passed that on to the keepers of" in await door.say(door.nat, "join 3")


async def test_nothing_goes_out_without_a_way_to_answer(on_stage: RelayHarness) -> None:
    async with Doorstep(on_stage).kept(**LISTED) as door:
        await _hand_over(door)
        await door.say(door.nat, "join 3")
        before = len(from_bot(door.kit))
        assert "they could not reach you" in await door.say(door.nat, "I am Nat")
        assert "passed nothing on" in await door.say(door.nat, "no")
        assert len(from_bot(door.kit)) == before
        await door.say(door.nat, "join 3")
        assert "passed it on" in await door.say(door.nat, "+44 7700 900123")
        assert "They wrote" not in door.heard(door.kit)[-1]


async def test_a_name_that_is_not_listed_leads_there_for_whoever_knows_it(
    on_stage: RelayHarness,
) -> None:
    async with Doorstep(on_stage).kept() as door:
        await _hand_over(door)
        assert CAUCUS not in await door.say(door.nat, "groups")
        assert "I know no group like that" in await door.say(door.nat, "join 3")
        assert "run by its keepers alone" in await door.say(door.nat, f"join {CAUCUS}")


async def test_a_cry_for_help_is_no_wish(on_stage: RelayHarness) -> None:
    async with Doorstep(on_stage).kept(**LISTED) as door:
        await _hand_over(door)
        await door.say(door.nat, "join 3")
        before = len(from_bot(door.kit))
        assert "999" in await door.say(door.nat, "help me now")
        assert len(from_bot(door.kit)) == before


async def test_an_evening_of_wishes_does_not_flood_the_keepers(on_stage: RelayHarness) -> None:
    async with Doorstep(on_stage).kept(**LISTED) as door:
        await _hand_over(door)
        for index in range(10):
            person = on_stage.signal.new_phone(f"P{index}")
            await door.say(person, "join 3")
            assert "passed it on" in await door.say(person, "nat.42")
        assert "Many people are asking" in await door.say(door.nat, "join 3")


@pytest.mark.parametrize("typed", ["join 3", f"join {CAUCUS}"])
async def test_a_keeper_whose_phone_is_new_is_not_told(on_stage: RelayHarness, typed: str) -> None:
    async with Doorstep(on_stage).kept(**LISTED) as door:
        await _hand_over(door)
        await on_stage.watch()
        for one in (door.kit, door.kay):
            one.change_safety_number()
            await door.say(one, "requests")
        assert "Nobody looks after" in await door.say(door.nat, typed)
