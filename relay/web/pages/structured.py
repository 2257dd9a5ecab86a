"""What search engines and link previews read: schema.org Event data as JSON-LD.

The properties are those that https://schema.org/Event defines; times carry the offset of the
branch's zone, because schema.org dates without one are read as local to nobody. `startDate` and
`endDate` may be a day as well (https://schema.org/startDate: Date or DateTime): that is what is
said of whole days, the last one included, and of a time that is to be confirmed, for which
schema.org has no word.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from relay.answers import Answer
from relay.meetings.meeting import Meeting, Times
from relay.meetings.prices import prices_in
from relay.meetings.saying import session_begins
from relay.web.pages.addresses import Outside, branch_path, meeting_path
from relay.web.pages.announcements import AnnouncementView
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.linkify import one_line, readable
from relay.web.pages.shown import MeetingView

_SCHEMA = "https://schema.org/"


def event(view: MeetingView, outside: Outside, image: str | None) -> dict[str, Any]:
    """The data of a meeting's nearest date, ready for JSON.

    Args:
        view: its page.
        outside: whole addresses are left out where there is no public one.
        image: the whole address of its picture, or None.
    """
    occurrence, branch = view.occurrence, view.branch
    meeting = occurrence.meeting
    data: dict[str, Any] = {
        "@context": _SCHEMA.rstrip("/"),
        "@type": "Event",
        "name": one_line(meeting.title),
        "startDate": _written(meeting, occurrence.start, occurrence.times),
        "eventStatus": f"{_SCHEMA}{_status(view)}",
        "description": view.summary,
        "organizer": _organization(branch, outside),
        "url": outside.of(meeting_path(meeting.id)),
        "image": image,
    }
    if occurrence.until is not None:
        # Only an end that somebody named: https://schema.org/endDate may be left out.
        data["endDate"] = _written(meeting, occurrence.until, Times.SET)
    elif occurrence.times is not Times.SET:
        data["endDate"] = occurrence.last_day.isoformat()
    if occurrence.doors is not None:
        data["doorTime"] = _written(meeting, occurrence.doors, Times.SET)
    if view.date.off is False and occurrence.is_moved:
        was = _written(meeting, occurrence.planned, occurrence.planned_times)
        data["previousStartDate"] = was
    where = _location(view, data["url"])
    parts = [
        _part(meeting, session_begins(occurrence, one), one.what, data["eventStatus"], where)
        for one in meeting.programme
    ]
    return _present({**data, **where, **_offers(view), "subEvent": parts or None})


def _part(
    meeting: Meeting, begins: datetime, what: str, status: str, where: dict[str, Any]
) -> dict[str, Any]:
    """A part of its programme (https://schema.org/subEvent), with all that Google wants of one.

    An end that nobody named is left out, as of the meeting itself.
    """
    return _present(
        {
            "@type": "Event",
            "name": one_line(what),
            "startDate": _written(meeting, begins, Times.SET),
            "eventStatus": status,
            **where,
        }
    )


def _offers(view: MeetingView) -> dict[str, Any]:
    """What it costs and where to book.

    Google's event search reads `price` (0 where it is free), `priceCurrency` and `url` of an offer
    and takes the lowest price
    (https://developers.google.com/search/docs/appearance/structured-data/event). Whether it is
    free for everybody is https://schema.org/isAccessibleForFree.
    """
    meeting = view.occurrence.meeting
    prices = prices_in(meeting.cost)
    offers = [
        _present(
            {
                "@type": "Offer",
                "price": f"{amount:.2f}" if amount else "0",
                "priceCurrency": currency,
                "url": view.tickets,
            }
        )
        for amount, currency in prices.sums
    ]
    if not offers and view.tickets:
        offers = [{"@type": "Offer", "url": view.tickets}]
    return {"offers": offers or None, "isAccessibleForFree": prices.is_free}


def _written(meeting: Meeting, moment: datetime, times: Times) -> str:
    """A moment with the offset of its zone, or a day."""
    local: date = moment.astimezone(meeting.local_zone)
    return local.isoformat() if times.are_known else f"{local:%Y-%m-%d}"


def article(
    view: AnnouncementView, outside: Outside, image: str | None, language: str
) -> dict[str, Any]:
    """The data of an announcement, ready for JSON (https://schema.org/NewsArticle).

    With the properties that Google asks of one (developers.google.com/search/docs/appearance/
    structured-data/article): all of them recommended, none required. A kind that Mastodon reads,
    too (app/lib/link_details_extractor.rb): what it says there wins over the tags of Open Graph.

    Args:
        view: its page.
        outside: whole addresses are left out where there is no public one.
        image: the whole address of its picture card, or None.
        language: its tag (BCP 47).
    """
    return _present(
        {
            "@context": _SCHEMA.rstrip("/"),
            "@type": "NewsArticle",
            "headline": view.title,
            "description": view.summary,
            "datePublished": view.posted_at.isoformat(timespec="seconds"),
            "dateModified": view.changed_at.isoformat(timespec="seconds"),
            "author": _organization(view.branch, outside),
            "publisher": _organization(view.branch, outside),
            "inLanguage": language,
            "url": outside.of(view.path),
            "image": image,
        }
    )


def faq(answers: Iterable[Answer], page: str | None, language: str) -> dict[str, Any]:
    """The data of the page of questions, ready for JSON (https://schema.org/FAQPage).

    Each question has one answer, written by the site itself, and all of it stands on the page: what
    Google asks of such data (developers.google.com/search/docs/appearance/structured-data/faqpage).

    Args:
        answers: what is on the page.
        page: its whole address, or None.
        language: its tag (BCP 47).
    """
    return _present(
        {
            "@context": _SCHEMA.rstrip("/"),
            "@type": "FAQPage",
            "url": page,
            "inLanguage": language,
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": one_line(answer.question),
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": "\n\n".join(map(one_line, answer.paragraphs)),
                    },
                }
                for answer in answers
            ],
        }
    )


def organization(branch: PublicBranch, summary: str, outside: Outside) -> dict[str, Any]:
    """The data of a branch's page: who it is, and no meeting.

    Google wants a meeting described on the page that is about it alone, not in lists
    (developers.google.com/search/docs/appearance/structured-data/event).
    """
    data = {"@context": _SCHEMA.rstrip("/"), **_organization(branch, outside)}
    return {**data, "description": readable(summary)}


def _organization(branch: PublicBranch, outside: Outside) -> dict[str, Any]:
    return _present(
        {
            "@type": "Organization",
            "name": one_line(branch.name),
            "url": outside.of(branch_path(branch.slug)),
        }
    )


def _status(view: MeetingView) -> str:
    if view.date.off:
        return "EventCancelled"
    return "EventRescheduled" if view.occurrence.is_moved else "EventScheduled"


def _location(view: MeetingView, page: str | None) -> dict[str, Any]:
    room = (
        {"@type": "Place", "name": view.address[0], "address": ", ".join(view.address)}
        if (view.address)
        else None
    )
    # A link that only members get is asked for on the page.
    way = view.online or (page if view.occurrence.place.has_private_link else None)
    link = {"@type": "VirtualLocation", "url": way} if way else None
    if room and link:
        return {
            "location": [room, link],
            "eventAttendanceMode": f"{_SCHEMA}MixedEventAttendanceMode",
        }
    if link:
        return {
            "location": link,
            "eventAttendanceMode": f"{_SCHEMA}OnlineEventAttendanceMode",
        }
    if room:
        return {
            "location": room,
            "eventAttendanceMode": f"{_SCHEMA}OfflineEventAttendanceMode",
        }
    return {}


def _present(data: dict[str, Any]) -> dict[str, Any]:
    return {
        key: readable(value) if isinstance(value, str) else value
        for key, value in data.items()
        if value is not None
    }
