"""Names of cases: two plain words and a number, to be read aloud and typed with a slip or two."""

import re
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from relay.language.words import shipped_config

PHRASE_WORDS = 4
"""A passphrase of this many words is one of some 45 thousand million."""
_NUMBERS = tuple(number for number in range(20, 100) if number not in (69, 88))
_WORD = re.compile(r"[^\W_]+")
_SLIPS = 2
"""Letters that may differ. Any two words of the list differ by three or more."""


class NameBook:
    """The words names are made of.

    Args:
        words: at least two.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._known = frozenset(self._words)

    @classmethod
    def shipped(cls, locale: str) -> "NameBook":
        """Return the words shipped for a locale, such as `en-GB`."""
        return cls(read_words(shipped_config() / "casenames" / f"{locale}.txt"))

    def draw(self, take: Callable[[str], bool]) -> str:
        """Return a new name such as `lantern meadow 42`.

        Args:
            take: called with `fold(name)`; returns False if there ever was such a name.
        """
        while True:
            first, second = secrets.SystemRandom().sample(self._words, 2)
            name = f"{first} {second} {secrets.choice(_NUMBERS)}"
            if take(fold(name)):
                return name

    def are_words(self, words: Iterable[str]) -> tuple[bool, ...]:
        """Return of each word whether it is one of the list."""
        return tuple(word in self._known for word in words)

    def phrase(self) -> str:
        """Return words for a passphrase."""
        return " ".join(secrets.SystemRandom().sample(self._words, PHRASE_WORDS))


def read_words(path: Path) -> list[str]:
    """Return the words of a list: one a line, lines with `#` left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def fold(name: str) -> str:
    """Return a name as it is compared: letters and digits only, no case."""
    return "".join(_WORD.findall(name.casefold()))


def match(typed: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that is meant, or None.

    Case, spaces and punctuation do not matter. The number has to be right, or left out; in each
    word a slip or two is understood, as long as it leaves one name and no other.
    """
    known = tuple(names)
    exact = [name for name in known if fold(name) == fold(typed)]
    if exact:
        return exact[0] if len(exact) == 1 else None
    close = [name for name in known if _is_close(_split(typed), _split(name))]
    return close[0] if len(close) == 1 else None


def match_start(text: str, names: Iterable[str]) -> tuple[str, str] | None:
    """Return the name a text begins with, and what follows it; or None.

    `lantern meadow 42: thank you` gives `lantern meadow 42` and `thank you`.
    """
    known = tuple(names)
    words = list(_WORD.finditer(text))
    for count in (3, 2, 1):
        if len(words) < count:
            continue
        end = words[count - 1].end()
        if (name := match(text[:end], known)) is not None:
            return name, text[end:].lstrip(" \t:,.;-–—")
    return None


def begins_with_name(text: str, name: str) -> bool:
    """Whether a text begins with just this name: capitals and punctuation do not matter."""
    parts = _WORD.findall(name.casefold())
    found = _WORD.finditer(text.casefold())
    return [word[0] for word, _ in zip(found, parts, strict=False)] == parts


def _split(name: str) -> tuple[str, str]:
    """The letters of a name and its number."""
    folded = fold(name)
    letters = folded.rstrip("0123456789")
    return letters, folded[len(letters) :]


def _is_close(typed: tuple[str, str], name: tuple[str, str]) -> bool:
    (letters, number), (its_letters, its_number) = typed, name
    if number not in ("", its_number):
        return False
    allowed = _SLIPS if number else 1
    return _slips(letters, its_letters, allowed) <= allowed


def _slips(left: str, right: str, limit: int) -> int:
    """How many letters differ, a swap of two neighbours counting as one.

    Restricted Damerau-Levenshtein; anything over `limit` may be told as any number over it.
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, one in enumerate(left, start=1):
        row = [i]
        for j, other in enumerate(right, start=1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (one != other))
            if i > 1 and j > 1 and one == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
