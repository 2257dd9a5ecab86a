"""Somebody who has done everything that leaves something with the bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot, team
from practice.people import NumberSharing
from practice.phones import Phone
from relay.conduct.decisions.decision import Step
from relay.conduct.matters.matter import Origin
from relay.settings import Branch, SafeguardingSettings
from relay.settings.contact_list import ContactListSettings
from relay.settings.groups import GroupKind, GroupSettings

WORDS = {
    "advert": "Quincebridge sofa to give away",
    "reason of a request": "Zirconette tenants for years",
    "reason of a vote": "Marmaladia is nearer",
    "suggested group": "Tenants of Gascoynea",
    "name on the list": "Ferdinanda",
    "complaint": "Grumbleton kept me awake",
    "report": "Thistlewick locked the hall and would not let me out",
    "draft": "Brindlecombe followed me home on Friday night",
    "talk": "Periwinkla was closed that day",
}
"""What they write, each with a word that is nowhere else."""

MEETING = "meeting Title: Rent strike\nWhen: Thursday 7pm\nWhere: Town Hall"


class Remembered:
    """Zeb does everything; Alex, Bea and Cai are admins, Dee and Gus moderate, Una is an officer.

    There are a chat, a committee that is asked, one that is vouched for, a board and a caucus.
    """

    def __init__(self, stage: RelayHarness) -> None:
        self.stage = stage
        new = stage.signal.new_phone
        self.zeb: Phone = new(
            "Zebulonia Forgetter", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        self.alex, self.bea, self.mo = stage.alex, stage.bea, stage.mo
        self.cai, self.dee, self.gus = new("Cai Admin"), new("Dee Moderator"), new("Gus Moderator")
        self.kit, self.ned, self.una = new("Kit Keeper"), new("Ned Neighbour"), new("Una Officer")
        others = [new(f"Member {number}") for number in range(5)]
        crowd = (self.mo, self.ned, *others)
        self.chat = stage.group("chat", *crowd, only_admins=False)
        self.committee = stage.group("committee", self.mo, only_admins=False)
        self.vouched = stage.group("vouched", self.zeb, self.mo, only_admins=False)
        self.board = stage.group("board", *crowd)
        self.caucus = stage.group("caucus", self.kit, self.zeb, only_admins=False)
        stage.safeguarding = SafeguardingSettings(
            teams=(team("hackney", (self.una, "Welfare officer")),)
        )
        self._came = False

    def declaration(self) -> Branch:
        """The branch."""
        keepers = (self.kit.aci,)
        declared: tuple[tuple[Any, GroupKind, str, dict[str, Any]], ...] = (
            (self.chat, GroupKind.CHAT, "Hackney chat", {}),
            (self.committee, GroupKind.WORKING, "Rent committee", {"keepers": keepers}),
            (
                self.vouched,
                GroupKind.WORKING,
                "Press committee",
                {"keepers": keepers, "entry": "vouched"},
            ),
            (self.board, GroupKind.BOARD, "Hackney board", {}),
            (self.caucus, GroupKind.CAUCUS, "Queer caucus", {"keepers": keepers}),
        )
        groups = tuple(
            GroupSettings(id=group.api_id, kind=kind, name=name, **more)
            for group, kind, name, more in declared
        )
        admins = (self.alex, self.bea, self.cai)
        settled = {
            "groups": groups,
            "moderators": (self.dee.aci, self.gus.aci),
            "contact_list": ContactListSettings(),
        }
        plain = branch("hackney", *admins, groups=(self.chat,))
        return plain.model_copy(update=settled)

    @asynccontextmanager
    async def running(self, **more: Any) -> AsyncIterator["Remembered"]:
        """Let the relay run, with all groups kept as declared."""
        async with self.stage.running(self.declaration().model_copy(update=more)):
            await self.look()
            for number in range(1, 6):
                kept = self.stage.relay.services.groups.numbered(number)
                if kept is not None and not kept.agreed:
                    await self.say(self.alex, f"groups keep {number}")
                    await self.say(self.alex, "yes")
            await self.look()
            if not self._came:
                self._came = True
                world = self.stage.signal.world
                for group in (self.chat, self.board):
                    world.join(world.group_chat(group.api_id), self.zeb.aci)
                await self.look()
                await self.stage.wait(timedelta(minutes=5))
            yield self

    async def look(self) -> None:
        """Let the relay look at the groups, and do what follows, until nothing follows."""
        for _ in range(5):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()

    async def say(self, phone: Phone, text: str, **more: Any) -> str:
        """Say something to the bot; return all that it answers at once."""
        return "\n---\n".join(await self.stage.say(phone, text, **more))

    async def play(self, phone: Phone, *texts: str) -> str:
        """Say one thing after the other; return what is answered to the last."""
        answer = ""
        for text in texts:
            answer = await self.say(phone, text)
        return answer

    async def moderate_once(self) -> None:
        """Zeb is named as a moderator, and gives that up."""
        services, now = self.stage.relay.services, self.stage.clock.now()
        with self.stage.store.transaction():
            services.moderators.begin(
                "hackney",
                self.zeb.aci,
                self.zeb.person.name,
                groups=(),
                until=now + timedelta(days=90),
                both=False,
            )
        await self.stage.watch()
        await self.play(self.zeb, "resign", "yes")

    async def take_part(self) -> None:
        """Zeb subscribes, is reminded, answers a poll and a ballot, and says a language."""
        await self.say(self.zeb, "subscribe")
        await self.play(self.alex, MEETING, "skip", "skip", "skip", "yes")
        await self.say(self.zeb, "remind me")
        await self.play(self.alex, "rsvp 1", "yes")
        polls = [one for one in from_bot(self.zeb, self.chat) if one.question]
        self.zeb.vote(polls[-1].timestamp, (0,), to=self.chat)
        await self.stage.settle()
        question = "Where do we meet?\n1. Library\n2. Town Hall"
        await self.play(
            self.alex, f"ballot {question}\nuntil Wednesday 6pm\nto Hackney chat", "yes"
        )
        await self.stage.settle()
        await self.say(self.zeb, f"vote 1 because {WORDS['reason of a vote']}")
        await self.say(self.zeb, "silence")
        await self.say(self.zeb, "language 2")

    async def join_in(self) -> None:
        """Zeb has an advert, asks at a door, vouches for somebody and suggests a group."""
        await self.play(self.zeb, f"advert {WORDS['advert']}", "yes")
        await self.say(self.dee, "advert yes 1")
        await self.play(self.zeb, "join 2", "yes")
        await self.say(self.zeb, WORDS["reason of a request"])
        said = await self.play(self.ned, "join 3", "yes")
        await self.say(self.zeb, said.splitlines()[-1])
        for name in ("Gardeners", WORDS["suggested group"]):
            await self.say(self.zeb, f"suggest group {name}: repairs")
            if name == "Gardeners":
                number = from_bot(self.alex)[-1].text.split("agree ")[1].split()[0]
                await self.say(self.alex, f"agree {number}")
                await self.look()
        await self.play(self.zeb, "contact list", WORDS["name on the list"])
        await self.play(self.zeb, "skip", "skip", "skip", "skip", "yes")
        await self.say(self.zeb, "moderate")

    def open_matter(self) -> int:
        """Ned complains about Zeb; return the number of the matter. Joins a transaction."""
        return self.stage.relay.services.matters.open(
            "hackney",
            origin=Origin.COMPLAINT,
            subject=self.zeb.aci,
            message=None,
            about="Harassing somebody",
            words="I cannot sleep",
            complainer=self.ned.aci,
        ).number

    async def be_decided_about(self) -> int:
        """Moderators talk with Zeb, and decide; return the number of the matter."""
        deciding = self.stage.relay.services.deciding
        with self.stage.store.transaction():
            number = self.open_matter()
        await self.play(self.dee, f"talk {number} Hello, can we talk?", "yes")
        await self.say(self.zeb, f"talk {number} {WORDS['talk']}")
        with self.stage.store.transaction():
            draft = deciding.decisions.draft(
                number,
                "hackney",
                step=Step.NOTE,
                person=self.zeb.aci,
                standard="Harassing somebody",
                effect="Ned could not sleep.",
                reason="It was late.",
                groups=(),
                days=None,
            )
            decision = deciding.proposals.submit(draft, self.dee.aci)
            if not decision.is_in_force:
                deciding.proposals.agree(decision.number, self.gus.aci)
        await self.stage.settle()
        return number

    async def complain(self, who: Phone | None = None) -> str:
        """Zeb, or somebody else, complains about Ned; return what is said to that."""
        who = who or self.zeb
        self.ned.say("You lot are rats", to=self.chat)
        await self.stage.settle()
        await self.play(who, "complain", "You lot are rats", "4", WORDS["complaint"], "no")
        return await self.say(who, "yes")

    async def report(self) -> None:
        """Zeb sends a report, begins another one, and hides the chat."""
        await self.play(self.zeb, "report", "1", "0", WORDS["report"], "done", "yes")
        await self.play(self.zeb, "report", "1", "0", WORDS["draft"])
        await self.say(self.zeb, "hide")

    def cases(self) -> list[str]:
        """The names of what was sent to officers."""
        rows = self.stage.store._db.execute("SELECT name FROM cases WHERE name IS NOT NULL")
        return [str(name) for (name,) in rows.fetchall()]

    async def do_everything(self) -> int:
        """All of it; return the number of the matter that was decided about."""
        await self.moderate_once()
        await self.take_part()
        await self.join_in()
        number = await self.be_decided_about()
        await self.complain()
        return number
