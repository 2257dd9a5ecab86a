"""What the pages show of announcements, as plain frozen values: decided here, drawn elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape

from relay.cards import Card
from relay.cards.described import sentence
from relay.destinations.short import shortened
from relay.language.words import Words
from relay.time.clock import BranchTime, Clock
from relay.web.pages.addresses import (
    announcement_paper_path,
    announcement_path,
    picture_path,
)
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.formatted import as_html, as_plain, first_line
from relay.web.pages.linkify import one_line
from relay.web.pages.posted import Posted
from relay.web.pages.stored import BACK

SHOWN = 10
"""How many announcements a branch's page shows."""

FED = 50
"""How many a feed has."""

LONGEST_TITLE = 90
"""Graphemes: what search engines, feeds and link previews show of a title in full."""

LONGEST_SUMMARY = 200
"""Graphemes, of the description in link previews and on a branch's page."""

_KEPT_SAID = 256


@dataclass(frozen=True)
class PictureView:
    """A picture that goes with an announcement; `alt` says what it shows."""

    path: str
    media_type: str
    alt: str


@dataclass(frozen=True)
class FileView:
    """A paper that goes with an announcement."""

    path: str
    media_type: str
    name: str


@dataclass(frozen=True)
class AnnouncementView:
    """An announcement's page, and its line in a list.

    Attributes:
        path: of its page.
        title: its first line; one of ours once it was taken back.
        heading: of the page.
        posted, changed: in words; `changed` is empty where nothing has been.
        posted_at, changed_at: the same for machines, aware.
        body: HTML in which everything typed is escaped; what is covered can be opened.
        fed: the same for feeds, whose readers open nothing.
        summary: one or two lines, plain.
        rest: what follows the title, for a list; empty where that is all.
        alt: what its picture card says.
        is_taken_back: whether only that is left to say.
    """

    branch: PublicBranch
    number: int
    path: str
    title: str
    heading: str
    posted: str
    changed: str
    posted_at: datetime
    changed_at: datetime
    body: str
    fed: str
    summary: str
    rest: str
    alt: str
    pictures: tuple[PictureView, ...] = ()
    papers: tuple[FileView, ...] = ()
    is_taken_back: bool = False


@dataclass(frozen=True)
class _Said:
    """What an announcement says at each place, whenever it is asked; see `AnnouncementView`."""

    title: str
    body: str
    fed: str
    summary: str
    rest: str


class AnnouncementViews:
    """Decides what pages and feeds show of announcements.

    Args:
        words: the wording.
        clock: the time.
    """

    def __init__(self, words: Words, clock: Clock) -> None:
        self._words = words
        self._clock = clock
        # A correction of one changes no other.
        self._said = lru_cache(_KEPT_SAID)(self._make)

    def listed(
        self, branch: PublicBranch, posted: Sequence[Posted]
    ) -> tuple[AnnouncementView, ...]:
        """What a branch's page shows, newest first."""
        since = self._clock.now() - BACK
        shown = [one for one in posted if not one.is_taken_back and one.posted_at > since]
        return tuple(self.of(branch, one) for one in shown[:SHOWN])

    def fed(self, branch: PublicBranch, posted: Sequence[Posted]) -> tuple[AnnouncementView, ...]:
        """What a branch's feed has, what changed last first; what was taken back included."""
        since = self._clock.now() - BACK
        shown = sorted(
            (one for one in posted if one.changed_at > since),
            key=lambda one: (one.changed_at, one.number),
            reverse=True,
        )
        return tuple(self.of(branch, one) for one in shown[:FED])

    def of(self, branch: PublicBranch, posted: Posted) -> AnnouncementView:
        """An announcement as its page shows it."""
        number, said = posted.number, self._said(posted)
        is_changed = posted.changed_at > posted.posted_at
        return AnnouncementView(
            branch=branch,
            number=number,
            path=announcement_path(number),
            title=said.title,
            heading=self._words.say("pages-announcement-heading", branch=one_line(branch.name)),
            posted=self._spoken(branch, posted.posted_at),
            changed=self._spoken(branch, posted.changed_at) if is_changed else "",
            posted_at=posted.posted_at.astimezone(branch.zone),
            changed_at=posted.changed_at.astimezone(branch.zone),
            body=said.body,
            fed=said.fed,
            summary=said.summary or said.title,
            rest=said.rest,
            alt=self._alt(self.card(branch, posted)),
            pictures=tuple(
                PictureView(
                    picture_path(number, one.position, one.media_type),
                    one.media_type,
                    one_line(one.description or ""),
                )
                for one in posted.pictures
            ),
            papers=tuple(
                FileView(
                    announcement_paper_path(number, one.position),
                    one.media_type,
                    one_line(one.name),
                )
                for one in posted.papers
            ),
            is_taken_back=posted.is_taken_back,
        )

    def card(self, branch: PublicBranch, posted: Posted) -> Card:
        """What the picture card of an announcement says."""
        return Card(
            branch=one_line(branch.name),
            title=self._said(posted).title,
            when=self._words.say(
                "pages-announcement-of", when=self._spoken(branch, posted.posted_at)
            ),
            colours=branch.colours,
        )

    def _make(self, posted: Posted) -> _Said:
        say = self._words.say
        if posted.is_taken_back:
            summary = say("pages-taken-back")
            told = f"<p>{escape(summary)}</p>"
            return _Said(say("pages-taken-back-title"), told, told, summary, rest=summary)
        covered, shown = say("pages-covered"), escape(say("pages-covered-show"))
        plain = as_plain(posted.text, covered)
        first, whole = first_line(plain), one_line(plain)
        title = shortened(first, LONGEST_TITLE) or say("pages-announcement-untitled")
        summary = shortened(whole, LONGEST_SUMMARY)
        return _Said(
            title,
            body=as_html(
                posted.text,
                lambda inner: f"<details><summary>{shown}</summary> {inner}</details>",
            ),
            fed=as_html(posted.text, lambda _: f"<em>{escape(covered)}</em>"),
            summary=summary,
            rest="" if first == whole == title else summary,
        )

    def _spoken(self, branch: PublicBranch, moment: datetime) -> str:
        return BranchTime(branch.zone, self._words, self._clock).spoken(moment)

    def _alt(self, card: Card) -> str:
        return self._words.say(
            "pages-announcement-card",
            title=sentence(self._words, card.title),
            when=card.when,
            branch=card.branch,
        )
