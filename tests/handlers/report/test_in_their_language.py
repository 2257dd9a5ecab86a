"""A whole report in each language there is, begun by its first word and without a choice."""

from typing import Any

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import last, shown, with_teams

from handlers.report.parsing import starts_report
from relay.language.known import known
from relay.language.languages import ChosenLanguages, language_name
from relay.language.layers import tables
from relay.language.recognised import begins_report_in, recognised
from relay.language.vocabulary import vocabulary
from relay.language.words import SOURCE, Words, shipped_locales
from relay.safeguarding.tables import VaultTables

FOREIGN = [locale for locale in shipped_locales() if not locale.startswith("en")]
NUMBERS = {"number": "999", "silent": "55"}


def first_word(locale: str) -> str:
    """A word for a report that no other language has."""
    words: list[str] = tables(locale)["commands"]["commands"]["report"]
    return next(word for word in words if begins_report_in(word).locale == locale)


def cry(locale: str) -> str:
    """What somebody in danger says, as only this language says it."""
    said = (p for p, found in known().cries.items() if found == (locale,) and len(p.split()) > 2)
    typed = vocabulary(locale)
    return next(p for p in said if recognised(p).locale == locale and not starts_report(p, typed))


@pytest.mark.parametrize("locale", FOREIGN)
async def test_a_report_goes_its_whole_way_in_the_language_it_begins_in(
    on_stage: RelayHarness, locale: str
) -> None:
    cast = with_teams(on_stage)
    rio, words, typed = cast.rio, Words(locale), vocabulary(locale)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        offer, opening, question = await on_stage.say(rio, first_word(locale))
        assert opening.startswith(words.say("report-danger", **NUMBERS))
        assert words.say("report-opening") in opening
        assert "English" in offer, "the others are offered"
        assert question == words.say("report-ask-track")

        kept = (await on_stage.say(rio, cry(locale)))[0]
        assert kept.startswith(words.say("report-danger", **NUMBERS))
        assert words.say("report-kept") in kept
        await on_stage.say(rio, tables(locale)["report"]["not_sure"][0])
        assert last(rio).startswith(
            words.say("report-ask-about", lines="@", example="1, 2", known="none").split("@")[0][
                :20
            ]
        )
        await on_stage.say(rio, tables(locale)["report"]["nobody"][0])
        assert words.say("report-unseen") not in last(rio)
        await on_stage.say(rio, "Zzz.")
        await on_stage.say(rio, typed.name("done"))
        assert words.say("report-unseen") in last(rio)
        assert words.say("report-language-seen") in last(rio)
        await on_stage.say(rio, typed.name("send"))
        (case,) = on_stage.relay.services.vault.reports.cases_of(rio.aci)
        assert case.language == locale
        assert "as far as I can tell" in shown(cast.una)
        assert case.name in shown(rio)

        await on_stage.say(cast.una, f"case {case.name}")
        assert "I translate nothing" in last(cast.una)
        await on_stage.say(cast.una, f"reply {case.name} Are you safe?")
        answer = words.say("casework-answer", case=case.name, text="Are you safe?")
        assert answer in shown(rio)
        await on_stage.say(rio, typed.name("own_case"))
        assert words.say("report-add-to", case=case.name) in last(rio)

        # Who hides may have a phone that others look at: from now on the words are discreet.
        # Hidden, the bot is to them as to anybody; by the name it is back, in its language.
        await on_stage.say(rio, typed.name("hide"))
        assert last(rio) == words.say("report-hidden")
        assert await on_stage.ask(rio, "case") == Words(SOURCE).say("report-case-none")
        state, short = await on_stage.say(rio, case.name)
        assert words.say("report-add-to", case=case.name) in state
        assert short == words.say("report-back-short")

        await on_stage.say(rio, typed.name("erase"))
        assert last(rio) == words.say("report-erase-ask.discreet", case=case.name)
        await on_stage.say(rio, tables(locale)["answers"]["yes"][0])
        assert last(rio) == words.say("report-erased.discreet", case=case.name)
        assert await on_stage.ask(rio, "case") == Words(SOURCE).say("report-case-none")
        assert on_stage.store[ChosenLanguages].of(rio.aci) is None
        assert on_stage.store[VaultTables].cases.get(case.id) is None


@pytest.mark.parametrize("locale", FOREIGN)
async def test_whoever_is_in_danger_reads_what_to_do_in_their_language(
    on_stage: RelayHarness, locale: str
) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        said = await on_stage.ask(on_stage.mo, cry(locale))
        words = Words(locale)
        assert said.startswith(words.say("report-danger", **NUMBERS))
        assert "English" in said.splitlines()[-1]
        assert not on_stage.store.conversations.of(on_stage.mo.aci)
        assert on_stage.store[ChosenLanguages].of(on_stage.mo.aci) is None


@pytest.mark.parametrize(
    "said",
    [
        *("او مرا می‌زند و می‌ترسم", "من می‌ترسم", "Wuu i garaacay waan baqayaa", "Mă bate soțul meu"),
        *("он меня бьёт, помогите", "मुझे मारा", "ወንዱ መታኝ"),
    ],
)
async def test_a_language_that_there_is_not_is_answered_with_all_that_there_are(
    on_stage: RelayHarness, said: str
) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, said)
        assert answer.startswith("If you are in danger now, call 999.")
        for locale in FOREIGN:
            assert language_name(locale) in answer.splitlines()[-1]


async def test_a_choice_beside_a_report_goes_with_it(on_stage: RelayHarness) -> None:
    rio = with_teams(on_stage).rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        chosen = on_stage.store[ChosenLanguages]
        await on_stage.say(rio, "report")
        said = await on_stage.say(rio, "Cymraeg")
        words = Words("cy")
        assert said[0] == words.say("language-chosen", name="Cymraeg")
        assert said[1] == words.say("report-ask-track"), "the question is asked once more, in it"
        assert chosen.of(rio.aci) is None
        await on_stage.say(rio, "stop")
        assert last(rio).startswith(words.say("report-stopped")[:20])
        assert (await on_stage.ask(rio, "help")).startswith("I post what the branch")
        # Beside none it is theirs, as any member's.
        await on_stage.say(rio, "language cymraeg")
        assert chosen.of(rio.aci) == "cy"
        opening = (await on_stage.say(rio, "report"))[0]
        assert words.say("report-opening") in opening
        assert (await on_stage.say(rio, "language english"))[0].startswith("From now on")
        await on_stage.say(rio, "stop")
        assert chosen.of(rio.aci) == "cy", "the report's choice changed nothing of theirs"


async def test_a_word_of_two_languages_is_no_guess(on_stage: RelayHarness) -> None:
    rio = with_teams(on_stage).rio
    assert set(begins_report_in("denunciar").locales) == {"es", "pt"}
    async with on_stage.running(branch("hackney", on_stage.alex)):
        offer, opening, _ = await on_stage.say(rio, "denunciar")
        assert opening.startswith("If you are in danger now")
        for locale in ("es", "pt"):
            name = language_name(locale)
            assert Words(locale).say("language-go-on", word=name.casefold()) in offer
        assert (await on_stage.say(rio, "Español"))[1] == Words("es").say("report-ask-track")


@pytest.mark.parametrize(
    ("said", "locale"),
    [
        *(("denúncia", "pt"), ("Denúncia.", "pt"), ("DENU\u0301NCIA", "pt"), ("denuncia", "es")),
        *(("denúncia ele bate-me", "pt"), ("denuncia me pega", "es")),
    ],
)
async def test_the_marks_on_its_letters_tell_whose_word_it_is(
    on_stage: RelayHarness, said: str, locale: str
) -> None:
    rio = with_teams(on_stage).rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        opening = (await on_stage.say(rio, said))[1]
        assert Words(locale).say("report-opening") in opening


@pytest.mark.parametrize(
    ("said", "locales"),
    [
        ("está aqui", ("pt",)),
        ("está aquí", ("es",)),
        # As a phone without the marks has it: both.
        ("esta aqui", ("es", "pt")),
    ],
)
def test_so_they_do_of_what_is_said_in_danger(said: str, locales: tuple[str, ...]) -> None:
    assert recognised(said).locales == locales


async def test_no_other_language_is_read_before_it_is_needed(
    on_stage: RelayHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine of them at once would be some ten megabytes: each is read when somebody writes in it."""
    read: list[str] = []
    say = Words.__init__

    def listen(self: Words, locale: str = SOURCE, /, *args: Any, **more: Any) -> None:
        read.append(locale)
        say(self, locale, *args, **more)

    monkeypatch.setattr(Words, "__init__", listen)
    rio = with_teams(on_stage).rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in ("help", "report", "stop", "he hit me last night"):
            await on_stage.say(rio, said)
        assert set(read) <= {SOURCE}
        await on_stage.say(rio, first_word("pl"))
        assert set(read) - {SOURCE} == {"pl"}


async def test_easy_english_is_told_to_officers_by_its_name(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in (
            "report",
            language_name("en-simple"),
            "1",
            "0",
            "It happened.",
            "done",
            "send",
        ):
            await on_stage.say(cast.rio, said)
        assert "asked for easy English" in shown(cast.una)


async def test_who_writes_english_is_answered_in_english(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in ("he hit me last night", "I am 12 and scared", "help me he is here"):
            await on_stage.say(on_stage.mo, said)
        assert all(one.text.isascii() or "·" in one.text for one in from_bot(on_stage.mo))
