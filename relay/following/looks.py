"""What comes of looking at a followed feed: what is new in it, or what is wrong with it.

All here joins the caller's transaction and reaches no network; `relay.following.puller` does.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from relay.following.entries import EntryReader
from relay.following.notifier import FollowingNotifier
from relay.following.readable import readable_name
from relay.following.tables import FollowedFeed, FollowedFeeds, FollowedPosts, Here, Stage
from relay.signed_feed.keys import PublicKey
from relay.signed_feed.reading import Known, Reason, Verified
from relay.store import Store
from relay.time.clock import Clock

AGAIN = timedelta(minutes=2)
"""What is wrong with a feed may be half a write of its server's: so it is looked at once more
before anybody is told."""

BROKEN_AGAIN = timedelta(hours=1)
LONGEST_PAUSE = timedelta(hours=6)
"""Between two looks at a feed that cannot be read."""

SILENT_AFTER = timedelta(days=1)
"""A feed that cannot be read for so long is told of."""

TROUBLE_AGAIN = timedelta(hours=12)
"""Of a feed that is broken and mended again and again, admins hear this seldom."""

SILENT = "silent"
"""The trouble of a feed that cannot be read; all others are a `Reason`."""

_DIGESTS = 200
"""Of earlier entries that are kept to recognise a fork."""

_JITTER = 0.2


class FeedLooks:
    """Keeps how far each feed is known, and tells admins of what is wrong.

    Args:
        store: where it is kept.
        clock: the time.
        every: how often a feed is looked at.
        feeds_of: returns the ids of the feeds of which a branch, by slug, hears by itself.

    Attributes:
        notifier: tells admins; set once the conversations are made.
    """

    notifier: FollowingNotifier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        every: timedelta,
        feeds_of: Callable[[str], frozenset[str]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._every = every
        self._feeds_of = feeds_of
        self.feeds = store[FollowedFeeds]
        self.posts = store[FollowedPosts]
        self._reader = EntryReader(self.posts)

    def known(self, feed: FollowedFeed) -> Known | None:
        """Return what is known of a feed from the last time, None before the first entry."""
        if feed.last_number is None or feed.last_digest is None:
            return None
        earlier = {int(number): digest for number, digest in feed.earlier.items()}
        return Known(feed.feed, feed.last_number, feed.last_digest, earlier)

    def pinned(self, feed: FollowedFeed) -> PublicKey | None:
        """Return the key of a feed, None before it was read."""
        return PublicKey.from_base64(feed.key) if feed.key else None

    def unchanged(self, feed: FollowedFeed) -> None:
        """Nothing is new there."""
        self._in_order(feed)

    def take(self, feed: FollowedFeed, verified: Verified, etag: str | None) -> None:
        """Keep what is new there: it holds."""
        is_first = feed.stage is Stage.LOOKING
        if verified.restarted is not None:
            self._cut_off(feed, verified.restarted)
        here = Here.NEW if feed.stage is Stage.FOLLOWED else Here.OLD
        if self._reader.take(feed.number, verified.entries, here, self._feeds_of(feed.branch)):
            self._store.shredder.shred(self._clock.now())
        self.posts.change()
        known = verified.known
        read = replace(
            feed,
            feed=verified.feed,
            name=feed.name or readable_name(verified.name, "…") or verified.branch,
            key=verified.key.base64,
            last_number=None if known is None else known.number,
            last_digest=None if known is None else known.digest,
            earlier={} if known is None else _newest(known.earlier),
            etag=etag,
            stage=Stage.SHOWN if is_first else feed.stage,
        )
        read = self._in_order(read)
        if is_first:
            self.notifier.looked(read)

    def failed(self, feed: FollowedFeed, reason: str, retry_at: datetime | None) -> None:
        """A feed could not be read.

        Args:
            feed: which.
            reason: id of why.
            retry_at: when its server wants to be asked again (aware), if it said so.
        """
        now = self._clock.now()
        if feed.stage is Stage.LOOKING:
            self._give_up(feed, reason)
            return
        failures = feed.failures + 1
        pause = min(self._every * 2 ** min(failures, 12), LONGEST_PAUSE)
        next_at = max(now + self._about(pause), retry_at or now)
        feed = replace(feed, failures=failures, next_at=next_at)
        since = feed.read_at or feed.since
        if now - since >= SILENT_AFTER and not feed.trouble_told:
            feed = self._told(replace(feed, trouble=SILENT, trouble_at=since))
        self.feeds.save(feed)

    def broken(self, feed: FollowedFeed, reason: Reason) -> None:
        """What a feed says does not hold: nothing of it is taken."""
        now = self._clock.now()
        if feed.stage is Stage.LOOKING:
            self._give_up(feed, reason.value)
            return
        if feed.trouble != reason or feed.trouble_at is None:
            feed = replace(feed, trouble=reason.value, trouble_at=now, next_at=now + AGAIN)
        else:
            # In two minutes a server has written both halves.
            lasts = now - feed.trouble_at >= AGAIN
            feed = replace(feed, next_at=now + (self._about(BROKEN_AGAIN) if lasts else AGAIN))
            if lasts and feed.trouble_told != reason:
                feed = self._told(feed)
        self.feeds.save(replace(feed, etag=None))

    def _in_order(self, feed: FollowedFeed) -> FollowedFeed:
        now = self._clock.now()
        told = feed.trouble_told
        feed = replace(
            feed,
            failures=0,
            read_at=now,
            next_at=now + self._about(self._every),
            trouble="",
            trouble_at=None,
            trouble_told="",
        )
        self.feeds.save(feed)
        if told:
            self.notifier.well_again(feed)
        return feed

    def _told(self, feed: FollowedFeed) -> FollowedFeed:
        """Tell of what is wrong, unless that was done not long ago; return the feed as it is."""
        now = self._clock.now()
        if feed.trouble_said_at is not None and now - feed.trouble_said_at < TROUBLE_AGAIN:
            return feed
        told = replace(feed, trouble_told=feed.trouble, trouble_said_at=now)
        self.notifier.troubled(told)
        return told

    def _give_up(self, feed: FollowedFeed, reason: str) -> None:
        self.feeds.forget(feed.number)
        self.notifier.not_read(feed, reason)

    def _cut_off(self, feed: FollowedFeed, restarted: int) -> None:
        """What was posted in the part that is gone keeps no number that comes again."""
        gone = [one for one in self.posts.of_feed(feed.number) if one.entry >= restarted]
        for one in gone:
            self.posts.save(replace(one, about=-one.number, entry=0))
        passed = [one for one in gone if one.here is Here.PASSED]
        if passed:
            self.notifier.cut_off(feed, passed)

    def _about(self, pause: timedelta) -> timedelta:
        """Never quite the same, so that not all who follow come at once."""
        return pause * secrets.SystemRandom().uniform(1 - _JITTER, 1 + _JITTER)


def _newest(digests: Mapping[int, str]) -> dict[str, str]:
    return {str(number): digests[number] for number in sorted(digests)[-_DIGESTS:]}
