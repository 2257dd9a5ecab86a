"""The feeds that branches follow: what is pinned, what is new, what is wrong.

All here joins the caller's transaction and reaches no network; `relay.following.puller` does.
"""

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from relay.following.entries import EntryReader
from relay.following.notifier import FollowingNotifier
from relay.following.readable import readable_name
from relay.following.tables import (
    FollowedFeed,
    FollowedFeeds,
    FollowedPost,
    FollowedPosts,
    Here,
    Stage,
)
from relay.settings import Settings
from relay.signed_feed.entry import Origin
from relay.signed_feed.keys import PublicKey
from relay.signed_feed.reading import Known, Reason, Verified
from relay.signed_feed.tables import SignedFeeds
from relay.store import Store
from relay.time.clock import Clock

MOST_FEEDS = 50
"""That one branch follows."""

AGAIN = timedelta(minutes=2)
"""What is wrong with a feed may be half a write of its server's: so it is looked at once more
before anybody is told."""

BROKEN_AGAIN = timedelta(hours=1)
LONGEST_PAUSE = timedelta(hours=6)
"""Between two looks at a feed that cannot be read."""

SILENT_AFTER = timedelta(days=1)
"""A feed that cannot be read for so long is told of."""

UNCOMPARED_FOR = timedelta(days=7)
"""How long a key waits to be compared."""

KEPT_FOR = timedelta(days=365)
"""What others have posted and nobody has passed on."""

TROUBLE_AGAIN = timedelta(hours=12)
"""Of a feed that is broken and mended again and again, admins hear this seldom."""

SILENT = "silent"
"""The trouble of a feed that cannot be read; all others are a `Reason`."""

_DIGESTS = 200
"""Of earlier entries that are kept to recognise a fork."""

_JITTER = 0.2


class Following:
    """What branches follow.

    Args:
        store: where it is kept.
        clock: the time.
        settings: how often feeds are looked at.

    Attributes:
        notifier: tells admins; set once the conversations are made.
        feeds, posts: the tables.
        look_soon: lets what is due be looked at.
    """

    notifier: FollowingNotifier
    look_soon: Callable[[], None] = staticmethod(lambda: None)

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self.feeds = store[FollowedFeeds]
        self.posts = store[FollowedPosts]
        self._clock = clock
        self._every = timedelta(minutes=settings.following.minutes)
        self._branches = frozenset(branch.slug for branch in settings.branches)
        self._reader = EntryReader(self.posts)

    def followed_by(self, branch: str) -> list[FollowedFeed]:
        """Return the feeds that a branch follows, by number."""
        return [one for one in self.feeds.of(branch) if one.stage is Stage.FOLLOWED]

    def followed(self, number: int, branches: Collection[str]) -> FollowedFeed | None:
        """Return a feed that one of some branches follows or is asked to follow, or None."""
        feed = self.feeds.get(number)
        return feed if feed is not None and feed.branch in branches else None

    def begin(self, branch: str, url: str, asked_by: str) -> FollowedFeed:
        """Have a feed looked at that an admin wants to follow.

        Args:
            branch: slug of who would follow.
            url: as `feed_address` returns it.
            asked_by: account id of the admin.
        """
        now = self._clock.now()
        known = [one for one in self.feeds.of(branch) if one.url == url]
        followed = next((one for one in known if one.stage is Stage.FOLLOWED), None)
        for one in known:
            if one.stage is not Stage.FOLLOWED:
                self.feeds.forget(one.number)
        self.look_soon()
        return self.feeds.add(
            branch=branch,
            url=url,
            stage=Stage.LOOKING,
            since=now,
            asked_by=asked_by,
            replaces=None if followed is None else followed.number,
            next_at=now,
        )

    def propose(self, feed: FollowedFeed, by: str) -> None:
        """Let a second admin decide about what one has agreed to."""
        self.feeds.save(replace(feed, stage=Stage.PROPOSED, asked_by=by, since=self._clock.now()))

    def follow(self, feed: FollowedFeed) -> FollowedFeed:
        """Follow a feed whose key was compared; return it.

        One that it takes the place of is followed under its own number with the new key, and no
        longer trusted.
        """
        self.posts.change()
        replaced = None if feed.replaces is None else self.feeds.get(feed.replaces)
        if replaced is None:
            followed = replace(feed, stage=Stage.FOLLOWED, asked_by=None, replaces=None)
            self.feeds.save(followed)
            return followed
        for post in self.posts.of_feed(feed.number):
            self._continue(post, replaced.number)
        self.feeds.forget(feed.number)
        followed = replace(
            feed,
            number=replaced.number,
            stage=Stage.FOLLOWED,
            asked_by=None,
            replaces=None,
            trusted=False,
            trusted_by=None,
            trouble="",
            trouble_at=None,
            trouble_told="",
        )
        self.feeds.save(followed)
        return followed

    def unfollow(self, feed: FollowedFeed) -> None:
        """Follow a feed no longer. What was passed on stays as it is."""
        self.feeds.forget(feed.number)
        self._store.shredder.shred(self._clock.now())
        self.posts.change()

    def mark(self, post: FollowedPost, here: Here, at: datetime | None = None) -> FollowedPost:
        """Note what becomes of a post here; return it as it is now.

        Args:
            post: which.
            here: what it becomes.
            at: of a warning, when admins are told; None where it is none.
        """
        marked = replace(post, here=here, told_at=at or post.told_at)
        self.posts.save(marked)
        return marked

    def ask_to_trust(self, feed: FollowedFeed, by: str) -> None:
        """Let a second admin decide whether a feed is trusted."""
        self.feeds.save(replace(feed, trusted_by=by))

    def trust(self, feed: FollowedFeed, by: str) -> None:
        """Have what is posted there posted here at once; `by` gets the receipts."""
        self.feeds.save(replace(feed, trusted=True, trusted_by=by))

    def distrust(self, feed: FollowedFeed) -> None:
        """Have what is posted there offered first."""
        self.feeds.save(replace(feed, trusted=False, trusted_by=None))

    def known(self, feed: FollowedFeed) -> Known | None:
        """Return what is known of a feed from the last time, None before the first entry."""
        if feed.last_number is None or feed.last_digest is None:
            return None
        earlier = {int(number): digest for number, digest in feed.earlier.items()}
        return Known(feed.feed, feed.last_number, feed.last_digest, earlier)

    def known_as(self, feed: FollowedFeed) -> FollowedFeed | None:
        """Return the feed under which a branch follows the same one with the same key, or None."""
        others = self.followed_by(feed.branch)
        return next((one for one in others if (one.feed, one.key) == (feed.feed, feed.key)), None)

    def is_own(self, feed: FollowedFeed) -> bool:
        """Return whether a feed is that of the branch itself."""
        own = self._store[SignedFeeds].of_branch(feed.branch)
        return own is not None and own.feed == feed.feed

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

    def origin_of(self, announcement: int) -> Origin | None:
        """Return whom a branch has the words of an announcement from, by its number.

        Returns:
            None where they are the branch's own.
        """
        post = self.posts.that_became(announcement)
        feed = None if post is None else self.feeds.get(post.source)
        known = self._store.announcements.get(announcement)
        # After a restore the number may be that of another announcement.
        if post is None or feed is None or known is None or known.created_at != post.created_at:
            return None
        return Origin(feed.feed, max(post.entry, 1), feed.name)

    def tidy(self) -> None:
        """Forget what nobody answered, whose branch is gone, and what is old."""
        now = self._clock.now()
        for feed in self.feeds.all():
            waits = feed.stage in (Stage.SHOWN, Stage.PROPOSED)
            if feed.branch not in self._branches or (waits and now - feed.since >= UNCOMPARED_FOR):
                self.feeds.forget(feed.number)
        self.posts.forget_before(now - KEPT_FOR)
        self.posts.change()

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

    def _feeds_of(self, branch: str) -> frozenset[str]:
        """Feeds of which a branch hears by itself: its own, and those that it follows."""
        own = self._store[SignedFeeds].of_branch(branch)
        followed = {one.feed for one in self.followed_by(branch)}
        return frozenset(followed if own is None else {own.feed, *followed})

    def _continue(self, post: FollowedPost, source: int) -> None:
        """Let a post of a feed under a new key be that which is known of it, if it is."""
        known = self.posts.known_as(source, post.kind, post.about)
        if known is None or known.here is not Here.PASSED:
            self.posts.move(post, source)
            return
        differs = (known.text, known.state) != (post.text, post.state)
        self.posts.save(
            replace(
                known,
                entry=post.entry,
                text=post.text,
                files=post.files,
                state=post.state,
                changed_at=post.changed_at,
                changed=known.changed or differs,
            )
        )

    def _about(self, pause: timedelta) -> timedelta:
        """Never quite the same, so that not all who follow come at once."""
        return pause * secrets.SystemRandom().uniform(1 - _JITTER, 1 + _JITTER)


def _newest(digests: Mapping[int, str]) -> dict[str, str]:
    return {str(number): digests[number] for number in sorted(digests)[-_DIGESTS:]}
