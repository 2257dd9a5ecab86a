"""A caucus is handed over to its keepers, and the bot leaves it: nothing half, whatever happens."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from harness.groups import Kept
from harness.running import from_bot, relay_harness

from practice.faults import Fault
from practice.phones import Phone
from practice.signal_cli import Tuning
from relay.settings.groups import GroupKind

FORBIDDEN = "Failed to send message: [403] Authorization failed! (AuthorizationFailedException)"


def caucus_of(chat: Kept, *keepers: Phone, **more: Any) -> dict[str, Any]:
    return {
        "kind": GroupKind.CAUCUS,
        "name": "Quiet corner",
        "keepers": tuple(one.aci for one in keepers),
        **more,
    }


def bot_of(chat: Kept) -> str:
    return chat.stage.signal.world.account.aci


async def test_it_says_what_it_can_then_no_longer_do_and_leaves_after_a_yes(chat: Kept) -> None:
    mo = chat.stage.mo
    async with chat.kept(**caucus_of(chat, mo)):
        asked = await chat.ask("groups hand over 1")
        assert "Once I am gone I can no longer" in asked
        assert mo.aci not in chat.group.admins
        assert "Until its keepers are admins, I stay" in await chat.ask("yes")
        told = await chat.look()
        assert len(told) == 1
        assert "its keepers run it in Signal, and I have left it." in told[0]
        assert from_bot(mo)[-1].text == told[0]
        assert chat.group.admins == {mo.aci}
        assert bot_of(chat) not in chat.group.members
        assert "handed over" in await chat.ask("groups check")
        assert await chat.look() == []
        assert "cannot be handed over" in await chat.ask("groups hand over 1")
        assert "handed over" in await chat.ask("groups keep 1")
        chat.group.name = "Ours"
        assert await chat.look() == []
        assert chat.group.name == "Ours"


@pytest.mark.parametrize(
    "typed",
    ["groups hand over 1", "Groups handover #1", "group hand 1", "groups hand over Quiet corner"],
)
async def test_a_keeper_who_is_no_admin_may_say_so_too(chat: Kept, typed: str) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.mo)):
        assert "can no longer" in await chat.stage.ask(chat.stage.mo, typed)
        assert "changed nothing" in await chat.stage.ask(chat.stage.mo, "no")
        assert bot_of(chat) in chat.group.members


async def test_others_have_no_such_command_and_nobody_elses_group_has_it(chat: Kept) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.mo)):
        said = "\n".join(await chat.stage.say(chat.stage.bea, "groups hand over 1"))
        assert "can no longer" not in said
        assert "Quiet corner" not in said
    async with chat.kept(kind=GroupKind.CHAT):
        assert "can no longer" not in await chat.ask("groups hand over 1")


async def test_it_stays_while_no_keeper_is_there(chat: Kept) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.bea)):
        assert "None of the keepers is in" in await chat.ask("groups hand over 1")


async def test_the_keepers_are_seen_as_admins_before_it_leaves(chat: Kept) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.mo)):
        faults = chat.stage.signal.faults
        faults.add(Fault("refuse", times=3, method="POST", path="/v1/groups", text=FORBIDDEN))
        await chat.ask("groups hand over 1")
        await chat.ask("yes")
        told = await chat.look()
        assert "I could not hand Quiet corner over" in told[-1]
        assert bot_of(chat) in chat.group.admins
        assert "as declared" in await chat.ask("groups check")
        faults.clear()
        await chat.ask("groups hand over 1")
        await chat.ask("yes")
        assert "I have left it" in (await chat.look())[-1]


async def test_killed_between_the_two_steps_it_goes_on_after_the_restart(chat: Kept) -> None:
    mo = chat.stage.mo
    async with chat.kept(**caucus_of(chat, mo)):
        await chat.ask("groups hand over 1")
        await chat.ask("yes")
        assert mo.aci in chat.group.admins
        assert bot_of(chat) in chat.group.members
    async with chat.stage.running(chat.declaration(**caucus_of(chat, mo))):
        assert "I have left it" in (await chat.look())[-1]
        assert bot_of(chat) not in chat.group.members


async def test_what_is_promised_while_it_hands_over_is_kept_once_it_is_back(chat: Kept) -> None:
    mo = chat.stage.mo
    async with chat.kept(**caucus_of(chat, mo)):
        await chat.ask("groups hand over 1")
        await chat.ask("yes")
        await chat.look()
        chat.group.members[bot_of(chat)] = None
        chat.group.admins.add(bot_of(chat))
        chat.group.name = "Ours"
        told = await chat.look()
        assert "I have changed nothing yet" in told[-1]
        assert chat.group.name == "Ours"


async def test_taken_out_before_its_keepers_run_it_says_that_it_is_not_there(chat: Kept) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.mo)):
        faults = chat.stage.signal.faults
        faults.add(Fault("refuse", times=1, method="POST", path="/v1/groups", text=FORBIDDEN))
        await chat.ask("groups hand over 1")
        await chat.ask("yes")
        del chat.group.members[bot_of(chat)]
        chat.group.admins.clear()
        assert "I am not in the group" in (await chat.look())[-1]


async def test_a_yes_that_does_not_come_changes_nothing(chat: Kept) -> None:
    async with chat.kept(**caucus_of(chat, chat.stage.mo)):
        await chat.ask("groups hand over 1")
        await chat.stage.wait(timedelta(hours=1))
        assert "I have changed nothing" in from_bot(chat.stage.alex)[-1].text


@pytest.mark.parametrize("release", ["0.97", "0.98", "0.99", "0.101-dev"])
async def test_it_goes_so_behind_each_release(tmp_path: Path, release: Any) -> None:
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        chat = Kept(stage, stage.group("corner", stage.mo, only_admins=False))
        async with chat.kept(**caucus_of(chat, stage.mo)):
            await chat.ask("groups hand over 1")
            await chat.ask("yes")
            assert "I have left it" in (await chat.look())[-1]
            assert chat.group.admins == {stage.mo.aci}
            assert bot_of(chat) not in chat.group.members
