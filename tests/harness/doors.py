"""Three groups that people come into through the bot: a chat, a committee, and a caucus."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings

CHAT, COMMITTEE, CAUCUS = "Hackney chat", "Rent committee", "Queer caucus"


class Doorstep:
    """They, their admin Alex, their keepers Kit and Kay, and Nat, who is in none of them."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.alex, self.mo = stage.alex, stage.mo
        self.kit = stage.signal.new_phone("Kit Keeper")
        self.kay = stage.signal.new_phone("Kay Keeper")
        self.nat = stage.signal.new_phone("Nat Newcomer")
        self.chat = stage.group("chat", stage.mo, only_admins=False)
        self.committee = stage.group("committee", stage.mo, only_admins=False)
        self.caucus = stage.group("caucus", self.kit, only_admins=False)

    def declaration(self, **more: dict[str, Any]) -> Branch:
        """The branch; `chat`, `committee` and `caucus` say of each what is not as it is here."""
        keepers = (self.kit.aci, self.kay.aci)
        declared: tuple[tuple[Group, GroupKind, str, dict[str, Any]], ...] = (
            (self.chat, GroupKind.CHAT, CHAT, {"description": "Everybody is welcome."}),
            (self.committee, GroupKind.WORKING, COMMITTEE, {"keepers": keepers}),
            (self.caucus, GroupKind.CAUCUS, CAUCUS, {"keepers": keepers}),
        )
        names = ("chat", "committee", "caucus")
        groups = tuple(
            GroupSettings(
                **{"id": group.api_id, "kind": kind, "name": name, **usual, **more.get(called, {})}
            )
            for called, (group, kind, name, usual) in zip(names, declared, strict=True)
        )
        return branch("hackney", self.alex).model_copy(update={"groups": groups})

    @asynccontextmanager
    async def kept(self, **more: dict[str, Any]) -> AsyncIterator["Doorstep"]:
        """Have all of them taken over already."""
        async with self.stage.running(self.declaration(**more)):
            await self.look()
            for number in (1, 2, 3):
                await self.say(self.alex, f"groups keep {number}")
                await self.say(self.alex, "yes")
            await self.look()
            yield self

    async def look(self) -> None:
        """Let the relay look at the groups, and do what follows, until nothing follows."""
        for _ in range(6):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()

    async def say(self, who: Phone, text: str) -> str:
        """Say something to the bot; return all that it answers at once."""
        return "\n".join(await self.stage.say(who, text))

    async def agreed(self, who: Phone, text: str = "join 1") -> str:
        """Begin the way in and agree to the standards; return what is said then."""
        await self.say(who, text)
        return await self.say(who, "yes")

    async def asked(self, who: Phone, group: str = "2", reason: str = "I rent.") -> str:
        """Ask the keepers of a group; return the number of the request."""
        await self.agreed(who, f"join {group}")
        before = len(from_bot(self.kit))
        await self.say(who, reason)
        told = from_bot(self.kit)[before:]
        assert len(told) == 1
        return told[0].text.split(":")[0]

    def heard(self, who: Phone, since: int = 0) -> list[str]:
        """Return what somebody has read of the bot."""
        return [message.text for message in from_bot(who)[since:]]
