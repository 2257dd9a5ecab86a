"""Which one day somebody names at the beginning of a text: "7 January", "Thursday 3rd December"."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from relay.time.moments import read_moment

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A regular expression of months, whole or short, in small letters."""

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_NUMBER} (?:of )?{MONTH}|{MONTH} {_NUMBER})(?:,? 20\d\d)?"
    r"|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
)
_NAMED = re.compile(
    rf"(?P<day>(?:{_DAY},? )?(?:the )?(?:{_DATE})|today|tomorrow|{_DAY})(?![\w'’/-])[,:]?\s*",
    re.IGNORECASE,
)


def leading_day(text: str, *, now: datetime, zone: ZoneInfo) -> tuple[date, str] | None:
    """Read the day that a text begins with, today or later.

    Args:
        text: such as `7 January because of the strike`.
        now: aware; words such as "tomorrow" count from here.
        zone: the branch's time zone.

    Returns:
        The day on the clocks of the zone and what follows it, or None.
    """
    match = _NAMED.match(" ".join(text.split(" ")))
    if match is None:
        return None
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    moment = read_moment(f"{match['day'].replace(',', '')} 12:00", now=midnight, zone=zone)
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(zone).date(), text[match.end() :]
