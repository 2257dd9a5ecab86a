"""A branch with three admins and somebody who would moderate: what tests of mandates play with."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.phones import Phone
from relay.conduct.mandates.moderators import Moderators
from relay.settings import Branch


class Mandating:
    """Alex, Bea and Cai are admins of Hackney; Mo and Ned are in its group."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.alex: Phone = stage.alex
        self.bea: Phone = stage.bea
        self.mo: Phone = stage.mo
        self.cai = stage.signal.new_phone("Cai Admin")
        self.ned = stage.signal.new_phone("Ned Neighbour")
        self.group = stage.group(
            "Hackney chat", self.mo, self.ned, self.alex, self.bea, self.cai, only_admins=False
        )

    @property
    def moderators(self) -> Moderators:
        """Who moderates, as the running relay knows it."""
        return self.stage.relay.services.moderators

    def declaration(self, *admins: Phone, **more: Any) -> Branch:
        """The branch."""
        who = admins or (self.alex, self.bea, self.cai)
        return branch("hackney", *who, groups=(self.group,), **more)

    @asynccontextmanager
    async def open(
        self, *admins: Phone, others: tuple[Branch, ...] = (), **more: Any
    ) -> AsyncIterator["Mandating"]:
        """Let the relay run."""
        async with self.stage.running(self.declaration(*admins, **more), *others):
            await self.stage.settle()
            yield self

    async def say(self, phone: Phone, text: str) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text))

    def read(self, phone: Phone) -> str:
        """The last thing that a phone got from the bot."""
        return from_bot(phone)[-1].text

    def everything(self, phone: Phone) -> str:
        """All that a phone got from the bot."""
        return "\n---\n".join(one.text for one in from_bot(phone))

    async def code(self, phone: Phone, text: str = "moderate") -> str:
        """The line that somebody gives to an admin."""
        return (await self.say(phone, text)).splitlines()[-1]

    def number(self, phone: Phone) -> str:
        """The number of what a phone was shown last to agree to."""
        found = re.findall(r"agree (\d{5})", self.everything(phone))
        return str(found[-1])

    async def propose(self, line: str, by: Phone) -> str:
        """Let an admin propose, with a yes; return the number of the proposal."""
        await self.say(by, line)
        answer = await self.say(by, "yes")
        found = re.search(r"number (\d{5})", answer)
        assert found is not None, answer
        return found[1]

    async def name(self, phone: Phone, more: str = "") -> None:
        """Let somebody become a moderator."""
        line = await self.code(phone)
        number = await self.propose(f"{line} {more}".strip(), self.alex)
        await self.say(self.bea, f"agree {number}")
        await self.say(phone, "moderate yes")
