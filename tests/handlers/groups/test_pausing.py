"""A group pauses: only admins write there for a time, and it opens again by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from harness.groups import Kept
from harness.running import from_bot, relay_harness

from practice.faults import Fault
from practice.groups import Permission

OPEN, SHUT = Permission.EVERY_MEMBER, Permission.ONLY_ADMINS
PAUSED = "Paused: only admins can write here until"


async def test_it_opens_again_by_itself_and_says_so_meanwhile(chat: Kept) -> None:
    async with chat.kept():
        described = chat.group.description
        answered = await chat.ask("pause 1 30m")
        assert "I am pausing Hackney chat" in answered
        [told] = await chat.look()
        assert "only admins can write until Sunday 22 November at 1:30 pm" in told
        assert chat.group.send_messages is SHUT
        assert chat.group.description.startswith(f"{PAUSED} Sunday 22 November at 1:30 pm")
        assert chat.group.description.endswith(described)
        assert "only admins can write there until" in await chat.ask("groups check")
        await chat.stage.wait(timedelta(minutes=29))
        assert chat.group.send_messages is SHUT
        await chat.stage.wait(timedelta(minutes=2))
        assert chat.group.send_messages is OPEN
        assert chat.group.description == described
        assert await chat.look() == ["In Hackney chat, everybody can write again who could before."]
        assert from_bot(chat.stage.mo, chat.group) == []


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("pause 1", 30),
        ("pause 1 45m", 45),
        ("pause 1 for 20 minutes", 20),
        ("Pause 1 for an hour", 60),
        ("pause hackney chat 2 hours", 120),
        ("pause Hackney chat", 30),
        ("freeze 1 1d", 24 * 60),
        ("pause 1 until 8pm", 7 * 60),
        ("pause 1 till tomorrow 9am", 20 * 60),
    ],
)
async def test_how_long_is_understood_as_people_type_it(
    chat: Kept, typed: str, minutes: int
) -> None:
    async with chat.kept():
        assert "I am pausing" in await chat.ask(typed)
        await chat.look()
        await chat.stage.wait(timedelta(minutes=minutes - 1))
        assert chat.group.send_messages is SHUT
        await chat.stage.wait(timedelta(minutes=2))
        assert chat.group.send_messages is OPEN


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pause", "Which group?"),
        ("pause everything", "Which group?"),
        ("pause 9 30m", "no group 9 of yours"),
        ("pause 1 until they behave", "I did not understand for how long"),
        ("pause 1 0 minutes", "A pause can last up to seven days"),
        ("pause 1 8 days", "A pause can last up to seven days"),
        ("unpause 1", "is not paused"),
        ("unpause", "Which group?"),
    ],
)
async def test_what_cannot_be_done_is_said_and_nothing_is_paused(
    chat: Kept, typed: str, said: str
) -> None:
    async with chat.kept():
        assert said in await chat.ask(typed)
        await chat.look()
        assert chat.group.send_messages is OPEN


async def test_an_admin_ends_it_before_its_time(chat: Kept) -> None:
    async with chat.kept():
        await chat.ask("pause 1 2h")
        await chat.look()
        assert "I am opening" in await chat.ask("unpause 1")
        assert "everybody can write again" in (await chat.look())[-1]
        assert chat.group.send_messages is OPEN
        await chat.stage.wait(timedelta(hours=3))
        assert await chat.look() == []


async def test_a_pause_ends_after_a_restart_too(chat: Kept) -> None:
    async with chat.kept():
        await chat.ask("pause 1 30m")
    chat.stage.clock.move(timedelta(hours=2))
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        assert chat.group.send_messages is OPEN
        assert PAUSED not in chat.group.description


async def test_a_pause_that_signal_holds_up_ends_all_the_same(chat: Kept) -> None:
    async with chat.kept():
        await chat.ask("pause 1 30m")
        await chat.look()
        chat.stage.signal.faults.add(Fault("drop before", method="PUT", path="/v1/groups"))
        await chat.stage.wait(timedelta(minutes=31))
        await chat.stage.wait(timedelta(minutes=5))
        await chat.look()
        assert chat.group.send_messages is OPEN
        assert PAUSED not in chat.group.description


async def test_whoever_opens_a_paused_group_by_hand_is_told_of(chat: Kept) -> None:
    async with chat.kept():
        await chat.ask("pause 1 2h")
        await chat.look()
        chat.group.send_messages = OPEN
        [told] = await chat.look()
        assert "Everybody can write there. It should be admins only." in told
        assert chat.group.send_messages is SHUT


async def test_a_group_that_is_not_kept_yet_does_not_pause(chat: Kept) -> None:
    async with chat.stage.running(chat.declaration()):
        await chat.look()
        assert "groups keep 1" in await chat.ask("pause 1 30m")
        await chat.look()
        assert chat.group.send_messages is OPEN


async def test_a_long_description_gives_way_to_what_helps_now(chat: Kept) -> None:
    async with chat.kept(description="Welcome. " * 38):
        await chat.ask("pause 1 30m")
        await chat.look()
        assert chat.group.description.startswith(PAUSED)
        assert len(chat.group.description) <= 480
        await chat.stage.wait(timedelta(minutes=31))
        assert chat.group.description.startswith("Welcome.")


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        # The nights in which the clocks go forward and back in London.
        (datetime(2026, 3, 28, 22, 0, tzinfo=UTC), datetime(2026, 3, 29, 6, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 21, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 0, tzinfo=UTC)),
        (datetime(2026, 11, 28, 22, 0, tzinfo=UTC), datetime(2026, 11, 29, 7, 0, tzinfo=UTC)),
    ],
)
async def test_quiet_hours_come_and_go_by_the_clock_on_the_wall(
    tmp_path: Path, evening: datetime, morning: datetime
) -> None:
    minute = timedelta(minutes=1)
    async with relay_harness(tmp_path, at=evening - timedelta(hours=2)) as stage:
        chat = Kept(stage, stage.group("chat", stage.mo, only_admins=False))
        async with chat.kept(quiet_from="22:00", quiet_until="07:00"):
            await stage.wait(evening - minute - stage.clock.now())
            assert chat.group.send_messages is OPEN
            await stage.wait(minute)
            assert chat.group.send_messages is SHUT
            assert f"{PAUSED} 7 am." in chat.group.description
            assert await chat.look() == []
            await stage.wait(morning - minute - stage.clock.now())
            assert chat.group.send_messages is SHUT
            await stage.wait(minute)
            assert chat.group.send_messages is OPEN
            assert PAUSED not in chat.group.description
            assert await chat.look() == []


async def test_a_pause_that_ends_behind_a_captcha_ends_once_it_is_solved(chat: Kept) -> None:
    async with chat.kept():
        described, stage = chat.group.description, chat.stage
        await chat.ask("pause 1 30m")
        await chat.look()
        assert chat.group.description.startswith(PAUSED)
        stage.signal.put_in_the_way(Fault("captcha", times=None, path="/v2/send", captcha="solved"))
        stage.alex.say("groups check")
        await stage.wait(timedelta(minutes=31))
        await chat.look()
        # It says so for as long as they cannot write, and no longer.
        is_open = chat.group.send_messages is OPEN
        assert chat.group.description.startswith(PAUSED) is not is_open
        stage.alex.say("captcha signalcaptcha://solved")
        await stage.wait(timedelta(minutes=1))
        await chat.look()
        assert chat.group.send_messages is OPEN
        assert chat.group.description == described


async def test_a_pause_of_which_only_the_yes_was_noted_begins_and_ends_after_a_restart(
    chat: Kept,
) -> None:
    stage = chat.stage
    async with chat.kept():
        described = chat.group.description
        stage.alex.say("pause 1 30m")
        await stage.signal.signal_cli.drained()
        await stage.relay.dispatcher.drain()
        assert chat.group.send_messages is OPEN
    async with stage.running(chat.declaration()):
        await chat.look()
        assert chat.group.send_messages is SHUT
        assert chat.group.description.startswith(PAUSED)
    stage.clock.move(timedelta(minutes=31))
    async with stage.running(chat.declaration()):
        await chat.look()
        assert chat.group.send_messages is OPEN
        assert chat.group.description == described
