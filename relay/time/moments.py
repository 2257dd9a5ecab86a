"""Understanding one moment in words: "tomorrow 9am", "27/11 19:00", "Thursday week at noon".

Always day before month, always in the branch's time zone. What people say of moments besides is in
`relay.time.when`, which everything reads with that people type.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from relay.language.vocabulary import Vocabulary

Problem = Literal["past", "no-such-time", "no-time-of-day"]

_DOTTED_TIME = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d:]|\.\d)")


def read_moment(
    words: str, *, now: datetime, zone: ZoneInfo, known: Vocabulary
) -> datetime | Problem | None:
    """Read words that are a moment as a whole and nothing else.

    Args:
        words: such as `Thursday week 7pm` or `27/11 19:00`.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.
        known: the words of moments.

    Returns:
        The moment, aware, UTC; or what is wrong with it; or None where it is no moment.
    """
    if not words.strip() or not all(is_moment_word(word, known) for word in words.split()):
        return None
    moment = _parse(words, now, zone, known)
    if moment is None:
        return "no-time-of-day" if time_of_day(words.casefold(), known) is None else None
    return _problem(moment, now) or moment.astimezone(UTC)


def is_moment_word(word: str, known: Vocabulary) -> bool:
    """Whether a word can belong to a moment: a day, a month, a number, or what links them."""
    bare = word.casefold().strip(".,;:")
    lists = (known.lists[name] for name in ("days", "months", "links", "moments"))
    return (
        any(bare in words for words in lists)
        or any(bare == name[:3] for name in (*known.lists["days"], *known.lists["months"]))
        or known.phrase("moment_number").fullmatch(bare) is not None
    )


def _parse(words: str, now: datetime, zone: ZoneInfo, known: Vocabulary) -> datetime | None:
    spoken = words.casefold().strip(" .,;:")
    for word, pattern in known.synonyms.items():
        spoken = re.sub(pattern, word, spoken)
    if known.phrase("hours_from_now").fullmatch(spoken):
        # Counted in UTC, so that an hour is an hour also where the clocks change.
        moment = _ask_dateparser(spoken, now.astimezone(UTC).replace(tzinfo=None), known)
        return None if moment is None else moment.replace(tzinfo=UTC).astimezone(zone)
    local = now.astimezone(zone)
    spoken = known.phrase("week_after").sub(lambda one: _week_after(one, local, known), spoken)
    wanted = time_of_day(spoken, known)
    if wanted is None or _lacks_day_of_month(spoken, known):
        return None
    dotless = _DOTTED_TIME.sub(r"\g<hour>:\g<minute>", spoken)
    moment = _ask_dateparser(dotless, local.replace(tzinfo=None), known)
    # dateparser leaves out what it does not understand, and a post at another hour or on another
    # day than was typed is worse than a question.
    if moment is None or (moment.hour, moment.minute) != wanted:
        return None
    days = known.lists["days"]
    if not {day[:3] for day in days if _names(spoken, day)} <= {days[moment.weekday()][:3]}:
        return None
    return moment.replace(tzinfo=zone)


def _ask_dateparser(spoken: str, base: datetime, known: Vocabulary) -> datetime | None:
    # Loaded at first use: it holds megabytes of language data that most days never need.
    import dateparser

    parsed = dateparser.parse(
        spoken,
        languages=[known.language],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if parsed is None else parsed.replace(second=0, microsecond=0)


def _week_after(match: re.Match[str], now: datetime, known: Vocabulary) -> str:
    """The date of "Thursday week": seven days after the coming Thursday, today included."""
    name = match["day"] or match["daily"]
    weeks = 2 if match["two"] or match["twice"] else 1
    weekday = day_number(name, known)
    ahead = (weekday - now.weekday()) % 7 + 7 * weeks
    return f"{now + timedelta(days=ahead):%Y-%m-%d}"


def day_number(name: str, known: Vocabulary) -> int:
    """Return which day of the week begins like a word; Monday is 0."""
    days = enumerate(known.lists["days"])
    return next(place for place, day in days if day.startswith(name[:3]))


def time_of_day(spoken: str, known: Vocabulary) -> tuple[int, int] | None:
    """The one hour and minute that are named, or None where there is none, or more than one.

    Args:
        spoken: in lower case.
        known: the words of moments.
    """
    clear = list(known.phrase("clear_time").finditer(spoken))
    found = clear or list(_DOTTED_TIME.finditer(spoken))
    if len(found) != 1:
        return None
    parts = found[0].groupdict()
    if parts.get("noon") or parts.get("midnight"):
        return (12, 0) if parts["noon"] else (0, 0)
    if parts.get("hour24"):
        return int(parts["hour24"]), int(parts["minute24"])
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if not clear:
        return hour, minute
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if parts["pm"] else 0), minute


def _lacks_day_of_month(spoken: str, known: Vocabulary) -> bool:
    dayless = _DOTTED_TIME.sub("", known.phrase("clear_time").sub("", spoken))
    named = any(_names(spoken, month) for month in known.lists["months"])
    return named and re.search(r"\d", dayless) is None


def _names(spoken: str, name: str) -> bool:
    """Whether a weekday or month is named, in full or short."""
    return re.search(rf"\b({name}|{name[:3]}|{name[:4]}s?|{name[:5]})\b", spoken) is not None


def _problem(moment: datetime, now: datetime) -> Problem | None:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "no-such-time"
    return "past" if moment <= now else None
