"""Which public destinations each branch has, from the settings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from relay.destinations.base import Destination
from relay.settings import Settings
from relay.store import Store


@asynccontextmanager
async def build_destinations(
    settings: Settings, store: Store
) -> AsyncIterator[Mapping[str, Mapping[str, Destination]]]:
    """Give each branch its destinations, by slug and lane name, for as long as the block lasts."""
    yield {}
