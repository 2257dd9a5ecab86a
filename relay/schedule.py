"""Understanding "tomorrow 9am: …": a moment in words at the beginning of a text.

Always day before month, always in the branch's time zone. Only words that can belong to a moment
are read as one, and a time of day has to be among them: "Friday's meeting is off" stays a text.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

Problem = Literal["past", "no-such-time", "no-time-of-day"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "may", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
_MONTHS = (*_SPRING, *_AUTUMN)
_LINKS = ("on", "at", "in", "the", "of", "next", "this", "coming", "and", "a", "an")
_RELATIVE = ("yesterday", "today", "tomorrow", "tonight", "noon", "midday", "midnight")
_UNITS = ("hour", "hours", "minute", "minutes", "day", "days", "week", "weeks")
_HALVES = ("am", "pm", "a.m", "p.m")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHORT = ("tues", "weds", "thur", "thurs", "sept", *(name[:3] for name in (*_DAYS, *_MONTHS)))
_VOCABULARY = frozenset(
    (*_DAYS, *_MONTHS, *_LINKS, *_RELATIVE, *_UNITS, *_HALVES, *_COUNTS, *_SHORT)
)
_NUMBER = re.compile(
    r"\d{1,4}(st|nd|rd|th)?|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}([:.]\d{2})?(am|pm|a\.m|p\.m)?"
)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}([:.]\d{2})?\s*(am|pm|a\.m|p\.m)\b|\b([01]?\d|2[0-3])[:.][0-5]\d\b"
    r"|\b(noon|midnight)\b|\bin \S+ (hours?|minutes?)\b"
)
_COLON = re.compile(r":(?=\s|$)")
_LONGEST = 60
_OPENERS = ("on", "at")
_SYNONYMS = ((r"\bmidday\b", "noon"), (r"\btonight\b", "today"), (r"\b(a|an) hour\b", "1 hour"))


@dataclass(frozen=True)
class Timing:
    """A moment found at the beginning of a text.

    Attributes:
        moment: aware, UTC; None where there is a problem.
        problem: `past`, `no-such-time` for an hour that a clock change leaves out, or
            `no-time-of-day` for what may be meant as a moment but is not one (`Thursday: …`).
        words: the words that were read as the moment.
        rest: the text after them.
        set_off: whether a colon stood between the two, so that the words can be nothing else.
    """

    moment: datetime | None
    problem: Problem | None
    words: str
    rest: str
    set_off: bool


def read_timing(text: str, *, now: datetime, zone: ZoneInfo) -> Timing | None:
    """Find a moment at the beginning of `text`, or return None.

    Two forms are understood: everything before a colon (`tomorrow 9am: …`), and a beginning with
    "on" or "at" (`on Friday at 18:30 …`).

    Args:
        text: what was typed after the command.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.
    """
    unclear: Timing | None = None
    for words, rest, explicit in _candidates(text):
        moment = _parse(words, now, zone)
        if moment is not None:
            problem = _problem(moment, now)
            utc = None if problem else moment.astimezone(UTC)
            return Timing(utc, problem, words, rest, explicit)
        if explicit:
            unclear = Timing(None, "no-time-of-day", words, rest, explicit)
    return unclear


def _candidates(text: str) -> list[tuple[str, str, bool]]:
    """Pieces that may be a moment: the words, what follows, and whether a colon set them off."""
    found = []
    for colon in _COLON.finditer(text[:_LONGEST]):
        words = text[: colon.start()].strip()
        if words and all(_is_moment_word(word) for word in words.split()):
            found.append((words, text[colon.end() :].strip(), True))
            break
    if text.casefold().startswith(tuple(f"{opener} " for opener in _OPENERS)):
        pieces = re.split(r"(\s+)", text)
        count = 0
        while count < len(pieces) and (not pieces[count].strip() or _is_moment_word(pieces[count])):
            count += 1
        found.append(("".join(pieces[:count]).strip(), "".join(pieces[count:]).strip(), False))
    return found


def _is_moment_word(word: str) -> bool:
    bare = word.casefold().strip(".,;:")
    return bare in _VOCABULARY or _NUMBER.fullmatch(bare) is not None


def _parse(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    # Loaded at first use: it holds megabytes of language data that most days never need.
    import dateparser

    spoken = words.casefold().strip(" .,;:")
    for pattern, replacement in _SYNONYMS:
        spoken = re.sub(pattern, replacement, spoken)
    if not _TIME_OF_DAY.search(spoken):
        return None
    parsed = dateparser.parse(
        spoken,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if parsed is None else parsed.replace(second=0, microsecond=0, tzinfo=zone)


def _problem(moment: datetime, now: datetime) -> Problem | None:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "no-such-time"
    return "past" if moment <= now else None
