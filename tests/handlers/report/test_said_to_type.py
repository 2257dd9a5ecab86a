"""Whatever a text in another language tells somebody to type works, before they choose any.

Each text that they can be sent is taken as it is shown, each word that it names is typed by a phone
of which nothing else is known, and the answer is that of a phone that has chosen the language.
"""

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import last, with_teams

from practice.phones import Phone
from relay.language.known import known, spaced
from relay.language.languages import ChosenLanguages, language_name
from relay.language.layers import tables
from relay.language.recognised import is_english_word, recognised, typed_in
from relay.language.vocabulary import bare, vocabulary
from relay.language.words import SOURCE, Words, shipped_locales

FOREIGN = [locale for locale in shipped_locales() if not locale.startswith("en")]
COMMANDS = (
    *("help", "helplines", "hide", "report", "stop", "language", "whoami", "own_case", "own_cases"),
    *("erase", "done", "send", "resume", "meetings", "next", "remind"),
)


def cry(locale: str) -> str:
    """What somebody says in danger who writes it alone, as only this language says it."""
    commands = vocabulary(locale)
    said = (text for text, found in known().cries.items() if found == (locale,))
    return next(
        text
        for text in said
        if len(text.split()) > 2 and recognised(text).locale == locale and not commands.knows(text)
    )


def told(locale: str, text: str) -> list[tuple[str, str]]:
    """The commands that a text in a language names, each with the word that it is called."""
    said, commands = f" {bare(text)} ", vocabulary(locale)
    own = tables(locale)["commands"]["commands"]
    words = ((command, own[command]) for command in COMMANDS if command in own)
    return [
        (command, word)
        for command, listed in words
        for word in listed
        if f" {bare(word)} " in said and commands.command(bare(word), COMMANDS) == command
    ]


def without_offers(texts: list[str]) -> list[str]:
    """Answers without the line that offers other languages, wherever it stands."""
    plain = ("\n".join(x for x in t.split("\n") if not x.endswith(": language")) for t in texts)
    return [text.strip() for text in plain if text.strip()]


async def both(stage: RelayHarness, knew: Phone, chose: Phone, *texts: str) -> None:
    """Let two phones type the same, and read the same at its end."""
    for text in texts:
        mine, theirs = await stage.say(knew, text), await stage.say(chose, text)
    theirs = [text.replace(chose.aci, knew.aci) for text in without_offers(theirs)]
    assert without_offers(mine) == theirs, texts


@pytest.mark.parametrize("locale", FOREIGN)
async def test_every_word_that_a_text_tells_to_type_does_what_it_says(
    on_stage: RelayHarness, locale: str
) -> None:
    cast = with_teams(on_stage)
    commands = vocabulary(locale)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = await on_stage.ask(on_stage.mo, cry(locale))
        offer = await on_stage.ask(on_stage.mo, commands.name("language"))
        menu = await on_stage.ask(on_stage.mo, commands.name("help"))
        opening = "\n".join(await on_stage.say(cast.rio, commands.name("report")))
        left = "\n".join(await on_stage.say(cast.rio, commands.name("stop")))
        found = {
            pair for text in (first, offer, menu, opening, left) for pair in told(locale, text)
        }
        assert {"help", "helplines", "hide", "report", "stop", "language"} <= {c for c, _ in found}
        for number, (command, word) in enumerate(sorted(found)):
            knew = on_stage.signal.new_phone(f"Kay {number}")
            chose = on_stage.signal.new_phone(f"Cho {number}")
            await on_stage.say(knew, cry(locale))
            await on_stage.say(chose, f"language {language_name(locale)}")
            typed = f"{word} 1" if command == "language" else word
            await both(on_stage, knew, chose, typed)
            chosen = on_stage.store[ChosenLanguages].of(knew.aci)
            assert chosen is None, "nothing was chosen by it"


@pytest.mark.parametrize("locale", FOREIGN)
async def test_it_does_as_the_first_thing_that_somebody_types(
    on_stage: RelayHarness, locale: str
) -> None:
    with_teams(on_stage)
    own = tables(locale)["commands"]["commands"]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for command in ("help", "helplines", "hide", "language", "stop", "own_case", "done"):
            word = next((w for w in own[command] if typed_in(w).locale == locale), None)
            if word is None or vocabulary(SOURCE).knows(word) or is_english_word(word):
                continue
            knew = on_stage.signal.new_phone(f"Kay {command}")
            chose = on_stage.signal.new_phone(f"Cho {command}")
            await on_stage.say(chose, f"language {language_name(locale)}")
            await both(on_stage, knew, chose, f"{word.upper()}!")
            if command == "stop":
                assert last(knew) == Words(locale).say("fallback-nothing-open")


@pytest.mark.parametrize("locale", FOREIGN)
async def test_it_does_after_a_restart_and_in_a_report_begun_in_english(
    on_stage: RelayHarness, locale: str
) -> None:
    cast = with_teams(on_stage)
    words, commands = Words(locale), vocabulary(locale)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.mo, cry(locale))
        await on_stage.say(cast.rio, "report")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        hidden = await on_stage.ask(on_stage.mo, commands.name("hide"))
        assert hidden == words.say("report-hidden")
        said, question = await on_stage.say(cast.rio, commands.name("help"))
        # In some languages the word for it is a cry as well, and answered like one.
        danger = words.say("report-danger", number="999", silent="55")
        is_cry = spaced(commands.name("help")) in known().cries
        expected = f"{danger}\n\n" if is_cry else ""
        assert said == expected + words.say("report-help")
        assert question == words.say("report-ask-track")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert await on_stage.ask(cast.rio, commands.name("stop")) == words.say("report-stopped")
        assert on_stage.store[ChosenLanguages].of(cast.rio.aci) is None


@pytest.mark.parametrize(
    ("word", "locale", "other"),
    [("telefon", "pl", "tr"), ("números", "pt", "es"), ("سلام", "ur", "ar"), ("stop", None, "pl")],
)
async def test_of_two_languages_it_is_that_of_the_answer_before_else_of_more_people(
    on_stage: RelayHarness, word: str, locale: str | None, other: str
) -> None:
    with_teams(on_stage)
    first, second = on_stage.mo, on_stage.signal.new_phone("Second")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        *offered, answer = await on_stage.say(first, word)
        expected = "Nothing is waiting"
        if locale is not None:
            assert language_name(other).casefold() in offered[0].casefold()
            wording = {"telefon": "report-helplines", "números": "report-helplines"}
            message = wording.get(word, "help-report")
            expected = Words(locale).say(message, **({"lines": "@"} if "lines" in message else {}))
            expected = expected.split("@")[0].strip()[:20]
        assert expected in answer
        await on_stage.say(second, cry(other))
        assert expected not in (await on_stage.ask(second, word))


@pytest.mark.parametrize("word", ["ocultar", "UKRYJ!", "إخفاء", "gizle", "cuddio popeth", "ukrj"])
async def test_anybody_hides_in_any_language(on_stage: RelayHarness, word: str) -> None:
    """Whichever they have chosen, and whatever they are in the middle of."""
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.mo, "language cymraeg")
        await on_stage.say(on_stage.alex, "announce The hall is open")
        await on_stage.say(cast.rio, "report")
        for phone in (on_stage.mo, on_stage.alex, cast.una, cast.rio):
            await on_stage.say(phone, word)
            left = [message.text for message in from_bot(phone) if message.text]
            assert left in ([last(phone)], []), left
        assert last(on_stage.mo) == Words("cy").say("report-hidden")


async def test_what_is_an_answer_to_something_else_is_no_command(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce")
        assert "ayuda" in await on_stage.ask(on_stage.alex, "ayuda")


CODEWORD = "garden party"


@pytest.mark.parametrize("begun", ["raport", "report", CODEWORD])
async def test_no_language_gives_away_what_is_hidden(on_stage: RelayHarness, begun: str) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    stranger = on_stage.signal.new_phone("Stranger")
    partner = (
        *("pomoc", "stop", "sprawa", "telefony", "boję się", "help", "stop", "case", "merhaba"),
        *("raport", "nie wiem", "stop", "wyślij", "gotowe", "من می‌ترسم"),
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in (begun, "on mnie bije", "nie wiem", "nikt", "Zła rzecz."):
            await on_stage.say(cast.rio, text)
        await on_stage.say(cast.rio, "ukryj")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in partner:
            mine = await on_stage.say(cast.rio, text)
            assert mine == await on_stage.say(stranger, text), text


async def test_what_was_hidden_is_back_in_its_language(on_stage: RelayHarness) -> None:
    cast, polish, story = with_teams(on_stage), Words("pl"), "on mnie bije co noc i krzyczy"
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("raport", story, "ukryj"):
            await on_stage.say(cast.rio, text)
        # What is begun meanwhile is another one, in the language of its word.
        opening, question = await on_stage.say(cast.rio, "report")
        assert Words(SOURCE).say("report-opening") in opening
        assert question == Words(SOURCE).say("report-ask-track")
        assert polish.say("report-back") in await on_stage.say(cast.rio, story)
        await on_stage.say(cast.rio, "hide")
        assert polish.say("report-opening") in "".join(await on_stage.say(cast.rio, "raport"))
