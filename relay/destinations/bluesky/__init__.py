"""Bluesky: posts, threads and sessions on any server of the AT Protocol."""

from relay.destinations.bluesky.destination import Bluesky
from relay.destinations.bluesky.session import Credentials, SessionKeeper

__all__ = ["Bluesky", "Credentials", "SessionKeeper"]
