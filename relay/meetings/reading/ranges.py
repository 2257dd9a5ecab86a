"""From one day to another: "Fri 4 Dec 7pm - Sun 6 Dec 4pm", "Mon 30 Nov - Fri 4 Dec"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from relay.meetings.reading.days import Day
from relay.meetings.reading.links import mask
from relay.meetings.reading.spans import Span
from relay.meetings.reading.vocabulary import Vocabulary

_LONGEST = 120
"""Characters between the two days."""


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
    inner = [span.at for span in spans if start <= span.at[0] and span.at[1] <= end]
    bare = mask(text, *inner)[start:end].replace("\ufdd3", " ")
    joined = words.regex("time", "range").fullmatch(bare.strip(" ,.:;|\t\n"))
    if not joined and not words.ending("time", "end").search(text[start:end]):
        return None
    early = [span for span in spans if span.at[0] < end and span.begin.role != "end"]
    late = [
        span
        for span in spans
        if span.at[0] >= last.at[1] or (span.begin.role == "end" and span.at[0] > first.at[0])
    ]
    return DayRange(first, first.day, last.day, tuple(early), tuple(late))
