"""Groups are kept as declared: an admin, the group in Signal, and what somebody changes by hand."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from harness.groups import Kept
from harness.running import branch, from_bot, relay_harness

from practice.faults import Fault
from practice.groups import LinkState, Permission
from practice.signal_cli import Tuning

SAYS = "What is said here are the words of whoever says it"


async def test_nothing_is_changed_before_an_admin_agrees_to_what_was_shown(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        told = await chat.look()
        assert len(told) == 1
        assert "I have changed nothing yet" in told[0]
        assert "“hackney CHAT!!”, and should be “Hackney chat”" in told[0]
        assert chat.group.name == "hackney  CHAT!!"
        assert await chat.look() == []
        assert "groups keep 1" in await chat.ask("groups check")
        shown = await chat.ask("groups keep 1")
        assert "It has no description. It should be “What is said here" in shown
        assert "Everybody can add people. It should be admins only." in shown
        assert "It has no invitation link. It should have one." in shown
        assert chat.group.name == "hackney  CHAT!!"
        assert "I am changing it" in await chat.ask("yes")
        assert await chat.look() == ["Hackney chat is as declared now."]
        assert chat.group.name == "Hackney chat"
        assert SAYS in chat.group.description
        assert chat.group.add_members is Permission.ONLY_ADMINS
        assert chat.group.edit_group is Permission.ONLY_ADMINS
        assert chat.group.send_messages is Permission.EVERY_MEMBER
        assert chat.group.link is LinkState.WITH_APPROVAL
        assert "as declared." in await chat.ask("groups check")
        assert from_bot(chat.stage.mo, chat.group) == []


async def test_a_no_changes_nothing(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        await chat.ask("groups keep 1")
        assert await chat.ask("no") == "Fine. I have changed nothing."
        await chat.look()
        assert chat.group.name == "hackney  CHAT!!"


async def test_what_was_shown_is_what_is_agreed_to(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        await chat.ask("groups keep 1")
        chat.group.description = "Chair: 07700 900123"
        await chat.look()
        assert "no longer as I showed it" in await chat.ask("yes")
        await chat.look()
        assert chat.group.description == "Chair: 07700 900123"


@pytest.mark.parametrize(
    ("what", "found", "said"),
    [
        ("name", "Free crypto", "“Free crypto”, and should be “Hackney chat”"),
        ("description", "Join t.example/x", "“Join t.example/x”, and should be"),
        ("send_messages", Permission.ONLY_ADMINS, "Only admins can write there."),
        ("add_members", Permission.EVERY_MEMBER, "Everybody can add people."),
        ("link", LinkState.DISABLED, "It has no invitation link."),
    ],
)
async def test_what_somebody_changes_is_put_right_and_told(
    chat: Kept, what: str, found: Any, said: str
) -> None:
    async with chat.kept():
        right = getattr(chat.group, what)
        setattr(chat.group, what, found)
        told = await chat.look()
        assert len(told) == 1
        assert said in told[0]
        assert getattr(chat.group, what) == right
        assert await chat.look() == []


async def test_what_was_put_right_can_be_taken_over(chat: Kept) -> None:
    async with chat.kept():
        chat.group.name = "Hackney natter"
        await chat.look()
        assert chat.group.name == "Hackney chat"
        assert "“Hackney natter”" in await chat.ask("groups take 1")
        assert "Taken over" in await chat.ask("yes")
        await chat.look()
        assert chat.group.name == "Hackney natter"
        chat.group.name = "Free crypto"
        [told] = await chat.look()
        assert "“Free crypto”, and should be “Hackney natter”" in told
        assert chat.group.name == "Hackney natter"
        assert "Taken over from the group: the name" in await chat.ask("groups check")


async def test_what_a_host_writes_later_counts_more_than_what_was_taken_over(chat: Kept) -> None:
    async with chat.kept():
        chat.group.name = "Hackney natter"
        await chat.look()
        await chat.ask("groups take 1")
        await chat.ask("yes")
        await chat.look()
    async with chat.stage.running(chat.declaration(name="Hackney members")):
        await chat.look()
        assert chat.group.name == "Hackney members"


async def test_a_group_made_by_hand_is_left_as_it_is_if_an_admin_says_so(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        await chat.ask("groups take 1")
        await chat.ask("yes")
        assert await chat.look() == []
        assert chat.group.name == "hackney  CHAT!!"
        assert chat.group.link is LinkState.DISABLED


async def test_what_was_changed_while_the_relay_was_off_is_put_right(chat: Kept) -> None:
    async with chat.kept():
        pass
    chat.group.name = "Free crypto"
    async with chat.stage.running(chat.declaration()):
        [told] = await chat.look()
        assert "“Free crypto”" in told
        assert chat.group.name == "Hackney chat"


async def test_what_signal_refuses_is_tried_three_times_and_told_once(chat: Kept) -> None:
    async with chat.kept():
        faults = chat.stage.signal.faults
        # The API answers 204 all the same.
        faults.add(Fault("refuse", times=3, method="PUT", path="/v1/groups"))
        chat.group.name = "Free crypto"
        [told] = await chat.look()
        assert told.startswith("I could not put Hackney chat right, although I tried three times.")
        assert "“Free crypto”" in told
        assert await chat.look() == []
        assert not faults.waiting
        assert chat.group.name == "Free crypto"
        await chat.ask("groups keep 1")
        await chat.ask("yes")
        assert await chat.look() == ["Hackney chat is as declared now."]
        assert chat.group.name == "Hackney chat"


async def test_what_signal_refused_three_times_is_tried_again_each_hour(chat: Kept) -> None:
    async with chat.kept():
        chat.stage.signal.faults.add(Fault("refuse", times=4, method="PUT", path="/v1/groups"))
        chat.group.name = "Free crypto"
        assert len(await chat.look()) == 1
        for _ in range(2):
            await chat.stage.wait(timedelta(minutes=59))
            assert await chat.look() == []
            assert chat.group.name == "Free crypto"
            await chat.stage.wait(timedelta(minutes=2))
            told = await chat.look()
        assert told[0].startswith("Somebody had changed Hackney chat.")
        assert chat.group.name == "Hackney chat"


async def test_whoever_takes_the_bots_admin_right_away_is_not_fought(chat: Kept) -> None:
    async with chat.kept():
        chat.group.name = "Free crypto"
        [bot] = chat.group.admins
        chat.group.admins.clear()
        [told] = await chat.look()
        assert "In Hackney chat I am not an admin" in told
        assert chat.group.name == "Free crypto"
        assert "not as an admin" in await chat.ask("groups keep 1")
        chat.group.admins.add(bot)
        assert "Free crypto" in (await chat.look())[-1]
        assert chat.group.name == "Hackney chat"


async def test_a_change_that_waits_outlives_a_restart_and_is_made_once(chat: Kept) -> None:
    async with chat.kept():
        chat.group.name = "Free crypto"
        await chat.stage.relay.directory.refresh()
        await chat.stage.relay.directory.refresh()
        assert chat.stage.store.outbox.queued() == 1
    async with chat.stage.running(chat.declaration()):
        [told] = await chat.look()
        assert "“Free crypto”" in told
        assert chat.group.name == "Hackney chat"


async def test_a_group_that_the_bot_was_taken_out_of_is_told_once(chat: Kept) -> None:
    async with chat.kept():
        bot = next(iter(chat.group.admins))
        del chat.group.members[bot]
        chat.group.admins.clear()
        [told] = await chat.look()
        assert "I am not in the group Hackney chat" in told
        assert await chat.look() == []
        assert "I am not in it" in await chat.ask("groups keep 1")


async def test_only_admins_of_the_branch_hear_of_its_groups(chat: Kept) -> None:
    stage = chat.stage
    async with stage.running(chat.declaration(), branch("leyton", stage.bea)):
        await chat.look()
        assert from_bot(stage.bea) == []
        assert "No group is declared" in await stage.ask(stage.bea, "groups check")
        assert "no group 1 of yours" in await stage.ask(stage.bea, "groups keep 1")
        said = await stage.ask(stage.mo, "groups check")
        assert "hackney" not in said.lower()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("groups", "groups check says how each group stands"),
        ("Groups Check", "groups keep 1"),
        ("groups keep", "Which group?"),
        ("groups keep the chat", "Which group?"),
        ("groups keep 9", "no group 9 of yours"),
        ("groups fix #1", "Shall I? yes or no"),
        ("groups adopt 1.", "Shall I take it over?"),
    ],
)
async def test_it_is_understood_as_people_type_it(chat: Kept, typed: str, said: str) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        assert said in await chat.ask(typed)


async def test_a_yes_that_does_not_come_changes_nothing(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        await chat.ask("groups keep 1")
        await chat.stage.wait(timedelta(hours=1))
        assert "I have changed nothing" in from_bot(chat.stage.alex)[-1].text
        assert chat.group.name == "hackney  CHAT!!"


@pytest.mark.parametrize("release", ["0.97", "0.98", "0.99", "0.100"])
async def test_each_release_is_kept_as_far_as_it_tells(tmp_path: Path, release: Any) -> None:
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        chat = Kept(stage, stage.group("chat", stage.mo, only_admins=False))
        async with chat.kept():
            assert chat.group.name == "Hackney chat"
            chat.group.name = "Free crypto"
            await chat.look()
            assert chat.group.name == "Hackney chat"
            assert await chat.look() == []
