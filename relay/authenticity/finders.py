"""How amounts, dates, times, accounts, telephone numbers and postal addresses are written.

The patterns are those of English as it is written in Britain. Each is bounded in length: what
strangers send must not take long to look through.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from relay.language.same_text import folded

Value = tuple[str | int | None, ...]
Finder = Callable[[re.Match[str]], Value]


class Kind(StrEnum):
    """What can differ, in the order in which it matters to whoever reads it."""

    ACCOUNT = "account"
    DOMAIN = "domain"
    LINK = "link"
    PHONE = "phone"
    AMOUNT = "amount"
    DATE = "date"
    TIME = "time"
    ADDRESS = "address"
    NAME = "name"
    NUMBER = "number"
    ORDER = "order"
    """Hidden signs show what follows them in another order."""
    WORDS = "words"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = r"""
    (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
    |sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)
"""
_DAY = r"""
    (?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?
    |sat(?:urday)?|sun(?:day)?)
"""
_FIRST_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_UNITS = {word: value for value, word in enumerate(_FIRST_WORDS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000}
_NUMBER_WORD = "|".join((*_UNITS, *_TENS, *_SCALES, "and", "a"))
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_STREET = r"""
    (?:road|rd|street|st|crescent|lane|avenue|ave|walk|square|way|close|place|terrace|gardens|row
    |hill|grove|drive|mews|court|green|park)
"""
_SUM = r"\d{1,9}(?:,\d{3}){0,4}"


def _strict(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _bare(found: re.Match[str]) -> Value:
    return (re.sub(r"[^0-9a-z]", "", found[0].casefold()),)


def _number(found: re.Match[str]) -> Value:
    return (found[0].replace(",", ""),)


def _phone(found: re.Match[str]) -> Value:
    digits = re.sub(r"[^\d+]", "", found[0].replace("(0)", ""))
    return (re.sub(r"^(?:\+44|0044)0?", "0", digits),)


def _currency(word: str | None) -> str:
    return "EUR" if (word or "").casefold().startswith("euro") else "GBP"


def _amount(found: re.Match[str]) -> Value:
    sign = found["sign"] or found["sign_behind"]
    currency = _CURRENCIES[sign] if sign else _currency(found["unit"])
    whole, _, part = (found["sum"] or found["sum_before"]).replace(",", "").partition(".")
    pence = int((part + "00")[:2]) if part else 0
    return currency, (int(whole) * 100 + pence) * (1_000 if found["thousands"] else 1)


def _spoken_amount(found: re.Match[str]) -> Value:
    total = current = 0
    for word in re.findall(r"[a-z]+", found["words"].casefold()):
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        else:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return _currency(found["unit"]), (total + current) * 100


def _date(found: re.Match[str]) -> Value:
    parts = found.groupdict()
    day = parts.get("day") or parts.get("day_behind")
    month = parts.get("month") or parts.get("month_before")
    weekday, year = parts.get("weekday"), parts.get("year")
    return (
        None if weekday is None else _DAYS.index(weekday[:3].casefold()),
        None if day is None else int(day),
        None if month is None else _month_of(month),
        None if year is None else int(year) % 100,
    )


def _month_of(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].casefold()) + 1


def _near_date(found: re.Match[str]) -> Value:
    return None, None, None, folded(found[0])


def _time(found: re.Match[str]) -> Value:
    parts = found.groupdict()
    half_day = (parts.get("half_day") or "").casefold()[:1]
    hour = int(parts["hour"])
    if not half_day and hour > 12:
        half_day = "p"
    elif not half_day and parts["hour"].startswith("0"):
        half_day = "a"
    return hour % 12, int(parts["minute"] or 0), half_day or None


def _named_time(found: re.Match[str]) -> Value:
    return 0, 0, "a" if "night" in found[0].casefold() else "p"


def _half_past(found: re.Match[str]) -> Value:
    return _UNITS[found["hour"].casefold()] % 12, 30, None


FINDERS: tuple[tuple[Kind, re.Pattern[str], Finder], ...] = (
    # ISO 13616: country, check digits, up to 30 letters and digits, mostly in groups of four.
    (
        Kind.ACCOUNT,
        _strict(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b"),
        _bare,
    ),
    # Addresses of Bitcoin (BIP 173 and before) and Ethereum.
    (
        Kind.ACCOUNT,
        _strict(r"\b(?:bc1[a-z0-9]{20,60}|0x[0-9a-fA-F]{40}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b"),
        _bare,
    ),
    # A sort code.
    (Kind.ACCOUNT, _strict(r"(?<![\d-])\d{2}[-–‑ ]\d{2}[-–‑ ]\d{2}(?![-\d])"), _bare),
    (
        Kind.PHONE,
        _strict(r"(?<![\d+])(?:\+\d{1,3}|00\d{2}|\(?0\d)(?:[ ()./-]{0,2}\d){8,12}(?!\d)"),
        _phone,
    ),
    (Kind.ACCOUNT, _strict(r"(?<![\d.,-])(?:\d{8}|\d{4}[ ]\d{4})(?![\d.,-]\d|\d)"), _bare),
    (
        Kind.AMOUNT,
        _any_case(
            rf"""
            (?P<sign>[£€$])\s?(?P<sum>{_SUM}(?:\.\d{{1,2}})?)(?P<thousands>k\b)?
            |(?<![\w.])(?P<sum_before>{_SUM}(?:\.\d{{2}})?)\s?
            (?:(?P<unit>pounds?|quid|euros?|gbp)\b|(?P<sign_behind>[€£]))
            """
        ),
        _amount,
    ),
    (
        Kind.AMOUNT,
        _any_case(
            rf"\b(?P<words>(?:(?:{_NUMBER_WORD})[ -]+){{1,8}})(?P<unit>pounds?|quid|euros?)\b"
        ),
        _spoken_amount,
    ),
    (
        Kind.DATE,
        _any_case(
            rf"""
            (?:(?P<weekday>\b{_DAY})\b,?\s+(?:the\s+)?)?
            (?:\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b
            |\b(?P<month_before>{_MONTH})\s+(?P<day_behind>[0-3]?\d)(?:st|nd|rd|th)?\b)
            (?:,?\s+(?P<year>20\d\d))?
            """
        ),
        _date,
    ),
    (
        Kind.DATE,
        _strict(
            rf"""
            (?:(?P<weekday>(?i:\b{_DAY}))\b,?\s+)?
            (?<![\d/.-])(?P<day>[0-3]?\d)[/.](?P<month>0?[1-9]|1[0-2])[/.]
            (?P<year>(?:20)?\d\d)(?![\d/])
            """
        ),
        _date,
    ),
    (Kind.DATE, _any_case(rf"\b(?P<weekday>{_DAY})\b(?!')"), _date),
    (
        Kind.DATE,
        _any_case(r"\b(?:tonight|today|tomorrow|yesterday|this\ (?:morning|afternoon|evening))\b"),
        _near_date,
    ),
    (
        Kind.TIME,
        _any_case(
            r"""
            (?<![\d:.£€$])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?
            (?P<half_day>[ap]\.?m\b)\.?
            """
        ),
        _time,
    ),
    (
        Kind.TIME,
        _strict(r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?![\d:])"),
        _time,
    ),
    (Kind.TIME, _any_case(r"\b(?:12[ ])?(?:noon|midday|midnight)\b"), _named_time),
    (
        Kind.TIME,
        _any_case(rf"\bhalf\ (?:past\ )?(?P<hour>{'|'.join(_UNITS)})\b"),
        _half_past,
    ),
    # A postcode: Royal Mail, Programmers' Guide to PAF, outward and inward code.
    (Kind.ADDRESS, _any_case(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b"), _bare),
    (
        Kind.ADDRESS,
        _any_case(
            rf"\b\d{{1,4}}[a-z]?(?:-\d{{1,4}})?(?=[ ](?:[A-Z][\w'’]{{1,30}}[ ]){{1,3}}{_STREET}\b)"
        ),
        _bare,
    ),
    (Kind.NUMBER, _strict(r"\d+(?:,\d{3})*(?:\.\d+)?"), _number),
)
"""What each kind looks like and how it is made comparable, the surest patterns first."""
