"""`members`: how many a branch has, and never who."""

from datetime import timedelta

from harness.running import RelayHarness, branch

from practice.groups import Group
from practice.phones import Phone
from relay.groups.counting import MemberCounts
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings
from relay.subscriptions.tables import Scope, Subscribers


class Counted:
    """A branch with a chat, an area and a caucus."""

    def __init__(self, stage: RelayHarness, chat: int = 8, area: int = 3) -> None:
        self.stage = stage
        self.people = [stage.signal.new_phone(f"Zephyrine {index}") for index in range(12)]
        self.chat = stage.group("Hackney chat", *self.people[:chat])
        self.area = stage.group("Clapton", *self.people[:area])
        self.caucus = stage.group("Carers", *self.people[2:11])

    def declaration(self) -> Branch:
        """The branch."""
        declared = (
            _declared(self.chat, GroupKind.CHAT, "Hackney chat"),
            _declared(self.area, GroupKind.AREA, "Clapton"),
            _declared(self.caucus, GroupKind.CAUCUS, "Carers"),
        )
        hackney = branch("hackney", self.stage.alex, self.stage.bea)
        return hackney.model_copy(update={"groups": declared})

    async def ask(self, phone: Phone | None = None) -> str:
        """Ask how many there are."""
        for _ in range(3):
            await self.stage.relay.directory.refresh()
            await self.stage.settle()
        return "\n".join(await self.stage.say(phone or self.stage.alex, "members"))


def _declared(group: Group, kind: GroupKind, name: str) -> GroupSettings:
    return GroupSettings(id=group.api_id, kind=kind, name=name)


def _subscribe(stage: RelayHarness, phone: Phone) -> None:
    with stage.store.transaction():
        stage.store[Subscribers].add(
            "hackney",
            phone.aci,
            Scope.ALL,
            is_waiting=False,
            is_known=True,
            now=stage.clock.now(),
        )


async def test_people_are_counted_once_by_group_and_by_area(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage, chat=8, area=6)
    async with on_stage.running(counted.declaration()):
        answer = await counted.ask()
        assert "Hackney branch: 8 people in its groups, each counted once." in answer
        assert "Groups:\nHackney chat: 8" in answer
        assert "Areas:\nClapton: 6" in answer
        assert "Zephyrine" not in answer


async def test_few_people_are_not_counted_exactly(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage, chat=8, area=3)
    async with on_stage.running(counted.declaration()):
        assert "Clapton: fewer than 5" in await counted.ask()


async def test_of_a_caucus_nothing_is_said_nor_of_who_is_in_nothing_else(
    on_stage: RelayHarness,
) -> None:
    counted = Counted(on_stage)
    async with on_stage.running(counted.declaration()):
        answer = await counted.ask()
        assert "Carers" not in answer
        assert "8 people" in answer
        kept = on_stage.store._db.execute("SELECT what, count FROM member_counts").fetchall()
        assert sorted(kept) == [("group 1", 8), ("group 2", 3), ("people", 8)]


async def test_a_listed_caucus_is_named_without_a_number(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage)
    declared = counted.declaration()
    caucus = declared.groups[2].model_copy(update={"listed": True})
    listed = declared.model_copy(update={"groups": (*declared.groups[:2], caucus)})
    async with on_stage.running(listed):
        answer = await counted.ask()
        assert "\nCarers\n" in answer


async def test_growth_is_told_once_it_is_known(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage, chat=6)
    async with on_stage.running(counted.declaration()):
        assert "week" not in await counted.ask()
        for phone in counted.people[6:9]:
            counted.chat.members[phone.aci] = counted.chat.members[counted.people[0].aci]
        await on_stage.wait(timedelta(days=7))
        answer = await counted.ask()
        assert "9 people in its groups, each counted once (3 more than a week ago)." in answer
        assert "Hackney chat: 9 (3 more than a week ago)" in answer
        await on_stage.wait(timedelta(days=24))
        assert "as many as a week ago" not in await counted.ask()
        assert "3 more than a month ago" in await counted.ask()


async def test_several_branches_are_also_counted_together(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage, chat=8)
    other = branch("leeds", on_stage.alex, groups=[on_stage.group("Leeds", *counted.people[5:12])])
    async with on_stage.running(counted.declaration(), other):
        assert "In all your branches together: 12 people" in await counted.ask()
        assert "together" not in await counted.ask(on_stage.bea)


async def test_counts_are_forgotten_after_a_year_and_a_bit(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage)
    async with on_stage.running(counted.declaration()):
        await counted.ask()
        await on_stage.wait(timedelta(days=401))
        await on_stage.relay.tidy()
        table = on_stage.store[MemberCounts]
        days = table._db.execute("SELECT DISTINCT day FROM member_counts").fetchall()
        assert len(days) == 1


async def test_members_of_something_else_is_no_question(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage)
    async with on_stage.running(counted.declaration()):
        answers = await on_stage.say(on_stage.alex, "members of the committee met today")
        assert not any("each counted once" in one for one in answers)


async def test_it_is_asked_in_a_sentence(on_stage: RelayHarness) -> None:
    counted = Counted(on_stage)
    async with on_stage.running(counted.declaration()):
        await counted.ask()
        [answer] = await on_stage.say(on_stage.alex, "How many members do we have?")
        assert "each counted once" in answer
        for text in ("how many members were at the demo", "how many are we missing"):
            assert "each counted once" not in "".join(await on_stage.say(on_stage.alex, text))


async def test_nobody_sees_from_one_day_to_the_next_who_began_to_get_announcements(
    on_stage: RelayHarness,
) -> None:
    counted = Counted(on_stage)
    async with on_stage.running(counted.declaration()):
        for person in counted.people[:6]:
            _subscribe(on_stage, person)
        before = await counted.ask()
        assert "Get announcements directly: at least 5" in before
        _subscribe(on_stage, counted.people[6])
        assert await counted.ask() == before
