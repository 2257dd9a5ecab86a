"""In which language somebody seems to write, of those there are: never more than a guess.

Libraries were looked at: lingua-language-detector takes 100 MB, langid and py3langid bring numpy,
langdetect reads 55 profiles at its first call and draws lots where a text is short, and short is
what people in danger write. Here a few words decide, which speakers of each language have listed
(`config/vocabulary/<locale>/recognised.toml`), and for three languages their letters. Where two are
as likely, both are named; where none is, nothing is said.

Letters: Unicode Standard 15, table 9-6 (Urdu: ٹ ڈ ڑ ں ے ہ ھ; Persian and Urdu: پ چ ژ گ), 12.2.
"""

import difflib
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from relay.language.folding import folded
from relay.language.known import LONGEST, known, spaced, spelt_out
from relay.language.words import SOURCE, shipped_locales

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
"""Words, of which one at least is a frequent one, where it is not said which language it is."""

_ADDRESS = re.compile(r"//|@|www\.|(?<=.)\.(?:com|org|net|uk|eu|me|io|ly)\b", re.IGNORECASE)
"""What a word has that is a link or an address."""

_MARKED = re.compile(r"(?<![^\W\d_])[a-zß-öø-ÿā-ɏḀ-ỹ]*[ß-öø-ÿā-ɏḀ-ỹ][a-zß-öø-ÿā-ɏḀ-ỹ]*")
"""Words with marks on their letters that begin small: names begin with a capital."""

_CHAT_ARABIC = re.compile("[a-z]{2,}[37][a-z]{2,}")
"""Arabic in Latin letters, where 3 stands for ع and 7 for ح."""

_TURKISH = re.compile("[a-z]{2,}[iu]yor(?:um|sun|uz|lar)?")
"""A verb in the present of Turkish, as it is folded: -ıyor, -iyor, -uyor, -üyor."""

_ELSEWHERE = "und"
"""Undetermined (ISO 639-2): a language that there is no wording for."""

_SLIP = 0.85
"""How alike a slip is to the word (`difflib.SequenceMatcher.ratio`)."""
_LONGEST_SLIP = 20
"""Letters."""
_NAMED = 2
"""Words of a case's name, before its number."""
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
        foreign: whether it is not English, so that other languages may be offered.
    """

    locales: tuple[str, ...] = ()
    sure: bool = False
    foreign: bool = False

    @property
    def locale(self) -> str | None:
        """The locale, if there is not much doubt."""
        return self.locales[0] if self.sure else None


NOTHING = Guess()


def begins_report_in(text: str | None) -> Guess:
    """Return in which language a whole message asks to report something, in words of the list."""
    return _reports(spaced(text), spelt_out(text))


def first_word_reports_in(word: str, text: str | None = None) -> Guess:
    """Return in which language the first word of a message is one for a report.

    Args:
        word: folded.
        text: the message, which tells how the word is spelt.
    """
    spelt = spelt_out(text).partition(" ")[0]
    return _reports(word, spelt if folded(spelt) == word else word)


def _reports(said: str, spelt: str) -> Guess:
    found = known().reports.get(said, ())
    return _of(_told_apart(found, known().spelt.get(spelt, ())))


def _told_apart(found: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[str, ...]:
    """Those that have it spelt like this, where several have it; all of them, where none does."""
    return tuple(locale for locale in found if locale in spelt) or found


def typed_in(text: str | None, before: str | None = None) -> Guess:
    """Return in which language a whole message is a command of members, or one with a name.

    Not which command: two languages that share a word mean the same by it.

    Args:
        text: the message.
        before: in which language its sender was answered last, if that was none they had chosen.
            It counts where it has the word; then the marks on its letters do.
    """
    said, lists = spaced(text), known()
    found = lists.typed.get(said) or hides_in(text) or _with_name(said)
    if before in found:
        return _of((before,))
    return _of(_told_apart(found, lists.spelt.get(spelt_out(text), ())))


_SHORT = 5
"""Words of what is typed in haste."""


def hides_in(text: str | None) -> tuple[str, ...]:
    """Return the languages in which a whole message empties the chat, perhaps with a slip."""
    said, lists = spaced(text), known()
    if said in lists.hiding or len(said) > _LONGEST_SLIP:
        return lists.hiding.get(said, ())
    close = difflib.get_close_matches(said, lists.hide, n=1, cutoff=_SLIP)
    return lists.hide[close[0]] if close else ()


def hides_first_in(text: str | None) -> str | None:
    """Return the language, not English, in which a short message says `hide` and more.

    It begins with a word for it, or has one beside who is there or comes, and nothing else: a word
    for it in the middle of something else may be what somebody tells.
    """
    said = spaced(text).split()
    if not 1 < len(said) <= _SHORT:
        return None
    for at, word in enumerate(said):
        found = known().hiding.get(word, ())
        if SOURCE in found:
            continue
        rest = [*said[:at], *said[at + 1 :]]
        if at:
            found = tuple(one for one in found if one in _cries(" ".join(rest)))
        if found:
            return _likeliest(found, said, rest)
    return None


def _likeliest(found: tuple[str, ...], said: list[str], rest: list[str]) -> str:
    """Which of the languages that share a word a text is in, by what stands beside it."""
    whole = next((one for n in range(len(said), 1, -1) if (one := _whole(said[:n], found))), found)
    frequent = known().frequent
    return max(whole, key=lambda locale: sum(locale in frequent.get(word, ()) for word in rest))


def _whole(said: list[str], among: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in known().hiding.get(" ".join(said), ()) if one in among)


def is_english_word(text: str | None) -> bool:
    """Whether a whole message is a frequent word of English."""
    return SOURCE in known().frequent.get(spaced(text), ())


def _with_name(said: str) -> tuple[str, ...]:
    """The languages in which the first word of a text is one that a name or a number follows."""
    first, _, rest = said.partition(" ")
    words = rest.split()
    short = len(words) <= _NAMED or any(word.isdigit() for word in words[: _NAMED + 1])
    return known().named.get(first, ()) if short else ()


def recognised(text: str | None) -> Guess:
    """Return in which language a text seems to be written, of those there are.

    English, and whatever no list has, is nothing.
    """
    said = spaced(text)
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
        return _of(_told_apart(cries, _beginning(known().spelt, spelt_out(text))))
    if _is_none(text, said):
        return NOTHING
    return _by_words(_words(text), known().frequent)


def is_foreign(text: str | None) -> bool:
    """Return whether a text is in a language that there is not: then all of them are offered.

    It is, where most of its letters are not Latin, or more of its words are known to be of other
    languages than of English. A name, a place, a link and a slip are words of no language.
    """
    letters = [char for char in (text or "")[:LONGEST] if char.isalpha()]
    strange = sum(1 for char in letters if ord(char) >= _BEYOND_LATIN)
    if letters and strange * 2 > len(letters):
        return True
    if _is_none(text, spaced(text)):
        return False
    words, lists = dict.fromkeys(_words(text)), known()
    english = {word for word in words if SOURCE in lists.frequent.get(word, ())}
    other = {word for word in words if word in lists.elsewhere or word in lists.frequent}
    other -= english
    marked = {spaced(word) for word in _MARKED.findall((text or "")[:LONGEST])} - english
    if len(words) > 1:
        other |= marked
    few = len(words) <= _SURE and bool(other)
    return len(other) > len(english) and (len(other) >= _SURE or few)


def _is_none(text: str | None, said: str) -> bool:
    """Whether a text is made of names, or of what is said in English although it is none."""
    if _beginning(known().borrowed, said):
        return True
    words = [word for word in _without_addresses(text).split() if word[:1].isalpha()]
    shouts = all(word.isupper() for word in words)
    return len(words) > 1 and not shouts and all(word[0].isupper() for word in words)


def _words(text: str | None) -> list[str]:
    """The words of a text as they are compared, without links, addresses and numbers."""
    words = spaced(_without_addresses(text)).split()
    return [word for word in words if not any(char.isdigit() for char in word) or _is_chat(word)]


def _without_addresses(text: str | None) -> str:
    """The beginning of a text without links and addresses, each of which is a word of its own."""
    words = (text or "")[:LONGEST].split()
    return " ".join(word for word in words if not _ADDRESS.search(word))


def _is_chat(word: str) -> bool:
    return word in known().frequent or bool(_CHAT_ARABIC.fullmatch(word))


def _by_script(text: str, said: str) -> Guess | None:
    if _BENGALI.search(text):
        locales = _shipped("bn")
        return Guess(locales, bool(locales) and not _NO_BENGALI.search(text), foreign=True)
    if not _ARABIC.search(text):
        return None
    if _NO_URDU_NOR_ARABIC.search(text):
        return NOTHING
    if _URDU.search(text):
        return _of(_shipped("ur"))
    both = frozenset(_shipped("ar", "ur"))
    cries = _cries(said) or _cries(_after_call(said))
    if cries and both.issuperset(cries):
        return _of(cries)
    words = said.split()
    guess = _by_words(words, _only(known().frequent, words, both))
    if _NO_ARABIC.search(text):
        # Persian or Urdu. Without a letter that only Urdu has, and with few of its words: Persian.
        return guess if guess.locale == "ur" else NOTHING
    return guess if guess.sure else Guess(_shipped("ar"), False, foreign=True)


def _by_words(words: list[str], frequent: Mapping[str, tuple[str, ...]]) -> Guess:
    found: dict[str, set[str]] = {}
    for word in words:
        for locale in (*frequent.get(word, ()), *_by_shape(word)):
            found.setdefault(locale, set()).add(word)
    # English first where it is as likely: then nothing is said of another language.
    order = sorted(found, key=lambda locale: (-len(found[locale]), locale != SOURCE, locale))
    if not order:
        return NOTHING
    best, *rest = (len(found[locale]) for locale in order)
    if order[0] in (SOURCE, _ELSEWHERE):
        return NOTHING
    enough = best >= _SURE and best * _SHARE >= len(words)
    second = rest[0] if rest else 0
    if enough and best >= 2 * second:
        return Guess((order[0],), True, foreign=True)
    likely = tuple(o for o in order if o not in (SOURCE, _ELSEWHERE) and len(found[o]) * 2 > best)
    long = max(map(len, found[order[0]])) >= _SOME
    many = best >= _SURE or (long and best * _SOME >= len(words))
    return Guess(likely, False, foreign=True) if many else NOTHING


def _by_shape(word: str) -> tuple[str, ...]:
    """Of which language a word is by its letters, or that it is of one without a wording."""
    shapes = ((_CHAT_ARABIC, "ar"), (_TURKISH, "tr"))
    found = tuple(locale for shape, locale in shapes if shape.fullmatch(word))
    return found or ((_ELSEWHERE,) if word in known().elsewhere else ())


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


def _only(
    table: Mapping[str, tuple[str, ...]], words: Iterable[str], locales: Container[str]
) -> Mapping[str, tuple[str, ...]]:
    """What a table has of some words, of some languages."""
    return {word: tuple(one for one in table.get(word, ()) if one in locales) for word in words}


def _of(locales: tuple[str, ...]) -> Guess:
    return Guess(locales, len(locales) == 1, bool(locales))


def _shipped(*locales: str) -> tuple[str, ...]:
    return tuple(locale for locale in locales if locale in shipped_locales())
