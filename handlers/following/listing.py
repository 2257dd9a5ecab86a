"""What admins read of the feeds that their branch follows, where they ask."""

from collections.abc import Iterable

from handlers.following.passing import standing
from handlers.following.saying import line_of
from handlers.services import Services
from relay.following.links import page_of
from relay.following.tables import FollowedFeed, FollowedPost, Here, Stage, There
from relay.settings import Branch

_MOST = 10
"""Posts in one list."""


def feeds_text(services: Services, branches: Iterable[Branch]) -> str:
    """Return all feeds of some branches, each with its state."""
    say = services.words.say
    parts = []
    for branch in branches:
        feeds = [one for one in services.following.feeds.of(branch.slug) if one.name]
        lines = "\n".join(_state_line(services, feed) for feed in feeds)
        if lines:
            parts.append(say("following-list", branch=branch.name, lines=lines))
    return "\n\n".join(parts) if parts else say("following-none")


def feed_text(services: Services, feed: FollowedFeed) -> str:
    """Return one feed with its state and what waits of it, newest first."""
    waiting = [post for post in offered(services, feed) if post.text][::-1]
    lines = "\n".join(line_of(services, post) for post in waiting[:_MOST])
    return services.words.say(
        "following-one",
        state=_state_line(services, feed),
        url=page_of(feed.url),
        lines=lines or "none",
        more=max(0, len(waiting) - _MOST),
    )


def offered(services: Services, feed: FollowedFeed) -> list[FollowedPost]:
    """Return what of a feed waits for a word of an admin, oldest first."""
    posts = services.following.posts
    dropped = [one for one in posts.of(feed.number, Here.PASSED) if standing(services, one) is None]
    waiting = [*posts.of(feed.number, Here.OFFERED), *dropped]
    return sorted(
        (one for one in waiting if one.state is not There.RETRACTED), key=lambda one: one.number
    )


def _state_line(services: Services, feed: FollowedFeed) -> str:
    say = services.words.say
    if feed.stage is not Stage.FOLLOWED:
        return say("following-state-asked", number=str(feed.number), name=feed.name)
    return say(
        "following-state",
        number=str(feed.number),
        name=feed.name,
        trouble=feed.trouble or "none",
        when="never" if feed.read_at is None else services.time.spoken(feed.read_at),
        trusted="yes" if feed.trusted else "no",
        waiting=len(offered(services, feed)),
    )
