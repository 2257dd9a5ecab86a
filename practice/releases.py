"""The releases of signal-cli-rest-api that the stand-in plays.

What each of them answers is recorded in tests/wire; docs/stand-in.md names the recordings.
"""

from typing import Literal, get_args

Release = Literal["0.97", "0.98", "0.99", "0.100", "0.101-dev"]
"""A release, as its own `GET /v1/about` names it."""

RELEASES: tuple[Release, ...] = get_args(Release)
"""All of them, oldest first."""

OLDEST: Release = RELEASES[0]
NEWEST: Release = RELEASES[-1]
"""The source of August 2026 (`a08db23`), on the way to 0.101."""

DEPLOYED: Release = "0.100"
"""What deploy/compose.yaml runs, and what is played unless another is chosen."""


def since(release: Release, first: Release) -> bool:
    """Whether `release` is `first` or came after it."""
    return RELEASES.index(release) >= RELEASES.index(first)
