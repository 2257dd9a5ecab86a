"""The components of a calendar file (RFC 5545): the calendar, its zones, and an event a meeting."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vCalAddress, vDDDTypes, vRecur, vText

from relay.language.words import Words
from relay.meetings.calendar import SaidWith
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import as_usual, occurrence_of
from relay.meetings.saying import doors_said
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
    for zone in sorted({one.zone for one in meetings if one.zone != "UTC"}):
        since = min(one.start.year for one in meetings if one.zone == zone)
        calendar.add_component(zone_component(ZoneInfo(zone), since=since))
    head = bytes(calendar.to_ical()).removesuffix(_END)
    return b"".join((head, *(_written(one, *said_with(one)) for one in meetings), _END))


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
    event = _event(as_usual(meeting, meeting.start), page, private_link, words)
    _say_state(event, cancelled=meeting.is_cancelled, reason=meeting.reason)
    if meeting.rule is None:
        return [event]
    event.add("RRULE", vRecur.from_ical(_rule_in_utc(meeting)))
    singles = []
    for change in meeting.changes:
        changed = occurrence_of(meeting, change.original)
        if changed is None:
            continue
        single = _event(changed, page, private_link, words)
        single.add("RECURRENCE-ID", _local(meeting, change.original))
        _say_state(single, cancelled=changed.cancelled, reason=changed.reason)
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
    event.add("DTSTART", _local(meeting, date.start))
    if date.until is not None:
        # An end that nobody named is not made up: RFC 5545, 3.6.1, lets an event have none.
        event.add("DTEND", _local(meeting, date.until))
    told = private_link if place.has_private_link else place.online
    if where := place.address or told:
        event.add("LOCATION", _plain(", ".join(where.splitlines())))
    doors = "" if words is None else doors_said(words, date)
    description = _description(meeting, doors, told if place.address else "", page)
    if description:
        event.add("DESCRIPTION", _plain(description))
    if page:
        event.add("URL", page)
    if _is_web_address(place.online):
        # RFC 7986, 5.11.
        event.add("CONFERENCE", place.online, parameters={"VALUE": "URI", "FEATURE": "AUDIO,VIDEO"})
    event.add("TRANSP", "OPAQUE")
    return event


def _is_web_address(link: str) -> bool:
    """Whether a link can stand as an address: one with a gap would keep the whole file from all."""
    whole = link.isprintable() and not any(character.isspace() for character in link)
    return whole and link.lower().startswith(("https://", "http://"))


def _say_state(event: Event, *, cancelled: bool, reason: str) -> None:
    event.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    if cancelled and reason:
        event.add("COMMENT", _plain(reason))


def _description(meeting: Meeting, doors: str, online: str, page: str | None) -> str:
    links = [paper.url for paper in meeting.papers if paper.url]
    pieces = (doors, meeting.agenda, meeting.access, online, "\n".join(links), page or "")
    return "\n\n".join(piece for piece in pieces if piece)


def _local(meeting: Meeting, moment: datetime) -> datetime:
    if meeting.zone == "UTC":
        return moment.astimezone(UTC)
    return moment.astimezone(meeting.local_zone).replace(microsecond=0)


def _rule_in_utc(meeting: Meeting) -> str:
    """The rule with UNTIL as DTSTART's kind asks for: a moment in UTC (RFC 5545, 3.3.10)."""
    pieces = []
    for piece in (meeting.rule or "").upper().split(";"):
        key, _, value = piece.partition("=")
        if key == "UNTIL" and not value.endswith("Z"):
            form = "%Y%m%dT%H%M%S" if "T" in value else "%Y%m%d"
            local = datetime.strptime(value, form).replace(tzinfo=meeting.local_zone)
            if "T" not in value:
                local = local.replace(hour=23, minute=59, second=59)
            value = f"{local.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        pieces.append(f"{key}={value}")
    return ";".join(pieces)


def _plain(text: str) -> vText:
    """Text without control characters, which RFC 5545 (3.3.11) does not let into a calendar."""
    kept = "".join(one for one in text if one in "\n\t" or one.isprintable() or one in _MARKS)
    return vText(kept)
