"""Metrics are for this computer, or for who shows the token."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from prometheus_client import CollectorRegistry

from relay.web.metrics import is_here, metrics_page

TOKEN = "canary-metrics-token"


@asynccontextmanager
async def page(token: str | None = None) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/metrics", metrics_page(CollectorRegistry(), token))
    async with TestServer(app) as server:
        yield str(server.make_url("/metrics"))


async def status(url: str, **headers: str) -> int:
    async with ClientSession() as session:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        async with session.get(url, headers=given) as answer:
            return answer.status


@pytest.mark.parametrize("token", [None, TOKEN])
async def test_this_computer_reads_them(token: str | None) -> None:
    async with page(token) as url:
        assert await status(url) == 200


@pytest.mark.parametrize("name", ["X_Forwarded_For", "Forwarded", "Via", "X_Real_IP"])
async def test_a_proxy_on_this_computer_opens_nothing(name: str) -> None:
    async with page() as url:
        assert await status(url, **{name: "127.0.0.1"}) == 401
    async with page(TOKEN) as url:
        assert await status(url, **{name: "203.0.113.7"}) == 401


async def test_who_shows_the_token_reads_them_from_anywhere() -> None:
    async with page(TOKEN) as url:
        shown = {"X_Forwarded_For": "203.0.113.7", "Authorization": f"Bearer {TOKEN}"}
        assert await status(url, **shown) == 200


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Bearer",
        "Bearer ",
        f"Basic {TOKEN}",
        f"Bearer {TOKEN}x",
        TOKEN,
        "Bearer None",
        "Bearer é",
    ],
)
@pytest.mark.parametrize("token", [None, TOKEN])
async def test_nothing_else_opens_them(token: str | None, shown: str) -> None:
    async with page(token) as url:
        assert await status(url, X_Forwarded_For="203.0.113.7", Authorization=shown) == 401


@pytest.mark.parametrize(
    ("caller", "called", "here"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.9", "10.0.0.1", True),
        ("::1", "::1", True),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1", True),
        ("10.89.7.3", "10.89.7.3", True),
        ("10.89.7.4", "10.89.7.3", False),
        ("203.0.113.7", "127.0.0.1", False),
        ("::ffff:203.0.113.7", "::", False),
        ("fe80::1%eth0", "10.0.0.1", False),
        ("", "", False),
        ("somewhere", "somewhere", False),
    ],
)
def test_who_counts_as_this_computer(caller: str, called: str, here: bool) -> None:
    assert is_here(caller, called) is here
