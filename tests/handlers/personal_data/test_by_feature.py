"""What single features keep of somebody, for a while: named, and gone when they are forgotten."""

from datetime import timedelta

from harness.mandates import Mandating
from harness.newcomers import Comings
from harness.remembered import MEETING, Remembered
from harness.running import RelayHarness, from_bot
from harness.talking import Talking

from handlers.personal_data.texts import held_by_all
from practice.phones import Phone
from relay.groups.newcomers import Newcomers


def items(stage: RelayHarness, phone: Phone) -> set[str]:
    """What is kept of somebody."""
    return {one.item for one in held_by_all(stage.relay.services, phone.aci)}


async def forget(stage: RelayHarness, phone: Phone) -> str:
    """Have somebody forgotten; return what they read then."""
    await stage.say(phone, "forget me")
    return "\n".join(await stage.say(phone, "yes"))


async def test_whom_a_reminder_went_to_is_forgotten(remembered: Remembered) -> None:
    cast, stage = remembered, remembered.stage
    async with cast.running():
        await cast.play(cast.alex, MEETING, "skip", "skip", "skip", "yes")
        await cast.say(cast.zeb, "remind me")
        before = len(from_bot(cast.zeb))
        await stage.wait(timedelta(days=3, hours=7))
        assert len(from_bot(cast.zeb)) == before + 1
        assert "on_its_way" in items(stage, cast.zeb)
        assert "for up to 30 days, not what they said" in await cast.say(cast.zeb, "about me")
        await forget(stage, cast.zeb)
        assert "on_its_way" not in items(stage, cast.zeb)
        assert cast.zeb.aci not in str(stage.store._db.execute("SELECT * FROM outbox").fetchall())


async def test_a_reminder_that_waits_is_not_sent_to_who_was_forgotten(
    remembered: Remembered,
) -> None:
    cast, stage = remembered, remembered.stage
    async with cast.running():
        await cast.play(cast.alex, MEETING, "skip", "skip", "skip", "yes")
        await cast.say(cast.zeb, "remind me")
        await forget(stage, cast.zeb)
        before = len(from_bot(cast.zeb))
        await stage.wait(timedelta(days=4))
        assert len(from_bot(cast.zeb)) == before


async def test_who_reads_along_in_a_talk_does_so_no_more(on_stage: RelayHarness) -> None:
    talking = Talking(on_stage)
    async with talking.open():
        await talking.begin("Hello")
        said = await talking.say(talking.mo, "talk bring")
        code = said.split("talk with ")[1].split()[0]
        await talking.say(talking.fay, f"talk with {code}")
        assert "You read along" in await talking.say(talking.fay, "about me")
        await forget(on_stage, talking.fay)
        assert "talk" not in items(on_stage, talking.fay)
        assert "Whoever you brought has left" in talking.last(talking.mo)


async def test_who_was_to_be_named_as_a_moderator_is_not(on_stage: RelayHarness) -> None:
    mandating = Mandating(on_stage)
    async with mandating.open():
        line = await mandating.code(mandating.mo)
        await mandating.propose(line, mandating.alex)
        assert "Admins would have you as a moderator" in await mandating.say(
            mandating.mo, "about me"
        )
        await forget(on_stage, mandating.mo)
        assert "mandate" not in items(on_stage, mandating.mo)
        assert on_stage.relay.services.two_admins.table.all() == []
        rows = str(on_stage.store._db.execute("SELECT * FROM conduct_proposals").fetchall())
        assert mandating.mo.aci not in rows


async def test_who_was_welcomed_is_not_welcomed_again(on_stage: RelayHarness) -> None:
    comings = Comings(on_stage, on_stage.group("Hackney chat"), on_stage.group("Lavender"))
    async with comings.running():
        nat = comings.person("Nat")
        comings.put_in(nat)
        await comings.look()
        assert on_stage.store[Newcomers].is_awaited(nat.aci)
        await comings.pass_time()
        welcomes = len(comings.said_to(nat))
        assert welcomes
        assert "I have welcomed you" in "".join(await on_stage.say(nat, "about me"))
        assert "you would be welcomed again" in await forget(on_stage, nat)
        comings.take_out(nat)
        await comings.look()
        before = len(comings.said_to(nat))
        comings.put_in(nat)
        await comings.look()
        await comings.pass_time()
        assert len(comings.said_to(nat)) == before


async def test_who_is_about_to_be_welcomed_is_not_once_forgotten(on_stage: RelayHarness) -> None:
    comings = Comings(on_stage, on_stage.group("Hackney chat"), on_stage.group("Lavender"))
    async with comings.running():
        nat = comings.person("Nat")
        comings.put_in(nat)
        await comings.look()
        assert "I am about to welcome you" in "".join(await on_stage.say(nat, "about me"))
        await forget(on_stage, nat)
        before = len(comings.said_to(nat))
        await comings.pass_time()
        assert len(comings.said_to(nat)) == before


async def test_an_officer_hears_where_their_account_stands(remembered: Remembered) -> None:
    async with remembered.running():
        said = await remembered.say(remembered.una, "about me")
        assert "You are a safeguarding officer." in said
        assert "with every report that you may read or have answered" in said


async def test_the_safety_number_of_an_officer_who_has_left_is_forgotten(
    remembered: Remembered,
) -> None:
    cast, stage = remembered, remembered.stage
    async with cast.running():
        await cast.say(cast.una, "help")
        await stage.watch()
        assert stage.relay.services.vault.watch.knows(cast.una.aci)
        assert "officer" in (await cast.say(cast.una, "forget me")).casefold()
    stage.safeguarding = stage.safeguarding.model_copy(update={"teams": ()})
    async with cast.running():
        assert "Your safety number in Signal" in await cast.say(cast.una, "about me")
        await forget(stage, cast.una)
        assert not stage.relay.services.vault.watch.knows(cast.una.aci)
