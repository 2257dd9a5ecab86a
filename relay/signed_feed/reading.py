"""Reading a feed that came from anywhere, and finding out whether it holds.

Everything in it is hostile until `relay.signed_feed.verifying` has said otherwise. What a page has
beside its entries (addresses, titles) is signed as a whole by the newest key, so that no byte of it
can be changed unseen; a copy on another server is still the same page. An old copy is a true one:
that it is old shows only to who knows more (`Known`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from relay.signed_feed.entry import Entry, Kind, SignedEntry, canonical, said_moment
from relay.signed_feed.keys import PublicKey, from_base64
from relay.signed_feed.models import DocumentModel, ItemModel, RotationModel

MOST_BYTES = 5 * 1024 * 1024
"""Of one page: a hundred of the longest texts."""

MOST_PARTS = 50_000
"""Values in one page. To write as many again takes a moment; a hostile page might have millions."""

PAGE_PREFIX = b"branch-relay signed page 1\n"
"""Before what the signature of a page is over, so that it is never taken for one of an entry."""


class Unreadable(StrEnum):
    """Why something is no signed feed; `signed-feed-unreadable-…` in the wording."""

    TOO_LARGE = "too-large"
    NO_JSON = "no-json"
    NOT_CANONICAL = "not-canonical"
    NO_FEED = "no-feed"


class Reason(StrEnum):
    """What is wrong with a feed; `signed-feed-broken-…` in the wording."""

    SIGNATURE = "signature"
    PAGE = "page"
    CHAIN = "chain"
    GAP = "gap"
    ORDER = "order"
    FORK = "fork"
    KEY_UNVOUCHED = "key-unvouched"
    CONTENT = "content"
    ROLLED_BACK = "rolled-back"
    ANOTHER_FEED = "another-feed"


class FeedUnreadable(Exception):
    """It is no signed feed at all."""

    safe_to_log = True

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason.value)
        self.reason = reason


class FeedBroken(Exception):
    """It is a signed feed, and something in it is not as the branch made it.

    Attributes:
        reason: what is wrong.
        number: of the entry where it shows, or None.
    """

    safe_to_log = True

    def __init__(self, reason: Reason, number: int | None = None) -> None:
        super().__init__(reason.value if number is None else f"{reason.value} at {number}")
        self.reason = reason
        self.number = number


class OlderPagesNeeded(FeedBroken):
    """Whether it holds shows only with the pages before these (`FeedPage.next_url`)."""


@dataclass(frozen=True)
class FeedPage:
    """A page as it was read; nothing is known of it before it is verified.

    Attributes:
        feed: what the feed is called.
        branch: a slug.
        name: the branch, as people read it.
        first_key: the key that the feed began with.
        rotations: the entries that name the keys after it, in order.
        newest: the number of the newest entry that it has; 0 of none.
        entries: oldest first.
        next_url: where older entries are, or None. From hostile hands it may lead anywhere.
        home_page_url: where people read the same, or None; as hostile.
        body: what the signature of the page is over.
        signature: by the newest key.
    """

    feed: str
    branch: str
    name: str
    first_key: PublicKey
    rotations: tuple[SignedEntry, ...]
    newest: int
    entries: tuple[SignedEntry, ...]
    next_url: str | None
    home_page_url: str | None
    body: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    @property
    def key(self) -> PublicKey:
        """The key that signs now."""
        following = self.rotations[-1].entry.next_key if self.rotations else None
        return following or self.first_key


@dataclass(frozen=True)
class Known:
    """What a follower knows of a feed from the last time.

    Attributes:
        feed: what it is called.
        number: of the newest entry.
        digest: of that one.
        earlier: the hashes of entries before it, by number, as far as they were kept.
    """

    feed: str
    number: int
    digest: str
    earlier: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verified:
    """A feed that holds.

    Attributes:
        feed: what it is called.
        branch: a slug.
        name: the branch, as people read it.
        entries: what is new since `Known`, or everything looked at; oldest first.
        looked_at: everything looked at, oldest first.
        key: the key that signs now: to be pinned from now on.
        keys: all keys that have ever signed, in order.
        restarted: from which number on what was known before no longer counts, because the branch
            came back from a backup; None where that did not happen.
    """

    feed: str
    branch: str
    name: str
    entries: tuple[SignedEntry, ...]
    looked_at: tuple[SignedEntry, ...]
    key: PublicKey
    keys: tuple[PublicKey, ...]
    restarted: int | None = None

    @property
    def known(self) -> Known | None:
        """What to remember for the next time; None of a feed without entries."""
        if not self.looked_at:
            return None
        digests = {one.entry.number: one.entry.digest() for one in self.looked_at}
        newest = max(digests)
        return Known(self.feed, newest, digests.pop(newest), digests)


def read_feed(document: bytes) -> FeedPage:
    """Read a page of a feed.

    Args:
        document: as it came, from anybody.

    Raises:
        FeedUnreadable: it is no such page, or not written as RFC 8785 says.
    """
    value = _parsed(document)
    try:
        model = DocumentModel.model_validate(value)
    except ValidationError:
        raise FeedUnreadable(Unreadable.NO_FEED) from None
    about = dict(value["_branch_relay"])
    del about["signature"]
    relay = model.relay
    return FeedPage(
        feed=relay.feed,
        branch=relay.branch,
        name=relay.name,
        first_key=PublicKey.from_base64(relay.first_key),
        rotations=tuple(map(_rotation, relay.rotations)),
        newest=relay.newest,
        entries=tuple(_signed(item) for item in reversed(model.items)),
        next_url=model.next_url,
        home_page_url=model.home_page_url,
        body=page_body({**value, "_branch_relay": about}),
        signature=from_base64(relay.signature),
    )


def page_body(page: Mapping[str, Any]) -> bytes:
    """Return what the signature of a page is over.

    Args:
        page: its JSON, without that signature.
    """
    return PAGE_PREFIX + canonical(page)


def _parsed(document: bytes) -> dict[str, Any]:
    if len(document) > MOST_BYTES:
        raise FeedUnreadable(Unreadable.TOO_LARGE)
    try:
        value = json.loads(document.decode())
        is_canonical = _has_few_parts(value) and canonical(value) == document
    except (ValueError, RecursionError):
        raise FeedUnreadable(Unreadable.NO_JSON) from None
    if not isinstance(value, dict):
        raise FeedUnreadable(Unreadable.NO_FEED)
    if not is_canonical:
        raise FeedUnreadable(Unreadable.NOT_CANONICAL)
    return value


def _has_few_parts(value: Any) -> bool:
    left, found = [value], 0
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += one.values()
        elif isinstance(one, list):
            found += len(one)
            left += one if found <= MOST_PARTS else ()
        found += 1
        if found > MOST_PARTS:
            return False
    return True


def _rotation(model: RotationModel) -> SignedEntry:
    return SignedEntry(
        model.entry.entry(),
        PublicKey.from_base64(model.key),
        from_base64(model.signature),
        vouched=from_base64(model.vouched),
    )


def _signed(item: ItemModel) -> SignedEntry:
    proof = item.signed
    return SignedEntry(
        _agreeing(item, proof.entry.entry()),
        PublicKey.from_base64(proof.key),
        from_base64(proof.signature),
        item.content(),
        None if proof.vouched is None else from_base64(proof.vouched),
    )


def _agreeing(item: ItemModel, entry: Entry) -> Entry:
    """Return an entry that says the same as the item that other readers see."""
    if item.id != item_id(entry) or item.date_published != said_moment(entry.at):
        raise FeedUnreadable(Unreadable.NO_FEED)
    is_key = entry.kind is Kind.KEY
    if is_key != (entry.next_key is not None) or is_key != (item.signed.vouched is not None):
        raise FeedUnreadable(Unreadable.NO_FEED)
    if entry.kind.has_words != (entry.content is not None):
        raise FeedUnreadable(Unreadable.NO_FEED)
    return entry


def item_id(entry: Entry) -> str:
    """Return by what readers of feeds know an entry."""
    return f"urn:branch-relay:{entry.feed}:{entry.number}:{entry.kind}"
