"""What is kept of an admin who wants a feed followed, or has agreed that it is trusted."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services
from relay.following.tables import FollowedFeed


class FollowingHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"following"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each feed."""
        return [
            Held("following", services.words.say("held-following", name=feed.name or feed.url))
            for feed in _theirs(services, person)
        ]

    def forget(self, services: Services, person: str) -> None:
        """Forget whose wish it was. What is trusted stays so: the branch decided that."""
        for feed in _theirs(services, person):
            if feed.asked_by == person:
                services.following.unfollow(feed)
            else:
                services.following.feeds.save(replace(feed, trusted_by=None))


def _theirs(services: Services, person: str) -> list[FollowedFeed]:
    return [
        feed
        for feed in services.following.feeds.all()
        if person in (feed.asked_by, feed.trusted_by)
    ]
