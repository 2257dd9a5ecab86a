"""Somebody comes into a group: at once, or as a keeper answers."""

from datetime import timedelta
from pathlib import Path

import pytest
from harness.doors import CAUCUS, CHAT, COMMITTEE, Doorstep
from harness.running import RelayHarness, from_bot

from practice.people import NumberSharing
from relay.groups.requests import AgreedStandards, JoinRequests, Waiting
from relay.groups.standards import version_of


async def test_anybody_sees_which_groups_there_are(door: Doorstep) -> None:
    said = await door.say(door.nat, "groups")
    assert f"1. {CHAT} (chat, 1 person): open to all. Everybody is welcome." in said
    assert f"2. {COMMITTEE} (working group, 1 person): somebody answers first." in said
    assert CAUCUS not in said
    assert "you are in it" in await door.say(door.mo, "groups")
    assert "groups check" in await door.say(door.alex, "groups")


async def test_the_standards_come_first_and_then_they_are_in(door: Doorstep) -> None:
    asked = await door.say(door.nat, "join 1")
    assert "What we expect of each other in Hackney branch" in asked
    assert "I am adding you" in await door.say(door.nat, "yes")
    await door.look()
    assert door.nat.aci in door.chat.members
    assert door.heard(door.nat)[-1] == f"You are in {CHAT}."
    assert from_bot(door.nat, door.chat) == []


async def test_a_keeper_answers_and_the_other_hears_that_it_is_done(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    assert "Nat Newcomer" in door.heard(door.kit)[-1]
    assert "“I rent.”" in door.heard(door.kay)[-1]
    assert "I am adding the person" in await door.say(door.kit, f"let in {number}")
    assert door.heard(door.kay)[-1] == f"Request {number} is answered. Nothing is left to do."
    await door.look()
    assert door.nat.aci in door.committee.members
    assert door.heard(door.nat)[-1] == f"You are in {COMMITTEE}."


@pytest.mark.parametrize(
    "typed",
    [
        "join 1",
        "Join 1.",
        "join hackney chat",
        "join the Hackney chat please",
        "join group 1",
        "join Hackney chat group",
        "/join #1",
    ],
)
async def test_a_group_is_named_as_people_type_it(door: Doorstep, typed: str) -> None:
    assert f"Before you join {CHAT}" in await door.say(door.nat, typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("join", "I know no group like that. To see which there are: groups"),
        ("join 9", "I know no group like that"),
        ("join the band", "I know no group like that"),
        ("join Hackny chat", f"Did you mean {CHAT}? Then write: join 1"),
        ("joni 1", "join"),
        ("how do I join?", "These groups are there"),
        ("Which groups are there?", "These groups are there"),
        ("leave 1", f"You are not in {CHAT}"),
        ("leave rent comittee", f"Did you mean {COMMITTEE}?"),
    ],
)
async def test_a_slip_is_answered_with_what_was_meant(
    door: Doorstep, typed: str, said: str
) -> None:
    assert said in await door.say(door.nat, typed)
    assert door.stage.store[JoinRequests].all() == []


@pytest.mark.parametrize(
    "typed",
    [
        "join us at the picket on Friday in front of the town hall",
        "leave me alone",
        "I want to leave him",
        "leave him tonight",
        "groups of men followed me home",
        "vouch for him in court tomorrow",
        "let me know",
        "turn around",
        "requests",
    ],
)
async def test_what_people_say_is_no_command(door: Doorstep, typed: str) -> None:
    said = await door.say(door.nat, typed)
    assert "999" in said
    assert "group" not in said.replace("groups. ", "").partition("999")[0]
    assert door.stage.store[JoinRequests].all() == []


async def test_whoever_does_not_agree_is_not_let_in_and_nothing_is_kept(door: Doorstep) -> None:
    await door.say(door.nat, "join 1")
    assert "You have not joined" in await door.say(door.nat, "no")
    await door.look()
    assert door.nat.aci not in door.chat.members
    assert door.stage.store[AgreedStandards].all("hackney") == []


async def test_nobody_who_says_nothing_is_let_in_and_they_hear_so(door: Doorstep) -> None:
    await door.say(door.nat, "join 1")
    await door.stage.wait(timedelta(hours=1))
    assert "have not added you to a group" in door.heard(door.nat)[-1]
    assert "join 1" in door.heard(door.nat)[-1]


async def test_the_yes_is_kept_while_they_are_in_a_group_and_then_forgotten(
    door: Doorstep,
) -> None:
    await door.agreed(door.nat)
    table = door.stage.store[AgreedStandards]
    assert [one.until is None for one in table.all("hackney")] == [False]
    await door.look()
    assert [one.until for one in table.all("hackney")] == [None]
    assert "Would you tell them" in await door.say(door.nat, "join 2")
    await door.say(door.nat, "skip")
    await door.say(door.nat, "leave 2")
    await door.stage.wait(timedelta(days=20))
    await door.look()
    assert len(table.all("hackney")) == 1
    await door.say(door.nat, "leave 1")
    await door.look()
    assert door.nat.aci not in door.chat.members
    assert door.heard(door.nat)[-1] == f"You are out of {CHAT}."
    assert table.all("hackney") == []
    assert "Before you join" in await door.say(door.nat, "join 1")


async def test_a_yes_of_which_nothing_comes_is_forgotten_in_days(door: Doorstep) -> None:
    await door.agreed(door.nat, "join 2")
    await door.say(door.nat, "cancel")
    await door.stage.wait(timedelta(days=1))
    await door.look()
    assert len(door.stage.store[AgreedStandards].all("hackney")) == 1
    await door.stage.wait(timedelta(days=1, minutes=1))
    await door.look()
    assert door.stage.store[AgreedStandards].all("hackney") == []


async def test_new_standards_are_asked_about_at_the_next_join(
    on_stage: RelayHarness, tmp_path: Path
) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        await door.agreed(door.nat)
        await door.look()
    own = tmp_path / "own"
    own.mkdir()
    (own / "standards.ftl").write_text("standards = Be kind in { $branch }, always.\n")
    on_stage.more_settings["wording"] = {"folder": own}
    async with on_stage.running(door.declaration()):
        await door.look()
        assert "Be kind in Hackney branch, always." in await door.say(door.nat, "join 2")
        await door.say(door.nat, "yes")
        [agreed] = on_stage.store[AgreedStandards].all("hackney")
        whole = on_stage.relay.services.standards.whole("hackney")
        assert whole.startswith("Be kind in Hackney branch, always.")
        assert agreed.version == version_of(whole)


async def test_whose_number_shows_is_asked_once_before_they_are_added(door: Doorstep) -> None:
    door.nat.person.number = "+447700900321"
    door.nat.person.sharing = NumberSharing.SHOWN
    hint = await door.agreed(door.nat)
    assert "will be able to see your phone number" in hint
    assert "Please answer 1" in await door.say(door.nat, "what?")
    assert "write: join 1" in await door.say(door.nat, "2")
    await door.look()
    assert door.nat.aci not in door.chat.members
    assert "I am adding you" in await door.say(door.nat, "join 1")
    await door.look()
    assert door.nat.aci in door.chat.members
    assert from_bot(door.nat, door.chat) == []


async def test_whose_number_is_hidden_reads_nothing_of_it(door: Doorstep) -> None:
    assert "phone number" not in await door.agreed(door.nat)


async def test_a_pending_invitation_is_explained_and_then_told(door: Doorstep) -> None:
    door.nat.person.profile_key = False
    await door.agreed(door.nat)
    await door.look()
    assert "Signal has sent you an invitation" in door.heard(door.nat)[-1]
    assert door.nat.aci in door.chat.invited
    before = len(door.heard(door.nat))
    await door.look()
    assert door.heard(door.nat, before) == []
    door.stage.signal.world.join(door.stage.signal.world.group_chat(door.chat.api_id), door.nat.aci)
    await door.look()
    assert door.heard(door.nat, before) == [f"You are in {CHAT}."]


async def test_an_invitation_that_is_declined_is_said_to_be_gone(door: Doorstep) -> None:
    door.nat.person.profile_key = False
    await door.agreed(door.nat)
    await door.look()
    door.chat.invited.clear()
    await door.look()
    assert "The invitation to Hackney chat is gone" in door.heard(door.nat)[-1]
    assert door.stage.store[JoinRequests].all() == []


async def test_what_signal_does_not_do_is_told_to_both_after_three_tries(
    door: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Signal refuses, and the API says that all went well.
    monkeypatch.setattr(door.stage.signal.world, "add_or_invite", lambda *_: None)
    number = await door.asked(door.nat)
    await door.say(door.kit, f"let in {number}")
    await door.look()
    assert "I could not add you to Rent committee" in door.heard(door.nat)[-1]
    assert f"I could not add the person of request {number}" in door.heard(door.kay)[-1]
    assert door.stage.store[JoinRequests].all() == []


async def test_after_a_restart_between_yes_and_being_in_they_are_told(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        await door.say(door.nat, "join 1")
        door.nat.say("yes")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()
        assert door.nat.aci not in door.chat.members
    async with on_stage.running(door.declaration()):
        await on_stage.settle()
    assert door.nat.aci in door.chat.members
    async with on_stage.running(door.declaration()):
        await door.look()
        assert door.heard(door.nat)[-1] == f"You are in {CHAT}."
        assert door.heard(door.nat).count(f"You are in {CHAT}.") == 1


async def test_nobody_answers_and_everybody_hears_so(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    kit, nat = len(door.heard(door.kit)), len(door.heard(door.nat))
    await door.stage.wait(timedelta(hours=24))
    await door.stage.wait(timedelta(minutes=1))
    assert ["24 hours" in one for one in door.heard(door.kit, kit)] == [True]
    assert door.heard(door.nat, nat) == []
    await door.stage.wait(timedelta(hours=24))
    assert ["48 hours" in one for one in door.heard(door.kit, kit + 1)] == [True]
    assert "Nobody has answered yet" in door.heard(door.nat)[-1]
    await door.stage.wait(timedelta(days=12))
    assert f"Request {number} has ended" in door.heard(door.kay)[-1]
    assert "Two weeks are over" in door.heard(door.nat)[-1]
    assert door.stage.store[JoinRequests].all() == []


async def test_a_refusal_says_nothing_of_who_and_holds_for_a_while(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    await door.say(door.kay, f"turn away {number}")
    said = door.heard(door.nat)[-1]
    assert "You were not let into Rent committee" in said
    assert "Kay" not in said
    assert "two weeks" in await door.say(door.nat, "join 2")
    assert "not open" not in await door.say(door.kit, f"let in {number}")
    assert f"no open request {number}" in await door.say(door.kit, f"let in {number}")
    await door.stage.wait(timedelta(days=15))
    assert "Before you join" in await door.say(door.nat, "join 2")


@pytest.mark.parametrize(("emoji", "is_in"), [("👍", True), ("👍🏽", True), ("👎", False)])
async def test_a_thumb_answers(door: Doorstep, emoji: str, is_in: bool) -> None:
    await door.asked(door.nat)
    door.kit.react(from_bot(door.kit)[-1].timestamp, emoji)
    await door.stage.settle()
    await door.look()
    assert (door.nat.aci in door.committee.members) is is_in
    assert door.stage.store[JoinRequests].all() == []


@pytest.mark.parametrize("emoji", ["❤️", "🎉"])
async def test_another_emoji_answers_nothing(door: Doorstep, emoji: str) -> None:
    await door.asked(door.nat)
    door.kit.react(from_bot(door.kit)[-1].timestamp, emoji)
    await door.stage.settle()
    assert [one.state for one in door.stage.store[JoinRequests].all()] == [Waiting.ASKED]


@pytest.mark.parametrize(
    "typed", ["let in {n}", "Let in #{n}.", "let them in {n}", "let {n} in", "admit {n}", "let {n}"]
)
async def test_keepers_answer_in_their_words(door: Doorstep, typed: str) -> None:
    number = await door.asked(door.nat)
    assert "Thank you" in await door.say(door.kit, typed.format(n=number))


async def test_a_keeper_who_forgets_the_number_is_told_it(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    assert f"let in {number}" in await door.say(door.kit, "let in")
    assert number in await door.say(door.kit, "requests")
    assert "Did you mean" in await door.say(door.kit, f"trun away {number}")
    await door.say(door.kit, f"turn {number} away")
    assert await door.say(door.kit, "requests") == "Nobody is waiting for an answer of yours."


async def test_what_was_asked_can_be_taken_back(door: Doorstep) -> None:
    number = await door.asked(door.nat)
    assert "You have asked for Rent committee already" in await door.say(door.nat, "join 2")
    assert "taken that back" in await door.say(door.nat, "leave")
    assert door.heard(door.kit)[-1] == f"Request {number} was taken back. Nothing is left to do."
    assert door.stage.store[JoinRequests].all() == []


async def test_whoever_is_added_by_hand_meanwhile_hears_so_and_nobody_answers(
    door: Doorstep,
) -> None:
    number = await door.asked(door.nat)
    world = door.stage.signal.world
    world.join(world.group_chat(door.committee.api_id), door.nat.aci)
    await door.look()
    assert door.heard(door.nat)[-1] == f"You are in {COMMITTEE}."
    assert door.heard(door.kit)[-1] == f"Request {number} is answered. Nothing is left to do."


async def test_the_only_other_admin_does_not_leave(door: Doorstep) -> None:
    door.chat.admins.add(door.mo.aci)
    await door.look()
    assert "You are the only admin of Hackney chat besides me" in await door.say(door.mo, "leave 1")
    door.chat.admins.discard(door.mo.aci)
    await door.look()
    assert "I am taking you out" in await door.say(door.mo, "leave 1")


async def test_commands_are_heard_where_a_reason_is_asked_for_and_cries_are_not_passed_on(
    door: Doorstep,
) -> None:
    await door.agreed(door.nat, "join 2")
    assert "These groups are there" in await door.say(door.nat, "groups")
    assert "999" in await door.say(door.nat, "help me he is outside")
    await door.stage.settle()
    assert door.stage.store[JoinRequests].all() == []


async def test_help_says_how(door: Doorstep) -> None:
    assert "join 3: join number 3" in await door.say(door.nat, "help")
    assert "let in 412" not in await door.say(door.nat, "help")
    assert "let in 412" in await door.say(door.kit, "help")


async def test_who_agrees_again_after_a_request_that_nobody_answered_gets_on(
    door: Doorstep,
) -> None:
    await door.asked(door.nat)
    door.stage.clock.move(timedelta(days=3))
    await door.look()
    assert "I am adding you" in await door.agreed(door.nat)
    await door.look()
    assert door.nat.aci in door.chat.members
