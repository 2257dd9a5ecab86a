"""Fixtures: a real PDS, once per test process that needs it, and an account of it for each test."""

import itertools
import socket
from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp import web

from practice.appview import PracticeAppView
from practice.pds import PracticeAccount, PracticePds

_names = itertools.count(1)


@pytest.fixture(scope="session")
def app_view_port() -> int:
    """A port where an AppView may be; nothing listens there unless `app_view` is used."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def pds(app_view_port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticePds]:
    """The server itself."""
    folder = tmp_path_factory.mktemp("pds")
    with PracticePds(folder, app_view=f"http://127.0.0.1:{app_view_port}") as running:
        yield running


@pytest.fixture
async def app_view(pds: PracticePds, app_view_port: int) -> AsyncIterator[None]:
    """An AppView that knows every post, for this test; without it, it is away."""
    runner = web.AppRunner(PracticeAppView(lambda: pds).application())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", app_view_port).start()
    yield
    await runner.cleanup()


@pytest.fixture
async def account(pds: PracticePds) -> PracticeAccount:
    """A branch's account."""
    return await pds.create_account(f"branch{next(_names)}")


@pytest.fixture
async def member(pds: PracticePds) -> PracticeAccount:
    """Somebody else's account."""
    return await pds.create_account(f"member{next(_names)}")
