"""Every message can be said, says what was put in, and is used by somebody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from hypothesis import given
from hypothesis import strategies as st

from handlers.routes import CATALOGUE
from relay.destinations import KINDS
from relay.destinations.kind import SENTENCES
from relay.language.formatting import MessageFormatter
from relay.language.wording import ShippedFolder
from relay.language.words import (
    WordingError,
    WordingProblem,
    Words,
    shipped_config,
    shipped_locales,
)
from relay.personal_data.register import Basis, Special, register
from relay.signed_feed.entry import Kind
from relay.signed_feed.reading import Reason, Unreadable

ROOT = Path(__file__).parents[3]
SHIPPED = Words("en-GB")


def python_files() -> Iterator[Path]:
    for package in ("relay", "handlers"):
        yield from sorted((ROOT / package).rglob("*.py"))


def calls_of_say(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name == "say" and isinstance(node.args[0], ast.Constant):
            yield node


_OF_A_CASE = frozenset({"context", "found"})


def _implied(file: Path, call: ast.Call) -> set[str]:
    """What an officer's command gives by itself: the name of the case that it is about."""
    assert isinstance(call.func, ast.Attribute)
    of_a_case = isinstance(call.func.value, ast.Name) and call.func.value.id in _OF_A_CASE
    return {"case"} if of_a_case and file.is_relative_to(ROOT / "handlers" / "casework") else set()


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.ftl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def words() -> Words:
    return SHIPPED


def test_every_message_that_code_says_exists_and_gets_what_it_needs(words: Words) -> None:
    wrong = []
    for file in python_files():
        for call in calls_of_say(ast.parse(file.read_text(encoding="utf-8"))):
            message_id = ast.literal_eval(call.args[0])
            where = f"{file.relative_to(ROOT)}:{call.lineno} {message_id}"
            if not words.has(message_id):
                wrong.append(f"{where} does not exist")
                continue
            names = [keyword.arg for keyword in call.keywords]
            implied = _implied(file, call)
            if None not in names and set(names) - implied != words.needs(message_id) - implied:
                wrong.append(f"{where} needs {sorted(words.needs(message_id))}")
    assert wrong == []


def test_every_id_that_findings_and_problems_are_made_of_exists(words: Words) -> None:
    wrong = set()
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                is_id = re.fullmatch(r"(check|settings)(-[a-z]+)+", node.value)
                if is_id and not words.has(node.value):
                    wrong.add(node.value)
    assert wrong == set()


def _said_by_templates() -> set[str]:
    folder = ROOT / "relay" / "web" / "pages" / "templates"
    texts = (file.read_text(encoding="utf-8") for file in folder.iterdir())
    said = re.compile(r'"((?:pages|signed)(?:-[a-z]+)+)"')
    return {name for text in texts for name in said.findall(text)}


def test_every_message_that_templates_say_exists(words: Words) -> None:
    assert _said_by_templates() - words.ids() == set()


def _said_of_destinations() -> set[str]:
    own = {kind.wording(sentence) for kind in KINDS for sentence in SENTENCES}
    own |= {kind.wording("absent") for kind in KINDS if kind.is_usual}
    hows = ("missing", "unused")
    return own | {f"settings-{kind.name}-secret-{how}" for kind in KINDS for how in hows}


def _said_of_purposes() -> set[str]:
    """What the privacy notice says of each purpose of the register, and of each legal basis."""
    purposes = register().purposes
    bases = (*get_args(Basis), *get_args(Special))
    said = {f"privacy-{name}{end}" for name in purposes for end in ("", "-text")}
    return said | {f"privacy-basis-{one[0]}{one[-2]}" for one in bases}


def _said_of_feeds() -> set[str]:
    """What is said of each kind of entry of a signed feed, and of what is wrong with a feed."""
    said = {f"signed-feed-entry-{kind}" for kind in Kind}
    said |= {f"signed-feed-without-{kind}" for kind in Kind if not kind.has_words}
    said |= {f"signed-feed-broken-{reason}" for reason in Reason}
    return said | {f"signed-feed-unreadable-{reason}" for reason in Unreadable}


def test_every_shipped_message_is_used(words: Words) -> None:
    said = set()
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
    said |= _said_by_templates() | _said_of_destinations() | _said_of_purposes()
    said |= _said_of_feeds() | {"signed-feed-without-gone"}
    said |= {message for command in CATALOGUE.commands for message in command.messages()}
    attributes_of_used = {
        name for name in words.ids() if "." in name and name.partition(".")[0] in said
    }
    assert sorted(words.ids() - said - attributes_of_used) == []


@pytest.mark.parametrize("locale", shipped_locales())
def test_every_shipped_locale_says_the_same_things(locale: str, words: Words) -> None:
    other = Words(locale)
    assert other.ids() == words.ids()
    assert all(other.needs(name) <= words.needs(name) for name in other.ids())


@pytest.mark.parametrize("locale", shipped_locales())
def test_what_is_read_piece_by_piece_is_what_the_files_hold(locale: str) -> None:
    folder = shipped_config() / "wording" / locale
    whole = {
        (f"-{entry.id.name}" if isinstance(entry, fluent.Term) else entry.id.name): entry
        for file in sorted(folder.glob("*.ftl"))
        for entry in FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, fluent.Message | fluent.Term)
    }
    pieces = ShippedFolder(folder)
    assert set(pieces) == set(whole)
    for key, entry in whole.items():
        entry.comment = None
        assert pieces[key].equals(entry)


def test_the_shipped_folder_is_beside_the_package() -> None:
    assert (shipped_config() / "wording" / "en-GB").is_dir()


def test_an_unknown_locale_is_named() -> None:
    with pytest.raises(WordingError, match="xx-XX"):
        Words("xx-XX")


def test_an_unknown_message_is_named(words: Words) -> None:
    with pytest.raises(WordingError, match="no-such-thing"):
        words.say("no-such-thing")


def test_a_forgotten_argument_is_named(words: Words) -> None:
    with pytest.raises(WordingError, match="date-and-time needs time"):
        words.say("date-and-time", day="Friday")


def test_an_error_never_quotes_an_argument() -> None:
    entry = FluentParser().parse("date = { NUMBER($day) } { $time }").body[0]
    assert isinstance(entry, fluent.Message)
    with pytest.raises(WordingError, match="cannot be formatted: TypeError") as raised:
        MessageFormatter("en-GB", {"date": entry}).format("date", {"day": "CANARY", "time": "x"})
    assert "CANARY" not in str(raised.value)


@given(st.text(st.characters(codec="ascii"), max_size=9000))
def test_text_of_any_length_is_said_unchanged(text: str) -> None:
    assert SHIPPED.say("date-and-time", day=text, time="x") == f"{text} at x"


@given(st.text())
def test_arguments_are_never_taken_for_fluent_or_for_one_another(text: str) -> None:
    said = SHIPPED.say("date-and-time", day="{ $time }", time="\ufdd0day\ufdd1" + text)
    assert said.startswith("{ $time } at ")


def test_a_long_text_survives_inside_a_choice(tmp_path: Path) -> None:
    own = "date-and-time = { $day ->\n    [none] nothing\n   *[other] it is { $time }\n }\n"
    words = Words(folder=folder_with(tmp_path, own))
    assert words.say("date-and-time", day="none", time="x") == "nothing"
    assert words.say("date-and-time", day="some", time="x" * 5000) == "it is " + "x" * 5000


def test_a_branch_replaces_one_message_and_keeps_the_rest(tmp_path: Path) -> None:
    words = Words(folder=folder_with(tmp_path, "time-noon = midday\n"))
    assert words.say("time-noon") == "midday"
    assert words.say("date-pattern") == Words().say("date-pattern")
    assert words.check() == ()


@pytest.mark.parametrize(
    ("own", "message", "reason", "detail"),
    [
        ("time-noo = midday\n", "time-noo", "unknown-id", ""),
        ("time-noon = { $who }\n", "time-noon", "unknown-variable", "who"),
        ("time-noon = { other-thing }\n", "time-noon", "unknown-reference", "other-thing"),
        ("time-noon = { -brand }\n", "time-noon", "unknown-reference", "-brand"),
        ("date-pattern = d\n\ntime-noon = {\n", "", "syntax", "3"),
        ("time-noon = x\n    .extra = y\n", "time-noon.extra", "unknown-id", ""),
    ],
)
def test_a_faulty_message_of_a_branch_is_named_and_the_shipped_one_stays(
    tmp_path: Path, own: str, message: str, reason: str, detail: str
) -> None:
    words = Words(folder=folder_with(tmp_path, own))
    file = str(tmp_path / "own.ftl")
    assert words.check() == (WordingProblem(file, message, reason, detail),)
    assert words.say("time-noon") == "12 noon"


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.ftl").write_bytes(b"time-noon = \xff\xfe\n")
    problem = WordingProblem(str(tmp_path / "own.ftl"), "", "syntax", "1")
    assert Words(folder=tmp_path).check() == (problem,)


def test_a_branch_may_bring_its_own_terms(tmp_path: Path) -> None:
    words = Words(folder=folder_with(tmp_path, "-brand = Branch\ntime-noon = { -brand } noon\n"))
    assert words.check() == ()
    assert words.say("time-noon") == "Branch noon"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert Words(folder=folder).check() == (WordingProblem(str(folder), "", "no-folder"),)
