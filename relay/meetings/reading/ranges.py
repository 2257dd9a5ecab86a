"""From one day to another: "Fri 4 Dec 7pm - Sun 6 Dec 4pm", "Mon 30 Nov - Fri 4 Dec"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relay.meetings.reading.days import CODES, Day, following
from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.spans import Span
from relay.meetings.reading.vocabulary import Vocabulary

_BEFORE = 30
_LONGEST = 120
"""Characters between the two days."""

_AROUND_HOURS = (("time", "at"), ("time", "morning"), ("time", "afternoon"), ("time", "evening"))
"""What may stand with a day besides its hour: "Friday evening to Sunday"."""


@dataclass(frozen=True)
class DayRange:
    """Two days that are the first and the last of something.

    Attributes:
        day: the first, as written.
        first: which it is.
        last: the last one.
        early: the times of the first day.
        late: the times of the last day.
    """

    day: Day
    first: date
    last: date
    early: tuple[Span, ...]
    late: tuple[Span, ...]

    @property
    def same_hours(self) -> bool:
        """Whether the only times are a range behind the last day: the same on each day."""
        return not self.early and len(self.late) == 1 and self.late[0].end is not None


def with_ends(
    text: str, days: Sequence[Day], spans: Sequence[Span], words: Vocabulary
) -> list[Day]:
    """Take the day behind "until" or "to" for an end where it joins it to the day before.

    Else it is a deadline: "reply until Friday". A weekday alone is the first one after that day.
    """
    known: list[Day] = []
    for day in days:
        first = known[-1] if known else None
        if first is not None and first.role == "" and day.role in ("", "deadline"):
            between = _between(text, first, day, spans, words)
            joined = words.regex("time", "range").fullmatch(between)
            over = _overnight(text, first, day, spans, words) is not None
            if joined or over or _closes(between, words):
                day = _end_of(first, day)
        known.append(day)
    return known


def _closes(between: str, words: Vocabulary) -> bool:
    """Whether a part of a sentence says that what begins on the day before ends on the day.

    "Fri 22 Jan 6pm, closes 1pm Sun 24 Jan"; not "nominations close Fri 15 Jan".
    """
    clause = re.split(r"[,;.\n]", between)[-1].strip()
    bare = words.leading("date", "and").sub("", clause).strip()
    ending = words.leading("time", "end").match(bare)
    rest = "" if ending is None else words.regex("time", "to_hour").sub("", bare[ending.end() :])
    return ending is not None and not rest.strip()


def _end_of(first: Day, last: Day) -> Day:
    named = last.day or next(iter(last.choices), None)
    if last.exact or first.day is None or named is None:
        return replace(last, role="")
    day = following(first.day, named.weekday())
    return replace(last, role="", day=day, problem=None, choices=(), exact=True)


def _between(text: str, first: Day, last: Day, spans: Sequence[Span], words: Vocabulary) -> str:
    """What stands between two days besides times."""
    start, end = first.at[1], last.at[0]
    inner = [span.at for span in spans if start <= span.at[0] and span.at[1] <= end]
    bare = mask(text, *inner)[start:end].replace(HIDDEN, " ")
    for section, name in _AROUND_HOURS:
        bare = words.regex(section, name).sub(" ", bare)
    return bare.strip(" ,.:;|()\t\n")


def without_inner(
    text: str, days: Sequence[Day], spans: Sequence[Span], words: Vocabulary
) -> list[Day]:
    """Leave out the weekdays that speak of a day within a range: "11-13 June", "from Friday"."""
    exact = [day for day in days if day.exact]
    ranged = find_range(text, exact, spans, words)
    if ranged is None and len(exact) == 1 and exact[0].day and exact[0].last:
        ranged = DayRange(exact[0], exact[0].day, exact[0].last, (), ())
    if ranged is None:
        return list(days)
    length = min((ranged.last - ranged.first).days + 1, len(CODES))
    inner = {(ranged.first + timedelta(days=one)).weekday() for one in range(length)}
    return [day for day in days if day.exact or day.weekday not in inner]


def _is_behind_join(text: str, first: Day, last: Day, span: Span, words: Vocabulary) -> bool:
    """Whether a time stands right before the last day: "10am Sat 12 Dec to 4pm Sun 13 Dec"."""
    if not first.at[1] <= span.at[0] < span.at[1] <= last.at[0]:
        return False
    before = text[first.at[1] : span.at[0]]
    return words.ending("time", "range").search(before) is not None


def _overnight(
    text: str, first: Day, last: Day, spans: Sequence[Span], words: Vocabulary
) -> Span | None:
    """Return hours of which the second is of the last day: "Sat 9pm until 7am Sunday"."""
    inner = [span for span in spans if first.at[1] <= span.at[0] and span.at[1] <= last.at[0]]
    span = inner[0] if len(inner) == 1 else None
    if span is None or span.end is None or any(other.at[0] >= last.at[1] for other in spans):
        return None
    behind = text[span.at[1] : last.at[0]].strip(" ")
    if behind and not words.regex("date", "on").fullmatch(behind):
        return None
    early = span.end.half and span.end.offset() <= span.begin.offset()
    said = text[span.begin.at[1] : span.end.at[0]]
    return span if early or re.search(r"[^\W\d]{2}", said) else None


def find_range(
    text: str, days: Sequence[Day], spans: Sequence[Span], words: Vocabulary
) -> DayRange | None:
    """Return the range that two days are, None where they are two dates."""
    if len(days) != 2:
        return None
    first, last = days
    if first.day is None or last.day is None or last.day <= first.day:
        return None
    start, end = first.at[1], last.at[0]
    if not 0 <= end - start <= _LONGEST:
        return None
    if words.ending("date", "moved").search(text[max(0, first.at[0] - _BEFORE) : first.at[0]]):
        return None
    if (over := _overnight(text, first, last, spans, words)) is not None:
        until = replace(over, begin=over.end or over.begin, end=None)
        return DayRange(first, first.day, last.day, (replace(over, end=None),), (until,))
    bare = _between(text, first, last, spans, words)
    joined = words.regex("time", "range").fullmatch(bare)
    ends = words.ending("time", "end").search(text[start:end]) or _closes(bare, words)
    departs = words.regex("time", "departs").fullmatch(bare)
    if not (joined or ends or departs):
        return None
    late = [
        span
        for span in spans
        if span.at[0] >= last.at[1]
        or (span.begin.role == "end" and span.at[0] > first.at[0])
        or _is_behind_join(text, first, last, span, words)
    ]
    early = [span for span in spans if span not in late]
    return DayRange(first, first.day, last.day, tuple(early), tuple(late))
