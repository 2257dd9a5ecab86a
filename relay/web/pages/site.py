"""Every public page as a document, for a server to answer with or an export to write."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial

from relay.answers import Answer
from relay.language.words import Words
from relay.media.names import safe_name
from relay.meetings.meeting import Occurrence
from relay.personal_data.notice import Notice
from relay.time.clock import Clock
from relay.web.pages.addresses import (
    CALENDAR,
    HOME,
    NOT_FOUND,
    PRIVACY,
    STYLE,
    Links,
    Outside,
    ServedLinks,
    branch_calendar_path,
    branch_card_path,
    branch_path,
    card_path,
    embed_path,
    feed_path,
    meeting_calendar_path,
    meeting_path,
    paper_path,
)
from relay.web.pages.announcement_pages import AnnouncementPages, painted
from relay.web.pages.answer_page import AnswerPage
from relay.web.pages.branch_card import branch_alt, branch_card
from relay.web.pages.cache import PageCache
from relay.web.pages.calendars import CalendarDocuments
from relay.web.pages.catalogue import (
    PDF,
    MeetingCatalogue,
    PublicBranch,
    StoredPaper,
    branch_and_dates,
)
from relay.web.pages.documents import HTML, Document, Job
from relay.web.pages.drawing import Drawing, style_sheet
from relay.web.pages.feed import Feeds, FeedView
from relay.web.pages.notice_page import notice_page
from relay.web.pages.posted import NothingPosted, PostedCatalogue
from relay.web.pages.shown import BranchView, MeetingView, View
from relay.web.pages.signed import NothingSigned, SignedCatalogue, SignedPages
from relay.web.pages.structured import event, organization
from relay.web.pages.views import Views

KEPT_DOCUMENTS = 256
"""How many drawn documents are kept, so that many readers cost hardly more than one."""

FRAMED_DATES = 6
"""How many coming dates other websites show in a frame: whole rows in one, two or three columns."""

FRAMED_NEWS = 3
"""How many announcements stand below them."""

_FEED = "application/atom+xml; charset=utf-8"


_Dated = tuple[Document, Sequence[Occurrence]]


class Site:
    """Makes documents. Knows no HTTP and no file system.

    Args:
        catalogue: the published meetings.
        words: the wording.
        clock: the time.
        outside: what the outside calls the pages.
        links: how they link to each other.
        posted: the announcements that everybody may read.
        answers: to questions that people ask, in their order.
        notice: what is kept of people, and why; None for no page of it.
        feeds: what is signed of them.
    """

    def __init__(
        self,
        catalogue: MeetingCatalogue,
        words: Words,
        clock: Clock,
        *,
        outside: Outside,
        links: Links,
        posted: PostedCatalogue | None = None,
        answers: Sequence[Answer] = (),
        notice: Notice | None = None,
        feeds: SignedCatalogue | None = None,
    ) -> None:
        self._notice = notice
        self._catalogue = catalogue
        self._words = words
        self._outside = outside
        self._links = links
        self._views = Views(words, clock)
        self._feeds = Feeds(self._views, words, outside)
        self._drawing = Drawing(words, outside, notice is not None)
        posted = posted or NothingPosted()
        self.announcements = AnnouncementPages(
            posted,
            catalogue.branches(),
            words,
            clock,
            outside=outside,
            links=links,
            drawing=self._drawing,
        )
        self.signed = signed = SignedPages(
            feeds or NothingSigned(),
            catalogue,
            posted,
            words,
            clock,
            outside=outside,
            links=links,
            drawing=self._drawing,
        )
        self.answers = AnswerPage(
            answers, words, outside=outside, links=links, drawing=self._drawing
        )

        def version() -> Hashable:
            return (catalogue.version(), posted.version(), signed.version())

        self._documents: PageCache[Document] = PageCache(version, clock)
        self._jobs: PageCache[Job] = PageCache(catalogue.version, clock)
        # Keyed by everything a document shows, so that a kept one is never an old one.
        self._drawn = lru_cache(KEPT_DOCUMENTS)(self._draw)
        calendars = CalendarDocuments(catalogue.branches(), words, outside)
        self._collected = lru_cache(KEPT_DOCUMENTS)(calendars.collect)
        self._entered = lru_cache(KEPT_DOCUMENTS)(calendars.enter)
        self._fed = lru_cache(KEPT_DOCUMENTS)(self._feed)

    def home(self) -> Document:
        """The branches."""
        document = self._documents.get(HOME, self._home)
        assert document is not None  # noqa: S101 - there always is a first page
        return document

    def branch(self, slug: str) -> Document | None:
        """A branch's page, or None."""
        path = branch_path(slug)
        return self._documents.get(path, lambda: self._of_branch(slug, path))

    def embed(self, slug: str) -> Document | None:
        """What other websites show of a branch in a frame, or None."""
        path = embed_path(slug)
        return self._documents.get(path, lambda: self._framed(slug, path))

    def feed(self, slug: str) -> Document | None:
        """A branch's feed, or None."""
        path = feed_path(slug)
        return self._documents.get(path, lambda: self._feed_of(slug, path))

    def meeting(self, number: int) -> Document | None:
        """A meeting's page, or None."""
        path = meeting_path(number)
        return self._documents.get(path, lambda: self._of_meeting(number, path))

    def meeting_calendar(self, number: int) -> Document | None:
        """A meeting's calendar file, or None."""
        path = meeting_calendar_path(number)
        return self._documents.get(path, lambda: self._entry(number))

    def calendar(self, slug: str | None) -> Job | None:
        """What writes a branch's calendar, or that of all for None; None where there is none."""
        path = CALENDAR if slug is None else branch_calendar_path(slug)
        return self._jobs.get(path, lambda: self._calendar(slug))

    def card(self, number: int) -> Job | None:
        """What draws a meeting's picture, or None."""
        return self._jobs.get(card_path(number), lambda: self._card(number))

    def branch_card(self, slug: str) -> Job | None:
        """What draws the picture that links to a branch's page show, or None."""
        branch = self._branch(slug)
        return None if branch is None else partial(painted, branch_card(self._words, branch))

    def paper(self, number: int, position: int) -> Job | None:
        """What brings a paper of a meeting, or None."""
        paper = self._catalogue.paper(number, position)
        return None if paper is None else partial(_brought, paper)

    def style(self) -> Document:
        """The style sheet."""
        return Document(style_sheet(), "text/css; charset=utf-8")

    @cached_property
    def privacy(self) -> Document | None:
        """What is kept of people, and why; None where nobody has given a notice."""
        if self._notice is None:
            return None
        return notice_page(self._notice, self._drawing, self._links)

    @cached_property
    def missing(self) -> Document:
        """What is said where there is no page; its links work at any address."""
        links = ServedLinks(self._outside)
        return Document(self._drawing.page("missing.html", NOT_FOUND, links), HTML)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Everything there is, with its path, one by one."""
        yield HOME, self.home()
        yield STYLE, self.style()
        yield NOT_FOUND, self.missing
        for path, document in self._optional():
            if document is not None:
                yield path, document() if callable(document) else document

    def _optional(self) -> Iterator[tuple[str, Document | Job | None]]:
        yield PRIVACY, self.privacy
        yield CALENDAR, self.calendar(None)
        for branch in self._catalogue.branches():
            yield branch_path(branch.slug), self.branch(branch.slug)
            yield branch_calendar_path(branch.slug), self.calendar(branch.slug)
            yield embed_path(branch.slug), self.embed(branch.slug)
            yield feed_path(branch.slug), self.feed(branch.slug)
            yield branch_card_path(branch.slug), self.branch_card(branch.slug)
            yield from self.signed.documents(branch.slug)
        for meeting in self._catalogue.meetings(None):
            yield meeting_path(meeting.id), self.meeting(meeting.id)
            yield meeting_calendar_path(meeting.id), self.meeting_calendar(meeting.id)
            yield card_path(meeting.id), self.card(meeting.id)
            for paper in meeting.papers:
                path = paper_path(meeting.id, paper.position)
                yield path, self.paper(meeting.id, paper.position)
        yield from self.announcements.documents()
        yield from self.answers.documents()

    def _home(self) -> _Dated:
        catalogue = self._catalogue
        pairs = [(branch, catalogue.upcoming(branch.slug)) for branch in catalogue.branches()]
        drawn = self._drawn("home.html", HOME, self._views.home(pairs))
        return drawn, [date for _, dates in pairs for date in dates]

    def _of_branch(self, slug: str, path: str) -> _Dated | None:
        branch = self._branch(slug)
        if branch is None:
            return None
        upcoming, recent = self._catalogue.upcoming(slug), self._catalogue.recent(slug)
        told = self.announcements.listed(branch)
        view = self._views.branch(branch, upcoming, recent, told)
        view = replace(view, fingerprint=self.signed.fingerprint(slug))
        return self._drawn("branch.html", path, view), upcoming

    def _framed(self, slug: str, path: str) -> _Dated | None:
        branch = self._branch(slug)
        if branch is None:
            return None
        upcoming = self._catalogue.upcoming(slug)[:FRAMED_DATES]
        told = self.announcements.listed(branch)[:FRAMED_NEWS]
        drawn = self._drawn("embed.html", path, self._views.branch(branch, upcoming, (), told))
        return replace(drawn, kind="framed"), upcoming

    def _feed_of(self, slug: str, path: str) -> _Dated | None:
        branch = self._branch(slug)
        if branch is None:
            return None
        upcoming = self._catalogue.upcoming(slug)
        shown = (*upcoming, *self._catalogue.recent(slug))
        return self._fed(
            path, self._feeds.of(branch, shown, self.announcements.fed(branch))
        ), upcoming

    def _of_meeting(self, number: int, path: str) -> _Dated | None:
        found = branch_and_dates(self._catalogue, number)
        if found is None:
            return None
        return self._drawn("meeting.html", path, self._views.meeting(*found)), found[1]

    def _entry(self, number: int) -> _Dated | None:
        found = branch_and_dates(self._catalogue, number)
        if found is None:
            return None
        branch, dates = found
        return self._entered(dates[0].meeting, branch.name), dates

    def _calendar(self, slug: str | None) -> tuple[Job, Sequence[Occurrence]] | None:
        if slug is None:
            name, file = self._words.say("pages-site-name"), "meetings.ics"
        else:
            branch = self._branch(slug)
            if branch is None:
                return None
            name, file = branch.name, f"{slug}.ics"
        return partial(self._collected, tuple(self._catalogue.meetings(slug)), name, file), ()

    def _card(self, number: int) -> tuple[Job, Sequence[Occurrence]] | None:
        found = branch_and_dates(self._catalogue, number)
        if found is None:
            return None
        return partial(painted, self._views.card(*found)), found[1]

    def _branch(self, slug: str) -> PublicBranch | None:
        branches = self._catalogue.branches()
        return next((branch for branch in branches if branch.slug == slug), None)

    def _draw(self, template: str, path: str, view: View) -> Document:
        values: dict[str, object] = {"view": view, "answers": self.answers.is_there}
        if isinstance(view, MeetingView):
            image = self._outside.of(card_path(view.occurrence.meeting.id))
            values |= {"image": image, "event": event(view, self._outside, image)}
        elif isinstance(view, BranchView):
            summary = self._words.say("pages-branch-description", branch=view.branch.name)
            values |= {
                "summary": summary,
                "image": self._outside.of(branch_card_path(view.branch.slug)),
                "alt": branch_alt(self._words, view.branch),
                "organization": organization(view.branch, summary, self._outside),
            }
        return Document(self._drawing.page(template, path, self._links, **values), HTML)

    def _feed(self, path: str, feed: FeedView) -> Document:
        return Document(self._drawing.page("feed.atom", path, self._links, feed=feed), _FEED)


def _brought(paper: StoredPaper) -> Document:
    return Document(paper.data, PDF, safe_name(paper.name, PDF), "attachment")
