"""A weekday that stands behind its day: "the 9th (Weds)", "10 December, Thursday"."""

import re
from dataclasses import replace

from relay.meetings.reading.days import Day
from relay.meetings.reading.vocabulary import Vocabulary

_BESIDE = re.compile(r"\s?[(,]\s?|\s")


def with_weekday(text: str, day: Day, weekday: Day, words: Vocabulary) -> Day | None:
    """Return a day with the weekday behind it; None where that is another thing.

    Args:
        text: plain.
        day: the earlier one.
        weekday: what follows it.
        words: the vocabulary.

    Returns:
        The day, or one that is open because the two contradict each other.
    """
    between, said = text[day.at[1] : weekday.at[0]], text[slice(*day.at)]
    if weekday.weekday is None or not day.exact or not _BESIDE.fullmatch(between):
        return None
    if day.day is None or day.last is not None or words.anywhere("days").search(said):
        return None
    at = (day.at[0], weekday.at[1])
    if day.day.weekday() == weekday.weekday:
        return replace(day, at=at)
    choices = tuple(sorted({day.day, *(() if weekday.day is None else (weekday.day,))}))
    return replace(day, at=at, day=None, problem="weekday-mismatch", choices=choices)
