"""A newcomer is welcomed once, in private, and nobody is told more than they should be."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from harness.newcomers import Comings
from harness.running import RelayHarness, from_bot, team

from practice.people import NumberSharing
from relay.groups.newcomers import AGAIN_AFTER, APART, Newcomers
from relay.settings import SafeguardingSettings


@pytest.fixture
async def comings(on_stage: RelayHarness) -> AsyncIterator[Comings]:
    stage = on_stage
    officer = stage.signal.new_phone("Olu Officer")
    teams = (team("hackney", (officer, "Officer")),)
    stage.safeguarding = SafeguardingSettings(teams=teams)
    chat = stage.group("Hackney chat", stage.mo, only_admins=False)
    private = stage.group("Lavender", stage.mo, only_admins=False)
    async with Comings(stage, chat, private).running() as running:
        yield running


async def test_whoever_comes_is_welcomed_once_and_in_private(comings: Comings) -> None:
    zoe = comings.person("Zoe")
    comings.put_in(zoe)
    await comings.look()
    assert comings.said_to(zoe) == []
    await comings.pass_time()
    [welcome] = comings.said_to(zoe)
    assert welcome.startswith("Welcome to Hackney branch.")
    assert "• Hackney chat: to talk" in welcome
    assert "What we expect of each other in Hackney branch" in welcome
    assert "write to me: report" in welcome
    assert "phone number" not in welcome
    await comings.look()
    await comings.pass_time(timedelta(days=2))
    assert len(comings.said_to(zoe)) == 1
    assert from_bot(comings.stage.mo, comings.chat) == []
    assert comings.said_to(comings.stage.mo) == []


async def test_how_to_hide_a_number_is_said_only_to_whoever_shows_it(comings: Comings) -> None:
    zoe = comings.stage.signal.new_phone("Zoe", number="+447700900042")
    zoe.person.sharing = NumberSharing.SHOWN
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    assert "“Who can see my number”, Nobody" in comings.said_to(zoe)[0]


async def test_a_private_group_is_not_named_nor_the_way_in_told(comings: Comings) -> None:
    zoe, ada = comings.person("Zoe"), comings.person("Ada")
    comings.put_in(zoe, comings.private)
    comings.put_in(ada)
    await comings.look()
    await comings.pass_time()
    assert "Lavender" not in comings.said_to(zoe)[0]
    assert comings.said_to(zoe) == comings.said_to(ada)


async def test_two_groups_at_once_or_one_later_are_one_welcome(comings: Comings) -> None:
    zoe, ada = comings.person("Zoe"), comings.person("Ada")
    for group in (comings.chat, comings.private):
        comings.put_in(zoe, group)
    comings.put_in(ada)
    await comings.look()
    await comings.pass_time()
    comings.put_in(ada, comings.private)
    comings.put_in(comings.stage.mo, comings.private)
    await comings.look()
    await comings.pass_time()
    assert [len(comings.said_to(one)) for one in (zoe, ada, comings.stage.mo)] == [1, 1, 0]


async def test_who_joins_and_leaves_thirty_times_is_welcomed_at_most_once(
    comings: Comings,
) -> None:
    zoe = comings.person("Zoe")
    told = len(comings.said_to(comings.stage.alex))
    for _ in range(30):
        comings.put_in(zoe)
        await comings.stage.relay.directory.refresh()
        comings.take_out(zoe)
        await comings.stage.relay.directory.refresh()
    await comings.pass_time()
    assert comings.said_to(zoe) == []
    for _ in range(2):
        comings.put_in(zoe)
        await comings.look()
        await comings.pass_time()
        comings.take_out(zoe)
        await comings.look()
    assert len(comings.said_to(zoe)) == 1
    assert len(comings.said_to(comings.stage.alex)) == told
    assert comings.stage.store[Newcomers].count(1) == 0


async def test_after_half_a_year_it_is_forgotten_who_was_welcomed(comings: Comings) -> None:
    zoe = comings.person("Zoe")
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    comings.take_out(zoe)
    await comings.look()
    comings.stage.clock.move(AGAIN_AFTER)
    await comings.stage.relay.tidy()
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    assert len(comings.said_to(zoe)) == 2


@pytest.mark.parametrize("hides", [False, True])
async def test_who_has_a_report_open_or_a_hidden_chat_is_sent_nothing(
    comings: Comings, hides: bool
) -> None:
    zoe, stage = comings.person("Zoe"), comings.stage
    await stage.say(zoe, "report")
    await stage.say(zoe, "He follows me home after each meeting, and I am afraid of him.")
    if hides:
        await stage.say(zoe, "hide")
    before = comings.said_to(zoe)
    comings.put_in(zoe)
    await comings.look()
    await comings.pass_time()
    assert not any("Welcome" in text for text in comings.said_to(zoe)[len(before) :])
    await comings.pass_time(timedelta(days=2))
    assert not any("Welcome" in text for text in comings.said_to(zoe)[len(before) :])


async def test_sixty_at_once_are_welcomed_one_by_one_and_a_report_does_not_wait(
    comings: Comings,
) -> None:
    crowd = [comings.person(f"Newcomer {index}") for index in range(60)]
    for one in crowd:
        comings.put_in(one)
    await comings.look()
    await comings.pass_time(turns=5)
    assert sum(bool(comings.said_to(one)) for one in crowd) == 5
    assert comings.stage.store.outbox.queued("signal") == 0
    assert len(await comings.stage.say(comings.stage.mo, "report")) >= 1
    await comings.pass_time(turns=60)
    assert all(len(comings.said_to(one)) == 1 for one in crowd)
    assert timedelta(minutes=20) >= 60 * APART


async def test_a_kill_between_coming_and_welcome_loses_nothing_and_repeats_nothing(
    on_stage: RelayHarness,
) -> None:
    chat = on_stage.group("Hackney chat", on_stage.mo, only_admins=False)
    private = on_stage.group("Lavender", on_stage.mo, only_admins=False)
    comings = Comings(on_stage, chat, private)
    zoe, ada, ben = (comings.person(name) for name in ("Zoe", "Ada", "Ben"))
    async with comings.running():
        comings.put_in(zoe)
        await on_stage.relay.directory.refresh()
    comings.put_in(ada)
    on_stage.clock.move(timedelta(days=7))
    async with comings.running():
        # Who was still to be welcomed when it stopped is, and who came while it was off.
        await on_stage.relay.tidy()
        await comings.pass_time()
        assert [len(comings.said_to(one)) for one in (zoe, ada)] == [1, 1]
    async with comings.running():
        comings.put_in(ben)
        await comings.look()
        await comings.pass_time()
        assert [len(comings.said_to(one)) for one in (zoe, ada, ben)] == [1, 1, 1]


async def test_newcomers_are_counted_for_admins_and_those_of_a_private_group_never(
    comings: Comings,
) -> None:
    async def check() -> str:
        return await comings.stage.ask(comings.stage.alex, "groups check")

    assert "last seven days" not in await check()
    people = [comings.person(f"Newcomer {index}") for index in range(3)]
    for one in people[:2]:
        comings.put_in(one)
        comings.put_in(one, comings.private)
    await comings.look()
    assert (await check()).count("2 people came in the last seven days") == 1
    comings.put_in(people[2], comings.private)
    await comings.look()
    # Whoever looks often would see each one come and go.
    assert "3 people" not in await check()
    comings.stage.clock.move(timedelta(days=7))
    await comings.stage.relay.tidy()
    assert "last seven days" not in await check()
