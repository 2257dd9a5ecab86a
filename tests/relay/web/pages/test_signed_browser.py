"""The page on which anybody checks a text, in a real Chromium."""

import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from chromium import chromium
from harness.running import relay_harness
from harness.signing import SigningStage
from playwright.async_api import Page

SHOTS = os.environ.get("PAGE_SHOTS")

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[SigningStage]:
    async with relay_harness(tmp_path) as play:
        yield SigningStage(play)


async def _violations(page: Page) -> list[str]:
    await page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; undefined")
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [json.dumps([one["id"], one["nodes"]]) for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everybody_can_paste_a_text_and_read_the_answer(
    stage: SigningStage, scheme: Literal["light", "dark"]
) -> None:
    async with stage.running(), chromium() as browser:
        await stage.agree("announce The hall costs £5.")
        own = str(stage.play.server.make_url("/"))
        page = await browser.new_page(
            viewport={"width": 320, "height": 800}, color_scheme=scheme, java_script_enabled=True
        )
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        await page.goto(f"{own}b/hackney")
        assert await _violations(page) == []
        await page.get_by_role("link", name="Check a message that you were sent").click()
        for typed, answer in (
            ("The hall costs £5.", "Yes. Hackney branch posted exactly these words"),
            ("The hall costs £50.", "We do not know these words."),
        ):
            await page.get_by_label("Paste the message that you were sent").fill(typed)
            await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
            await page.get_by_text(answer).wait_for()
            assert await page.locator("textarea").input_value() == ""
            assert await _violations(page) == []
            assert await page.evaluate("document.documentElement.scrollWidth") <= 320
            if SHOTS:
                await page.screenshot(path=Path(SHOTS, f"verify-{scheme}.png"), full_page=True)
        assert all(url.startswith(own) for url in asked)
        # Chromium asks for an icon that no page has.
        assert [one for one in said if "404" not in one] == []
        assert await page.context.cookies() == []


async def test_it_needs_no_script(stage: SigningStage) -> None:
    async with stage.running(), chromium() as browser:
        await stage.agree("announce The hall costs £5.")
        context = await browser.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(str(stage.play.server.make_url("/b/hackney/verify")))
        await page.get_by_label("Paste the message that you were sent").fill("The hall costs £5.")
        await page.get_by_role("button", name="Check it").click()
        await page.get_by_text("Yes. Hackney branch posted exactly these words").wait_for()
