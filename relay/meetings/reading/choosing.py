"""Which of the days a text names are the meeting's, and which are spoken of for another reason."""

from collections.abc import Sequence

from relay.meetings.reading.days import Day
from relay.meetings.reading.sentences import Sentences
from relay.meetings.reading.spans import Span

_OVER = ("past", "year")


def days_meant(
    days: Sequence[Day],
    spans: Sequence[Span],
    sentences: Sentences,
    labelled: Sequence[tuple[int, int]],
) -> list[Day]:
    """Return the days on which it may be: without deadlines, minutes, and what is over.

    Args:
        days: all that a text names.
        spans: its times.
        sentences: of the text.
        labelled: the parts that a label says are about when, half-open.
    """

    def near_hour(day: Day) -> bool:
        hours = (span.at for span in spans if span.begin.role != "other")
        return any(sentences.together(day.at, at) for at in hours)

    def is_aside(day: Day, timed: Sequence[Day]) -> bool:
        """Whether it stands in another sentence than those with an hour: "Tips, Christmas Eve"."""
        return not near_hour(day) and not any(sentences.together(day.at, one.at) for one in timed)

    roles = ("", "next-but-one", "name")
    groups = ([day for day in days if day.role == role] for role in roles)
    known = [group for group in groups if group]
    meant = known[0] if known else []
    if len(known) > 1 and all(day.problem in _OVER for day in meant):
        # Minutes: what they are of is over, and the meeting that they announce has an hour.
        coming = [day for day in known[1] if day.day is not None and near_hour(day)]
        meant = coming or meant
    if not meant:
        only = days[0] if len(days) == 1 and days[0].role == "deadline" else None
        starts = any(span.begin.role == "start" and span.end is None for span in spans)
        if only is not None and only.exact and starts and near_hour(only):
            # "Starting 10am and going on until about 3.30 Sat 5 December".
            return [only]
        return [day for day in days if day.role == "behind" and day.problem][:1]
    in_label = [day for day in meant if any(start <= day.at[0] < end for start, end in labelled)]
    if any(day.day is not None for day in meant):
        # What is over is spoken of, not invited to.
        meant = [day for day in meant if day.problem not in _OVER or day in in_label]
    timed = [
        day
        for day in meant
        if day.exact and day.day is not None and (near_hour(day) or day in in_label)
    ]
    if timed:
        dates = {day.day for day in timed}
        meant = [
            day
            for day in meant
            if day.exact or day.day in dates or (near_hour(day) and day.problem != "date")
        ]
        meant = [
            day
            for day in meant
            if day.problem != "date" or day.exact or not dates & set(day.choices)
        ]
        meant = [day for day in meant if not (day.by_name and is_aside(day, timed))]
    return _each_once(meant)


def _each_once(days: Sequence[Day]) -> list[Day]:
    sure = {day.day for day in days if day.day is not None}
    known: list[Day] = []
    for day in days:
        if day.day is None:
            if not sure & set(day.choices):
                known.append(day)
        elif day.day not in {one.day for one in known}:
            known.append(day)
    return known
