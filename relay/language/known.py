"""What languages are known by: their words as they are compared, read once.

They are listed in `config/vocabulary/<locale>/`: `recognised.toml` has how people greet, what is
said in danger and the frequent words of a language, `commands.toml` what is typed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from relay.language.folding import WORD, folded
from relay.language.words import SOURCE, shipped_config, shipped_locales

_WORDS = re.compile(rf"[{WORD}]+")
_ANSWER = "go_on"
"""Is a no, and means nothing where nothing is asked."""
_BEGINNING = ("report", "hide")
"""Heard in any language, where English has no other meaning for the word."""
_NAMED = ("erase", "language", "own_case", "resume")
LONGEST = 400
"""Characters that are looked at."""


@dataclass(frozen=True)
class Known:
    """What languages are known by: by a whole text or word, which locales have it.

    What is said for a report, as a greeting and in danger is there as it is spelt, too: of what is
    the same without the marks on its letters, `denúncia` is Portuguese, `denuncia` Spanish.
    """

    reports: Mapping[str, tuple[str, ...]]
    greetings: Mapping[str, tuple[str, ...]]
    cries: Mapping[str, tuple[str, ...]]
    frequent: Mapping[str, tuple[str, ...]]
    spelt: Mapping[str, tuple[str, ...]]
    borrowed: Mapping[str, tuple[str, ...]]
    """What is said in English although it is none."""
    elsewhere: frozenset[str]
    """Frequent words of languages that there is no wording for."""
    choosing: frozenset[str]
    """Every word with which somebody asks for a language, whichever they have chosen."""
    hiding: Mapping[str, tuple[str, ...]]
    """Every word and sentence that empties a chat."""
    hide: Mapping[str, tuple[str, ...]]
    """What that is called: also understood with a slip, because it is typed in a hurry."""
    typed: Mapping[str, tuple[str, ...]]
    """Every other word and sentence for a command of members, but those that begin a report."""
    named: Mapping[str, tuple[str, ...]]
    """Those words of them that a name or a number may follow."""


def known() -> Known:
    """Return what languages are known by, read once, when it is first needed."""
    return _known(shipped_config())


@cache
def _known(_: Path) -> Known:
    """The same, once for each folder of what is shipped: which one it is, is asked each time."""
    reports: dict[str, set[str]] = {}
    spelt: dict[str, set[str]] = {}
    names = ("greetings", "danger", "frequent", "borrowed")
    lists: dict[str, dict[str, set[str]]] = {name: {} for name in names}
    hiding: dict[str, set[str]] = {}
    hide: dict[str, set[str]] = {}
    typed: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    choosing: set[str] = set()
    english = _english()
    for locale in shipped_locales():
        told = _read(locale, "recognised")
        for name, table in lists.items():
            _add(table, locale, map(spaced, told.get(name, ())))
            if name not in ("frequent", "borrowed"):
                _add(spelt, locale, map(spelt_out, told.get(name, ())))
        commands = _read(locale, "commands")
        words_of, sentences = commands.get("commands", {}), commands.get("sentences", {})
        choosing.update(map(folded, words_of.get("language", ())))
        if locale == SOURCE:
            continue
        for command in words_of.keys() | sentences.keys():
            words = [*words_of.get(command, ()), *sentences.get(command, ())]
            own = [word for word in words if spaced(word) not in english]
            table = {"report": reports, "hide": hiding}.get(command, typed)
            if command == "hide":
                _add(hide, locale, map(spaced, own[:1]))
            if command in _BEGINNING:
                _add(table, locale, map(spaced, own))
                _add(spelt, locale, map(spelt_out, own))
            elif command != _ANSWER and not is_english(locale):
                _add(table, locale, map(spaced, words))
                _add(spelt, locale, map(spelt_out, own))
                if command in _NAMED:
                    _add(named, locale, map(spaced, words_of.get(command, ())))
    return Known(
        _fixed(reports),
        _fixed(lists["greetings"]),
        _fixed(lists["danger"]),
        _fixed(lists["frequent"]),
        _fixed(spelt),
        _fixed(lists["borrowed"]),
        frozenset(map(spaced, _read(SOURCE, "recognised").get("elsewhere", ()))),
        frozenset(choosing),
        _fixed(hiding),
        _fixed(hide),
        _fixed(typed),
        _fixed(named),
    )


def is_english(locale: str) -> bool:
    """Whether it is English, of any kind: its words tell nothing of who types them."""
    return locale.partition("-")[0] == SOURCE.partition("-")[0]


def _english() -> frozenset[str]:
    """Whatever is a word for a command in English: who types it means that."""
    commands = _read(SOURCE, "commands")
    lists = [*commands["commands"].values(), *commands["sentences"].values()]
    return frozenset(spaced(word) for words in lists for word in words)


def _read(locale: str, name: str) -> dict[str, Any]:
    path = shipped_config() / "vocabulary" / locale / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _add(table: dict[str, set[str]], locale: str, words: Iterable[str]) -> None:
    for word in words:
        table.setdefault(word, set()).add(locale)


def _fixed(table: Mapping[str, set[str]]) -> Mapping[str, tuple[str, ...]]:
    # One tuple for all the words of a language: there are some thousands.
    once: dict[tuple[str, ...], tuple[str, ...]] = {}
    fixed = {}
    for word, locales in table.items():
        found = tuple(sorted(locales))
        fixed[word] = once.setdefault(found, found)
    return fixed


def spaced(text: str | None) -> str:
    """A text as it is compared: its words, folded, with a blank between them."""
    return _words_of(folded((text or "")[:LONGEST]))


def spelt_out(text: str | None) -> str:
    """The same with the marks on its letters, for what only those tell apart."""
    return _words_of(unicodedata.normalize("NFC", (text or "")[:LONGEST].casefold()))


def _words_of(said: str) -> str:
    return " ".join(_WORDS.findall(said.replace("’", "").replace("'", "")))
