"""The public pages on a server of the test's, over a catalogue that it can change."""

from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestClient
from catalogues import MemoryCatalogue, MemoryPosts

from relay.time.clock import StillClock


@dataclass
class Served:
    """A served catalogue."""

    client: TestClient[web.Request, web.Application]
    catalogue: MemoryCatalogue
    clock: StillClock
    posts: MemoryPosts = field(default_factory=MemoryPosts)

    async def text(self, path: str) -> str:
        """The page at a path, which has to exist."""
        answer = await self.client.get(path)
        assert answer.status == 200, path
        return await answer.text()
