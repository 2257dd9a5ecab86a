"""The hours of one occasion: the times nearest to its day, and which half of the day they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from functools import cache

from relay.meetings.reading.clock import Hour
from relay.meetings.reading.days import Day
from relay.meetings.reading.reading import Reason
from relay.meetings.reading.sentences import Sentences
from relay.meetings.reading.spans import Span, part_of_day
from relay.meetings.reading.vocabulary import Vocabulary

_DAY = timedelta(days=1)
_NOON = timedelta(hours=12)
_ASIDE = ("deadline", "behind", "told", "negated", "next-but-one")
_BEFORE = 60
"""Characters in which the words that lead to an hour are looked for."""

_NIGHT = timedelta(hours=6)
"""Until when an end belongs to the evening before."""


@dataclass(frozen=True)
class Hours:
    """The hours of one occasion, from midnight of its day.

    Attributes:
        begin: when it starts.
        end: when it ends, or None.
        doors: when people may come before it starts, or None.
        asks: what is open about them.
        picked: where they stand.
    """

    begin: timedelta
    end: timedelta | None
    doors: timedelta | None
    asks: tuple[Reason, ...] = ()
    picked: tuple[tuple[int, int], ...] = ()


@cache
def _itself(words: Vocabulary) -> re.Pattern[str]:
    """A sentence that says when the meeting itself starts: "It starts at"."""
    time = words.tables["time"]
    return re.compile(
        rf"(?:^|[.!?,;\n]\W*)(?:{time['itself']})(?:\s(?:{time['itself_does']}))*\s"
        rf"(?:{time['start']})(?:\s(?:{time['to_hour']}))*\W*$",
        re.IGNORECASE,
    )


class HoursFinder:
    """Chooses among the times of a text.

    Args:
        text: plain, with what is not about the meeting masked.
        spans: the times of the text.
        sentences: of the text.
        labelled: the parts that a label says are about when, half-open.
        words: the vocabulary.
        days: all days of the text.
    """

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        sentences: Sentences,
        labelled: Sequence[tuple[int, int]],
        words: Vocabulary,
        days: Sequence[Day] = (),
    ) -> None:
        self._text, self._spans = text, spans
        self._itself = _itself(words)
        self._sentences, self._labelled, self._days = sentences, labelled, days
        self._part = part_of_day(text, words)
        hours = (hour for span in spans for hour in (span.begin, span.end, span.doors))
        marks = {hour.half for hour in hours if hour and hour.half in ("am", "pm")}
        self._context = marks.pop() if len(marks) == 1 else self._part
        """What the message says of its half of the day elsewhere."""
        evening = words.regex("time", "evening").search(text) is not None
        self._is_evening = evening and self._part == "pm"
        self._is_morning = words.regex("time", "in_the_morning").search(text) is not None

    def of(self, spans: Sequence[Span], day: Day | None) -> Hours | None:
        """Return the hours among some times, None where there are none.

        Args:
            spans: those that may be meant.
            day: of the occasion, where it is known.
        """
        chosen = self._chosen(spans, day)
        doors = [span for span in chosen if span.begin.role == "doors"]
        ends = [span for span in chosen if span.begin.role == "end"]
        begins = (
            [span for span in chosen if span.begin.role == "start"]
            or [span for span in chosen if span.begin.role == ""]
            or doors
        )
        if not begins:
            return None
        main, asks = begins[0], list[Reason]()
        evening = bool(day and day.evening)
        begin = self.offset(main.begin, main, evening=evening)
        if len({self.offset(span.begin, span) for span in begins}) > 1:
            asks.append("which-event")
        if main.either or self._starts_twice(main, begin):
            asks.append("time")
        first = main.doors or (doors[0].begin if doors and doors[0] is not main else None)
        if first is not None and _is_afternoon(first) and main.begin.needs_half:
            # Half past six is in the afternoon, and so is seven, for which the doors open then.
            begin, evening = self.offset(main.begin, main, evening=True), True
        if main.begin.needs_half and not self._half_of(main) and not evening:
            asks.append("am-pm")
        last = main.end or (ends[0].begin if ends else None)
        end = None if last is None else _end(begin, last)
        if last is not None and end is None:
            asks.append("end-before-start")
        door = None if first is None else _before(begin, first)
        door = None if door is not None and door > begin else door
        picked = tuple(span.at for span in (main, *ends, *doors))
        return Hours(begin, end, door, tuple(asks), picked)

    def _starts_twice(self, main: Span, begin: timedelta) -> bool:
        """Whether another sentence says of the meeting itself that it starts at another hour."""
        return any(
            self.offset(span.begin, span) != begin
            for span in self._spans
            if span.begin.role == "start"
            and not self._sentences.together(span.at, main.at)
            and self._itself.search(self._text[max(0, span.at[0] - _BEFORE) : span.at[0]])
        )

    def _chosen(self, spans: Sequence[Span], day: Day | None) -> Sequence[Span]:
        if day is None:
            return spans
        same = [one for one in self._days if one.day == day.day is not None] or [day]
        said = {self._sentences.number(one.at) for one in same}
        near = [
            span
            for span in spans
            if self._sentences.number(span.at) in said
            or any(start <= span.at[0] < end for start, end in self._labelled)
        ]
        aside = self._asides()
        others = [
            span
            for span in spans
            if span not in near and self._sentences.number(span.at) not in aside
        ]
        if not any(span.begin.role in ("", "start") for span in near):
            return [span for span in spans if span in near or span in others]
        return near + [span for span in others if span.begin.role in ("end", "doors")]

    def _asides(self) -> set[int]:
        """The sentences whose days are deadlines, minutes and the like, and no others."""
        numbers = [(self._sentences.number(day.at), day.role in _ASIDE) for day in self._days]
        return {one for one, aside in numbers if aside} - {
            one for one, aside in numbers if not aside
        }

    def offset(self, hour: Hour, span: Span | None = None, *, evening: bool = False) -> timedelta:
        """Return an hour from midnight, by its own mark, its message's or by custom.

        Args:
            hour: as written.
            span: the range it begins, whose end may say which half of the day it is.
            evening: whether the words for its day say that it is the evening.
        """
        half = hour.half or (self._half_of(span) if span is not None else "")
        if not half and evening:
            half = "pm"
        if not half and hour.needs_half:
            half = self._context or "pm"
        if not half and self._is_evening and 9 <= hour.hour <= 11:
            half = "pm"
        if not half and 1 <= hour.hour <= 6 and self._is_morning:
            half = "am"
        return hour.offset(half)

    def _half_of(self, span: Span) -> str:
        """Which half of the day a range begins in, by its own end or by its message."""
        begin, end = span.begin, span.end
        if begin.half:
            return begin.half
        if end is not None and end.half and begin.hour <= 12:
            close = end.offset()
            halves = ("pm", "am") if close >= _NOON else ("am",)
            fitting = [half for half in halves if begin.offset(half) < close]
            return fitting[0] if fitting else "pm" if close < _NIGHT else ""
        return self._context if begin.needs_half else ""


def _end(begin: timedelta, hour: Hour) -> timedelta | None:
    """The end after a beginning, perhaps in the night after; None where it is before."""
    if hour.half:
        end = hour.offset()
        if end > begin:
            return end
        return end + _DAY if end <= _NIGHT and begin >= _NOON else None
    readings = (timedelta(hours=hour.hour % 12 + plus, minutes=hour.minute) for plus in (0, 12, 24))
    later = next((end for end in readings if end > begin), None)
    return None if later is not None and later > _DAY + _NIGHT else later


def _is_afternoon(hour: Hour) -> bool:
    """Whether an hour is one of the afternoon by custom."""
    return not hour.half and 1 <= hour.hour <= 6


def _before(begin: timedelta, hour: Hour) -> timedelta | None:
    if hour.half:
        return hour.offset()
    readings = (timedelta(hours=hour.hour % 12 + plus, minutes=hour.minute) for plus in (12, 0))
    return next((door for door in readings if door <= begin), None)


def as_time(offset: timedelta) -> time:
    """Return an offset from midnight as a time of day."""
    minutes = int(offset / timedelta(minutes=1)) % (24 * 60)
    return time(minutes // 60, minutes % 60)
