"""The components of a calendar file (RFC 5545): the calendar, its zones, and an event a meeting."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vCalAddress, vDDDTypes, vRecur, vText

from relay.language.words import Words
from relay.meetings.calendar import SaidWith
from relay.meetings.meeting import Meeting, Occurrence, Times
from relay.meetings.recurrence import as_usual, occurrence_of
from relay.meetings.saying import conditions_said, doors_said
from relay.meetings.zones import zone_component

_PRODUCT = "-//Branch Relay//Meetings//EN"
_REFRESH = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"
_KEPT = 2000
"""How many meetings are kept as they were written last: about 1 kB each."""
_MARKS = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""Joiners and direction marks: not printable to Python, and part of how names are written."""


def written(meetings: Sequence[Meeting], name: str, method: str, said_with: SaidWith) -> bytes:
    """Return a calendar file.

    Args:
        meetings: what it holds.
        name: of the calendar as people read it.
        method: METHOD of RFC 5546, such as PUBLISH.
        said_with: what is said with each.
    """
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    calendar.add("NAME", _plain(name))  # RFC 7986, 5.1
    calendar.add("X-WR-CALNAME", _plain(name))  # what calendars read that do not know NAME
    refresh = vDDDTypes(_REFRESH)
    calendar.add("REFRESH-INTERVAL", refresh, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDDDTypes(_REFRESH))
    clocks = [one for one in meetings if one.zone != "UTC" and _tells_hours(one)]
    for zone in sorted({one.zone for one in clocks}):
        since = min(one.start.year for one in clocks if one.zone == zone)
        calendar.add_component(zone_component(ZoneInfo(zone), since=since))
    head = bytes(calendar.to_ical()).removesuffix(_END)
    return b"".join((head, *(_written(one, *said_with(one)) for one in meetings), _END))


def _tells_hours(meeting: Meeting) -> bool:
    """Whether any of its dates begins at a time, so that the zone has to be there."""
    kinds = {meeting.times, *(one.times or meeting.times for one in meeting.changes)}
    return any(one.are_known for one in (kinds if meeting.recurs else {meeting.times}))


@lru_cache(maxsize=_KEPT)
def _written(
    meeting: Meeting, page: str | None, private_link: str, branch: str, words: Words | None
) -> bytes:
    """Return a meeting's components, kept for the next calendar until the meeting changes."""
    events = _events(meeting, page, private_link, words)
    for event in events:
        event.add("ORGANIZER", _organizer(meeting, branch))
    return b"".join(event.to_ical() for event in events)


def _organizer(meeting: Meeting, branch: str) -> vCalAddress:
    """The branch, which RFC 5546 (3.2.1 and 3.2.5) wants named in whatever is published.

    A calendar address is any URI (RFC 5545, 3.3.3). It is made from the branch alone: no person's
    address is told, and it stays the same wherever the pages move to, as calendars want that take
    changes from an entry's organizer only.
    """
    identity = uuid5(NAMESPACE_URL, f"branch-relay:branch:{meeting.branch}")
    organizer = vCalAddress(identity.urn)
    organizer.params["CN"] = str(_plain(branch)).replace('"', "'")
    return organizer


def _events(
    meeting: Meeting, page: str | None, private_link: str, words: Words | None
) -> list[Component]:
    usual = as_usual(meeting, meeting.start)
    event = _event(usual, page, private_link, words)
    _say_state(event, usual)
    if meeting.rule is None:
        return [event]
    event.add("RRULE", vRecur.from_ical(_rule_in_utc(meeting)))
    singles = []
    for change in meeting.changes:
        changed = occurrence_of(meeting, change.original)
        if changed is None:
            continue
        single = _event(changed, page, private_link, words)
        # Of the kind of its series' DTSTART (RFC 5545, 3.8.4.4), whatever its own is.
        single.add("RECURRENCE-ID", _when(meeting, change.original, meeting.times))
        _say_state(single, changed)
        singles.append(single)
    return [event, *singles]


def _event(date: Occurrence, page: str | None, private_link: str, words: Words | None) -> Event:
    meeting, place = date.meeting, date.place
    event = Event()
    event.add("UID", meeting.uid)
    event.add("SEQUENCE", meeting.sequence)
    # When this version was made (RFC 5545, 3.8.7.2, with METHOD), so the same meeting gives the
    # same bytes.
    event.add("DTSTAMP", meeting.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("CREATED", meeting.created_at.astimezone(UTC).replace(microsecond=0))
    event.add("LAST-MODIFIED", meeting.changed_at.astimezone(UTC).replace(microsecond=0))
    event.add("SUMMARY", _plain(meeting.title))
    event.add("DTSTART", _when(meeting, date.start, date.times))
    if date.length is not None or not date.times.are_known:
        # An end that nobody named is not made up: RFC 5545, 3.6.1, lets an event have none. It is
        # of the kind of DTSTART and never within: of days, the one after the last (3.8.2.2).
        event.add("DTEND", _when(meeting, date.end, date.times))
    told = private_link if place.has_private_link else place.online
    if where := place.address or told:
        event.add("LOCATION", _plain(", ".join(where.splitlines())))
    doors = "" if words is None else doors_said(words, date)
    more = () if words is None else conditions_said(words, date)
    description = _description(meeting, (doors, *more), told if place.address else "", page)
    if description:
        event.add("DESCRIPTION", _plain(description))
    if address := page or (meeting.tickets if _is_web_address(meeting.tickets) else ""):
        event.add("URL", address)
    if _is_web_address(place.online):
        # RFC 7986, 5.11.
        event.add("CONFERENCE", place.online, parameters={"VALUE": "URI", "FEATURE": "AUDIO,VIDEO"})
    # A day whose time is to come keeps nobody busy for all of it (3.8.2.7).
    event.add("TRANSP", "TRANSPARENT" if date.times is Times.OPEN else "OPAQUE")
    return event


def _is_web_address(link: str) -> bool:
    """Whether a link can stand as an address: one with a gap would keep the whole file from all."""
    whole = link.isprintable() and not any(character.isspace() for character in link)
    return whole and link.lower().startswith(("https://", "http://"))


def _say_state(event: Event, date: Occurrence) -> None:
    """Off, to be confirmed or confirmed (RFC 5545, 3.8.1.11)."""
    state = "CANCELLED" if date.cancelled else "TENTATIVE" if date.lacks else "CONFIRMED"
    event.add("STATUS", state)
    if date.cancelled and date.reason:
        event.add("COMMENT", _plain(date.reason))


def _description(meeting: Meeting, told: tuple[str, ...], online: str, page: str | None) -> str:
    links = [paper.url for paper in meeting.papers if paper.url]
    pieces = (*told, meeting.agenda, meeting.access, online, "\n".join(links), page or "")
    return "\n\n".join(piece for piece in pieces if piece)


def _when(meeting: Meeting, moment: datetime, times: Times) -> date:
    """A moment, or where no time is known a day (RFC 5545, 3.3.4: VALUE=DATE)."""
    return _local(meeting, moment) if times.are_known else _local(meeting, moment).date()


def _local(meeting: Meeting, moment: datetime) -> datetime:
    if meeting.zone == "UTC":
        return moment.astimezone(UTC)
    return moment.astimezone(meeting.local_zone).replace(microsecond=0)


def _rule_in_utc(meeting: Meeting) -> str:
    """The rule with UNTIL as DTSTART's kind asks for (RFC 5545, 3.3.10): a moment in UTC, a day."""
    pieces = []
    for piece in (meeting.rule or "").upper().split(";"):
        key, _, value = piece.partition("=")
        pieces.append(f"{key}={_until(meeting, value) if key == 'UNTIL' else value}")
    return ";".join(pieces)


def _until(meeting: Meeting, value: str) -> str:
    form, zone = "%Y%m%dT%H%M%S" if "T" in value else "%Y%m%d", meeting.local_zone
    until = datetime.strptime(value.rstrip("Z"), form)  # noqa: DTZ007 -- put on clocks below
    local = until.replace(tzinfo=UTC).astimezone(zone) if "Z" in value else until
    if not meeting.times.are_known:
        return f"{local:%Y%m%d}"
    if "T" not in value:
        local = local.replace(hour=23, minute=59, second=59)
    return f"{local.replace(tzinfo=local.tzinfo or zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _plain(text: str) -> vText:
    """Text without control characters, which RFC 5545 (3.3.11) does not let into a calendar."""
    kept = "".join(one for one in text if one in "\n\t" or one.isprintable() or one in _MARKS)
    return vText(kept)
