"""Rules of RFC 5545: which can be followed, and the dates they put on the clocks of a zone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_KEYS = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST")
)


class BadRule(ValueError):
    """A rule that cannot be followed. Its text names the part, never a meeting's own words."""


def check_rule(rule: str, start: datetime, zone: ZoneInfo) -> None:
    """See that a rule can be followed and that its first date is the start.

    Args:
        rule: an RRULE value without the name, such as `FREQ=MONTHLY;BYDAY=1TH`.
        start: the first date, aware.
        zone: on whose clocks it recurs.

    Raises:
        BadRule: it is not a rule, recurs more often than daily, uses a part that is not kept here,
            or `start` is not one of its dates (RFC 5545, 3.8.5.3 leaves open what then happens).
    """
    parts = parts_of(rule)
    if parts.get("FREQ") not in _FREQUENCIES:
        raise BadRule("FREQ")
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadRule("COUNT and UNTIL")
    if unknown := parts.keys() - _KEYS:
        raise BadRule(sorted(unknown)[0])
    for key in ("COUNT", "INTERVAL"):
        if key in parts and not (parts[key].isdecimal() and 1 <= int(parts[key]) <= 1000):
            raise BadRule(key)
    try:
        first = next(local_dates(rule, start.astimezone(zone).replace(tzinfo=None), start), None)
    except (ValueError, TypeError, KeyError):
        raise BadRule("the rule") from None
    if first is None or on_clocks(first, zone) != start:
        raise BadRule("the start is not one of its dates")


def local_dates(rule: str, start: datetime, before: datetime) -> Iterator[datetime]:
    """The rule's dates as local times, to a little after `before`."""
    parts = parts_of(rule)
    zone = before.tzinfo
    limit = before.replace(tzinfo=None) + timedelta(days=1)
    until = _until(parts.pop("UNTIL", None), zone)
    end = limit if until is None else min(limit, until)
    counted = "COUNT" in parts
    if not counted:
        # A rule that never comes true would otherwise be searched to the year 9999.
        parts["UNTIL"] = end.strftime("%Y%m%dT%H%M%S")
    text = ";".join(f"{key}={value}" for key, value in parts.items())
    for local in rrulestr(text, dtstart=start.replace(fold=0)):
        if local > end:
            return
        yield local


def _until(value: str | None, zone: object) -> datetime | None:
    """When a rule ends, as local time; a date alone includes all of that day (3.3.10)."""
    if value is None:
        return None
    if len(value) == len("20261127"):
        return datetime.strptime(value, "%Y%m%d") + timedelta(days=1, seconds=-1)  # noqa: DTZ007
    if value.endswith("Z") and isinstance(zone, ZoneInfo):
        utc = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return utc.astimezone(zone).replace(tzinfo=None)
    return datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007


def parts_of(rule: str) -> dict[str, str]:
    """Return the parts of a rule by name.

    Raises:
        BadRule: it is none.
    """
    pieces = [piece.partition("=") for piece in rule.upper().split(";")]
    if any(not key or not value for key, _, value in pieces):
        raise BadRule("the rule")
    parts = {key: value for key, _, value in pieces}
    if len(parts) != len(pieces):
        raise BadRule("a part twice")
    return parts


def on_clocks(local: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment of a local time: the first of two, and with the offset before a gap."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
