"""A branch with a board, and people who are in none of its groups."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone


@dataclass
class Unseen:
    """It, with Alex as the admin, Mo in the board, and Sam and Kim in nothing."""

    stage: RelayHarness
    board: Group
    sam: Phone
    kim: Phone

    @property
    def alex(self) -> Phone:
        return self.stage.alex

    @asynccontextmanager
    async def running(self, **more: Any) -> AsyncIterator["Unseen"]:
        """Put the relay on stage."""
        async with self.stage.running(branch("hackney", self.alex, groups=[self.board], **more)):
            yield self

    async def say(self, phone: Phone, text: str) -> str:
        """Say something to the bot; return its last answer."""
        return (await self.stage.say(phone, text))[-1]

    async def post(self, text: str) -> None:
        """Announce something, and let it go out."""
        await self.stage.say(self.alex, f"announce {text}")
        await self.stage.say(self.alex, "yes")

    async def subscribe(self, *phones: Phone, what: str = "") -> None:
        """Have people subscribe."""
        for phone in phones:
            assert "You now get" in await self.say(phone, f"subscribe {what}")

    async def wait(self, **by: float) -> None:
        """Let time pass."""
        await self.stage.wait(timedelta(**by))

    def read(self, phone: Phone) -> list[str]:
        """What stands in somebody's chat of the bot's, the newest version of each."""
        return [m.text for m in from_bot(phone) if not m.deleted]
