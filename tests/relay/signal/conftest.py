"""A server that answers as a test tells it to, and watches for calls that overlap."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from relay.signal.client import SignalClient
from relay.signal.types import Timeouts

Reply = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class ScriptedServer:
    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def will_answer(self, status: int, body: object = None) -> None:
        async def reply(_: web.Request) -> web.StreamResponse:
            if isinstance(body, bytes):
                return web.Response(status=status, body=body)
            return web.json_response(body, status=status)

        self.replies.append(reply)

    def will_drop_the_connection(self) -> None:
        async def reply(request: web.Request) -> web.StreamResponse:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()

        self.replies.append(reply)

    def will_hold(self) -> asyncio.Event:
        """Answer the next call, as a message that was sent, only when the event is set."""
        released = asyncio.Event()

        async def reply(_: web.Request) -> web.StreamResponse:
            await released.wait()
            return web.json_response([{"timestamp": "1"}], status=201)

        self.replies.append(reply)
        return released

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        self.calls.append((request.method, request.path_qs, json.loads(body) if body else None))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.arrived.set()
        self.arrived.clear()
        try:
            return await self.replies.pop(0)(request)
        finally:
            self.in_flight -= 1

    async def until_calls(self, count: int) -> None:
        while len(self.calls) < count:
            await self.arrived.wait()


@pytest.fixture
async def scripted() -> AsyncIterator[ScriptedServer]:
    server = ScriptedServer()
    app = web.Application(client_max_size=2**26)
    app.router.add_route("*", "/{path:.*}", server.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.url = f"http://{host}:{port}"
    yield server
    await runner.cleanup()


@pytest.fixture
async def signal(scripted: ScriptedServer) -> AsyncIterator[SignalClient]:
    async with SignalClient(scripted.url, "+447700900000", timeouts=Timeouts(close=0.05)) as client:
        yield client
