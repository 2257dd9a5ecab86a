"""Which public destinations each branch has, from the settings."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from relay.destinations import KINDS, Destination, DestinationKind, branch_of, kind_of
from relay.destinations.kind import AccountSettings
from relay.language.words import Words
from relay.settings import Branch, Settings
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


def accounts(
    settings: Settings,
) -> Iterator[tuple[Branch, DestinationKind[Any], AccountSettings[Any]]]:
    """Yield every account that the settings give a branch, and of which kind it is."""
    for branch in settings.branches:
        for kind in KINDS:
            table = branch.destination(kind)
            if table is not None:
                secret = settings.secret_of(kind, branch.slug).get_secret_value()
                yield branch, kind, AccountSettings(table, secret)


@asynccontextmanager
async def build_destinations(
    settings: Settings, store: Store, clock: Clock
) -> AsyncIterator[Mapping[str, Mapping[str, Destination]]]:
    """Give each branch its destinations, by slug and lane name, for as long as the block lasts."""
    async with AsyncExitStack() as stack:
        built: dict[str, dict[str, Destination]] = {}
        for branch, kind, account in accounts(settings):
            lane = kind.lane(branch.slug)
            destination = kind.build(account, _Keeper(store.sessions, lane), clock)
            stack.push_async_callback(destination.close)
            built.setdefault(branch.slug, {})[lane] = destination
        yield built


def place_of(lane: str, settings: Settings, words: Words) -> str | None:
    """Return what people call the destination at the end of a lane; None for Signal's lanes."""
    kind = kind_of(lane)
    if kind is None:
        return None
    branch = next((one for one in settings.branches if one.slug == branch_of(lane)), None)
    return kind.place(words, None if branch is None else branch.destination(kind))
