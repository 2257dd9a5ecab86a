"""Said in haste in any of the languages: `hide`, a call for help, and what takes a report back."""

import pytest
from harness.running import RelayHarness, branch
from reporting import with_teams

from handlers.report.remarks import Remark, read_remark
from relay.language.recognised import hides_first_in, recognised
from relay.language.vocabulary import vocabulary
from relay.language.words import Words

HIDES = {
    "on tu jest ukryj": "pl",
    "ukryj on idzie": "pl",
    "ocultar él está aquí": "es",
    "ya viene ocultar": "es",
    "esconder tudo rápido": "pt",
    "ele está aqui esconder": "pt",
    "ocultar todo rápido": "es",
    "cuddio mae e yma": "cy",
    "mae e yma cuddio": "cy",
    "o geliyor gizle": "tr",
    "وہ آ رہا ہے چھپاؤ": "ur",
    "هو هنا إخفاء": "ar",
    "সে আসছে লুকান": "bn",
}


@pytest.mark.parametrize("said", HIDES)
def test_hide_is_heard_beside_who_comes_in_the_language_it_is_in(said: str) -> None:
    assert hides_first_in(said) == HIDES[said]


@pytest.mark.parametrize(
    "said",
    [
        *("on kazał mi to ukryć", "él me chupa", "quiere que lo oculte", "ele quer esconder isso"),
        *("hide he is here", "bunu benden sakla dedi", "chce to ukryć", "mae o eisiau cuddio"),
    ],
)
def test_a_word_for_it_in_a_story_empties_no_chat(said: str) -> None:
    assert hides_first_in(said) is None


async def test_the_answer_is_in_that_language(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in ("esconder tudo rápido", "on tu jest ukryj", "cuddio mae e yma"):
            phone = on_stage.signal.new_phone(said)
            hidden = Words(HIDES[said]).say("report-hidden")
            assert hidden in await on_stage.ask(phone, said), said
        await on_stage.say(cast.rio, "report")
        hidden = Words("pl").say("report-hidden")
        assert hidden in await on_stage.ask(cast.rio, "ukryj on tu jest")


@pytest.mark.parametrize(
    ("said", "locale"),
    [
        *(("النجدة زوجي يضربني", "ar"), ("helpwch fi", "cy"), ("النجدة هو هنا", "ar")),
        *(("pomocy on tu jest", "pl"), ("plis helpwch fi", "cy"), ("socorro ele está aqui", "pt")),
    ],
)
async def test_a_call_and_what_happens_are_answered_in_their_language(
    on_stage: RelayHarness, said: str, locale: str
) -> None:
    with_teams(on_stage)
    assert recognised(said).locale == locale
    async with on_stage.running(branch("hackney", on_stage.alex)):
        danger = Words(locale).say("report-danger", number="999", silent="55")
        assert danger in "\n".join(await on_stage.say(on_stage.mo, said))


TAKES_BACK = {
    "cy": "dileu popeth",
    "pl": "usuń wszystko",
    "es": "bórralo todo",
    "pt": "apaga tudo",
    "ur": "سب مٹا دیں",
    "ar": "احذف كل شيء",
    "bn": "সব মুছে দিন",
    "tr": "her şeyi sil",
    "en-simple": "delete everything",
}
NO = {
    "cy": "na peidiwch ag anfon",
    "pl": "nie wysyłaj tego",
    "es": "no no lo envíes",
    "pt": "não mandes",
    "ur": "مت بھیجو",
    "ar": "لا ترسله",
    "bn": "পাঠিও না",
    "tr": "hayır gönderme",
    "en-simple": "dont send it",
}


@pytest.mark.parametrize("locale", TAKES_BACK)
def test_a_no_in_more_words_is_one_in_every_language(locale: str) -> None:
    assert read_remark(NO[locale], locale) is Remark.ENDS
    assert vocabulary(locale).means("erase", TAKES_BACK[locale])


@pytest.mark.parametrize("locale", ["pl", "ar", "es"])
async def test_what_takes_a_report_back_is_asked_about_in_their_language(
    on_stage: RelayHarness, locale: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, f"language {locale}")
        await on_stage.say(cast.rio, "report")
        for said in ("1", "0", "It happened.", "done", "send"):
            await on_stage.say(cast.rio, said)
        name = on_stage.relay.services.vault.reports.cases_of(cast.rio.aci)[0].name
        asked = Words(locale).say("report-erase-ask", case=name)
        assert asked in await on_stage.ask(cast.rio, TAKES_BACK[locale])
