"""Where announcements are published for everybody to read: a folder and a line here for each.

What a kind is asked is in `relay.destinations.kind`, what publishes in `relay.destinations.base`.
"""

from typing import Any

from relay.destinations.base import (
    Destination,
    Mark,
    Picture,
    Plan,
    PlannedPost,
    Publication,
    PublishedPost,
    Remainder,
    Retraction,
    Revision,
    Subject,
)
from relay.destinations.bluesky.kind import BlueskyKind
from relay.destinations.kind import DestinationKind
from relay.destinations.webhook.kind import WebhookKind

KINDS: tuple[DestinationKind[Any], ...] = (
    BlueskyKind(),
    WebhookKind(),
)
"""Every kind there is, in the order in which people read of them."""


def kind_of(lane: str) -> DestinationKind[Any] | None:
    """Return whose lane a name of the outbox is; None for Signal's."""
    return next((kind for kind in KINDS if lane.startswith(f"{kind.name}:")), None)


def branch_of(lane: str) -> str:
    """Return the slug of the branch whose lane this is; empty for Signal's."""
    return lane.partition(":")[2]


__all__ = [
    "KINDS",
    "Destination",
    "DestinationKind",
    "Mark",
    "Picture",
    "Plan",
    "PlannedPost",
    "Publication",
    "PublishedPost",
    "Remainder",
    "Retraction",
    "Revision",
    "Subject",
    "branch_of",
    "kind_of",
]
