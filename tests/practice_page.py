"""The practice page, running as `make demo` runs it, and a real Chromium that looks at it."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.async_api import Browser, Locator, Page

WIDE, NARROW = (1440, 900), (360, 740)


@contextmanager
def demo(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the demo, and end it with the block.

    Args:
        options: more of the command line.

    Returns:
        The page's address, and the process.
    """
    command = [sys.executable, "-m", "practice.demo", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said: list[str] = []
            for line in process.stdout:
                said.append(line.strip())
                if said[-1].startswith("http"):
                    break
            else:
                raise AssertionError("\n".join(said))
            yield said[-1], process
        finally:
            process.terminate()
            process.communicate(timeout=30)


@dataclass
class Screen:
    """A window on the page, with everything it asked for and complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def phone(self, name: str) -> Locator:
        """Somebody's phone."""
        return self.page.locator(f"#phone-{name}")

    def writing(self, name: str) -> Locator:
        """Where one types on a phone."""
        return self.phone(name).get_by_role("textbox")

    def message(self, name: str, text: str) -> Locator:
        """The newest message with a text, on a phone."""
        return self.phone(name).locator(".message", has_text=text).last

    async def turn_to(self, name: str) -> None:
        """Have a phone on the screen, where there is room for one only."""
        tabs = self.page.locator(".tabs")
        if await tabs.count():
            await tabs.locator(".tab", has_text=name.capitalize()).click()

    async def open(self, name: str, chat: str) -> None:
        """Open a chat on a phone, by its title."""
        await self.turn_to(name)
        back = self.phone(name).locator(".back")
        if await back.count():
            await back.click()
        # A message in another chat may name this one.
        await self.phone(name).locator(".chat-row .chat-name", has_text=chat).click()

    async def write(self, name: str, text: str) -> None:
        """Type and send in the chat that is open on a phone."""
        await self.writing(name).fill(text)
        await self.writing(name).press("Enter")

    async def options(self, name: str, text: str, choice: str) -> None:
        """Choose what to do with a message."""
        message = self.message(name, text)
        await message.hover()
        await message.locator(".message-more").click()
        await self.phone(name).get_by_role("dialog").get_by_role("button", name=choice).click()

    async def violations(self) -> list[str]:
        """What an accessibility checker finds."""
        # Through the debugger, as a checker's extension would: the page's own policy stays.
        await self.page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; undefined")
        # Half-way through a movement, colours are not what they will be.
        await self.page.evaluate("document.getAnimations().forEach((one) => one.finish())")
        found = await self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']}: {json.dumps([node['html'] for node in one['nodes']])}"
            for one in found["violations"]
        ]

    def strangers(self) -> list[str]:
        """What it asked of anybody else."""
        return [url for url in self.asked if not url.startswith((self.address, "blob:", "data:"))]


Scheme = Literal["light", "dark"]


@asynccontextmanager
async def screen(
    browser: Browser,
    address: str,
    size: tuple[int, int] = WIDE,
    *,
    scheme: Scheme = "light",
    **more: Any,
) -> AsyncIterator[Screen]:
    """Open the page for somebody new, without movement; `more` is for Playwright's context."""
    page = await browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-GB",
        **more,
    )
    async with page:
        shown = Screen(page, address)
        page.on("request", lambda request: shown.asked.append(request.url))
        page.on("console", lambda message: shown.said.append(message.text))
        page.on("pageerror", lambda error: shown.said.append(str(error)))
        await page.goto(address)
        await page.locator(".phone").first.wait_for()
        yield shown
