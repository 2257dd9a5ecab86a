"""Reads the feeds that are followed, one after the other, each when it is its time."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from relay.fetching.fetcher import Document, Failure, Fetcher, FetchFailed, is_same_server
from relay.fetching.guard import AddressesWith
from relay.following.service import Following
from relay.following.tables import FollowedFeed, Stage
from relay.settings import Settings
from relay.signed_feed.keys import PublicKey
from relay.signed_feed.reading import (
    MOST_BYTES,
    FeedBroken,
    FeedPage,
    FeedUnreadable,
    Known,
    OlderPagesNeeded,
    Unreadable,
    Verified,
    read_feed,
)
from relay.signed_feed.verifying import verify
from relay.store import Store
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

KINDS = ("application/feed+json", "application/json")
"""Media types: that of JSON Feed 1.1, and what servers say of plain files that do not know it."""

FIRST_PAGES = 3
"""How much is read of a feed at first: three hundred entries."""

MOST_PAGES = 30
"""How far is read back at most."""

MOST_ALTOGETHER = 4 * MOST_BYTES
"""Of all pages that are read of a feed at one time."""

PATIENCE = timedelta(minutes=2)
"""For all that is read of a feed at one time."""

AT_ONE_TIME = 3
"""Feeds; a server that drips keeps no warning of another one back."""

PACE = timedelta(seconds=1)
"""Between two pages of a feed."""

log = structlog.get_logger(__name__)


def feed_fetcher(settings: Settings, clock: Clock) -> Fetcher:
    """Return what feeds are fetched with, as the settings say it."""
    following = settings.following
    return Fetcher(
        AddressesWith(following.private_networks),
        clock,
        kinds=KINDS,
        most_bytes=MOST_BYTES,
        ca_file=following.ca_file,
    )


class FeedPuller:
    """Reads feeds. Nothing that happens there disturbs the relay.

    Args:
        store: for transactions.
        clock: the time.
        following: what is followed.
        fetcher: fetches documents.
        pace: between two documents.

    Attributes:
        wakeup: rings when a feed is to be read at once.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        following: Following,
        fetcher: Fetcher,
        pace: timedelta = PACE,
    ) -> None:
        self._store = store
        self._clock = clock
        self._following = following
        self._fetcher = fetcher
        self._pace = pace.total_seconds()
        self.wakeup = Wakeup(clock)

    async def run(self) -> None:
        """Read for as long as the task lives."""
        while True:
            try:
                await self.pull_due()
                until = self._following.feeds.next_due()
            except Exception:
                # A store that cannot be written is told of elsewhere.
                log.exception("feeds_fault")
                until = None
            await self.wakeup.wait(until)

    async def pull_due(self) -> int:
        """Read every feed that is due; return how many that were."""
        due = self._following.feeds.due(self._clock.now())
        few = asyncio.Semaphore(AT_ONE_TIME)

        async def pull(feed: FollowedFeed) -> None:
            async with few:
                await self._pull_safely(feed)

        await asyncio.gather(*(pull(feed) for feed in due))
        return len(due)

    async def _pull_safely(self, feed: FollowedFeed) -> None:
        try:
            await self._pull(feed)
        except Exception:
            # A fault of ours with one feed must not keep the others back.
            log.exception("feed_fault", feed=feed.number)
            self._end(feed, lambda found: self._following.looks.failed(found, "fault", None))

    async def _pull(self, feed: FollowedFeed) -> None:
        looks = self._following.looks
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                found = await self._read(feed)
        except TimeoutError:
            reason = Failure.SLOW.value
            self._end(feed, lambda known: looks.failed(known, reason, None))
        except FetchFailed as failed:
            log.warning("feed_not_read", feed=feed.number, reason=failed.failure)
            reason, retry_at = failed.failure.value, failed.retry_at
            self._end(feed, lambda known: looks.failed(known, reason, retry_at))
        except FeedUnreadable as unreadable:
            log.warning("feed_unreadable", feed=feed.number, reason=unreadable.reason)
            why = unreadable.reason.value
            self._end(feed, lambda known: looks.failed(known, why, None))
        except FeedBroken as broken:
            log.warning("feed_broken", feed=feed.number, reason=broken.reason, entry=broken.number)
            what = broken.reason
            self._end(feed, lambda known: looks.broken(known, what))
        else:
            if found is None:
                self._end(feed, looks.unchanged)
            else:
                verified, etag = found
                self._end(feed, lambda known: looks.take(known, verified, etag))

    async def _read(self, feed: FollowedFeed) -> tuple[Verified, str | None] | None:
        """Return what holds, and the version of the newest page; None where nothing is new.

        Raises:
            FetchFailed: it could not be fetched.
            FeedUnreadable: it is none.
            FeedBroken: it does not hold.
        """
        newest = await self._fetcher.fetch(feed.url, feed.etag)
        if newest.body is None:
            return None
        pages, room = [await _parsed(newest)], MOST_ALTOGETHER - len(newest.body)
        pinned, last = self._following.looks.pinned(feed), self._following.looks.known(feed)
        # Of a feed in which there was nothing yet all is new.
        most = 0 if last else FIRST_PAGES if feed.stage is Stage.LOOKING else MOST_PAGES
        while len(pages) < most and pages[-1].next_url is not None:
            room = await self._add_older(feed, pages, room)
        while True:
            try:
                return await _checked(pages, pinned, last), newest.etag
            except OlderPagesNeeded as needed:
                if len(pages) >= MOST_PAGES or pages[-1].next_url is None:
                    raise FeedBroken(needed.reason, needed.number) from None
            room = await self._add_older(feed, pages, room)

    async def _add_older(self, feed: FollowedFeed, pages: list[FeedPage], room: int) -> int:
        """Fetch the page before the last of some; only from the feed's own server.

        Returns:
            For how many bytes there is room after it.
        """
        address = pages[-1].next_url or ""
        seen = {feed.url, *(page.next_url for page in pages[:-1])}
        if address in seen or not is_same_server(address, feed.url):
            raise FeedUnreadable(Unreadable.NO_FEED)
        await asyncio.sleep(self._pace)
        document = await self._fetcher.fetch(address)
        room -= len(document.body or b"")
        if room < 0:
            raise FetchFailed(Failure.TOO_LARGE)
        pages.append(await _parsed(document))
        return room

    def _end(self, feed: FollowedFeed, change: Callable[[FollowedFeed], None]) -> None:
        """Change what is known of a feed, unless it was unfollowed or read anew meanwhile."""
        with self._store.transaction():
            now = self._following.feeds.get(feed.number)
            same = now is not None and (now.url, now.last_digest, now.key) == (
                feed.url,
                feed.last_digest,
                feed.key,
            )
            if now is not None and same:
                change(now)


async def _parsed(document: Document) -> FeedPage:
    return await asyncio.to_thread(read_feed, document.body or b"")


async def _checked(
    pages: Sequence[FeedPage], pinned: PublicKey | None, last: Known | None
) -> Verified:
    return await asyncio.to_thread(verify, list(pages), pinned, last)
