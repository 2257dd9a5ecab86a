"""What is said to the bot and to nobody else while words go to a case: "no", "wrong chat", "ok 👍".

Such a message is made of a few known words and nothing more. Whatever else it holds is for those
who read the case.
"""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any

from handlers.conversation.heard import Heard, looked_up_once
from handlers.parsing import is_slip
from relay.language.vocabulary import bare, plain, vocabulary

_ENDS = ("no", "leave", "stop_reminding", "not_for_them", "takes_back")
_ENDING_COMMANDS = ("stop", "done", "go_on")
_ACKNOWLEDGES = ("yes", "thanks", "acknowledges")
_BESIDE = "round_those"
_MOST_WORDS = 9
_LONG_ENOUGH = 5
"""Letters of a word that is known with a slip of the finger, too."""

_AGAIN = re.compile(r"(.)\1+")
_JOINERS = re.compile("[\u200d\ufe0f\U0001f3fb-\U0001f3ff\\s]")
"""What joins emoji, blanks, and skin tones."""

_Phrases = dict[str, list[tuple[str, ...]]]


class Remark(Enum):
    """What it is.

    `ENDS`: that nothing more is for them. `ACKNOWLEDGES`: a yes, thanks, or the like.
    """

    ENDS = "ends"
    ACKNOWLEDGES = "acknowledges"


@looked_up_once
def remark_of(heard: Heard[Any]) -> Remark | None:
    """Return what a whole message says to the bot alone, in any of the languages there are."""
    message = heard.signal.message
    if message.attachments:
        return None
    # Their own language first: "no" means yes in Polish.
    return read_remark(message.text, heard.services.words.locale, *heard.services.languages.locales)


def read_remark(text: str | None, *locales: str) -> Remark | None:
    """Return what a whole message says to the bot alone, in the first language in which it does.

    Args:
        text: the message.
        *locales: whose vocabulary is looked at, in this order; English is understood in each.
    """
    said = _words(text)
    if len(said) > _MOST_WORDS:
        return None
    found = (
        _of_words(said, locale) if said else _of_emoji(text, locale)
        for locale in dict.fromkeys(locales)
    )
    return next((one for one in found if one is not None), None)


def takes_back(heard: Heard[Any]) -> bool:
    """Whether a whole message takes back what was written, in any language: "no wait, delete that".

    It is made of nothing else but words for that, and what is said to the bot alone.
    """
    said = _words(heard.signal.message.text)
    if len(said) > _MOST_WORDS:
        return False
    locales = (heard.services.words.locale, *heard.services.languages.locales)
    return any(_kinds(said, _taking_back(locale)) for locale in dict.fromkeys(locales))


def _of_words(said: tuple[str, ...], locale: str) -> Remark | None:
    kinds = _kinds(said, _phrases(locale))
    if not kinds:
        return None
    return Remark.ENDS if Remark.ENDS in kinds else Remark.ACKNOWLEDGES


def _kinds(said: tuple[str, ...], known: _Phrases) -> frozenset[Remark]:
    """The kinds of remarks that a message is made of; none if it is made of anything else.

    From its end: for each place, what the rest of it is made of if it is made of remarks alone.
    """
    rest: list[frozenset[Remark] | None] = [None] * len(said) + [frozenset()]
    for at in reversed(range(len(said))):
        for kind, phrases in known.items():
            for phrase in phrases:
                after = rest[at + len(phrase)] if at + len(phrase) <= len(said) else None
                if after is None or not _is_said(said[at : at + len(phrase)], phrase):
                    continue
                more = after if kind == _BESIDE else after | {Remark(kind)}
                rest[at] = max(rest[at] or frozenset(), more, key=len)
    return rest[0] or frozenset()


def _is_said(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return all(
        one == other or (len(other) >= _LONG_ENOUGH and is_slip(one, other))
        for one, other in zip(said, phrase, strict=True)
    )


def _words(text: str | None) -> tuple[str, ...]:
    """The words of a message; of one that is too long for a remark, one more than that has."""
    return tuple(map(_once, bare(text).replace("?", " ").split(maxsplit=_MOST_WORDS)))


def _once(word: str) -> str:
    """A word without letters that are held down: "nooo"."""
    return _AGAIN.sub(r"\1", word)


@cache
def _phrases(locale: str) -> _Phrases:
    """By kind of remark, the words it may be made of."""
    answers, commands = vocabulary(locale).answers, vocabulary(locale).commands
    ends = [*_all(answers, _ENDS), *(w for one in _ENDING_COMMANDS for w in commands[one])]
    return {
        Remark.ENDS.value: _split(ends),
        Remark.ACKNOWLEDGES.value: _split(_all(answers, _ACKNOWLEDGES)),
        _BESIDE: _split(_all(answers, (_BESIDE,))),
    }


@cache
def _taking_back(locale: str) -> _Phrases:
    """What takes back what was written, and what may stand beside it."""
    known = _phrases(locale)
    return {
        Remark.ENDS.value: _split(vocabulary(locale).answers["takes_back"]),
        _BESIDE: [*known[Remark.ENDS.value], *known[_BESIDE]],
    }


def _all(answers: dict[str, frozenset[str]], names: Iterable[str]) -> list[str]:
    return [one for name in names for one in sorted(answers[name])]


def _split(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    found = (tuple(map(_once, bare(phrase).split())) for phrase in phrases)
    return sorted(dict.fromkeys(one for one in found if one))


def _of_emoji(text: str | None, locale: str) -> Remark | None:
    """What a message of nothing but emoji says; None where one of them is no such sign."""
    signs = set(_JOINERS.sub("", plain(text)))
    answers = vocabulary(locale).answers
    ends, acknowledges = (
        {_JOINERS.sub("", sign) for name in names for sign in answers[name]}
        for names in (_ENDS, _ACKNOWLEDGES)
    )
    if not signs or not signs <= ends | acknowledges:
        return None
    return Remark.ENDS if signs & ends else Remark.ACKNOWLEDGES
