"""A branch's Atom feed (RFC 4287): one entry a meeting, written again when the meeting changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from relay.language.bidi import isolate
from relay.language.words import Words
from relay.meetings.meeting import Occurrence
from relay.meetings.recurrence import listed_since
from relay.meetings.saying import programme_said
from relay.web.pages.addresses import Outside, branch_path, feed_path, meeting_path
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.linkify import one_line, readable
from relay.web.pages.views import Views

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class EntryView:
    """A meeting in a feed.

    Attributes:
        identity: made from the meeting's calendar identity alone, so that it survives a move of
            the pages to another address.
        title: in one line.
        updated: since when it says what it says, aware.
        page: its whole address, or None.
        text: what it is about, in lines.
    """

    identity: str
    title: str
    updated: datetime
    page: str | None
    text: str


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

    def of(self, branch: PublicBranch, shown: Sequence[Occurrence]) -> FeedView:
        """A branch's feed, from the dates its page shows; of each meeting, the first counts."""
        nearest: dict[int, Occurrence] = {}
        for occurrence in shown:
            nearest.setdefault(occurrence.meeting.id, occurrence)
        newest = sorted(
            nearest.values(), key=lambda one: (_updated(one), one.meeting.id), reverse=True
        )
        name = one_line(branch.name)
        return FeedView(
            identity=_identity(f"branch:{branch.slug}"),
            title=self._words.say("pages-branch-title", branch=name),
            updated=_updated(newest[0]) if newest else _NEVER,
            author=name,
            page=self._outside.of(branch_path(branch.slug)),
            address=self._outside.of(feed_path(branch.slug)),
            entries=tuple(map(self._entry, newest)),
        )

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
            title=say("pages-title-off", title=date.title) if meeting.is_cancelled else title,
            updated=_updated(occurrence),
            page=self._outside.of(meeting_path(meeting.id)),
            text="\n".join(lines),
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
