"""Several days, in an answer about when it is.

"12-14 June", "Friday 7pm until Sunday 4pm", "29 December to 2 January". One moment is read by
`relay.time.when`. Words that are not understood are never passed over here either: where there are
any, nothing is read.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import Literal

from relay.meetings.meeting import Times
from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.moments import read_moment_in
from relay.meetings.reading.reading import Moment
from relay.meetings.reading.vocabulary import Vocabulary, vocabulary

_LONGEST = 200
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Several days.

    Attributes:
        start: local, naive.
        length: on the clocks.
        times: how much of the hours is known.
        rule: RFC 5545, where it has the same hours on each of the days.
    """

    start: datetime
    length: timedelta | None
    times: Times
    rule: str | None = None


def read_stretch(text: str, now: datetime) -> Stretch | Literal["past"] | None:
    """Read from which day to which it is.

    Args:
        text: without "all day" and "time tbc".
        now: local, naive.

    Returns:
        The days; or that they are over; or None where it is one day, or was not understood.
    """
    if len(text) > _LONGEST:
        return None
    words = vocabulary()
    moment = read_moment_in(text, now=now, words=words, base=None, labelled=())
    left = mask(text, *moment.used)
    if re.search(r"\w", _joins(words).sub(" ", left).replace(HIDDEN, " ")):
        return None
    if {ask.reason for ask in moment.asks} in ({"past"}, {"past", "time"}):
        return "past"
    return None if moment.asks else stretch_of(moment)


def stretch_of(moment: Moment) -> Stretch | None:
    """Return the days that a moment lasts; None where it is a single time."""
    start, end = moment.start, moment.end
    if start is None:
        return None
    if moment.all_day or moment.to_a_day:
        last = end or start
        length = datetime.combine(last.date(), time()) + _DAY - start
        return Stretch(start, length, Times.DAYS if moment.all_day else Times.TO_A_DAY, moment.rule)
    if moment.rule is not None or (end is not None and end - start >= _DAY):
        return Stretch(start, moment.length, Times.SET, moment.rule)
    return None


@cache
def _joins(words: Vocabulary) -> re.Pattern[str]:
    """Words between days and times that say nothing else."""
    named = (("date", "range"), ("date", "on"), ("date", "the"), ("time", "at"))
    joins = "|".join(words.pattern(*one) for one in named)
    return re.compile(rf"(?<!\w)(?:{joins})(?!\w)", re.IGNORECASE)
