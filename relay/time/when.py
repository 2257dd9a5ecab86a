"""When a meeting is, in words: once or again and again, with or without an end.

Built on `relay.time.moments`, with what people say of meetings: "7-9pm", "half past seven", "first
Thursday of every month at 7". Words that are not understood are never passed over: where there are
any, nothing is read.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from relay.time.moments import DAYS, Problem, read_moment, time_of_day
from relay.time.patterns import Pattern, read_pattern
from relay.time.rules import BadRule, check_rule

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HOURS = {name: place for place, name in enumerate((*_NUMBERS, "eleven", "twelve"), start=1)}
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_HOURS)})"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_CLOCK = r"\d{1,2}(?:[:.][0-5]\d)?"
_HALF = r"[ap]\.?m\.?"
_RANGE = re.compile(
    rf"(?P<lead>\b(?:at|from|between) )?(?<![\d/.:-])(?P<begin>{_CLOCK})\s*(?P<half1>{_HALF})?"
    rf"\s*(?:-|–|—|to|until|till|and)\s*(?P<end>{_CLOCK})\s*(?P<half2>{_HALF})?"
    rf"(?![\w/:-]|\.\d| (?:of )?{_MONTH})"
)
_FOR = re.compile(
    rf"\bfor (?:about )?(?P<count>an|a|{_HOUR}|\d+(?:\.5)?|half an) "
    rf"(?P<unit>hours?|hrs?|minutes?|mins?)(?P<half> and a half)?\b"
)
_PAST = re.compile(rf"\b(?P<much>half|quarter)(?: (?P<way>past|to))? (?P<hour>{_HOUR})\b")
_OCLOCK = re.compile(rf"\b(?P<hour>{_HOUR}) o.?clock\b")
_AT = re.compile(rf"\bat (?P<hour>{_HOUR})(?![\w:./-]|\s*(?:{_HALF}|st|nd|rd|th)\b)")
_NOON = re.compile(r"(?:(?<![\d/.:-])12 )?\b(?:noon|midday)\b")
_PART = re.compile(r"\b(?:in the |this )?(?P<part>morning|afternoon|evening)\b")
_EARLY = re.compile(
    rf"(?<![\d/.:-])(?P<hour>[1-9])[:.](?P<minute>[0-5]\d)(?![\d:]|\.\d|\s*{_HALF}\b)"
)
_SHORT_DAY = re.compile(r"\b(?P<day>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b")
_NTH = re.compile(
    rf"(?:\bon )?\bthe (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?! (?:of )?{_MONTH})"
)
_MILITARY = re.compile(r"(?<![\d/.:-])(?P<hour>[01]\d|2[1-3])(?P<minute>[0-5]\d)(?![\d/.:-])")
_HOURS_MARK = re.compile(r"(?<![\d/.:-])(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)?\b")
_MONTH_FIRST = re.compile(r"(?<![\d/.-])\d{1,2}/(?:1[3-9]|[2-9]\d)(?![\d/.-])")
"""Month before day, as elsewhere; with the day first there is no such month."""

_LAST_AM = 8
"""A bare hour up to this one is taken as an evening's or afternoon's: branches meet after work."""

_MOST_SPELLED = 120


@dataclass(frozen=True)
class When:
    """When a meeting is.

    Attributes:
        start: of its first date, aware, UTC.
        rule: RFC 5545, or None for once.
        length: None where no end was named.
        guessed: whether nobody said if it is morning or evening, so that it has to be asked.
    """

    start: datetime
    rule: str | None = None
    length: timedelta | None = None
    guessed: bool = False


_MOST_HOURS = 366 * 24
"""Of a meeting; nothing but a slip is longer."""


@dataclass(frozen=True)
class _Clock:
    """What was said about the time of day; `words` is the rest, with a plain time put back."""

    words: str
    length: timedelta | None
    guessed: bool


def read_when(words: str, *, now: datetime, zone: ZoneInfo) -> When | Problem | None:
    """Read a moment or a recurrence.

    Args:
        words: all of what was said about when.
        now: aware.
        zone: the branch's time zone.

    Returns:
        When it is; or what is wrong with it; or None where it was not understood.
    """
    if len(words) > _MOST_SPELLED:
        return None
    spoken = re.sub(r"[,;]|\.(?=\s|$)", " ", words.casefold().replace("’", "'"))
    spoken = _plainly(_NOON.sub("12:00", re.sub(r"\s+", " ", spoken).strip(" .:")))
    if _MONTH_FIRST.search(spoken):
        return None
    clock = _clock(spoken)
    pattern = read_pattern(clock.words)
    if pattern is None:
        moment = read_moment(_with_month(clock.words, now, zone), now=now, zone=zone)
        if moment is None and (part := _PART.search(spoken)):
            # "tomorrow evening": a day without an hour.
            day = read_moment(_without(spoken, part), now=now, zone=zone)
            return None if isinstance(day, datetime) else day
        if not isinstance(moment, datetime):
            return moment
        return When(moment, None, clock.length, clock.guessed)
    return _recurring(pattern, clock, now, zone)


def _recurring(
    pattern: Pattern, clock: _Clock, now: datetime, zone: ZoneInfo
) -> When | Problem | None:
    time = time_of_day(pattern.rest)
    if time is None or not _is_only_time(pattern.rest):
        left = _PART.sub("", pattern.rest)
        return "no-time-of-day" if time is None and not re.search(r"\w{3}", left) else None
    begin = _date(pattern.begin, now, zone) if pattern.begin else now
    until = _date(pattern.until, begin or now, zone) if pattern.until else None
    if begin is None or (pattern.until and until is None):
        return None
    base = begin.astimezone(zone).replace(hour=time[0], minute=time[1], second=0, microsecond=0)
    rule = pattern.rule
    if until is not None:
        rule += f";UNTIL={until.astimezone(zone):%Y%m%d}"
    day = base.replace(tzinfo=None)
    # Nine years: a yearly 29 February is never further away than eight.
    end = (day + timedelta(days=9 * 366)).strftime("%Y%m%dT%H%M%S")
    for local in rrulestr(f"{pattern.rule};UNTIL={end}", dtstart=day):
        start = local.replace(tzinfo=zone).astimezone(UTC)
        if start <= now:
            continue
        if start.astimezone(zone).replace(tzinfo=None) != local:
            return "no-such-time"
        if pattern.count:
            rule += f";COUNT={pattern.count}"
        try:
            check_rule(rule, start, zone)
        except BadRule:
            return None
        return When(start, rule, clock.length, clock.guessed)
    return None


def _date(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment but one of a day in words."""
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    found = read_moment(f"{words} 00:01", now=midnight, zone=zone)
    return found if isinstance(found, datetime) else None


def _plainly(spoken: str) -> str:
    """Write short names of days, "19h" and "1930" as everything after this reads them."""
    spoken = _SHORT_DAY.sub(
        lambda match: next(day for day in DAYS if day.startswith(match["day"][:3])), spoken
    )
    spoken = re.sub(r"\bthis coming\b", "this", spoken)
    spoken = _HOURS_MARK.sub(lambda match: f"{match['hour']}:{match['minute'] or '00'}", spoken)
    if time_of_day(spoken) is None and len(_MILITARY.findall(spoken)) == 1:
        spoken = _MILITARY.sub(r"\g<hour>:\g<minute>", spoken)
    return spoken


def _with_month(spoken: str, now: datetime, zone: ZoneInfo) -> str:
    """Give "the 3rd" its month: the first to come, on the weekday that is named, if one is."""
    match = _NTH.search(spoken)
    if match is None:
        return spoken
    day = now.astimezone(zone).replace(hour=12)
    named = {place for place, name in enumerate(DAYS) if name in spoken}
    for _ in range(366):
        if day.day == int(match["day"]) and (not named or day.weekday() in named):
            return f"{_without(spoken, match)} {day:%d/%m/%Y}"
        day += timedelta(days=1)
    return spoken


def _is_only_time(rest: str) -> bool:
    bare = re.sub(
        rf"{_CLOCK}\s*(?:{_HALF})?|\b(?:noon|midnight|midday|at|from|on|the|in)\b", "", rest
    )
    return not bare.strip(" .")


def _clock(spoken: str) -> _Clock:
    """Take an end and a spelled hour out, and put a plain time in."""
    length = None
    if (match := _FOR.search(spoken)) and (length := _duration(match)):
        spoken = _without(spoken, match)
    part = _PART.search(spoken)
    half = "" if part is None else ("am" if part["part"] == "morning" else "pm")
    plain = spoken if part is None else _without(spoken, part)
    for match in _RANGE.finditer(plain):
        times = _range(match, half)
        if times is not None:
            begin, until, guessed = times
            length = (until - begin) % timedelta(days=1)
            return _Clock(_with_time(plain, match, begin), length, guessed)
    for pattern in (_PAST, _OCLOCK, _AT):
        if match := pattern.search(plain):
            hour, guessed = _spelled(match, half)
            if hour is not None:
                return _Clock(_with_time(plain, match, hour), length, guessed)
    named = time_of_day(plain)
    early = _EARLY.search(plain)
    if early and named == (int(early["hour"]), int(early["minute"])):
        time = _time(f"{early['hour']}:{early['minute']}", half)
        if time is not None:
            time = time if half else _likely(time)
            return _Clock(_with_time(plain, early, time), length, guessed=not half)
    return _Clock(plain if half and named else spoken, length, guessed=False)


def _range(match: re.Match[str], part: str) -> tuple[timedelta, timedelta, bool] | None:
    half1, half2 = (_half(match[name]) for name in ("half1", "half2"))
    clocks = any(":" in match[name] or "." in match[name] for name in ("begin", "end"))
    if not (half1 or half2 or clocks or match["lead"] or part):
        return None
    late = half2 or half1 or part
    end = _time(match["end"], late)
    begin = _time(match["begin"], half1 or late)
    if begin is None or end is None:
        return None
    if not half1 and late and begin >= end:
        # "11-1pm" begins in the other half of the day.
        begin = (begin + timedelta(hours=12)) % timedelta(days=1)
    if late:
        return begin, end, False
    if clocks:
        guessed = not match["begin"].startswith("0") and begin < timedelta(hours=_LAST_AM + 1)
        return (_likely(begin), _likely(end), True) if guessed else (begin, end, False)
    begin, end = _likely(begin), _likely(end)
    return begin, end, True


def _spelled(match: re.Match[str], half: str) -> tuple[timedelta | None, bool]:
    named = match["hour"]
    hour = _time(str(_HOURS.get(named, named)), half)
    if hour is None:
        return None, False
    guessed = not half and hour <= timedelta(hours=12)
    if not half:
        hour = _likely(hour)
    groups = match.groupdict()
    minutes = {"half": 30, "quarter": 15}.get(groups.get("much") or "", 0)
    to = groups.get("way") == "to"
    if groups.get("much") == "quarter" and not groups.get("way"):
        return None, False
    moved = hour - timedelta(minutes=minutes) if to else hour + timedelta(minutes=minutes)
    return moved % timedelta(days=1), guessed


def _time(clock: str, half: str) -> timedelta | None:
    hour, _, minute = clock.replace(".", ":").partition(":")
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None if half == "am" or hours > 23 else timedelta(hours=hours)
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours > 23:
        return None
    return timedelta(hours=hours, minutes=int(minute or 0))


def _likely(hour: timedelta) -> timedelta:
    early = timedelta(hours=1) <= hour < timedelta(hours=_LAST_AM + 1)
    return hour + timedelta(hours=12) if early else hour


def _half(written: str | None) -> str:
    return "" if written is None else written.replace(".", "")


def _duration(match: re.Match[str]) -> timedelta | None:
    """How long something lasts; None for what no meeting does, however many digits it has."""
    count, unit = match["count"], match["unit"]
    amount = {"a": 1.0, "an": 1.0, "half an": 0.5}.get(count) or float(
        _HOURS.get(count, 0) or count
    )
    if match["half"]:
        amount += 0.5
    hours = amount if unit.startswith("h") else amount / 60
    return timedelta(hours=hours) if hours <= _MOST_HOURS else None


def _with_time(spoken: str, match: re.Match[str], time: timedelta) -> str:
    minutes = time // timedelta(minutes=1)
    plain = f" {minutes // 60:02}:{minutes % 60:02} "
    return " ".join((spoken[: match.start()] + plain + spoken[match.end() :]).split())


def _without(spoken: str, match: re.Match[str]) -> str:
    return " ".join((spoken[: match.start()] + " " + spoken[match.end() :]).split())
