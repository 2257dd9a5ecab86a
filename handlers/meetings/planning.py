"""What a change of a meeting would make of it, and what people would read. Nothing is changed here.

It is planned once to be shown and anew at the yes, since the meeting may have changed meanwhile.
"""

from dataclasses import dataclass

from handlers.meetings.files import notice_of
from handlers.meetings.listing import date_said
from handlers.meetings.public import PublicReply, programme_of, reply_to
from handlers.meetings.texts import paper_lines, spoken_place
from handlers.meetings.times import date_of, doors_of, recurring
from handlers.services import Services
from relay.cards import NoticeKind
from relay.meetings.changes import (
    AddPapers,
    CallingOff,
    Explain,
    MeetingChange,
    Move,
    Relocate,
    SetAccess,
    SetAgenda,
    SetCost,
    SetProgramme,
    SetTickets,
)
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.questions import Questions
from relay.meetings.recurrence import as_usual, occurrence_of
from relay.time.clock import BranchTime


@dataclass(frozen=True)
class PlannedChange:
    """A change before it is made.

    Attributes:
        change: it.
        after: the meeting as it would be; its `sequence` is not raised yet.
        heading: what the admin reads first.
        notice: the short message in the groups, or the beginning of the new post there.
        public: what everybody reads of it elsewhere.
        completes: whether people learn what was to be confirmed, and nothing else changes.
    """

    change: MeetingChange
    after: Meeting
    heading: str
    notice: str
    public: PublicReply
    completes: bool = False

    def bar(self, shown: Meeting) -> NoticeKind | None:
        """Return what stands across the card of what is shown: nothing of what was completed."""
        return None if self.completes else notice_of(shown)

    def post(self, text: str) -> str:
        """Return the new post of a change of what the card shows.

        Args:
            text: all about the meeting; of one that is off, the notice is all there is to know.
        """
        return self.notice if self.after.is_cancelled else f"{self.notice}\n\n{text}"


def plan(services: Services, meeting: Meeting, change: MeetingChange) -> PlannedChange | None:
    """Return what a change would do, or None where there is no date left to change."""
    date = change.date_in(meeting, services.clock.now())
    if date is None:
        return None
    after = change.applied(meeting, date)
    public = services.in_public
    heading, _ = _texts(services, meeting, date, change)
    _, notice = _texts(public, meeting, date, change)
    reply = reply_to(public, meeting, after, date, change)
    return PlannedChange(change, after, heading, notice, reply, change.completes(date))


def questions_of(services: Services) -> Questions:
    """Return what asks who comes, and stops asking."""
    return Questions(services.store, services.clock, services.branches)


def _texts(
    services: Services, meeting: Meeting, date: Occurrence, change: MeetingChange
) -> tuple[str, str]:
    """What the admin reads first, and what the groups read."""
    match change:
        case Move():
            return _move(services, meeting, date, change)
        case Relocate():
            return _relocate(services, meeting, date, change)
        case AddPapers():
            return _papers(services, meeting, change)
        case SetProgramme():
            return _programme(services, meeting, date, change)
        case CallingOff():
            return _cancel(services, meeting, date, change)
        case SetAgenda():
            words = {"agenda": change.text}
            heading, notice = "meeting-agenda-heading", "meeting-notice-agenda"
        case SetAccess():
            words = {"access": change.text}
            heading, notice = "meeting-access-heading", "meeting-notice-access"
        case SetCost():
            words = {"cost": change.text}
            heading, notice = "meeting-cost-heading", "meeting-notice-cost"
        case SetTickets():
            words = {"link": change.text}
            heading, notice = "meeting-tickets-heading", "meeting-notice-tickets"
        case _:
            raise TypeError(change.kind)
    say, when = services.words.say, date_said(services, meeting)
    return (
        say(heading, number=str(meeting.id), title=meeting.title, **words),
        say(notice, title=meeting.title, when=when, **words),
    )


def _move(services: Services, meeting: Meeting, date: Occurrence, move: Move) -> tuple[str, str]:
    say, zone, number = services.words.say, meeting.local_zone, str(meeting.id)
    after = move.applied(meeting, date)
    one = meeting.recurs and move.rule is None
    moved = occurrence_of(after, date.original) if one else None
    moved = moved or as_usual(after, after.start)
    old, new = date_of(services, date), date_of(services, moved)
    if move.rule is not None:
        new = recurring(services, move.start, move.rule, zone, after.length, after.times)
    doors = doors_of(services, moved)
    words = {"title": meeting.title, "old": old, "new": new}
    asked, told = "meeting-move-heading", "meeting-notice-moved"
    if move.completes(date):
        asked, told = "meeting-time-set-heading", "meeting-notice-time-set"
    heading = [say(asked, number=number, **words)]
    if doors:
        heading.append(say("meeting-move-doors", doors=doors))
    if one:
        heading.append(say("meeting-move-one-date", number=number))
    if move.guessed:
        time = BranchTime(zone, services.words, services.clock).time(move.start)
        heading.append(say("meeting-move-guess", time=time, number=number))
    notice = say(told, **words)
    ending = questions_of(services).ending(after)
    keeps = any(any(asked.counts) for asked, _ in ending.kept)
    kept = say("rsvp-notice-kept") if keeps else ""
    return " ".join(heading), _lines(notice, doors, _others(services) if one else "", kept)


def _relocate(
    services: Services, meeting: Meeting, date: Occurrence, change: Relocate
) -> tuple[str, str]:
    say, number = services.words.say, str(meeting.id)
    place = spoken_place(services, change.place(date))
    when = date_of(services, date)
    kept = say("meeting-where-online-stays", number=number) if change.kept_link(date) else ""
    only = others = ""
    if change.is_of_one(meeting):
        only, others = say("meeting-where-one-date", when=when), _others(services)
    elif meeting.recurs:
        only, others = (
            say("meeting-where-all-dates", number=number),
            say("meeting-notice-all-dates"),
        )
    asked, told = "meeting-where-heading", "meeting-notice-place"
    if change.completes(date):
        asked, told = "meeting-place-set-heading", "meeting-notice-place-set"
    heading = say(asked, number=number, title=meeting.title, place=place)
    notice = say(told, title=meeting.title, when=when, place=place)
    return _lines(heading, kept, only), _lines(notice, others)


def _programme(
    services: Services, meeting: Meeting, date: Occurrence, change: SetProgramme
) -> tuple[str, str]:
    say, lines = services.words.say, programme_of(services, change.applied(meeting, date), date)
    words = {"title": meeting.title, "lines": lines}
    asked, told = "meeting-programme-heading", "meeting-notice-programme"
    if not lines:
        asked, told = "meeting-programme-none-heading", "meeting-notice-programme-none"
    return (
        say(asked, number=str(meeting.id), **words),
        say(told, when=date_said(services, meeting), **words),
    )


def _papers(services: Services, meeting: Meeting, change: AddPapers) -> tuple[str, str]:
    say, new = services.words.say, change.added(meeting)
    heading = say(
        "meeting-papers-heading",
        number=str(meeting.id),
        title=meeting.title,
        count=len(new),
        names=", ".join(paper.name for paper in new),
    )
    notice = say(
        "meeting-notice-papers",
        title=meeting.title,
        when=date_said(services, meeting),
        count=len(new),
        lines=paper_lines(services, new),
    )
    return heading, notice


def _cancel(
    services: Services, meeting: Meeting, date: Occurrence, change: CallingOff
) -> tuple[str, str]:
    say, number, one = services.words.say, str(meeting.id), change.is_of_one(meeting)
    when = date_of(services, date)
    asked, told = "meeting-cancel-heading", "meeting-notice-cancelled"
    if meeting.recurs and not one:
        asked, told = "meeting-cancel-heading-all", "meeting-notice-cancelled-all"
    if isinstance(change, Explain):
        asked = "meeting-reason-heading"
    heading = say(asked, number=number, title=meeting.title, when=when)
    notice = say(told, title=meeting.title, when=when)
    why = say("meeting-text-reason", reason=change.reason) if change.reason else ""
    if not change.reason:
        heading = f"{heading}\n\n{say('meeting-cancel-no-reason', number=number)}"
    return heading, _lines(notice, why, _others(services) if one else "")


def _others(services: Services) -> str:
    """What becomes of the dates that a change is not about."""
    return services.words.say("meeting-public-other-dates")


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
