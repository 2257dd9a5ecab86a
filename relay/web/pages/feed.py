"""A branch's Atom feed (RFC 4287): an entry for each meeting and each announcement.

It is written again when that changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from relay.formatting import StyledText
from relay.language.bidi import isolate
from relay.language.words import Words
from relay.meetings.meeting import Occurrence
from relay.meetings.recurrence import listed_since
from relay.meetings.saying import programme_said
from relay.web.pages.addresses import Outside, branch_path, feed_path, meeting_path
from relay.web.pages.announcements import AnnouncementView
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.formatted import as_html
from relay.web.pages.linkify import one_line, readable
from relay.web.pages.views import Views

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Enclosure:
    """A file that goes with an entry: its whole address, what it is, and what people call it."""

    address: str
    media_type: str
    title: str


@dataclass(frozen=True)
class EntryView:
    """A meeting or an announcement in a feed.

    Attributes:
        identity: made from the meeting's calendar identity alone, or from the announcement's
            number, so that it survives a move of the pages to another address.
        kind: which of the two it is, for machines.
        label: the same in words.
        title: in one line.
        updated: since when it says what it says, aware.
        page: its whole address, or None.
        text: what it is about, as HTML (RFC 4287, 3.1.1.3): in plain text the forums, websites and
            mailing lists that take it over show all lines as one.
        published: when it was posted first, aware, or None where only changes are known.
        enclosures: what goes with it.
        deleted: since when it is taken back (aware), or None.
    """

    identity: str
    kind: Literal["meeting", "announcement"]
    label: str
    title: str
    updated: datetime
    page: str | None
    text: str
    published: datetime | None = None
    enclosures: tuple[Enclosure, ...] = ()
    deleted: datetime | None = None


@dataclass(frozen=True)
class FeedView:
    """A branch's feed; `page` and `address` are None where there is no public address."""

    identity: str
    title: str
    updated: datetime
    author: str
    page: str | None
    address: str | None
    entries: tuple[EntryView, ...]


class Feeds:
    """Decides what feeds say.

    Args:
        views: how dates and places are said.
        words: the wording.
        outside: what the outside calls the pages.
    """

    def __init__(self, views: Views, words: Words, outside: Outside) -> None:
        self._views = views
        self._words = words
        self._outside = outside

    def of(
        self,
        branch: PublicBranch,
        shown: Sequence[Occurrence],
        told: Sequence[AnnouncementView] = (),
    ) -> FeedView:
        """A branch's feed, from the dates its page shows; of each meeting, the first counts.

        What was taken back stays as an entry that says no more than that: readers' programs write
        it over the copy that they have. Those that know of deletions are told of one (RFC 6721,
        section 3: an entry with the same id is gone unless it is newer).
        """
        nearest: dict[int, Occurrence] = {}
        for occurrence in shown:
            nearest.setdefault(occurrence.meeting.id, occurrence)
        meetings = sorted(nearest.values(), key=lambda one: one.meeting.id, reverse=True)
        entries = [*map(self._entry, meetings), *map(self._told, told)]
        newest = sorted(entries, key=lambda one: one.updated, reverse=True)
        name = one_line(branch.name)
        return FeedView(
            identity=_identity(f"branch:{branch.slug}"),
            title=self._words.say("pages-branch-title", branch=name),
            updated=newest[0].updated if newest else _NEVER,
            author=name,
            page=self._outside.of(branch_path(branch.slug)),
            address=self._outside.of(feed_path(branch.slug)),
            entries=tuple(newest),
        )

    def _told(self, view: AnnouncementView) -> EntryView:
        return EntryView(
            identity=_identity(f"announcement:{view.branch.slug}:{view.number}"),
            kind="announcement",
            label=self._words.say("pages-feed-announcement"),
            title=isolate(view.title),
            updated=view.changed_at.astimezone(UTC),
            published=view.posted_at.astimezone(UTC),
            page=self._outside.of(view.path),
            text="\n".join([view.fed, *self._beside(view)]),
            enclosures=tuple(self._enclosures(view)),
            deleted=view.changed_at.astimezone(UTC) if view.is_taken_back else None,
        )

    def _beside(self, view: AnnouncementView) -> Iterator[str]:
        """What stands below an announcement, as HTML."""
        for picture in view.pictures:
            if address := self._outside.of(picture.path):
                yield f'<p><img src="{escape(address)}" alt="{escape(picture.alt)}"></p>'
        for paper in view.papers:
            if address := self._outside.of(paper.path):
                yield f'<p><a href="{escape(address)}">{escape(paper.name)}</a></p>'
        if view.changed and not view.is_taken_back:
            corrected = self._words.say("pages-announcement-corrected", when=view.changed)
            yield f"<p><em>{escape(corrected)}</em></p>"

    def _enclosures(self, view: AnnouncementView) -> Iterator[Enclosure]:
        for picture in view.pictures:
            if address := self._outside.of(picture.path):
                yield Enclosure(address, picture.media_type, picture.alt)
        for paper in view.papers:
            if address := self._outside.of(paper.path):
                yield Enclosure(address, paper.media_type, paper.name)

    def _entry(self, occurrence: Occurrence) -> EntryView:
        meeting, date, say = occurrence.meeting, self._views.date(occurrence), self._words.say
        lines = [
            *date.marks,
            say("pages-feed-when", when=date.when),
            *([date.doors] if date.doors else []),
            say("pages-feed-where", where=date.where),
        ]
        if access := readable(meeting.access).strip():
            lines.append(say("pages-feed-access", access=access))
        if cost := readable(meeting.cost).strip():
            lines.append(say("pages-feed-cost", cost=cost))
        if meeting.tickets:
            lines.append(say("pages-feed-tickets", link=meeting.tickets))
        if contact := readable(meeting.contact).strip():
            lines.append(say("pages-feed-contact", contact=contact))
        if programme := readable(programme_said(self._words, occurrence)).strip():
            lines += ["", isolate(programme)]
        if agenda := readable(meeting.agenda).strip():
            lines += ["", isolate(agenda)]
        title = isolate(date.title)
        return EntryView(
            identity=_identity(meeting.uid),
            kind="meeting",
            label=say("pages-feed-meeting"),
            title=say("pages-title-off", title=date.title) if meeting.is_cancelled else title,
            updated=_updated(occurrence),
            page=self._outside.of(meeting_path(meeting.id)),
            text=as_html(StyledText("\n".join(lines)), lambda inner: inner),
        )


def _updated(occurrence: Occurrence) -> datetime:
    """When an entry began to say what it says (RFC 4287, 4.2.15).

    That is when the meeting was changed, or when the date before this one was over: a reader's
    program takes an entry with the same moment for one that it has already.
    """
    changed, since = occurrence.meeting.changed_at, listed_since(occurrence)
    return changed if since is None else max(changed, since)


def _identity(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"branch-relay:{name}").urn
