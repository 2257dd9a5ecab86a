"""A time zone as a calendar carries it with it (RFC 5545, 3.6.5, VTIMEZONE).

Written from the time zone data by rules where the clocks change by one, so that calendars which
read it know the offsets of every year to come, and by single dates where they do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from relay.time.patterns import DAY_CODES

_YEARS = 12
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class _Kind:
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def zone_component(zone: ZoneInfo, *, since: int) -> Timezone:
    """Return a zone for the dates from a year on.

    Args:
        zone: with a name of the IANA data.
        since: the year of the earliest date in it.
    """
    component = Timezone()
    component.add("TZID", zone.key)
    begin = datetime(since - 1, 1, 1, tzinfo=UTC)
    first = begin.astimezone(zone)
    offset = first.utcoffset() or timedelta()
    initial = _Kind(offset, offset, first.tzname() or zone.key, bool(first.dst()))
    component.add_component(_observance(initial, [first.replace(tzinfo=None)]))
    kinds: dict[_Kind, list[datetime]] = {}
    for kind, onset in _changes(zone, begin, begin + _YEARS * 366 * _DAY):
        kinds.setdefault(kind, []).append(onset)
    for kind, onsets in kinds.items():
        component.add_component(_observance(kind, onsets))
    return component


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[_Kind, datetime]]:
    """What the clocks do, each with the local time, on the clocks before, at which they do it."""
    day = begin
    while day < end:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            early, late = day, day + _DAY
            while late - early > _MINUTE:
                middle = early + (late - early) // 2
                if _offset(zone, middle) == _offset(zone, early):
                    early = middle
                else:
                    late = middle
            moment = late.replace(second=0, microsecond=0)
            local = moment.astimezone(zone)
            before = _offset(zone, early)
            kind = _Kind(before, _offset(zone, late), local.tzname() or "", bool(local.dst()))
            yield kind, (moment + before).replace(tzinfo=None)
        day += _DAY


def _observance(kind: _Kind, onsets: Sequence[datetime]) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if kind.summer else TimezoneStandard()
    part.add("DTSTART", onsets[0])
    part.add("TZNAME", kind.name)
    part.add("TZOFFSETFROM", kind.before)
    part.add("TZOFFSETTO", kind.after)
    rule = _yearly(onsets)
    if rule:
        part.add("RRULE", vRecur.from_ical(rule))
    else:
        for onset in onsets[1:]:
            part.add("RDATE", onset)
    return part


def _yearly(onsets: Sequence[datetime]) -> str | None:
    """The yearly rule that gives these dates, or None where there is none."""
    consecutive = [one.year for one in onsets] == [onsets[0].year + n for n in range(len(onsets))]
    alike = {(one.month, one.weekday(), one.time()) for one in onsets}
    if len(onsets) < _YEARS - 1 or not consecutive or len(alike) > 1:
        return None
    if all((one + 7 * _DAY).month != one.month for one in onsets):
        place = -1
    else:
        places = {(one.day - 1) // 7 + 1 for one in onsets}
        if len(places) > 1:
            return None
        place = places.pop()
    weekday = DAY_CODES[onsets[0].weekday()]
    return f"FREQ=YEARLY;BYMONTH={onsets[0].month};BYDAY={place}{weekday}"


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
