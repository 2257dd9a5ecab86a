"""A signed feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

Every program that reads JSON Feed shows it; what proves it stands in members of its own (`_signed`,
`_branch_relay`). A page is written as RFC 8785 says, so that the same page is the same bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from relay.signed_feed.entry import Kind, SignedEntry, canonical, said_moment
from relay.signed_feed.keys import PublicKey, SigningKey, to_base64
from relay.signed_feed.models import MOST_ENTRIES
from relay.signed_feed.reading import item_id, page_body

MEDIA_TYPE = "application/feed+json"

_VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class PublishedFeed:
    """The feed of a branch in one moment.

    Attributes:
        feed: what it is called.
        branch: a slug.
        first_key: the key that it began with.
        rotations: the entries that name the keys after it.
        entries: all of them, oldest first; those whose words are gone are without.
        key: what signs now.
    """

    feed: str
    branch: str
    first_key: PublicKey
    rotations: tuple[SignedEntry, ...]
    entries: tuple[SignedEntry, ...]
    key: SigningKey = field(repr=False)

    @property
    def newest(self) -> int:
        """The number of the newest entry; 0 of none."""
        return self.entries[-1].entry.number if self.entries else 0

    @property
    def pages(self) -> range:
        """The numbers of the pages that are full."""
        return range(1, self.newest // MOST_ENTRIES + 1)


@dataclass(frozen=True)
class Attachment:
    """A file that goes with an entry, where everybody gets it."""

    url: str
    media_type: str
    title: str


class FeedWords(Protocol):
    """What people read of a feed, and where it is."""

    name: str
    title: str
    description: str
    language: str
    home_page_url: str | None
    feed_url: str | None

    def page_url(self, number: int) -> str:
        """Where a full page is."""

    def url_of(self, entry: SignedEntry) -> str | None:
        """Where people read what an entry is about, or None."""

    def title_of(self, entry: SignedEntry) -> str:
        """What an entry is, in one line."""

    def without_words(self, entry: SignedEntry) -> str:
        """What stands where an entry has no words, or none any more."""

    def attachments_of(self, entry: SignedEntry) -> Sequence[Attachment]:
        """The files that go with an entry."""


def newest_page(feed: PublishedFeed, words: FeedWords) -> bytes:
    """Return the page with the newest entries."""
    shown = feed.entries[-MOST_ENTRIES:]
    before = shown[0].entry.number - 1 if shown else 0
    # The page that has the entry before the first of these; it may have some of these, too.
    older = -(-before // MOST_ENTRIES)
    return _page(feed, words, shown, words.feed_url, words.page_url, older)


def full_page(feed: PublishedFeed, words: FeedWords, number: int) -> bytes | None:
    """Return a page with a hundred older entries, or None where there is none.

    Args:
        feed: whose.
        words: what people read.
        number: from 1: the page with the oldest entries.
    """
    if number not in feed.pages:
        return None
    shown = feed.entries[(number - 1) * MOST_ENTRIES : number * MOST_ENTRIES]
    return _page(feed, words, shown, words.page_url(number), words.page_url, number - 1)


def _page(
    feed: PublishedFeed,
    words: FeedWords,
    shown: Sequence[SignedEntry],
    address: str | None,
    page_url: Callable[[int], str],
    older: int,
) -> bytes:
    about: dict[str, Any] = {
        "v": 1,
        "feed": feed.feed,
        "branch": feed.branch,
        "name": words.name,
        "first_key": feed.first_key.base64,
        "rotations": [one.signed_json() for one in feed.rotations],
        "fingerprint": feed.key.public.fingerprint,
        "newest": shown[-1].entry.number if shown else 0,
    }
    later = _superseded(feed.entries)
    page: dict[str, Any] = {
        "version": _VERSION,
        "title": words.title,
        "description": words.description,
        "language": words.language,
        "authors": [{"name": words.name}],
        "items": [_item(one, words, later.get(one.entry.number)) for one in reversed(shown)],
        "_branch_relay": about,
    }
    if words.home_page_url is not None:
        page["home_page_url"] = words.home_page_url
    if address is not None:
        page["feed_url"] = address
    if older:
        page["next_url"] = page_url(older)
    about["signature"] = to_base64(feed.key.sign(page_body(page)))
    return canonical(page)


def _superseded(entries: Sequence[SignedEntry]) -> dict[int, datetime]:
    """When something else was said about the same, by the number of what was said before."""
    last: dict[tuple[bool, int | None], int] = {}
    found = {}
    for one in entries:
        entry = one.entry
        about = (entry.kind in {Kind.FALSE, Kind.WITHDRAWN}, entry.about)
        if entry.about is not None and about in last:
            found[last[about]] = entry.at
        last[about] = entry.number
    return found


def _item(one: SignedEntry, words: FeedWords, superseded: datetime | None) -> dict[str, Any]:
    proof: dict[str, Any] = dict(one.signed_json())
    item: dict[str, Any] = {
        "id": item_id(one.entry),
        "title": words.title_of(one),
        "date_published": said_moment(one.entry.at),
        "_signed": proof,
    }
    if one.content is None:
        item["content_text"] = words.without_words(one)
        if superseded is not None and one.entry.kind.has_words:
            item["date_modified"] = said_moment(superseded)
    else:
        item["content_text"] = one.content.text
        item["language"] = one.content.language
        proof["salt"] = one.content.salt
        proof["files"] = [file.as_json() for file in one.content.files]
    if url := words.url_of(one):
        item["url"] = url
    if attached := words.attachments_of(one):
        item["attachments"] = [
            {"url": each.url, "mime_type": each.media_type, "title": each.title}
            for each in attached
        ]
    return item
