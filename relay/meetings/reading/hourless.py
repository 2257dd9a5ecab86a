"""What says that there is no hour: "all day", "time tbc"."""

import re
from functools import cache

from relay.meetings.meeting import Times
from relay.meetings.reading.vocabulary import Vocabulary, vocabulary


def without_times(text: str) -> tuple[str, Times]:
    """Split an answer from "all day" or "time tbc".

    Args:
        text: what was typed.

    Returns:
        The rest of it, and what it says of the hours: `SET` where it says neither.
    """
    patterns = _hourless(vocabulary())
    for times in (Times.OPEN, Times.DAYS):
        match = patterns[times].search(text)
        if match is not None:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return " ".join(rest.split()).strip(" ,;.:()–—-"), times
    return text, Times.SET


def answered_times(text: str) -> tuple[str, Times]:
    """The same for an answer about when it is, in which "tbc" alone can mean nothing else."""
    rest, times = without_times(text)
    if times is not Times.SET:
        return rest, times
    bare = _at_end(vocabulary()).sub("", text)
    return (bare, Times.OPEN) if bare != text else (text, times)


def without_late(text: str) -> str:
    """Return an answer without "until late", which is no end that could be kept."""
    return " ".join(vocabulary().regex("time", "late").sub(" ", text).split()).strip(" ,;-–—")


@cache
def _at_end(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"(?<!\W)\W+(?:{words.pattern('time', 'tbc')})\W*$", re.IGNORECASE)


@cache
def _hourless(words: Vocabulary) -> dict[Times, re.Pattern[str]]:
    get = words.pattern
    linked = rf"(?:(?:{get('time', 'to_hour')}|{get('time', 'still')})\s)*"
    hours = rf"(?:{get('time', 'hours_named')})\W+{linked}"
    return {
        Times.OPEN: re.compile(rf"(?<!\w){hours}(?:{get('time', 'tbc')})(?!\w)", re.IGNORECASE),
        Times.DAYS: re.compile(rf"(?<!\w)(?:{get('time', 'all_day')})(?!\w)", re.IGNORECASE),
    }
