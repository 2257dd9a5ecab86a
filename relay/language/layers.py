"""What people type, where a locale has only some of the words: English stays understood.

A locale that has a file for everything is whole, and stands alone. Any other is laid over English,
word by word: its own words come before the English ones, and where one of its words means one thing
in it and another in English, what it means in it counts.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from relay.language.words import SOURCE, shipped_config

_FILES = ("commands", "answers", "phrases", "moments", "report")
_LISTS_OF_LISTS = frozenset({"commands", "sentences", "dashed", "elsewhere", "contact"})


@cache
def tables(locale: str) -> Mapping[str, dict[str, Any]]:
    """Return the vocabulary of a locale by file, English under it where it is not whole.

    Raises:
        FileNotFoundError: there is none for it.
        ValueError: a file is faulty.
    """
    own, english = _own(locale), _own(SOURCE)
    if not own:
        raise FileNotFoundError(locale)
    if own.keys() >= english.keys():
        return own
    both = {name: _over(own.get(name, {}), table) for name, table in english.items()}
    also = {command: words[0] for command, words in english["commands"]["commands"].items()}
    both["commands"] = {**both["commands"], "also": also}
    return both


def _own(locale: str) -> Mapping[str, dict[str, Any]]:
    folder = shipped_config() / "vocabulary" / locale
    paths = {name: folder / f"{name}.toml" for name in _FILES}
    return {
        name: tomllib.loads(path.read_text(encoding="utf-8"))
        for name, path in paths.items()
        if path.is_file()
    }


def _over(own: Mapping[str, Any], english: Mapping[str, Any]) -> dict[str, Any]:
    """One file of a locale over the same one in English."""
    if unknown := own.keys() - english.keys():
        raise ValueError(f"{', '.join(sorted(unknown))}: no such words in English")
    lists = {key: value for key, value in english.items() if isinstance(value, list)}
    both: dict[str, Any] = _lists_over({key: own.get(key, []) for key in lists}, lists)
    for key, value in english.items():
        if key in _LISTS_OF_LISTS:
            both[key] = _lists_over(own.get(key, {}), value)
        elif isinstance(value, dict):
            both[key] = {**value, **own.get(key, {})}
        elif key not in both:
            both[key] = own.get(key, value)
    return both


def _lists_over(
    own: Mapping[str, list[str]], english: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Lists of words: their own first, and no English word that means another thing in it."""
    both = {}
    for key in (*english, *(own.keys() - english.keys())):
        mine, theirs = own.get(key, []), english.get(key, [])
        taken = {
            word
            for other, words in own.items()
            if other != key
            for word in words
            if word not in mine and word not in english.get(other, [])
        }
        both[key] = [*mine, *(w for w in theirs if w not in taken and w not in mine)]
    return both
