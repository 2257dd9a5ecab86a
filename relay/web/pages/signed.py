"""Signed feeds as documents, and the page on which anybody finds out what a branch has said."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from relay.language.words import Words
from relay.signed_feed.comparing import LONGEST, as_compared, by_words, entry_with
from relay.signed_feed.document import (
    MEDIA_TYPE,
    Attachment,
    PublishedFeed,
    full_page,
    newest_page,
)
from relay.signed_feed.entry import Kind, SignedEntry
from relay.signed_feed.models import LONGEST_NAME
from relay.time.clock import BranchTime, Clock
from relay.web.pages.addresses import (
    Links,
    Outside,
    announcement_path,
    branch_path,
    meeting_path,
    signed_page_path,
    signed_path,
    verify_path,
)
from relay.web.pages.announcement_pages import file_paths
from relay.web.pages.cache import PageCache
from relay.web.pages.catalogue import MeetingCatalogue, PublicBranch
from relay.web.pages.documents import HTML, Document
from relay.web.pages.drawing import Drawing
from relay.web.pages.linkify import one_line
from relay.web.pages.posted import PostedCatalogue

_ANSWER = b"<!-- answer -->"


class SignedCatalogue(Protocol):
    """The signed feeds of the public pages."""

    def version(self) -> Hashable:
        """Another value after every change of what is in a feed."""

    def published(self, slug: str) -> PublishedFeed | None:
        """A branch's feed as it is now, or None."""

    def current(self, slug: str) -> Sequence[SignedEntry]:
        """The entries of a branch whose words stand, oldest first."""


class NothingSigned:
    """See `SignedCatalogue`: pages without feeds."""

    def version(self) -> Hashable:
        return None

    def published(self, slug: str) -> PublishedFeed | None:
        return None

    def current(self, slug: str) -> Sequence[SignedEntry]:
        return ()


@dataclass(frozen=True)
class SignedSnapshot:
    """See `SignedCatalogue`: the feeds of one moment."""

    known: Mapping[str, PublishedFeed]

    def version(self) -> Hashable:
        return None

    def published(self, slug: str) -> PublishedFeed | None:
        return self.known.get(slug)

    def current(self, slug: str) -> Sequence[SignedEntry]:
        found = self.known.get(slug)
        return () if found is None else [one for one in found.entries if one.content is not None]


@dataclass(frozen=True)
class Found:
    """What a text is, that somebody asks about.

    Attributes:
        said: `yes`, `warning`, or `no` where nothing that stands reads like it.
        about: the number of the announcement.
        when: when it was said, in words.
        origin: who said it first, where that is somebody else.
        path: where it stands, or None.
    """

    said: str
    about: str = ""
    when: str = ""
    origin: str = ""
    path: str | None = None


class SignedPages:
    """Makes the documents of signed feeds.

    Args:
        signed: the feeds.
        catalogue: the branches and their meetings.
        posted: the announcements that have a page.
        words: the wording.
        clock: the time.
        outside: what the outside calls the pages.
        links: how pages link to each other.
        drawing: draws them.
    """

    def __init__(
        self,
        signed: SignedCatalogue,
        catalogue: MeetingCatalogue,
        posted: PostedCatalogue,
        words: Words,
        clock: Clock,
        *,
        outside: Outside,
        links: Links,
        drawing: Drawing,
    ) -> None:
        self._signed = signed
        self._catalogue = catalogue
        self._posted = posted
        self._words = words
        self._clock = clock
        self._outside = outside
        self._links = links
        self._drawing = drawing
        self._branches = {branch.slug: branch for branch in catalogue.branches()}
        self._by_words: dict[str, tuple[Hashable, Mapping[str, SignedEntry]]] = {}
        self._documents: PageCache[Document] = PageCache(
            lambda: (signed.version(), posted.version(), catalogue.version()), clock
        )

    def version(self) -> Hashable:
        """Another value after every change of what is in a feed."""
        return self._signed.version()

    def fingerprint(self, slug: str) -> str:
        """The fingerprint of a branch's key; empty where it signs nothing."""
        feed = self._signed.published(slug)
        return "" if feed is None else feed.key.public.fingerprint

    def newest(self, slug: str) -> Document | None:
        """The page with the newest entries of a branch's feed, or None."""
        return self._made(signed_path(slug), slug, newest_page)

    def older(self, slug: str, number: int) -> Document | None:
        """A page with a hundred older entries, or None."""

        def page(feed: PublishedFeed, words: "_FeedWords") -> bytes | None:
            return full_page(feed, words, number)

        return self._made(signed_page_path(slug, number), slug, page)

    def verify(self, slug: str) -> Document | None:
        """The page that says how to find out what a branch has said; in an export."""
        return self._drawn(slug, asks=False)

    def ask(self, slug: str) -> Document | None:
        """The page with a form."""
        return self._drawn(slug, asks=True)

    def answer(self, slug: str, text: str) -> Document | None:
        """The page with a form, and what is to be said of a text.

        Args:
            slug: of the branch.
            text: what somebody asks about. It is kept nowhere.
        """
        return self._again(slug, self._found(slug, text))

    def too_many(self, slug: str) -> Document | None:
        """The page with a form, where too many have asked in the last minute."""
        return self._again(slug, Found("later"))

    def documents(self, slug: str) -> Iterator[tuple[str, Document | None]]:
        """Everything there is of a branch, with its path."""
        feed = self._signed.published(slug)
        if feed is None:
            return
        yield signed_path(slug), self.newest(slug)
        for number in feed.pages:
            yield signed_page_path(slug, number), self.older(slug, number)
        yield verify_path(slug), self.verify(slug)

    def _made(
        self,
        path: str,
        slug: str,
        page: Callable[[PublishedFeed, "_FeedWords"], bytes | None],
    ) -> Document | None:
        def make() -> tuple[Document, tuple[()]] | None:
            feed, branch = self._signed.published(slug), self._branches.get(slug)
            if feed is None or branch is None:
                return None
            body = page(feed, self._words_of(branch, path))
            return None if body is None else (Document(body, MEDIA_TYPE), ())

        return self._documents.get(path, make)

    def _drawn(self, slug: str, *, asks: bool) -> Document | None:
        def make() -> tuple[Document, tuple[()]] | None:
            feed, branch = self._signed.published(slug), self._branches.get(slug)
            if feed is None or branch is None:
                return None
            body = self._drawing.page(
                "verify.html",
                verify_path(slug),
                self._links,
                branch=branch,
                key=feed.key.public,
                address=self._outside.of(signed_path(slug)),
                longest=LONGEST,
                asks=asks,
            )
            return Document(body, HTML, kind="asking"), ()

        return self._documents.get(f"{verify_path(slug)}#{'ask' if asks else 'told'}", make)

    def _again(self, slug: str, found: Found) -> Document | None:
        """The page with the form, which is drawn once, with an answer in it."""
        page, branch = self.ask(slug), self._branches.get(slug)
        if page is None or branch is None:
            return None
        answer = self._drawing.page(
            "verify_answer.html", verify_path(slug), self._links, branch=branch, found=found
        )
        return replace(page, body=page.body.replace(_ANSWER, answer, 1))

    def _words_of(self, branch: PublicBranch, path: str) -> "_FeedWords":
        slug = branch.slug

        def page_url(number: int) -> str:
            target = signed_page_path(slug, number)
            return self._outside.of(target) or self._links.to(path, target)

        name = one_line(branch.name)[:LONGEST_NAME] or slug
        return _FeedWords(
            name=name,
            title=self._words.say("signed-feed-title", branch=name),
            description=self._words.say("signed-feed-description", branch=name),
            language=self._words.locale,
            home_page_url=self._outside.of(branch_path(slug)),
            feed_url=self._outside.of(signed_path(slug)),
            page_urls=page_url,
            words=self._words,
            addresses=self._address_of,
            files=self._files_of,
        )

    def _page_of(self, number: int) -> str | None:
        """The path of what an announcement is about, while it has a page."""
        if self._catalogue.meeting(number) is not None:
            return meeting_path(number)
        posted = self._posted.get(number)
        return None if posted is None or posted.is_taken_back else announcement_path(number)

    def _address_of(self, number: int) -> str | None:
        path = self._page_of(number)
        return None if path is None else self._outside.of(path)

    def _files_of(self, number: int) -> Iterator[Attachment]:
        posted = self._posted.get(number)
        for path, attached in () if posted is None else file_paths(posted):
            if address := self._outside.of(path):
                title = attached.description if attached.is_picture else attached.name
                yield Attachment(address, attached.media_type, title or attached.name)

    def _found(self, slug: str, text: str) -> Found:
        one = entry_with(self._standing(slug), text)
        if one is None:
            return Found("no" if as_compared(text) else "nothing")
        when = self._spoken(slug, one)
        if one.entry.kind is Kind.FALSE:
            return Found("warning", when=when)
        number, origin = one.entry.about or 0, one.entry.origin
        name = "" if origin is None else one_line(origin.name)
        return Found("yes", str(number), when, name, self._page_of(number))

    def _standing(self, slug: str) -> Mapping[str, SignedEntry]:
        """What a branch says, laid out once after each change: many may ask at one time."""
        version = self._signed.version()
        known = self._by_words.get(slug)
        if known is None or known[0] != version:
            known = version, by_words(self._signed.current(slug))
            self._by_words[slug] = known
        return known[1]

    def _spoken(self, slug: str, one: SignedEntry) -> str:
        return BranchTime(self._branches[slug].zone, self._words, self._clock).spoken(one.entry.at)


@dataclass
class _FeedWords:
    """See `relay.signed_feed.document.FeedWords`."""

    name: str
    title: str
    description: str
    language: str
    home_page_url: str | None
    feed_url: str | None
    page_urls: Callable[[int], str]
    words: Words
    addresses: Callable[[int], str | None]
    files: Callable[[int], Iterator[Attachment]] = field(repr=False)

    def page_url(self, number: int) -> str:
        return self.page_urls(number)

    def url_of(self, entry: SignedEntry) -> str | None:
        return self.addresses(entry.entry.about or 0) if _has_page(entry) else None

    def title_of(self, entry: SignedEntry) -> str:
        said = entry.entry
        origin = "" if said.origin is None else one_line(said.origin.name)
        return self.words.say(
            f"signed-feed-entry-{said.kind}", number=str(said.about or 0), origin=origin or "none"
        )

    def without_words(self, entry: SignedEntry) -> str:
        kind = "gone" if entry.entry.kind.has_words else entry.entry.kind.value
        return self.words.say(f"signed-feed-without-{kind}")

    def attachments_of(self, entry: SignedEntry) -> Sequence[Attachment]:
        return tuple(self.files(entry.entry.about or 0)) if _has_page(entry) else ()


def _has_page(entry: SignedEntry) -> bool:
    is_said = entry.entry.kind in {Kind.POST, Kind.CORRECTION}
    return is_said and entry.content is not None and entry.entry.about is not None
