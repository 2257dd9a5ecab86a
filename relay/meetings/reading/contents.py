"""What is on: the agenda of an invitation."""

import re
from functools import cache

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.lines import Line
from relay.meetings.reading.vocabulary import Vocabulary

_SENTENCE = re.compile(r"[.!?]\s")
_NUMBER = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s+")
_LISTED = 2
"""So many commas make a line a list."""


def agenda_of(plain: str, layout: Layout, words: Vocabulary) -> tuple[str, ...]:
    """Return the points of the agenda, without their numbers and timings."""
    points: list[str] = []
    lines = layout.of("agenda")
    listed = any(line.point for line in lines)
    for line in lines:
        content = _words(plain, line)
        if listed and line.label and _NUMBER.match(content):
            points += [one for one in _NUMBER.split(content) if one.strip()]
        elif line.point or not listed:
            points += [content] if listed else _divided(content, line)
        elif points and not line.label and content[:1].islower():
            points[-1] += " " + content
    timing = _timing(words)
    bare = (timing.sub("", point).strip(" .") for point in points)
    return tuple(point for point in bare if point)


def _divided(content: str, line: Line) -> list[str]:
    numbered = [one for one in _NUMBER.split(content) if one.strip()]
    if len(numbered) > 1 and _NUMBER.match(content):
        return numbered
    if ";" in content:
        return content.split(";")
    if line.label and content.count(",") >= _LISTED and not _SENTENCE.search(content):
        return content.split(",")
    return [content]


@cache
def _timing(words: Vocabulary) -> re.Pattern[str]:
    get = words.pattern
    half = rf"(?:\s?(?:{get('time', 'am')}|{get('time', 'pm')}))?"
    return re.compile(
        rf"(?<![\s(\[–-])[\s(\[–-]{{0,8}}(?:\d{{1,2}}[:.]\d\d{half}"
        rf"|\d{{1,3}}\s?{get('time', 'minutes')})[)\]]?\s*$",
        re.IGNORECASE,
    )


def _words(plain: str, line: Line) -> str:
    return " ".join(plain[slice(*line.at)].split())
