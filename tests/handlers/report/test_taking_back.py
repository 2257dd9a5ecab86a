"""Taking back what was written, while it is written: it is no part of the report, and said how."""

import pytest
from harness.running import RelayHarness, branch
from reporting import send, shown, with_teams, write

from handlers.report.remarks import Remark, read_remark
from relay.language.vocabulary import vocabulary
from relay.language.words import Words, shipped_locales

BACK = (
    *("no wait, delete that", "take back", "oops sorry, take that back", "Wait, undo that!"),
    *(
        "nie, czekaj, usuń to",
        "cofnij to proszę",
        "no espera, borra eso",
        "não, espera, apaga isso",
    ),
    *(
        "hayır bekle, bunu sil",
        "bunu geri al",
        "احذف هذا من فضلك",
        "یہ حذف کریں",
        "nahi ruko, delete kar do",
    ),
    *("এটা মুছে দিন", "dilëwch hwnna", "scratch that", "can i delete that?"),
)
TOLD = (
    "He told me to delete that",
    "Delete that photo, he said, or else",
    "I want to take my flat back",
    "sil bunu dedi ve beni itti",
)


async def test_it_is_no_part_and_says_how(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    says = {Words(locale).say("report-take-back") for locale in shipped_locales()}
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        for text in BACK:
            answers = await on_stage.say(cast.rio, text)
            assert set(answers) & says, (text, answers)
        for text in TOLD:
            assert not set(await on_stage.say(cast.rio, text)) & says, text
        await on_stage.say(cast.rio, "done")
        # Where it waits to be sent, nothing is sent by the next yes.
        assert set(await on_stage.say(cast.rio, BACK[0])) & says
        await on_stage.say(cast.rio, "yes")
        assert shown(cast.una) == ""
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
    assert all(text in shown(cast.una) for text in TOLD)
    assert not any(text in shown(cast.una) for text in BACK)


async def test_at_a_question_it_is_no_beginning(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        for text in BACK[:4]:
            answers = "\n".join(await on_stage.say(cast.rio, text))
            assert "I have kept what you wrote" not in answers, text


async def test_after_sending_it_is_passed_on_to_nobody(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        before = shown(cast.una)
        for text in BACK:
            await on_stage.say(cast.rio, "Thursday again.")
            await on_stage.say(cast.rio, "yes")
            after = shown(cast.una)
            await on_stage.say(cast.rio, text)
            await on_stage.say(cast.rio, "no")
            assert text not in shown(cast.una), text
            assert shown(cast.una) == after
        assert shown(cast.una) != before


@pytest.mark.parametrize("locale", [one for one in shipped_locales() if not one.startswith("en")])
def test_every_language_has_its_words(locale: str) -> None:
    own = vocabulary(locale).answers["takes_back"] - vocabulary("en-GB").answers["takes_back"]
    assert len(own) >= 8
    assert all(read_remark(one, locale) is Remark.ENDS for one in own)
