from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest

from practice.pds import PracticeAccount, PracticePds
from relay.destinations.bluesky.cards import CardReader
from relay.destinations.bluesky.destination import Bluesky
from relay.destinations.bluesky.session import Credentials
from relay.time.clock import StillClock, SystemClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Drawer:
    """Keeps a session in memory."""

    def __init__(self) -> None:
        self.kept: str | None = None
        self.saved = 0

    def load(self) -> str | None:
        return self.kept

    def save(self, session: str) -> None:
        self.kept = session
        self.saved += 1


class NoCards(CardReader):
    async def read(self, address: str) -> None:
        return None


Open = Callable[..., Bluesky]


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
async def open_bluesky(
    pds: PracticePds, account: PracticeAccount, drawer: Drawer
) -> AsyncIterator[Open]:
    """Opens destinations for the account; each call is like a restart of the relay."""
    opened: list[Bluesky] = []

    def make(
        *,
        service: str = pds.url,
        password: str = account.password,
        clock: StillClock | None = None,
        cards: CardReader | None = None,
    ) -> Bluesky:
        bluesky = Bluesky(
            Credentials(service, account.handle, password),
            drawer,
            clock or SystemClock(),
            cards=cards or NoCards(),
        )
        opened.append(bluesky)
        return bluesky

    yield make
    for bluesky in opened:
        await bluesky.close()


@pytest.fixture
def bluesky(open_bluesky: Open) -> Bluesky:
    return open_bluesky()
