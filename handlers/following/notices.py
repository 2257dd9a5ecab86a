"""What admins are told of the feeds that their branch follows, without having asked just then."""

from collections.abc import Sequence
from functools import partial

from handlers.following.access import say_to_admins, tell_admins
from handlers.following.states import ConfirmFollow, LookingAtFeed
from handlers.services import Services
from relay.following.tables import FollowedFeed, FollowedPost
from relay.signed_feed.keys import PublicKey


class FollowingNotices:
    """Implements `relay.following.notifier.FollowingNotifier` in the words of the wording."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def looked(self, feed: FollowedFeed) -> None:
        """Show the key to who asked, and let them answer if they are still waiting for it."""
        services, person = self._services, feed.asked_by
        if person is None:
            return
        replaced = None if feed.replaces is None else services.following.feeds.get(feed.replaces)
        if replaced is not None and replaced.key == feed.key:
            services.following.unfollow(feed)
            services.tell(
                person, "following-already", name=replaced.name, number=str(replaced.number)
            )
            return
        delivery = services.tell_text(person, partial(key_text, feed=feed))
        waiting = services.state_of(person)
        if isinstance(waiting, LookingAtFeed) and waiting.feed == feed.number:
            services.enter(person, ConfirmFollow(feed=feed.number, key=feed.key, preview=delivery))
        else:
            services.tell(person, "following-answer-later", number=str(feed.number))

    def not_read(self, feed: FollowedFeed, reason: str) -> None:
        """Say why to who asked."""
        services, person = self._services, feed.asked_by
        if person is None:
            return
        waiting = services.state_of(person)
        if isinstance(waiting, LookingAtFeed) and waiting.feed == feed.number:
            services.store.conversations.end(person)
        services.tell(person, "following-not-read", url=feed.url, reason=reason)

    def troubled(self, feed: FollowedFeed) -> None:
        """Say what is wrong and what to do."""
        tell_admins(self._services, feed, partial(_trouble_text, feed=feed))

    def well_again(self, feed: FollowedFeed) -> None:
        """Say so."""
        say_to_admins(
            self._services, feed, "following-well", name=feed.name, number=str(feed.number)
        )

    def cut_off(self, feed: FollowedFeed, passed: Sequence[FollowedPost]) -> None:
        """Say which posts no longer follow theirs."""
        numbers = ", ".join(str(post.announcement) for post in passed)
        say_to_admins(self._services, feed, "following-cut-off", name=feed.name, numbers=numbers)


def key_text(services: Services, feed: FollowedFeed) -> str:
    """Return the key of a feed, and how to compare it."""
    replaced = None if feed.replaces is None else services.following.feeds.get(feed.replaces)
    branch = services.branches[feed.branch]
    return services.words.say(
        "following-key",
        name=feed.name,
        branch=branch.name,
        url=feed.url,
        fingerprint=PublicKey.from_base64(feed.key).fingerprint,
        replaces="no" if replaced is None else "yes",
        second="yes" if branch.approvals > 1 and feed.stage != "proposed" else "no",
    )


def _trouble_text(services: Services, feed: FollowedFeed) -> str:
    since = feed.trouble_at or services.clock.now()
    return services.words.say(
        "following-trouble",
        name=feed.name,
        number=str(feed.number),
        url=feed.url,
        reason=feed.trouble,
        since=services.time.spoken(since),
    )
