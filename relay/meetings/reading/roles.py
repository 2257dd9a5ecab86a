"""The words beside a day that say what it is: a deadline, minutes, or what it is not."""

import re
from functools import cache

from relay.meetings.reading.masks import HIDDEN
from relay.meetings.reading.reading import Reason
from relay.meetings.reading.vocabulary import Vocabulary


@cache
def roles_of(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    """Return what stands before a day of each role, the first that fits first."""
    get = words.pattern
    clock = rf"\d[\d:.]*\s?(?:{get('time', 'am')}|{get('time', 'pm')})?"
    between = rf"(?:{words.any_of('days')}|{clock}|{get('date', 'between')})"
    lead = rf"(?:[\s:(]+{between}\.?)*[\s:,(]*$"
    will = rf"(?: {get('date', 'will_be')}|:| -)*"
    leads = {
        "vague": get("date", "vague"),
        "negated": get("date", "not"),
        "next-but-one": rf"{get('date', 'next_but_one')}{will}",
        "behind": get("date", "behind"),
        "deadline": rf"{get('date', 'deadline')}(?:\s\w+){{0,2}}",
    }
    roles = {
        role: re.compile(rf"(?<!\w){words_}{lead}", re.IGNORECASE) for role, words_ in leads.items()
    }
    # "Place tbc Weds" is told on Wednesday, "time tbc, Weds" is on Wednesday.
    told = rf"(?<!\w){get('time', 'tbc')} (?:{get('date', 'on')} )?$"
    return {**roles, "told": re.compile(told, re.IGNORECASE)}


@cache
def off_behind(words: Vocabulary) -> re.Pattern[str]:
    """Behind a day that it is not: "tomorrow's off"."""
    return re.compile(rf"\s?{words.pattern('date', 'off')}(?!\w)", re.IGNORECASE)


@cache
def _many(words: Vocabulary) -> re.Pattern[str]:
    number = rf"(?:[12]\d|3[01]|[1-9]){words.pattern('date', 'nth')}?,\s?"
    return re.compile(rf"(?:(?<![\w.:£,]){number}|{HIDDEN}:?\s)(?:{number})+$", re.IGNORECASE)


@cache
def _holiday(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\s{words.pattern('date', 'beside_holiday')}(?!\w)", re.IGNORECASE)


def reason_beside(before: str, behind: str, words: Vocabulary) -> Reason | None:
    """Return why a day is open by the words beside it, None where it is not.

    Other days may stand before it ("7, 14, 21 January"), or a holiday behind a weekday ("the Monday
    before Christmas").

    Args:
        before: what stands before it in its line, in which "Thursdays" is masked.
        behind: what stands behind a weekday without a date.
        words: the vocabulary.
    """
    if _many(words).search(before):
        return "which-event"
    return "date" if _holiday(words).match(behind) else None
