"""Moderators, somebody a matter is about, and a friend of theirs: tests of talks and appeals."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.conduct.decisions.decision import Decision, Step
from relay.conduct.matters.matter import Origin, ReportedMessage
from relay.settings import Branch
from relay.settings.conduct import ConductSettings
from relay.settings.groups import GroupKind, GroupSettings


class Talking:
    """Mo is complained about, by Kim; Bea, Cai and Gus moderate in Hackney, Dee in Camden."""

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        self.mo: Phone = stage.mo
        self.bea: Phone = stage.bea
        self.cai = stage.signal.new_phone("Cai Moderator")
        self.gus = stage.signal.new_phone("Gus Moderator")
        self.dee = stage.signal.new_phone("Dee Elsewhere")
        self.kim = stage.signal.new_phone("Kim Complainer")
        self.fay = stage.signal.new_phone("Fay Friend")
        self.sam = stage.signal.new_phone("Sam Stranger")
        self.group: Group = stage.group("Hackney chat", self.mo, self.kim, only_admins=False)
        self.moderators: tuple[Phone, ...] = (self.bea, self.cai, self.gus)

    def hackney(self, **more: Any) -> Branch:
        """The branch, with its chat and three moderators."""
        group = GroupSettings(id=self.group.api_id, kind=GroupKind.CHAT, name="Hackney chat")
        settled: dict[str, Any] = {
            "groups": (group,),
            "moderators": tuple(one.aci for one in self.moderators),
            "conduct": ConductSettings(**more),
        }
        return branch("hackney", self.stage.alex).model_copy(update=settled)

    def camden(self, **more: Any) -> Branch:
        """Another branch, with one moderator."""
        settled = {"moderators": (self.dee.aci,), "conduct": ConductSettings(**more)}
        return branch("camden", self.stage.alex).model_copy(update=settled)

    @asynccontextmanager
    async def open(self, *branches: Branch) -> AsyncIterator["Talking"]:
        """Let the relay run; both branches, unless others are given."""
        async with self.stage.running(*(branches or (self.hackney(), self.camden()))):
            await self.stage.settle()
            yield self

    def matter(self, **more: Any) -> int:
        """Open a matter about Mo, as Kim's complaint does; return its number."""
        services, mo = self.stage.relay.services, self.mo.aci
        settled: dict[str, Any] = {
            "origin": Origin.COMPLAINT,
            "subject": mo,
            "message": ReportedMessage(self.group.api_id, mo, 1764100000000, "You lot are rats"),
            "about": "Harassing somebody",
            "words": "I cannot sleep",
            "complainer": self.kim.aci,
            **more,
        }
        with self.stage.store.transaction():
            return services.matters.open("hackney", **settled).number

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    def last(self, phone: Phone) -> str:
        """The last message of the bot on a phone."""
        return from_bot(phone)[-1].text

    def count(self, phone: Phone) -> int:
        """How many messages of the bot there are on a phone."""
        return len(from_bot(phone))

    async def begin(self, text: str = "Hello, can we talk about Tuesday?", **more: Any) -> int:
        """Let Bea begin a talk with Mo; return its number."""
        number = self.matter(**more)
        await self.say(self.bea, f"talk {number} {text}")
        await self.say(self.bea, "yes")
        return number

    def decide(self, step: Step = Step.TIMEOUT, **more: Any) -> Decision:
        """Let Bea decide something about Mo, with Cai's yes where one is needed."""
        deciding, group = self.stage.relay.services.deciding, 1
        settled: dict[str, Any] = {
            "person": self.mo.aci,
            "standard": "Harassing somebody",
            "effect": "Kim could not sleep.",
            "reason": "You called members rats.",
            "groups": (group,) if step is Step.TIMEOUT else (),
            "days": 7 if step is Step.TIMEOUT else None,
        }
        matter = more.pop("matter", None) or self.matter()
        by = more.pop("by", self.bea)
        with self.stage.store.transaction():
            draft = deciding.decisions.draft(matter, "hackney", step=step, **settled | more)
            decision = deciding.proposals.submit(draft, by.aci)
            if not decision.is_in_force:
                deciding.proposals.agree(decision.number, self.cai.aci)
        found = deciding.decisions.get(decision.number)
        assert found is not None
        assert found.is_in_force, found.state
        return found
