"""Groups of a branch that are kept, and people who come into them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.groups.newcomers import APART, SETTLE
from relay.settings.groups import GroupKind, GroupSettings


@dataclass
class Comings:
    """The branch of Alex, with a chat and a private group."""

    stage: RelayHarness
    chat: Group
    private: Group
    more: dict[str, Any] = field(default_factory=dict)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Comings"]:
        """Run the relay; what the groups are is taken over as it is."""
        declared = branch("hackney", self.stage.alex).model_copy(
            update={
                "groups": (
                    GroupSettings(id=self.chat.api_id, kind=GroupKind.CHAT, name="Hackney chat"),
                    GroupSettings(
                        id=self.private.api_id, kind=GroupKind.CAUCUS, name="Lavender", **self.more
                    ),
                )
            }
        )
        async with self.stage.running(declared):
            if not self.chat.description:
                await self.look()
                for number in (1, 2):
                    await self.stage.say(self.stage.alex, f"groups take {number}")
                    await self.stage.say(self.stage.alex, "yes")
            await self.look()
            yield self

    async def look(self) -> None:
        """Let the relay look, and do what follows at once."""
        for _ in range(3):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()

    async def pass_time(self, by: timedelta = SETTLE, turns: int = 3) -> None:
        """Let time pass, and one welcome after the other go out."""
        self.stage.clock.move(by)
        for _ in range(turns):
            await self.stage.settle()
            self.stage.clock.move(APART)

    def person(self, name: str) -> Phone:
        """Somebody new on Signal."""
        return self.stage.signal.new_phone(name)

    def put_in(self, phone: Phone, group: Group | None = None) -> None:
        """Somebody comes in, however."""
        world = self.stage.signal.world
        world.join(world.group_chat((group or self.chat).internal_id), phone.aci)

    def take_out(self, phone: Phone, group: Group | None = None) -> None:
        """Somebody is gone."""
        world = self.stage.signal.world
        world.leave(world.group_chat((group or self.chat).internal_id), phone.aci)

    def said_to(self, phone: Phone) -> list[str]:
        """What the bot has written to somebody."""
        return [message.text for message in from_bot(phone)]
