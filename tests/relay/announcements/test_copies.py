"""A post that misses somebody with a new phone: they get it all the same, once, as it stands."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Unpack

import pytest
from harness.running import Beside, RelayHarness, branch, from_bot, relay_harness
from marked import marked_picture

from practice.faults import Fault
from practice.groups import Group
from practice.phones import Phone
from practice.releases import DEPLOYED, NEWEST, RELEASES, Release
from relay.settings import Branch
from relay.store.missed_messages import post_of

IDENTITIES = "/v1/identities"
THERE = "From now on you get there again what I post."
WHY = "You have a new phone, or have set up Signal anew, so this did not reach you in the group"


@dataclass
class Board:
    """A branch with a group in which Mo, who gets new phones, and Pat are."""

    stage: RelayHarness
    mo: Phone
    pat: Phone
    group: Group

    @property
    def branch(self) -> Branch:
        return branch("hackney", self.stage.alex, groups=[self.group])

    @property
    def copies(self) -> list[str]:
        """What Mo reads in the chat with the bot."""
        return [message.text for message in from_bot(self.mo) if not message.deleted]

    @property
    def posts(self) -> list[str]:
        """What Mo reads in the group."""
        return [m.text for m in from_bot(self.mo, self.group) if not m.deleted]

    async def post(self, text: str, **more: Unpack[Beside]) -> str:
        """Announce; return the receipt."""
        await self.stage.ask(self.stage.alex, f"announce {text}", **more)
        return (await self.stage.say(self.stage.alex, "yes"))[-1]

    async def tell(self, text: str) -> str:
        """Say something as the admin; return the last answer, a yes included if it is wanted."""
        answer = (await self.stage.say(self.stage.alex, text))[-1]
        return (await self.stage.say(self.stage.alex, "yes"))[-1] if "yes" in answer else answer


@pytest.fixture
async def board(tmp_path: Path) -> AsyncIterator[Board]:
    """The branch, before the relay runs."""
    async with relay_harness(tmp_path) as empty:
        pat = empty.signal.new_phone("Pat")
        yield Board(empty, empty.mo, pat, empty.group("Board", empty.mo, pat))


@pytest.mark.parametrize("release", RELEASES)
async def test_a_post_that_misses_a_new_phone_comes_as_a_direct_message(
    board: Board, release: Release
) -> None:
    board.stage.signal.tuning.release = release
    async with board.stage.running(board.branch):
        await board.post("The hall is open.")
        board.mo.change_safety_number()
        receipt = await board.post("The hall is shut.")
        assert "did not reach 1 person in the groups, who has a new phone" in receipt
        assert "direct message" in receipt
        assert "left Signal" not in receipt
        assert board.copies == [f"{WHY} Board. {THERE}\n\nThe hall is shut."]
        assert "did not reach" not in await board.post("The hall is warm.")
        for _ in range(3):
            await board.stage.watch()
            await board.stage.wait(timedelta(minutes=1))
        assert board.posts == ["The hall is open.", "The hall is warm."]
        assert len(board.copies) == 1
        assert [m.text for m in from_bot(board.pat)] == []
        assert "1 person set up Signal anew" in await board.tell("status")


@pytest.mark.parametrize("release", [DEPLOYED, NEWEST])
async def test_a_copy_brings_the_files_and_follows_its_post(board: Board, release: Release) -> None:
    board.stage.signal.tuning.release = release
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        await board.stage.say(
            board.stage.alex, "announce Film at 7", attachments=[marked_picture()]
        )
        await board.stage.say(board.stage.alex, "A poster")
        await board.stage.say(board.stage.alex, "yes")
        (copy,) = from_bot(board.mo)
        assert len(copy.attachments) == 1
        for text in ("Film at 8", "Film at 9"):
            assert "is changed in 1 of 1" in await board.tell(f"edit 1 {text}")
            assert board.copies[-1].endswith(f"\n\n{text}")
        assert len(board.copies) == 1
        await board.tell("retract 1")
        await board.stage.wait(timedelta(minutes=1))
        assert board.copies == []


async def test_what_is_retracted_before_is_not_copied(board: Board) -> None:
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        # Nobody is trusted meanwhile.
        board.stage.signal.put_in_the_way(
            Fault(
                "refuse",
                path=f"{IDENTITIES}/{board.stage.signal.number}/trust/{board.mo.aci}",
                text="No",
            )
        )
        await board.post("The hall is open.")
        assert board.copies == []
        await board.tell("retract 1")
        board.stage.signal.faults.clear()
        await board.stage.wait(timedelta(hours=2))
        await board.stage.watch()
        await board.stage.settle()
        assert board.copies == []


async def test_what_is_a_day_old_is_not_copied(board: Board) -> None:
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        board.stage.signal.put_in_the_way(
            Fault(
                "refuse",
                path=f"{IDENTITIES}/{board.stage.signal.number}/trust/{board.mo.aci}",
                text="No",
            )
        )
        await board.post("The hall is open.")
        board.stage.signal.faults.clear()
        board.stage.clock.move(timedelta(hours=25))
        await board.stage.watch()
        await board.stage.settle()
        assert board.copies == []


@pytest.mark.parametrize("release", [DEPLOYED, NEWEST])
@pytest.mark.parametrize("trusted", [False, True], ids=["before the key", "after the key"])
async def test_a_kill_in_between_loses_no_copy_and_sends_none_twice(
    board: Board, release: Release, trusted: bool
) -> None:
    on_stage = board.stage
    on_stage.signal.tuning.release = release
    async with on_stage.running(board.branch):
        board.mo.change_safety_number()
        await on_stage.ask(on_stage.alex, "announce The hall is open.")
        on_stage.alex.say("yes")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()
        (signal_lane,) = (lane for lane in on_stage.relay.lanes if lane.name == "signal")
        while not from_bot(board.pat, board.group):
            assert await signal_lane.step()
        if trusted:
            await on_stage.client.trust_known_keys(board.mo.aci)
        assert board.copies == []
    for _ in range(2):
        async with on_stage.running(board.branch):
            await on_stage.watch()
            await on_stage.settle()
        assert [text.rpartition("\n")[2] for text in board.copies] == ["The hall is open."]
    assert board.posts == []


async def test_where_the_keys_could_not_be_looked_at_it_is_done_before_any_is_trusted(
    board: Board,
) -> None:
    board.stage.signal.tuning.release = DEPLOYED
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        board.stage.signal.put_in_the_way(
            Fault("refuse", path=f"{IDENTITIES}/{board.stage.signal.number}", times=1)
        )
        receipt = await board.post("The hall is open.")
        assert "did not reach" not in receipt
        await board.stage.watch()
        await board.stage.settle()
        assert [text.rpartition("\n")[2] for text in board.copies] == ["The hall is open."]


async def test_somebody_who_is_in_no_group_gets_nothing(board: Board) -> None:
    board.stage.signal.tuning.release = DEPLOYED
    stranger = board.stage.signal.new_phone("Sam")
    async with board.stage.running(board.branch):
        await board.stage.ask(stranger, "help")
        stranger.change_safety_number()
        board.stage.signal.world.fetch_key(stranger.person)
        before = len(from_bot(stranger))
        assert "did not reach" not in await board.post("The hall is open.")
        await board.stage.watch()
        await board.stage.settle()
        assert len(from_bot(stranger)) == before


async def test_nothing_says_a_day_later_who_got_a_copy(board: Board) -> None:
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        await board.post("The hall is open.")
        assert len(board.copies) == 1
        await board.stage.wait(timedelta(hours=25))
        await board.stage.relay.tidy()
        store = board.stage.store
        rows = store.missed_messages.copies(post_of(1), board.group.api_id)
        assert (rows, store.missed_messages.all()) == ([], [])


async def test_a_new_post_in_its_place_takes_the_copy_away(board: Board) -> None:
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        await board.post("Film at 7")
        assert len(board.copies) == 1
        store = board.stage.store
        with store.transaction():
            announcement = store.announcements.get(1)
            assert announcement is not None
            board.stage.relay.services.announcements.renew(
                announcement, "Film at 8", post="New time. Film at 8", asked_by=board.stage.alex.aci
            )
        await board.stage.settle()
        assert (board.copies, board.posts) == ([], ["New time. Film at 8"])


async def test_a_copy_that_still_waits_is_not_sent_once_its_post_is_taken_back(
    board: Board,
) -> None:
    async with board.stage.running(board.branch):
        board.mo.change_safety_number()
        await board.stage.ask(board.stage.alex, "announce The hall is open.")
        board.stage.alex.say("yes")
        await board.stage.signal.signal_cli.drained()
        await board.stage.relay.dispatcher.drain()
        (signal_lane,) = (lane for lane in board.stage.relay.lanes if lane.name == "signal")
        while not from_bot(board.pat, board.group):
            assert await signal_lane.step()
        await board.stage.watch()
        store = board.stage.store
        assert len(store.missed_messages.copies(post_of(1), board.group.api_id)) == 1
        with store.transaction():
            announcement = store.announcements.get(1)
            assert announcement is not None
            board.stage.relay.services.announcements.retract(
                announcement, asked_by=board.stage.alex.aci
            )
        await board.stage.settle()
        assert [message.history for message in from_bot(board.mo)] == []
