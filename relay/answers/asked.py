"""Which question somebody asks, in whatever words.

What they type and what stands under `asked` is read alike (`config/vocabulary/…/questions.toml`):
words that make no difference are left out, those that say the same become one, and what is left has
to be the same, in any order. What names one of the well-known apps may also have a word less, or
one more that belongs to the same question ("is signal safe from the police"). Anything with another
word is none: "is signal safe? he reads my phone" tells of something, and goes where that goes.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relay.answers.answer import Answer
from relay.language.cries import may_call_out
from relay.language.known import spaced
from relay.language.telling import may_be_in_danger
from relay.language.vocabulary import vocabulary
from relay.language.words import SOURCE, shipped_config

LONGEST = 160
"""Characters of a question. What is longer is not looked at: it tells of something."""
LEAST = 2
"""Words that have to be left of one."""

ALIKE = 0.6
"""How much of the words of two questions is in both of them."""
SHORT = 8
"""Words of what asks about an app and is none of the questions."""

Key = frozenset[str]


@dataclass(frozen=True)
class Found:
    """Which question was asked.

    Attributes:
        answer: the question with its answer.
        is_certain: whether nothing else can be meant. Where no app is named, or it is nearly the
            question and does not begin as one, something else altogether may be.
    """

    answer: Answer
    is_certain: bool


@dataclass(frozen=True)
class _Reading:
    """What questions are read with."""

    same: re.Pattern[str]
    meaning: dict[str, str]
    left_out: frozenset[str]
    apps: Key
    well_known: Key
    besides: Key
    weak: Key
    asking: Key
    asks: re.Pattern[str]
    never: re.Pattern[str]

    def key(self, text: str) -> Key:
        """What is left of a text."""
        one = self.same.sub(lambda found: self.meaning[found[0]], spaced(text))
        return frozenset(one.split()) - self.left_out


@cache
def _reading(_: Path) -> _Reading:
    path = shipped_config() / "vocabulary" / SOURCE / "questions.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    meaning = {spaced(word): name for name, words in told["same"].items() for word in words}
    begins = f"(?:{_either(told['asks']['before'])} )*(?:{_either(told['asks']['first'])})"
    return _Reading(
        re.compile(rf"\b(?:{_either(meaning)})\b"),
        meaning,
        frozenset(told["left_out"]),
        frozenset(told["names"]["apps"]),
        frozenset(told["names"]["well_known"]),
        frozenset(told["asks"]["besides"]),
        frozenset(told["asks"]["weak"]),
        frozenset(told["asks"]["asking"]),
        re.compile(rf"(?:{begins})\b"),
        re.compile(rf"{_either(told['asks']['never'])}|{_either(told['asks']['never_begun'])}.*"),
    )


def _either(words: Iterable[str]) -> str:
    """A pattern of some words: of two that begin alike the longer one first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def key_of(text: str) -> Key:
    """Return what is left of a question; two with the same are one."""
    return _reading(shipped_config()).key(text)


def fault_in(phrase: str) -> str | None:
    """Return what is wrong with a way to ask a question, as the end of an id, or None.

    Args:
        phrase: as it stands under `asked`.
    """
    if len(phrase) > LONGEST:
        return "asked-long"
    if may_call_out(phrase):
        return "asked-cry"
    if vocabulary(SOURCE).knows(phrase):
        return "asked-command"
    return "asked-short" if len(key_of(phrase)) < LEAST else None


class Answers:
    """All questions with their answers, in order.

    Args:
        answers: some, each name once.
    """

    def __init__(self, answers: Iterable[Answer]) -> None:
        self.all = tuple(sorted(answers, key=lambda one: (one.order, one.slug)))
        self._keys: dict[Key, Answer] = {}
        self._words: dict[str, Key] = {}
        for answer in self.all:
            keys = [key_of(phrase) for phrase in answer.asked]
            for key in keys:
                self._keys.setdefault(key, answer)
            self._words[answer.slug] = frozenset().union(*keys)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.all)

    def find(self, text: str | None) -> Found | None:
        """Return which question a whole message asks, or None.

        Args:
            text: as it was typed. A cry for help is no question.
        """
        if not text or len(text) > LONGEST or may_be_in_danger(vocabulary(SOURCE), text):
            return None
        key, reading = key_of(text), _reading(shipped_config())
        if answer := self._keys.get(key):
            return Found(answer, not key.isdisjoint(reading.apps))
        if key.isdisjoint(reading.well_known):
            return None
        answer = self._nearest(key)
        asks = reading.asks.match(spaced(text)) is not None
        return None if answer is None else Found(answer, is_certain=asks)

    def concerns(self, text: str | None) -> bool:
        """Return whether a short question names one of the apps, whatever it asks.

        Args:
            text: as it was typed, if `find` found nothing.
        """
        if not text or len(text) > LONGEST or may_be_in_danger(vocabulary(SOURCE), text):
            return False
        said, reading = spaced(text), _reading(shipped_config())
        key = reading.key(text)
        asks = not key.isdisjoint(reading.well_known) and reading.asks.match(said) is not None
        short = len(said.split()) <= SHORT
        return short and asks and not any(map(reading.never.fullmatch, key))

    def _nearest(self, key: Key) -> Answer | None:
        """The question that has nearly the same words, and no word that is not its own."""
        reading = _reading(shipped_config())
        apps, said = key & reading.well_known, key - reading.besides
        best, alike = None, ALIKE
        for known, answer in self._keys.items():
            if known & reading.well_known != apps or said - self._words[answer.slug]:
                continue
            if said & known <= apps | reading.weak or said & reading.asking - known:
                # Nothing in common says what is asked, or one asks who and the other what.
                continue
            shared = len(said & known) / len(said | (known - reading.besides))
            if shared > alike or (best is None and shared == alike):
                best, alike = answer, shared
        return best

    def taken(self, answer: Answer) -> Iterator[tuple[str, Answer]]:
        """Return each way to ask a question by which another one is asked too, and that other."""
        for other in self.all:
            theirs = {key_of(phrase) for phrase in other.asked if other is not answer}
            yield from ((phrase, other) for phrase in answer.asked if key_of(phrase) in theirs)
