"""Again and again: what a text says of it, as a rule of RFC 5545 (3.3.10)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from dateutil.rrule import rrulestr

from relay.meetings.reading.days import CODES, Day
from relay.meetings.reading.vocabulary import Vocabulary

_FAR = timedelta(days=800)
"""In which the first date of any rule lies that is read here."""

_MOST_TIMES = 99
_EITHER = ("3", "4")
"""Which may be meant of a month, or be a number of weeks."""


@dataclass(frozen=True)
class Repeat:
    """A recurrence that is written somewhere.

    Attributes:
        at: where, half-open.
        rule: without its end; empty where a rule cannot say it.
        count: how many dates, or None.
        unclear: whether it has to be asked.
    """

    at: tuple[int, int]
    rule: str
    count: int | None = None
    unclear: bool = False


@cache
def _pattern(words: Vocabulary) -> re.Pattern[str]:
    get = words.pattern
    weekday, plural = words.any_of("days"), get("repeat", "plural_days")
    join = rf"(?:\s?,\s?|\s?{get('repeat', 'join')}\s?)"
    some = rf"{weekday}(?:{join}{weekday}){{0,6}}"
    nth = words.any_of("ordinals")
    every, month, day = get("repeat", "every"), get("repeat", "month"), get("repeat", "day")
    weekly, fortnightly = get("repeat", "weekly"), get("repeat", "fortnightly")
    monthly, week = get("repeat", "monthly"), get("date", "week")
    fortnight = get("date", "fortnight")
    on, the, of = get("date", "on"), get("date", "the"), get("date", "of")
    step = rf"(?:{get('repeat', 'other')}|\d\d?|{nth}|{words.any_of('numbers')})"
    daily = get("repeat", "daily")
    gap = r"\s?[,:–-]?\s?"
    return re.compile(
        rf"""
        (?<![\w-])(?:
            (?P<unclear>{get("repeat", "unclear")})
          | (?P<yearly>{get("repeat", "yearly")})
          | (?:{daily}\s?[,(]?\s?)?(?P<weekdays>{get("repeat", "weekdays")}) | (?P<daily>{daily})
          | (?:{every}\s)?(?:(?:{on}\s)?{the}\s)?
              (?P<nths>{nth}(?:\s?{get("date", "and")}\s?{nth}){{0,4}})\s(?P<nthday>{weekday})s?
              (?:\s{of}\s(?:{every}|{the}|{get("date", "a")})\s(?:(?P<months>{step})\s)?{month}s?
              |\s(?:{of}\s)?{monthly}|\s{every}\s{month})
          | (?:{every}\s|{the}\s)?(?P<twice>{nth}(?:{join}{nth}){{1,4}})\s(?P<twiceday>{weekday})s?
          | (?:{monthly}{gap}|{every}\s(?:(?P<months2>{step})\s)?{month}s?\s?,?\s)
              (?:{on}\s)?(?:{the}\s)?(?P<mnths>{nth})\s(?P<mday>{weekday})
          | (?:{the}\s)?(?P<monthday>\d\d?){get("date", "nth")}\s(?:{day}\s)?
              {of}\s(?:{every}|{the})\s{month}
          | (?:{weekly}|(?P<two1>{fortnightly})){gap}(?:{on}\s)?(?P<some1>{some})
          | {every}\s(?:(?P<weeks1>{step})\s)?{week}s?\s(?:{on}\s(?:{get("date", "a")}\s)?)?
              (?P<some2>{some})
          | {every}\s(?P<eachnth>{nth})\s(?P<eachday>{weekday})s?
          | {every}\s(?:(?P<weeks2>{step})\s)?(?P<some3>{some})
          | (?P<two2>{every}\s{fortnight}|{get("repeat", "alternate")})\s(?:{on}\s)?
              (?P<some4>{some})
          | (?P<some5>{some})\s?,?\s?
              (?:{weekly}|{every}\s{week}|(?P<two3>{fortnightly}|{every}\s{fortnight}))
          | (?P<count>{words.any_of("numbers")}|\d\d?)\s(?:{get("repeat", "in_a_row")}\s)?
              (?P<some6>{plural}|{weekday}(?=\s{get("repeat", "parts")}))
          | (?P<some7>{plural}(?:{join}{plural}){{0,6}}|{some}(?=\s{get("repeat", "parts")}))
        )(?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_repeat(text: str, words: Vocabulary) -> Repeat | None:
    """Return the first recurrence that a text names, or None."""
    for match in _pattern(words).finditer(text):
        said = {name: value for name, value in match.groupdict().items() if value}
        if "unclear" in said:
            return Repeat(match.span(), "", unclear=True)
        if _is_either(said, words):
            return Repeat(match.span(), "", unclear=True)
        rule = _rule(said, words)
        if rule is not None:
            unclear = words.regex("repeat", "except").search(text) is not None
            rest = text[: match.start()] + text[match.end() :]
            count = _number(said["count"], words) if "count" in said else _times(rest, words)
            return Repeat(match.span(), rule, count, unclear)
    return None


def _times(text: str, words: Vocabulary) -> int | None:
    """For how many dates: "a six week course"."""
    for match in words.regex("repeat", "times").finditer(text):
        said = next((value for value in match.groupdict().values() if value), "")
        count = _number(said, words)
        if 0 < count <= _MOST_TIMES:
            return count
    return None


def _rule(said: Mapping[str, str], words: Vocabulary) -> str | None:
    if "weekdays" in said:
        return f"FREQ=WEEKLY;BYDAY={','.join(CODES[:5])}"
    for name in ("daily", "yearly"):
        if name in said:
            return f"FREQ={name.upper()}"
    if "monthday" in said:
        number = int(said["monthday"])
        return f"FREQ=MONTHLY;BYMONTHDAY={number}" if 0 < number <= 31 else None
    if "eachnth" in said and words.regex("repeat", "other").fullmatch(said["eachnth"]):
        [code] = _codes(said["eachday"], words)
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
    if nths := _first(said, "nths", "twice", "mnths", "eachnth"):
        [code] = _codes(_first(said, "nthday", "twiceday", "mday", "eachday"), words)
        named = words.anywhere("ordinals").findall(nths)
        places = [words.which("ordinals", one.lower()) for one in named]
        interval = _interval(_first(said, "months", "months2"), words)
        return f"FREQ=MONTHLY{interval};BYDAY=" + ",".join(f"{place}{code}" for place in places)
    codes = _codes(_first(said, *(f"some{number}" for number in range(1, 8))), words)
    if not codes:
        return None
    two = _first(said, "two1", "two2", "two3")
    interval = ";INTERVAL=2" if two else _interval(_first(said, "weeks1", "weeks2"), words)
    return f"FREQ=WEEKLY{interval};BYDAY={','.join(codes)}"


def _is_either(said: Mapping[str, str], words: Vocabulary) -> bool:
    """Whether "every third Thursday" is said: each third week, or the third one of a month."""
    return words.which("ordinals", said.get("eachnth", "").lower()) in _EITHER


def _first(said: Mapping[str, str], *names: str) -> str:
    return next((said[name] for name in names if name in said), "")


def _interval(word: str | None, words: Vocabulary) -> str:
    if not word:
        return ""
    if words.regex("repeat", "other").fullmatch(word):
        return ";INTERVAL=2"
    number = _number(word, words) or int(words.which("ordinals", word.lower()) or 1)
    return f";INTERVAL={number}" if number > 1 else ""


def _number(word: str, words: Vocabulary) -> int:
    if re.fullmatch(r"[0-9]{1,3}", word):
        return int(word)
    return int(words.which("numbers", word.lower()) or 0)


def _codes(days: str, words: Vocabulary) -> list[str]:
    found = {words.which("days", one.lower()) for one in re.findall(r"\w+", days)}
    return [code for code in CODES if code in found]


def first_date(
    repeat: Repeat, begin: date, hour: time, now: datetime, until: Day | None
) -> tuple[datetime, str] | None:
    """Return the first date of a rule on or after `begin` that is not over, and the whole rule.

    Args:
        repeat: the recurrence.
        begin: from when it is.
        hour: at which it starts.
        now: local, naive.
        until: the last day it may be, or None.
    """
    rule = repeat.rule
    base = datetime.combine(begin, hour)
    dates = rrulestr(f"{repeat.rule};UNTIL={base + _FAR:%Y%m%dT%H%M%S}", dtstart=base)
    start = next((one for one in dates if one > now), None)
    if start is None or (until is not None and until.day and start.date() > until.day):
        return None
    if until is not None and until.day is not None:
        # It holds also where some of the dates that were counted are over.
        rule += f";UNTIL={until.day:%Y%m%d}"
    elif repeat.count:
        rule += f";COUNT={repeat.count}"
    return start, rule
