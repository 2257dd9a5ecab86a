import asyncio
import gzip
import io
import tracemalloc
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from relay.destinations.bluesky.cards import CardReader


class OnePort:
    """Allows one port of loopback, as if it were the public internet."""

    def __init__(self, port: int | None) -> None:
        self._port = port

    def allows(self, address: str, port: int) -> bool:
        return port == self._port


@dataclass
class Site:
    """A website that shows whatever a test put on it."""

    pages: dict[str, web.Response] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""
    port: int | None = None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        if request.path == "/endless":
            return await self._endless(request)
        if request.path == "/slow":
            await self.hold.wait()
        if request.path == "/drip":
            return await self._drip(request)
        if request.path.startswith("/again/"):
            left = int(request.path.rpartition("/")[2]) - 1
            to = f"/again/{left}" if left else "/a"
            return web.Response(status=302, headers={"Location": to})
        return self.pages.get(request.path, web.Response(status=404))

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        """A page that never goes on after its title."""
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(b"<title>Drip</title>" + b" " * 2000)
        await self.hold.wait()
        return response

    async def _endless(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        try:
            await response.write(b"<title>Endless</title>")
            while True:
                await response.write(b" " * 65536)
        except ConnectionError:
            return response


async def serving(site: Site) -> AsyncIterator[Site]:
    application = web.Application()
    application.router.add_get("/{path:.*}", site.handle)
    async with TestServer(application) as server:
        site.url, site.port = str(server.make_url("")).rstrip("/"), server.port
        yield site
        site.hold.set()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async for running in serving(Site()):
        yield running


@pytest.fixture
async def inside() -> AsyncIterator[Site]:
    """A server in our own network."""
    async for running in serving(Site()):
        running.pages["/"] = page("<title>Secret</title>")
        yield running


def page(html: str, charset: str = "utf-8") -> web.Response:
    return web.Response(body=html.encode(charset), headers={"Content-Type": "text/html"})


def picture() -> web.Response:
    out = io.BytesIO()
    Image.new("RGB", (1200, 630), "red").save(out, "PNG")
    return web.Response(body=out.getvalue(), content_type="image/png")


def reader(site: Site, seconds: float = 5) -> CardReader:
    return CardReader(OnePort(site.port), seconds)


async def test_a_page_says_title_description_and_picture(site: Site) -> None:
    site.pages["/a"] = page(
        """<html><head><title>Other</title>
        <meta property="og:title" content="Rent &amp; housing
           meeting"><meta property='og:description' content="Friday">
        <meta property=og:image content=/p.png></head><body></body></html>"""
    )
    site.pages["/p.png"] = picture()
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert (card.title, card.description) == ("Rent & housing meeting", "Friday")
    assert card.address == f"{site.url}/a"
    assert card.picture is not None
    assert (card.picture.width, card.picture.height) == (1200, 630)


async def test_a_plain_title_is_enough(site: Site) -> None:
    site.pages["/a"] = page("<TITLE> Our\n branch </TITLE><p>text")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert (card.title, card.description, card.picture) == ("Our branch", "", None)


async def test_the_charset_a_page_declares_is_used(site: Site) -> None:
    site.pages["/a"] = page("<meta charset=iso-8859-1><title>Café</title>", "iso-8859-1")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.title == "Café"


@pytest.mark.parametrize(
    "response",
    [
        web.Response(status=500),
        web.Response(text="no title", content_type="text/html"),
        web.Response(text="<title>x</title>", content_type="text/plain"),
        web.Response(body=b"\xff\xfe\x00", content_type="text/html"),
        web.Response(status=302, headers={"Location": "/a"}),
        web.Response(status=302, headers={"Location": "file:///etc/passwd"}),
        web.Response(status=302, headers={"Location": "http://["}),
        web.Response(body=b"junk", headers={"Content-Encoding": "gzip"}, content_type="text/html"),
    ],
)
async def test_a_page_that_gives_nothing_gives_no_card(site: Site, response: web.Response) -> None:
    site.pages["/a"] = response
    assert await reader(site).read(f"{site.url}/a") is None


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file:///etc/passwd", "nonsense", ""])
async def test_what_is_no_web_address_gives_no_card(site: Site, address: str) -> None:
    assert await reader(site).read(address) is None


async def test_a_redirect_into_our_own_network_is_not_followed(site: Site, inside: Site) -> None:
    site.pages["/a"] = web.Response(status=302, headers={"Location": inside.url + "/"})
    assert await reader(site).read(f"{site.url}/a") is None
    assert inside.asked == []


async def test_a_picture_in_our_own_network_is_not_fetched(site: Site, inside: Site) -> None:
    site.pages["/a"] = page(f'<title>T</title><meta property="og:image" content="{inside.url}/">')
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.picture is None
    assert inside.asked == []


async def test_a_picture_that_is_none_is_left_out(site: Site) -> None:
    site.pages["/a"] = page('<title>T</title><meta property="og:image" content="/p">')
    site.pages["/p"] = web.Response(text="<svg/>", content_type="image/svg+xml")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.picture is None


async def test_an_endless_page_is_read_no_further_than_needed(site: Site) -> None:
    card = await reader(site).read(f"{site.url}/endless")
    assert card is not None
    assert card.title == "Endless"


async def test_of_a_page_that_stops_in_the_middle_what_came_counts(site: Site) -> None:
    card = await reader(site, seconds=1).read(f"{site.url}/drip")
    assert card is not None
    assert card.title == "Drip"


@pytest.mark.parametrize(("redirects", "read"), [(1, True), (19, True), (40, False)])
async def test_redirects_are_followed_as_far_as_browsers_do(
    site: Site, redirects: int, read: bool
) -> None:
    site.pages["/a"] = page("<title>Found</title>")
    card = await reader(site).read(f"{site.url}/again/{redirects}")
    assert (card is not None) is read


async def test_a_page_that_only_sends_on_has_the_card_of_where_to(site: Site) -> None:
    site.pages["/a"] = page("<meta http-equiv=refresh content='0;url=/b'><title>Wait</title>")
    site.pages["/b"] = page("<title>There</title>")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert (card.title, card.address) == ("There", f"{site.url}/a")


async def test_a_page_that_sends_into_our_own_network_is_not_followed(
    site: Site, inside: Site
) -> None:
    site.pages["/a"] = page(f"<meta http-equiv=refresh content='0;url={inside.url}/'>")
    assert await reader(site).read(f"{site.url}/a") is None
    assert inside.asked == []


async def test_two_pages_that_send_to_each_other_end(site: Site) -> None:
    site.pages["/a"] = page("<meta http-equiv=refresh content='0;url=/b'><title>A</title>")
    site.pages["/b"] = page("<meta http-equiv=refresh content='0;url=/a'><title>B</title>")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert site.asked == ["/a", "/b"]


@pytest.mark.parametrize("content_type", ["application/octet-stream", "text/plain", ""])
async def test_a_picture_is_one_whatever_it_is_called(site: Site, content_type: str) -> None:
    shown = picture()
    shown.headers["Content-Type"] = content_type
    site.pages["/a"] = page("<title>T</title><meta property=og:image content=/p>")
    site.pages["/p"] = shown
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.picture is not None


async def test_a_page_that_is_called_nothing_is_one_by_how_it_begins(site: Site) -> None:
    for path, body in (("/a", b"\n<!DOCTYPE html><title>T</title>"), ("/b", b"T <title>T</title>")):
        site.pages[path] = web.Response(body=body, headers={"Content-Type": ""})
    assert await reader(site).read(f"{site.url}/a") is not None
    assert await reader(site).read(f"{site.url}/b") is None


async def test_the_next_picture_is_taken_where_the_first_is_gone(site: Site) -> None:
    site.pages["/a"] = page(
        "<title>T</title><meta property=og:image content=/gone><meta property=og:image content=/p>"
    )
    site.pages["/p"] = picture()
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.picture is not None
    assert site.asked == ["/a", "/gone", "/p"]


async def test_tags_behind_700_kilobytes_of_script_are_read(site: Site) -> None:
    script = "<script>" + "let a = 1;\n" * 70_000 + "</script>"
    site.pages["/a"] = page(f"<title>T</title>{script}<meta property=og:title content=Card>")
    card = await reader(site).read(f"{site.url}/a")
    assert card is not None
    assert card.title == "Card"


async def test_a_page_that_takes_too_long_gives_no_card(site: Site) -> None:
    assert await reader(site, seconds=0.05).read(f"{site.url}/slow") is None


async def test_by_default_nothing_on_this_machine_is_reached(site: Site) -> None:
    assert await CardReader().read(f"{site.url}/a") is None
    assert site.asked == []


async def test_a_page_that_unpacks_to_far_more_than_it_is_fills_no_memory(site: Site) -> None:
    bomb = gzip.compress(b"<title>Small</title>" + bytes(200 * 1024 * 1024), compresslevel=1)
    site.pages["/a"] = web.Response(
        body=bomb, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
    )
    tracemalloc.start()
    try:
        card = await reader(site).read(f"{site.url}/a")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert card is not None
    assert card.title == "Small"
    assert most < 20 * 1024 * 1024
