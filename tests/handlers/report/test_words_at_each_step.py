"""What somebody naturally types at each step of a report, in each language, is the answer it is."""

from itertools import combinations

import pytest
from harness.running import RelayHarness, branch
from reporting import last, with_teams

from handlers.report.parsing import report_words
from practice.phones import Phone
from relay.language.languages import language_name
from relay.language.vocabulary import bare, vocabulary
from relay.language.words import Words, shipped_locales

FOREIGN = [locale for locale in shipped_locales() if not locale.startswith("en")]

DONE = {
    "cy": ("barod", "gorffennais"),
    "pl": ("koniec", "Skończyłam.", "zrobione"),
    "es": ("hecho", "Hecho.", "acabado", "finalizar"),
    "pt": ("feito", "concluído", "pronta"),
    "ur": ("ہوگیا", "khatam", "مكمل"),
    "ar": ("خلاص", "إنتهيت", "جاهزة", "khalas"),
    "bn": ("হয়েছে", "hoyeche", "sesh"),
    "tr": ("BİTTİ", "bitirdim", "hazir"),
}
SEND = {
    "cy": ("anfonwch", "gyrrwch"),
    "pl": ("wyslij", "Wysłać", "prześlij", "tak wyślij"),
    "es": ("envía", "mándalo", "ENVIAR!", "sí, claro"),
    "pt": ("envie", "mande", "pode enviar"),
    "ur": ("بهيجو", "bhej do", "bhejdo", "ہاں"),
    "ar": ("أرسل", "ارسلي", "اِبْعَث", "إبعتي", "نعم أرسل"),
    "bn": ("পাঠাও", "pathan", "হ্যাঁ পাঠান"),
    "tr": ("GÖNDER", "yollayin", "evet gönder"),
}
NOT_YET = {
    "cy": "dim eto",
    "pl": "jeszcze nie",
    "es": "todavía no",
    "pt": "ainda não",
    "ur": "ابھی نہیں",
    "ar": "ليس بعد",
    "bn": "এখনো না",
    "tr": "henüz değil",
}


async def written(stage: RelayHarness, phone: Phone, locale: str) -> None:
    """Begin a report in a language, and write a part of it."""
    typed, words = vocabulary(locale), report_words(locale)
    not_sure, nobody = sorted(words.not_sure)[0], sorted(words.nobody)[0]
    for text in (f"language {language_name(locale)}", typed.name("report"), not_sure, nobody):
        await stage.say(phone, text)
    await stage.say(phone, "Zzz.")


@pytest.mark.parametrize("locale", FOREIGN)
async def test_done_not_yet_and_send(on_stage: RelayHarness, locale: str) -> None:
    with_teams(on_stage)
    words = Words(locale)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for number, send in enumerate(SEND[locale]):
            rio = on_stage.signal.new_phone(f"Rio {number}")
            await written(on_stage, rio, locale)
            done = DONE[locale][number % len(DONE[locale])]
            await on_stage.say(rio, done)
            assert words.say("report-summary", parts=1, files=0) in last(rio), done
            await on_stage.say(rio, NOT_YET[locale])
            assert last(rio) == words.say("report-going-on")
            await on_stage.say(rio, done)
            assert words.say("report-summary", parts=1, files=0) in last(rio), "no part was added"
            await on_stage.say(rio, send)
            reports = on_stage.relay.services.vault.reports
            assert [case.language for case in reports.cases_of(rio.aci)] == [locale], send


@pytest.mark.parametrize("locale", FOREIGN)
def test_no_word_is_two_answers_of_one_question(locale: str) -> None:
    """Where two count alike it does not matter: who is not sure is asked as for harm."""
    typed, words = vocabulary(locale), report_words(locale)

    def commands(*some: str) -> set[str]:
        return {bare(word) for command in some for word in typed.words(command)}

    def answers(*some: str) -> set[str]:
        return {bare(word) for answer in some for word in typed.answers[answer]}

    leaving, asking = commands("stop", "erase"), commands("help", "helplines", "hide", "language")
    questions = {
        "what it is about": (words.safeguarding | words.not_sure, words.conduct, leaving, asking),
        "who must not read it": (words.nobody, words.everybody, leaving, asking),
        "who may be meant": (answers("yes"), answers("no")),
        "writing": (commands("done"), commands("stop"), commands("erase"), asking),
        "sending": (
            commands("send") | answers("yes"),
            commands("go_on"),
            commands("stop"),
            commands("erase"),
            commands("done"),
            asking,
        ),
        "when to write": (
            words.contact.any_time,
            words.contact.hours_only,
            words.contact.never,
            words.contact.notice,
        ),
    }
    double = {
        (question, word)
        for question, sets in questions.items()
        for one, other in combinations(sets, 2)
        for word in set(one) & set(other)
    }
    assert double == set()
