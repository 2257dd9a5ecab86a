"""Times that are not the meeting's: of another time zone, and when an office is open."""

import re
from collections.abc import Iterator
from functools import cache

from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.vocabulary import Vocabulary

_END = re.compile(r"[.!?](?=\s|$)|\n|$")
_LONGEST = 160
"""Characters in which it is said when an office is open."""

_MOST_ROWS = 7
_At = tuple[int, int]


@cache
def _regex(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    get, days = words.pattern, words.any_of("days")
    half = rf"(?:\s?(?:{get('time', 'am')}|{get('time', 'pm')}|{get('time', 'hours')}))?"
    hour = rf"(?:\d{{1,2}}(?:[:.][0-5]\d)?{half}|{get('time', 'noon')}|{get('time', 'midnight')})"
    hours = rf"{hour}(?:\s?{get('time', 'range')}\s?{hour})?"
    away = rf"(?:{get('aside', 'zone')}|{get('aside', 'city')}(?=\s?(?:[)/,;|\n]|$)))"
    week = rf"{days}\s?{get('time', 'range')}\s?{days}|{get('repeat', 'daily')}"
    patterns = {
        "away": rf"(?<![\w.:]){hours},?\s?\(?(?:{get('date', 'in')}\s)?{away}",
        "home": rf"{get('aside', 'home_offset')}[^\n]{{0,80}}",
        "open": rf"(?<!\w)(?:(?P<label>{get('aside', 'opening')})|{get('aside', 'open')})(?!\w)",
        "week": rf"(?<!\w)(?:{week}|{get('repeat', 'weekdays')})(?!\w)",
        "row": rf"\W{{0,4}}{days}(?:\s?(?:{get('time', 'range')}|{get('date', 'and')})\s?{days})?"
        rf"[:,]?\s(?:{hours}|{get('aside', 'shut')})\W{{0,4}}(?=\n|$)",
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in patterns.items()}


def without_asides(text: str, words: Vocabulary) -> str:
    """Return a text of the same length in which these times are masked.

    What is left may have no time: then it has to be asked. When an office is open is masked only
    where another day is left.

    Args:
        text: plain.
        words: the vocabulary.
    """
    regex = _regex(words)
    away = [match.span() for name in ("home", "away") for match in regex[name].finditer(text)]
    text = mask(text, *away)
    bare = mask(text, *_opening_hours(text, regex))
    named = words.anywhere("days").search(bare) or words.anywhere("months").search(bare)
    return bare if named else text


def _opening_hours(text: str, regex: dict[str, re.Pattern[str]]) -> Iterator[_At]:
    for match in regex["open"].finditer(text):
        stop = _END.search(text, match.end())
        end = min(stop.start() if stop else len(text), match.end() + _LONGEST)
        said = text[match.start() : end]
        if not match["label"] and not regex["week"].search(said):
            continue
        if match["label"] and not re.search(r"\d", said.replace(HIDDEN, "")) and end < len(text):
            yield from _rows(text, end + 1, regex)
        yield match.start(), end


def _rows(text: str, start: int, regex: dict[str, re.Pattern[str]]) -> Iterator[_At]:
    """The lines below "Opening hours:" that only name days and times."""
    for _ in range(_MOST_ROWS):
        row = regex["row"].match(text, start)
        if row is None:
            return
        yield row.span()
        start = row.end() + 1
