"""A branch whose five groups were made by hand: what would change is shown, and then it changes."""

from collections.abc import Iterator

from harness.groups import Kept
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group, LinkState, Permission
from practice.phones import Phone
from relay.settings import Branch
from relay.settings.groups import GroupKind, GroupSettings

DECLARED = (
    ("hackney NEWS", GroupKind.ANNOUNCEMENTS, "Hackney news"),
    ("hackney  CHAT!!", GroupKind.CHAT, "Hackney chat"),
    ("Clapton", GroupKind.AREA, "Clapton neighbours"),
    ("disabled members", GroupKind.CAUCUS, "Disabled members"),
    ("leaflets :)", GroupKind.WORKING, "Leafleting"),
)
WRITES = (Permission.ONLY_ADMINS, *(Permission.EVERY_MEMBER,) * 4)
ADDS = (*(Permission.ONLY_ADMINS,) * 4, Permission.EVERY_MEMBER)
LINKS = (*(LinkState.WITH_APPROVAL,) * 3, LinkState.DISABLED, LinkState.DISABLED)


async def test_a_branch_with_five_groups_made_by_hand_is_taken_over(on_stage: RelayHarness) -> None:
    sam = on_stage.signal.new_phone("Sam")
    groups = list(_made_by_hand(on_stage, sam))
    # Somebody but the bot runs it in Signal, and goes on doing so.
    before = [({*one.members}, {*one.admins}) for one in groups]
    chat = Kept(on_stage, groups[1])

    async with on_stage.running(_declaration(on_stage, sam, groups)):
        told = await chat.look()
        assert len(told) == len(groups)
        assert all("I have changed nothing yet" in one for one in told)
        checked = await chat.ask("groups check")
        for number, (made, _, name) in enumerate(DECLARED, start=1):
            was = " ".join(made.split())
            assert f"The name is “{was}”, and should be “{name}”." in checked
            assert f"groups keep {number}" in checked
        assert checked.count("It has no description.") == len(groups)
        assert "Everybody can write there. It should be admins only." in checked
        assert checked.count("Everybody can add people. It should be admins only.") == 4
        assert checked.count("It has no invitation link. It should have one.") == 1
        assert checked.count("It has an invitation link. It should have none.") == 1
        assert [one.name for one in groups] == [made for made, _, _ in DECLARED]

        for number, (_, _, name) in enumerate(DECLARED, start=1):
            assert f"should be “{name}”" in await chat.ask(f"groups keep {number}")
            assert groups[number - 1].name != name
            await chat.ask("yes")
            assert await chat.look() == [f"{name} is as declared now."]

        assert [one.name for one in groups] == [name for _, _, name in DECLARED]
        assert tuple(one.send_messages for one in groups) == WRITES
        assert tuple(one.link for one in groups) == LINKS
        assert tuple(one.add_members for one in groups) == ADDS
        assert {one.edit_group for one in groups} == {Permission.ONLY_ADMINS}
        assert (await chat.ask("groups check")).count("as declared.") == len(groups)
        assert [({*one.members}, {*one.admins}) for one in groups] == before
        assert all(from_bot(person, one) == [] for one in groups for person in (on_stage.mo, sam))


def _made_by_hand(stage: RelayHarness, sam: Phone) -> Iterator[Group]:
    for position, (name, kind, _) in enumerate(DECLARED):
        group = stage.group(name, stage.mo, sam, only_admins=False)
        group.admins.add(sam.aci)
        if kind in (GroupKind.AREA, GroupKind.CAUCUS) or position == 0:
            group.link = LinkState.ENABLED
        yield group


def _declaration(stage: RelayHarness, keeper: Phone, groups: list[Group]) -> Branch:
    declared = tuple(
        GroupSettings(id=group.api_id, kind=kind, name=name, keepers=(keeper.aci,))
        for group, (_, kind, name) in zip(groups, DECLARED, strict=True)
    )
    return branch("hackney", stage.alex).model_copy(
        update={"groups": declared, "announcement_groups": (groups[0].api_id,)}
    )
