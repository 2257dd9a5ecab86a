"""Times and ranges of them in a text, each with its role: start, end, doors or something else."""

import re
from dataclasses import dataclass, replace
from functools import cache

from relay.meetings.reading.clock import Hour, find_hours
from relay.meetings.reading.vocabulary import Vocabulary

_FOUR_DIGITS = 4
_BEHIND = ("doors", "start", "end", "other")
_BEFORE = 60
"""Characters in which the word that gives an hour its role is looked for."""


@dataclass(frozen=True)
class Span:
    """One time, or a range of them.

    Attributes:
        at: where, half-open.
        begin: when it starts.
        end: when it ends, or None.
        doors: from "7 for 7.30": when people may come, or None.
        either: whether another time stands behind a stroke, as in "6.30/7pm".
    """

    at: tuple[int, int]
    begin: Hour
    end: Hour | None = None
    doors: Hour | None = None
    either: bool = False


@cache
def _joins(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    get = words.pattern
    sharp, about, to_hour = get("time", "sharp"), get("time", "about"), get("time", "to_hour")
    parts = "|".join(get("time", name) for name in ("morning", "afternoon", "evening"))
    near = rf"(?:\s*{about})?\s*"
    start = rf"(?:\s*(?:{get('date', 'the')}\s)?(?:{get('time', 'start')}|{get('time', 'end')})"
    start += rf"(?: {get('time', 'at')})?:?\s*)?"
    led = {
        "start": rf"{get('time', 'start')}(?: {to_hour}|:|\s?[-–])*\s*$",
        "end": rf"(?:{get('time', 'end')}|{get('time', 'until')})"
        rf"(?:[^\w\n]| {to_hour}| {get('time', 'after')} \w+"
        rf"| {get('time', 'with')} \w+)*\s*$",
        "doors": rf"{get('time', 'doors')}(?:[^\w\n]| {to_hour})*\s*$",
        "other": rf"{get('time', 'other_time')}(?:\s\w+)?(?: {to_hour}|:)*\s*$",
    }
    behind = "|".join(rf"(?P<{role}>{get('time', f'{role}_behind')})" for role in _BEHIND)
    named = "|".join(get("time", f"{role}_behind") for role in _BEHIND)
    # "7pm doors 6.30" has its word before an hour, "6.30 doors 7pm start" behind each.
    of_next = rf"(?!\s{{0,2}}(?:{get('time', 'at')}\s)?\d[\d:.]*"
    of_next += rf"(?:\s?(?:{get('time', 'am')}|{get('time', 'pm')}))?(?!\w|\s+(?:{named})(?!\w)))"
    patterns = {
        "behind": rf"[ \t]*(?:{behind})(?!\w){of_next}",
        "range": rf"\s*(?:\(?{sharp}\)?\s*)?[,(]?\s*{get('time', 'range')}{near}{start}",
        "and": rf"\s+{get('time', 'between_and')}{near}",
        "or": rf"\s+{get('time', 'or')}\s+",
        "for": rf"\s+{get('time', 'for')}\s+",
        "for_a": rf"\s+{get('time', 'for')}\s+{get('date', 'a')}\s+",
        "between": rf"(?<!\w){get('time', 'between')}\s+$",
        "from": rf"(?<!\w)(?:{get('time', 'from')})\s*$",
        "at": rf"(?<!\w)(?:{get('time', 'at')}|{parts})\s*{near}$|@\s*$",
        "numbered": rf"(?<!\w){get('time', 'numbered')}\.?\s?$",
        "stroke": r"\s?/\s?\d{1,2}(?:[:.][0-5]\d)?"
        rf"(?:\s?(?:{get('time', 'am')}|{get('time', 'pm')}))?(?![\w/])",
        "nth": rf"\s*{get('date', 'nth')}\b|\s*/",
        "not_alone": rf"[ \t]+(?-i:[A-Z][a-z])|[ \t]+{get('time', 'not_hours')}\b",
        "starts": rf"{get('time', 'start')}\W*$",
        "besides": r"(?:^|[,;\n–-]\s?|\sand\s)(?P<what>[^\W\d]+(?:\s[^\W\d]+)?)\s"
        rf"{get('time', 'besides')}{near}$",
        "event": rf"(?<!\w){get('places', 'event')}(?!\w)",
        "counted": rf"[ \t]+{get('time', 'not_hours')}\b",
        **{role: rf"(?<!\w){pattern}" for role, pattern in led.items()},
    }
    return {name: re.compile(one, re.IGNORECASE) for name, one in patterns.items()}


def find_spans(text: str, words: Vocabulary) -> list[Span]:
    """Return the times and ranges of a text, in order, each with its role.

    A number alone is an hour only within a range that has another sign of being one, after "at" or
    "from", or after a word such as "start".
    """
    joins = _joins(words)
    hours = [
        hour
        for hour in find_hours(text, words)
        if not joins["numbered"].search(_line_before(text, hour))
    ]
    spans: list[Span] = []
    place, taken = 0, 0
    while place < len(hours):
        one, taken = _role(text, hours[place], joins, taken)
        after = hours[place + 1] if place + 1 < len(hours) else None
        pair = None if after is None else _pair(text, one, after, joins)
        if pair is not None:
            spans.append(pair)
            place += 2
            continue
        if _is_hour(text, one, joins):
            if spans and _is_besides(text, one, joins):
                one = replace(one, role="other")
            stroke = joins["stroke"].match(text, one.at[1])
            at = (one.at[0], stroke.end() if stroke else one.at[1])
            either = stroke is not None and not _is_same(one, after)
            spans.append(Span(at, replace(one, bare=False), either=either))
            if stroke is not None and not either:
                place += 1
        place += 1
    return spans


def _pair(text: str, one: Hour, after: Hour, joins: dict[str, re.Pattern[str]]) -> Span | None:
    """Two hours that belong together: a range, or "7 for 7.30"."""
    between = text[one.at[1] : after.at[0]]
    if one.role == "doors" and joins["starts"].search(between):
        return None
    begin, end = replace(one, bare=False), replace(after, bare=False)
    if one.bare and not after.bare and joins["or"].fullmatch(between):
        # "10 or 11am".
        return Span(
            (one.at[0], after.at[1]), replace(begin, half=one.half or after.half), either=True
        )
    if begin.role == "end":
        # "Until 11 December, 8am-9am": the day is the last.
        begin = replace(begin, role="")
    at = (one.at[0], after.at[1])
    counted = joins["counted"].match(text, after.at[1])
    behind = joins["behind"].match(text, after.at[1])
    starts = behind is not None and behind.lastgroup == "start"
    meant = joins["for"].fullmatch(between) or (starts and joins["for_a"].fullmatch(between))
    if meant and not (one.bare and after.bare) and not counted:
        return Span(at, end, doors=begin)
    if one.role == "other":
        return None
    ranged = joins["range"].fullmatch(between) or (
        joins["and"].fullmatch(between) and joins["between"].search(_line_before(text, one))
    )
    if not ranged or (
        one.bare
        and after.bare
        and one.half != "24"
        and joins["nth"].match(text[after.at[1] : after.at[1] + _BEFORE])
    ):
        return None
    return Span(at, begin, replace(end, role="end"))


def _is_hour(text: str, one: Hour, joins: dict[str, re.Pattern[str]]) -> bool:
    """Whether what may be an hour is one by itself: "at 7", not "at 7 Harrow Court"."""
    if not one.bare:
        return True
    if one.role in ("start", "end", "doors"):
        return not joins["counted"].match(text, one.at[1])
    if one.half == "24" and one.at[1] - one.at[0] == _FOUR_DIGITS:
        return True
    rest = text[one.at[1] : one.at[1] + _BEFORE]
    return bool(joins["at"].search(_line_before(text, one))) and not joins["not_alone"].match(rest)


def _is_besides(text: str, one: Hour, joins: dict[str, re.Pattern[str]]) -> bool:
    """Whether the words before an hour speak of something besides: "karaoke from 9"."""
    match = joins["besides"].search(_line_before(text, one))
    return one.role == "" and match is not None and not joins["event"].search(match["what"])


def _is_same(one: Hour, after: Hour | None) -> bool:
    """Whether what stands behind a stroke is the same hour in another language: "11yb / 11am"."""
    return after is not None and one.offset() == after.offset()


def _line_before(text: str, hour: Hour) -> str:
    line = text.rfind("\n", 0, hour.at[0]) + 1
    return text[max(line, hour.at[0] - _BEFORE) : hour.at[0]]


def _role(text: str, hour: Hour, joins: dict[str, re.Pattern[str]], taken: int) -> tuple[Hour, int]:
    """Give an hour the role that the word before it names, or else the one behind it.

    Args:
        text: plain.
        hour: without a role.
        joins: the patterns.
        taken: how far the words before it have given another hour its role.

    Returns:
        The hour, and how far words are taken now.
    """
    line = _line_before(text, hour)
    before = line[max(0, len(line) - (hour.at[0] - taken)) :]
    for role in ("doors", "start", "end", "other"):
        if joins[role].search(before) and not (role == "end" and joins["from"].search(before)):
            return replace(hour, role=role), taken
    match = joins["behind"].match(text, hour.at[1])
    if match is None or not match.lastgroup:
        return hour, taken
    return replace(hour, role=match.lastgroup), match.end()


@cache
def _parts(words: Vocabulary) -> re.Pattern[str]:
    get = words.pattern
    late = rf"(?P<pm>{get('time', 'afternoon')}|{get('time', 'evening')})"
    return re.compile(rf"(?<!\w)(?:(?P<am>{get('time', 'morning')})|{late})(?!\w)", re.IGNORECASE)


def part_of_day(text: str, words: Vocabulary) -> str:
    """Return `am` or `pm` where the text speaks of one part of the day only, else empty."""
    found = {match.lastgroup or "" for match in _parts(words).finditer(text)}
    return found.pop() if len(found) == 1 else ""
