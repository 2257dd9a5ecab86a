"""A chat that moderators look after: what tests of complaints are played with."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot, team
from practice.groups import Group
from practice.phones import Phone
from practice.seen import SeenMessage
from relay.settings import Branch, SafeguardingSettings
from relay.settings.groups import GroupKind, GroupSettings


class Chat:
    """Mo complains, Ned is complained about; Bea and Cai moderate, Alex is the admin.

    Una reads reports of harm. Sam is in no group.
    """

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.mo: Phone = stage.mo
        self.bea: Phone = stage.signal.new_phone("Bea Moss")
        self.cai = stage.signal.new_phone("Cai Moderator")
        self.ned = stage.signal.new_phone("Ned Neighbour")
        self.una = stage.signal.new_phone("Una Officer")
        self.sam = stage.signal.new_phone("Sam Stranger")
        self.group: Group = stage.group(
            "Hackney chat", self.mo, self.ned, self.bea, self.cai, only_admins=False
        )
        self.other: Group = stage.group("Tenants", self.mo, self.ned, only_admins=False)
        stage.safeguarding = SafeguardingSettings(
            teams=(team("hackney", (self.una, "Welfare officer")),)
        )

    def declaration(self, **more: Any) -> Branch:
        """The branch, with its chats and two moderators."""
        groups = tuple(map(self.declared, (self.group, self.other)))
        settled: dict[str, Any] = {
            "groups": groups,
            "moderators": (self.bea.aci, self.cai.aci),
            **more,
        }
        return branch("hackney", self.stage.alex).model_copy(update=settled)

    def declared(self, group: Group) -> GroupSettings:
        """A group as a chat of a branch."""
        return GroupSettings(id=group.api_id, kind=GroupKind.CHAT, name=group.name)

    @asynccontextmanager
    async def open(self, *others: Branch, **more: Any) -> AsyncIterator["Chat"]:
        """Let the relay run; what people are called is known from what they have said."""
        async with self.stage.running(self.declaration(**more), *others):
            for _ in range(3):
                await self.stage.relay.directory.refresh()
                await self.stage.settle()
            for phone in (self.mo, self.ned, self.bea, self.cai):
                phone.say("Hello", to=self.group)
            await self.stage.settle()
            yield self

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    async def play(self, phone: Phone, *texts: str) -> str:
        """Say one thing after the other; return what is answered to the last."""
        answer = ""
        for text in texts:
            answer = await self.say(phone, text)
        return answer

    async def complain(
        self,
        phone: Phone | None = None,
        text: str = "You lot are rats",
        words: str = "I cannot sleep",
        excluded: str = "no",
    ) -> str:
        """Have a message of Ned's complained of; return the number of the complaint."""
        self.ned.say(text, to=self.group)
        await self.stage.settle()
        who = phone or self.mo
        await self.play(who, "complain", text, "4", words, excluded)
        if excluded != "no":
            await self.say(who, "no")
        said = await self.say(who, "yes")
        found = re.search(r"number (\d+)", said)
        assert found is not None, said
        return found[1]

    def heard(self, phone: Phone) -> list[str]:
        """What the bot has said to a phone, oldest first."""
        return [one.text for one in from_bot(phone)]

    def shown(self, phone: Phone) -> list[SeenMessage]:
        """What stands of that, without what was deleted."""
        return [one for one in from_bot(phone) if not one.deleted]
