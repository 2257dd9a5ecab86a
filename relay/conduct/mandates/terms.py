"""When a term ends: with a day, on the branch's clocks."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta


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
    last = begin.astimezone(zone).date() + relativedelta(months=months)
    return datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
