"""Quiet hours: when nobody is reminded of anything. New reports and answers come at any time."""

from datetime import datetime, time
from zoneinfo import ZoneInfo


def is_quiet(moment: datetime, zone: ZoneInfo, start: time, end: time) -> bool:
    """Return whether a moment lies in the quiet hours, by the clock on the wall.

    The hour that a clock change repeats is quiet twice, one it skips never comes.

    Args:
        moment: aware, in any zone.
        zone: the branch's time zone.
        start: the first quiet minute.
        end: the first minute after; equal to `start` for no quiet hours. It may be on the next day.
    """
    now = moment.astimezone(zone).time().replace(tzinfo=None, fold=0)
    if start <= end:
        return start <= now < end
    return now >= start or now < end
