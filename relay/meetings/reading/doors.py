"""When people may come, in an answer about when it is: "Thursday 6.30 for 7", "7pm, doors 6.30"."""

from datetime import date, timedelta

from relay.meetings.reading.dates import find_days
from relay.meetings.reading.hours import HoursFinder
from relay.meetings.reading.links import mask
from relay.meetings.reading.sentences import Sentences
from relay.meetings.reading.spans import Span, find_spans
from relay.meetings.reading.vocabulary import vocabulary

_LONGEST = 200
_AROUND = " ,;(–—-"


def without_doors(text: str, today: date) -> tuple[str, timedelta | None]:
    """Split an answer about when it is from when the doors open.

    Args:
        text: what was typed; only a short one is looked at.
        today: on the branch's clocks.

    Returns:
        The text with nothing but the beginning, as it is read everywhere, and how long before that
        people may come: nothing for at the same time. The text as it was, and None, where it says
        nothing of doors.
    """
    words = vocabulary()
    if len(text) > _LONGEST:
        return text, None
    days = find_days(text, today, words)
    bare = mask(text, *(day.at for day in days))
    spans = find_spans(bare, words)
    hours = HoursFinder(bare, spans, Sentences(text, words), (), words).of(spans, None)
    if hours is None or hours.doors is None or hours.doors > hours.begin:
        return text, None
    for span in reversed(spans):
        if span.doors is not None:
            text = text[: span.at[0]] + _begin(text, span) + text[span.at[1] :]
        elif span.begin.role == "doors":
            before = words.ending("time", "doors").sub("", text[: span.at[0]].rstrip(_AROUND + ":"))
            text = before.rstrip(_AROUND) + text[span.at[1] :].lstrip(")")
    return text, hours.begin - hours.doors


def _begin(text: str, span: Span) -> str:
    """The hour it begins, as it is read also without a neighbour."""
    hour = span.begin
    return text[slice(*hour.at)] if hour.half else f"{hour.hour}:{hour.minute:02}"
