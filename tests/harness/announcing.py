"""A scene on the stage: one branch with two boards, and its admin."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from harness.running import RelayHarness, branch, from_bot, relay_harness
from practice.groups import Group
from practice.phones import Phone


@dataclass
class AnnouncementHarness:
    """A branch whose admin is Alex, and two groups with Mo in both."""

    stage: RelayHarness
    north: Group
    south: Group

    @property
    def alex(self) -> Phone:
        return self.stage.alex

    async def post(self, text: str = "Hello") -> str:
        """Announce, say yes; return what the bot said last."""
        await self.stage.ask(self.alex, f"announce {text}")
        return (await self.stage.say(self.alex, "yes"))[-1]

    async def ask(self, text: str) -> str:
        """Say something as Alex; return the bot's last answer."""
        return (await self.stage.say(self.alex, text))[-1]

    async def wait(self, **by: float) -> list[str]:
        """Let time pass; return what the bot tells Alex meanwhile."""
        before = len(from_bot(self.alex))
        await self.stage.wait(timedelta(**by))
        return [message.text for message in from_bot(self.alex)[before:]]

    def board(self, group: Group) -> list[str]:
        """What Mo sees in a group."""
        return [m.text for m in from_bot(self.stage.mo, group) if not m.deleted]


@asynccontextmanager
async def scene_of(folder: Path) -> AsyncIterator[AnnouncementHarness]:
    """Put the branch on stage."""
    async with relay_harness(folder) as empty:
        north, south = empty.group("North board"), empty.group("South board")
        async with empty.running(branch("hackney", empty.alex, groups=[north, south])):
            yield AnnouncementHarness(empty, north, south)
