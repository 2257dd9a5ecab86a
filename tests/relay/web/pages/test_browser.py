"""The pages in a real Chromium: how they look, whether everybody can use them, what they load."""

import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from catalogues import NOW, changed, meeting, posted
from chromium import chromium
from playwright.async_api import Browser, Page
from servedpages import Served

from relay.formatting import Style, StyledText, StyleRange
from relay.meetings.changes import Move
from relay.meetings.meeting import Change, MeetingState, Place

Scheme = Literal["light", "dark"]
PAGES = (
    "/",
    "/answers",
    "/b/hackney",
    "/b/hackney/embed",
    "/b/caerdydd",
    "/m/12",
    "/m/13",
    "/m/14",
    "/m/15",
    "/m/16",
    "/m/99",
)
TOLD = ("/a/20", "/a/22")
WIDTHS = (320, 1280)
SHOTS = os.environ.get("PAGE_SHOTS")
"""A folder for screenshots to look at; none are taken without it."""

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def busy(served: Served) -> Served:
    """A catalogue with everything that can look odd."""
    weekly = meeting(14, "Housing surgery", rule="FREQ=WEEKLY", place=Place("", "https://a.test/x"))
    known = served.catalogue.known
    known[13] = meeting(
        13,
        "اجتماع الفرع السنوي مع الأصدقاء",
        start=NOW + timedelta(days=5),
        state=MeetingState.CANCELLED,
        reason="The hall is flooded",
        sequence=2,
        agenda="مرحبا بالجميع\nThen in English",
    )
    known[14] = replace(
        weekly,
        changes=(
            Change(weekly.start, weekly.start + timedelta(days=1)),
            Change(weekly.start + timedelta(days=7), weekly.start + timedelta(days=7), True),
        ),
    )
    known[15] = meeting(
        15,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch tenants and residents",
        start=NOW - timedelta(days=2),
        place=Place("https://an.address.that.has.no.gaps.example.org/" + "x" * 120),
    )
    known[16] = changed(meeting(16, "Picnic"), Move(start=NOW + timedelta(days=6)))
    told = StyledText(
        "Rents go up.\n\nThe answer is NO, says https://example.org/"
        + "x" * 90
        + "\nمرحبا بالجميع",
        (StyleRange(0, 5, Style.BOLD), StyleRange(29, 2, Style.SPOILER)),
    )
    served.posts.known = {
        20: posted(20, told, changed_at=NOW),
        21: posted(21, "y" * 300),
        22: posted(22, "", taken_back=True),
    }
    return served


async def _open(
    browser: Browser, busy: Served, path: str, *, width: int = 1280, scheme: Scheme = "light"
) -> tuple[Page, list[str], list[str]]:
    """Open a page; return it with everything it asked for and everything it complained of."""
    page = await browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="en-GB"
    )
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    await page.goto(str(busy.client.make_url(path)), wait_until="load")
    return page, asked, said


async def _violations(page: Page) -> list[str]:
    # Through the debugger, as a checker's extension would: the page's own policy stays as it is.
    await page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; undefined")
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {json.dumps([node['html'] for node in one['nodes']])}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everybody_can_use_every_page_at_every_width(busy: Served, scheme: Scheme) -> None:
    async with chromium() as browser:
        for path in (*PAGES, *TOLD):
            for width in WIDTHS:
                page, _, _ = await _open(browser, busy, path, width=width, scheme=scheme)
                assert await _violations(page) == [], f"{path} at {width}, {scheme}"
                wide = await page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{path} has to be scrolled sideways at {width}"
                if SHOTS:
                    name = f"{path.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"
                    await page.screenshot(path=Path(SHOTS, name), full_page=True)
                await page.close()


async def test_nothing_is_loaded_from_elsewhere_run_or_kept(busy: Served) -> None:
    async with chromium() as browser:
        for path in (*PAGES, *TOLD):
            page, asked, said = await _open(browser, busy, path)
            own = str(busy.client.make_url("/"))
            assert all(url.startswith(own) for url in asked), asked
            # The policy stops nothing, because there is nothing. 404 and 410 are said aloud.
            assert [one for one in said if not re.search("404|410", one)] == []
            assert await page.context.cookies() == []
            scripts = "[...document.scripts].map(one => one.type)"
            assert set(await page.evaluate(scripts)) <= {"application/ld+json"}
            assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
            await page.close()


async def test_the_old_time_is_struck_and_said(busy: Served) -> None:
    async with chromium() as browser:
        page, _, _ = await _open(browser, busy, "/m/16")
        struck = page.locator("article .was s")
        assert await struck.inner_text() == "Thursday 26 November at 7 pm"
        drawn = "one => getComputedStyle(one).textDecorationLine"
        assert await struck.evaluate(drawn) == "line-through"
        # Read aloud, and out of sight.
        told = page.locator("article .was")
        assert "Was planned for Thursday" in " ".join((await told.text_content() or "").split())
        box = await page.locator("article .spoken").bounding_box()
        assert box is not None
        assert box["width"] <= 1


async def test_a_keyboard_gets_past_the_head_of_the_page(busy: Served) -> None:
    async with chromium() as browser:
        page, _, _ = await _open(browser, busy, "/b/hackney")
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.className") == "skip"
        await page.keyboard.press("Enter")
        assert await page.evaluate("document.activeElement.id") == "content"


async def test_on_paper_only_what_helps_on_paper_is_left(busy: Served) -> None:
    async with chromium() as browser:
        page, _, _ = await _open(browser, busy, "/m/12")
        await page.emulate_media(media="print")
        assert await page.get_by_text("Add to your calendar").is_hidden()
        assert await page.get_by_role("heading", name="Agenda").is_visible()
        if SHOTS:
            await page.screenshot(path=Path(SHOTS, "m-12-print.png"), full_page=True)


async def test_covered_words_are_opened_by_hand_alone(busy: Served) -> None:
    async with chromium() as browser:
        page, _, _ = await _open(browser, busy, "/a/20")
        covered = page.locator(".told details")
        assert await covered.get_attribute("open") is None
        await page.locator("summary").focus()
        await page.keyboard.press("Enter")
        assert await covered.get_attribute("open") is not None
