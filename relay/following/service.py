"""The feeds that branches follow, and what their admins decide about them.

All here joins the caller's transaction and reaches no network.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

from relay.following.looks import FeedLooks
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
from relay.signed_feed.tables import SignedFeeds
from relay.store import Store
from relay.time.clock import Clock
from relay.time.limiter import SlidingWindowLimiter

MOST_FEEDS = 50
"""That one branch follows."""

CORRECTIONS_IN_A_DAY = 6
"""How many of one feed are followed here by themselves, each of them in every group; and how many
others admins are told of."""

UNCOMPARED_FOR = timedelta(days=7)
"""How long a key waits to be compared."""

KEPT_FOR = timedelta(days=365)
"""What others have posted and nobody has passed on."""


class Following:
    """What branches follow.

    Args:
        store: where it is kept.
        clock: the time.
        settings: how often feeds are looked at.

    Attributes:
        feeds, posts: the tables.
        looks: what comes of looking at the feeds.
        corrections: how many of each feed were followed today; in memory.
        comparisons: how many others admins were told of.
        look_soon: lets what is due be looked at.
    """

    look_soon: Callable[[], None] = staticmethod(lambda: None)

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self.feeds = store[FollowedFeeds]
        self.posts = store[FollowedPosts]
        self._clock = clock
        self._branches = frozenset(branch.slug for branch in settings.branches)
        every = timedelta(minutes=settings.following.minutes)
        self.looks = FeedLooks(store, clock, every, self.feeds_of)
        self.corrections = SlidingWindowLimiter(clock, CORRECTIONS_IN_A_DAY, timedelta(days=1))
        self.comparisons = SlidingWindowLimiter(clock, CORRECTIONS_IN_A_DAY, timedelta(days=1))

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

    def known_as(self, feed: FollowedFeed) -> FollowedFeed | None:
        """Return the feed under which a branch follows the same one with the same key, or None."""
        others = self.followed_by(feed.branch)
        return next((one for one in others if (one.feed, one.key) == (feed.feed, feed.key)), None)

    def is_own(self, feed: FollowedFeed) -> bool:
        """Return whether a feed is that of the branch itself."""
        own = self._store[SignedFeeds].of_branch(feed.branch)
        return own is not None and own.feed == feed.feed

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

    def feeds_of(self, branch: str) -> frozenset[str]:
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
