"""What the bot notes of groups that somebody moderates, and of no others."""

import asyncio
from datetime import timedelta

import pytest
from harness.moderated import Moderated
from harness.running import RelayHarness, branch

from handlers.conduct.naming_people import person_line
from practice.messages import Mention
from relay.conduct.hearing.people import LONGEST_NAME

TEXT = "Nobody wants you here, Kim"


@pytest.fixture
def place(on_stage: RelayHarness) -> Moderated:
    return Moderated(on_stage)


async def test_a_message_in_a_group_is_found_by_its_words(place: Moderated) -> None:
    async with place.moderated():
        timestamp = await place.says(place.sam, TEXT)
        [found] = place.found(f"  {TEXT.upper()}\n")
        assert (found.group, found.author, found.timestamp) == (1, place.sam.aci, timestamp)


async def test_after_an_edit_both_texts_are_found_and_the_new_one_names_the_old(
    place: Moderated,
) -> None:
    async with place.moderated():
        first = await place.says(place.sam, TEXT)
        second = place.sam.edit(first, "I take that back", to=place.chat)
        await place.stage.settle()
        assert [one.timestamp for one in place.found(TEXT)] == [first]
        [edited] = place.found("I take that back")
        assert (edited.timestamp, edited.edits) == (second, first)


async def test_a_mention_is_found_however_it_is_spelled_out(place: Moderated) -> None:
    async with place.moderated():
        text = "Go home \ufffc, will you"
        place.sam.say(text, to=place.chat, mentions=[Mention(8, 1, place.kim.aci)])
        await place.stage.settle()
        assert [one.author for one in place.found("Go home @Kim, will you")] == [place.sam.aci]


async def test_after_a_restart_it_is_still_found(place: Moderated) -> None:
    async with place.moderated():
        await place.says(place.sam, TEXT)
    async with place.stage.running(*place.stage.relay.settings.branches):
        assert [one.author for one in place.found(TEXT)] == [place.sam.aci]


async def test_what_came_last_before_a_stop_is_found_afterwards(place: Moderated) -> None:
    async with place.moderated():
        place.sam.say(TEXT, to=place.chat)
        await place.stage.signal.signal_cli.drained()
        stop = asyncio.Event()
        stop.set()
        await place.stage.relay.work(stop)
    async with place.stage.running(*place.stage.relay.settings.branches):
        assert [one.author for one in place.found(TEXT)] == [place.sam.aci]


async def test_nothing_is_kept_where_nobody_moderates(place: Moderated) -> None:
    there = branch("hackney", place.stage.alex, groups=place.groups)
    async with place.stage.running(there):
        await place.says(place.sam, TEXT)
        assert place.found(TEXT) == []
        hearing = place.stage.relay.services.hearing
        assert not hearing.watched
        assert hearing.names.of(place.sam.aci) == ""


async def test_nothing_is_kept_of_a_group_that_is_nobodys(place: Moderated) -> None:
    elsewhere = place.stage.group("Somewhere else", place.sam, only_admins=False)
    async with place.moderated():
        await place.says(place.sam, TEXT, elsewhere)
        assert place.found(TEXT) == []


async def test_what_moderators_no_longer_need_is_gone_after_two_days(place: Moderated) -> None:
    async with place.moderated():
        await place.says(place.sam, TEXT)
        await place.stage.wait(timedelta(hours=43))
        assert place.found(TEXT) != []
        await place.stage.wait(timedelta(hours=5))
        assert place.found(TEXT) == []


async def test_people_are_listed_by_name_and_nobody_of_a_group_that_is_not_moderated(
    place: Moderated,
) -> None:
    async with place.moderated():
        people = place.stage.relay.services.hearing.people
        await place.stage.relay.names.look()
        listed = people.listed(2, but=[place.mia.aci])
        assert [one.name for one in listed] == ["Kim", "Mo Member", "Sam"]
        assert [one.hint for one in listed] == [None, None, None]
        assert people.account(2, listed[2].key) == place.sam.aci
        assert place.sam.aci not in str([one.key for one in listed])
        assert people.listed(9) == []


async def test_people_of_one_name_are_told_apart_and_no_caucus_is_told_of(place: Moderated) -> None:
    async with place.moderated():
        services = place.stage.relay.services
        await place.stage.relay.names.look()
        await place.says(place.sam, "Good morning")
        people = services.hearing.people
        listed = people.listed(1)
        lines = {
            people.account(1, one.key): person_line(services, number, one)
            for number, one in enumerate(listed, 1)
        }
        assert lines[place.kim.aci] == "1. Kim"
        both = {lines[place.sam.aci][3:], lines[place.other_sam.aci][3:]}
        assert both == {
            "Sam (wrote in the last hour; also in Hackney area)",
            "Sam (has not written of late)",
        }
        assert "caucus" not in str(lines)


async def test_whose_name_is_not_known_is_told_by_what_they_do(place: Moderated) -> None:
    async with place.moderated():
        services = place.stage.relay.services
        [*_, last] = services.hearing.people.listed(2)
        line = person_line(services, 5, last)
        assert line.startswith("5. somebody without a name (has not written of late")
        assert services.hearing.people.named(place.sam.aci) == "somebody without a name"


async def test_whoever_has_left_is_in_no_list_and_found_by_their_message(place: Moderated) -> None:
    async with place.moderated():
        people = place.stage.relay.services.hearing.people
        await place.says(place.sam, TEXT)
        key = people.key(place.sam.aci)
        place.sam.leave(place.chat)
        await place.look()
        assert people.account(1, key) is None
        assert [one.author for one in place.found(TEXT)] == [place.sam.aci]


async def test_a_name_is_harmless_however_it_is_meant(place: Moderated) -> None:
    evil = place.stage.signal.new_phone("Vote \u202ehttps://evil.example +44 7700 900123 " * 5)
    world = place.stage.signal.world
    world.join(world.group_chat(place.chat.internal_id), evil.aci)
    async with place.moderated():
        await place.look()
        await place.stage.relay.names.look()
        services = place.stage.relay.services
        name = services.hearing.people.named(evil.aci)
        assert "evil.example" not in name
        assert "900123" not in name
        assert len(name) <= LONGEST_NAME
