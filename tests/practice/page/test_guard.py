"""Who is answered by the practice page, and how it says what cannot be done."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from practice.narration import Narration
from practice.page.guard import Served
from practice.page.hub import Hub
from practice.page.runs import Runs
from practice.page.server import LARGEST_BODY, build_application

SERVER = Path(__file__).parents[3] / "practice" / "page" / "server.py"


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """The page's server, before the first rehearsal has begun."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    place = Served("127.0.0.1", bound.getsockname()[1])
    hub, narration = Hub(), Narration()
    runs = Runs(hub, narration, lambda step: None, place.url, None)
    application = build_application(place, runs, hub, narration)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.SockSite(runner, bound).start()
    yield place
    await runner.cleanup()


async def asked(
    served: Served, method: str, path: str, headers: dict[str, str] | None = None, data: Any = None
) -> tuple[int, str]:
    """Status and text of an answer; the path goes out exactly as it stands."""
    async with (
        aiohttp.ClientSession(served.url) as session,
        session.request(method, path, headers=headers, data=data) as answer,
    ):
        return answer.status, await answer.text()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "", "::"])
@pytest.mark.parametrize(("method", "path"), [("GET", "/state"), ("POST", "/restart")])
async def test_who_asks_by_another_name_is_refused(
    served: Served, host: str, method: str, path: str
) -> None:
    headers = {"Host": host.format(port=served.port)}
    status, text = await asked(served, method, path, headers)
    assert status == 421
    assert "by the address that the terminal shows" in text


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_this_machine_may_be_called_so(served: Served, name: str) -> None:
    host = f"{name}:{served.port}"
    headers = {"Host": host, "Origin": f"http://{host}"}
    assert (await asked(served, "GET", "/state", headers))[0] == 200


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", "http://127.0.0.1", "https://127.0.0.1:{port}"]
)
async def test_another_site_is_refused(served: Served, origin: str) -> None:
    headers = {"Origin": origin.format(port=served.port)}
    status, text = await asked(served, "POST", "/restart", headers, b"{}")
    assert status == 403
    assert "Only the practice page itself" in text


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2fserver.py",
        "/static/%2e%2e/server.py",
        "/static/..%5cserver.py",
        "/static//etc/passwd",
        "/static/vendor/..%2f..%2fpds/.ready",
        "/static/",
        "/server.py",
        "/public/metrics",
        "/public/signal/receive",
        "/public/..%2fmetrics",
        "/public/b/%2e%2e/metrics",
    ],
)
async def test_nothing_else_is_given_out(served: Served, path: str) -> None:
    status, text = await asked(served, "GET", path)
    assert status in {403, 404}
    assert SERVER.read_text(encoding="utf-8")[:40] not in text


async def test_a_huge_body_is_refused(served: Served) -> None:
    async def much() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 2**20 + 1):
            yield bytes(2**20)

    status, text = await asked(served, "POST", "/restart", data=much())
    assert status == 413
    assert "too large" in text


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/tour", b"{"),
        ("/tour", b'{"do": "fly"}'),
        ("/tour", b"[]"),
        ("/time", b'{"hours": 0}'),
        ("/time", b'{"hours": 1e99}'),
        ("/time", b'{"hours": "soon"}'),
        ("/faults", b'{"relay": "burn"}'),
        ("/faults", b'{"unheard": true}'),
        ("/restart", b"\xff\xfe"),
        ("/restart", b"[" * 100_000),
    ],
)
async def test_what_nobody_understands_is_said_to_be_so(
    served: Served, path: str, body: bytes
) -> None:
    status, text = await asked(served, "POST", path, data=body)
    assert status == 400
    assert "Reload the page" in text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/tour"),
        ("POST", "/phones/alex/bot/messages"),
        ("GET", "/phones/alex/bot/files/1.a/0"),
        ("GET", "/seen"),
        ("GET", "/public/"),
    ],
)
async def test_before_the_beginning_there_is_a_sentence(
    served: Served, method: str, path: str
) -> None:
    status, text = await asked(served, method, path, data=b'{"do": "play"}')
    assert status == 409
    assert "It is just being started" in text


async def test_before_the_beginning_the_state_says_so(served: Served) -> None:
    async with aiohttp.ClientSession(served.url) as session, session.get("/state") as answer:
        state = await answer.json()
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert state["phones"] == []
    assert state["relay"]["state"] == "starting"
    assert state["tour"]["state"] == "idle"


async def test_whoever_else_can_reach_it_is_told_that_it_is_practice() -> None:
    runs = Runs(Hub(), Narration(), lambda step: None, "http://192.0.2.7:8070", "This is practice.")
    assert runs.state()["practice_url_note"] == "This is practice."


async def test_the_page_asks_nobody_else(served: Served) -> None:
    status, text = await asked(served, "GET", "/")
    assert status == 200
    assert "http" not in text.replace("http-equiv", "")


def test_only_loopback_is_private() -> None:
    assert Served("127.0.0.1", 80).is_private
    assert Served("::1", 80).is_private
    assert not Served("0.0.0.0", 80).is_private  # noqa: S104
    assert not Served("192.0.2.7", 80).is_private


def test_an_address_in_a_network_answers_to_numbers_only() -> None:
    everywhere = Served("0.0.0.0", 8070)  # noqa: S104
    assert everywhere.answers_to("192.0.2.7:8070")
    assert not everywhere.answers_to("evil.example:8070")
    assert not everywhere.answers_to("localhost:8070")
    assert everywhere.url == "http://127.0.0.1:8070"
    six = Served("::1", 8070)
    assert six.url == "http://[::1]:8070"
    assert six.answers_to("[::1]:8070")
    assert not six.answers_to("::1")
