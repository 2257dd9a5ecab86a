"""Correcting and retracting: whatever has happened meanwhile, nothing stands that should not."""

from datetime import timedelta

import pytest
from harness.announcing import AnnouncementHarness
from harness.running import from_bot

from practice.faults import Fault
from relay.announcements.service import NotPosted
from relay.signal.references import Reference, References
from relay.store.moments import from_ms

SEND = "/v2/send"


def hold(scene: AnnouncementHarness, *boards: object) -> None:
    """Let sends fail in a way that passes, to all or to some groups."""
    for board in boards or (None,):
        recipient = getattr(board, "api_id", "")
        scene.stage.signal.put_in_the_way(
            Fault("refuse", times=None, path=SEND, recipient=recipient)
        )


def posts(scene: AnnouncementHarness) -> list[Reference | None]:
    """Return what stands as the announcement itself, group by group."""
    return [
        References.read(one).post for one in scene.stage.store.announcements.standing(1).values()
    ]


async def test_an_edit_changes_the_message_where_it_stands(scene: AnnouncementHarness) -> None:
    await scene.post("Room 4")
    await scene.ask("edit 1 Room 5")
    assert "Number 1 is changed in 2 of 2 groups" in await scene.ask("yes")
    assert scene.board(scene.north) == scene.board(scene.south) == ["Room 5"]


async def test_a_second_edit_changes_the_same_message(scene: AnnouncementHarness) -> None:
    await scene.post("Room 4")
    for room in ("Room 5", "Room 6"):
        await scene.ask(f"edit 1 {room}")
        await scene.ask("yes")
    [message] = from_bot(scene.stage.mo, scene.north)
    assert message.history == ("Room 4", "Room 5", "Room 6")


async def test_after_a_day_a_correction_comes_as_a_message_of_its_own(
    scene: AnnouncementHarness,
) -> None:
    await scene.post("Room 4")
    await scene.wait(hours=25)
    await scene.ask("edit 1 Room 5")
    receipt = await scene.ask("yes")
    assert "new message that says it is a correction" in receipt
    first, second = scene.board(scene.north)
    assert first == "Room 4"
    assert second.startswith("Correction")
    assert "Room 5" in second


async def test_a_correction_does_not_take_the_place_of_the_first_message(
    scene: AnnouncementHarness,
) -> None:
    await scene.post("Room 4")
    first = posts(scene)
    await scene.wait(hours=25)
    await scene.ask("edit 1 Room 5")
    await scene.ask("yes")
    assert posts(scene) == first


async def test_retracting_deletes_it_everywhere_and_only_once(scene: AnnouncementHarness) -> None:
    await scene.post()
    await scene.ask("retract 1")
    assert "Number 1 is deleted in 2 of 2 groups" in await scene.ask("yes")
    assert scene.board(scene.north) == scene.board(scene.south) == []
    assert "does not stand anywhere" in await scene.ask("retract 1")
    announcement = scene.stage.store.announcements.get(1)
    assert announcement is not None
    with pytest.raises(NotPosted):
        scene.stage.relay.services.announcements.retract(announcement, asked_by=scene.alex.aci)


async def test_what_is_retracted_while_it_waits_is_never_sent(scene: AnnouncementHarness) -> None:
    hold(scene, scene.north, scene.south)
    await scene.post()
    await scene.ask("retract 1")
    await scene.ask("yes")
    scene.stage.signal.faults.clear()
    await scene.wait(minutes=20)
    assert from_bot(scene.stage.mo, scene.north) == from_bot(scene.stage.mo, scene.south) == []
    assert scene.stage.store.outbox.queued() == 0


async def test_what_is_retracted_while_an_edit_of_it_waits_is_never_sent(
    scene: AnnouncementHarness,
) -> None:
    hold(scene, scene.north, scene.south)
    await scene.post("Room 4")
    await scene.ask("edit 1 Room 5")
    await scene.ask("yes")
    await scene.ask("retract 1")
    await scene.ask("yes")
    scene.stage.signal.faults.clear()
    answers = await scene.wait(minutes=20)
    assert from_bot(scene.stage.mo, scene.north) == from_bot(scene.stage.mo, scene.south) == []
    assert scene.stage.store.operations.empty() == []
    assert scene.stage.store.outbox.queued() == 0
    assert not any("is changed" in answer for answer in answers)


async def test_what_has_arrived_in_one_group_is_deleted_there(scene: AnnouncementHarness) -> None:
    hold(scene, scene.north)
    await scene.post()
    assert scene.board(scene.south) == ["Hello"]
    await scene.ask("retract 1")
    await scene.ask("yes")
    scene.stage.signal.faults.clear()
    await scene.wait(minutes=20)
    assert scene.board(scene.north) == scene.board(scene.south) == []


async def test_an_edit_of_what_still_waits_follows_it(scene: AnnouncementHarness) -> None:
    hold(scene, scene.north)
    await scene.post("Room 4")
    await scene.ask("edit 1 Room 5")
    await scene.ask("yes")
    assert (scene.board(scene.north), scene.board(scene.south)) == ([], ["Room 5"])
    scene.stage.signal.faults.clear()
    await scene.wait(minutes=20)
    assert scene.board(scene.north) == scene.board(scene.south) == ["Room 5"]


async def test_what_waits_for_more_than_a_day_can_still_be_stopped_and_is_answered(
    scene: AnnouncementHarness,
) -> None:
    await scene.post()
    with scene.stage.store.transaction():
        scene.stage.store._db.execute("UPDATE announcements SET posted_at = posted_at - 90000000")
        scene.stage.store._db.execute("UPDATE posts SET reference = NULL")
        scene.stage.store._db.execute(
            "UPDATE outbox SET state = 'queued', payload = '{}', not_before = 9999999999999"
            " WHERE operation = 1"
        )
        scene.stage.store._db.execute("UPDATE operations SET settled_at = NULL")
    announcement = scene.stage.store.announcements.get(1)
    assert announcement is not None
    with scene.stage.store.transaction():
        operation = scene.stage.relay.services.announcements.retract(
            announcement, asked_by=scene.alex.aci
        )
    answers = await scene.wait(seconds=2)
    assert len(answers) == 1
    assert scene.stage.store.operations.get(operation).settled_at is not None


async def test_a_group_that_left_the_settings_is_corrected_and_cleared_too(
    scene: AnnouncementHarness,
) -> None:
    await scene.post("Room 4")
    desk = scene.stage.relay.services.announcements
    hackney = desk._branches["hackney"]
    fewer = hackney.model_copy(update={"announcement_groups": (scene.south.api_id,)})
    desk._branches = {"hackney": fewer}
    await scene.ask("edit 1 Room 5")
    assert "changed in 2 of 2 groups" in await scene.ask("yes")
    await scene.ask("retract 1")
    assert "deleted in 2 of 2 groups" in await scene.ask("yes")
    assert scene.board(scene.north) == scene.board(scene.south) == []


async def test_an_edit_that_finds_nothing_to_change_says_so(scene: AnnouncementHarness) -> None:
    refusal = "User is not a member in group: North board (id)"
    for board in (scene.north, scene.south):
        scene.stage.signal.put_in_the_way(
            Fault("refuse", path=SEND, recipient=board.api_id, text=refusal)
        )
    assert "Posted to 0 of 2 groups" in await scene.post()
    await scene.ask("edit 1 Room 5")
    assert "does not stand anywhere" in await scene.ask("yes")


async def test_every_act_is_in_the_audit_trail_and_no_text_is(scene: AnnouncementHarness) -> None:
    await scene.post("SECRETWORDS")
    await scene.ask("edit 1 OTHERWORDS")
    await scene.ask("yes")
    await scene.ask("retract 1")
    await scene.ask("yes")
    rows = list(scene.stage.store._db["audit"].rows)
    assert [row["action"] for row in rows] == ["post", "edit", "retract"]
    assert {row["actor"] for row in rows} == {scene.alex.aci}
    assert "WORDS" not in repr(rows)
    assert scene.stage.store.audit.broken_at() is None
    assert timedelta() <= scene.stage.clock.now() - from_ms(rows[0]["at"])
