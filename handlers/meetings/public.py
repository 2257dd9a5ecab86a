"""What everybody reads of a meeting on Bluesky: one short post, and one short reply to a change.

Both are made from the meeting as the public may read it (`relay.meetings.public`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.meetings.listing import date_said
from handlers.meetings.texts import one_line, page_of, paper_lines
from handlers.meetings.times import coming, date_of, doors_of, recurring, when_of
from handlers.services import Services
from relay.destinations.short import fitted, tags_in
from relay.meetings.changes import (
    AddPapers,
    MeetingChange,
    Move,
    Relocate,
    SetAccess,
    SetAgenda,
    SetCost,
    SetProgramme,
    SetTickets,
)
from relay.meetings.meeting import Meeting, MeetingState, Occurrence, Place
from relay.meetings.public import PublicRules, public_meeting
from relay.meetings.recurrence import as_usual, occurrence_of
from relay.meetings.saying import programme_said


@dataclass(frozen=True)
class PublicReply:
    """What is replied in public when a meeting changes.

    Attributes:
        text: fits into one post; empty for no reply at all.
        shown: what the picture that goes with it is drawn from; None for no picture.
    """

    text: str
    shown: Meeting | None = None


def as_read(services: Services, meeting: Meeting) -> Meeting:
    """Return a meeting as everybody may read it."""
    branch = services.branches[meeting.branch]
    return public_meeting(meeting, PublicRules.of(services.settings, branch))


def public_place(services: Services, place: Place) -> str:
    """Return a place on one line, without links; as the public pages say it."""
    say, address = services.words.say, one_line(place.address)
    if not place.is_online:
        return address or say("pages-place-open")
    return say("pages-address-and-online", address=address) if address else say("pages-online")


def post_text(services: Services, meeting: Meeting) -> str:
    """Return the post of a meeting, which fits into one."""
    say, read = services.words.say, as_read(services, meeting)
    date = coming(services, read)
    place = read.place if date is None else date.place

    def compose(parts: Mapping[str, str]) -> str:
        lines = [parts[one] for one in ("title", "when", "doors", "place", "online")]
        if parts["access"]:
            lines.append(say("meeting-text-access", access=parts["access"]))
        if parts["cost"]:
            lines.append(say("meeting-text-cost", cost=parts["cost"]))
        lines += [parts["tickets"], parts["page"], parts["tags"]]
        return "\n".join(line for line in lines if line)

    parts = {
        "title": one_line(read.title),
        "when": when_of(services, read),
        "doors": doors_of(services, date or as_usual(read, read.start)),
        "place": public_place(services, place),
        "online": _online(services, place),
        "access": one_line(read.access),
        "cost": one_line(read.cost),
        "tickets": say("meeting-text-tickets", link=read.tickets) if read.tickets else "",
        "page": _page(services, read),
        "tags": _tags(read),
    }
    return fitted(parts, compose, ("tags", "access", "cost", "place", "title"))


def reply_to(
    services: Services, before: Meeting, after: Meeting, date: Occurrence, change: MeetingChange
) -> PublicReply:
    """Return what is replied when a meeting changes.

    Args:
        services: the wording and the settings.
        before: as it stands.
        after: as it would be.
        date: the date that the change is about.
        change: what is changed.
    """
    read = as_read(services, after)
    match change:
        case Move():
            return _moved(services, read, date, change)
        case Relocate():
            return _relocated(services, read, date, change)
        case SetAgenda():
            return PublicReply(_said(services, read, "meeting-public-agenda"))
        case SetAccess():
            access = one_line(read.access)
            text = _said(services, read, "meeting-notice-access", gives_way="access", access=access)
            return PublicReply(text, read)
        case SetCost():
            cost = one_line(read.cost)
            text = _said(services, read, "meeting-notice-cost", gives_way="cost", cost=cost)
            return PublicReply(text, read)
        case SetTickets():
            tickets = _said(services, read, "meeting-notice-tickets", link=read.tickets)
            return PublicReply(tickets if read.tickets else "")
        case SetProgramme():
            return _with_programme(services, read, date, change)
        case AddPapers():
            return _with_papers(services, before, read)
    return _cancelled(services, read, date)


def _moved(services: Services, read: Meeting, date: Occurrence, move: Move) -> PublicReply:
    shown = read if move.rule else _alone(read, date)
    zone = read.local_zone
    new = (
        recurring(services, read.start, read.rule, zone, read.length, read.times)
        if move.rule and read.rule
        else date_of(services, as_usual(shown, shown.start))
    )
    old = date_of(services, date)
    others = _others(services, read) if shown is not read else ""
    doors = doors_of(services, as_usual(shown, shown.start))
    more = "\n".join(line for line in (doors, others) if line)
    told = "meeting-notice-time-set" if move.completes(date) else "meeting-notice-moved"
    text = _said(services, read, told, more=more, old=old, new=new)
    return PublicReply(text, shown)


def _relocated(
    services: Services, read: Meeting, date: Occurrence, change: Relocate
) -> PublicReply:
    one = change.is_of_one(read)
    shown = _alone(read, date) if one else read
    place = shown.place
    others = _others(services, read) if one else ""
    if read.recurs and not one:
        others = services.words.say("meeting-notice-all-dates")
    text = _said(
        services,
        read,
        "meeting-notice-place-set" if change.completes(date) else "meeting-notice-place",
        gives_way="place",
        more="\n".join(line for line in (_online(services, place), others) if line),
        when=date_of(services, date),
        place=public_place(services, place),
    )
    return PublicReply(text, shown)


def programme_of(services: Services, meeting: Meeting, date: Occurrence) -> str:
    """Return the lines of a programme as they are on a date.

    Args:
        services: the wording.
        meeting: whose programme it is.
        date: of the meeting as it was or is.
    """
    on = occurrence_of(meeting, date.original) or as_usual(meeting, meeting.start)
    return programme_said(services.words, on)


def _with_programme(
    services: Services, read: Meeting, date: Occurrence, change: SetProgramme
) -> PublicReply:
    if not change.parts:
        return PublicReply(_said(services, read, "meeting-notice-programme-none"))
    lines = programme_of(services, read, date)
    if not lines:
        return PublicReply("")
    said = _said(services, read, "meeting-notice-programme", gives_way="lines", lines=lines)
    return PublicReply(said)


def _with_papers(services: Services, before: Meeting, read: Meeting) -> PublicReply:
    known = {paper.position for paper in before.papers}
    new = [paper for paper in read.papers if paper.position not in known]
    if not new:
        return PublicReply("")
    lines = paper_lines(services, new)
    text = _said(
        services, read, "meeting-notice-papers", gives_way="lines", lines=lines, count=len(new)
    )
    return PublicReply(text)


def _cancelled(services: Services, read: Meeting, date: Occurrence) -> PublicReply:
    every = read.is_cancelled and read.recurs
    message = "meeting-notice-cancelled-all" if every else "meeting-notice-cancelled"
    alone = _alone(read, date)
    reason = one_line(alone.reason)
    text = _said(
        services,
        read,
        message,
        when=date_of(services, date),
        reason=reason,
        gives_way="reason",
        more=_others(services, read) if alone is not read and not every else "",
    )
    return PublicReply(text, read if every else alone)


def _alone(read: Meeting, date: Occurrence) -> Meeting:
    """A meeting as if the date that a change is about were its only one."""
    if not read.recurs:
        return read
    changed = occurrence_of(read, date.original) or date
    state = MeetingState.CANCELLED if changed.cancelled else read.state
    return replace(
        read,
        start=changed.start,
        length=changed.length,
        times=changed.times,
        doors=None if changed.doors is None else changed.start - changed.doors,
        rule=None,
        changes=(),
        place=changed.place,
        state=state,
        reason=changed.reason,
    )


def _said(
    services: Services,
    read: Meeting,
    message: str,
    *,
    gives_way: str | None = None,
    more: str = "",
    count: int | None = None,
    **facts: str,
) -> str:
    """A notice with the address of the page, in one post."""
    say = services.words.say
    numbers = {} if count is None else {"count": count}

    def compose(parts: Mapping[str, str]) -> str:
        lines = [say(message, **parts, **numbers)]
        if parts.get("reason"):
            lines.append(say("meeting-text-reason", reason=parts["reason"]))
        lines += [more, _page(services, read)]
        return "\n".join(line for line in lines if line)

    parts = {"title": one_line(read.title), "when": date_said(services, read), **facts}
    return fitted(parts, compose, (gives_way, "title") if gives_way else ("title",))


def _others(services: Services, read: Meeting) -> str:
    """What becomes of the dates that a change is not about."""
    return services.words.say("meeting-public-other-dates") if read.recurs else ""


def _online(services: Services, place: Place) -> str:
    if place.has_private_link:
        return services.words.say("meeting-public-online-members")
    return services.words.say("meeting-text-online", link=place.online) if place.online else ""


def _page(services: Services, meeting: Meeting) -> str:
    link = page_of(services, meeting)
    return services.words.say("meeting-text-page", link=link) if link else ""


def _tags(read: Meeting) -> str:
    """The hashtags of the agenda that do not stand in the post anyway."""
    said = f"{read.title} {read.access}".casefold()
    tags = dict.fromkeys(tags_in(read.agenda))
    return " ".join(tag for tag in tags if tag.casefold() not in said)
