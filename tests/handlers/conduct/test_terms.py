"""How a moderator's term ends: by time, by two admins, by themself; and how it goes on."""

from datetime import UTC, datetime, timedelta

import pytest
from harness.mandates import Mandating
from harness.running import from_bot, team

from relay.conduct.tables.mandates import Mandates
from relay.settings import SafeguardingSettings


def _until(mandating: Mandating, moment: datetime) -> timedelta:
    return moment - mandating.stage.clock.now()


async def test_a_term_ends_with_its_last_day_on_the_clocks_of_the_branch(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        # 22 November and six months: 22 May, when the clocks are an hour ahead.
        end = datetime(2027, 5, 22, 23, 0, tzinfo=UTC)
        await mandating.stage.wait(_until(mandating, end - timedelta(seconds=1)))
        assert mandating.moderators.may(mandating.mo.aci, "hackney")
        mandating.stage.clock.move(timedelta(seconds=1))
        # Nothing has gone round yet: the rights are gone with the moment.
        assert not mandating.moderators.may(mandating.mo.aci, "hackney")
        assert mandating.moderators.of("hackney") == ()
        await mandating.stage.settle()
        assert "Your term as a moderator of Hackney branch is over" in mandating.read(mandating.mo)
        assert "is over" in mandating.read(mandating.alex)
        [row] = mandating.stage.store._db.query("SELECT * FROM mandates")
        assert row["person"] is None
        assert row["name"] == ""


async def test_a_term_that_ended_while_the_relay_was_down_is_over_at_once(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
    mandating.stage.clock.move(timedelta(days=200))
    async with mandating.stage.running(mandating.declaration()):
        assert mandating.moderators.of("hackney") == ()
        await mandating.stage.settle()
        assert mandating.everything(mandating.mo).count("is over. Thank you") == 1
    async with mandating.open():
        await mandating.stage.settle()
        assert mandating.everything(mandating.mo).count("is over. Thank you") == 1
        assert mandating.everything(mandating.mo).count("ends with") == 0


async def test_both_sides_are_reminded_two_weeks_and_two_days_before(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        end = datetime(2027, 5, 22, 23, 0, tzinfo=UTC)
        await mandating.stage.wait(_until(mandating, end - timedelta(days=15)))
        assert "ends with" not in mandating.everything(mandating.mo)
        # It is the middle of the night at first.
        await mandating.stage.wait(timedelta(days=1))
        assert "ends with" not in mandating.everything(mandating.mo)
        await mandating.stage.wait(timedelta(hours=12))
        assert "ends with Saturday 22 May" in mandating.read(mandating.mo)
        assert "moderators renew 1" in mandating.read(mandating.alex)
        await mandating.stage.wait(timedelta(days=12))
        assert mandating.everything(mandating.mo).count("ends with") == 2
        await mandating.stage.wait(timedelta(days=1))
        assert mandating.everything(mandating.mo).count("ends with") == 2


async def test_two_admins_and_the_moderator_renew_a_term_under_the_same_number(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        await mandating.stage.wait(timedelta(days=170))
        number = await mandating.propose("moderators renew 1 12 months", mandating.alex)
        assert "goes on as a moderator" in mandating.read(mandating.cai)
        await mandating.say(mandating.cai, f"agree {number}")
        assert "ask you to go on" in mandating.read(mandating.mo)
        await mandating.say(mandating.mo, "moderate yes")
        await mandating.stage.wait(timedelta(days=60))
        mandate = mandating.moderators.mandate_of(mandating.mo.aci, "hackney")
        assert mandate is not None
        assert mandate.number == 1


@pytest.mark.parametrize("lapses_before", ["the second admin", "the moderator"])
async def test_who_lapses_between_a_proposal_and_the_yes_is_not_renewed(
    mandating: Mandating, lapses_before: str
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo, "1 month")
        await mandating.stage.wait(timedelta(days=29))
        number = await mandating.propose("moderators renew 1", mandating.alex)
        if lapses_before == "the second admin":
            await mandating.stage.wait(timedelta(days=3))
            said = await mandating.say(mandating.bea, f"agree {number}")
            assert "That term has ended meanwhile" in said
        else:
            await mandating.say(mandating.bea, f"agree {number}")
            await mandating.stage.wait(timedelta(days=3))
            said = await mandating.say(mandating.mo, "moderate yes")
            assert "Your term has ended meanwhile" in said
        assert mandating.moderators.of("hackney") == ()


async def test_two_admins_end_a_mandate_and_say_why(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        assert "Please say why" in await mandating.say(mandating.alex, "moderators end 1")
        number = await mandating.propose(
            "moderators end 1: nobody could reach you for a month", mandating.alex
        )
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)
        assert "nobody could reach you" not in mandating.everything(mandating.mo)
        await mandating.say(mandating.bea, f"agree {number}")
        assert mandating.moderators.of("hackney") == ()
        told = mandating.read(mandating.mo)
        assert "“nobody could reach you for a month”" in told
        assert "Alex" not in told


async def test_what_another_admin_refuses_changes_nothing(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        before = len(from_bot(mandating.mo))
        number = await mandating.propose("moderators end 1: tired of them", mandating.alex)
        assert "is dropped" in await mandating.say(mandating.bea, f"refuse {number}")
        assert "an admin would rather not" in mandating.read(mandating.alex)
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)
        assert len(from_bot(mandating.mo)) == before


async def test_a_moderator_resigns_and_admins_are_told(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        assert "Shall I?" in await mandating.say(mandating.mo, "resign")
        assert "You are still a moderator" in await mandating.say(mandating.mo, "no")
        await mandating.say(mandating.mo, "resign")
        assert "You are a moderator no more" in await mandating.say(mandating.mo, "yes")
        assert mandating.moderators.of("hackney") == ()
        assert "has stopped being a moderator" in mandating.read(mandating.bea)
        assert "Shall I?" not in await mandating.say(mandating.mo, "resign")


async def test_a_number_is_never_given_again_and_still_known_as_ones_own(
    mandating: Mandating,
) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        await mandating.say(mandating.mo, "resign")
        await mandating.say(mandating.mo, "yes")
        await mandating.name(mandating.ned)
        await mandating.name(mandating.mo)
        known = mandating.moderators
        assert known.numbers_of(mandating.ned.aci, "hackney") == {2}
        assert known.numbers_of(mandating.mo.aci, "hackney") == {1, 3}
        await mandating.say(mandating.mo, "resign")
        await mandating.say(mandating.mo, "yes")
        mandating.stage.clock.move(timedelta(days=367))
        await mandating.stage.relay.tidy()
        assert known.numbers_of(mandating.mo.aci, "hackney") == set()
        await mandating.name(mandating.mo)
        assert known.numbers_of(mandating.mo.aci, "hackney") == {4}


async def test_those_of_the_settings_have_no_end_and_go_with_the_settings(
    mandating: Mandating,
) -> None:
    async with mandating.open(moderators=(mandating.ned.aci,)):
        mandate = mandating.moderators.mandate_of(mandating.ned.aci, "hackney")
        assert mandate is not None
        assert mandate.until is None
        assert "One more stands in the settings" in await mandating.say(
            mandating.alex, "moderators"
        )
        said = await mandating.say(mandating.alex, "moderators end 1: because")
        assert "stands in the settings" in said
        assert "stand in the settings" in await mandating.say(mandating.ned, "resign")
        await mandating.stage.wait(timedelta(days=800))
        assert mandating.moderators.of("hackney") == (mandating.ned.aci,)
    async with mandating.open():
        assert mandating.moderators.of("hackney") == ()


async def test_with_a_new_phone_rights_wait_until_an_admin_confirms(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        await mandating.stage.watch()
        mandating.mo.change_safety_number()
        said = await mandating.say(mandating.mo, "moderators")
        assert mandating.moderators.of("hackney") == ()
        assert not mandating.moderators.is_moderator(mandating.mo.aci)
        told = mandating.read(mandating.alex)
        assert "a moderator of Hackney branch has changed" in told
        assert "type confirm moderator 1" in told
        assert "Confirmed" in await mandating.say(mandating.alex, "confirm moderator 1")
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)
        assert said


async def test_nothing_comes_into_a_hidden_chat_and_what_waits_is_shown_when_asked(
    mandating: Mandating,
) -> None:
    mandating.stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (mandating.ned, "Welfare officer")),)
    )
    async with mandating.open():
        number = await mandating.propose(await mandating.code(mandating.mo), mandating.alex)
        for text in ("report", "1", "0", "It happened on Friday.", "done", "send", "hide"):
            await mandating.say(mandating.mo, text)
        before = len(from_bot(mandating.mo))
        await mandating.say(mandating.bea, f"agree {number}")
        await mandating.stage.wait(timedelta(hours=49))
        assert len(from_bot(mandating.mo)) == before
        assert "ask you to be a moderator" in await mandating.say(mandating.mo, "moderate")
        await mandating.say(mandating.mo, "moderate yes")
        assert mandating.moderators.of("hackney") == (mandating.mo.aci,)


async def test_help_tells_a_moderator_what_they_can_do(mandating: Mandating) -> None:
    async with mandating.open():
        assert "resign" not in await mandating.say(mandating.mo, "help")
        await mandating.name(mandating.mo)
        assert "resign: you stop being a moderator" in await mandating.say(mandating.mo, "help")


async def test_names_and_ids_of_moderators_are_forgotten_at_the_end(mandating: Mandating) -> None:
    async with mandating.open():
        await mandating.name(mandating.mo)
        assert mandating.stage.store[Mandates].of_person(mandating.mo.aci)
        await mandating.say(mandating.mo, "resign")
        await mandating.say(mandating.mo, "yes")
        for table in ("mandates", "mandate_offers", "conduct_proposals"):
            kept = str(list(mandating.stage.store._db[table].rows))
            assert mandating.mo.aci not in kept
            assert "Mo Member" not in kept
