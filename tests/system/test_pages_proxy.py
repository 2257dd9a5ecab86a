"""The proxy that lets strangers read the public pages, and reach nothing else of the relay."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
import feedparser
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from catalogues import full_meeting
from icalendar import Calendar
from lxml import html
from proxies import pages_proxy
from relayprocess import BranchTable, MakeRelay, RelayProcess
from yarl import URL

from practice.server import PracticeSignal
from relay.meetings.tables import Meetings

PAPER = b"%PDF-1.7 minutes"


class Relay:
    """In the relay's place: remembers what it was asked."""

    def __init__(self) -> None:
        self.heard: list[web.BaseRequest] = []

    async def answer(self, request: web.BaseRequest) -> web.Response:
        self.heard.append(request)
        return web.Response(text="page")


@pytest.fixture
def behind() -> Relay:
    return Relay()


@pytest.fixture
async def address(behind: Relay) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", behind.answer)
    async with TestServer(application) as server:
        assert server.port is not None
        async with pages_proxy(server.port) as url:
            yield url


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(auto_decompress=True) as opened:
        yield opened


@pytest.mark.parametrize(
    "path",
    [
        "/metrics",
        "/healthz",
        "/healthz/live",
        "/signal/receive",
        "//metrics",
        "/b/../metrics",
        "/b/%2e%2e/metrics",
        "/b/x/../../metrics",
        "/m/12/../../metrics",
        "/m/12%2f..%2f..%2fmetrics",
        "/m/12/papers/1/../../../../metrics",
        "/metrics;/m/12",
        "/%6detrics",
        "/metrics?/b/hackney",
        "/m/12.ics/",
        "/.git/config",
    ],
)
async def test_nothing_but_pages_can_be_reached(
    behind: Relay, address: str, session: aiohttp.ClientSession, path: str
) -> None:
    await session.get(URL(address + path, encoded=True))
    assert [request.raw_path for request in behind.heard] == ["/404.html"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/style.css",
        "/answers",
        "/privacy",
        "/calendar.ics",
        "/b/tower-hamlets",
        "/b/tower-hamlets/calendar.ics",
        "/b/tower-hamlets/embed",
        "/b/tower-hamlets/feed.atom",
        "/b/tower-hamlets/signed.json",
        "/b/tower-hamlets/signed/12.json",
        "/b/tower-hamlets/verify",
        "/m/12",
        "/m/12.ics",
        "/m/12/card.png",
        "/m/12/papers/3",
    ],
)
async def test_every_page_can(
    behind: Relay, address: str, session: aiohttp.ClientSession, path: str
) -> None:
    for method in ("GET", "HEAD"):
        async with session.request(method, f"{address}{path}?utm=1") as answer:
            assert answer.status == 200
    assert [request.raw_path for request in behind.heard] == [path, path]


async def test_nobody_can_do_anything_but_read(
    behind: Relay, address: str, session: aiohttp.ClientSession
) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        async with session.request(method, f"{address}/m/12") as answer:
            assert answer.status == 405
            assert answer.headers["Allow"] == "GET, HEAD"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    async with session.get(f"{address}/m/12", data=b"a body") as answer:
        assert answer.status == 413
    assert behind.heard == []


async def test_a_text_reaches_the_one_form_and_no_other_page(
    behind: Relay, address: str, session: aiohttp.ClientSession
) -> None:
    form = {"text": "Is this real?"}
    async with session.post(f"{address}/b/tower-hamlets/verify?utm=1", data=form) as answer:
        assert answer.status == 200
    for path in ("/b/tower-hamlets/verify/", "/b/x/../signal/receive", "/b/verify", "/verify"):
        async with session.post(URL(address + path, encoded=True), data=form) as answer:
            assert answer.status == 405
    assert [request.raw_path for request in behind.heard] == ["/b/tower-hamlets/verify"]


async def test_a_text_that_is_too_long_or_of_no_known_length_is_refused(
    behind: Relay, address: str, session: aiohttp.ClientSession
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"text=a"

    for data in (b"text=" + b"a" * 170_000, pieces()):
        async with session.post(f"{address}/b/tower-hamlets/verify", data=data) as answer:
            assert answer.status == 413
    assert behind.heard == []


async def test_one_asker_who_asks_too_much_keeps_nobody_else_from_asking(
    address: str, session: aiohttp.ClientSession
) -> None:
    async def ask(reader: str) -> int:
        told = {"X-Forwarded-For": reader}
        page = f"{address}/b/tower-hamlets/verify"
        async with session.post(page, data={"text": "a"}, headers=told) as answer:
            return answer.status

    assert [await ask("198.51.100.7") for _ in range(11)] == [200] * 10 + [429]
    assert await ask("198.51.100.8") == 200


async def test_the_relay_does_not_hear_who_reads(
    behind: Relay, address: str, session: aiohttp.ClientSession
) -> None:
    told = {
        "Authorization": "Basic cmVsYXk6eA==",
        "Cookie": "a=b",
        "Forwarded": "for=198.51.100.7",
        "Host": "evil.example.net",
        "Referer": "https://example.net/",
        "User-Agent": "a phone",
        "X-Forwarded-For": "198.51.100.7",
        "X-Forwarded-Host": "evil.example.net",
    }
    known = {"If-None-Match": '"a"', "If-Modified-Since": "Sun, 22 Nov 2026 13:00:00 GMT"}
    await session.get(f"{address}/m/12", headers=told | known)
    (request,) = behind.heard
    assert request.headers["Host"] == "pages.invalid"
    assert not (set(told) - {"Host"}) & set(request.headers)
    assert known.items() <= dict(request.headers).items()


async def test_one_reader_who_asks_too_much_keeps_nobody_else_out(
    address: str, session: aiohttp.ClientSession
) -> None:
    async def ask(reader: str) -> int:
        told = {"X-Forwarded-For": f"203.0.113.5, {reader}"}
        async with session.head(f"{address}/style.css", headers=told) as answer:
            return answer.status

    assert {await ask("198.51.100.7") for _ in range(300)} == {200}
    assert await ask("198.51.100.7") == 429
    assert await ask("198.51.100.8") == 200
    # A network of IPv6 counts as one reader.
    assert {await ask(f"2001:db8::{index:x}") for index in range(1, 301)} == {200}
    assert await ask("2001:db8::ffff") == 429


async def test_requests_that_are_too_large_or_too_slow_end(behind: Relay, address: str) -> None:
    port = int(address.rpartition(":")[2])

    async def say(*pieces: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for piece in pieces:
            writer.write(piece)
        answer = await asyncio.wait_for(reader.read(), timeout=20)
        writer.close()
        return answer.partition(b"\r\n")[0]

    many = b"".join(b"X-%d: a\r\n" % number for number in range(100))
    answers = await asyncio.gather(
        say(b"GET /m/" + b"1" * 40_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"),
        say(b"GET / HTTP/1.1\r\nHost: a\r\n" + many + b"\r\n"),
        say(b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 40_000 + b"\r\n\r\n"),
        say(b"GET / HTTP/1.1\r\nHost: a\r\n"),
    )
    assert [answer.split()[1] for answer in answers] == [b"400", b"400", b"400", b"408"]
    assert behind.heard == []


@pytest.mark.parametrize(
    "line", [b"BREW /<evil>", b"B<evil> /", b"GET <evil>", b"<evil>", b"\x16\x03<evil>"]
)
async def test_what_is_no_reading_is_answered_without_a_word_of_it(
    behind: Relay, address: str, line: bytes
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]))
    writer.write(line + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    answer = await asyncio.wait_for(reader.read(), timeout=20)
    writer.close()
    assert answer.split()[1] in {b"400", b"405"}
    assert b"evil" not in answer
    assert behind.heard == []


async def test_everything_can_be_read_through_it_from_a_running_relay(
    signal: PracticeSignal, make_relay: MakeRelay, session: aiohttp.ClientSession
) -> None:
    relay = make_relay([BranchTable("hackney", (signal.new_phone("Alex"),))])
    _fill(relay)
    await relay.start()
    async with pages_proxy(relay.port) as address:
        seen: dict[str, bytes] = {}
        waiting = ["/", "/b/hackney/embed"]
        while waiting:
            path = waiting.pop()
            async with session.get(address + path) as answer:
                assert answer.status == 200, path
                assert answer.headers["ETag"]
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                seen[path], is_page = await answer.read(), answer.content_type == "text/html"
                again = {"If-None-Match": answer.headers["ETag"]}
            async with session.get(address + path, headers=again) as answer:
                assert answer.status == 304, path
            if is_page:
                links = html.fromstring(seen[path]).xpath("//@href | //@src")
                found = {link for link in links if link.startswith("/")}
                waiting += found - seen.keys() - set(waiting)
        assert set(seen) == {
            "/",
            "/answers",
            "/privacy",
            "/style.css",
            "/calendar.ics",
            "/b/hackney",
            "/b/hackney/calendar.ics",
            "/b/hackney/embed",
            "/b/hackney/feed.atom",
            "/m/1",
            "/m/1.ics",
            "/m/1/card.png",
            "/m/1/papers/1",
        }
        assert seen["/m/1/papers/1"] == PAPER
        for path in ("/calendar.ics", "/b/hackney/calendar.ics", "/m/1.ics"):
            (event,) = Calendar.from_ical(seen[path]).walk("VEVENT")
            assert event["SUMMARY"] == "Annual general meeting"
        (entry,) = feedparser.parse(seen["/b/hackney/feed.atom"]).entries
        assert entry.title == "Annual general meeting"
        async with session.get(f"{address}/metrics") as answer:
            assert answer.status == 404
            assert "This page does not exist" in await answer.text()
            assert "img-src 'self'" in answer.headers["Content-Security-Policy"]
    assert await relay.stop() == 0


def _fill(relay: RelayProcess) -> None:
    """Put a published meeting with a paper into the store of a relay that does not run."""
    now = datetime.now(UTC)
    with relay.open_store() as store, store.transaction():
        file = store.files.add(
            name="Minutes of October.pdf", media_type="application/pdf", data=PAPER, now=now
        )
        number = store.announcements.draft(branch="hackney", text="", author="nobody", now=now)
        one = full_meeting(number)
        papers = tuple(replace(paper, file=paper.file and file) for paper in one.papers)
        store[Meetings].add(replace(one, start=now + timedelta(days=30), papers=papers))
