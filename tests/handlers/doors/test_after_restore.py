"""After a restore from a backup: who waits at a door is shown again, and what was begun goes on."""

from datetime import timedelta

from harness.doors import Doorstep
from harness.restoring import restored
from harness.running import RelayHarness, from_bot

from relay.groups.requests import JoinRequests


async def test_a_request_and_a_suggestion_are_shown_again_once(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        number = await door.asked(door.nat)
        await door.say(door.mo, "suggest group Tenants: repairs")
    before = [len(from_bot(one)) for one in (door.kit, door.alex, door.nat)]
    restored(on_stage, timedelta(hours=1))
    async with on_stage.running(door.declaration()):
        await door.look()
        await on_stage.settle()
        kit, alex, nat = (
            door.heard(one, n)
            for one, n in zip((door.kit, door.alex, door.nat), before, strict=True)
        )
        assert [text for text in kit if text.startswith(f"{number}: “Nat Newcomer”")] == kit
        assert len(kit) == 1
        assert len([text for text in alex if "Tenants" in text]) == 1
        assert nat == []
        door.kit.react(from_bot(door.kit)[-1].timestamp, "👍")
        await door.look()
        assert door.nat.aci in door.committee.members
    before = [len(from_bot(one)) for one in (door.kit, door.alex)]
    async with on_stage.running(door.declaration()):
        await door.look()
        assert [len(from_bot(one)) for one in (door.kit, door.alex)] == before


async def test_whom_signal_was_not_asked_for_any_more_is_let_in(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        door.nat.say("join 1")
        await on_stage.settle()
        door.nat.say("yes")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()
        assert len(on_stage.store[JoinRequests].all()) == 1
    restored(on_stage, timedelta(hours=1))
    async with on_stage.running(door.declaration()):
        await door.look()
        assert door.nat.aci in door.chat.members


async def test_many_who_wait_are_told_of_at_once(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept():
        for index in range(4):
            await door.asked(on_stage.signal.new_phone(f"P{index}"))
    before = len(from_bot(door.kit))
    restored(on_stage, timedelta(hours=1))
    async with on_stage.running(door.declaration()):
        await door.look()
        assert door.heard(door.kit, before) == [
            "4 requests wait for an answer of yours. To see them all: requests"
        ]
