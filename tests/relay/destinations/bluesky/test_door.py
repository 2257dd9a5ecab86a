"""What a host is told of a Bluesky account that does not open."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from practice.pds import PracticeAccount, PracticePds
from relay.destinations.bluesky.door import Door, try_door

pytest_plugins = ["practice_pds"]
HANDLE = "hackney.example.org"


@asynccontextmanager
async def answering(status: int, body: Any) -> AsyncIterator[str]:
    async def create(_: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    app = web.Application()
    handler: Callable[[web.Request], Awaitable[web.Response]] = create
    app.router.add_post("/xrpc/com.atproto.server.createSession", handler)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_which_password_it_is(pds: PracticePds, account: PracticeAccount) -> None:
    app_password = await pds.create_app_password(account, "relay")
    assert await try_door(pds.url, account.handle, app_password) is Door.OPEN
    assert await try_door(pds.url, account.handle, account.password) is Door.MAIN_PASSWORD
    assert await try_door(pds.url, account.handle, "wrong") is Door.REFUSED


@pytest.mark.parametrize(
    ("status", "body", "door"),
    [
        (401, {"error": "AuthFactorTokenRequired"}, Door.MAIN_PASSWORD),
        (429, {"error": "RateLimitExceeded"}, Door.TOO_OFTEN),
        (400, {"error": "InvalidRequest"}, Door.REFUSED),
        (502, {}, Door.AWAY),
        (200, [], Door.AWAY),
        (200, {"accessJwt": "no.token.this", "refreshJwt": "x"}, Door.MAIN_PASSWORD),
        (200, {"accessJwt": 7}, Door.MAIN_PASSWORD),
    ],
)
async def test_what_servers_answer(status: int, body: Any, door: Door) -> None:
    async with answering(status, body) as service:
        assert await try_door(service, HANDLE, "password") is door


async def test_nobody_there() -> None:
    assert await try_door("http://127.0.0.1:9", HANDLE, "password") is Door.AWAY
