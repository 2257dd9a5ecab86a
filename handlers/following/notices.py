"""What admins are told of the feeds that their branch follows, without having asked just then."""

from collections.abc import Sequence
from functools import partial

from handlers.following.access import say_to_admins, tell_admins
from handlers.following.states import ConfirmFollow, LookingAtFeed
from handlers.services import Services
from relay.following.links import page_of
from relay.following.tables import FollowedFeed, FollowedPost
from relay.groups.harmless import alike, is_deceptive
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
        known = services.following.known_as(feed)
        if known is not None or services.following.is_own(feed):
            self._stop_looking(feed, person)
            if known is None:
                services.tell(person, "following-yourself")
            else:
                number = str(known.number)
                services.tell(person, "following-already", name=known.name, number=number)
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
        self._stop_looking(feed, person)
        services.tell(person, "following-not-read", url=page_of(feed.url), reason=reason)

    def _stop_looking(self, feed: FollowedFeed, person: str) -> None:
        waiting = self._services.state_of(person)
        if isinstance(waiting, LookingAtFeed) and waiting.feed == feed.number:
            self._services.store.conversations.end(person)
        self._services.following.unfollow(feed)

    def troubled(self, feed: FollowedFeed) -> None:
        """Say what is wrong and what to do."""
        tell_admins(self._services, feed, partial(_trouble_text, feed=feed))

    def well_again(self, feed: FollowedFeed) -> None:
        """Say so."""
        say_to_admins(self._services, feed, "following-well", name=feed.name)

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
        url=page_of(feed.url),
        fingerprint=PublicKey.from_base64(feed.key).fingerprint,
        replaces="no" if replaced is None else "yes",
        doubt=_doubt(services, feed),
        second="yes" if branch.approvals > 1 and feed.stage != "proposed" else "no",
    )


def _doubt(services: Services, feed: FollowedFeed) -> str:
    """Return what speaks against a name: it is that of somebody else, or made to look like it."""
    name = alike(feed.name)
    if any(alike(branch.name) == name for branch in services.settings.branches):
        return "own"
    others = services.following.followed_by(feed.branch)
    if any(one.number != feed.replaces and alike(one.name) == name for one in others):
        return "followed"
    return "deceptive" if is_deceptive(feed.name) else "none"


def _trouble_text(services: Services, feed: FollowedFeed) -> str:
    since = feed.trouble_at or services.clock.now()
    return services.words.say(
        "following-trouble",
        name=feed.name,
        number=str(feed.number),
        url=page_of(feed.url),
        reason=feed.trouble,
        since=services.time.spoken(since),
    )
