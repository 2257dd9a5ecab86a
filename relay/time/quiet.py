"""Quiet hours by the clock on the wall: nobody is reminded, and an announcement asks first."""

from datetime import UTC, datetime, time, timedelta
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


def next_at(moment: datetime, zone: ZoneInfo, clock: time) -> datetime:
    """Return when a clock on the wall next shows a time, in UTC; later than the moment.

    Args:
        moment: aware, in any zone.
        zone: the branch's time zone.
        clock: the time of day. One that a clock change skips is taken as it was before the change.
    """
    local = moment.astimezone(zone)
    for days in (0, 1):
        day = local.date() + timedelta(days=days)
        found = datetime.combine(day, clock, zone).astimezone(UTC)
        if found > moment:
            break
    return found
