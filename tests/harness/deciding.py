"""A branch with three groups and three moderators, who decide about Mo."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.conduct.decisions.ladder import STEP_COUNTS_AFTER
from relay.conduct.matters.matter import Origin, ReportedMessage
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings

EFFECT, REASON = "Two people have left the chat.", "They called others names and went on with it."
STANDARD, NOTE, TALK, TIMEOUT, REMOVAL, DELETE = "4", "1", "2", "3", "4", "5"


class Moot:
    """Bea, Cai and Dee moderate; Mo is in the chat and in the area; Ned complained; Alex admins."""

    def __init__(self, stage: RelayHarness, more_groups: int = 0) -> None:
        self.stage = stage
        self.alex, self.bea, self.mo = stage.alex, stage.bea, stage.mo
        self.cai = stage.signal.new_phone("Cai Moderator")
        self.dee = stage.signal.new_phone("Dee Moderator")
        self.ned = stage.signal.new_phone("Ned Neighbour")
        self.chat = stage.group("Chat", self.mo, self.ned, only_admins=False)
        self.area = stage.group("Area", self.mo, only_admins=False)
        self.other = stage.group("Other", self.ned, only_admins=False)
        self.many = [
            stage.group(f"Group {number}", self.mo, only_admins=False)
            for number in range(more_groups)
        ]
        self.settings: dict[str, Any] = {}
        self.moderators: tuple[Phone, ...] = (self.bea, self.cai, self.dee)

    @property
    def groups(self) -> list[Group]:
        """All groups, in the order of their numbers."""
        return [self.chat, self.area, self.other, *self.many]

    def declaration(self, **more: Any) -> Branch:
        """The branch, with its groups and moderators."""
        groups = tuple(
            GroupSettings(id=group.api_id, kind=GroupKind.CHAT, name=group.name)
            for group in self.groups
        )
        settled: dict[str, Any] = {
            "groups": groups,
            "moderators": tuple(one.aci for one in self.moderators),
            **self.settings,
            **more,
        }
        return branch("hackney", self.alex).model_copy(update=settled)

    @asynccontextmanager
    async def open(self, **more: Any) -> AsyncIterator["Moot"]:
        """Let the relay run, and have all groups kept as declared."""
        async with self.stage.running(self.declaration(**more)):
            for phone in (self.bea, self.cai, self.dee, self.mo, self.ned):
                self.stage.relay.services.hearing.names.learn(phone.aci, phone.person.name)
            await self.look()
            for number in range(1, len(self.groups) + 1):
                kept = self.stage.relay.services.groups.numbered(number)
                if kept is not None and not kept.agreed:
                    await self.say(self.alex, f"groups keep {number}")
                    await self.say(self.alex, "yes")
            await self.look()
            yield self

    async def look(self) -> None:
        """Let the relay look at the groups, and do what follows, until nothing follows."""
        for _ in range(5):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers at once."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    def heard(self, phone: Phone, since: int = 0) -> list[str]:
        """Return what somebody has read of the bot."""
        return [message.text for message in from_bot(phone)[since:]]

    def last(self, phone: Phone) -> str:
        """Return what somebody has read last of the bot, and nothing where they have read none."""
        return (self.heard(phone) or [""])[-1]

    def matter(self, about: Phone | None = None, message: int | None = None, **more: Any) -> int:
        """Open a matter as a complaint of Ned's does; return its number."""
        about = about or self.mo
        reported = None
        if message is not None:
            reported = ReportedMessage(self.chat.api_id, about.aci, message, "Something rude")
        services = self.stage.relay.services
        with self.stage.store.transaction():
            values: dict[str, Any] = {"groups": (1,), "complainer": self.ned.aci, **more}
            view = services.matters.open(
                "hackney",
                origin=Origin.COMPLAINT,
                subject=about.aci,
                message=reported,
                about="Harassing",
                **values,
            )
        return view.number

    async def until_step(self, by: Phone, number: int) -> str:
        """Answer everything before the step; return what is asked then."""
        await self.say(by, f"decide {number}")
        await self.say(by, "no")
        await self.say(by, STANDARD)
        await self.say(by, EFFECT)
        return await self.say(by, REASON)

    async def shown(self, by: Phone, number: int, step: str, *answers: str) -> str:
        """Go on to the preview; return it."""
        await self.until_step(by, number)
        said = await self.say(by, step)
        for answer in answers:
            said = await self.say(by, answer)
        return said

    async def decided(self, by: Phone, number: int, step: str, *answers: str) -> str:
        """Go on to the yes; return what is said to it."""
        await self.shown(by, number, step, *answers)
        return await self.say(by, "yes")

    async def noted_and_talked(self) -> None:
        """Have the steps before a time-out taken, so that one moderator may decide on it."""
        for step in (NOTE, TALK):
            await self.decided(self.bea, self.matter(), step)
            await self.stage.wait(STEP_COUNTS_AFTER + timedelta(minutes=1))

    def is_in(self, phone: Phone, group: Group) -> bool:
        """Whether somebody is in a group, as Signal has it."""
        return phone.aci in group.members
