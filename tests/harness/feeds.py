"""Signed feeds without a relay, made in memory: as a branch makes them, and as nobody should."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from relay.signed_feed.document import Attachment, PublishedFeed, full_page, newest_page
from relay.signed_feed.entry import Content, Entry, FileDigest, Kind, Origin, SignedEntry, signed
from relay.signed_feed.keys import SigningKey
from relay.signed_feed.reading import FeedPage, read_feed

START = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)
ADDRESS = "https://hackney.example.org"


@dataclass
class PlainWords:
    """See `relay.signed_feed.document.FeedWords`."""

    name: str = "Hackney branch"
    title: str = "Hackney branch"
    description: str = "What the branch posts, signed."
    language: str = "en-GB"
    home_page_url: str | None = f"{ADDRESS}/b/hackney"
    feed_url: str | None = f"{ADDRESS}/b/hackney/signed.json"

    def page_url(self, number: int) -> str:
        return f"{ADDRESS}/b/hackney/signed/{number}.json"

    def url_of(self, entry: SignedEntry) -> str | None:
        return f"{ADDRESS}/a/{entry.entry.about}"

    def title_of(self, entry: SignedEntry) -> str:
        return f"{entry.entry.kind} {entry.entry.about}"

    def without_words(self, entry: SignedEntry) -> str:
        return "No words."

    def attachments_of(self, entry: SignedEntry) -> Sequence[Attachment]:
        return ()


@dataclass
class FeedMaker:
    """A branch that signs what it is told to.

    Attributes:
        entries: what it has said, oldest first; what is put here stands in its feed.
    """

    branch: str = "hackney"
    first: SigningKey = field(default_factory=SigningKey.make)
    words: PlainWords = field(default_factory=PlainWords)
    entries: list[SignedEntry] = field(default_factory=list)
    rotations: list[SignedEntry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = self.first

    @property
    def feed(self) -> str:
        return self.first.public.feed

    def say(
        self,
        kind: Kind,
        about: int | None,
        text: str | None = None,
        *,
        files: tuple[FileDigest, ...] = (),
        origin: Origin | None = None,
    ) -> SignedEntry:
        content = None if text is None else Content(text, "en-GB", files)
        return self._append(self._entry(kind, about, content, origin=origin), content)

    def post(self, about: int, text: str) -> SignedEntry:
        return self.say(Kind.POST, about, text)

    def correct(self, about: int, text: str) -> SignedEntry:
        self.forget(about)
        return self.say(Kind.CORRECTION, about, text)

    def retract(self, about: int) -> SignedEntry:
        self.forget(about)
        return self.say(Kind.RETRACTION, about)

    def forget(self, about: int) -> None:
        self.entries = [
            replace(one, content=None) if one.entry.about == about else one for one in self.entries
        ]

    def rotate(self, following: SigningKey | None = None) -> SignedEntry:
        following = following or SigningKey.make()
        entry = self._entry(Kind.KEY, None, None, following=following)
        one = signed(entry, self.key, following=following)
        self.entries.append(one)
        self.rotations.append(one)
        self.key = following
        return one

    def go_back(self, number: int) -> SignedEntry:
        """Come back from a backup that knew this many entries."""
        del self.entries[number:]
        return self.say(Kind.RESTART, None)

    def published(self) -> PublishedFeed:
        return PublishedFeed(
            self.feed,
            self.branch,
            self.first.public,
            tuple(self.rotations),
            tuple(self.entries),
            self.key,
        )

    def newest(self) -> bytes:
        return newest_page(self.published(), self.words)

    def older(self, number: int) -> bytes:
        page = full_page(self.published(), self.words, number)
        assert page is not None
        return page

    def pages(self) -> list[FeedPage]:
        """All pages that are needed for all entries, newest first."""
        older = [self.older(number) for number in reversed(self.published().pages)]
        return [read_feed(one) for one in (self.newest(), *older)]

    def _entry(
        self,
        kind: Kind,
        about: int | None,
        content: Content | None,
        *,
        following: SigningKey | None = None,
        origin: Origin | None = None,
    ) -> Entry:
        number = len(self.entries) + 1
        return Entry(
            feed=self.feed,
            branch=self.branch,
            number=number,
            previous=self.entries[-1].entry.digest() if self.entries else None,
            kind=kind,
            about=about,
            at=START + timedelta(minutes=number),
            content=None if content is None else content.digest(),
            next_key=None if following is None else following.public,
            origin=origin,
        )

    def _append(self, entry: Entry, content: Content | None) -> SignedEntry:
        one = signed(entry, self.key, content)
        self.entries.append(one)
        return one
