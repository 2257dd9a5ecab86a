"""A member suggests a group; admins agree or not; the bot makes it, keeps it, and lets them in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from harness.doors import CHAT, Doorstep
from harness.running import RelayHarness, from_bot

from practice.faults import Fault
from practice.groups import Group
from relay.groups.suggestions import ACTION, SuggestionTable
from relay.signal.outgoing import SIGNAL_LANE
from relay.store.outbox import Delivery

TYPED = "suggest group Tenants of Gascoyne: repairs, and who pays"


def made(door: Doorstep) -> list[Group]:
    """The groups of that name in Signal."""
    chats = door.stage.signal.world.chats.values()
    groups = [chat.group for chat in chats if chat.group is not None]
    return [group for group in groups if group.name == "Tenants of Gascoyne"]


async def test_an_admin_agrees_and_it_is_there_kept_and_its_proposer_in_it(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        assert "I have asked the admins" in await door.say(door.mo, TYPED)
        shown = door.heard(door.alex)[-1]
        assert "“Tenants of Gascoyne”" in shown
        assert "“repairs, and who pays”" in shown
        assert "Mo" not in shown
        assert "I am making the group" in await door.say(door.alex, f"agree {shown.split(':')[0]}")
        await door.look()
        [group] = made(door)
        assert door.mo.aci in group.members
        assert "repairs, and who pays" in group.description
        assert "Something wrong? Write to the bot: report" in group.description
        told = door.heard(door.mo)
        assert "The group Tenants of Gascoyne is there, and you are its keeper" in told[-2]
        assert told[-1] == "You are in Tenants of Gascoyne."
        assert "is there" in door.heard(door.alex)[-1]
    # After a restart it is still kept, and its keeper answers.
    async with on_stage.running(door.declaration()):
        await door.look()
        group.name = "Free crypto"
        await door.look()
        assert group.name == "Tenants of Gascoyne"
        await door.say(door.nat, "join Tenants of Gascoyne")
        await door.say(door.nat, "yes")
        await door.say(door.nat, "I live there.")
        number = door.heard(door.mo)[-1].split(":")[0]
        await door.say(door.mo, f"let in {number}")
        await door.look()
        assert door.nat.aci in group.members


@pytest.mark.parametrize("emoji", ["👍", "👎"])
async def test_a_thumb_answers_a_suggestion(door: Doorstep, emoji: str) -> None:
    await door.say(door.mo, TYPED)
    door.alex.react(from_bot(door.alex)[-1].timestamp, emoji)
    await door.stage.settle()
    assert len(made(door)) == (emoji == "👍")
    heard = door.heard(door.mo)
    assert any("would rather not" in one for one in heard) is (emoji == "👎")
    assert door.stage.store[SuggestionTable].all() == []


async def test_where_two_have_to_agree_two_do(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    two = {"admins": (door.alex.aci, on_stage.bea.aci), "approvals": 2}
    declared = door.declaration().model_copy(update=two)
    async with on_stage.running(declared):
        await door.look()
        for number in (1, 2, 3):
            await door.say(door.alex, f"groups keep {number}")
            await door.say(door.alex, "yes")
        await door.look()
        await door.say(door.mo, TYPED)
        shown = door.heard(door.alex)[-1].split(":")[0]
        assert "Another admin has to agree" in await door.say(door.alex, f"agree {shown}")
        assert "already" in await door.say(door.alex, f"agree {shown}")
        assert made(door) == []
        assert "I am making" in await door.say(on_stage.bea, f"agree {shown}")
        assert any(f"{shown} is decided" in one for one in door.heard(door.alex))
        assert len(made(door)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("suggest group", "What is it called"),
        ("suggest group Tenants", "What is it called"),
        ("suggest a group: repairs", "What is it called"),
        (f"suggest group {CHAT}: more chat", "called that already"),
        ("suggest group hackneychat!: more chat", "called that already"),
        ("suggest group Hackney branch: official", "called that already"),
        ("suggest group Hackney Admin: help", "cannot be called that"),
        ("suggest group Safeguarding: tell us", "cannot be called that"),
        ("suggest group evil.example: look", "cannot be called that"),
        ("suggest group Hасkney chat: with Cyrillic letters", "cannot be called that"),
        (f"suggest group {'x' * 33}: long", "32 characters"),
        (f"suggest group Long: {'y' * 500}", "too long for a group’s description"),
        ("suggest area Gascoyne: the estate", "I have asked the admins"),
        ("Suggest a new group Tenants: repairs", "I have asked the admins"),
        ("propose group Tenants: repairs", "I have asked the admins"),
    ],
)
async def test_what_can_be_suggested(door: Doorstep, typed: str, said: str) -> None:
    assert said in await door.say(door.mo, typed)


async def test_only_members_suggest_and_one_at_a_time(door: Doorstep) -> None:
    assert "who are in one already" in await door.say(door.nat, TYPED)
    await door.say(door.mo, TYPED)
    assert "waits for an answer" in await door.say(door.mo, "suggest group Another: for more")


async def test_nobody_answers_a_suggestion_and_both_hear_so(door: Doorstep) -> None:
    await door.say(door.mo, TYPED)
    await door.stage.wait(timedelta(hours=48, minutes=1))
    assert "No admin has answered yet" in door.heard(door.mo)[-1]
    assert "has waited for two days" in door.heard(door.alex)[-1]
    await door.stage.wait(timedelta(days=12))
    assert "Two weeks are over" in door.heard(door.mo)[-1]
    assert "has ended" in door.heard(door.alex)[-1]


async def test_a_group_whose_answer_got_lost_is_made_once(door: Doorstep) -> None:
    await door.say(door.mo, TYPED)
    path = f"/v1/groups/{door.stage.signal.number}"
    door.stage.signal.faults.add(Fault("drop after", method="POST", path=path))
    await door.say(door.alex, f"agree {door.heard(door.alex)[-1].split(':')[0]}")
    await door.stage.wait(timedelta(minutes=5))
    await door.look()
    [group] = made(door)
    assert door.mo.aci in group.members


async def test_a_group_that_signal_does_not_take_is_told_to_both(door: Doorstep) -> None:
    await door.say(door.mo, TYPED)
    path = f"/v1/groups/{door.stage.signal.number}"
    door.stage.signal.faults.add(
        Fault("refuse", times=None, method="POST", path=path, text="Invalid group name")
    )
    await door.say(door.alex, f"agree {door.heard(door.alex)[-1].split(':')[0]}")
    await door.stage.settle()
    assert "I could not make the group" in door.heard(door.mo)[-1]
    assert "I could not make the group" in door.heard(door.alex)[-1]
    assert door.stage.store[SuggestionTable].all() == []


async def test_who_suggested_it_and_was_put_out_is_in_charge_no_more(door: Doorstep) -> None:
    await door.say(door.mo, TYPED)
    number = door.heard(door.alex)[-1].split(":")[0]
    await door.say(door.alex, f"agree {number}")
    await door.look()
    [group] = made(door)
    assert door.mo.aci in group.members
    world = door.stage.signal.world
    world.leave(world.group_chat(group.internal_id), door.mo.aci)
    await door.look()
    # They ask like anybody else, and the branch's admins answer.
    await door.agreed(door.mo, "join Tenants of Gascoyne")
    before = len(from_bot(door.alex))
    await door.say(door.mo, "It was mine.")
    [asked] = door.heard(door.alex, before)
    assert "“It was mine.”" in asked
    await door.look()
    assert door.mo.aci not in group.members


async def test_a_branch_that_is_gone_meanwhile_ends_nothing_but_the_suggestion(
    door: Doorstep,
) -> None:
    await door.say(door.mo, TYPED)
    suggestions = door.stage.relay.services.suggestions
    number = door.heard(door.alex)[-1].split(":")[0]
    suggestions._branches.pop("hackney")
    suggestion = suggestions.table.all()[0]
    assert str(suggestion.number) == number
    with door.stage.store.transaction():
        suggestions.table.save(replace(suggestion, delivery=1))
        delivery = Delivery(
            1, SIGNAL_LANE, "new group", ACTION, {}, 0, None, None, 0, door.stage.clock.now()
        )
        assert suggestions.made(delivery, {"group": "group.eA=="}) is None
    assert suggestions.table.all() == []


@pytest.mark.parametrize("name", ["a" + "\u0301" * 5_000, "a." * 9_000])
async def test_a_name_that_takes_long_to_read_is_not_read(door: Doorstep, name: str) -> None:
    assert await door.say(door.mo, f"suggest group {name}: repairs")
    assert door.stage.store[SuggestionTable].all() == []
