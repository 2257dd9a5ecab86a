"""When people may come, in an answer about when it is: "Thursday 6.30 for 7", "7pm, doors 6.30"."""

from datetime import date, timedelta

from relay.meetings.reading.dates import find_days
from relay.meetings.reading.hours import Hours, HoursFinder, as_time
from relay.meetings.reading.masks import mask
from relay.meetings.reading.sentences import Sentences
from relay.meetings.reading.spans import Span, find_spans
from relay.meetings.reading.vocabulary import Vocabulary, vocabulary

_LONGEST = 200
_AROUND = " ,;(–—-"


def without_doors(text: str, today: date) -> tuple[str, timedelta | None]:
    """Split an answer about when it is from when the doors open.

    Args:
        text: what was typed; only a short one is looked at.
        today: on the branch's clocks.

    Returns:
        The text with nothing but the beginning, as it is read everywhere, and how long before that
        people may come: nothing for at the same time, None where it says nothing of doors.
    """
    words = vocabulary()
    if len(text) > _LONGEST:
        return text, None
    days = find_days(text, today, words)
    bare = mask(text, *(day.at for day in days))
    spans = find_spans(bare, words)
    hours = HoursFinder(bare, spans, Sentences(text, words), (), words).of(spans, None)
    if hours is None or (hours.doors or hours.begin) > hours.begin:
        return text, None
    for span in reversed(spans):
        before, behind = _without_role(text, span, words)
        if span.doors is not None or span.begin.role == "start":
            between = text[span.begin.at[1] : span.at[1]]
            begin = f"{_begin(text, span, hours)}{between}"
            text = f"{before.rstrip(_AROUND)} {begin}{behind}".strip()
        elif span.begin.role == "doors" and hours.doors is not None:
            text = before.rstrip(_AROUND) + behind.lstrip(")")
    return text, None if hours.doors is None else hours.begin - hours.doors


def _without_role(text: str, span: Span, words: Vocabulary) -> tuple[str, str]:
    """What stands before and behind an hour, without the word that gives it its role."""
    before, behind, role = text[: span.at[0]], text[span.at[1] :], span.begin.role
    if role not in ("doors", "start"):
        return before.rstrip(" "), behind
    named = words.ending("time", role).sub("", before.rstrip(_AROUND + ":"))
    if named != before.rstrip(_AROUND + ":"):
        return named, behind
    return before.rstrip(" "), words.leading("time", f"{role}_behind").sub("", behind, count=1)


def _begin(text: str, span: Span, hours: Hours) -> str:
    """The hour it begins, as it is read also without a neighbour."""
    hour = span.begin
    if hour.half or hour.role == "end":
        return text[slice(*hour.at)]
    alone = not any(one.isdigit() for one in text[span.at[1] :])
    if hours.doors is not None and alone and "am-pm" not in hours.asks:
        return f"{as_time(hours.begin):%H:%M}"
    return f"{hour.hour}:{hour.minute:02}"
