"""The parts of a meeting that begin at times of their own: "10am registration, 10.30 plenary"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from relay.meetings.reading.clock import Hour, find_hours
from relay.meetings.reading.vocabulary import Vocabulary

FEWEST = 3
"""Parts of a programme: with two, it may be one event at two times."""

_HALF_DAY = timedelta(hours=12)
_NEAR = 20
"""Characters before a time that are looked at."""

_BEFORE = re.compile(r"(?:^|[\n,;|•]|[.:]\s)[\s*•·–-]*$")
_AFTER = re.compile(
    r"[ \t]*(?:[:–—-][ \t]*)?(?P<what>[^\W\d][^,;|\n]{1,78}?[\w)!?])(?=[ \t.]*(?:[,;|\n]|$))"
)


_UNTIL = re.compile(
    r"[ \t]*(?:[–—-]|to|till|until)[ \t]*"
    r"(?P<until>\d{1,2}(?:[:.]\d\d)?(?:[ \t]?(?:[ap]\.?m|noon)\b)?)(?!\w)",
    re.IGNORECASE,
)
"""When a part ends: kept in words, as the next part says so itself."""

_BETWEEN = " \t\n,;|.:•*·–—-"


@dataclass(frozen=True)
class Part:
    """A part of a programme.

    Attributes:
        begins: from midnight.
        what: what it is.
        at: where it stands with its time, half-open.
    """

    begins: timedelta
    what: str
    at: tuple[int, int]


def find_programme(text: str, words: Vocabulary) -> tuple[Part, ...]:
    """Return the parts of a programme, in order; none where there is no programme.

    Three times and more that follow each other, each with words after it, are the parts of one
    meeting; what has its words before the times is not.

    Args:
        text: plain, without links.
        words: the vocabulary.
    """
    runs: list[list[tuple[Hour, str, tuple[int, int]]]] = []
    for hour in find_hours(text, words):
        said = _AFTER.match(text, hour.at[1])
        if hour.bare or said is None or not _begins(text, hour.at[0]):
            continue
        if find_hours(said["what"], words):
            continue
        one = (hour, said["what"].strip(), (hour.at[0], said.end()))
        follows = runs and not text[runs[-1][-1][2][1] : hour.at[0]].strip(" \t\n,;|.•*·–-")
        if follows:
            runs[-1].append(one)
        else:
            runs.append([one])
    best = max(runs, key=len, default=[])
    return _in_order(best) if len(best) >= FEWEST else ()


def read_programme(text: str, words: Vocabulary) -> tuple[Part, ...]:
    """Return the parts of what is said to be a programme; none where not all of it can be read.

    Here one part is enough, a number alone at the beginning of a part is its time, and all that
    stands between two times belongs to the first.

    Args:
        text: plain.
        words: the vocabulary.
    """
    hours = [hour for hour in find_hours(text, words) if _begins(text, hour.at[0])]
    if not hours or text[: hours[0].at[0]].strip(_BETWEEN):
        return ()
    run: list[tuple[Hour, str, tuple[int, int]]] = []
    ends = [*(hour.at[0] for hour in hours[1:]), len(text)]
    for hour, end in zip(hours, ends, strict=True):
        said = text[hour.at[1] : end]
        until = _UNTIL.match(said)
        what = " ".join(said[until.end() if until else 0 :].split()).strip(_BETWEEN)
        if not what:
            return ()
        if until:
            what = f"{what} (until {until['until']})"
        run.append((hour, what, (hour.at[0], end)))
    return _in_order(run)


def _begins(text: str, at: int) -> bool:
    """Whether a part may begin here: in a line of its own, or after a comma or a sentence."""
    seen = text[max(at - _NEAR, 0) : at]
    return _BEFORE.search(seen if at <= _NEAR else f"x{seen}") is not None


def beginning(parts: Sequence[Part], words: Vocabulary) -> Part | None:
    """Return the part with which the meeting begins: the first that is no arrival.

    Args:
        parts: of the programme, in order.
        words: the vocabulary.
    """
    arrival = words.regex("time", "doors")
    return next((part for part in parts if not arrival.match(part.what)), None)


def _in_order(run: Sequence[tuple[Hour, str, tuple[int, int]]]) -> tuple[Part, ...]:
    """The parts with their halves of the day; none where that is open or they do not ascend."""
    parts: list[Part] = []
    for hour, what, at in run:
        begins = hour.offset()
        if not hour.half and parts:
            early = begins % _HALF_DAY
            later = [one for one in (early, early + _HALF_DAY) if one > parts[-1].begins]
            begins = min(later, default=begins)
        if (not parts and hour.needs_half) or (parts and begins <= parts[-1].begins):
            return ()
        parts.append(Part(begins, what[:1].upper() + what[1:], at))
    return tuple(parts)
