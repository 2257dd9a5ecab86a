"""Fetching from a real server that fails in every way that one can."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from certificates import certificate

from relay.fetching.fetcher import Failure, Fetcher, FetchFailed, is_same_server
from relay.fetching.guard import AddressesWith, PublicAddresses
from relay.time.clock import StillClock

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
KIND = "application/feed+json"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOOPBACK = AddressesWith([ip_network("127.0.0.0/8"), ip_network("::1/128")])


@pytest.fixture
def own_ca(tmp_path: Path) -> tuple[Path, Path]:
    return certificate(tmp_path, until=datetime.now(UTC) + timedelta(days=30))


@asynccontextmanager
async def serving(answer: Answer, files: tuple[Path, Path]) -> AsyncIterator[str]:
    """Serve one answer over https on this computer; yield its address."""
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    server = TestServer(application, host="localhost", scheme="https")
    await server.start_server(ssl=context)
    try:
        yield str(server.make_url("/feed.json"))
    finally:
        await server.close()


def fetcher(ca_file: Path | None, **more: Any) -> Fetcher:
    settled: dict[str, Any] = {
        "kinds": [KIND],
        "most_bytes": 10_000,
        "ca_file": ca_file,
        "timeout": timedelta(seconds=1),
        **more,
    }
    policy = settled.pop("policy", LOOPBACK)
    return Fetcher(policy, StillClock(NOW), **settled)


async def refused(
    answer: Answer, files: tuple[Path, Path], etag: str | None = None, **more: Any
) -> FetchFailed:
    async with serving(answer, files) as address:
        with pytest.raises(FetchFailed) as failed:
            await fetcher(files[0], **more).fetch(address, etag)
    return failed.value


def says(body: bytes = b"{}", *, kind: str = KIND, **more: Any) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(
            body=body, headers={"Content-Type": kind, **more.pop("headers", {})}, **more
        )

    return answer


async def test_a_document_is_fetched_with_its_version(own_ca: tuple[Path, Path]) -> None:
    async with serving(says(b"{1}", headers={"ETag": '"one"'}), own_ca) as address:
        found = await fetcher(own_ca[0]).fetch(address)
    assert (found.body, found.etag) == (b"{1}", '"one"')


async def test_what_is_as_it_was_is_not_sent_again(own_ca: tuple[Path, Path]) -> None:
    asked: list[str | None] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.headers.get("If-None-Match"))
        return web.Response(status=304)

    async with serving(answer, own_ca) as address:
        found = await fetcher(own_ca[0]).fetch(address, '"one"')
    assert asked == ['"one"']
    assert (found.body, found.etag) == (None, '"one"')


async def test_an_answer_that_nothing_has_changed_is_none_where_nothing_was_known(
    own_ca: tuple[Path, Path],
) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=304)

    assert (await refused(answer, own_ca)).failure is Failure.STATUS


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (500, Failure.STATUS),
        (403, Failure.STATUS),
        (206, Failure.STATUS),
        (404, Failure.GONE),
        (410, Failure.GONE),
        (429, Failure.BUSY),
        (503, Failure.BUSY),
    ],
)
async def test_a_server_that_refuses_is_told_apart(
    status: int, failure: Failure, own_ca: tuple[Path, Path]
) -> None:
    assert (await refused(says(status=status), own_ca)).failure is failure


async def test_a_server_says_when_it_wants_to_be_asked_again(own_ca: tuple[Path, Path]) -> None:
    failed = await refused(says(status=429, headers={"Retry-After": "600"}), own_ca)
    assert failed.retry_at == NOW + timedelta(minutes=10)


async def test_a_server_that_puts_off_for_years_is_not_believed(own_ca: tuple[Path, Path]) -> None:
    failed = await refused(says(status=503, headers={"Retry-After": "999999999"}), own_ca)
    assert failed.retry_at == NOW + timedelta(days=1)


async def test_what_is_no_feed_is_not_read(own_ca: tuple[Path, Path]) -> None:
    assert (await refused(says(kind="text/html"), own_ca)).failure is Failure.KIND


async def test_a_bomb_is_not_unpacked(own_ca: tuple[Path, Path]) -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    failed = await refused(says(bomb, headers={"Content-Encoding": "gzip"}), own_ca)
    assert failed.failure is Failure.KIND


async def test_what_says_that_it_is_too_large_is_not_begun(own_ca: tuple[Path, Path]) -> None:
    assert (await refused(says(b"0" * 10_001), own_ca)).failure is Failure.TOO_LARGE


async def test_what_never_ends_is_broken_off(own_ca: tuple[Path, Path]) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": KIND})
        await response.prepare(request)
        while True:
            await response.write(b"0" * 1000)

    assert (await refused(answer, own_ca)).failure is Failure.TOO_LARGE


async def test_what_drips_for_ever_is_given_up(own_ca: tuple[Path, Path]) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": KIND})
        await response.prepare(request)
        while True:
            await response.write(b"0")
            await asyncio.sleep(0.05)

    failed = await refused(answer, own_ca, timeout=timedelta(seconds=0.5))
    assert failed.failure is Failure.SLOW


async def test_a_server_that_never_answers_is_given_up(own_ca: tuple[Path, Path]) -> None:
    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    failed = await refused(answer, own_ca, timeout=timedelta(seconds=0.5))
    assert failed.failure is Failure.SLOW


async def test_half_an_answer_is_none(own_ca: tuple[Path, Path]) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": KIND, "Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"half")
        assert request.transport is not None
        request.transport.close()
        return response

    assert (await refused(answer, own_ca)).failure is Failure.BROKEN_OFF


async def test_a_redirect_on_the_same_server_is_followed(own_ca: tuple[Path, Path]) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/feed.json":
            return web.Response(status=301, headers={"Location": "/elsewhere.json"})
        return web.Response(body=b"{2}", content_type=KIND)

    async with serving(answer, own_ca) as address:
        assert (await fetcher(own_ca[0]).fetch(address)).body == b"{2}"


@pytest.mark.parametrize(
    "location",
    [
        "https://127.0.0.1/feed.json",
        "https://localhost:1/feed.json",
        "http://localhost/feed.json",
        "//example.org/feed.json",
        "file:///etc/passwd",
        "https://",
        "",
        "/feed.json",  # round and round
    ],
)
async def test_a_redirect_elsewhere_or_round_and_round_is_not_followed(
    location: str, own_ca: tuple[Path, Path]
) -> None:
    failed = await refused(says(status=302, headers={"Location": location}), own_ca)
    assert failed.failure is Failure.ELSEWHERE


async def test_a_server_that_nobody_vouches_for_is_not_read(own_ca: tuple[Path, Path]) -> None:
    async with serving(says(), own_ca) as address:
        with pytest.raises(FetchFailed) as failed:
            await fetcher(None).fetch(address)
    assert failed.value.failure is Failure.CERTIFICATE


async def test_a_name_that_leads_to_this_computer_is_refused_when_it_is_connected_to(
    own_ca: tuple[Path, Path],
) -> None:
    failed = await refused(says(), own_ca, policy=PublicAddresses())
    assert failed.failure is Failure.ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/feed.json",
        "https://[::1]/feed.json",
        "https://2130706433/feed.json",
        "https://169.254.169.254/latest",
        "https://10.0.0.1/feed.json",
    ],
)
async def test_an_address_inside_is_refused_however_it_is_written(address: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        await fetcher(None, policy=PublicAddresses()).fetch(address)
    assert failed.value.failure in {Failure.ADDRESS, Failure.UNREACHABLE}


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/feed.json",
        "ftp://example.org/feed.json",
        "https://name:word@example.org/feed.json",
        "https:///feed.json",
        "feed.json",
        "https://example.org/" + "a" * 2_000,
        "https://[/",
    ],
)
async def test_what_is_no_address_of_a_feed_is_refused(address: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        await fetcher(None).fetch(address)
    assert failed.value.failure is Failure.ADDRESS


async def test_nobody_at_home_is_unreachable(own_ca: tuple[Path, Path]) -> None:
    async with serving(says(), own_ca) as address:
        pass
    with pytest.raises(FetchFailed) as failed:
        await fetcher(own_ca[0]).fetch(address)
    assert failed.value.failure is Failure.UNREACHABLE


def test_only_scheme_host_and_port_together_are_a_server() -> None:
    assert is_same_server("https://example.org/a", "https://example.org:443/b?c")
    assert not is_same_server("https://example.org/a", "https://www.example.org/a")
    assert not is_same_server("https://example.org/a", "http://example.org/a")
    assert not is_same_server("https://example.org/a", "/a")
    assert not is_same_server("https://example.org/a", "https://[")
