"""Reading when somebody wants to be written to."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Annotated

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, ConfigDict

from relay.language.folding import folded
from relay.language.vocabulary import bare, clean

_CLOCK = re.compile(r"(?P<before>[^\W\d]*)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?P<half>.*)")
"""A time of day. In Arabic, "and" has no blank after it."""

_DASHES = re.compile("[-\u2010-\u2015]")
_LONGEST = 60
"""Characters of an answer that is looked at."""

_MOST_WORDS = 6
"""Of an answer that names times without two hours."""

_NOON = 12

_Words = Annotated[frozenset[Annotated[str, AfterValidator(folded)]], Len(min_length=1)]


class ContactWords(BaseModel):
    """What people of one locale answer when they are asked about being written to.

    Attributes:
        any_time: at any time.
        hours_only: between certain hours.
        never: not at all.
        notice: only that there is something.
        between: words that may stand around hours.
        times: words for a part of the day or the week, which name no hour.
        morning, afternoon: what is said after an hour of twelve.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    any_time: _Words
    hours_only: _Words
    never: _Words
    notice: _Words
    between: _Words
    times: _Words
    morning: _Words
    afternoon: _Words

    def choice(self, text: str | None) -> str | None:
        """Return what a message chooses: `any-time`, `hours`, `never` or `notice`; or None."""
        said = bare(text).strip("? ")
        choices = {
            "any-time": self.any_time,
            "hours": self.hours_only,
            "never": self.never,
            "notice": self.notice,
        }
        found = next((choice for choice, words in choices.items() if said in words), None)
        # "Mornings" and "after school" are hours, and which ones has to be asked.
        return "hours" if found is None and self.names_times(text) else found

    def names_times(self, text: str | None) -> bool:
        """Whether a whole message is made of words for a time, and nothing else."""
        said = bare(text).replace("?", " ").split()
        around = self.between | self.morning | self.afternoon
        whole = len(said) <= _MOST_WORDS and all(one in self.times or one in around for one in said)
        return whole and any(one in self.times for one in said)

    def may_be_hours(self, text: str | None) -> bool:
        """Whether a short message has numbers, and nothing but words for times beside them."""
        said = bare(text).replace("?", " ").split()
        silent = self.between | self.morning | self.afternoon | self.times
        numbers = [one for one in said if _CLOCK.fullmatch(one)]
        rest = [one for one in said if one not in silent and one not in numbers]
        return bool(numbers) and not rest and len(said) <= _MOST_WORDS

    def hours(self, text: str | None) -> tuple[time, time] | None:
        """Return the two times of day that a message names, and nothing else; or None.

        Without a word for the half of the day, `9 to 5` goes on to the afternoon.
        """
        said = folded(clean(text))
        if len(said) > _LONGEST:
            return None
        clocks: list[tuple[int, int, str]] = []
        # "Morning 9 to evening 5", as some languages have it: whoever begins so goes on so.
        ahead, leads = "", False
        for word in _DASHES.sub(" ", said).replace(",", " ").replace("،", " ").split():
            word = word.strip("?!;")
            found = _CLOCK.fullmatch(word)
            if found is not None and (not found["before"] or found["before"] in self.between):
                half = found["half"].rstrip(".")
                # "9h" as people of many languages write it: the word for the hour says nothing.
                half = "" if half in self.between else half
                half, ahead = half or ahead, ""
                clocks.append((int(found["hour"]), int(found["minute"] or 0), half))
            elif self._is_half(word) and not ahead and (leads or not clocks):
                ahead, leads = word, True
            elif clocks and not clocks[-1][2] and self._is_half(word.rstrip(".")):
                clocks[-1] = (*clocks[-1][:2], word.rstrip("."))
            elif word.rstrip(".") not in self.between:
                return None
        return self._read(clocks) if len(clocks) == 2 else None

    def _is_half(self, word: str) -> bool:
        return word in self.morning or word in self.afternoon

    def _read(self, clocks: Sequence[tuple[int, int, str]]) -> tuple[time, time] | None:
        (start, _, first), (end, _, second) = clocks
        if any(half and not self._is_half(half) for half in (first, second)):
            return None
        if second and not first and start < end and start < _NOON:
            first = second
        if first in self.afternoon and not second and start % _NOON < end <= _NOON:
            second = first
        if not first and not second and end <= start <= _NOON:
            second = next(iter(self.afternoon))
        try:
            return (
                time(self._hour(start, first), clocks[0][1]),
                time(self._hour(end, second), clocks[1][1]),
            )
        except ValueError:
            return None

    def _hour(self, hour: int, half: str) -> int:
        if not half:
            return 0 if hour == 2 * _NOON else hour
        if hour > _NOON:
            return hour
        return hour % _NOON + (_NOON if half in self.afternoon else 0)
