"""Which feeds and posts an admin may decide about, and who is told."""

from collections.abc import Callable
from typing import Any

from handlers.conversation.heard import Heard
from handlers.services import Services
from handlers.unasked import tell_text_unasked
from relay.following.tables import FollowedFeed, FollowedPost


def feed_of(heard: Heard[Any], number: int) -> FollowedFeed | None:
    """Return a feed of a branch that somebody is an admin of, or None."""
    services = heard.services
    return services.following.followed(number, services.slugs_of(heard.person))


def post_of(heard: Heard[Any], number: int) -> tuple[FollowedPost, FollowedFeed] | None:
    """Return a post of such a feed, with that, or None."""
    post = heard.services.following.posts.get(number)
    feed = None if post is None else feed_of(heard, post.source)
    return None if post is None or feed is None else (post, feed)


def tell_admins(
    services: Services, feed: FollowedFeed, text: Callable[[Services], str], but: str = ""
) -> None:
    """Tell all admins of the branch that follows a feed, where their chat is not hidden.

    Args:
        services: the parts of the relay.
        feed: which.
        text: puts it together with the words of each one's language.
        but: account id of who is not told.
    """
    branch = services.branches.get(feed.branch)
    for person in () if branch is None else branch.admins:
        if person != but and not services.admins.waits(person):
            tell_text_unasked(services, person, text)


def say_to_admins(services: Services, feed: FollowedFeed, message: str, **args: Any) -> None:
    """The same with a message of the wording."""
    tell_admins(services, feed, lambda speaking: speaking.words.say(message, **args))


def responsible(services: Services, feed: FollowedFeed) -> str | None:
    """Return who gets the receipts of what is posted here by itself; None if there is no admin.

    Whoever trusts the feed, unless their chat is hidden.
    """
    branch = services.branches.get(feed.branch)
    if branch is None or not branch.admins:
        return None
    in_order = sorted(branch.admins, key=lambda person: person != feed.trusted_by)
    open_chats = (one for one in in_order if not services.vault.hiding.has_hidden(one))
    return next(open_chats, in_order[0])
