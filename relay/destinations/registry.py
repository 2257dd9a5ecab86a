"""Which public destinations each branch has, from the settings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from relay.destinations.base import Destination
from relay.destinations.bluesky import Bluesky, Credentials
from relay.settings import Settings
from relay.store import Store
from relay.store.sessions import Sessions
from relay.time.clock import Clock


@dataclass(frozen=True)
class _Keeper:
    """Keeps one account's session in the store."""

    sessions: Sessions
    lane: str

    def load(self) -> str | None:
        return self.sessions.load(self.lane)

    def save(self, session: str) -> None:
        self.sessions.save(self.lane, session)


@asynccontextmanager
async def build_destinations(
    settings: Settings, store: Store, clock: Clock
) -> AsyncIterator[Mapping[str, Mapping[str, Destination]]]:
    """Give each branch its destinations, by slug and lane name, for as long as the block lasts."""
    async with AsyncExitStack() as stack:
        built: dict[str, dict[str, Destination]] = {}
        for branch in settings.branches:
            if branch.bluesky is None:
                continue
            lane = f"bluesky:{branch.slug}"
            bluesky = Bluesky(
                Credentials(
                    service=branch.bluesky.service,
                    handle=branch.bluesky.handle,
                    password=settings.bluesky[branch.slug].get_secret_value(),
                ),
                _Keeper(store.sessions, lane),
                clock,
            )
            stack.push_async_callback(bluesky.close)
            built[branch.slug] = {lane: bluesky}
        yield built
