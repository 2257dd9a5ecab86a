"""What admins are told of the feeds that their branch follows. Each joins a transaction."""

from collections.abc import Sequence
from typing import Protocol

from relay.following.tables import FollowedFeed, FollowedPost


class FollowingNotifier(Protocol):
    """Tells admins; implemented by the conversations."""

    def looked(self, feed: FollowedFeed) -> None:
        """A feed was read for the first time: its key is to be compared."""

    def not_read(self, feed: FollowedFeed, reason: str) -> None:
        """A feed that an admin has asked for could not be read; it is forgotten."""

    def troubled(self, feed: FollowedFeed) -> None:
        """Something is wrong with a followed feed, for a while: `FollowedFeed.trouble`."""

    def well_again(self, feed: FollowedFeed) -> None:
        """Nothing is wrong any more with a feed of which admins were told that something is."""

    def cut_off(self, feed: FollowedFeed, passed: Sequence[FollowedPost]) -> None:
        """A branch came back from a backup: what is passed on of it can no longer follow it."""
