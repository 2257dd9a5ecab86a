"""Days in a text: where they stand, and what is written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from relay.meetings.reading.beside import with_weekday
from relay.meetings.reading.days import (
    CODES,
    WEEK,
    Day,
    dated,
    day_of,
    following,
    next_weekday,
    nth_weekday,
    numbered,
    on_weekday,
    until_weekday,
    week_after,
    written_year,
)
from relay.meetings.reading.roles import off_behind, reason_beside, roles_of
from relay.meetings.reading.vocabulary import Vocabulary

_BEFORE = 70
"""Characters in which the words that give a day its role are looked for."""

_MONTHS = 12
_MOST = 60
"""Days that are read; in a text with more it has to be asked anyway which is meant."""


@cache
def _pattern(words: Vocabulary) -> re.Pattern[str]:
    get = words.pattern
    weekday = rf"(?:{words.any_of('days_by_name')}|{words.any_of('days')}(?:(?<=[nesudtri])\.)?)"
    month, ordinal = words.any_of("months"), words.any_of("ordinals")
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    mark = get("date", "nth")
    nth = rf"(?:{number}\s?{mark}?|{words.any_of('day_words')})"
    of, on, a = get("date", "of"), get("date", "on"), get("date", "a")
    the = rf"(?:{get('date', 'the')}\s)"
    today, tonight = get("date", "today"), get("date", "tonight")
    tomorrow, week = get("date", "tomorrow"), get("date", "week")
    fortnight = get("date", "fortnight")
    no_hour = rf"(?![:.]\d|\s?(?:{get('time', 'am')}|{get('time', 'pm')}|{get('time', 'noon')}"
    no_hour += rf"|{get('time', 'midnight')}|{get('time', 'oclock')})(?!\w)|\d)"
    gap = r"(?:'s)?[\s,(|•·:–—-]{1,4}"
    dated = rf"{gap}{the}?{nth}(?:\s(?:{of}\s)?{the}?{month}|/\d|\s?{mark})"
    range_ = rf"\s?{get('date', 'range')}\s?"

    def year(n: int) -> str:
        return rf"(?:(?:,?\s(?P<year{n}>20\d\d)(?![:.]\d)|\s'(?P<short{n}>\d\d)\b))?"

    return re.compile(
        rf"""
        (?<![\w/£€$.-])(?:
            (?:(?P<wi>{weekday}){gap})?(?P<iso>20\d\d-\d\d?-\d\d?)(?=T\d|\b)
          | (?:(?P<wr>{weekday})(?:{range_}(?P<wr2>{weekday}))?{gap}{the}?)?
              (?P<r1>{number})(?:/(?P<rm>\d\d?))?\s?[–—-]\s?
              (?:(?P<wr3>{weekday}){gap})?(?P<r2>{number})
              (?:/(?P<rm2>\d\d?)(?:/(?P<ry>(?:20)?\d\d))?|\.(?P<rm3>\d\d?)\.(?P<ry3>20\d\d))
              (?![\d/%]|\.\d|[:]\d)
          | (?:(?P<wd>{weekday})(?:{range_}(?P<wde>{weekday}))?{gap}{the}?)?{the}?
              (?P<d>{nth})(?:{range_}(?:(?P<wd2>{weekday}){gap})?(?P<d2>{nth}))?
              (?:\s(?:{get("date", "day")}\s)?(?:{of}\s)?{the}?|[-]|\s?,\s?)
              (?P<m>{month})\b\.?{year(1)}
          | (?P<misspelt>(?:{weekday}{gap})?{the}?{nth}\s(?:{of}\s)?{get("misspelt", "month")})
          | (?:(?P<wm>{weekday})(?:{range_}(?P<wme>{weekday}))?{gap})?
              (?P<mf>{month})\b\.?\s{the}?(?P<md>{nth}){no_hour}
              (?:{range_}(?P<md2>{nth}){no_hour})?{year(2)}
          | (?:(?P<ws>{weekday}){gap})?(?P<sd>{number})\s?(?P<ss>/
              |\.(?=\s?\d\d?\.\d\d)|-(?=\d\d?-20\d\d\b))
              \s?(?P<sm>\d\d?)
              (?:(?P=ss)(?P<sy>(?:20)?\d\d))?(?![\d/%]|\.\d|[:]\d)
          | (?P<nth>{ordinal})\s(?P<nd>{weekday})\s{of}\s(?P<nm>{month})\b{year(3)}
          | (?P<inn>{get("date", "in")}\s(?P<n>\w+)\s(?:(?P<weeks>{week})|{get("date", "day")})
              s?(?:'s?)?(?:\s{get("date", "from_now")})?)(?:{gap}(?:{on}\s)?(?P<ind>{weekday}))?
          | (?<!{words.tables["date"]["next"]}\s)
              (?:(?:{a}|(?P<longn>{words.any_of("numbers")}|\d\d?))\s)?(?P<long>{week}s?|{fortnight})\s(?:{on}\s)?
              (?P<from>{today}|{tonight}|{tomorrow}|{weekday}(?!{dated}))
          | (?:{a}|{words.any_of("numbers")}|\d\d?)\s{get("repeat", "month")}s?\s(?:{on}\s)?
              (?P<bymonth>{today}|{tonight}|{tomorrow}|{weekday}(?!{dated}))
          | (?P<dw>{weekday}|{today}|{tomorrow})\s(?P<later>{week}|{fortnight})(?!\w)
          | (?P<afternext>{weekday})\s(?:{get("date", "after_next")}
              |(?P<single>{get("date", "next")})(?=\s?(?:[,.;:)\n–-]|$)))
          | (?P<named>{words.any_of("named_days")})
          | (?P<movable>{words.any_of("movable_days")})(?:\s(?P<movyear>20\d\d))?
          | (?P<after>{get("date", "day_after_tomorrow")})
          | (?P<rel>{today}|{tonight}|{tomorrow})(?:'s)?
          | (?:(?P<which>{get("date", "this")}|{get("date", "next")})\s)?(?P<wonly>{weekday})
              (?:{gap}{the}?(?P<wnth>{number})\s?{mark}|{gap}{the}(?P<wnth2>{words.any_of("day_words")})
              (?=\s?(?:[,.;:)\n–-]|$)|\s{get("time", "at")}))?
          | (?:{on}\s)?{the}(?P<onlynth>{number})\s?{mark}
              (?!\s(?:{of}\s)?(?:{month}|{get("repeat", "every")}|{the})\b)
        )(?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_days(text: str, today: date, words: Vocabulary, base: date | None = None) -> list[Day]:
    """Return the days that a text names, in order.

    Args:
        text: plain.
        today: the day on which it is read; days without a year are the next ones from it.
        words: the vocabulary.
        base: from which "today" and "tomorrow" count, where a forwarded message is of another day.
    """
    found: list[Day] = []
    roles, off = roles_of(words), off_behind(words)
    for match in _pattern(words).finditer(text):
        day = _Written(match, today, base or today, words).day()
        if day is None:
            continue
        line = text.rfind("\n", 0, day.at[0]) + 1
        before = text[max(line, day.at[0] - _BEFORE) : day.at[0]]
        role = next((name for name, one in roles.items() if one.search(before)), "")
        behind = "" if day.exact else text[day.at[1] : day.at[1] + _BEFORE]
        if reason := reason_beside(before, behind, words):
            day = Day(day.at, None, problem=reason, exact=day.exact)
        if off.match(text, day.at[1]):
            role = "negated"
        day = replace(day, role=role or day.role)
        if found and (whole := with_weekday(text, found[-1], day, words)):
            found[-1] = whole
            continue
        found.append(day)
        if len(found) == _MOST:
            break
    return found


@dataclass(frozen=True)
class _Written:
    """One match of the pattern, by the form in which the day is written."""

    match: re.Match[str]
    today: date
    base: date
    words: Vocabulary

    def day(self) -> Day | None:
        said = {name: value for name, value in self.match.groupdict().items() if value}
        read = next(one for name, one in _FORMS.items() if name in said)
        return read(self, self.match.span(), said)

    def _iso(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        year, month, number = (int(one) for one in said["iso"].split("-"))
        return dated(at, number, month, year, self._weekday(said.get("wi")), self.today)

    def _range(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """`12-13/12`, `30/1-1/2`, `12-13.12.2026`."""
        month = int(said.get("rm2") or said["rm3"])
        early = int(said.get("rm") or month)
        year = said.get("ry") or said.get("ry3")
        if not 1 <= month <= _MONTHS or not 1 <= early <= _MONTHS:
            return Day(at, None, problem="date")
        full = None if year is None else int(year) % 100 + 2000
        begins = None if full is None else full - (early > month)
        weekday = self._weekday(said.get("wr"))
        first = dated(at, int(said["r1"]), early, begins, weekday, self.today)
        if first.day is None:
            return first
        last = day_of(first.day.year + (early > month), month, int(said["r2"]))
        if last is None or last <= first.day:
            return Day(at, None, problem="date")
        return until_weekday(
            replace(first, last=last), self._weekday(said.get("wr2") or said.get("wr3"))
        )

    def _day_first(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        numbers = (said["d"], said.get("d2"))
        day = self._with_month(at, said, numbers, said["m"], said.get("wd"), written_year(said, 1))
        return until_weekday(day, self._weekday(said.get("wde")))

    def _month_first(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        numbers = (said["md"], said.get("md2"))
        day = self._with_month(at, said, numbers, said["mf"], said.get("wm"), written_year(said, 2))
        return until_weekday(day, self._weekday(said.get("wme")))

    def _with_month(
        self,
        at: tuple[int, int],
        said: Mapping[str, str],
        numbers: tuple[str, str | None],
        name: str,
        weekday: str | None,
        year: int | None,
    ) -> Day:
        first, second = numbers
        written = [self._number(one) for one in numbers if one]
        month = int(self.words.which("months", name.lower().rstrip(".")) or 0)
        if len(written) > 1 and written[0] >= written[1] and "wde" not in said:
            # No range: the first number is something else, such as the hour before.
            written, weekday = written[1:], said.get("wd2")
            at = (at[0] + self.match.group().rindex(weekday or second or first), at[1])
        number = written[-1] if weekday is None else written[0]
        day = dated(at, number, month, year, self._weekday(weekday), self.today)
        if len(written) == 1 or day.day is None:
            return day
        begin, end = (day_of(day.day.year, month, one) for one in written)
        if begin is None or end is None:
            return Day(at, None, problem="date")
        return replace(day, day=begin, last=end)

    def _number(self, written: str) -> int:
        digits = re.sub(r"\D", "", written)
        return int(digits or self.words.which("day_words", written.lower()) or 0)

    def _digits(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """Day before month, always; "7.30" is an hour and no day."""
        number, month, year = int(said["sd"]), int(said["sm"]), said.get("sy")
        if month > _MONTHS:
            return Day(at, None, problem="date")
        full = None if year is None else int(year) % 100 + 2000
        return dated(at, number, month, full, self._weekday(said.get("ws")), self.today)

    def _nth(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        nth = int(self.words.which("ordinals", said["nth"].lower()) or 0)
        weekday = self._weekday(said["nd"])
        month = int(self.words.which("months", said["nm"].lower()) or 0)
        if not nth or weekday is None:
            return None
        return nth_weekday(at, nth, weekday, month, written_year(said, 3), self.today)

    def _in(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """In two weeks; in a week's time on Monday."""
        name = said["n"].lower()
        one = self.words.regex("date", "a").fullmatch(name) is not None
        count = int(name) if re.fullmatch(r"[0-9]{1,2}", name) else self._count(name) or one
        if not count:
            return None
        day = self.base + timedelta(days=count * (7 if "weeks" in said else 1))
        weekday = self._weekday(said.get("ind"))
        if weekday is not None:
            day += timedelta(days=weekday - day.weekday())
        return Day(at, day, exact=False)

    def _later(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """A week on Monday, tomorrow fortnight."""
        unit, name = said.get("long") or said["later"], said.get("from") or said["dw"]
        weeks = 2 if self.words.which("date", unit.lower().rstrip("s")) == "fortnight" else 1
        if number := said.get("longn"):
            weeks *= int(number) if number.isdecimal() else self._count(number)
        start, weekday = self._relative(name), self._weekday(name)
        if start is None:
            if weekday is None:
                return None
            start = following(self.base, weekday)
        evening = self._is("tonight", name)
        return Day(at, start + weeks * WEEK, exact=False, evening=evening)

    def _open(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """A month today, of which it is open how people count; a number with nearly a month."""
        return Day(at, None, problem="date", exact="misspelt" in said)

    def _after_next(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        weekday = self._weekday(said["afternext"])
        if weekday is None:
            return None
        day = next_weekday(at, weekday, self.today)
        return day if "single" in said else week_after(day)

    def _count(self, name: str) -> int:
        return int(self.words.which("numbers", name.lower()) or 0)

    def _named(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        name = self.words.which("named_days", said["named"].lower()) or "01-01"
        month, number = (int(one) for one in name.split("-"))
        day = replace(dated(at, number, month, None, None, self.today), by_name=True)
        event = self.words.regex("places", "event").match(self.match.string, at[1] + 1)
        # "May Day march": the name of a march that may have a day of its own beside it.
        return day if event is None else replace(day, role="name")

    def _movable(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        """Counted from Easter."""
        plus = timedelta(days=int(self.words.which("movable_days", said["movable"].lower()) or 0))
        written = said.get("movyear")
        years = (int(written),) if written else (self.today.year, self.today.year + 1)
        days = [easter(year) + plus for year in years]
        coming = next((day for day in days if day >= self.today), None)
        return Day(at, coming, problem=None if coming else "past")

    def _after_tomorrow(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        return Day(at, self.base + timedelta(days=2), exact=False)

    def _by_today(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        evening = self._is("tonight", said["rel"])
        return Day(at, self._relative(said["rel"]), exact=False, evening=evening)

    def _number_alone(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        return numbered(at, int(said["onlynth"]), None, self.today)

    def _by_weekday(self, at: tuple[int, int], said: Mapping[str, str]) -> Day | None:
        weekday = self._weekday(said["wonly"])
        if weekday is None:
            return None
        if number := said.get("wnth") or said.get("wnth2"):
            return numbered(at, self._number(number), weekday, self.today)
        if self._is("next", said.get("which", "")):
            return next_weekday(at, weekday, self.today)
        before = self.match.string[max(0, at[0] - _BEFORE) : at[0]]
        if self.words.ending("date", "holiday").search(before):
            return Day(at, None, problem="date", exact=False)
        return replace(on_weekday(at, weekday, self.today), weekday=weekday)

    def _relative(self, word: str) -> date | None:
        for name, plus in (("today", 0), ("tonight", 0), ("tomorrow", 1)):
            if self._is(name, word):
                return self.base + timedelta(days=plus)
        return None

    def _is(self, name: str, word: str) -> bool:
        return self.words.regex("date", name).fullmatch(word) is not None

    def _weekday(self, word: str | None) -> int | None:
        plain = (word or "").lower().strip(" .")
        code = self.words.which("days_by_name", plain) or self.words.which("days", plain)
        return None if code is None else CODES.index(code)


_FORMS: Mapping[str, Callable[[_Written, tuple[int, int], Mapping[str, str]], Day | None]] = {
    "iso": _Written._iso,
    "r1": _Written._range,
    "m": _Written._day_first,
    "mf": _Written._month_first,
    "misspelt": _Written._open,
    "sd": _Written._digits,
    "nth": _Written._nth,
    "inn": _Written._in,
    "long": _Written._later,
    "later": _Written._later,
    "bymonth": _Written._open,
    "afternext": _Written._after_next,
    "named": _Written._named,
    "movable": _Written._movable,
    "after": _Written._after_tomorrow,
    "rel": _Written._by_today,
    "onlynth": _Written._number_alone,
    "wonly": _Written._by_weekday,
}
