"""The frame for other websites, in a real Chromium, inside a page of somebody else's."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from axe_playwright_python.base import AXE_FILE_PATH
from catalogues import HACKNEY, NOW, MemoryCatalogue, meeting, posted
from chromium import chromium
from lxml import html
from playwright.async_api import Browser, Frame, Page
from servedpages import Served

from relay.language.words import Words
from relay.meetings.meeting import MeetingState
from relay.time.clock import StillClock
from relay.web.pages import Site
from relay.web.pages.addresses import FileLinks, Outside
from relay.web.pages.export import IncrementalExport

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = {280: 1, 480: 1, 800: 2, 1200: 3}
"""Pixels, and in how many columns the dates stand."""
ROOT = Path(__file__).parents[4]
SHOTS = os.environ.get("PAGE_SHOTS")
TITLE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch tenants’ and residents’ meeting"

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def busy(served: Served) -> Served:
    """More dates than there is room for, and everything that can look odd."""
    known = served.catalogue.known
    known[13] = meeting(13, TITLE, start=NOW + timedelta(days=5))
    known[14] = meeting(
        14,
        "اجتماع الفرع السنوي",
        start=NOW + timedelta(days=6),
        state=MeetingState.CANCELLED,
        reason="The hall is flooded",
        sequence=2,
    )
    known[15] = meeting(15, "Housing surgery", start=NOW + timedelta(days=7), rule="FREQ=WEEKLY")
    served.posts.known = {
        number: posted(number, f"The hall is shut in week {number}. " * 3)
        for number in range(20, 25)
    }
    return served


@asynccontextmanager
async def _foreign(line: str) -> AsyncIterator[str]:
    """A website of somebody else with a line of HTML in its page; its address."""

    async def page(_: web.Request) -> web.Response:
        head = '<!doctype html><html lang="en"><title>Elsewhere</title><body style="margin:0">'
        return web.Response(
            text=f"{head}<main><h1>Elsewhere</h1>{line}</main>", content_type="text/html"
        )

    application = web.Application()
    application.router.add_get("/", page)
    async with TestServer(application) as server:
        # Another name than the pages have: another site, for the browser.
        yield f"http://localhost:{server.port}/"


def _line(shown: str, own: str) -> str:
    """The line that a branch's page offers, with the test's server in the place of the public."""
    (line,) = html.fromstring(shown).xpath("//details//code/text()")
    return str(line).replace("https://meetings.example.org", own)


async def _framed(browser: Browser, address: str, width: int, scheme: Scheme) -> Page:
    page = await browser.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
    await page.goto(address, wait_until="load")
    return page


def _inside(page: Page) -> Frame:
    (frame,) = page.main_frame.child_frames
    return frame


async def test_the_line_that_a_branch_offers_shows_its_dates_on_any_website(busy: Served) -> None:
    own = str(busy.client.make_url("")).rstrip("/")
    line = _line(await busy.text("/b/hackney"), own)
    assert line.startswith("<iframe ")
    guide = (ROOT / "docs" / "host.md").read_text(encoding="utf-8")
    assert line.replace(own, "https://hackney.example.org") in guide.splitlines()
    assert "script" not in line
    async with _foreign(line) as address, chromium() as browser:
        for scheme in SCHEMES:
            for width, columns in WIDTHS.items():
                page = await _framed(browser, address, width, scheme)
                frame = _inside(page)
                where = f"{width}, {scheme}"
                assert await frame.locator("li.sheet").count() == 6
                assert await frame.evaluate("document.documentElement.scrollWidth") <= width, where
                lefts = await frame.evaluate(
                    "[...document.querySelectorAll('li.sheet')].map(one => one.offsetLeft)"
                )
                assert len(set(lefts)) == columns, where
                sizes = await frame.evaluate(
                    "[...document.querySelectorAll('h1, h3, p, .on a')]"
                    ".map(one => parseFloat(getComputedStyle(one).fontSize))"
                )
                assert min(sizes) >= 14, where
                await frame.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; undefined")
                found = await frame.evaluate("axe.run(document, {resultTypes: ['violations']})")
                assert [one["id"] for one in found["violations"]] == [], where
                dark = await frame.evaluate("getComputedStyle(document.body).backgroundColor")
                assert (dark == "rgb(20, 19, 22)") == (scheme == "dark")
                if SHOTS:
                    await page.screenshot(path=Path(SHOTS, f"embed-{width}-{scheme}.png"))
                await page.close()


async def test_every_link_leads_out_of_the_frame(busy: Served) -> None:
    links = html.fromstring(await busy.text("/b/hackney/embed")).xpath("//a")
    assert len(links) > 6
    assert sum("in week" in link.text_content() for link in links) == 3
    assert {(link.get("target"), link.get("rel")) for link in links} == {("_top", "noopener")}
    own = str(busy.client.make_url("")).rstrip("/")
    async with (
        _foreign(_line(await busy.text("/b/hackney"), own)) as address,
        chromium() as browser,
    ):
        page = await _framed(browser, address, 800, "light")
        await _inside(page).get_by_role("link", name="Annual general meeting").click()
        await page.wait_for_url(f"{own}/m/12")
        assert page.main_frame.child_frames == []


@pytest.mark.parametrize("path", ["/b/hackney", "/m/12", "/", "/b/lambeth/embed"])
async def test_no_other_page_can_be_framed(busy: Served, path: str) -> None:
    url = busy.client.make_url(path)
    async with (
        _foreign(f'<iframe src="{url}" title="x"></iframe>') as address,
        chromium() as browser,
    ):
        frame = _inside(await _framed(browser, address, 800, "light"))
        await frame.wait_for_url(
            lambda shown: shown.startswith("chrome-error:"), wait_until="commit"
        )


async def test_the_line_is_one_line_whatever_the_branch_is_called(clock: StillClock) -> None:
    hostile = '"><script>alert(1)</script> & friends'
    branch = replace(HACKNEY, name=hostile)
    site = Site(
        MemoryCatalogue(clock, meeting(12), branches=(branch,)),
        Words(),
        clock,
        outside=Outside("https://meetings.example.org"),
        links=FileLinks(),
    )
    document = site.branch("hackney")
    assert document is not None
    line = _line(document.body.decode(), "https://meetings.example.org")
    (frame,) = html.fragments_fromstring(line)
    assert frame.tag == "iframe"
    assert frame.get("title") == f"Meetings of {hostile}"
    assert len(line.splitlines()) == 1


async def test_no_line_is_offered_where_the_pages_have_no_address(clock: StillClock) -> None:
    site = Site(
        MemoryCatalogue(clock, meeting(12)),
        Words(),
        clock,
        outside=Outside(None),
        links=FileLinks(),
    )
    document = site.branch("hackney")
    assert document is not None
    assert b"iframe" not in document.body


async def test_the_exported_page_is_framed_from_any_web_host(
    clock: StillClock, tmp_path: Path
) -> None:
    catalogue = MemoryCatalogue(clock, meeting(12), meeting(13, TITLE))
    outside = Outside("https://meetings.example.org")
    export = IncrementalExport(tmp_path / "site")
    export.open()
    site = Site(catalogue, Words(), clock, outside=outside, links=FileLinks())
    export.put_all(site.documents(), (), lambda: False)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as host:
        serving = asyncio.get_running_loop().run_in_executor(None, host.serve_forever)
        root = f"http://127.0.0.1:{host.server_port}/site"
        line = f'<iframe src="{root}/b/hackney/embed" title="x" width="100%" height="480"></iframe>'
        async with _foreign(line) as address, chromium() as browser:
            page = await _framed(browser, address, 280, "light")
            frame = _inside(page)
            assert await frame.evaluate("document.documentElement.scrollWidth") <= 280
            assert await frame.evaluate("getComputedStyle(document.querySelector('.leaf')).display")
            await frame.get_by_role("link", name="All meetings").click()
            await page.wait_for_url(f"{root}/b/hackney/")
        host.shutdown()
        await serving


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
