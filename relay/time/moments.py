"""Understanding one moment in words: "tomorrow 9am", "27/11 19:00", "Thursday week at noon".

Always day before month, always in the branch's time zone. What people say of moments besides is in
`relay.time.when`, which everything reads with that people type.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Problem = Literal["past", "no-such-time", "no-time-of-day"]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "may", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
MONTHS = (*_SPRING, *_AUTUMN)
LINKS = ("on", "at", "in", "the", "of", "next", "this", "coming", "and", "a", "an")
_RELATIVE = ("yesterday", "today", "tomorrow", "tonight", "noon", "midday", "midnight")
_UNITS = ("hour", "hours", "minute", "minutes", "day", "days", "week", "weeks", "fortnight")
_HALVES = ("am", "pm", "a.m", "p.m")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHORT = ("tues", "weds", "thur", "thurs", "sept", *(name[:3] for name in (*DAYS, *MONTHS)))
_VOCABULARY = frozenset((*DAYS, *MONTHS, *LINKS, *_RELATIVE, *_UNITS, *_HALVES, *_COUNTS, *_SHORT))
_NUMBER = re.compile(
    r"\d{1,4}(st|nd|rd|th)?|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}([:.]\d{2})?(am|pm|a\.m|p\.m)?"
)
_CLEAR_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b"
    r"|(?<![\d.:])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])(?!\s*[ap]\.?m\b)"
    r"|\b(?P<name>noon|midnight)\b"
)
_DOTTED_TIME = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d:]|\.\d)")
_FROM_NOW = re.compile(r"in \S+ (hours?|minutes?)")
_DAY_NAMES = "|".join(f"{name}|{name[:4]}s?|{name[:3]}" for name in DAYS)
_WEEK_AFTER = re.compile(
    rf"\b(?:(?P<day>{_DAY_NAMES}) (?P<much>week|fortnight)"
    rf"|(?:a )?(?P<muchly>week|fortnight) on (?P<daily>{_DAY_NAMES}))\b"
)
_SYNONYMS = ((r"\bmidday\b", "noon"), (r"\btonight\b", "today"), (r"\b(a|an) hour\b", "1 hour"))


def read_moment(words: str, *, now: datetime, zone: ZoneInfo) -> datetime | Problem | None:
    """Read words that are a moment as a whole and nothing else.

    Args:
        words: such as `Thursday week 7pm` or `27/11 19:00`.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.

    Returns:
        The moment, aware, UTC; or what is wrong with it; or None where it is no moment.
    """
    if not words.strip() or not all(is_moment_word(word) for word in words.split()):
        return None
    moment = _parse(words, now, zone)
    if moment is None:
        return "no-time-of-day" if time_of_day(words.casefold()) is None else None
    return _problem(moment, now) or moment.astimezone(UTC)


def is_moment_word(word: str) -> bool:
    """Whether a word can belong to a moment: a day, a month, a number, or what links them."""
    bare = word.casefold().strip(".,;:")
    return bare in _VOCABULARY or _NUMBER.fullmatch(bare) is not None


def _parse(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    spoken = words.casefold().strip(" .,;:")
    for pattern, replacement in _SYNONYMS:
        spoken = re.sub(pattern, replacement, spoken)
    if _FROM_NOW.fullmatch(spoken):
        # Counted in UTC, so that an hour is an hour also where the clocks change.
        moment = _ask_dateparser(spoken, now.astimezone(UTC).replace(tzinfo=None))
        return None if moment is None else moment.replace(tzinfo=UTC).astimezone(zone)
    spoken = _WEEK_AFTER.sub(lambda match: _week_after(match, now.astimezone(zone)), spoken)
    wanted = time_of_day(spoken)
    if wanted is None or _lacks_day_of_month(spoken):
        return None
    dotless = _DOTTED_TIME.sub(r"\g<hour>:\g<minute>", spoken)
    moment = _ask_dateparser(dotless, now.astimezone(zone).replace(tzinfo=None))
    # dateparser leaves out what it does not understand, and a post at another hour or on another
    # day than was typed is worse than a question.
    if moment is None or (moment.hour, moment.minute) != wanted:
        return None
    if not {day[:3] for day in DAYS if _names(spoken, day)} <= {DAYS[moment.weekday()][:3]}:
        return None
    return moment.replace(tzinfo=zone)


def _ask_dateparser(spoken: str, base: datetime) -> datetime | None:
    # Loaded at first use: it holds megabytes of language data that most days never need.
    import dateparser

    parsed = dateparser.parse(
        spoken,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if parsed is None else parsed.replace(second=0, microsecond=0)


def _week_after(match: re.Match[str], now: datetime) -> str:
    """The date of "Thursday week": seven days after the coming Thursday, today included."""
    name = match["day"] or match["daily"]
    weeks = 2 if "fortnight" in (match["much"], match["muchly"]) else 1
    weekday = next(place for place, day in enumerate(DAYS) if day.startswith(name[:3]))
    ahead = (weekday - now.weekday()) % 7 + 7 * weeks
    return f"{now + timedelta(days=ahead):%Y-%m-%d}"


def time_of_day(spoken: str) -> tuple[int, int] | None:
    """The one hour and minute that are named, or None where there is none, or more than one.

    Args:
        spoken: in lower case.
    """
    clear = list(_CLEAR_TIME.finditer(spoken))
    found = clear or list(_DOTTED_TIME.finditer(spoken))
    if len(found) != 1:
        return None
    parts = found[0].groupdict()
    if parts.get("name"):
        return (12, 0) if parts["name"] == "noon" else (0, 0)
    if parts.get("hour24"):
        return int(parts["hour24"]), int(parts["minute24"])
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if not clear:
        return hour, minute
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if parts["half"] == "p" else 0), minute


def _lacks_day_of_month(spoken: str) -> bool:
    dayless = _DOTTED_TIME.sub("", _CLEAR_TIME.sub("", spoken))
    return any(_names(spoken, month) for month in MONTHS) and re.search(r"\d", dayless) is None


def _names(spoken: str, name: str) -> bool:
    """Whether a weekday or month is named, in full or short."""
    return re.search(rf"\b({name}|{name[:3]}|{name[:4]}s?|{name[:5]})\b", spoken) is not None


def _problem(moment: datetime, now: datetime) -> Problem | None:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "no-such-time"
    return "past" if moment <= now else None
