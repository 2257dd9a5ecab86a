"""A second, invented locale: every sentence is marked, every word that people type is another.

Whoever reads a sentence without the mark was answered in the wrong language; whoever has to type an
English word was not listened to in theirs.
"""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor as FluentVisitor

import relay.language.words
from handlers.meetings.parsing import asks_for_next, asks_what_is_on
from handlers.parsing import nearest
from handlers.report.parsing import report_words
from relay.language.layers import tables
from relay.language.vocabulary import plain, vocabulary

LOCALE = "eo"
"""Has dates and numbers of its own, and no wording here."""

NAME = "Elpensita"
MARK = "¡"
_LINE = re.compile(r"^(\w+: )(.+)$", re.MULTILINE)
_FIRST = re.compile(r"(?:\d{3,}\s+)?(?P<word>\S+)")
"""The first word after a command, or after the number of a matter that follows it."""
_NUMBER = re.compile(r"\s*#?\d+$")
_SLIP = 0.75
_LONG = 20
"""Characters that nobody writes by chance just as wording has them."""

_CONFIG = Path(__file__).parents[1] / "config"


def word(english: str) -> str:
    """Return what somebody types instead of an English word or sentence."""
    return re.sub(r"[^\W\d_]+", lambda found: f"{found[0][::-1]}zx", english)


def spoken(english: str) -> str:
    """Return a message as who speaks the locale types it: only commands and answers differ.

    What an answer may follow (`cases all`) is put into it, too; all other words stay.
    """
    known = vocabulary("en-GB")
    answers = frozenset().union(*known.answers.values())
    sentences = frozenset().union(*known.sentences.values())
    whole = plain(english)
    while_reporting = _words_in("report.toml")
    if whole in answers or whole in while_reporting or whole.strip(" ?!.") in sentences:
        return word(english)
    commands = {one for words in known.commands.values() for one in words}
    command, rest = known.read(english).command, known.read(english).rest
    if command not in commands or asks_for_next(known, english) or asks_what_is_on(known, english):
        return english
    number = _NUMBER.search(english)
    if number is not None and plain(english[: number.start()]) in answers:
        return f"{word(english[: number.start()])}{number[0]}"
    begins = re.search(re.escape(command), english, re.IGNORECASE)
    assert begins is not None
    said = f"{english[: begins.start()]}{word(command)}{english[begins.end() :]}"
    first = _FIRST.match(rest)
    if first is not None and plain(first["word"]) in answers:
        at = said.rindex(rest) + first.start("word")
        said = f"{said[:at]}{word(first['word'])}{said[at + len(first['word']) :]}"
    return _LINE.sub(lambda line: line[1] + _answer(line[2], answers), said)


def is_slip(english: str) -> bool:
    """Whether a message begins with a slip of an English word, which is none in the locale."""
    known = vocabulary("en-GB")
    commands = {one for words in known.commands.values() for one in words}
    first = known.read(english).command
    return first not in commands and bool(nearest(first, commands, _SLIP))


def _answer(value: str, answers: frozenset[str]) -> str:
    return word(value) if plain(value) in answers else value


def _words_in(name: str) -> frozenset[str]:
    table = tomllib.loads((_CONFIG / "vocabulary" / "en-GB" / name).read_text(encoding="utf-8"))
    lists = [value for value in table.values() if isinstance(value, list)]
    return frozenset(table["numbers"]).union(*lists, *table["elsewhere"].values())


def pieces_of_wording() -> frozenset[str]:
    """Return what can only be wording in English: the longer pieces of its sentences."""
    pieces: set[str] = set()

    class Pieces(FluentVisitor):
        def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
            pieces.update(line for line in node.value.splitlines() if len(line) >= _LONG)

    for file in (_CONFIG / "wording" / "en-GB").glob("*.ftl"):
        Pieces().visit(FluentParser().parse(file.read_text(encoding="utf-8")))
    return frozenset(pieces)


def speak_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the locale besides, for one test.

    Args:
        folder: of the test.
        monkeypatch: of the test; what it changes is where the shipped files are.
    """
    packed = folder / "_config"
    shutil.copytree(_CONFIG, packed)
    for locale in (*(packed / "wording").iterdir(), *(packed / "vocabulary").iterdir()):
        if locale.name != "en-GB":
            shutil.rmtree(locale)
    for file in (packed / "wording" / "en-GB").glob("*.ftl"):
        _write(packed / "wording" / LOCALE / file.name, _marked(file.read_text(encoding="utf-8")))
    english = packed / "vocabulary" / "en-GB"
    theirs = packed / "vocabulary" / LOCALE
    shutil.copytree(english, theirs)
    for name in ("commands.toml", "answers.toml", "report.toml"):
        file = english / name
        _write(theirs / name, _renamed(tomllib.loads(file.read_text(encoding="utf-8"))))
    names = packed / "casenames"
    shutil.copy(names / "en-GB.txt", names / f"{LOCALE}.txt")
    monkeypatch.setattr(relay.language.words, "_HERE", folder)
    tables.cache_clear()
    vocabulary.cache_clear()
    report_words.cache_clear()


def _marked(text: str) -> str:
    resource = FluentParser().parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.id.name == "language-name":
                entry.value = ast.Pattern([ast.TextElement(NAME)])
            elif entry.value is not None and not _is_typed(entry.id.name):
                entry.value.elements.insert(0, ast.TextElement(MARK))
            for attribute in entry.attributes:
                attribute.value.elements.insert(0, ast.TextElement(MARK))
    return FluentSerializer().serialize(resource)


def _is_typed(name: str) -> bool:
    """Whether a message is a pattern of dates, or a label that people type as they read it."""
    return name.startswith("meeting-label-") or name.endswith(("pattern", "-year"))


def _renamed(table: dict[str, object]) -> str:
    lines: list[str] = []
    for key, value in table.items():
        if isinstance(value, dict):
            lines += ["", f"[{key}]", _renamed(value)]
        elif isinstance(value, int):
            lines.append(f"{word(key)} = {value}")
        else:
            assert isinstance(value, list)
            words = ", ".join(f'"{word(one)}"' for one in value)
            lines.append(f"{key} = [{words}]")
    return "\n".join(lines)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
