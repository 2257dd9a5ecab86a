"""The pages on a server, over a catalogue that tests change."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from catalogues import NOW, MemoryCatalogue, MemoryPosts, full_meeting
from servedpages import Served

from relay.answers import load_answers
from relay.language.words import Words
from relay.store import Store
from relay.time.clock import StillClock
from relay.web.pages import add_pages

PUBLIC = "https://meetings.example.org"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", "ab" * 32) as opened:
        yield opened


@pytest.fixture
def clock() -> StillClock:
    return StillClock(NOW)


@pytest.fixture
async def served(clock: StillClock) -> AsyncIterator[Served]:
    catalogue = MemoryCatalogue(clock, full_meeting())
    application = web.Application()
    posts = MemoryPosts()
    add_pages(
        application,
        catalogue,
        Words(),
        clock,
        public_url=PUBLIC,
        posted=posts,
        answers=load_answers(None).answers.all,
    )
    async with TestClient(TestServer(application)) as client:
        yield Served(client, catalogue, clock, posts)
