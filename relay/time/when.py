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

from relay.language.vocabulary import Vocabulary
from relay.time.moments import Problem, day_number, read_moment, time_of_day
from relay.time.patterns import Pattern, read_pattern
from relay.time.rules import BadRule, check_rule

_MILITARY = re.compile(r"(?<![\d/.:-])(?P<hour>[01]\d|2[1-3])(?P<minute>[0-5]\d)(?![\d/.:-])")
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


_HALF_DAY = timedelta(hours=12)
_MOST_HOURS = 366 * 24
"""Of a meeting; nothing but a slip is longer."""


@dataclass(frozen=True)
class _Clock:
    """What was said about the time of day; `words` is the rest, with a plain time put back."""

    words: str
    length: timedelta | None
    guessed: bool


def read_when(
    words: str, *, now: datetime, zone: ZoneInfo, known: Vocabulary
) -> When | Problem | None:
    """Read a moment or a recurrence.

    Args:
        words: all of what was said about when.
        now: aware.
        zone: the branch's time zone.
        known: the words of moments.

    Returns:
        When it is; or what is wrong with it; or None where it was not understood.
    """
    return None if len(words) > _MOST_SPELLED else _Reader(now, zone, known).read(words)


@dataclass(frozen=True)
class _Reader:
    now: datetime
    zone: ZoneInfo
    known: Vocabulary

    def read(self, words: str) -> When | Problem | None:
        spoken = re.sub(r"[,;]|\.(?=\s|$)", " ", words.casefold().replace("’", "'"))
        spoken = re.sub(r"\s+", " ", spoken).strip(" .:")
        spoken = self._plainly(self.known.phrase("noon").sub("12:00", spoken))
        if _MONTH_FIRST.search(spoken):
            return None
        clock = self._clock(spoken)
        pattern = read_pattern(clock.words, self.known)
        if pattern is not None:
            return self._recurring(pattern, clock)
        moment = self._moment(self._with_month(clock.words))
        if moment is None and (part := self.known.phrase("part_of_day").search(spoken)):
            # "tomorrow evening": a day without an hour.
            day = self._moment(_without(spoken, part))
            return None if isinstance(day, datetime) else day
        if not isinstance(moment, datetime):
            return moment
        return When(moment, None, clock.length, clock.guessed)

    def _moment(self, words: str, now: datetime | None = None) -> datetime | Problem | None:
        return read_moment(words, now=now or self.now, zone=self.zone, known=self.known)

    def _recurring(self, pattern: Pattern, clock: _Clock) -> When | Problem | None:
        time, zone, now = time_of_day(pattern.rest, self.known), self.zone, self.now
        if time is None or not self._is_only_time(pattern.rest):
            left = self.known.phrase("part_of_day").sub("", pattern.rest)
            return "no-time-of-day" if time is None and not re.search(r"\w{3}", left) else None
        begin = self._date(pattern.begin, now) if pattern.begin else now
        until = self._date(pattern.until, begin or now) if pattern.until else None
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

    def _date(self, words: str, now: datetime) -> datetime | None:
        """The first moment but one of a day in words."""
        midnight = now.astimezone(self.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        found = self._moment(f"{words} 00:01", midnight)
        return found if isinstance(found, datetime) else None

    def _plainly(self, spoken: str) -> str:
        """Write short names of days, "19h" and "1930" as everything after this reads them."""
        known, days = self.known, self.known.lists["days"]
        spoken = known.phrase("short_day").sub(
            lambda match: days[day_number(match["day"], known)], spoken
        )
        spoken = known.phrase("this_coming").sub(r"\g<this>", spoken)
        spoken = known.phrase("hours_mark").sub(
            lambda match: f"{match['hour']}:{match['minute'] or '00'}", spoken
        )
        if time_of_day(spoken, known) is None and len(_MILITARY.findall(spoken)) == 1:
            spoken = _MILITARY.sub(r"\g<hour>:\g<minute>", spoken)
        return spoken

    def _with_month(self, spoken: str) -> str:
        """Give "the 3rd" its month: the first to come, on the weekday that is named, if one is."""
        match = self.known.phrase("day_alone").search(spoken)
        if match is None:
            return spoken
        day = self.now.astimezone(self.zone).replace(hour=12)
        days = enumerate(self.known.lists["days"])
        named = {place for place, name in days if name in spoken}
        for _ in range(366):
            if day.day == int(match["day"]) and (not named or day.weekday() in named):
                return f"{_without(spoken, match)} {day:%d/%m/%Y}"
            day += timedelta(days=1)
        return spoken

    def _is_only_time(self, rest: str) -> bool:
        return not self.known.phrase("around_time").sub("", rest).strip(" .")

    def _clock(self, spoken: str) -> _Clock:
        """Take an end and a spelled hour out, and put a plain time in."""
        known, length = self.known, None
        match = known.phrase("lasts").search(spoken)
        if match and (length := self._duration(match)):
            spoken = _without(spoken, match)
        part = known.phrase("part_of_day").search(spoken)
        half = "" if part is None else ("am" if part["morning"] else "pm")
        plain = spoken if part is None else _without(spoken, part)
        for match in known.phrase("hours").finditer(plain):
            times = self._range(match, half)
            if times is not None:
                begin, until, guessed = times
                length = (until - begin) % timedelta(days=1)
                return _Clock(_with_time(plain, match, begin), length, guessed)
        for name in ("half_past", "o_clock", "at_hour"):
            if match := known.phrase(name).search(plain):
                hour, guessed = self._spelled(match, half)
                if hour is not None:
                    return _Clock(_with_time(plain, match, hour), length, guessed)
        named = time_of_day(plain, known)
        early = known.phrase("early_hour").search(plain)
        if early and named == (int(early["hour"]), int(early["minute"])):
            time = _time(f"{early['hour']}:{early['minute']}", half)
            if time is not None:
                time = time if half else _likely(time)
                return _Clock(_with_time(plain, early, time), length, guessed=not half)
        return _Clock(plain if half and named else spoken, length, guessed=False)

    def _range(self, match: re.Match[str], part: str) -> tuple[timedelta, timedelta, bool] | None:
        half1, half2 = (self._half(match[name]) for name in ("half1", "half2"))
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
            if guessed:
                return _likely(begin), _likely(end), True
            if end <= begin < end + _HALF_DAY and not match["end"].startswith("0"):
                # "12.30-1.30" is over in the afternoon, not in the night.
                end += _HALF_DAY
            return begin, end, False
        begin, end = _likely(begin), _likely(end)
        return begin, end, True

    def _spelled(self, match: re.Match[str], half: str) -> tuple[timedelta | None, bool]:
        groups = match.groupdict()
        hour = _time(str(int(self.known.number(match["hour"]))), half)
        if hour is None:
            return None, False
        guessed = not half and hour <= timedelta(hours=12)
        if not half:
            hour = _likely(hour)
        quarter = groups.get("quarter")
        if quarter and not (groups["past"] or groups["to"]):
            return None, False
        minutes = (15 if quarter else 30) if "quarter" in groups else 0
        moved = timedelta(minutes=-minutes if groups.get("to") else minutes)
        return (hour + moved) % timedelta(days=1), guessed

    def _half(self, written: str | None) -> str:
        if written is None:
            return ""
        return "pm" if self.known.phrase("is_afternoon").match(written) else "am"

    def _duration(self, match: re.Match[str]) -> timedelta | None:
        """How long something lasts; None for what no meeting does, however many digits it has."""
        amount = self.known.number(match["count"]) + (0.5 if match["half"] else 0)
        hours = amount if match["hours"] else amount / 60
        return timedelta(hours=hours) if hours <= _MOST_HOURS else None


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


def _with_time(spoken: str, match: re.Match[str], time: timedelta) -> str:
    minutes = time // timedelta(minutes=1)
    plain = f" {minutes // 60:02}:{minutes % 60:02} "
    return " ".join((spoken[: match.start()] + plain + spoken[match.end() :]).split())


def _without(spoken: str, match: re.Match[str]) -> str:
    return " ".join((spoken[: match.start()] + " " + spoken[match.end() :]).split())
