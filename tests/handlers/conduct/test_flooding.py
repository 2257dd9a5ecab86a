"""One account floods groups: they pause, moderators are asked, and nobody is judged."""

from datetime import timedelta

import pytest
from harness.moderated import Moderated
from harness.running import START, RelayHarness, from_bot, team

from practice.groups import Permission
from practice.phones import Phone
from relay.settings import SafeguardingSettings

OPEN, SHUT = Permission.EVERY_MEMBER, Permission.ONLY_ADMINS
SPAM = "Best coins of the year, write to me"
ON = {"flood_pause": "30m"}


@pytest.fixture
def place(on_stage: RelayHarness) -> Moderated:
    place = Moderated(on_stage)
    on_stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (on_stage.bea, "Welfare officer")),)
    )
    return place


async def spam(place: Moderated, by: Phone) -> None:
    for number, group in enumerate(place.groups):
        await place.says(by, f"{SPAM}{'!' * number}", group)
    await place.look()


def shut(place: Moderated) -> list[bool]:
    return [group.send_messages is SHUT for group in place.groups]


async def test_the_same_in_three_groups_pauses_them_and_moderators_are_asked(
    place: Moderated,
) -> None:
    async with place.moderated(**ON):
        await spam(place, place.sam)
        assert shut(place) == [True, True, True]
        [asked] = place.told(place.mia)
        assert asked.startswith("Sam has written the same into several groups within a minute.")
        assert "until Sunday 22 November at 1:30 pm in: Hackney chat, Hackney area" in asked
        assert "coins" not in asked
        assert place.told(place.sam) == []
        await place.stage.wait(timedelta(minutes=31))
        await place.look()
        assert shut(place) == [False, False, False]


async def test_a_thumb_opens_them_at_once_and_the_other_moderators_hear(place: Moderated) -> None:
    async with place.moderated(place.mia, place.kim, **ON):
        await spam(place, place.sam)
        [question] = from_bot(place.mia)
        place.mia.react(question.timestamp)
        await place.look()
        assert shut(place) == [False, False, False]
        assert "I am opening again: Hackney chat" in place.told(place.mia)[-1]
        assert "Another moderator has ended the pause" in place.told(place.kim)[-1]


async def test_a_word_opens_them_too_and_a_pause_made_since_stays(place: Moderated) -> None:
    async with place.moderated(**ON):
        await spam(place, place.sam)
        await place.stage.say(place.stage.alex, "pause 1 2h")
        await place.look()
        [answer] = await place.stage.say(place.mia, "Flood over.")
        assert answer == "I am opening again: Hackney area, Hackney caucus"
        await place.look()
        assert shut(place) == [True, False, False]


async def test_a_moderator_of_one_group_learns_nothing_of_the_others_and_opens_that_one(
    place: Moderated,
) -> None:
    async with place.moderated(**ON):
        moderators, until = place.stage.relay.services.moderators, START + timedelta(days=9)
        with place.stage.store.transaction():
            moderators.begin("hackney", place.kim.aci, "Kim", groups=[2], until=until, both=False)
        await spam(place, place.sam)
        [asked] = place.told(place.kim)
        assert "in: Hackney area\n" in asked
        assert "caucus" not in asked
        place.kim.react(from_bot(place.kim)[-1].timestamp)
        await place.look()
        assert shut(place) == [True, False, True]
        assert "caucus" not in str(place.told(place.kim))
        assert place.told(place.mia)[-1].endswith("the flood: Hackney area")
        await place.stage.say(place.mia, "flood over")
        await place.look()
        assert shut(place) == [False, False, False]
        assert len(place.told(place.kim)) == 2


async def test_after_a_restart_the_question_still_counts(place: Moderated) -> None:
    async with place.moderated(**ON):
        await spam(place, place.sam)
        [question] = from_bot(place.mia)
    async with place.stage.running(*place.stage.relay.settings.branches):
        await place.look()
        place.mia.react(question.timestamp)
        await place.look()
        assert shut(place) == [False, False, False]


async def test_twenty_messages_in_a_minute_pause_the_group_and_nineteen_do_not(
    place: Moderated,
) -> None:
    async with place.moderated(**ON):
        for number in range(19):
            await place.says(place.sam, f"Message {number}")
        await place.stage.wait(timedelta(seconds=61))
        for number in range(19):
            await place.says(place.sam, f"Another {number}")
        assert shut(place) == [False, False, False]
        await place.says(place.sam, "One more")
        await place.look()
        assert shut(place) == [True, False, False]
        [asked] = place.told(place.mia)
        assert asked.startswith("Sam has written very many messages within a minute.")


async def test_it_asks_once_however_long_the_flood_goes_on(place: Moderated) -> None:
    async with place.moderated(**ON):
        for number in range(60):
            place.sam.say(f"Message {number}", to=place.chat)
        await place.look()
        assert len(place.told(place.mia)) == 1


async def test_it_is_off_unless_the_settings_have_it(place: Moderated) -> None:
    async with place.moderated():
        await spam(place, place.sam)
        assert shut(place) == [False, False, False]
        assert place.told(place.mia) == []


async def test_the_same_from_several_people_is_no_flood(place: Moderated) -> None:
    async with place.moderated(**ON):
        for person, group in zip((place.sam, place.kim, place.stage.mo), place.groups, strict=True):
            await place.says(person, "Happy new year", group)
        assert shut(place) == [False, False, False]


async def test_edits_are_no_flood(place: Moderated) -> None:
    async with place.moderated(flood_messages=5, **ON):
        timestamp = await place.says(place.sam, "Hello")
        for number in range(8):
            place.sam.edit(timestamp, f"Hello {number}", to=place.chat)
        await place.stage.settle()
        assert shut(place) == [False, False, False]


async def test_a_moderator_may_write_the_same_into_all_groups(place: Moderated) -> None:
    async with place.moderated(**ON):
        await spam(place, place.mia)
        assert shut(place) == [False, False, False]


async def test_a_hidden_chat_gets_nothing_of_it(place: Moderated) -> None:
    async with place.moderated(place.mia, place.kim, **ON):
        for text in ("report", "1", "0", "It happened on Friday.", "done", "send", "hide"):
            await place.stage.say(place.mia, text)
        before = len(place.told(place.mia))
        await spam(place, place.sam)
        assert len(place.told(place.mia)) == before
        assert len(place.told(place.kim)) == 1


async def test_the_word_means_nothing_to_whoever_is_no_moderator(place: Moderated) -> None:
    async with place.moderated(**ON):
        await spam(place, place.sam)
        await place.stage.say(place.sam, "flood over")
        await place.look()
        assert shut(place) == [True, True, True]
