"""What a change of a meeting would make of it, and what people would read. Nothing is changed here.

A change is kept in a conversation as `what`, plain JSON, until somebody says yes; it is planned
anew then, since the meeting may have changed meanwhile.

    move     start (ISO 8601, UTC), rule, guessed
    where    address, online, one (only `date`), stays (the link that is there)
    agenda   text
    access   text
    papers   files (id, name, media type of each), links
    cancel   reason, all

`date` names the one date of a recurring meeting that was shown (ISO 8601, UTC): the next one may be
another by the time of the yes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from handlers.meetings.listing import date_said
from handlers.meetings.public import PublicReply, reply_to
from handlers.meetings.texts import paper_lines, spoken_place
from handlers.meetings.times import recurring, spoken
from handlers.services import Services
from relay.meetings.changes import at
from relay.meetings.meeting import Change, Meeting, MeetingState, Occurrence, Paper, Place
from relay.meetings.recurrence import next_occurrence, occurrence_of, with_change
from relay.time.clock import BranchTime

MOVE, WHERE, AGENDA, PAPERS, CANCEL = "move", "where", "agenda", "papers", "cancel"
ACCESS = "access"
SHOWN = frozenset({MOVE, WHERE, ACCESS, CANCEL})
"""What the card shows: it has to be posted anew, since phones keep the card of an edited post."""

What = Mapping[str, Any]

_NOTHING = PublicReply("")


@dataclass(frozen=True)
class Plan:
    """A change before it is made.

    Attributes:
        after: the meeting as it would be; its `sequence` is not raised yet.
        heading: what the admin reads first.
        notice: the short message in the groups, or the beginning of the new post there.
        public: what everybody reads of it elsewhere.
    """

    after: Meeting
    heading: str
    notice: str
    public: PublicReply = _NOTHING

    def post(self, text: str) -> str:
        """Return the new post of a change of what the card shows.

        Args:
            text: all about the meeting; of one that is off, the notice is all there is to know.
        """
        return self.notice if self.after.is_cancelled else f"{self.notice}\n\n{text}"


def plan(services: Services, meeting: Meeting, kind: str, what: What) -> Plan | None:
    """Return what a change would do, or None where there is no date left to change."""
    date = date_meant(services, meeting, what)
    if date is None:
        return None
    planned = _plan(services, meeting, date, kind, what)
    public = reply_to(services, meeting, planned.after, date, kind, what)
    return replace(planned, public=public)


def date_meant(services: Services, meeting: Meeting, what: What) -> Occurrence | None:
    """Return the date a change is about, None where it is over or off."""
    now, named = services.clock.now(), what.get("date")
    if named is None or not meeting.recurs or what.get("all") or what.get("rule"):
        return next_occurrence(meeting, now)
    date = occurrence_of(meeting, datetime.fromisoformat(named))
    return None if date is None or date.cancelled or date.end <= now else date


def _plan(services: Services, meeting: Meeting, date: Occurrence, kind: str, what: What) -> Plan:
    match kind:
        case "move":
            return _move(services, meeting, date, what)
        case "where":
            return _where(services, meeting, date, what)
        case "agenda":
            return _agenda(services, meeting, what["text"])
        case "access":
            return _access(services, meeting, what["text"])
        case "papers":
            return _papers(services, meeting, what)
    return _cancel(services, meeting, date, what)


def _move(services: Services, meeting: Meeting, date: Occurrence, what: What) -> Plan:
    say, zone = services.words.say, meeting.local_zone
    start, rule = datetime.fromisoformat(what["start"]), what["rule"]
    old, new = spoken(services, date.start, zone), spoken(services, start, zone)
    more = others = ""
    if rule is not None:
        after = at(meeting, start, rule)
        new = recurring(services, start, rule, zone)
    elif meeting.recurs:
        place = None if date.place == meeting.place else date.place
        change = Change(original=date.original, start=start, place=place)
        after = replace(meeting, changes=with_change(meeting, change))
        others = f"\n{say('meeting-public-other-dates')}"
        more = say("meeting-move-one-date", number=str(meeting.id))
    else:
        after = at(meeting, start)
    heading = say(
        "meeting-move-heading", number=str(meeting.id), title=meeting.title, old=old, new=new
    )
    if what["guessed"]:
        time = BranchTime(zone, services.words, services.clock).time(start)
        more = f"{more} {say('meeting-move-guess', time=time, number=str(meeting.id))}".strip()
    notice = say("meeting-notice-moved", title=meeting.title, old=old, new=new)
    return Plan(after, f"{heading} {more}".strip(), f"{notice}{others}")


def _where(services: Services, meeting: Meeting, date: Occurrence, what: What) -> Plan:
    say = services.words.say
    # Who moves to another hall does not mean to lock out those who join online.
    kept = date.place.online if what.get("stays") else ""
    place = Place(what["address"], what["online"] or kept)
    said, one = spoken_place(services, place), bool(what.get("one")) and meeting.recurs
    when = spoken(services, date.start, meeting.local_zone)
    heading = say("meeting-where-heading", number=str(meeting.id), title=meeting.title, place=said)
    if kept:
        heading = f"{heading}\n{say('meeting-where-online-stays', number=str(meeting.id))}"
    notice = say("meeting-notice-place", title=meeting.title, when=when, place=said)
    if one:
        change = Change(original=date.original, start=date.start, place=place)
        after = replace(meeting, changes=with_change(meeting, change))
        only = say("meeting-where-one-date", when=when)
        others = say("meeting-public-other-dates")
        return Plan(after, f"{heading}\n{only}", f"{notice}\n{others}")
    after = replace(meeting, place=place)
    if not meeting.recurs:
        return Plan(after, heading, notice)
    every = say("meeting-where-all-dates", number=str(meeting.id))
    return Plan(after, f"{heading}\n{every}", f"{notice}\n{say('meeting-notice-all-dates')}")


def _agenda(services: Services, meeting: Meeting, agenda: str) -> Plan:
    say, when = services.words.say, date_said(services, meeting)
    heading = say(
        "meeting-agenda-heading", number=str(meeting.id), title=meeting.title, agenda=agenda
    )
    notice = say("meeting-notice-agenda", title=meeting.title, when=when, agenda=agenda)
    return Plan(replace(meeting, agenda=agenda), heading, notice)


def _access(services: Services, meeting: Meeting, access: str) -> Plan:
    say, when = services.words.say, date_said(services, meeting)
    heading = say(
        "meeting-access-heading", number=str(meeting.id), title=meeting.title, access=access
    )
    notice = say("meeting-notice-access", title=meeting.title, when=when, access=access)
    return Plan(replace(meeting, access=access), heading, notice)


def _papers(services: Services, meeting: Meeting, what: What) -> Plan:
    say, when = services.words.say, date_said(services, meeting)
    papers = list(meeting.papers)
    for file, name, media_type in what["files"]:
        papers.append(Paper(len(papers) + 1, name, media_type, file=file))
    for link in what["links"]:
        papers.append(Paper(len(papers) + 1, link, url=link))
    new = papers[len(meeting.papers) :]
    names = ", ".join(paper.name for paper in new)
    heading = say(
        "meeting-papers-heading",
        number=str(meeting.id),
        title=meeting.title,
        count=len(new),
        names=names,
    )
    notice = say(
        "meeting-notice-papers",
        title=meeting.title,
        when=when,
        count=len(new),
        lines=paper_lines(services, new),
    )
    return Plan(replace(meeting, papers=tuple(papers)), heading, notice)


def _cancel(services: Services, meeting: Meeting, date: Occurrence, what: What) -> Plan:
    say, number, reason = services.words.say, str(meeting.id), what["reason"]
    when = spoken(services, date.start, meeting.local_zone)
    whole = what["all"] or not meeting.recurs
    if whole:
        after = replace(meeting, state=MeetingState.CANCELLED, reason=reason)
    else:
        change = Change(original=date.original, start=date.start, cancelled=True, reason=reason)
        after = replace(meeting, changes=with_change(meeting, change))
    every = whole and meeting.recurs
    heading = say(
        "meeting-cancel-heading-all" if every else "meeting-cancel-heading",
        number=number,
        title=meeting.title,
        when=when,
    )
    notice = say(
        "meeting-notice-cancelled-all" if every else "meeting-notice-cancelled",
        title=meeting.title,
        when=when,
    )
    others = "" if whole else f"\n{say('meeting-public-other-dates')}"
    if reason:
        why = say("meeting-text-reason", reason=reason)
        return Plan(after, heading, f"{notice}\n{why}{others}")
    notice = f"{notice}{others}"
    none = say("meeting-cancel-no-reason", number=number)
    return Plan(after, f"{heading}\n\n{none}", notice)
