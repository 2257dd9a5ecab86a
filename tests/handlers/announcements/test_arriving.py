"""The preview says when groups get it and what they had before; at night it asks first."""

from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot

from handlers.announcements.arriving import arrival
from practice.faults import Fault
from practice.groups import Group
from practice.phones import Phone


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


async def post(stage: RelayHarness, phone: Phone, text: str) -> None:
    await stage.say(phone, f"announce {text}")
    await stage.say(phone, "yes")


async def test_how_long_ago_the_groups_had_a_post(on_stage: RelayHarness) -> None:
    board, forum = on_stage.group("Board"), on_stage.group("Forum")
    alex, bea = on_stage.alex, on_stage.bea
    async with on_stage.running(
        branch("hackney", alex, groups=[board]), branch("haringey", bea, groups=[board, forum])
    ):
        assert "last post" not in await on_stage.ask(alex, "announce One")
        await on_stage.say(alex, "yes")
        assert "The last post there was just now." in await on_stage.ask(alex, "announce Two")
        await on_stage.say(alex, "no")
        await on_stage.wait(timedelta(minutes=5))
        assert "was 5 minutes ago." in await on_stage.ask(alex, "announce Two")
        await on_stage.say(alex, "no")
        await on_stage.wait(timedelta(hours=2))
        several = await on_stage.ask(bea, "announce Two")
        assert "The last post in one of these groups was 2 hours ago." in several
        await on_stage.say(bea, "no")
        await on_stage.wait(timedelta(days=3))
        assert "The last post there was 3 days ago." in await on_stage.ask(alex, "announce Two")
        await on_stage.say(alex, "no")
        # What was deleted there is no post.
        await on_stage.say(alex, "announce Three")
        await on_stage.say(alex, "yes")
        await on_stage.say(alex, "retract 6")
        await on_stage.say(alex, "yes")
        assert "was 3 days ago." in await on_stage.ask(alex, "announce Four")


async def test_what_else_goes_out_about_then(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, alex, "tomorrow 9am: Rents")
        near = await on_stage.ask(alex, "announce tomorrow 10am: Tea")
        assert "Number 1 is to be posted about then too: on Monday 23 November at 9 am." in near
        await on_stage.say(alex, "no")
        assert "about then too" not in await on_stage.ask(alex, "announce tomorrow 3pm: Tea")


async def test_what_holds_the_groups_up(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board])):
        way = Fault("captcha", times=1, path="/v2/send", recipient=board.api_id, captcha="never")
        on_stage.signal.put_in_the_way(way)
        await post(on_stage, alex, "One")
        bea.say("announce Two")
        await on_stage.settle()
        conversation = on_stage.store.conversations.of(bea.aci)
        assert conversation is not None
        announcement = on_stage.store.announcements.get(conversation.data["number"])
        assert announcement is not None

        services = on_stage.relay.services
        preview = services.announcements.preview(announcement)
        (told,) = arrival(services, announcement, preview)
        assert "Signal has let nothing through since Sunday 22 November at 1 pm." in told
        assert "type captcha" in told
        with on_stage.store.transaction():
            on_stage.store.breakers.lift("signal")
        (told,) = arrival(services, announcement, preview)
        assert told == "One message to a group goes out before it."


@pytest.mark.parametrize("answer", ["now", "1", "yes, now", "Urgent!"])
async def test_an_urgent_one_goes_out_at_night(on_stage: RelayHarness, answer: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.wait(timedelta(hours=10))
        shown = await on_stage.ask(alex, "announce The boiler is out.")
        assert "It is 11 pm" in shown
        assert "2. On Monday 23 November at 8 am: type morning." in shown
        assert "Type yes" not in shown
        await on_stage.say(alex, answer)
        assert board_of(on_stage, board) == ["The boiler is out."]


@pytest.mark.parametrize("answer", ["morning", "2", "at 8", "tomorrow morning"])
async def test_or_waits_for_the_morning(on_stage: RelayHarness, answer: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.wait(timedelta(hours=12))
        await on_stage.say(alex, "announce Tea at four.")
        said = await on_stage.ask(alex, answer)
        assert "will be posted on Monday 23 November at 8 am" in said
        assert board_of(on_stage, board) == []
        await on_stage.wait(timedelta(hours=7))
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_a_yes_at_night_is_asked_about(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.wait(timedelta(hours=8, minutes=50))
        # Shown by day, agreed to by night.
        assert "Type yes" in await on_stage.ask(alex, "announce Tea at four.")
        await on_stage.wait(timedelta(minutes=20))
        question = await on_stage.ask(alex, "yes")
        assert question.startswith("It is 10:10 pm")
        alex.react(from_bot(alex)[-2].timestamp, "👍")
        await on_stage.settle()
        assert board_of(on_stage, board) == []
        assert "Dropped" in await on_stage.ask(alex, "no")
        # What has a time of its own was thought of, and can still be put off.
        shown = await on_stage.ask(alex, "announce tomorrow 3am: Tea at four.")
        assert "That is at night." in shown
        said = await on_stage.ask(alex, "morning")
        assert "will be posted on Monday 23 November at 8 am" in said
        await on_stage.say(alex, "announce tomorrow 3am: Cake at five.")
        assert "at 3 am" in await on_stage.ask(alex, "yes")


async def test_by_day_morning_is_no_answer(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "announce Tea at four.")
        assert "not sure what you mean" in await on_stage.ask(alex, "morning")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_the_settings_say_when_it_is_night(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    on_stage.more_settings = {"announcements": {"night_from": "01:00", "morning": "06:30"}}
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.wait(timedelta(hours=11))
        await post(on_stage, alex, "Late tea.")
        assert board_of(on_stage, board) == ["Late tea."]
        await on_stage.wait(timedelta(hours=2))
        await on_stage.say(alex, "announce Tea at four.")
        assert "at 6:30 am" in await on_stage.ask(alex, "morning")


async def test_who_agrees_at_night_is_asked_once(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await post(on_stage, alex, "Tea at four.")
        await on_stage.wait(timedelta(hours=10))
        told = await on_stage.ask(bea, "agree 1")
        assert "it is night" in told
        assert "agree 1 2" in told
        assert board_of(on_stage, board) == []
        await on_stage.say(bea, "agree 1 2")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_what_two_want_at_night_is_posted_at_night(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await on_stage.wait(timedelta(hours=10))
        await on_stage.say(alex, "announce The boiler is out.")
        await on_stage.say(alex, "now")
        await on_stage.say(bea, "agree 1")
        assert board_of(on_stage, board) == ["The boiler is out."]


async def test_in_the_morning_it_is_agreed_to_as_it_was_shown(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await post(on_stage, alex, "Tea at four.")
        await on_stage.wait(timedelta(hours=19))
        await on_stage.say(bea, "agree 1")
        assert board_of(on_stage, board) == ["Tea at four."]
