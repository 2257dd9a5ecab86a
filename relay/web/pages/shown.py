"""What each page shows, as plain frozen values: nothing is worked out here, nothing is drawn."""

from dataclasses import dataclass

from relay.meetings.meeting import Occurrence
from relay.web.pages.announcements import AnnouncementView
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.linkify import Paragraph


@dataclass(frozen=True)
class Leaf:
    """A date as a calendar's leaf shows it: short, for the eye alone."""

    weekday: str
    day: str
    month: str


@dataclass(frozen=True)
class DateView:
    """One date in a list.

    Attributes:
        path: of the meeting's page.
        title: of the meeting.
        when: in words.
        start: for machines: ISO 8601 with the offset of the branch's time zone; where no time is
            known, the day alone.
        where: in one line.
        marks: short words on what is special, such as that it is cancelled.
        off: whether it does not take place.
        leaf: the day for the eye; `when` says it too.
        doors: when people may come, in words; empty where nobody said.
        was: when it was to begin before it was moved, in words; empty where it was not.
    """

    path: str
    title: str
    when: str
    start: str
    where: str
    marks: tuple[str, ...]
    off: bool
    leaf: Leaf
    was: str
    doors: str


@dataclass(frozen=True)
class BranchLine:
    """A branch in the list of all, with its next date or None."""

    branch: PublicBranch
    next: DateView | None


@dataclass(frozen=True)
class HomeView:
    """The first page."""

    branches: tuple[BranchLine, ...]


@dataclass(frozen=True)
class BranchView:
    """A branch's page. `fingerprint` is that of the key it signs with; empty for none."""

    branch: PublicBranch
    upcoming: tuple[DateView, ...]
    recent: tuple[DateView, ...]
    told: tuple[AnnouncementView, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True)
class PaperView:
    """A paper: a link to elsewhere, or the path of the file; None where it has neither."""

    name: str
    link: str | None
    path: str | None


@dataclass(frozen=True)
class MeetingView:
    """A meeting's page: its nearest date in full, the others in a list.

    Attributes:
        occurrence: the nearest date.
        date: the same in words.
        notices: what has changed, in sentences; the first is the most important.
        over: whether the nearest date has passed.
        address: lines.
        map, online, tickets: links or None.
        programme: a line for each part that begins at a time of its own.
        others: more dates.
        heading: the title as link previews and browser tabs show it: with what happened to it.
        summary: one or two sentences for link previews.
        alt: what the picture says.
    """

    branch: PublicBranch
    occurrence: Occurrence
    date: DateView
    notices: tuple[str, ...]
    over: bool
    address: tuple[str, ...]
    map: str | None
    online: str | None
    access: tuple[Paragraph, ...]
    cost: tuple[Paragraph, ...]
    tickets: str | None
    contact: tuple[Paragraph, ...]
    programme: tuple[str, ...]
    agenda: tuple[Paragraph, ...]
    papers: tuple[PaperView, ...]
    others: tuple[DateView, ...]
    heading: str
    summary: str
    alt: str


View = HomeView | BranchView | MeetingView
