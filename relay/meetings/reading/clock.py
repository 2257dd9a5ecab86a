"""Hours in a text: where they stand, and which halves of the day they may mean."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import islice

from relay.meetings.reading.vocabulary import Vocabulary

_COUNTED_IN_HOURS = 12
_MOST = 200
"""Numbers that are looked at; in a text with more hours it has to be asked which is meant."""

_BEFORE_WORD = 14
"""Characters before an hour in words that are looked at."""

_ROUND = ("00", "15", "30", "45")


@dataclass(frozen=True)
class Hour:
    """An hour that is written somewhere.

    Attributes:
        at: where, half-open.
        hour: as written, 0 to 24.
        minute: 0 to 59.
        half: `am`, `pm`, `24` where the form itself says which half, or empty where nothing does.
        bare: whether it is a number alone, which only its neighbours make an hour.
        role: `start`, `end`, `doors`, `other`, or empty.
    """

    at: tuple[int, int]
    hour: int
    minute: int
    half: str
    bare: bool = False
    role: str = ""

    @property
    def needs_half(self) -> bool:
        """Whether neither the form nor custom says which half of the day it is (7 and 8)."""
        return not self.half and self.hour in (7, 8)

    def offset(self, half: str = "") -> timedelta:
        """Return it from midnight.

        Without a mark it goes by custom: 1 to 8 in the afternoon and evening, 9 to 12 before and at
        noon.
        """
        use, hour = self.half or half, self.hour
        if use == "am" and hour <= _COUNTED_IN_HOURS:
            hour %= _COUNTED_IN_HOURS
        elif use == "pm" and hour <= _COUNTED_IN_HOURS:
            hour = hour % _COUNTED_IN_HOURS + _COUNTED_IN_HOURS
        elif not use and 1 <= hour <= 8:
            hour += _COUNTED_IN_HOURS
        return timedelta(hours=hour, minutes=self.minute)


@cache
def _pattern(words: Vocabulary) -> re.Pattern[str]:
    get = words.pattern
    number = words.any_of("numbers")
    half = rf"(?:{get('time', 'am')}|{get('time', 'pm')})(?!\w)"
    ish, nth, counted = get("time", "ish"), get("date", "nth"), get("time", "counted")
    side = rf"(?:\s(?P<side>{get('time', 'past')}|{get('time', 'to')}))?"
    return re.compile(
        rf"""
        (?<![\w/£€$.:+])(?:
            (?P<noon>{get("time", "noon")}) | (?P<midnight>{get("time", "midnight")})
          | {get("time", "minutes_lead")}(?P<mins>{words.any_of("minutes_aside")})
            (?:\s{get("time", "minutes")})?\s
            (?P<minside>{get("time", "past")}|{get("time", "to")})\s
            (?P<minhour>\d{{1,2}}|{number})(?![\w:.]\d)(?:\s?(?P<minhalf>{half}))?
          | (?P<way>{get("time", "half")}|{get("time", "quarter")}){side}[\s-]
            (?P<wayhour>\d{{1,2}}|{number})(?![\d:.])(?:\s?(?P<wayhalf>{half}))?
          | (?P<clockhour>\d{{1,2}}|{number})\s?{get("time", "oclock")}
            (?:\s?(?P<clockhalf>{half}))?
          | (?P<h>\d{{1,2}})\s?[h](?P<hm>[0-5]\d)?(?!\w)
          | (?P<hour>\d{{1,2}})(?:\s?(?P<sep>[:.·])(?P<minute>[0-5]\d))(?:\s?[:](?:[0-5]\d))?
            (?![\d%])(?!\.\d)(?:\s?(?:{ish}\s)?(?P<half>{half}))?
            (?:\s?(?P<hrs>{get("time", "hours")})\b)?
          | (?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?!\d)(?![/.]\d)(?!-\d(?!\d{{3}}(?!\d)))
            (?:\s?(?P<mhrs>{get("time", "hours")}|{half})\b)?
          | (?P<only>\d{{1,2}})(?:{ish})?\s?(?:{ish}\s?)?(?P<onlyhalf>{half})
          | (?P<word>{number})(?:[\s-](?P<wordminute>{words.any_of("minutes")}))?
            (?:\s?(?P<wordhalf>{half}))?(?!\w)
          | (?P<bare>\d{{1,2}})(?P<ish>{ish})?
            (?![\w/%£€]|[.:,]\d|\.\w|-(?:{counted}|\d{{3}})|{nth}\b)
        )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_hours(text: str, words: Vocabulary) -> list[Hour]:
    """Return everything that may be an hour, in order; numbers alone are among them, as `bare`."""
    found = (_hour(match, words) for match in _pattern(words).finditer(text))
    return list(islice((hour for hour in found if hour is not None), _MOST))


_Said = Mapping[str, str]


def _hour(match: re.Match[str], words: Vocabulary) -> Hour | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    read = next(one for name, one in _FORMS.items() if name in said)
    before = match.string[max(0, match.start() - _BEFORE_WORD) : match.start()]
    needs_lead = "word" in said and "wordhalf" not in said
    if needs_lead and not words.ending("time", "before_word").search(before):
        return None
    return read(match.span(), said, words)


def _half(said: _Said, name: str, words: Vocabulary) -> str:
    value = said.get(name, "").strip()
    return (words.which("time", value) or "") if value else ""


def _number(value: str, words: Vocabulary) -> int:
    return int(value) if value.isdecimal() else int(words.which("numbers", value.lower()) or 0)


def _noon(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    return Hour(at, 12, 0, "24")


def _midnight(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    return Hour(at, 0, 0, "24")


def _past_or_to(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    """Half seven, half past seven, quarter to eight."""
    hour, minute = _number(said["wayhour"], words), 30
    if words.which("time", said["way"].lower()) == "quarter":
        if "side" not in said:
            return None
        minute = 15
    if "side" in said and words.which("time", said["side"].lower()) == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return Hour(at, hour, minute, _half(said, "wayhalf", words)) if 1 <= hour <= 12 else None


def _aside(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    """Ten past six, twenty to eight, at five to seven."""
    hour = _number(said["minhour"], words)
    minute = int(words.which("minutes_aside", said["mins"].lower()) or 0)
    if words.which("time", said["minside"].lower()) == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return Hour(at, hour, minute, _half(said, "minhalf", words)) if 1 <= hour <= 12 else None


def _o_clock(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    hour = _number(said["clockhour"], words)
    return Hour(at, hour, 0, _half(said, "clockhalf", words)) if 1 <= hour <= 12 else None


def _with_h(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    hour = int(said["h"])
    return Hour(at, hour, int(said.get("hm", 0)), "24") if hour < 24 else None


def _with_minutes(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    hour, minute, mark = int(said["hour"]), int(said["minute"]), _half(said, "half", words)
    if hour > 24 or (hour > 12 and mark == "am"):
        return None
    zero = said["hour"].startswith("0") and said["sep"] == ":"
    if hour > 12 or (not mark and (zero or hour == 0 or "hrs" in said)):
        mark = "24"
    return Hour(at, hour, minute, mark)


def _four_digits(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    """1930, but not a year."""
    value, mark = said["military"], _half(said, "mhrs", words)
    if "mhrs" not in said and 1900 <= int(value) <= 2100 and value[2:] not in _ROUND:
        return None
    half = mark if mark in ("am", "pm") else "24"
    return Hour(at, int(value[:2]), int(value[2:]), half, bare="mhrs" not in said)


def _with_half(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    hour = int(said["only"])
    return Hour(at, hour, 0, _half(said, "onlyhalf", words)) if 0 < hour <= 12 else None


def _bare(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    hour = int(said["bare"])
    half = "24" if hour > 12 else ""
    return Hour(at, hour, 0, half, bare="ish" not in said) if 0 < hour <= 23 else None


def _in_words(at: tuple[int, int], said: _Said, words: Vocabulary) -> Hour | None:
    minute = int(words.which("minutes", said.get("wordminute", "").lower()) or 0)
    half = _half(said, "wordhalf", words)
    return Hour(at, _number(said["word"], words), minute, half, bare=not half)


_FORMS: Mapping[str, Callable[[tuple[int, int], _Said, Vocabulary], Hour | None]] = {
    "noon": _noon,
    "midnight": _midnight,
    "mins": _aside,
    "way": _past_or_to,
    "clockhour": _o_clock,
    "h": _with_h,
    "hour": _with_minutes,
    "military": _four_digits,
    "only": _with_half,
    "word": _in_words,
    "bare": _bare,
}
