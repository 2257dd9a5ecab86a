"""The real Caddy with the file that is deployed: the pages pass, and nothing else does."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from relayprocess import free_port
from yarl import URL

CADDYFILE = Path(__file__).parents[2] / "deploy" / "caddy" / "Caddyfile"
PAGES = (
    *("/b/hackney/embed", "/b/hackney/feed.atom", "/calendar.ics"),
    *("/b/hackney/signed.json", "/b/hackney/signed/1.json", "/b/hackney/verify"),
    *("/", "/b/hackney", "/b/hackney/calendar.ics"),
)
PAGES_TOO = (
    *("/m/12", "/m/12.ics", "/m/12/card.png", "/m/12/papers/1", "/style.css"),
    *("/answers", "/privacy", "/a/20", "/a/20/card.png"),
)
PRIVATE = ("/metrics", "/healthz", "/healthz/live", "/signal/receive", "/b", "/index.html")
TRICKS = ("/b/../metrics", "/b/%2e%2e/metrics", "//metrics", "/m/..%2fmetrics", "/METRICS", "/.env")


class Upstream:
    """Stands where the relay listens, and remembers what reached it."""

    def __init__(self) -> None:
        self.reached: list[tuple[str, str, dict[str, str]]] = []

    async def take(self, request: web.Request) -> web.Response:
        """Remember the request."""
        self.reached.append((request.method, request.raw_path, dict(request.headers)))
        return web.Response(text="a page")


@asynccontextmanager
async def _upstream() -> AsyncIterator[tuple[Upstream, TestServer]]:
    upstream = Upstream()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", upstream.take)
    server = TestServer(app)
    async with server:
        yield upstream, server


@pytest.fixture
async def caddy(tmp_path: Path) -> AsyncIterator[tuple[str, Upstream]]:
    """Its address, and what stands behind it."""
    async with _upstream() as (upstream, server):
        url = f"http://127.0.0.1:{free_port()}"
        process = await asyncio.create_subprocess_exec(
            *("caddy", "run", "--adapter", "caddyfile", "--config", CADDYFILE),
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "RELAY_DOMAIN": url,
                "RELAY_PAGES": f"127.0.0.1:{server.port}",
            },
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stderr is not None
        try:
            await _until_it_answers(url)
            upstream.reached.clear()
            yield url, upstream
        finally:
            process.terminate()
            log = await process.stderr.read()
            await process.wait()
            assert b"12345" not in log


async def _until_it_answers(url: str) -> None:
    async with asyncio.timeout(20), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)


async def _status(url: str, path: str, method: str = "GET") -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, URL(url + path, encoded=True), allow_redirects=False) as response,
    ):
        return response.status


async def test_every_page_passes(caddy: tuple[str, Upstream]) -> None:
    url, upstream = caddy
    for path in (*PAGES, *PAGES_TOO):
        assert await _status(url, path) == 200
    assert [path for _, path, _ in upstream.reached] == [*PAGES, *PAGES_TOO]
    assert await _status(url, "/m/12", "HEAD") == 200


async def test_nothing_else_of_the_relay_can_be_reached(caddy: tuple[str, Upstream]) -> None:
    url, upstream = caddy
    for path in PRIVATE:
        assert await _status(url, path) == 404
        assert await _status(url, path, "POST") == 404
    assert await _status(url, "/", "POST") == 404
    assert upstream.reached == []


async def test_no_trick_with_a_path_gets_past_it(caddy: tuple[str, Upstream]) -> None:
    url, upstream = caddy
    for path in TRICKS:
        await _status(url, path)
    assert all(path.startswith(("/b/", "/m/")) for _, path, _ in upstream.reached)


async def test_what_a_browser_tells_of_its_owner_stays_outside(
    caddy: tuple[str, Upstream],
) -> None:
    url, upstream = caddy
    headers = {"Cookie": "who=12345", "Authorization": "Basic MTIzNDU="}
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        assert "Server" not in response.headers
    (_, _, passed) = upstream.reached[0]
    assert {"Cookie", "Authorization"}.isdisjoint(passed)


async def test_a_text_reaches_the_one_form(caddy: tuple[str, Upstream]) -> None:
    url, upstream = caddy
    assert await _status(url, "/b/hackney/verify", "POST") == 200
    for path in ("/b/hackney", "/b/x/y/verify", "/b/../b/hackney/verify/", "/signal/receive"):
        assert await _status(url, path, "POST") == 404, path
    assert [(method, path) for method, path, _ in upstream.reached] == [
        ("POST", "/b/hackney/verify")
    ]
