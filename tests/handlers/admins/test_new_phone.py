"""An admin with a new phone, and somebody who has taken an admin's number over."""

from datetime import timedelta

from aiohttp.test_utils import TestClient, TestServer
from harness.cases import CaseHarness, seen
from harness.running import RelayHarness, branch, from_bot

from relay.people.admins import confirm_admin

WAITS = "What admins can do waits for you just now"


async def test_an_admins_rights_wait_until_another_admin_confirms(on_stage: RelayHarness) -> None:
    alex, bea = on_stage.alex, on_stage.bea
    group = on_stage.group("Hackney", on_stage.mo)
    async with on_stage.running(branch("hackney", alex, bea, groups=[group])):
        await on_stage.watch()
        assert "retract" in await on_stage.ask(alex, "help")
        alex.change_safety_number()
        for text in ("announce The hall is open.", "announce", "queue", "edit 1 x", "cancel 1"):
            answer = await on_stage.ask(alex, text)
            assert answer.startswith(WAITS)
            assert "another admin" in answer
        assert from_bot(on_stage.mo, group) == []
        helped = await on_stage.ask(alex, "help")
        assert helped.startswith(WAITS)
        assert "retract" not in helped
        assert WAITS not in await on_stage.ask(alex, "meetings")
        assert WAITS in await on_stage.ask(alex, "confirm admin 1")
        told = [text for text in seen(bea) if "type confirm admin 1" in text]
        assert len(told) == 1
        assert on_stage.signal.world.people[alex.aci].safety_number in told[0].replace(" ", "")
        assert "Confirmed" in await on_stage.ask(bea, "confirm admin 1")
        assert "Your safety number is confirmed" in seen(alex)[-1]
        assert WAITS not in await on_stage.ask(alex, "announce The hall is open.")
        await on_stage.say(alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, group)] == ["The hall is open."]
        assert "no admin whom you could confirm" in await on_stage.ask(bea, "confirm admin")


async def test_what_was_begun_on_the_old_phone_is_not_finished_on_the_new_one(
    on_stage: RelayHarness,
) -> None:
    alex = on_stage.alex
    group = on_stage.group("Hackney", on_stage.mo)
    async with on_stage.running(branch("hackney", alex, on_stage.bea, groups=[group])):
        await on_stage.watch()
        await on_stage.ask(alex, "announce The hall is open.")
        alex.change_safety_number()
        answers = await on_stage.say(alex, "yes")
        assert any("is dropped" in answer for answer in answers)
        await on_stage.wait(timedelta(minutes=1))
        assert from_bot(on_stage.mo, group) == []


async def test_an_officer_confirms_where_there_is_no_other_admin(cast: CaseHarness) -> None:
    await cast.stage.watch()
    cast.alex.change_safety_number()
    assert "safeguarding officers" in await cast.ask(cast.alex, "announce Hello")
    assert any("type confirm admin 1" in text for text in seen(cast.ada))
    assert "Confirmed" in await cast.ask(cast.ada, "confirm admin 1")
    assert WAITS not in await cast.ask(cast.alex, "announce Hello")


async def test_where_nobody_can_confirm_the_host_is_named(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.watch()
        on_stage.alex.change_safety_number()
        assert "person who runs this bot" in await on_stage.ask(on_stage.alex, "announce Hello")


async def test_the_host_confirms_where_nobody_else_can(on_stage: RelayHarness) -> None:
    group = on_stage.group("Hackney", on_stage.mo)
    only = branch("hackney", on_stage.alex, groups=[group])
    async with on_stage.running(only):
        await on_stage.watch()
        on_stage.alex.change_safety_number()
        await on_stage.say(on_stage.alex, "announce Hello")
    settings = on_stage.settings([only])
    (waiting,), done = confirm_admin(settings, None)
    number = on_stage.signal.world.people[on_stage.alex.aci].safety_number
    assert (waiting.number, done) == (1, False)
    assert waiting.safety_number.replace(" ", "") == number
    assert confirm_admin(settings, 1)[1]
    assert confirm_admin(settings, 1) == ((), False)
    async with on_stage.running(only):
        assert WAITS not in await on_stage.ask(on_stage.alex, "announce Hello")


async def test_an_admin_who_waits_confirms_nobody(cast: CaseHarness) -> None:
    await cast.stage.watch()
    cast.ben.change_safety_number()
    cast.alex.change_safety_number()
    cast.stage.signal.world.fetch_key(cast.ben.person)
    cast.stage.signal.world.fetch_key(cast.alex.person)
    await cast.stage.watch()
    await cast.stage.settle()
    assert WAITS in await cast.ask(cast.alex, "confirm officer 1")
    assert not [text for text in seen(cast.alex) if "type confirm officer" in text]


async def test_a_number_seen_to_change_before_anything_was_known_is_not_accepted(
    on_stage: RelayHarness,
) -> None:
    on_stage.alex.change_safety_number()
    async with on_stage.running(branch("hackney", on_stage.alex, on_stage.bea)):
        assert WAITS in await on_stage.ask(on_stage.alex, "announce Hello")


async def test_a_member_and_a_stranger_are_answered(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = await on_stage.ask(on_stage.mo, "help")
        on_stage.mo.change_safety_number()
        assert await on_stage.ask(on_stage.mo, "help") == first
        on_stage.mo.change_safety_number()
        on_stage.signal.world.fetch_key(on_stage.mo.person)
        assert on_stage.relay.new_phones.counted == 1
        await on_stage.watch()
        assert on_stage.relay.new_phones.counted == 2
        async with TestClient(TestServer(on_stage.relay.web_application())) as client:
            metrics = await (await client.get("/metrics")).text()
        assert "relay_new_keys_trusted_total 2.0" in metrics
        status = await on_stage.ask(on_stage.alex, "status")
        assert "In the last 24 hours, 2 people set up Signal anew" in status
        await on_stage.wait(timedelta(hours=24, minutes=1))
        assert "set up Signal anew" not in await on_stage.ask(on_stage.alex, "status")
