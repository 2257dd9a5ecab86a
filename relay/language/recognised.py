"""In which language somebody seems to write, of those there are: never more than a guess.

Libraries were looked at: lingua-language-detector takes 100 MB, langid and py3langid bring numpy,
langdetect reads 55 profiles at its first call and draws lots where a text is short, and short is
what people in danger write. Here a few words decide, which speakers of each language have listed
(`config/vocabulary/<locale>/recognised.toml`), and for three languages their letters. Where two are
as likely, both are named; where none is, nothing is said.

Letters: Unicode Standard 15, table 9-6 (Urdu: ٹ ڈ ڑ ں ے ہ ھ; Persian and Urdu: پ چ ژ گ), 12.2.
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
from relay.language.vocabulary import vocabulary
from relay.language.words import SOURCE, shipped_config, shipped_locales

_WORDS = re.compile(rf"[{WORD}]+")
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06c1\u06d2\u06be]")
_NO_ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
_NO_URDU_NOR_ARABIC = re.compile(
    "[\u0695\u06b5\u06c6\u06ce\u0693\u0685\u0681\u069a\u0696\u06d0\u06cd\u0680\u067b\u0684\u0683\u06b3]"
)
"""Of Kurdish, Pashto and Sindhi, which are written with the same letters otherwise."""
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_BENGALI = re.compile("[\u0985-\u09b9]")
_NO_BENGALI = re.compile("[\u09f0\u09f1]")
"""Of Assamese."""

_BEYOND_LATIN = 0x370
"""Where the letters of other scripts begin."""

_SOME = 3
"""Words of a text, or letters of a word."""

_LONGEST = 400
"""Characters that are looked at."""
_SURE = 2
"""Different frequent words of one language, and twice as many as of any other."""
_SHARE = 5
"""One word in so many at least is a frequent one: where names and places stand, few are."""


@dataclass(frozen=True)
class Guess:
    """What a text seems to be written in.

    Attributes:
        locales: the likeliest first; empty where nothing is known.
        sure: whether it is the first of them, without much doubt.
    """

    locales: tuple[str, ...] = ()
    sure: bool = False

    @property
    def locale(self) -> str | None:
        """The locale, if there is not much doubt."""
        return self.locales[0] if self.sure else None


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
    choosing: frozenset[str]
    """Every word with which somebody asks for a language, whichever they have chosen."""


NOTHING = Guess()


def begins_report_in(text: str | None) -> Guess:
    """Return in which language a whole message asks to report something, in words of the list."""
    return _reports(_spaced(text), _spelt(text))


def first_word_reports_in(word: str, text: str | None = None) -> Guess:
    """Return in which language the first word of a message is one for a report.

    Args:
        word: folded.
        text: the message, which tells how the word is spelt.
    """
    spelt = _spelt(text).partition(" ")[0]
    return _reports(word, spelt if folded(spelt) == word else word)


def _reports(said: str, spelt: str) -> Guess:
    found = known().reports.get(said, ())
    return _of(_told_apart(found, known().spelt.get(spelt, ())))


def _told_apart(found: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[str, ...]:
    """Those that have it spelt like this, where several have it; all of them, where none does."""
    return tuple(locale for locale in found if locale in spelt) or found


def recognised(text: str | None) -> Guess:
    """Return in which language a text seems to be written, of those there are.

    English, and whatever no list has, is nothing.
    """
    said = _spaced(text)
    if not said:
        return NOTHING
    by_script = _by_script(text or "", said)
    if by_script is not None:
        return by_script
    cries = _cries(said)
    if not cries and (guess := recognised(_after_call(said))).sure:
        # Somebody calls out first, and then says why.
        return guess
    if cries:
        return _of(_told_apart(cries, _beginning(known().spelt, _spelt(text))))
    return _by_words(said.split(), known().frequent)


def is_foreign(text: str | None) -> bool:
    """Return whether a text may be in a language that there is not: then all of them are offered.

    It may, where most of its letters are not Latin, or none of some words is frequent in English.
    Who begins with a command of English knows that much of it, whether it is theirs or not.
    """
    words = [word for word in _spaced(text).split() if not word.isdigit()]
    english_words = vocabulary(SOURCE)
    if words and english_words.command(words[0], english_words.commands) is not None:
        return False
    frequent = known().frequent
    english = {word for word in words if SOURCE in frequent.get(word, ())}
    # "i" and "no" are words of many languages: one of those is not enough.
    knows = len(english) > 1 or any(len(word) >= _SOME for word in english)
    if len(words) >= _SOME and not knows:
        return True
    letters = [char for char in (text or "")[:_LONGEST] if char.isalpha()]
    strange = sum(1 for char in letters if ord(char) >= _BEYOND_LATIN)
    return bool(letters) and strange * 2 > len(letters)


def _by_script(text: str, said: str) -> Guess | None:
    if _BENGALI.search(text):
        locales = _shipped("bn")
        return Guess(locales, bool(locales) and not _NO_BENGALI.search(text))
    if not _ARABIC.search(text):
        return None
    if _NO_URDU_NOR_ARABIC.search(text):
        return NOTHING
    if _URDU.search(text):
        return _of(_shipped("ur"))
    both = dict.fromkeys(_shipped("ar", "ur"), 0)
    cries = _cries(said)
    if cries and set(cries) <= both.keys():
        return _of(cries)
    guess = _by_words(said.split(), _only(known().frequent, both))
    if _NO_ARABIC.search(text):
        # Persian or Urdu. Without a letter that only Urdu has, and with few of its words: Persian.
        return guess if guess.locale == "ur" else NOTHING
    return guess if guess.sure else Guess(_shipped("ar"), False)


def _by_words(words: list[str], frequent: Mapping[str, tuple[str, ...]]) -> Guess:
    found: dict[str, set[str]] = {}
    for word in words:
        for locale in frequent.get(word, ()):
            found.setdefault(locale, set()).add(word)
    # English first where it is as likely: then nothing is said of another language.
    order = sorted(found, key=lambda locale: (-len(found[locale]), locale != SOURCE, locale))
    if not order:
        return NOTHING
    best, *rest = (len(found[locale]) for locale in order)
    if order[0] == SOURCE:
        return NOTHING
    enough = best >= _SURE and best * _SHARE >= len(words)
    second = rest[0] if rest else 0
    if enough and best >= 2 * second:
        return Guess((order[0],), True)
    likely = tuple(o for o in order if o != SOURCE and len(found[o]) * 2 > best)
    return Guess(likely, False) if best >= _SURE or len(words) <= _SURE else NOTHING


def _after_call(said: str) -> str:
    """What follows one word that calls for help or greets, where more than a word does."""
    word, _, rest = said.partition(" ")
    called = known().cries.get(word) or known().greetings.get(word)
    return rest if called and " " in rest else ""


def _cries(said: str) -> tuple[str, ...]:
    """The locales in which a text begins with what is said in danger, or as people greet."""
    return _beginning(known().cries, said) or _beginning(known().greetings, said)


def _beginning(table: Mapping[str, tuple[str, ...]], said: str) -> tuple[str, ...]:
    """The locales whose list has the whole text, or else the most of its beginning."""
    words = said.split()
    for count in range(min(len(words), 12), 0, -1):
        if found := table.get(" ".join(words[:count])):
            # One word at the beginning of more says little.
            return found if count > 1 or len(words) == 1 else ()
    return ()


def known() -> Known:
    """Return what languages are known by, read once, when it is first needed."""
    return _known(shipped_config())


@cache
def _known(_: Path) -> Known:
    """The same, once for each folder of what is shipped: which one it is, is asked each time."""
    reports: dict[str, set[str]] = {}
    spelt: dict[str, set[str]] = {}
    lists: dict[str, dict[str, set[str]]] = {"greetings": {}, "danger": {}, "frequent": {}}
    choosing: set[str] = set()
    english = _english()
    for locale in shipped_locales():
        told = _read(locale, "recognised")
        for name, table in lists.items():
            _add(table, locale, map(_spaced, told.get(name, ())))
            if name != "frequent":
                _add(spelt, locale, map(_spelt, told.get(name, ())))
        commands = _read(locale, "commands")
        choosing.update(map(folded, commands.get("commands", {}).get("language", ())))
        if locale == SOURCE:
            continue
        words = [*commands.get("commands", {}).get("report", ())]
        words += commands.get("sentences", {}).get("report", ())
        words = [word for word in words if _spaced(word) not in english]
        _add(reports, locale, map(_spaced, words))
        _add(spelt, locale, map(_spelt, words))
    return Known(
        _fixed(reports),
        _fixed(lists["greetings"]),
        _fixed(lists["danger"]),
        _fixed(lists["frequent"]),
        _fixed(spelt),
        frozenset(choosing),
    )


def _english() -> frozenset[str]:
    """Whatever is a word for a command in English: who types it means that."""
    commands = _read(SOURCE, "commands")
    lists = [*commands["commands"].values(), *commands["sentences"].values()]
    return frozenset(_spaced(word) for words in lists for word in words)


def _read(locale: str, name: str) -> dict[str, Any]:
    path = shipped_config() / "vocabulary" / locale / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _add(table: dict[str, set[str]], locale: str, words: Iterable[str]) -> None:
    for word in words:
        table.setdefault(word, set()).add(locale)


def _fixed(table: Mapping[str, set[str]]) -> Mapping[str, tuple[str, ...]]:
    # One tuple for all the words of a language: there are some 1,400.
    once: dict[tuple[str, ...], tuple[str, ...]] = {}
    fixed = {}
    for word, locales in table.items():
        found = tuple(sorted(locales))
        fixed[word] = once.setdefault(found, found)
    return fixed


def _only(
    table: Mapping[str, tuple[str, ...]], locales: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    wanted = set(locales)
    return {word: tuple(one for one in found if one in wanted) for word, found in table.items()}


def _of(locales: tuple[str, ...]) -> Guess:
    return Guess(locales, len(locales) == 1)


def _shipped(*locales: str) -> tuple[str, ...]:
    return tuple(locale for locale in locales if locale in shipped_locales())


def _spaced(text: str | None) -> str:
    """A text as it is compared: its words, folded, with a blank between them."""
    return _words_of(folded((text or "")[:_LONGEST]))


def _spelt(text: str | None) -> str:
    """The same with the marks on its letters, for what only those tell apart."""
    return _words_of(unicodedata.normalize("NFC", (text or "")[:_LONGEST].casefold()))


def _words_of(said: str) -> str:
    return " ".join(_WORDS.findall(said.replace("’", "").replace("'", "")))
