"""A stand-in on loopback, a client for it, and a webhook that remembers what it was given."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from practice.releases import NEWEST
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning


class Api:
    """Calls the stand-in over real HTTP."""

    def __init__(self, base: str, session: aiohttp.ClientSession) -> None:
        self._base = base
        self._session = session

    async def __call__(self, method: str, path: str, json: Any = None) -> tuple[int, Any]:
        """Status and JSON (or text, or None) of one call."""
        async with self._session.request(method, self._base + path, json=json) as response:
            raw = await response.read()
            if not raw:
                return response.status, None
            return response.status, await response.json(content_type=None)

    async def send(self, number: str, recipients: list[str], **body: Any) -> tuple[int, Any]:
        """Posts to /v2/send."""
        return await self("POST", "/v2/send", {"number": number, "recipients": recipients, **body})


@dataclass
class Hook:
    """A webhook: keeps what arrived, and answers `status` once `open` is set."""

    url: str
    status: int = 200
    open: asyncio.Event = field(default_factory=asyncio.Event)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: list[dict[str, Any]] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[Any]:
        """The texts of the data messages that arrived."""
        return [
            (item["params"]["envelope"].get("dataMessage") or {}).get("message")
            for item in self.arrived
        ]

    @property
    def envelopes(self) -> list[dict[str, Any]]:
        """The envelopes that arrived."""
        return [item["params"]["envelope"] for item in self.arrived]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook("")
    hook.open.set()

    async def take(request: web.Request) -> web.Response:
        hook.arrived.append(await request.json())
        hook.authorizations.append(request.headers.get("Authorization", ""))
        hook.came.set()
        await hook.open.wait()
        return web.Response(status=hook.status)

    app = web.Application()
    app.router.add_post("/signal/receive", take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://relay:token@127.0.0.1:{runner.addresses[0][1]}/signal/receive"
    yield hook
    hook.open.set()
    await runner.cleanup()


@pytest.fixture
async def signal() -> AsyncIterator[PracticeSignal]:
    """The newest release, which says most; test_recorded_calls.py holds each to its recordings."""
    async with practice_signal(tuning=Tuning(release=NEWEST)) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(signal: PracticeSignal, session: aiohttp.ClientSession) -> Api:
    return Api(signal.url, session)


@pytest.fixture
def control(signal: PracticeSignal, session: aiohttp.ClientSession) -> Api:
    return Api(signal.control_url, session)
