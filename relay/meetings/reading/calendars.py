"""An invitation that is a calendar file pasted as text (RFC 5545)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from relay.meetings.reading.links import links_in, way_in
from relay.meetings.reading.reading import Ask, Found, Reading
from relay.meetings.reading.vocabulary import Vocabulary

_BEGIN = "BEGIN:VEVENT"
_WAYS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "URL", "DESCRIPTION")
"""Properties that may hold the way in (CONFERENCE: RFC 7986, 5.11)."""


def read_calendar(text: str, now: datetime, zone: ZoneInfo, words: Vocabulary) -> Reading | None:
    """Read the only event of a pasted calendar file; None where the text is none.

    Args:
        text: plain.
        now: local, naive.
        zone: of the branch.
        words: the vocabulary.
    """
    if _BEGIN not in text.upper():
        return None
    from icalendar import Calendar

    start = text.upper().index(_BEGIN)
    body = (
        text[start : text.upper().rindex("END:VEVENT") + 10]
        if "END:VEVENT" in text.upper()
        else text[start:] + "\nEND:VEVENT"
    )
    lines = "\r\n".join(line for line in body.splitlines() if line.strip())
    try:
        calendar = Calendar.from_ical(
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n{lines}\r\nEND:VCALENDAR\r\n"
        )
    except ValueError:
        return None
    events = calendar.walk("VEVENT")
    if len(events) != 1:
        return Reading(asks=(Ask("which-event"),))
    [event] = events
    begin, all_day = _local(event.decoded("DTSTART", None), zone)
    end, _ = _local(event.decoded("DTEND", None), zone)
    if all_day and end is not None:
        # The day after the last (RFC 5545, 3.8.2.2).
        end = max(end - timedelta(days=1), begin or end)
    at = (start, start + len(body))

    def said(name: str) -> Found | None:
        value = " ".join(str(event.get(name, "")).split())
        return Found(value, at) if value else None

    asks: list[Ask] = []
    if begin is None:
        asks += [Ask("date"), Ask("time")]
    rule = event.get("RRULE")
    kept = timedelta(days=1 if all_day else 0)
    if begin is not None and begin + kept <= now and rule is None:
        asks.append(Ask("past", (begin,)))
        begin = end = None
    place, url = said("LOCATION"), said("URL")
    online = _way([said(name) for name in ("LOCATION", *_WAYS)], words)
    place = None if place is None else _without_links(place)
    if place is None and url is None and online is None:
        asks.append(Ask("place-tbc"))
    return Reading(
        title=said("SUMMARY"),
        start=begin,
        end=end,
        all_day=all_day,
        rule=None if rule is None else rule.to_ical().decode(),
        place=place,
        online=online,
        asks=tuple(asks),
        moments=(Found("", at),),
        length=None if begin is None or end is None or all_day else end - begin,
    )


def _way(values: Sequence[Found | None], words: Vocabulary) -> Found | None:
    """The first link of some properties that is the way in."""
    for value in values:
        way = None if value is None else way_in(value.words, words)
        if value is not None and way is not None:
            return Found(value.words[slice(*way)], value.at)
    return None


def _without_links(place: Found) -> Found | None:
    """What is left of a place beside links; None where nothing is."""
    said = place.words
    for start, end in sorted(links_in(said), reverse=True):
        said = f"{said[:start]} {said[end:]}"
    left = " ".join(said.split()).strip(" ,;:()|/–-")
    return Found(left, place.at) if any(char.isalnum() for char in left) else None


def _local(value: object, zone: ZoneInfo) -> tuple[datetime | None, bool]:
    if isinstance(value, datetime):
        return (value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value), False
    if isinstance(value, date):
        return datetime.combine(value, time()), True
    return None, False
