"""Discreet mode: on a lock screen, nothing of it reads as what it is."""

import re

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from harness.running import RelayHarness, branch, from_bot, team
from reporting import TELLING, Cast, hours, last, shown

from handlers.report.tone import Tone
from relay.language.words import Words, shipped_config
from relay.safeguarding import Manner
from relay.safeguarding.helplines import load_helplines
from relay.safeguarding.names import read_words
from relay.settings import SafeguardingSettings

CODEWORD = "garden party"
PLAIN_ONLY = {
    # Said only in the plain manner: listed by its own words in the other, or to admins.
    *("report-discreet-hidden", "report-helpline-label", "report-announcement-dropped"),
}
WORDS = Words("en-GB")


def discreet_patterns() -> list[tuple[str, str]]:
    text = (shipped_config() / "wording" / "en-GB" / "report.ftl").read_text(encoding="utf-8")
    found = []
    for entry in FluentParser().parse(text).body:
        if not isinstance(entry, ast.Message) or entry.id.name in PLAIN_ONLY:
            continue
        kept = [a for a in entry.attributes if a.id.name == "discreet"]
        value = kept[0].value if kept else entry.value
        written = FluentSerializer().serialize_entry(ast.Message(ast.Identifier("x"), value))
        found.append((entry.id.name, re.sub(r"\$\w+|\[[\w-]+\]", "", written)))
    return found


@pytest.mark.parametrize(("message", "text"), discreet_patterns())
def test_no_message_tells(message: str, text: str) -> None:
    assert TELLING.search(text) is None, (message, text)


def test_no_label_of_a_helpline_tells() -> None:
    for line in load_helplines(None).helplines:
        assert TELLING.search(line.discreet) is None


def test_names_of_teams_and_roles_are_cut_where_they_tell() -> None:
    voice = Tone(WORDS, Manner.DISCREET)
    assert voice.name("Hackney safeguarding team") == "Hackney s. team"
    assert voice.name("Welfare officer") == "W. o."
    assert voice.name("Women’s officer") == "W.’s o."
    assert voice.name("Chair") == "Chair"
    assert Tone(WORDS, Manner.PLAIN).name("Welfare officer") == "Welfare officer"


def with_codeword(stage: RelayHarness) -> Cast:
    people = ("Rio Reporter", "Una Officer", "Vic Officer", "Nia National")
    rio, una, vic, nia = (stage.signal.new_phone(name) for name in people)
    stage.safeguarding = SafeguardingSettings(
        teams=(
            team(
                "hackney",
                *((vic, "Safeguarding lead"), (una, "Welfare officer")),
                name="Hackney safeguarding team",
                next="national",
            ),
            team("national", (nia, "Complaints officer"), tracks=("conduct",)),
        ),
        codeword=CODEWORD,
    )
    return Cast(rio, una, vic, nia)


async def test_the_whole_conversation_tells_nothing(on_stage: RelayHarness) -> None:
    cast = with_codeword(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in (CODEWORD, "nonsense", "help", "numbers", "case", "2", "not sure", "maybe"):
            await on_stage.say(rio, text)
        for text in ("1", "stop", CODEWORD, "1", "1, 2", "1", "1", "done", "stpo", "It happened."):
            await on_stage.say(rio, text)
        await on_stage.wait(hours(6.1))
        for text in ("tidy", "done", "no", "done", "send", "note", "help", "stop"):
            await on_stage.say(rio, text)
        for text in ("numbers", "phrase a b", "phrase", "phrase seven green lamps walking", "hide"):
            await on_stage.say(rio, text)
        for text in (CODEWORD, "One more thing.", "no", "erase", "no"):
            await on_stage.say(rio, text)
        await on_stage.wait(hours(80))
        for text in ("note", "erase", "yes"):
            await on_stage.say(rio, text)
        for line in shown(rio).splitlines():
            assert TELLING.search(line) is None, line
        assert "It happened." in shown(cast.una)


async def test_stop_hides_what_was_said(on_stage: RelayHarness) -> None:
    cast = with_codeword(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in (CODEWORD, "1", "0", "It happened.", "stop"):
            await on_stage.say(cast.rio, text)
        assert [m.text for m in from_bot(cast.rio) if m.text] == [last(cast.rio)]
        assert "What you had begun is gone here" in last(cast.rio)


async def test_tidy_sets_the_timer_of_the_chat(on_stage: RelayHarness) -> None:
    cast = with_codeword(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, CODEWORD)
        assert from_bot(cast.rio)[-1].timer == 0
        assert "disappear an hour after" in await _last(on_stage, cast, "tidy")
        assert from_bot(cast.rio)[-1].timer == 3600


async def test_without_a_code_word_it_is_an_ordinary_message(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "did not understand" in await on_stage.ask(on_stage.mo, CODEWORD)


async def _last(on_stage: RelayHarness, cast: Cast, text: str) -> str:
    await on_stage.say(cast.rio, text)
    return last(cast.rio)


def test_no_name_or_passphrase_that_is_drawn_holds_a_telling_word() -> None:
    words = read_words(shipped_config() / "casenames" / "en-GB.txt")
    assert [word for word in words if TELLING.search(word)] == []
    assert len(words) >= 400
