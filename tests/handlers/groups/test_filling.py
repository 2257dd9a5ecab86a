"""Admins hear that a group fills before nobody else gets in: once at each step."""

from harness.groups import Kept

from relay.groups.fullness import MOST_IN_GROUP


def fill(chat: Kept, people: int) -> None:
    """Have so many in the group, the bot included."""
    world = chat.stage.signal.world
    room = world.group_chat(chat.group.internal_id)
    while len(chat.group.members) < people:
        phone = chat.stage.signal.new_phone(f"Member {len(chat.group.members)}")
        world.join(room, phone.aci)
    for aci in list(chat.group.members)[people:]:
        world.leave(room, aci)


async def test_it_is_said_at_four_fifths_and_again_shortly_before_the_end(chat: Kept) -> None:
    async with chat.kept():
        fill(chat, MOST_IN_GROUP * 8 // 10 - 1)
        assert await chat.look() == []
        fill(chat, MOST_IN_GROUP * 8 // 10)
        [told] = await chat.look()
        assert told.startswith("Hackney chat has 800 people. Signal takes 1,000 in a group")
        assert await chat.look() == []
        fill(chat, MOST_IN_GROUP * 95 // 100)
        [told] = await chat.look()
        assert told.startswith("Hackney chat is nearly full: 950 of 1,000 people")
        fill(chat, 780)
        assert await chat.look() == []
        fill(chat, 810)
        assert await chat.look() == []
        fill(chat, 690)
        assert await chat.look() == []
        fill(chat, 800)
        [told] = await chat.look()
        assert told.startswith("Hackney chat has 800 people")
