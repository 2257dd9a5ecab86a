"""How the feeds are that are followed, for whoever looks after the server."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from relay.following.tables import FollowedFeeds, Stage


@dataclass(frozen=True)
class FeedState:
    """A followed feed as it was when it was last looked at.

    Attributes:
        branch: slug of who follows.
        name: of whose it is.
        url: of its newest page; empty where it is not told.
        trouble: id of what is wrong with it; empty for nothing.
        failures: how often in a row it could not be read.
        read_at: when it was read last, aware; None for never.
    """

    branch: str
    name: str
    url: str = ""
    trouble: str = ""
    failures: int = 0
    read_at: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as the running relay tells it, without the address."""
        return {
            "branch": self.branch,
            "name": self.name,
            "trouble": self.trouble,
            "failures": self.failures,
            "read_at": self.read_at and self.read_at.isoformat(),
        }


def feed_states(feeds: FollowedFeeds) -> tuple[FeedState, ...]:
    """Return how all followed feeds are."""
    return tuple(
        FeedState(one.branch, one.name, one.url, one.trouble, one.failures, one.read_at)
        for one in feeds.all()
        if one.stage is Stage.FOLLOWED
    )


def read_state(told: object) -> FeedState | None:
    """Return what a running relay tells of a feed, None where it cannot be read."""
    if not isinstance(told, dict):
        return None
    branch, name, trouble = (told.get(one) for one in ("branch", "name", "trouble"))
    failures, read_at = told.get("failures"), told.get("read_at")
    if not (isinstance(branch, str) and isinstance(name, str) and isinstance(trouble, str)):
        return None
    try:
        moment = datetime.fromisoformat(read_at) if isinstance(read_at, str) else None
    except ValueError:
        return None
    return FeedState(
        branch, name, "", trouble, failures if isinstance(failures, int) else 0, moment
    )
