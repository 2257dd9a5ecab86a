"""A chat that its members have made by hand, and the branch's declaration of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings


@dataclass
class Kept:
    """It, and the admin Alex who looks after it."""

    stage: RelayHarness
    group: Group

    async def look(self) -> list[str]:
        """Let the relay look, and do what follows; return what it tells Alex meanwhile."""
        before = len(from_bot(self.stage.alex))
        for _ in range(5):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()
        return [message.text for message in from_bot(self.stage.alex)[before:]]

    async def ask(self, text: str) -> str:
        """Say something as Alex; return the bot's last answer."""
        return (await self.stage.say(self.stage.alex, text))[-1]

    def declaration(self, **more: Any) -> Branch:
        """The branch with its one group."""
        declared: dict[str, Any] = {"kind": GroupKind.CHAT, "name": "Hackney chat", **more}
        return branch("hackney", self.stage.alex).model_copy(
            update={"groups": (GroupSettings(id=self.group.api_id, **declared),)}
        )

    @asynccontextmanager
    async def kept(self, **more: Any) -> AsyncIterator["Kept"]:
        """Have it taken over already, as declared; all that was said until then is over."""
        async with self.stage.running(self.declaration(**more)):
            await self.look()
            await self.ask("groups keep 1")
            await self.ask("yes")
            await self.look()
            yield self
