"""Again and again, in words: "first Thursday of every month", "every other Tuesday"."""

import re
from dataclasses import dataclass

from relay.time.moments import DAYS, MONTHS

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week as rules name them (RFC 5545, 3.3.10)."""

_DAY = "(?:" + "|".join(f"{day}s?|{day[:4]}s?|{day[:3]}s?" for day in DAYS) + ")"
_DAYS_LIST = rf"{_DAY}(?:(?: and| &| or)? {_DAY})*"
_PLACES = {
    **dict.fromkeys(("first", "1st"), 1),
    **dict.fromkeys(("second", "2nd"), 2),
    **dict.fromkeys(("third", "3rd"), 3),
    **dict.fromkeys(("fourth", "4th"), 4),
    **dict.fromkeys(("last", "final"), -1),
}
_PLACE = f"(?:{'|'.join(_PLACES)})"
_STEPS = {
    **dict.fromkeys(("other", "second", "2nd", "two", "2"), 2),
    **dict.fromkeys(("third", "3rd", "three", "3"), 3),
    **dict.fromkeys(("fourth", "4th", "four", "4"), 4),
    **dict.fromkeys(("six", "6"), 6),
}
_STEP = f"(?:{'|'.join(_STEPS)})"
_MONTH = "(?:" + "|".join(f"{month}|{month[:3]}" for month in MONTHS) + "|sept)"
_EVERY = r"(?:every|each)"
_DATE = rf"(?P<date>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})"
_MONTHLY = rf"(?:(?:of|in) )?(?:{_EVERY}|the|a) (?:(?P<step>{_STEP}) )?months?"
_NTH = rf"(?P<places>{_PLACE}(?:(?: and| &)? {_PLACE})*) (?P<day>{_DAY})"
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)"

_FORMS = tuple(
    re.compile(rf"(?:\bon )?(?:\bthe )?\b(?:{form})(?!\w)")
    for form in (
        rf"(?:{_EVERY} )?{_NTH} {_MONTHLY}",
        rf"(?:monthly|{_EVERY} (?:(?P<step>{_STEP}) )?months?) (?:on )?(?:the )?{_NTH}",
        rf"{_NTH} monthly",
        rf"(?P<places>{_PLACE}(?:(?: and| &)? {_PLACE})*) (?P<day>(?:{'|'.join(DAYS)})s)",
        rf"{_NUMBER} {_MONTHLY}",
        rf"(?:monthly|{_EVERY} (?:(?P<step>{_STEP}) )?months?) (?:on )?(?:the )?{_NUMBER}",
        rf"(?P<end>last day) {_MONTHLY}",
        rf"(?:{_EVERY}|yearly on|annually on)(?: year on)? (?:the )?{_DATE}",
        rf"{_EVERY} (?:(?P<step>{_STEP}) )?(?P<days>{_DAYS_LIST})",
        rf"{_EVERY} (?:(?P<step>{_STEP}) )?weeks? on (?P<days>{_DAYS_LIST})",
        rf"(?P<beat>weekly|fortnightly|every fortnight) (?:on )?(?P<days>{_DAYS_LIST})",
        rf"(?P<days>{_DAYS_LIST}) (?P<beat>weekly|fortnightly|every fortnight|every week)",
        rf"(?P<working>{_EVERY} weekday|on weekdays)",
        rf"(?P<daily>{_EVERY} day|daily)",
        rf"(?P<days>(?:{'|'.join(f'{day}s' for day in DAYS)})(?: and {_DAY})*)",
    )
)
_UNTIL = re.compile(r"\b(?:until|till|up to|ending)(?: on)? (?P<words>.+)$")
_FROM = re.compile(r"\b(?:starting|beginning|from|as of|first on)(?: on| from)? (?P<words>.+)$")
_TIMES = re.compile(r"\b(?P<count>\d{1,3}|two|three|four|five|six|ten) times\b")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_A_TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?|\bat noon\b")


@dataclass(frozen=True)
class Pattern:
    """A recurrence in words.

    Attributes:
        rule: RFC 5545, without an end.
        rest: what else was said: the time of day, and words that were not understood.
        begin: words for the day it begins on or after, or empty.
        until: words for the day it ends on, or empty.
        count: how many dates there are, or None.
    """

    rule: str
    rest: str
    begin: str = ""
    until: str = ""
    count: int | None = None


def read_pattern(spoken: str) -> Pattern | None:
    """Find a recurrence, or return None.

    Args:
        spoken: in lower case, single spaces.
    """
    for form in _FORMS:
        match = form.search(spoken)
        rule = None if match is None else _rule(match.groupdict())
        if match is not None and rule is not None:
            break
    else:
        return None
    before, after = spoken[: match.start()], spoken[match.end() :]
    rest = " ".join(f"{before} {after}".split())
    count = None
    if times := _TIMES.search(rest):
        count = _COUNTS.get(times["count"]) or int(times["count"])
        rest = _cut(rest, times)
    # The time of day may stand behind a date: "until 30 June at 7pm".
    time = " ".join(one.group() for one in _A_TIME.finditer(rest))
    bare = " ".join(re.sub(r"\bat(?=\s|$)", " ", _A_TIME.sub(" ", rest)).split())
    until = begin = ""
    if ends := _UNTIL.search(bare):
        until, bare = ends["words"], _cut(bare, ends)
    if begins := _FROM.search(bare):
        begin, bare = begins["words"], _cut(bare, begins)
    return Pattern(rule, f"{bare} {time}".strip(), begin, until, count)


def _rule(found: dict[str, str | None]) -> str | None:
    step = _STEPS.get(found.get("step") or "", 1)
    interval = f";INTERVAL={step}" if step > 1 else ""
    if found.get("places"):
        day = _code(found["day"] or "")
        places = [_PLACES[one] for one in re.findall(_PLACE, found["places"] or "")]
        return f"FREQ=MONTHLY{interval};BYDAY=" + ",".join(f"{one}{day}" for one in places)
    if found.get("number"):
        number = int(found["number"] or 0)
        return f"FREQ=MONTHLY{interval};BYMONTHDAY={number}" if 1 <= number <= 31 else None
    if found.get("end"):
        return f"FREQ=MONTHLY{interval};BYMONTHDAY=-1"
    if found.get("month"):
        name = (found["month"] or "")[:3]
        month = next(place for place, one in enumerate(MONTHS, 1) if one.startswith(name))
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={int(found['date'] or 0)}"
    if found.get("working"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if found.get("daily"):
        return "FREQ=DAILY"
    if "fortnight" in (found.get("beat") or ""):
        interval = ";INTERVAL=2"
    days = re.findall(_DAY, found.get("days") or "")
    codes = sorted({_code(day) for day in days}, key=DAY_CODES.index)
    return f"FREQ=WEEKLY{interval};BYDAY={','.join(codes)}"


def _code(day: str) -> str:
    return next(code for name, code in zip(DAYS, DAY_CODES, strict=True) if name[:3] == day[:3])


def _cut(text: str, match: re.Match[str]) -> str:
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())
