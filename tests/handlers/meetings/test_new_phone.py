"""Who has a new phone is told of meetings what missed them in the group: what still helps, once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot

from practice.faults import Fault
from practice.groups import Group
from practice.releases import DEPLOYED, NEWEST, Release

INVITATION = (
    "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: Rents\n"
    "Access: step-free\nPapers: https://example.org/rents.pdf"
)
WHY = (
    "You have a new phone, or have set up Signal anew, so this did not reach you in the group Board"
)
TO_THE_DAY_BEFORE = timedelta(days=3, hours=6)
"""From the beginning to 7 pm on the day before."""


class Board:
    """A branch with a group in which Mo, who gets new phones, and Pat are."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.pat = stage.signal.new_phone("Pat")
        self.group = stage.group("Board", stage.mo, self.pat)
        self.groups = [self.group]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[RelayHarness]:
        """Let the relay run, with a meeting that is up."""
        async with self.stage.running(branch("hackney", self.stage.alex, groups=self.groups)):
            await self.stage.ask(self.stage.alex, INVITATION)
            await self.yes()
            yield self.stage

    async def yes(self) -> str:
        return (await self.stage.say(self.stage.alex, "yes"))[-1]

    async def tell(self, text: str) -> str:
        """Ask for a change and say yes to it; return what was shown before."""
        shown = await self.stage.ask(self.stage.alex, text)
        await self.yes()
        return shown

    @property
    def copies(self) -> list[str]:
        """What Mo reads in the chat with the bot."""
        return [m.text for m in from_bot(self.stage.mo) if not m.deleted]

    def posts(self, group: Group | None = None) -> list[str]:
        """What Mo reads in the group."""
        seen = from_bot(self.stage.mo, group or self.group)
        return [m.question or m.text for m in seen if not m.deleted]

    def nobody_is_trusted(self) -> None:
        """Have no new key trusted, until `clear`."""
        signal, mo = self.stage.signal, self.stage.mo
        path = f"/v1/identities/{signal.number}/trust/{mo.aci}"
        signal.put_in_the_way(Fault("refuse", path=path, text="No"))

    async def is_trusted(self) -> None:
        """Have new keys trusted again, and look at them."""
        self.stage.signal.faults.clear()
        await self.stage.wait(timedelta(hours=1, minutes=1))
        await self.stage.watch()
        await self.stage.settle()


@pytest.fixture
async def board(on_stage: RelayHarness) -> Board:
    """The branch, before the relay runs."""
    return Board(on_stage)


@pytest.fixture(params=[DEPLOYED, NEWEST])
def each_release(on_stage: RelayHarness, request: pytest.FixtureRequest) -> Release:
    """The release that is deployed, and the newest."""
    on_stage.signal.tuning.release = request.param
    release: Release = request.param
    return release


@pytest.mark.usefixtures("each_release")
async def test_a_reminder_comes_in_words_of_the_moment(board: Board) -> None:
    async with board.running() as stage:
        before = board.posts()
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE)
        [copy] = board.copies
        assert copy.startswith(f"{WHY}.")
        assert "\n\nTomorrow: Branch meeting\n" in copy
        assert "Thursday 26 November at 7 pm" in copy
        assert board.posts() == before
        assert [m.text for m in from_bot(board.pat)] == []
        # The next one reaches the group again.
        await stage.wait(timedelta(hours=22))
        assert board.copies == [copy]
        assert board.posts()[-1].startswith("In 2 hours: Branch meeting")


async def test_a_reminder_that_comes_late_says_how_long_it_still_is(board: Board) -> None:
    async with board.running() as stage:
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE)
        assert board.copies == []
        stage.clock.move(timedelta(hours=14))
        await board.is_trusted()
        [copy] = board.copies
        assert "Today: Branch meeting" in copy
        assert "Tomorrow" not in copy


async def test_no_reminder_comes_of_what_is_over_or_has_moved(board: Board) -> None:
    async with board.running() as stage:
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE)
        await board.tell("move 1 to Friday 8pm")
        await board.is_trusted()
        [copy] = board.copies
        assert "Friday 27 November at 8 pm" in copy
        assert "Tomorrow" not in copy
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await stage.wait(timedelta(hours=24))
        assert "Tomorrow" in [m.text for m in from_bot(board.pat, board.group)][-1]
        stage.clock.move(timedelta(hours=23))
        await board.is_trusted()
        assert board.copies == [copy]


async def test_what_is_kept_of_a_reminder_that_was_copied_is_forgotten_with_it(
    board: Board,
) -> None:
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE)
        assert len(board.copies) == 1
        await stage.wait(timedelta(hours=23))
        rows = stage.store._db.execute("SELECT * FROM outbox").fetchall()
        assert stage.mo.aci not in repr(rows)
        assert stage.store.missed_messages.all() == []


async def test_who_asked_for_reminders_reads_each_once(board: Board) -> None:
    async with board.running() as stage:
        await stage.ask(stage.mo, "remind me")
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE)
        await stage.wait(timedelta(minutes=5))
        assert [("Tomorrow" in text) for text in board.copies] == [False, True]
        assert "type stop" in board.copies[-1]


@pytest.mark.usefixtures("each_release")
async def test_a_notice_comes_with_the_post_that_it_is_about(board: Board) -> None:
    async with board.running() as stage:
        await stage.wait(timedelta(days=2))
        stage.mo.change_safety_number()
        await board.tell("agenda 1 Rents and repairs")
        [copy] = board.copies
        notice = from_bot(board.pat, board.group)[-1].text
        assert copy.startswith(f"{WHY}. ")
        assert f"\n\n{notice}\n\nBranch meeting\nWhen: Thursday" in copy
        assert copy.count("Rents and repairs") == 2
        [message] = [m for m in from_bot(stage.mo) if not m.deleted]
        assert len(message.attachments) == 2


@pytest.mark.usefixtures("each_release")
async def test_a_post_in_the_place_of_another_says_what_has_changed(board: Board) -> None:
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await board.tell("move 1 to Friday 8pm")
        [copy] = board.copies
        [posted] = [m.text for m in from_bot(board.pat, board.group) if not m.deleted]
        assert copy.endswith(f"\n\n{posted}")
        assert "Thursday 26 November at 7 pm" in copy
        assert "Friday 27 November at 8 pm" in copy


async def test_of_several_changes_the_last_is_told_and_once(board: Board) -> None:
    async with board.running() as stage:
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await board.tell("move 1 to Friday 8pm")
        await board.tell("agenda 1 Rents and repairs")
        await board.tell("cancel 1 because The hall is flooded")
        assert board.copies == []
        await board.is_trusted()
        [copy] = board.copies
        [posted] = [m.text for m in from_bot(board.pat, board.group) if not m.deleted]
        assert copy.endswith(f"\n\n{posted}")
        assert "The hall is flooded" in copy


async def test_nothing_comes_of_a_meeting_that_is_over(board: Board) -> None:
    async with board.running() as stage:
        await stage.wait(timedelta(days=4))
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await board.tell("agenda 1 Rents and repairs")
        stage.clock.move(timedelta(hours=10))
        await board.is_trusted()
        assert board.copies == []
        assert stage.store.missed_messages.all() == []


async def test_who_is_in_two_of_the_groups_reads_it_once(board: Board) -> None:
    board.groups.append(board.stage.group("Ward", board.stage.mo, board.pat))
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await board.tell("move 1 to Friday 8pm")
        assert len(board.copies) == 1
        stage.mo.change_safety_number()
        await stage.wait(TO_THE_DAY_BEFORE + timedelta(days=1, hours=1))
        assert len(board.copies) == 2
        assert "Tomorrow" in board.copies[-1]


@pytest.mark.usefixtures("each_release")
async def test_of_a_question_it_is_said_what_was_asked_and_how_to_answer(board: Board) -> None:
    async with board.running() as stage:
        before = board.posts()
        stage.mo.change_safety_number()
        await board.tell("rsvp 1")
        assert board.posts() == before
        [copy] = board.copies
        assert copy.startswith(f"{WHY}.")
        asked = "Are you coming to Branch meeting, Thursday 26 November at 7 pm?"
        assert f"I asked there: {asked} Yes / No / Maybe" in copy
        assert "Please write in the group whether you are coming." in copy
        assert [m.options for m in from_bot(stage.mo)] == [()]


async def test_a_question_that_is_asked_anew_takes_its_copy_away(board: Board) -> None:
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await board.tell("rsvp 1")
        assert len(board.copies) == 1
        await board.tell("move 1 to Friday 8pm")
        assert board.copies == []
        assert board.posts()[-1] == "Are you coming to Branch meeting, Friday 27 November at 8 pm?"


@pytest.mark.parametrize("change", ["move 1 to Friday 8pm", "cancel 1 because of the flood"])
async def test_a_question_that_is_outdated_is_not_told_of(board: Board, change: str) -> None:
    async with board.running() as stage:
        await board.tell("agenda 1 Rents and repairs")
        board.nobody_is_trusted()
        stage.mo.change_safety_number()
        await board.tell("rsvp 1")
        await board.tell(change)
        await board.is_trusted()
        assert not [text for text in board.copies if "Thursday 26 November at 7 pm?" in text]
        asked = [text for text in board.copies if "I asked there" in text]
        assert [("Friday 27 November at 8 pm?" in text) for text in asked] == (
            [True] if "move" in change else []
        )


async def test_nothing_says_a_day_later_who_got_what(board: Board) -> None:
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await board.tell("rsvp 1")
        assert len(board.copies) == 1
        await stage.wait(timedelta(hours=25))
        await stage.relay.tidy()
        tables: Any = stage.store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            rows = stage.store._db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            assert stage.mo.aci not in repr(rows), table


@pytest.mark.usefixtures("each_release")
@pytest.mark.parametrize("text", ["rsvp 1", "agenda 1 Rents and repairs"])
async def test_a_kill_in_between_loses_none_and_sends_none_twice(board: Board, text: str) -> None:
    async with board.running() as stage:
        stage.mo.change_safety_number()
        await stage.ask(stage.alex, text)
        count = len(from_bot(board.pat, board.group))
        stage.alex.say("yes")
        await stage.signal.signal_cli.drained()
        await stage.relay.dispatcher.drain()
        (lane,) = (lane for lane in stage.relay.lanes if lane.name == "signal")
        while len(from_bot(board.pat, board.group)) == count:
            assert await lane.step()
        assert board.copies == []
    for _ in range(2):
        async with stage.running(branch("hackney", stage.alex, groups=board.groups)):
            await stage.watch()
            await stage.settle()
        assert len(board.copies) == 1
