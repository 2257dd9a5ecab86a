"""Understanding "tomorrow 9am: …": a moment in words at the beginning of a text.

Always day before month, always in the branch's time zone. Only words that can belong to a moment
are read as one, and a time of day has to be among them: "Friday's meeting is off" stays a text.
"""

import difflib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Problem = Literal["past", "no-such-time", "no-time-of-day"]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPRING = ("january", "february", "march", "april", "may", "june")
_AUTUMN = ("july", "august", "september", "october", "november", "december")
MONTHS = (*_SPRING, *_AUTUMN)
_LINKS = ("on", "at", "in", "the", "of", "next", "this", "coming", "and", "a", "an")
_RELATIVE = ("yesterday", "today", "tomorrow", "tonight", "noon", "midday", "midnight")
_UNITS = ("hour", "hours", "minute", "minutes", "day", "days", "week", "weeks", "fortnight")
_HALVES = ("am", "pm", "a.m", "p.m")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHORT = ("tues", "weds", "thur", "thurs", "sept", *(name[:3] for name in (*DAYS, *MONTHS)))
_VOCABULARY = frozenset((*DAYS, *MONTHS, *_LINKS, *_RELATIVE, *_UNITS, *_HALVES, *_COUNTS, *_SHORT))
_NUMBER = re.compile(
    r"\d{1,4}(st|nd|rd|th)?|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}([:.]\d{2})?(am|pm|a\.m|p\.m)?"
)
_CLEAR_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b"
    r"|(?<![\d.:])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])(?!\s*[ap]\.?m\b)"
    r"|\b(?P<name>noon|midnight)\b"
)
_DOTTED_TIME = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d:]|\.\d)")
_FROM_NOW = re.compile(r"in \S+ (hours?|minutes?)")
_COLON = re.compile(r":(?=\s|$)")
_LONGEST = 60
_EASILY_MISSPELT = (*DAYS, *MONTHS, "tomorrow", "tonight", "midnight")
_SLIP = 0.8
_OPENERS = ("on", "at")
_DAY_NAMES = "|".join(f"{name}|{name[:4]}s?|{name[:3]}" for name in DAYS)
_WEEK_AFTER = re.compile(
    rf"\b(?:(?P<day>{_DAY_NAMES}) (?P<much>week|fortnight)"
    rf"|(?:a )?(?P<muchly>week|fortnight) on (?P<daily>{_DAY_NAMES}))\b"
)
_SYNONYMS = ((r"\bmidday\b", "noon"), (r"\btonight\b", "today"), (r"\b(a|an) hour\b", "1 hour"))


@dataclass(frozen=True)
class Timing:
    """A moment found at the beginning of a text.

    Attributes:
        moment: aware, UTC; None where there is a problem.
        problem: `past`, `no-such-time` for an hour that a clock change leaves out, or
            `no-time-of-day` for what may be meant as a moment but is not one (`Thursday: …`).
        words: the words that were read as the moment.
        rest: the text after them.
        set_off: whether a colon stood between the two, so that the words can be nothing else.
    """

    moment: datetime | None
    problem: Problem | None
    words: str
    rest: str
    set_off: bool


def read_timing(text: str, *, now: datetime, zone: ZoneInfo) -> Timing | None:
    """Find a moment at the beginning of `text`, or return None.

    Three forms are understood: everything before a colon (`tomorrow 9am: …`), a beginning with
    "on" or "at" (`on Friday at 18:30 …`), and nothing but a moment (`tomorrow 9am`).

    Args:
        text: what was typed after the command.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.
    """
    unclear: Timing | None = None
    for words, rest, explicit in _candidates(text):
        moment = _parse(words, now, zone)
        if moment is not None:
            problem = _problem(moment, now)
            utc = None if problem else moment.astimezone(UTC)
            return Timing(utc, problem, words, rest, explicit)
        if explicit:
            unclear = Timing(None, "no-time-of-day", words, rest, explicit)
    return unclear or _misspelt(text)


def _misspelt(text: str) -> Timing | None:
    """`tomorow 9am: …`: nearly a moment. It is not guessed, and neither is it passed over."""
    colon = _COLON.search(text[:_LONGEST])
    words = text[: colon.start()].split() if colon is not None else []
    if colon is None or not words or not all(_is_nearly_moment_word(word) for word in words):
        return None
    rest = text[colon.end() :].strip()
    return Timing(None, "no-time-of-day", " ".join(words), rest, set_off=True)


def _is_nearly_moment_word(word: str) -> bool:
    bare = word.casefold().strip(".,;:")
    close = difflib.get_close_matches(bare, _EASILY_MISSPELT, n=1, cutoff=_SLIP)
    return _is_moment_word(word) or bool(close)


def read_moment(words: str, *, now: datetime, zone: ZoneInfo) -> datetime | Problem | None:
    """Read words that are a moment as a whole and nothing else.

    Args:
        words: such as `Thursday week 7pm` or `27/11 19:00`.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.

    Returns:
        The moment, aware, UTC; or what is wrong with it; or None where it is no moment.
    """
    if not words.strip() or not all(_is_moment_word(word) for word in words.split()):
        return None
    moment = _parse(words, now, zone)
    if moment is None:
        return "no-time-of-day" if time_of_day(words.casefold()) is None else None
    return _problem(moment, now) or moment.astimezone(UTC)


def _candidates(text: str) -> list[tuple[str, str, bool]]:
    """Pieces that may be a moment: the words, what follows, and whether a colon set them off."""
    found = []
    for colon in _COLON.finditer(text[:_LONGEST]):
        words = text[: colon.start()].strip()
        if words and all(_is_moment_word(word) for word in words.split()):
            found.append((words, text[colon.end() :].strip(), True))
            break
    else:
        if len(text) <= _LONGEST and text.split() and all(map(_is_moment_word, text.split())):
            found.append((text.strip(), "", True))
    if text.casefold().startswith(tuple(f"{opener} " for opener in _OPENERS)):
        pieces = re.split(r"(\s+)", text)
        count = 0
        while count < len(pieces) and (not pieces[count].strip() or _is_moment_word(pieces[count])):
            count += 1
        # "at 6.30pm in the hall": the last of them belong to what follows.
        while count and (not pieces[count - 1].strip() or pieces[count - 1].casefold() in _LINKS):
            count -= 1
        found.append(("".join(pieces[:count]).strip(), "".join(pieces[count:]).strip(), False))
    return found


def _is_moment_word(word: str) -> bool:
    bare = word.casefold().strip(".,;:")
    return bare in _VOCABULARY or _NUMBER.fullmatch(bare) is not None


def _parse(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    spoken = words.casefold().strip(" .,;:")
    for pattern, replacement in _SYNONYMS:
        spoken = re.sub(pattern, replacement, spoken)
    if _FROM_NOW.fullmatch(spoken):
        # Counted in UTC, so that an hour is an hour also where the clocks change.
        moment = _ask_dateparser(spoken, now.astimezone(UTC).replace(tzinfo=None))
        return None if moment is None else moment.replace(tzinfo=UTC).astimezone(zone)
    spoken = _WEEK_AFTER.sub(lambda match: _week_after(match, now.astimezone(zone)), spoken)
    wanted = time_of_day(spoken)
    if wanted is None or _lacks_day_of_month(spoken):
        return None
    dotless = _DOTTED_TIME.sub(r"\g<hour>:\g<minute>", spoken)
    moment = _ask_dateparser(dotless, now.astimezone(zone).replace(tzinfo=None))
    # dateparser leaves out what it does not understand, and a post at another hour or on another
    # day than was typed is worse than a question.
    if moment is None or (moment.hour, moment.minute) != wanted:
        return None
    if not {day[:3] for day in DAYS if _names(spoken, day)} <= {DAYS[moment.weekday()][:3]}:
        return None
    return moment.replace(tzinfo=zone)


def _ask_dateparser(spoken: str, base: datetime) -> datetime | None:
    # Loaded at first use: it holds megabytes of language data that most days never need.
    import dateparser

    parsed = dateparser.parse(
        spoken,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if parsed is None else parsed.replace(second=0, microsecond=0)


def _week_after(match: re.Match[str], now: datetime) -> str:
    """The date of "Thursday week": seven days after the coming Thursday, today included."""
    name = match["day"] or match["daily"]
    weeks = 2 if "fortnight" in (match["much"], match["muchly"]) else 1
    weekday = next(place for place, day in enumerate(DAYS) if day.startswith(name[:3]))
    ahead = (weekday - now.weekday()) % 7 + 7 * weeks
    return f"{now + timedelta(days=ahead):%Y-%m-%d}"


def time_of_day(spoken: str) -> tuple[int, int] | None:
    """The one hour and minute that are named, or None where there is none, or more than one.

    Args:
        spoken: in lower case.
    """
    clear = list(_CLEAR_TIME.finditer(spoken))
    found = clear or list(_DOTTED_TIME.finditer(spoken))
    if len(found) != 1:
        return None
    parts = found[0].groupdict()
    if parts.get("name"):
        return (12, 0) if parts["name"] == "noon" else (0, 0)
    if parts.get("hour24"):
        return int(parts["hour24"]), int(parts["minute24"])
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if not clear:
        return hour, minute
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if parts["half"] == "p" else 0), minute


def _lacks_day_of_month(spoken: str) -> bool:
    dayless = _DOTTED_TIME.sub("", _CLEAR_TIME.sub("", spoken))
    return any(_names(spoken, month) for month in MONTHS) and re.search(r"\d", dayless) is None


def _names(spoken: str, name: str) -> bool:
    """Whether a weekday or month is named, in full or short."""
    return re.search(rf"\b({name}|{name[:3]}|{name[:4]}s?|{name[:5]})\b", spoken) is not None


def _problem(moment: datetime, now: datetime) -> Problem | None:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    if there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        return "no-such-time"
    return "past" if moment <= now else None
