"""A branch on stage that hears about meetings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from harness.running import RelayHarness, branch, from_bot, relay_harness

from practice.groups import Group
from practice.phones import Phone

INVITATION = (
    "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: Rents\n"
    "Access: step-free\nPapers: https://example.org/rents.pdf"
)


class MeetingStage:
    """A branch with Alex as its admin and a board with Mo in it."""

    def __init__(self, on_stage: RelayHarness, board: Group) -> None:
        self.stage = on_stage
        self.board = board

    async def settle(self) -> None:
        """Let everything happen that is due, meetings included."""
        await self.stage.settle()

    async def put_up(self, invitation: str = INVITATION) -> str:
        """Put a meeting up; return its post in the group."""
        await self.stage.ask(self.stage.alex, invitation)
        await self.stage.say(self.stage.alex, "yes")
        await self.settle()
        posts = [message.text for message in from_bot(self.stage.mo, self.board)]
        return posts[-1] if posts else ""


@pytest.fixture
async def on_stage(tmp_path: Path) -> AsyncIterator[RelayHarness]:
    """An empty stage: people, but no groups and no relay yet."""
    async with relay_harness(tmp_path) as empty:
        yield empty


@pytest.fixture
async def hackney(on_stage: RelayHarness) -> AsyncIterator[MeetingStage]:
    """The branch, with one admin."""
    async with _on(on_stage) as ready:
        yield ready


@pytest.fixture
async def hackney_of_two(on_stage: RelayHarness) -> AsyncIterator[MeetingStage]:
    """The branch, with two admins who have to agree."""
    async with _on(on_stage, on_stage.bea, approvals=2) as ready:
        yield ready


@asynccontextmanager
async def _on(
    on_stage: RelayHarness, *more: Phone, **settings: object
) -> AsyncIterator[MeetingStage]:
    board = on_stage.group("Board")
    hackney = branch("hackney", on_stage.alex, *more, groups=[board], **settings)
    async with on_stage.running(hackney):
        yield MeetingStage(on_stage, board)
