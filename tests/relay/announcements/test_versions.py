"""Each edit names the version before it, whatever happened to that one, and deletions find all."""

from typing import Any

import pytest
from harness.announcing import AnnouncementHarness
from harness.running import from_bot

from practice.faults import Fault
from relay.signal.outgoing import read_outgoing
from relay.signal.references import MOST_EDITS

SEND = "/v2/send"


async def edit(scene: AnnouncementHarness, text: str) -> str:
    """Correct number 1; return the receipt."""
    await scene.ask(f"edit 1 {text}")
    return await scene.ask("yes")


def named(scene: AnnouncementHarness, group: Any) -> list[int | None]:
    """Return which version each message to a group named, in order."""
    return [
        call.body.get("edit_timestamp")
        for call in scene.stage.signal.calls
        if call.path == SEND and group.api_id in call.recipients
    ]


async def test_three_edits_in_several_groups_all_show(scene: AnnouncementHarness) -> None:
    await scene.post("Room 4")
    for room in (5, 6, 7):
        await edit(scene, f"Room {room}")
    for group in (scene.north, scene.south):
        [message] = from_bot(scene.stage.mo, group)
        assert message.history == ("Room 4", "Room 5", "Room 6", "Room 7")
        versions = named(scene, group)
        assert len(set(versions)) == 4
        assert versions[1] == message.timestamp


async def test_edits_that_were_queued_together_name_each_other(scene: AnnouncementHarness) -> None:
    await scene.post("Room 4")
    fault = Fault("refuse", times=None, path=SEND, recipient=scene.north.api_id)
    scene.stage.signal.put_in_the_way(fault)
    for room in (5, 6):
        await edit(scene, f"Room {room}")
    scene.stage.signal.faults.clear()
    await scene.wait(minutes=20)
    [message] = from_bot(scene.stage.mo, scene.north)
    assert message.history == ("Room 4", "Room 5", "Room 6")


async def test_after_an_edit_that_was_refused_the_next_one_names_what_stands(
    scene: AnnouncementHarness,
) -> None:
    await scene.post("Room 4")
    refusal = "User is not a member in group: North board (id)"
    fault = Fault("refuse", path=SEND, recipient=scene.north.api_id, text=refusal)
    scene.stage.signal.put_in_the_way(fault)
    assert "1 of 2 groups" in await edit(scene, "Room 5")
    await edit(scene, "Room 6")
    [message] = from_bot(scene.stage.mo, scene.north)
    assert message.history == ("Room 4", "Room 6")


async def test_an_edit_whose_answer_was_lost_is_sent_anew_and_the_old_one_deleted(
    scene: AnnouncementHarness,
) -> None:
    await scene.post("Room 4")
    fault = Fault("drop after", path=SEND, recipient=scene.north.api_id)
    scene.stage.signal.put_in_the_way(fault)
    await scene.ask("edit 1 Room 5")
    await scene.ask("yes")
    receipts = await scene.wait(minutes=2)
    assert any("changed in 2 of 2 groups" in receipt for receipt in receipts)
    assert scene.board(scene.north) == scene.board(scene.south) == ["Room 5"]
    # The next edit is seen on every phone: it names the version that was answered for.
    await edit(scene, "Room 6")
    assert scene.board(scene.north) == scene.board(scene.south) == ["Room 6"]
    await scene.ask("retract 1")
    await scene.ask("yes")
    assert scene.board(scene.north) == scene.board(scene.south) == []


async def test_before_each_edit_it_is_noted_that_one_is_made(
    scene: AnnouncementHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a relay which was killed in the middle knows that its phones may be ahead of it."""
    await scene.post("Room 4")
    seen = []
    send = scene.stage.client.send

    async def looking(*args: Any, **more: Any) -> Any:
        if more.get("edit_timestamp") is not None:
            delivery = scene.stage.store.outbox.next("signal", scene.stage.clock.now())
            assert delivery is not None
            seen.append(read_outgoing(delivery.payload))
        return await send(*args, **more)

    monkeypatch.setattr(scene.stage.client, "send", looking)
    await edit(scene, "Room 5")
    assert [one.attempted for one in seen if one.kind == "edit"] == [True, True]


async def test_the_eleventh_edit_is_a_correction_of_its_own(scene: AnnouncementHarness) -> None:
    await scene.post("Room 0")
    for room in range(1, MOST_EDITS + 1):
        assert "new message" not in await edit(scene, f"Room {room}")
    assert "changed ten times" in await scene.ask("edit 1 Room 11")
    assert "new message that says it is a correction" in await scene.ask("yes")
    first, second = scene.board(scene.north)
    assert first == f"Room {MOST_EDITS}"
    assert second.startswith("Correction")
    await scene.ask("retract 1")
    await scene.ask("yes")
    # Corrections that stand beside it go with it.
    assert scene.board(scene.north) == scene.board(scene.south) == []


async def test_retracting_after_edits_deletes_every_version(scene: AnnouncementHarness) -> None:
    await scene.post("Room 4")
    for room in (5, 6):
        await edit(scene, f"Room {room}")
    await scene.ask("retract 1")
    assert "deleted in 2 of 2 groups" in await scene.ask("yes")
    assert scene.board(scene.north) == scene.board(scene.south) == []
