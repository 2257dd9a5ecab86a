"""The public pages, asked for by somebody who means no good, about meetings that were typed so."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from catalogues import NOW, MemoryCatalogue, full_meeting
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from relay.language.words import Words
from relay.meetings.meeting import Paper, Place
from relay.time.clock import StillClock
from relay.web.pages import add_pages
from relay.web.pages.responses import FILE_POLICY, FRAMED_POLICY, PAGE_POLICY, SAFETY

EXAMPLES = int(os.environ.get("RELAY_FUZZ_EXAMPLES", "40"))
FIXED = "RELAY_FUZZ_EXAMPLES" not in os.environ
HEADERS = {name.lower() for name in SAFETY} | {
    "allow",
    "cache-control",
    "connection",
    "content-disposition",
    "content-length",
    "content-security-policy",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "server",
}
PATHS = (
    *("/", "/style.css", "/calendar.ics", "/b/hackney", "/b/hackney/calendar.ics", "/m/12"),
    *(
        "/b/hackney/embed",
        "/b/hackney/feed.atom",
        "/m/12.ics",
        "/m/12/papers/1",
        "/m/12/papers/2",
        "/m/13",
    ),
)
MARKUP = "<script>alert(1)</script>"
ODD = (
    MARKUP,
    '"><img src=x onerror=alert(1)>',
    "'; alert(1); //",
    "</title></script><evil>",
    "javascript:alert(1)",
    "jAvAsCrIpT&colon;alert(1)",
    "https://example.org/\"onmouseover='alert(1)'",
    "http://exa mple\\@evil.example/<b>",
    "x\r\nSet-Cookie: a=b\r\n\r\n<evil>",
    "%0d%0aSet-Cookie:%20a=b",
    "\u202e\u2066gpj.exe",
    "\x00\x07\x1b[31m\x7f\x85",
    "]]></content>&lt;evil&gt;&#60;evil&#62;",
    "BEGIN:VEVENT\r\nATTENDEE:mailto:a@b",
    "{{ 7*7 }}{% raw %}",
    "../" * 30 + "etc/passwd",
    "A" * 20_000,
    "e" + "\u0301" * 3_000,
)
texts = st.one_of(
    st.sampled_from(ODD), st.text(max_size=40), st.sampled_from(ODD).map("a ".__add__)
)


@dataclass
class Site:
    """The pages on a port, over a catalogue that a test changes."""

    catalogue: MemoryCatalogue
    host: str
    port: int

    async def ask(self, call: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """Status, headers and body of the first answer to some bytes; 0 if there is none."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            writer.write(call)
            try:
                head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
            except (asyncio.IncompleteReadError, ConnectionError):
                return 0, [], b""
            first, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
            headers = [
                (n.lower(), v.strip()) for n, _, v in (line.partition(":") for line in lines)
            ]
            size = int(dict(headers).get("content-length", "0"))
            reads = not call.startswith(b"HEAD") and first.split()[1] != "304"
            body = await reader.readexactly(size) if reads else b""
            return int(first.split()[1]), headers, body
        finally:
            writer.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    clock = StillClock(NOW)
    catalogue = MemoryCatalogue(clock, full_meeting())
    application = web.Application()
    add_pages(application, catalogue, Words(), clock, public_url="https://meetings.example.org")
    async with TestServer(application) as server:
        yield Site(catalogue, str(server.host), int(server.port or 0))


# What may stand in a request line or a header without ending it; what ends it is for the webhook's
# test, which sends whole calls of that kind.
_token = st.binary(max_size=60).map(lambda data: data.translate(None, b"\r\n\0"))
_target = st.one_of(
    st.sampled_from(PATHS).map(str.encode),
    st.tuples(st.sampled_from(PATHS).map(str.encode), _token).map(lambda two: b"?".join(two)),
    st.tuples(st.sampled_from(PATHS).map(str.encode), _token).map(lambda two: b"/".join(two)),
    st.sampled_from(
        (
            b"/m/12%0d%0aSet-Cookie:a=b",
            b"/b/<script>alert(1)</script>",
            b"/b/..%2f..%2fetc/passwd",
            b"/m/99999999999999999999",
            b"/m/012",
            b"/m/\xd9\xa1\xd9\xa2",
            b"//evil.example/",
            b"http://evil.example/",
            b"*",
            b"/m/12/papers/0",
            b"/./b/../m/12",
            b"/m/12;a=b",
            b"/" + b"a" * 7_000,
        )
    ),
)
_method = st.sampled_from((b"GET", b"GET", b"GET", b"HEAD", b"POST", b"PUT", b"OPTIONS", b"BREW"))
_name = st.sampled_from(
    (
        *(b"If-None-Match", b"If-Modified-Since", b"Range", b"Accept-Encoding", b"Accept"),
        *(b"X-Forwarded-Host", b"X-Forwarded-Prefix", b"Referer", b"Cookie", b"Expect", b"Origin"),
        *(b"Accept-Language", b"User-Agent", b"X-HTTP-Method-Override", b"Upgrade", b"Via"),
    )
)
_headers = st.lists(st.tuples(_name, _token | st.sampled_from((b"*", b'W/"x"', MARKUP.encode()))))


@settings(
    max_examples=EXAMPLES * 4,
    deadline=None,
    derandomize=FIXED,
    suppress_health_check=list(HealthCheck),
)
@given(method=_method, target=_target, headers=_headers)
async def test_no_request_breaks_a_page_or_gets_a_word_of_its_own_into_the_answer(
    site: Site, method: bytes, target: bytes, headers: list[tuple[bytes, bytes]]
) -> None:
    lines = [method + b" " + target + b" HTTP/1.1", b"Host: relay"]
    lines += [name + b": " + value for name, value in headers[:4]]
    status, answered, body = await site.ask(b"\r\n".join((*lines, b"", b"")))
    if status != 200 and any(name == b"Expect" for name, _ in headers[:4]):
        # Where there is no page, aiohttp answers itself what is expected; HAProxy is before it.
        return
    assert status < 500
    assert {name for name, _ in answered} <= HEADERS
    if status == 400:
        # What is no HTTP aiohttp answers itself, and quotes it to its sender as plain text; the
        # proxy before it answers such a call without asking.
        assert dict(answered)["content-type"].startswith("text/plain")
        return
    assert b"<script>alert" not in body
    assert b"evil.example" not in body
    if status not in {0, 417}:
        _is_safe(answered)


def _is_safe(answered: list[tuple[str, str]]) -> None:
    headers = dict(answered)
    assert len(headers) == len(answered)
    assert headers["content-security-policy"] in {PAGE_POLICY, FILE_POLICY, FRAMED_POLICY}
    is_framed = headers["content-security-policy"] == FRAMED_POLICY
    wanted = {
        name: SAFETY[name] for name in SAFETY if not (is_framed and name == "X-Frame-Options")
    }
    assert {name: headers.get(name.lower()) for name in wanted} == wanted


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=FIXED, suppress_health_check=list(HealthCheck)
)
@given(title=texts, place=texts, access=texts, agenda=texts, paper=texts, link=texts)
async def test_what_was_typed_is_shown_and_never_markup_a_header_or_a_way_out(
    site: Site, title: str, place: str, access: str, agenda: str, paper: str, link: str
) -> None:
    site.catalogue.known[12] = replace(
        full_meeting(),
        title=title,
        place=Place(place, link),
        access=access,
        agenda=agenda,
        reason=access,
        papers=(Paper(1, paper, "application/pdf", file=3), Paper(2, paper, url=link)),
    )
    for path in PATHS:
        status, answered, body = await site.ask(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert status in {200, 404}, path
        assert {name for name, _ in answered} <= HEADERS
        _is_safe(answered)
        if dict(answered)["content-type"].startswith("text/html"):
            _is_plain(html.fromstring(body))


def _is_plain(page: html.HtmlElement) -> None:
    assert set(page.xpath("//script/@type")) <= {"application/ld+json"}
    assert page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@srcdoc") == []
    assert page.xpath("//style | //iframe | //form | //base | //object | //evil | //svg") == []
    assert set(page.xpath("//img/@src")) <= {"/m/12/card.png"}
    assert page.xpath("//meta[@http-equiv]") == []
    for link in page.xpath("//@href | //@src | //@action"):
        scheme, colon, _ = link.partition(":")
        assert (colon and scheme in {"http", "https", "webcal"}) or link.startswith(("/", "#"))
        assert not link.startswith("//")
