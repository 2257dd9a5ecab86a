"""What happens by itself with what other branches post: offers, warnings, and following along.

Each step may be repeated and changes nothing twice: what was told and what was posted is marked in
the same transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.announcements.apply import release
from handlers.following.access import responsible, say_to_admins
from handlers.following.changes import follow_change
from handlers.following.passing import draft_of, standing
from handlers.following.saying import line_of, untappable
from handlers.services import Services
from relay.following.looks import SILENT
from relay.following.tables import FollowedFeed, FollowedPost, Here, Kind, Stage, There

TOLD_IN_AN_HOUR = 3
"""How often admins hear of new posts of one feed; what comes then waits, and is told together."""

AT_ONCE_IN_AN_HOUR, AT_ONCE_IN_A_DAY = 3, 6
"""How many posts of a trusted feed are posted without being offered; then the others are."""

WARNINGS_IN_A_DAY = 3
"""How many warnings of one feed are told by themselves; more are offered like posts."""

FRESH = timedelta(days=1)
"""What is older is not posted by itself any more."""

_SHOWN = 5
"""Posts in one offer."""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class FollowingJobs:
    """Goes on with what feeds have brought.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._following = services.following
        self._known = -1
        """Version of the posts after which nothing was left to follow."""

    def go_on(self) -> None:
        """Tell of what is new, or post it; called every round."""
        for number in self._following.posts.sources_of_new():
            feed = self._following.feeds.get(number)
            if feed is not None and feed.stage is Stage.FOLLOWED and feed.trouble in ("", SILENT):
                with self._services.store.transaction():
                    self._go_on_with(feed)

    def follow_changes(self) -> None:
        """Correct and take back what was corrected and taken back there; called every round."""
        version = self._following.posts.version
        if version == self._known:
            return
        changed = self._following.posts.changed()
        if not changed:
            self._known = version
        for post in changed:
            feed = self._following.feeds.get(post.source)
            if feed is not None and feed.trouble in ("", SILENT):
                with self._services.store.transaction():
                    follow_change(self._services, feed, post)

    def tidy(self) -> None:
        """Offer what was to be passed on and was dropped; forget what is old."""
        for post in self._following.posts.passed():
            if standing(self._services, post) is None:
                here = Here.IGNORED if post.state is There.RETRACTED else Here.OFFERED
                self._following.posts.save(replace(post, here=here, announcement=None))
        self._following.tidy()

    def _go_on_with(self, feed: FollowedFeed) -> None:
        new = self._following.posts.of(feed.number, Here.NEW)
        gone = [one for one in new if one.state is There.RETRACTED or not one.text]
        for one in gone:
            self._following.mark(one, Here.IGNORED)
        waiting = [one for one in new if one not in gone]
        warnings = [one for one in waiting if one.kind is Kind.FALSE]
        more = self._warn(feed, warnings)
        posts = [*more, *(one for one in waiting if one.kind is Kind.POST)]
        if posts and not self._is_night():
            feed, offered = self._post_trusted(feed, posts)
            self._offer(feed, offered)

    def _warn(self, feed: FollowedFeed, warnings: Sequence[FollowedPost]) -> list[FollowedPost]:
        """Tell of warnings at once, at any hour; return those that were too many."""
        more: list[FollowedPost] = []
        for post in warnings:
            if self._following.posts.warned_since(feed.number, self._now() - _DAY) >= (
                WARNINGS_IN_A_DAY
            ):
                more.append(post)
                continue
            told = self._following.mark(post, Here.OFFERED, at=self._now())
            may = feed.trusted and self._is_fresh(told)
            announcement = self._release(feed, told) if may else None
            say_to_admins(
                self._services,
                feed,
                "following-warning",
                name=feed.name,
                text=untappable(self._services, post),
                number=str(post.number),
                announcement="none" if announcement is None else str(announcement),
            )
        return more

    def _post_trusted(
        self, feed: FollowedFeed, posts: Sequence[FollowedPost]
    ) -> tuple[FollowedFeed, list[FollowedPost]]:
        """Post what may be posted without being offered; return the rest."""
        offered: list[FollowedPost] = []
        for post in posts:
            now = self._now()
            posted = [
                one for one in map(datetime.fromisoformat, feed.posted_at) if now - one < _DAY
            ]
            hour = sum(now - one < _HOUR for one in posted)
            room = hour < AT_ONCE_IN_AN_HOUR and len(posted) < AT_ONCE_IN_A_DAY
            # What they have from others themselves could go round in circles.
            own = post.kind is Kind.POST and not post.elsewhere
            may = feed.trusted and room and own and self._is_fresh(post)
            if not may or self._release(feed, post) is None:
                offered.append(post)
                continue
            stamps = tuple(one.isoformat() for one in (*posted, now))
            feed = replace(feed, posted_at=stamps)
            self._following.feeds.save(feed)
        return feed, offered

    def _offer(self, feed: FollowedFeed, posts: Sequence[FollowedPost]) -> None:
        """Tell admins of new posts, together; not yet where they were told often of late."""
        now = self._now()
        told = [one for one in map(datetime.fromisoformat, feed.told_at) if now - one < _HOUR]
        if not posts or len(told) >= TOLD_IN_AN_HOUR:
            return
        stamps = tuple(one.isoformat() for one in (*told, now))
        self._following.feeds.save(replace(feed, told_at=stamps))
        for post in posts:
            self._following.mark(post, Here.OFFERED)
        newest = posts[-_SHOWN:]
        say_to_admins(
            self._services,
            feed,
            "following-offer",
            name=feed.name,
            count=len(posts),
            lines="\n".join(line_of(self._services, post) for post in newest),
            more=len(posts) - len(newest),
            example=str(newest[-1].number),
            number=str(feed.number),
            trusted="yes" if feed.trusted else "no",
        )

    def _release(self, feed: FollowedFeed, post: FollowedPost) -> int | None:
        """Post something at once; return the announcement's number, None where it cannot be."""
        services, person = self._services, responsible(self._services, feed)
        branch = services.branches.get(feed.branch)
        if person is None or branch is None:
            return None
        if branch.announcement_groups and not services.store.groups.known():
            return None
        number = draft_of(services, feed, post, person)
        drafted = services.store.announcements.get(number)
        assert drafted is not None  # noqa: S101 -- it was begun just now
        announcement = services.announcements.pages.offered(drafted)
        if services.announcements.preview(announcement).reaches_nobody:
            services.store.announcements.discard(number)
            self._following.mark(post, Here.OFFERED)
            return None
        release(services, announcement, person)
        services.record(person, "pass-on-trusted", number)
        return number

    def _is_fresh(self, post: FollowedPost) -> bool:
        """Whether a post may go out by itself: after a restore nobody knows whether it has."""
        came_back = self._services.store.backups.came_back_at()
        known = came_back is None or post.at > came_back
        return known and self._now() - post.at < FRESH

    def _is_night(self) -> bool:
        services = self._services
        return services.settings.announcements.is_night(self._now(), services.time.zone)

    def _now(self) -> datetime:
        return self._services.clock.now()
