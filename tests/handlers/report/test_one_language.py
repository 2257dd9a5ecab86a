"""One message is in one language, and other languages are offered once, to who writes in one."""

import pytest
from harness.running import RelayHarness, branch
from reporting import shown, with_teams

from relay.language.languages import language_name
from relay.language.words import Words, shipped_locales
from relay.safeguarding.guesses import CONVERSATION

CRY = "on mnie bije"
PERSIAN = "من می‌ترسم"
OFFER = ": language"


async def test_an_official_s_cry_is_answered_in_its_language_alone(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    words = Words("pl")
    told = (
        words.say("report-danger", number="999", silent="55")
        + f"\n\n{words.say('fallback-member', sent='words')}\n"
        + words.say("fallback-reach", teams="yes", who="official")
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone in (on_stage.alex, cast.una):
            first = await on_stage.ask(phone, CRY)
            assert first.startswith(f"{told}\n\n")
            assert first.endswith(OFFER)
            assert await on_stage.ask(phone, CRY) == told, "nothing is offered twice"
            report, own = "help-report", await on_stage.say(phone, "pomoc")
            assert own[-1] == words.say(report), own
            assert words.say(report) not in own[0]


@pytest.mark.parametrize("said", ["report", "report he hit me", "Tea at four.", "E8 1EA", "👍"])
async def test_nobody_who_writes_english_is_offered_another(
    on_stage: RelayHarness, said: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone in (cast.rio, on_stage.alex, cast.una):
            await on_stage.say(phone, said)
            assert OFFER not in shown(phone)


async def test_who_has_chosen_is_offered_none(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in ("language polski", CRY, PERSIAN, "raport", CRY, "nie wiem"):
            await on_stage.say(cast.rio, said)
        assert OFFER not in shown(cast.rio)


async def test_others_are_offered_once_in_a_conversation_over_a_restart(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    mo, rio = on_stage.mo, cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert OFFER in await on_stage.ask(mo, PERSIAN)
        assert OFFER not in await on_stage.ask(mo, PERSIAN)
        assert OFFER in "".join(await on_stage.say(rio, "denunciar"))
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert OFFER not in await on_stage.ask(mo, PERSIAN)
        assert OFFER not in "".join(await on_stage.say(rio, "está aqui"))
        await on_stage.wait(CONVERSATION)
        assert OFFER in await on_stage.ask(mo, PERSIAN), "it is another conversation"
        await on_stage.say(mo, "hide")
        assert OFFER in await on_stage.ask(mo, PERSIAN), "as to anybody who begins"
        assert mo.aci not in str(
            on_stage.store._db.execute("SELECT * FROM language_guesses").fetchall()
        )


async def test_easy_english_is_offered_with_the_others(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        offered = (await on_stage.ask(on_stage.mo, PERSIAN)).splitlines()[-1]
        for locale in shipped_locales():
            assert language_name(locale) in offered
