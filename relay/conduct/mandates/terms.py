"""When a term ends: with a day, on the branch's clocks."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MONTHS = 12


def end_of_term(begin: datetime, months: int, zone: ZoneInfo) -> datetime:
    """Return the end of the day that lies some months after a moment.

    It is the first moment of the day after, which the clocks of the zone decide: so a term that
    begins in winter and ends in summer ends at midnight. Of the 31st, where there is none, it is
    the last of that month.

    Args:
        begin: aware.
        months: how many.
        zone: the branch's time zone.

    Returns:
        Aware, UTC.
    """
    day = begin.astimezone(zone).date()
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    last = date(year, month, min(day.day, monthrange(year, month)[1]))
    return datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
