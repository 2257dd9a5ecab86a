"""Where announcements are published for everybody to read; one folder per destination."""

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
)

__all__ = [
    "Destination",
    "Mark",
    "Picture",
    "Plan",
    "PlannedPost",
    "Publication",
    "PublishedPost",
    "Remainder",
    "Retraction",
    "Revision",
]
