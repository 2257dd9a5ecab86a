"""What is shipped for reports in other languages: whole, marked, true to what is understood."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from reporting import TELLING

from handlers.report.parsing import report_words, starts_report
from relay.language.folding import folded
from relay.language.known import known
from relay.language.layers import tables
from relay.language.recognised import begins_report_in, recognised
from relay.language.vocabulary import bare, vocabulary
from relay.language.words import SOURCE, Words, shipped_config, shipped_locales
from relay.safeguarding.helplines import load_helplines, read_told

LOCALES = tuple(locale for locale in shipped_locales() if locale != SOURCE)
FOREIGN = tuple(locale for locale in LOCALES if not locale.startswith("en"))
ENGLISH = Words(SOURCE)
WORDS = {locale: Words(locale) for locale in LOCALES}

REVIEWED = re.compile(
    r"#{1,3} Reviewed: (?:no\. Not yet read by a native speaker\."
    r"|20\d\d-\d\d-\d\d, by a native speaker\.)"
)

WHOLE = ("report.ftl", "languages.ftl", "dates.ftl")
BESIDES = {
    "manage.ftl": (
        *("help-report", "help-member", "whoami", "fallback-thanks", "fallback-still-waiting"),
        *("fallback-nothing-open", "fallback-member", "fallback-reach", "fallback-edit"),
        *("fallback-did-you-mean", "enough", "dead-letter-sender", "unreadable-kind"),
        *("call-not-taken", "unreadable-lost"),
    ),
    "casework.ftl": (
        *("casework-answer", "casework-closed-reporter", "casework-reopened-reporter"),
        *("casework-escalated-reporter", "casework-escalation-reporter"),
        "casework-unreached-reporter",
    ),
    "commands.ftl": ("command-meetings", "command-remind"),
}
"""What whoever reports can read, besides the files that are theirs alone."""

NOT_YET = frozenset[str]()
"""Messages of those that nobody has translated yet: English is said. Who adds one adds its id."""

_TYPED = re.compile(
    r"\b(?:[Tt]ype|typing|Or use these:|to me:|that one:)(?: the word)? ([a-z]+)(?: me)?\b"
    r"|^\s*([a-z]+)(?: me)?[:,]",
    re.MULTILINE,
)
_COMMANDS = (
    *("contact", "done", "erase", "help", "helplines", "hide", "own_case", "phrase", "report"),
    *("resume", "send", "stop", "tidy", "remind"),
)


@cache
def entries(locale: str, file: str) -> dict[str, ast.Message]:
    path = shipped_config() / "wording" / locale / file
    if not path.is_file():
        return {}
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def wanted() -> Iterator[tuple[str, str]]:
    """Yield every id that a locale says itself, attributes included, with its file."""
    for file in WHOLE:
        yield from ((file, name) for name in entries(SOURCE, file))
    for file, names in BESIDES.items():
        yield from ((file, name) for name in names)


@cache
def written(locale: str, name: str) -> str:
    """A message as it stands in its file, its attribute if it is one's name."""
    message, _, attribute = name.partition(".")
    for file in (*WHOLE, *BESIDES):
        entry = entries(locale, file).get(message)
        if entry is not None:
            found = {a.id.name: a.value for a in entry.attributes}
            value = found[attribute] if attribute else entry.value
            inner = ast.Message(ast.Identifier("x"), value)
            return FluentSerializer().serialize_entry(inner).removeprefix("x =")
    return ""


def files_of(locale: str) -> list[Path]:
    folders = (shipped_config() / kind / locale for kind in ("wording", "vocabulary"))
    return sorted(file for folder in folders for file in folder.iterdir())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_file_says_whether_a_native_speaker_has_read_it(locale: str) -> None:
    for file in files_of(locale):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert REVIEWED.fullmatch(first), file


@pytest.mark.parametrize("locale", LOCALES)
def test_whoever_reports_reads_everything_in_their_language(locale: str) -> None:
    words = WORDS[locale]
    lacking = []
    for file, name in wanted():
        for one in (name, *(f"{name}.{a.id.name}" for a in entries(SOURCE, file)[name].attributes)):
            says = one.endswith((".discreet", ".help")) or "." not in one
            if says and ENGLISH.has(one) and not words.translates(one):
                lacking.append(one)
    assert set(lacking) <= NOT_YET


@pytest.mark.parametrize("locale", LOCALES)
def test_no_message_is_discreet_in_one_language_alone(locale: str) -> None:
    """Where English is harmless as it stands, a translation has no other words for it."""
    words = WORDS[locale]
    own = {name for file in (*WHOLE, *BESIDES) for name in entries(locale, file)}
    odd = {n for n in own if words.translates(f"{n}.discreet") and not ENGLISH.has(f"{n}.discreet")}
    assert odd == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_that_a_sentence_asks_for_is_understood(locale: str) -> None:
    known_here, english = vocabulary(locale), vocabulary(SOURCE)
    by_word = {english.words(command)[0]: command for command in _COMMANDS}
    by_word |= {"note": "own_case", "numbers": "helplines"}
    wrong = []
    for file, name in wanted():
        attributes = (f"{name}.{a.id.name}" for a in entries(SOURCE, file)[name].attributes)
        for one in (name, *attributes):
            if not WORDS[locale].translates(one):
                continue
            said = f" {bare(written(locale, one))} "
            for found in _TYPED.finditer(written(SOURCE, one)):
                command = by_word.get(found[1] or found[2])
                if command is None:
                    continue
                own = known_here.words(command)
                if not any(f" {bare(word)} " in said for word in own):
                    wrong.append((one, command))
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_yes_no_and_new_are_words_of_the_language(locale: str) -> None:
    for answer in ("yes", "no", "with_text"):
        own = tables(locale)["answers"][answer]
        assert vocabulary(locale).answers_with(answer, own[0])
    in_place_of = report_words(locale).in_place_of
    said = bare(written(locale, "report-phrase-set-already"))
    assert any(f" {word} " in f" {said} " for word in in_place_of)


@pytest.mark.parametrize("locale", LOCALES)
def test_english_stays_understood(locale: str) -> None:
    here, english = vocabulary(locale), vocabulary(SOURCE)
    for command in _COMMANDS:
        assert english.words(command)[0] in here.words(command), command
    assert here.answers_with("yes", "yes")
    assert here.answers_with("no", "no")
    assert starts_report("report", here)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_is_for_two_commands(locale: str) -> None:
    here, english = vocabulary(locale), vocabulary(SOURCE)
    double = {}
    for command, words in here.commands.items():
        for word in words:
            others = {c for c, w in here.commands.items() if word in w} - {command}
            both = {c for c in others if word not in english.commands[c]}
            if both and word not in english.commands[command]:
                double[word] = sorted({command, *both})
    allowed = {("done", "own_case")}
    assert {w: c for w, c in double.items() if tuple(c) not in allowed} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_yes_is_no_no_and_one_choice_is_no_other(locale: str) -> None:
    here, words = vocabulary(locale), report_words(locale)
    assert not here.answers["yes"] & here.answers["no"]
    choices = (words.contact.any_time, words.contact.hours_only, words.contact.never)
    for index, some in enumerate(choices):
        for others in (*choices[index + 1 :], words.contact.notice):
            assert not some & others
    assert not words.safeguarding & words.conduct
    assert not words.nobody & words.everybody


@pytest.mark.parametrize("locale", FOREIGN)
def test_a_report_is_begun_by_the_words_of_the_language(locale: str) -> None:
    own = tables(locale)["commands"]["commands"]["report"]
    known_by = [one for one in own if locale in begins_report_in(one).locales]
    assert own[0] in known_by
    assert starts_report(own[0], vocabulary(locale))


@pytest.mark.parametrize("locale", FOREIGN)
def test_what_is_said_in_danger_is_recognised(locale: str) -> None:
    path = shipped_config() / "vocabulary" / locale / "recognised.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["danger"]
    # As they are typed: folded, an Arabic letter looks like one that only Urdu has.
    phrases = [one for one in listed if known().cries.get(bare(folded(one))) == (locale,)]
    assert len(phrases) >= 10
    for phrase in phrases:
        guess = recognised(phrase)
        assert locale in guess.locales or not guess.locales, phrase
    assert sum(recognised(phrase).locale == locale for phrase in phrases) * 10 >= 8 * len(phrases)


@pytest.mark.parametrize("locale", LOCALES)
def test_helplines_are_told_of_in_the_language_and_there_is_no_other_number(locale: str) -> None:
    told = read_told(shipped_config() / "wording" / locale / "helplines.toml")
    lines = load_helplines(None)
    assert told.keys() == {line.number for line in lines.helplines}
    for line, here in zip(lines.helplines, lines.told_in(locale), strict=True):
        assert (line.number, line.name, line.ways) == (here.number, here.name, here.ways)
        assert bool(line.hours) == bool(here.hours)
        assert told[line.number].about is not None
        assert told[line.number].discreet is not None


@cache
def telling(locale: str) -> re.Pattern[str]:
    """What tells in a language, as its own list has it: what stands before the English words."""
    if locale not in FOREIGN:
        return TELLING
    said = written(locale, "report-discreet-hidden").strip()
    own = [folded(one.strip()) for one in re.split("[,،]", said.split("safeguard", 1)[0])]
    beginnings = [re.escape(one) for one in own if one]
    assert len(beginnings) >= 8
    return re.compile(rf"(?<!\w)(?:{'|'.join(beginnings)})")


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_in_discreet_mode_tells_what_it_is_about(locale: str) -> None:
    """As in English (`test_discreet.py`), by the words of the language and those of English."""
    only_plain = {"report-discreet-hidden", "report-helpline-label", "report-announcement-dropped"}
    found, words = telling(locale), WORDS[locale]
    tells = []
    asked = (*entries(locale, "report.ftl"), *entries(locale, "languages.ftl"))
    for name in (*asked, *BESIDES["casework.ftl"]):
        if name in only_plain:
            continue
        discreet = f"{name}.discreet"
        text = written(locale, discreet if words.translates(discreet) else name)
        text = folded(re.sub(r"\$\w+|\[[\w-]+\]", "", text))
        if match := found.search(text):
            tells.append((name, match[0]))
    assert tells == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_language_names_a_team_or_somebody_where_english_does_not(locale: str) -> None:
    """Who reads what is played in English (`test_who_reads_what.py`).

    A text in another language is given the same, and names no more of it: in discreet mode no team,
    no role and no file where English has none, and nobody who is left out in either.
    """
    words, more = WORDS[locale], {}
    for file, name in wanted():
        for one in (name, *(f"{name}.{a.id.name}" for a in entries(SOURCE, file)[name].attributes)):
            if not (words.translates(one) and ENGLISH.has(one)):
                continue
            if beyond := words.needs(one) - ENGLISH.needs(one):
                more[one] = beyond
    assert more == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_label_of_a_helpline_tells(locale: str) -> None:
    found = telling(locale)
    for line in load_helplines(None).told_in(locale):
        assert found.search(folded(line.discreet)) is None, line.discreet


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Is the hall open on Friday?",
            "no me too",
            "I hit the wrong key sorry",
            "ok",
            "thanks a lot",
        ),
        *("he hit me", "he raped me last night", "please call me", "on the agenda", "see you at 7"),
        *("Zapraszamy", "a", "1, 2", "https://example.org/a", "anounce the hall is shut"),
    ],
)
def test_english_is_never_taken_for_another_language(text: str) -> None:
    assert recognised(text).locales == () or text == "Zapraszamy"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("pomocy on tu jest", "pl"),
        ("ratunku, on mnie bije", "pl"),
        ("hola, tengo miedo", "es"),
        ("siema he is here", None),
        ("hi there everybody", None),
    ],
)
def test_who_calls_out_first_is_known_by_what_they_say_then(text: str, locale: str | None) -> None:
    assert recognised(text).locale == locale
