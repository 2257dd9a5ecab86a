"""When a server that is busy wants to be asked again (RFC 9110, section 10.2.3)."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_WAIT = timedelta(days=1)
"""A server that names a later time is not believed."""

_MOST_DIGITS = 10


def retry_after(value: object, now: datetime) -> datetime | None:
    """Return the moment that a `Retry-After` names, or None where it names none.

    Args:
        value: of the header: seconds, or a date.
        now: this moment, aware.

    Returns:
        Not before `now`, and not more than `LONGEST_WAIT` after it.
    """
    text = str(value).strip()
    if text.isascii() and text.isdecimal():
        # Of so many digits Python refuses to make a number.
        seconds = int(text) if len(text) < _MOST_DIGITS else LONGEST_WAIT.total_seconds()
        return now + min(timedelta(seconds=seconds), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(now, min(aware, now + LONGEST_WAIT))
