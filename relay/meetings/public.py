"""What of a meeting everybody may read, on the web and on Bluesky.

A link to an online meeting that stands in public is found by people who come to break it up. So it
is told in the Signal groups and to who asks the bot there, and in public only that there is one,
unless a branch's settings say otherwise. Where a meeting can be joined from afar, each of its texts
is read line by line, and a line is public only if it can let nobody in (`relay.meetings.ways_in`).
"""

from dataclasses import dataclass, field, replace
from typing import Literal, Self
from urllib.parse import urlsplit

from relay.meetings.meeting import Change, Meeting, Paper, Place, Session
from relay.meetings.public_links import LinkPolicy
from relay.meetings.ways_in import (
    hints_at_way_in,
    title_without_ways_in,
    told_in,
    without_ways_in,
)
from relay.settings import Branch, Settings

OnlineLinks = Literal["members", "everyone"]
"""Who reads a link to take part: those in the Signal groups, or everybody."""


@dataclass(frozen=True)
class PublicRules:
    """What a branch's settings say about its public meetings.

    Attributes:
        online_links: who reads how to take part from afar.
        links: which other links everybody may read.
    """

    online_links: OnlineLinks = "members"
    links: LinkPolicy = field(default_factory=LinkPolicy)

    @classmethod
    def of(cls, settings: Settings, branch: Branch) -> Self:
        """Return the rules of a branch; the pages that the relay itself serves are one site."""
        own = urlsplit(settings.web.public_url or "").hostname
        return cls(branch.online_links, LinkPolicy((*branch.public_sites, *([own] if own else ()))))


def public_meeting(meeting: Meeting, rules: PublicRules) -> Meeting:
    """Return a meeting as everybody may read it.

    Where links are for members and the meeting has a way in from afar, only what lets nobody in is
    left of it; its places say that there is a way in (`Place.has_private_link`).

    Args:
        meeting: whole.
        rules: of its branch.
    """
    if rules.online_links == "everyone":
        return meeting
    places = (meeting.place, *(one.place for one in meeting.changes if one.place))
    told = "\n\n".join(
        (
            meeting.title,
            *(place.address for place in places),
            *(place.online for place in places),
            meeting.access,
            meeting.cost,
            meeting.contact,
            meeting.agenda,
            *(session.what for session in meeting.programme),
            meeting.reason,
            *(change.reason for change in meeting.changes),
            *(paper.name for paper in meeting.papers if paper.url is None),
        )
    )
    online = any(place.is_online for place in places)
    if not online and not hints_at_way_in(told, rules.links):
        return replace(meeting, papers=_papers(meeting, _Reader(rules.links, frozenset(), ())))
    secret = tuple(place.online for place in places if place.online)
    reader = _Reader(rules.links, told_in(told, rules.links), secret)
    return replace(
        meeting,
        title=title_without_ways_in(meeting.title, rules.links, reader.codes) or "…",
        place=reader.place(meeting.place),
        access=reader.text(meeting.access),
        cost=reader.text(meeting.cost),
        tickets=meeting.tickets if reader.lets_book(meeting.tickets) else "",
        contact=reader.text(meeting.contact),
        agenda=reader.text(meeting.agenda),
        programme=tuple(filter(_is_said, map(reader.session, meeting.programme))),
        reason=reader.text(meeting.reason),
        papers=_papers(meeting, reader),
        changes=tuple(reader.change(change) for change in meeting.changes),
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the texts of one meeting as the public may."""

    links: LinkPolicy
    codes: frozenset[str]
    secret: tuple[str, ...]

    def text(self, text: str) -> str:
        for link in self.secret:
            for written in (link, link.partition("://")[2]):
                text = text.replace(written, "") if written else text
        return without_ways_in(text, self.links, self.codes)

    def lets_book(self, link: str) -> bool:
        """Whether a link that an admin named as one to book is none to take part."""
        return self.links.allows_booking(link, self.secret)

    def session(self, session: Session) -> Session:
        return replace(session, what=self.text(session.what))

    def place(self, place: Place) -> Place:
        private = place.is_online or hints_at_way_in(place.address, self.links)
        return Place(address=self.text(place.address), has_private_link=private)

    def change(self, change: Change) -> Change:
        place = None if change.place is None else self.place(change.place)
        return replace(change, reason=self.text(change.reason), place=place)


def _is_said(session: Session) -> bool:
    return bool(session.what)


def _papers(meeting: Meeting, reader: _Reader) -> tuple[Paper, ...]:
    """The papers that everybody may have: an admin named them as papers, so they need no site."""
    kept = []
    for paper in meeting.papers:
        if paper.url is None:
            name = reader.text(paper.name) or f"{paper.position}.pdf"
            kept.append(replace(paper, name=name))
        elif reader.links.allows_paper(paper.url, reader.secret):
            kept.append(paper)
    return tuple(kept)
