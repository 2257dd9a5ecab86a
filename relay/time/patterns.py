"""Again and again, in words: "first Thursday of every month", "every other Tuesday"."""

import re
from dataclasses import dataclass

from relay.language.vocabulary import Vocabulary
from relay.time.moments import day_number

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week as rules name them (RFC 5545, 3.3.10)."""


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


def read_pattern(spoken: str, known: Vocabulary) -> Pattern | None:
    """Find a recurrence, or return None.

    Args:
        spoken: in lower case, single spaces.
        known: the words of moments.
    """
    for form in known.forms("recurrence", after="before_recurrence"):
        match = form.search(spoken)
        rule = None if match is None else _rule(match.groupdict(), known)
        if match is not None and rule is not None:
            break
    else:
        return None
    before, after = spoken[: match.start()], spoken[match.end() :]
    rest = " ".join(f"{before} {after}".split())
    count = None
    if times := known.phrase("times").search(rest):
        count = int(known.number(times["count"]))
        rest = _cut(rest, times)
    # The time of day may stand behind a date: "until 30 June at 7pm".
    a_time = known.phrase("a_time")
    time = " ".join(one.group() for one in a_time.finditer(rest))
    bare = " ".join(known.phrase("at").sub(" ", a_time.sub(" ", rest)).split())
    until = begin = ""
    if ends := known.phrase("until_day").search(bare):
        until, bare = ends["words"], _cut(bare, ends)
    if begins := known.phrase("from_day").search(bare):
        begin, bare = begins["words"], _cut(bare, begins)
    return Pattern(rule, f"{bare} {time}".strip(), begin, until, count)


def _rule(found: dict[str, str | None], known: Vocabulary) -> str | None:
    step = int(known.number(found.get("step") or "1"))
    interval = f";INTERVAL={step}" if step > 1 else ""
    if places := found.get("places"):
        day = DAY_CODES[day_number(found["day"] or "", known)]
        nths = known.phrase("place").findall(places)
        days = ",".join(f"{int(known.number(one))}{day}" for one in nths)
        return f"FREQ=MONTHLY{interval};BYDAY={days}"
    if found.get("number"):
        number = int(found["number"] or 0)
        return f"FREQ=MONTHLY{interval};BYMONTHDAY={number}" if 1 <= number <= 31 else None
    if found.get("end"):
        return f"FREQ=MONTHLY{interval};BYMONTHDAY=-1"
    if name := found.get("month"):
        months = enumerate(known.lists["months"], start=1)
        month = next(place for place, one in months if one.startswith(name[:3]))
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={int(found['date'] or 0)}"
    if found.get("working"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if found.get("daily"):
        return "FREQ=DAILY"
    if found.get("fortnightly"):
        interval = ";INTERVAL=2"
    named = known.phrase("a_repeated_day").findall(found.get("days") or "")
    numbers = sorted({day_number(day, known) for day in named})
    return f"FREQ=WEEKLY{interval};BYDAY={','.join(DAY_CODES[one] for one in numbers)}"


def _cut(text: str, match: re.Match[str]) -> str:
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())
