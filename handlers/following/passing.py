"""From a post of another branch to an announcement, and back where it is none any more."""

from dataclasses import replace

from handlers.following.saying import hash_of, passed_text
from handlers.services import Services
from relay.following.tables import FollowedFeed, FollowedPost, Here
from relay.store.announcements import Announcement, State


def draft_of(services: Services, feed: FollowedFeed, post: FollowedPost, author: str) -> int:
    """Begin an announcement that passes a post on; return its number.

    Args:
        services: the parts of the relay.
        feed: whose post it is.
        post: with a text.
        author: account id of the admin who passes it on.
    """
    text = passed_text(services, feed, post)
    announcements = services.store.announcements
    number = announcements.draft(
        branch=feed.branch, text=text, author=author, now=services.clock.now()
    )
    drafted = announcements.get(number)
    assert drafted is not None  # noqa: S101 -- it was begun just now
    services.following.posts.save(
        replace(
            post,
            here=Here.PASSED,
            announcement=number,
            created_at=drafted.created_at,
            said=hash_of(text),
            changed=False,
        )
    )
    return number


def standing(services: Services, post: FollowedPost) -> Announcement | None:
    """Return the announcement that a post has become, None where it is none (any more)."""
    if post.announcement is None:
        return None
    found = services.store.announcements.get(post.announcement)
    if found is None or found.created_at != post.created_at or found.state is State.DROPPED:
        return None
    return found


def is_untouched(post: FollowedPost, announcement: Announcement) -> bool:
    """Whether an announcement still says what it was made to say, and no admin has changed it."""
    return hash_of(announcement.text) == post.said
