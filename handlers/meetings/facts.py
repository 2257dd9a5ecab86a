"""What is known so far of a meeting that is being entered, and which question is open.

Once all questions have an answer, the announcement's own preview follows
(`handlers.announcements.drafts`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import model_validator

from handlers.meetings.states import AboutMeeting
from handlers.services import Services
from relay.meetings.meeting import Meeting, Paper, Place, Session, Times

BRANCH = "branch"
PUBLIC = "public"
QUESTIONS = ("title", "when", "where", "agenda", "papers", "access")
MAX_LINE = 150
"""Characters of a title and of an address."""
MOST = {
    "title": MAX_LINE,
    "where": MAX_LINE,
    "agenda": 4_000,
    "access": 600,
    "cost": 200,
    "tickets": 500,
    "contact": 300,
    "programme": 2_000,
}
"""Characters of an answer, by question."""
GUESSED = "guessed-time"
"""Among the notes: whether it is morning or evening was not said."""
NO_PLACE = "place-tbc"
OFFERED = {"title": "which-title", "where": "which-place"}
"""By question, the reason for which what was read is offered and not taken."""
NOT_OF_TIME = frozenset({NO_PLACE, *OFFERED.values()})
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
_EARLIEST_DOORS = timedelta(hours=12)
_UNNAMED = 120


def doors_at(start: datetime, before: timedelta | None, zone: ZoneInfo) -> str:
    """Return when the doors open as `HH:MM` on a branch's clocks, or nothing.

    Args:
        start: when it begins, aware.
        before: how long before that people may come; None or nothing for no doors.
        zone: of the branch.
    """
    return f"{(start - before).astimezone(zone):%H:%M}" if before else ""


def since_midnight(moment: datetime, zone: ZoneInfo) -> timedelta:
    """Return how late it is on the clocks of a zone."""
    local = moment.astimezone(zone)
    return timedelta(hours=local.hour, minutes=local.minute)


def _programme_of(meeting: Meeting) -> tuple[tuple[int, str], ...]:
    start = since_midnight(meeting.start, meeting.local_zone)
    return tuple(((start + one.after) // _MINUTE, one.what) for one in meeting.programme)


@dataclass(frozen=True)
class Open:
    """Something that a text leaves open.

    Attributes:
        reason: one of `relay.meetings.reading.reading.Reason`.
        choices: moments that fit, ISO 8601, on the branch's clocks and without an offset; one at
            midnight is a day whose time is not known. Or words, where a place or title is open.
        words: what in the text gave rise to it.
    """

    reason: str
    choices: tuple[str, ...] = ()
    words: str = ""

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The choices, naive."""
        return tuple(datetime.fromisoformat(one) for one in self.choices)


class Facts(AboutMeeting):
    """The facts, whatever is asked about them. Empty texts are unknown.

    Attributes:
        origins: timestamps of the message that began it, original and edits.
        branch: slug.
        title: one line.
        start: ISO 8601, UTC.
        minutes: how long it lasts, None where no end was named.
        rule: RFC 5545, or None.
        address: of the place.
        online: link to take part.
        agenda: as typed.
        access: as typed.
        cost: what it costs to come.
        tickets: the link to book.
        contact: whom everybody may ask.
        private_contact: whom only admins may know.
        programme: its parts that begin at times of their own: minutes from midnight, and what.
        links: papers that are links.
        files: papers that are files: id, name and media type.
        done: the questions that need not be asked: answered or skipped.
        notes: codes of what was left out on the way in, and `GUESSED`.
        doors: when people may come before it starts, `HH:MM` on the branch's clocks.
        times: how much of its hours is known; while the day is open, what a text says of them.
        open: what a text about the meeting leaves open, with the reason; the first is asked first.
        unread: lines of that text that went into nothing.
        told: what a text about the meeting holds of somebody's own and nothing else has taken.
        at_home: whether it is at somebody's home, as far as such a text says.
        may_be_public: what of somebody's own everybody may read.
    """

    origins: tuple[int, ...] = ()
    branch: str = ""
    title: str = ""
    start: str = ""
    minutes: int | None = None
    rule: str | None = None
    address: str = ""
    online: str = ""
    agenda: str = ""
    access: str = ""
    cost: str = ""
    tickets: str = ""
    contact: str = ""
    private_contact: str = ""
    programme: tuple[tuple[int, str], ...] = ()
    links: tuple[str, ...] = ()
    files: tuple[tuple[int, str, str], ...] = ()
    done: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doors: str = ""
    times: Times = Times.SET
    open: tuple[Open, ...] = ()
    unread: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    at_home: bool = False
    may_be_public: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_minutes(cls, data: Any) -> Any:
        """Read what was stored when an end that nobody named was kept as two hours."""
        if isinstance(data, dict) and data.get("length") not in (None, _UNNAMED):
            return {"minutes": data["length"], **data}
        return data

    @classmethod
    def of_meeting(cls, meeting: Meeting, origins: tuple[int, ...]) -> Self:
        """Return the facts of a meeting that was complete already, to change some of them."""
        return cls(
            origins=origins,
            branch=meeting.branch,
            title=meeting.title,
            start=meeting.start.isoformat(),
            minutes=None if meeting.length is None else meeting.length // _MINUTE,
            doors=doors_at(meeting.start, meeting.doors, meeting.local_zone),
            times=meeting.times,
            rule=meeting.rule,
            address=meeting.place.address,
            online=meeting.place.online,
            agenda=meeting.agenda,
            access=meeting.access,
            cost=meeting.cost,
            tickets=meeting.tickets,
            contact=meeting.contact,
            programme=_programme_of(meeting),
            links=tuple(paper.url for paper in meeting.papers if paper.url is not None),
            files=tuple(
                (paper.file, paper.name, paper.media_type)
                for paper in meeting.papers
                if paper.file is not None
            ),
            done=QUESTIONS,
        )

    def say_expired(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "meeting-expired")

    def say_left(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "meeting-dropped")

    def answered(self, question: str, **facts: Any) -> Self:
        """Return the facts with a question answered or, without any facts, skipped."""
        return self.but(done=tuple(dict.fromkeys((*self.done, question))), **facts)

    @property
    def question(self) -> str:
        """The question that is open."""
        return self.name.rpartition(".")[2]

    @property
    def next_question(self) -> str | None:
        """What is asked next, None once everything was."""
        if not self.branch:
            return BRANCH
        return next((name for name in QUESTIONS if name not in self.done), None)

    def noting(self, *notes: str) -> Self:
        """Return the facts with more that does not go along, each once."""
        return self.but(notes=tuple(dict.fromkeys((*self.notes, *notes))))

    @property
    def open_moment(self) -> Open | None:
        """What is open about when it is, or None."""
        return next((one for one in self.open if one.reason not in NOT_OF_TIME), None)

    @property
    def lacks_place(self) -> bool:
        """Whether a text about the meeting keeps its place back."""
        return any(one.reason == NO_PLACE for one in self.open)

    def settled(self, *reasons: str) -> Self:
        """Return the facts without what was open for these reasons."""
        return self.but(open=tuple(one for one in self.open if one.reason not in reasons))

    @property
    def length(self) -> timedelta | None:
        """How long it lasts, None where no end was named."""
        return None if self.minutes is None else timedelta(minutes=self.minutes)

    @property
    def begins(self) -> datetime | None:
        """When the meeting begins, aware, or None."""
        return datetime.fromisoformat(self.start) if self.start else None

    def doors_before(self, zone: ZoneInfo) -> timedelta | None:
        """Return how long before it people may come; None where that is unknown or no sense.

        Args:
            zone: of the branch.
        """
        begins = self.begins
        if not self.doors or begins is None or not self.times.are_known:
            return None
        opens = time.fromisoformat(self.doors)
        local = begins.astimezone(zone)
        before = (local - local.replace(hour=opens.hour, minute=opens.minute)) % _DAY
        return before if timedelta() < before <= _EARLIEST_DOORS else None

    def sessions(self, zone: ZoneInfo) -> tuple[Session, ...]:
        """Return the parts that begin at times of their own.

        Args:
            zone: of the branch.
        """
        begins = self.begins
        if begins is None:
            return ()
        start = since_midnight(begins, zone)
        return tuple(Session(minutes * _MINUTE - start, what) for minutes, what in self.programme)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.address, self.online)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers, files first."""
        files = [
            Paper(position, name, media_type, file=file)
            for position, (file, name, media_type) in enumerate(self.files, start=1)
        ]
        links = [
            Paper(position, link, url=link)
            for position, link in enumerate(self.links, start=len(files) + 1)
        ]
        return (*files, *links)


class AskBranch(Facts):
    """Which branch is it for?"""

    name: ClassVar[str] = "meeting.ask.branch"


class AskTitle(Facts):
    """What is it called?"""

    name: ClassVar[str] = "meeting.ask.title"


class AskWhen(Facts):
    """Which day and time?"""

    name: ClassVar[str] = "meeting.ask.when"


class AskWhere(Facts):
    """Address, link, or both?"""

    name: ClassVar[str] = "meeting.ask.where"


class AskAgenda(Facts):
    """What is on it?"""

    name: ClassVar[str] = "meeting.ask.agenda"


class AskPapers(Facts):
    """Which PDFs and links?"""

    name: ClassVar[str] = "meeting.ask.papers"


class AskAccess(Facts):
    """Who can come?"""

    name: ClassVar[str] = "meeting.ask.access"


class AskPublic(Facts):
    """May everybody read what may be somebody's own?"""

    name: ClassVar[str] = "meeting.ask.public"


ASKED: Mapping[str, type[Facts]] = {
    BRANCH: AskBranch,
    "title": AskTitle,
    "when": AskWhen,
    "where": AskWhere,
    "agenda": AskAgenda,
    "papers": AskPapers,
    "access": AskAccess,
    PUBLIC: AskPublic,
}
"""The states by the question that is open, in the order in which they are asked."""
