"""What is known so far of a meeting that is being entered.

States of the conversation, each with all facts:

    meeting.branch   which branch is it for?
    meeting.title    what is it called?
    meeting.when     which day and time?
    meeting.where    address, link, or both?
    meeting.agenda   what is on it?
    meeting.papers   which PDFs and links?
    meeting.access   who can come?

Once all have an answer, the announcement's own preview follows (`handlers.announcements.drafts`).
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from relay.meetings.meeting import DEFAULT_LENGTH, Meeting, Paper, Place
from relay.store.conversations import Conversation

PREFIX = "meeting.ask."
BRANCH = "branch"
QUESTIONS = ("title", "when", "where", "agenda", "papers", "access")
MAX_LINE = 150
"""Characters of a title and of an address."""
MOST = {"title": MAX_LINE, "where": MAX_LINE, "agenda": 4_000, "access": 600}
"""Characters of an answer, by question."""
GUESSED = "guessed-time"
"""Among the notes: whether it is morning or evening was not said."""
WHOLE_DAY = "whole-day"
"""A day without hours: meetings here begin at a time."""
NO_PLACE = "place-tbc"
STATES = frozenset(PREFIX + name for name in (BRANCH, *QUESTIONS))


@dataclass(frozen=True)
class Open:
    """Something that a text leaves open.

    Attributes:
        reason: one of `relay.meetings.reading.reading.Reason`, or `WHOLE_DAY`.
        choices: moments that fit, ISO 8601, on the branch's clocks and without an offset; one at
            midnight is a day whose time is not known.
        words: what in the text gave rise to it.
    """

    reason: str
    choices: tuple[str, ...] = ()
    words: str = ""

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The choices, naive."""
        return tuple(datetime.fromisoformat(one) for one in self.choices)


@dataclass(frozen=True)
class Facts:
    """The facts. Empty texts are unknown.

    Attributes:
        origins: timestamps of the message that began it, original and edits.
        branch: slug.
        title: one line.
        start: ISO 8601, UTC.
        length: minutes, None where no end was named.
        rule: RFC 5545, or None.
        address: of the place.
        online: link to take part.
        agenda: as typed.
        access: as typed.
        links: papers that are links.
        files: papers that are files: id, name and media type.
        holder: the announcement that keeps the files from being tidied away.
        done: the questions that need not be asked: answered or skipped.
        notes: codes of what was left out on the way in, and `GUESSED`.
        doors: when people may come before it starts, `HH:MM` on the branch's clocks.
        open: what a text about the meeting leaves open, with the reason; the first is asked first.
        unread: lines of that text that went into nothing.
    """

    origins: tuple[int, ...] = ()
    branch: str = ""
    title: str = ""
    start: str = ""
    length: int | None = None
    rule: str | None = None
    address: str = ""
    online: str = ""
    agenda: str = ""
    access: str = ""
    links: tuple[str, ...] = ()
    files: tuple[tuple[int, str, str], ...] = ()
    holder: int | None = None
    done: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doors: str = ""
    open: tuple[Open, ...] = ()
    unread: tuple[str, ...] = ()

    @classmethod
    def of(cls, conversation: Conversation) -> Self:
        """Return the facts a conversation holds."""
        data = {key: value for key, value in conversation.data.items() if key != "preview"}
        for key in ("origins", "links", "done", "notes", "unread"):
            data[key] = tuple(data.get(key, ()))
        data["open"] = tuple(
            Open(one["reason"], tuple(one["choices"]), one["words"]) for one in data.get("open", ())
        )
        data["files"] = tuple((one[0], one[1], one[2]) for one in data["files"])
        return cls(**data)

    @classmethod
    def of_meeting(cls, meeting: Meeting, origins: tuple[int, ...]) -> Self:
        """Return the facts of a meeting that was complete already, to change some of them."""
        return cls(
            origins=origins,
            branch=meeting.branch,
            title=meeting.title,
            start=meeting.start.isoformat(),
            length=meeting.length // timedelta(minutes=1),
            rule=meeting.rule,
            address=meeting.place.address,
            online=meeting.place.online,
            agenda=meeting.agenda,
            access=meeting.access,
            links=tuple(paper.url for paper in meeting.papers if paper.url is not None),
            files=tuple(
                (paper.file, paper.name, paper.media_type)
                for paper in meeting.papers
                if paper.file is not None
            ),
            done=QUESTIONS,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the facts as a conversation keeps them."""
        return asdict(self)

    def answered(self, question: str, **facts: Any) -> Self:
        """Return the facts with a question answered or, without any facts, skipped."""
        return replace(self, done=tuple(dict.fromkeys((*self.done, question))), **facts)

    @property
    def next_question(self) -> str | None:
        """What is asked next, None once everything was."""
        if not self.branch:
            return BRANCH
        return next((name for name in QUESTIONS if name not in self.done), None)

    @property
    def open_moment(self) -> Open | None:
        """What is open about when it is, or None."""
        return next((one for one in self.open if one.reason != NO_PLACE), None)

    @property
    def lacks_place(self) -> bool:
        """Whether a text about the meeting keeps its place back."""
        return any(one.reason == NO_PLACE for one in self.open)

    def settled(self, *reasons: str) -> Self:
        """Return the facts without what was open for these reasons."""
        return replace(self, open=tuple(one for one in self.open if one.reason not in reasons))

    @property
    def lasts(self) -> timedelta:
        """How long it lasts."""
        return DEFAULT_LENGTH if self.length is None else timedelta(minutes=self.length)

    @property
    def begins(self) -> datetime | None:
        """When the meeting begins, aware, or None."""
        return datetime.fromisoformat(self.start) if self.start else None

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
