"""A branch with three groups that moderators look after, and people who write in them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.conduct.hearing.message_index import Found
from relay.settings.groups import GroupKind, GroupSettings


@dataclass
class Moderated:
    """The groups Chat, Area and a caucus; Mia moderates, Sam, Kim and Mo are in all of them.

    In the chat there is somebody else who is called Sam.
    """

    stage: RelayHarness
    mia: Phone = field(init=False)
    sam: Phone = field(init=False)
    kim: Phone = field(init=False)
    other_sam: Phone = field(init=False)
    groups: list[Group] = field(init=False)

    def __post_init__(self) -> None:
        new = self.stage.signal.new_phone
        self.mia, self.sam, self.kim = new("Mia"), new("Sam"), new("Kim")
        self.other_sam = new("Sam")
        inside = (self.mia, self.sam, self.kim, self.stage.mo)
        names = ("Hackney chat", "Hackney area", "Hackney caucus")
        self.groups = [
            self.stage.group(name, *inside, *more, only_admins=False)
            for name, more in zip(names, ((self.other_sam,), (), ()), strict=True)
        ]

    @property
    def chat(self) -> Group:
        """The group with number 1."""
        return self.groups[0]

    @asynccontextmanager
    async def moderated(self, *moderators: Phone, **more: Any) -> AsyncIterator["Moderated"]:
        """Have the branch run with its groups kept as declared.

        Args:
            moderators: nobody for Mia alone.
            more: settings of conduct.
        """
        kinds = (GroupKind.CHAT, GroupKind.AREA, GroupKind.CAUCUS)
        declared = tuple(
            GroupSettings(id=group.api_id, kind=kind, name=group.name)
            for group, kind in zip(self.groups, kinds, strict=True)
        )
        who = [one.aci for one in moderators or (self.mia,)]
        settings = branch("hackney", self.stage.alex, groups=(), moderators=who, conduct=more)
        async with self.stage.running(settings.model_copy(update={"groups": declared})):
            await self.look()
            for number in (1, 2, 3):
                await self._last(f"groups keep {number}")
                await self._last("yes")
                await self.look()
            yield self

    async def look(self) -> None:
        """Let the relay look at the groups, and do what follows."""
        for _ in range(4):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()

    async def says(self, phone: Phone, text: str, group: Group | None = None) -> int:
        """Write something in a group, by default in the chat; return its timestamp."""
        timestamp = phone.say(text, to=group or self.chat)
        await self.stage.settle()
        return timestamp

    def told(self, phone: Phone) -> list[str]:
        """What the bot has written to somebody."""
        return [message.text for message in from_bot(phone)]

    def found(self, text: str) -> list[Found]:
        """What is found by a text in all three groups."""
        return self.stage.relay.services.hearing.index.find(text, {1, 2, 3})

    async def _last(self, text: str) -> str:
        return ([*await self.stage.say(self.stage.alex, text), ""])[-1]
