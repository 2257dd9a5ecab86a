"""A board, its members, and a moderator: what tests of adverts are played with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from practice.seen import SeenMessage
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings


class Board:
    """Mo writes adverts; Bea and Cai moderate; Alex is the admin; Ned reads the board too."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.mo: Phone = stage.mo
        self.bea: Phone = stage.bea
        self.cai = stage.signal.new_phone("Cai Moderator")
        self.ned = stage.signal.new_phone("Ned Neighbour")
        self.sam = stage.signal.new_phone("Sam Stranger")
        self.group: Group = stage.group("Hackney board", self.mo, self.ned)

    def declaration(self, **more: Any) -> Branch:
        """The branch, with its board and two moderators."""
        group = GroupSettings(id=self.group.api_id, kind=GroupKind.BOARD, name="Hackney board")
        settled: dict[str, Any] = {
            "groups": (group,),
            "moderators": (self.bea.aci, self.cai.aci),
            **more,
        }
        return branch("hackney", self.stage.alex).model_copy(update=settled)

    @asynccontextmanager
    async def open(self, **more: Any) -> AsyncIterator["Board"]:
        """Let the relay run, with the board as declared."""
        async with self.stage.running(self.declaration(**more)):
            for _ in range(3):
                await self.stage.relay.directory.refresh()
                await self.stage.settle()
            if "groups keep 1" in _last(self.stage.alex):
                await self.stage.say(self.stage.alex, "groups keep 1")
                await self.stage.say(self.stage.alex, "yes")
            yield self

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    def shown(self) -> list[SeenMessage]:
        """What Ned sees in the board now, oldest first; what was deleted is not there."""
        return [one for one in from_bot(self.ned, self.group) if not one.deleted]

    def texts(self) -> list[str]:
        """The texts of that."""
        return [one.text for one in self.shown()]

    async def put_up(self, text: str = "Blue sofa to give away, Clapton.") -> None:
        """Have an advert of Mo's read and posted."""
        await self.stage.say(self.mo, f"advert {text}")
        await self.stage.say(self.mo, "yes")
        number = self.newest()
        await self.stage.say(self.bea, f"advert yes {number}")

    def newest(self) -> int:
        """The number of the newest advert."""
        row = self.stage.store._db.execute("SELECT max(number) FROM adverts").fetchone()
        return int(row[0])


def _last(phone: Phone) -> str:
    return "\n".join(one.text for one in from_bot(phone))
