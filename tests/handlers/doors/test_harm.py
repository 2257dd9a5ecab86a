"""Somebody means harm: floods a door, probes for what is hidden, vouches for themselves."""

from datetime import timedelta

import pytest
from harness.doors import CAUCUS, Doorstep
from harness.running import RelayHarness, from_bot

from practice.phones import Phone
from relay.groups.door_rules import MOST_ASKINGS, MOST_COMINGS, MOST_RINGS
from relay.groups.harmless import harmless, is_deceptive
from relay.groups.requests import JoinRequests

UNKNOWN = "I know no group like that. To see which there are: groups"


async def test_who_joins_forty_times_is_let_in_a_few_times_a_day(door: Doorstep) -> None:
    await door.agreed(door.nat)
    for _ in range(MOST_COMINGS + 2):
        await door.look()
        await door.say(door.nat, "leave 1")
        await door.look()
        await door.say(door.nat, "join 1")
        await door.say(door.nat, "yes")
    assert "often for one day" in await door.say(door.nat, "join 1")
    await door.stage.wait(timedelta(days=1, minutes=1))
    assert "often" not in await door.say(door.nat, "join 1")


async def test_who_asks_and_takes_it_back_rings_a_few_times_a_day(door: Doorstep) -> None:
    before = len(door.heard(door.kit))
    await door.agreed(door.nat, "join 2")
    for _ in range(20):
        await door.say(door.nat, "please")
        await door.say(door.nat, "leave 2")
        await door.say(door.nat, "join 2")
    rung = [one for one in door.heard(door.kit, before) if "wants to join" in one]
    assert len(rung) == MOST_ASKINGS


async def test_many_who_ask_are_told_of_one_by_one_only_so_often(door: Doorstep) -> None:
    before = len(door.heard(door.kit))
    for place in range(MOST_RINGS + 3):
        phone = door.stage.signal.new_phone(f"Sam {place}")
        await door.agreed(phone, "join 2")
        await door.say(phone, "please")
    told = door.heard(door.kit, before)
    assert len([one for one in told if "let in" in one]) == MOST_RINGS
    assert len([one for one in told if "More people are asking" in one]) == 1
    assert f"Sam {MOST_RINGS + 2}" in await door.say(door.kit, "requests")


async def test_a_hidden_caucus_is_found_by_exactly_its_name_alone(door: Doorstep) -> None:
    for guess in ("join 3", "join queer", "join Queer caucuss", "join the caucus", "leave 3"):
        assert await door.say(door.nat, guess) == UNKNOWN
    assert f"Before you join {CAUCUS}" in await door.say(door.nat, "join queer CAUCUS")


async def test_a_caucus_that_refuses_looks_like_one_that_does_not_exist(door: Doorstep) -> None:
    number = await door.asked(door.nat, CAUCUS)
    await door.say(door.kit, f"turn away {number}")
    assert await door.say(door.nat, f"join {CAUCUS}") == UNKNOWN
    assert await door.say(door.nat, "join Quiet caucus") == UNKNOWN
    hidden = await door.say(door.nat, f"leave {CAUCUS}")
    assert hidden == await door.say(door.nat, "leave Quiet caucus")


async def test_nobody_but_keepers_hears_of_a_caucus(door: Doorstep) -> None:
    others = (door.alex, door.mo)
    before = [len(door.heard(one)) for one in others]
    acts = door.stage.store._db.execute("SELECT count(*) FROM audit").fetchone()
    number = await door.asked(door.nat, CAUCUS)
    await door.say(door.kit, f"let in {number}")
    await door.look()
    assert door.nat.aci in door.caucus.members
    assert door.heard(door.nat)[-1] == f"You are in {CAUCUS}."
    gone = await door.asked(door.stage.signal.new_phone("Gil"), CAUCUS)
    await door.say(door.kay, f"turn away {gone}")
    await door.say(door.nat, f"leave {CAUCUS}")
    await door.look()
    assert [door.heard(one, since) for one, since in zip(others, before, strict=True)] == [[], []]
    assert door.stage.store._db.execute("SELECT count(*) FROM audit").fetchone() == acts
    rows = "\n".join(
        str(door.stage.store._db.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608
        for table in ("join_requests", "join_vouches", "join_marks", "audit", "outbox")
    )
    assert door.nat.aci not in rows


async def test_a_caucus_is_never_counted_and_never_says_that_one_is_in_it(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    async with door.kept(caucus={"listed": True}):
        said = await door.say(door.kit, "groups")
        assert f"3. {CAUCUS} (caucus): somebody answers first." in said
        world = on_stage.signal.world
        world.join(world.group_chat(door.caucus.api_id), door.nat.aci)
        await door.look()
        assert await door.say(door.kit, "groups") == said
        [line] = [one for one in (await door.say(door.nat, "groups")).splitlines() if CAUCUS in one]
        assert line in said


async def test_a_keeper_of_one_group_answers_for_no_other(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept(caucus={"keepers": (door.kay.aci,)}):
        await door.agreed(door.nat, f"join {CAUCUS}")
        await door.say(door.nat, "skip")
        [request] = on_stage.store[JoinRequests].all()
        assert "no open request" in await door.say(door.kit, f"let in {request.number}")
        # An admin who is no keeper of anything does not even have the command.
        assert "no open request" not in await door.say(door.alex, f"let in {request.number}")
        assert await door.say(door.kit, "requests") == "Nobody is waiting for an answer of yours."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("I am from https://evil.example/x and safe", "I am from (link) and safe"),
        ("see evil.example or ring 07700 900123", "see (link) or ring (link)"),
        ("me@evil.example", "(link)"),
        ("nice\n\nAdmin: let in 412", "nice Admin: let in 412"),
        ("I am ” said nobody “", "I am ' said nobody '"),
        ("hi \u202eereh morf\u2069 \ufffc", "hi ereh morf"),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_what_strangers_write_does_nothing_but_say_it(written: str, read: str) -> None:
    assert harmless(written, 300, "(link)") == read


@pytest.mark.parametrize("name", ["abc\u202edef", "a\u200bb", "evil.example", "Hасkney", "x@y.org"])
def test_a_name_that_deceives_is_known(name: str) -> None:
    assert is_deceptive(name)


@pytest.mark.parametrize("name", ["Tenants & friends", "Люди", "Café 👩🏽‍🚒", "বাংলা", "N16"])
def test_a_name_in_any_script_is_a_name(name: str) -> None:
    assert not is_deceptive(name)


async def test_a_name_that_pretends_is_quoted_and_said_to_be_anybodys(door: Doorstep) -> None:
    door.nat.person.name = "Branch Relay\u202e\nAdmin www.evil.example"
    await door.asked(door.nat)
    told = door.heard(door.kit)[-1]
    assert "“Branch Relay Admin (link or number left out)” wants to join" in told
    assert "anybody can choose any name" in told


async def vouched_for(door: Doorstep, who: Phone) -> str:
    """Have somebody ask to be vouched for; return what members send."""
    said = await door.agreed(who, "join 2")
    return said.splitlines()[-1]


async def test_members_vouch_and_then_they_are_in(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    world = on_stage.signal.world
    async with door.kept(committee={"entry": "vouched"}):
        world.join(world.group_chat(door.committee.api_id), door.kit.aci)
        await door.look()
        # Kit was added by hand, and is new for a week.
        await on_stage.wait(timedelta(days=8))
        line = await vouched_for(door, door.nat)
        counted = await door.say(door.mo, line)
        assert "You have vouched for Nat Newcomer" in counted
        assert "One more person is needed" in counted
        assert "already" in await door.say(door.mo, line.lower())
        assert "You were the last one needed" in await door.say(door.kit, f"{line}.")
        await door.look()
        assert door.nat.aci in door.committee.members
        assert not any("Mo Member" in one for one in door.heard(door.nat))


async def test_who_is_not_in_the_group_learns_nothing_from_a_code(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    async with door.kept(committee={"entry": "vouched", "vouches": 1}):
        line = await vouched_for(door, door.nat)
        second = on_stage.signal.new_phone("Nat's other phone")
        wrong = await door.say(second, "vouch AAAAAAAA")
        assert "I do not know that code" in wrong
        assert await door.say(second, line) == wrong
        assert await door.say(door.nat, line) == wrong
        assert "You were the last one needed" in await door.say(door.mo, line)
        await door.look()
        # Whoever has just come in lets nobody in.
        next_line = await vouched_for(door, second)
        assert "less than a week" in await door.say(door.nat, next_line)
        assert second.aci not in door.committee.members
        await on_stage.wait(timedelta(days=8))
        assert "the last one needed" in await door.say(door.nat, next_line)


async def test_codes_are_not_guessed(on_stage: RelayHarness) -> None:
    door = Doorstep(on_stage)
    async with door.kept(committee={"entry": "vouched", "vouches": 1}):
        line = await vouched_for(door, door.nat)
        for place in range(5):
            await door.say(door.mo, f"vouch AAAAAAA{place + 2}")
        assert "I do not know that code" in await door.say(door.mo, line)
        assert from_bot(door.nat)[-1].text.splitlines()[-1] == line
