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

import relay.language.words
from handlers.report.parsing import report_words
from relay.language.vocabulary import vocabulary

LOCALE = "eo"
"""Has dates and numbers of its own, and no wording here."""

NAME = "Elpensita"
MARK = "¡"
_CONFIG = Path(__file__).parents[1] / "config"


def word(english: str) -> str:
    """Return what somebody types instead of an English word or sentence."""
    return re.sub(r"[^\W\d_]+", lambda found: f"{found[0][::-1]}zx", english)


def speak_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the locale besides, for one test.

    Args:
        folder: of the test.
        monkeypatch: of the test; what it changes is where the shipped files are.
    """
    packed = folder / "_config"
    shutil.copytree(_CONFIG, packed)
    for file in (packed / "wording" / "en-GB").glob("*.ftl"):
        _write(packed / "wording" / LOCALE / file.name, _marked(file.read_text(encoding="utf-8")))
    english = packed / "vocabulary" / "en-GB"
    theirs = packed / "vocabulary" / LOCALE
    shutil.copytree(english, theirs)
    for name in ("commands.toml", "answers.toml", "report.toml"):
        file = english / name
        _write(theirs / name, _renamed(tomllib.loads(file.read_text(encoding="utf-8"))))
    monkeypatch.setattr(relay.language.words, "_HERE", folder)
    vocabulary.cache_clear()
    report_words.cache_clear()


def _marked(text: str) -> str:
    resource = FluentParser().parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.id.name == "language-name":
                entry.value = ast.Pattern([ast.TextElement(NAME)])
            elif entry.value is not None and not entry.id.name.endswith(("pattern", "-year")):
                entry.value.elements.insert(0, ast.TextElement(MARK))
    return FluentSerializer().serialize(resource)


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
